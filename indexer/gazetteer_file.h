#pragma once

#include <functional>
#include <string>

#include "common/base/error.h"

namespace bayan::indexer {

/// The text of a user's gazetteer, whole and right. Where lines are wrong, `tell` gets
/// «names.tsv:7: the second name is missing» for each of them, and the error sums them up.
[[nodiscard]] Result<std::string> read_gazetteer_file(
    const std::string& path, const std::function<void(const std::string&)>& tell);

}  // namespace bayan::indexer
