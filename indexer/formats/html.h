#pragma once

#include <string_view>

#include "indexer/formats/extracted.h"

namespace bayan::indexer {

/// Title, main text and metadata of an HTML page (UTF-8, of any quality).
[[nodiscard]] Extracted extract_html(std::string_view page);

}  // namespace bayan::indexer
