#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The one table of what an index holds: each field with its term prefix, its facet slot, its names
/// in both languages and its help. Query parser, facets, help and manual derive from it.
namespace bayan::index {

/// Raised whenever the layout of an index changes.
inline constexpr int kFormatVersion = 10;

enum class FieldId : std::uint8_t {
  kText,   ///< words of title and body together
  kTitle,  ///< words of the title
  kPerson,
  kCountry,
  kOrganisation,
  kPosition,
  kIssuer,
  kMonth,
  kDate,
  kPath,
  kId,
  kYear,
};

enum class FieldKind : std::uint8_t {
  kWords,   ///< folded words, found by words and phrases
  kEntity,  ///< keys of the entity table, found by name
  kDate,    ///< ISO days, found by spans
  kExact,   ///< one string, found as it is
};

/// Of the terms for pairs of frequent words (word_pair.h), which belong to no field.
inline constexpr std::string_view kPairPrefix = "XW";

/// Of the term that statements without an id of their own carry: what they say, in hex digits
/// (copy_hash() in common/statement/fingerprint.h), so that exact copies meet.
inline constexpr std::string_view kCopyPrefix = "XE";

/// Value slots of a statement. A facet's slot holds the ids of its keys in the entity table,
/// rising, as LEB128 differences; kDateSlot «20240726», or nothing; kIdSlot the id;
/// kFingerprintSlot what was parsed (common/statement/fingerprint.h); kOlderSlot how many older
/// versions of the statement were replaced, in decimal digits, or nothing; kSketchSlot a sketch of
/// the body (common/text/sketch.h), or nothing; kClusterSlot the same eight bytes in all
/// near-duplicates, or nothing where there are no others; kOriginSlot where it came from
/// (provenance.h); kUrlSlot what stands for its URL (encode_url_hash()), or nothing where that is
/// its id; kHolderSlot which person is named in which post, as pairs of places in the person and
/// position slots (encode_holders()).
enum Slot : std::uint32_t {
  kDateSlot = 0,
  kIdSlot = 1,
  kFingerprintSlot = 2,
  kOlderSlot = 3,
  kSketchSlot = 4,
  kClusterSlot = 5,
  kOriginSlot = 6,
  kUrlSlot = 7,
  kPersonSlot = 10,
  kCountrySlot = 11,
  kOrganisationSlot = 12,
  kPositionSlot = 13,
  kIssuerSlot = 14,
  kMonthSlot = 15,
  kHolderSlot = 16,
};

struct Field {
  FieldId id;
  FieldKind kind;
  std::string_view prefix;       ///< of its terms; Xapian's conventions
  std::optional<Slot> facet;     ///< where it is a facet
  std::string_view name;         ///< in English: the option, the JSON key, the query field
  std::string_view arabic_name;  ///< in queries, as one writes it
  std::string_view help;         ///< a clause
  std::string_view arabic_help;
};

/// All fields, in the order in which they are listed to people.
[[nodiscard]] std::span<const Field> fields();
[[nodiscard]] const Field& field(FieldId id);

/// The field of that name in either language, folded or not (دولة, دوله, country); nullptr if none.
[[nodiscard]] const Field* find_field(std::string_view name);

/// The term for `value` under the field's prefix, its Arabic letters in one byte each
/// (common/text/compact_letters.h). What would be longer than a term may be is cut at a code point
/// and told apart by a hash; a value that begins with a capital gets a colon before it, where
/// Xapian's conventions ask for one. Where nothing is cut, the terms of longer values that begin
/// with `value` begin with its term.
[[nodiscard]] std::string make_term(FieldId id, std::string_view value);

/// The term of a folded word in the text, title and body alike.
[[nodiscard]] inline std::string text_term(std::string_view form) {
  return make_term(FieldId::kText, form);
}

/// What make_term() gave, or what stands of it behind the prefix, with its letters as they were: of
/// a text term the folded word.
[[nodiscard]] std::string read_term(std::string_view term);

/// True for terms of the text itself: those have no prefix, and folded words never begin with a
/// capital.
[[nodiscard]] inline bool is_text_term(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

/// The term of a copy hash.
[[nodiscard]] std::string copy_term(std::uint64_t copy_hash);

/// A hash of a URL (url_hash() in common/statement/fingerprint.h) <-> the value of kUrlSlot; 0 for
/// bytes that are none.
[[nodiscard]] std::string encode_url_hash(std::uint64_t hash);
[[nodiscard]] std::uint64_t decode_url_hash(std::string_view value);

/// Rising ids <-> the value of a facet slot.
[[nodiscard]] std::string encode_ids(std::span<const std::uint32_t> rising_ids);

/// A person's place among the persons of a statement, from 0, and that of a post among its posts.
struct Holder {
  std::uint32_t person = 0;
  std::uint32_t post = 0;
  friend auto operator<=>(const Holder&, const Holder&) = default;
};

/// Holders <-> the value of kHolderSlot. Decoding stops at damaged bytes.
[[nodiscard]] std::string encode_holders(std::span<const Holder> holders);
[[nodiscard]] std::vector<Holder> decode_holders(std::string_view value);

/// Calls `visit(id)` for each id in a facet slot's value; stops at damaged bytes.
template <typename Visit>
void for_each_id(std::string_view value, Visit&& visit) {
  std::uint32_t id = 0;
  std::uint32_t difference = 0;
  unsigned shift = 0;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    difference |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) {
      shift += 7;
      if (shift > 28) return;
      continue;
    }
    id += difference;
    visit(id);
    difference = 0;
    shift = 0;
  }
}

}  // namespace bayan::index
