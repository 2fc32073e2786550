#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/statement/statement.h"

/// Fingerprints tell an indexer whether a statement that it has just parsed is the one that the
/// index holds under the same id, so that only what changed is analysed again.
namespace bayan::statement {

struct Fingerprint {
  std::uint64_t content = 0;   ///< of all that was parsed but the place
  std::uint32_t location = 0;  ///< of the place

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Of a statement as it was parsed: what is recognised later (entities, the dateline's date) must
/// not be in it yet. XXH3 over the fields with their sizes.
[[nodiscard]] Fingerprint fingerprint_of(const Statement& statement);

/// Of all that fingerprint_of() covers but id and place: equal for copies of one statement that
/// have no id of their own.
[[nodiscard]] std::uint64_t copy_hash(const Statement& statement);

/// Stands for the statement's URL, however that begins and ends («https://www.x.example/a/#top» and
/// «http://x.example/a»); 0 where it has none, is its id, or names a site and no page.
[[nodiscard]] std::uint64_t url_hash(const Statement& statement);

/// Twelve bytes, for a value slot, and back; nothing for other sizes.
[[nodiscard]] std::string encode_fingerprint(const Fingerprint& fingerprint);
[[nodiscard]] std::optional<Fingerprint> decode_fingerprint(std::string_view bytes);

}  // namespace bayan::statement
