#pragma once

#include <catch2/catch.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"

namespace bayan::tests {

/// The extractor with the product's own gazetteers, loaded once for all tests of a program.
inline const entity::Extractor& extractor() {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  return kExtractor;
}

/// Texts, and what is expected of each.
using ExtractedRows = std::vector<std::pair<const char*, const char*>>;

/// Checks what `show` makes of each text.
template <typename Show>
void check_extracted(const ExtractedRows& rows, Show show) {
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(show(text) == expected);
  }
}

}  // namespace bayan::tests
