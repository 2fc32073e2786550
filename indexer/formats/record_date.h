#pragma once

#include <string>
#include <string_view>

namespace bayan::indexer {

/// «2015-08-11 18:51:33», «2024/7/5», «05.07.2024», «Fri, 26 Jul 2024 …» -> ISO day; empty when the
/// text is no date or names an impossible day.
[[nodiscard]] std::string parse_record_date(std::string_view text);

}  // namespace bayan::indexer
