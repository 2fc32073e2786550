#pragma once

#include "indexer/formats/extracted.h"
#include "indexer/formats/format.h"

namespace bayan::indexer {

/// Hands on as one statement what a parser found in `document`, or tells why it found nothing.
/// `date_source` is what the parser's date is worth.
void emit_extracted(const Document& document, Extracted extracted,
                    statement::DateSource date_source);

}  // namespace bayan::indexer
