#pragma once

#include <string>
#include <string_view>

/// Where a statement's parts came from, for the figures of an index: the value of kOriginSlot. Few
/// values differ, so counting them is one walk over the slot.
namespace bayan::index {

struct Provenance {
  std::string format;       ///< of the document it was read from: «json», «html», …
  std::string date_from;    ///< date_source_name(); empty where it has no date
  std::string issuer_from;  ///< issuer_source_name(), likewise
  std::string language;     ///< BCP 47: as the record tells, else und- and the script of most words
};

[[nodiscard]] std::string encode_provenance(const Provenance& provenance);
/// Missing parts are empty.
[[nodiscard]] Provenance decode_provenance(std::string_view value);

}  // namespace bayan::index
