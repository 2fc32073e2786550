#pragma once

#include <string_view>

#include "indexer/formats/extracted.h"

namespace bayan::indexer {

/// Loads what poppler reads from disk, while this process may still read.
void prepare_pdf();

/// Title, text, date and issuer of a PDF. The failure says so when it is encrypted, damaged or
/// holds no text.
[[nodiscard]] Extracted extract_pdf(std::string_view bytes);

}  // namespace bayan::indexer
