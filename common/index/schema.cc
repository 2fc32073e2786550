#include "common/index/schema.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "common/base/bytes.h"
#include "common/text/compact_letters.h"
#include "common/text/fold.h"

namespace bayan::index {
namespace {

constexpr auto kNoFacet = std::nullopt;

constexpr std::array kFields = {
    Field{FieldId::kText, FieldKind::kWords, "", kNoFacet, "text", "نص",
          "words of the title and the body", "كلمات العنوان والمتن"},
    Field{FieldId::kTitle, FieldKind::kWords, "S", kNoFacet, "title", "عنوان", "words of the title",
          "كلمات العنوان"},
    Field{FieldId::kPerson, FieldKind::kEntity, "XP", kPersonSlot, "person", "شخص",
          "a person named in the statement", "شخص ورد اسمه في البيان"},
    Field{FieldId::kCountry, FieldKind::kEntity, "XC", kCountrySlot, "country", "دولة",
          "a country that the statement concerns, by name or ISO code", "دولة يتناولها البيان"},
    Field{FieldId::kOrganisation, FieldKind::kEntity, "XO", kOrganisationSlot, "org", "جهة",
          "a body named in the statement", "جهة ورد اسمها في البيان"},
    Field{FieldId::kPosition, FieldKind::kEntity, "XT", kPositionSlot, "position", "منصب",
          "the post of a person named in the statement", "منصب شخص ورد في البيان"},
    Field{FieldId::kIssuer, FieldKind::kEntity, "XI", kIssuerSlot, "issuer", "مصدر",
          "who published the statement", "الجهة التي أصدرت البيان"},
    Field{FieldId::kMonth, FieldKind::kEntity, "M", kMonthSlot, "month", "شهر",
          "the month of publication, 2024-07", "شهر النشر"},
    Field{FieldId::kDate, FieldKind::kDate, "D", kNoFacet, "date", "تاريخ",
          "the day of publication: 2024, 2024-07, 2024-07-26, 2024-07-26..2024-08-11",
          "تاريخ النشر"},
    Field{FieldId::kPath, FieldKind::kExact, "P", kNoFacet, "path", "ملف",
          "the file, archive or folder that the statement was read from", "الملف أو المجلد"},
    Field{FieldId::kId, FieldKind::kExact, "Q", kNoFacet, "id", "رقم", "the id of one statement",
          "معرف البيان"},
    // Counted out of the months: no term and no slot of its own.
    Field{FieldId::kYear, FieldKind::kDate, "Y", kMonthSlot, "year", "سنة",
          "the year of publication, 2024", "سنة النشر"},
};

constexpr bool is_in_order() {
  if (kFields.size() != static_cast<std::size_t>(FieldId::kYear) + 1) return false;
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].id != static_cast<FieldId>(i)) return false;
  }
  return true;
}
static_assert(is_in_order(), "field() finds a row by its id");

/// Xapian takes 245 bytes and counts a zero byte twice; half of that is safe for any value.
constexpr std::size_t kLongestTerm = 240;
constexpr std::size_t kHashDigits = 16;

/// «…first bytes#hash» of a value too long for a term.
std::string shortened(std::string_view value, std::size_t room) {
  std::size_t cut = room - kHashDigits - 1;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0) == 0x80) --cut;
  std::array<char, kHashDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(value.data(), value.size())));
  return std::string(value.substr(0, cut)) + '#' + digits.data();
}

/// Bytes that the value takes inside Xapian's tables.
std::size_t stored_size(std::string_view value) {
  return value.size() + static_cast<std::size_t>(std::ranges::count(value, '\0'));
}

bool wants_colon(std::string_view prefix, std::string_view value) {
  return prefix.size() > 1 && !value.empty() &&
         ((value.front() >= 'A' && value.front() <= 'Z') || value.front() == ':');
}

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

const Field* find_field(std::string_view name) {
  const std::string folded = text::fold(name);
  const auto* found = std::ranges::find_if(kFields, [&folded](const Field& row) {
    return row.name == folded || text::fold(row.arabic_name) == folded;
  });
  return found == kFields.end() ? nullptr : found;
}

std::string make_term(FieldId id, std::string_view value) {
  std::string term(field(id).prefix);
  if (wants_colon(term, value)) term += ':';
  const std::size_t room = kLongestTerm - term.size();
  const std::string compact = text::compact_letters(value);
  if (stored_size(compact) <= room) {
    term += compact;
  } else {
    term += text::compact_letters(shortened(value, room / 2));
  }
  return term;
}

std::string read_term(std::string_view term) { return text::expand_letters(term); }

std::string copy_term(std::uint64_t copy_hash) {
  return fmt::format("{}{:016x}", kCopyPrefix, copy_hash);
}

std::string encode_url_hash(std::uint64_t hash) {
  return {reinterpret_cast<const char*>(&hash), sizeof hash};
}

std::uint64_t decode_url_hash(std::string_view value) {
  std::uint64_t hash = 0;
  if (value.size() == sizeof hash) std::memcpy(&hash, value.data(), sizeof hash);
  return hash;
}

std::string encode_ids(std::span<const std::uint32_t> rising_ids) {
  std::string out;
  std::uint32_t last = 0;
  for (const std::uint32_t id : rising_ids) {
    append_varint(out, id - last);
    last = id;
  }
  return out;
}

std::string encode_holders(std::span<const Holder> holders) {
  std::string out;
  for (const Holder& holder : holders) {
    append_varint(out, holder.person);
    append_varint(out, holder.post);
  }
  return out;
}

std::vector<Holder> decode_holders(std::string_view value) {
  std::vector<Holder> holders;
  ByteReader in(value);
  while (!in.at_end()) {
    Holder holder;
    holder.person = static_cast<std::uint32_t>(in.read_varint());
    holder.post = static_cast<std::uint32_t>(in.read_varint());
    if (!in.ok()) break;
    holders.push_back(holder);
  }
  return holders;
}

}  // namespace bayan::index
