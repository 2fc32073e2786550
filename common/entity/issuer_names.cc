#include "common/entity/issuer_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/entity/gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {
namespace {

/// A dateline has some twenty words: cities, two calendars, the agency.
constexpr std::size_t kMostDatelineWords = 40;
constexpr std::size_t kMostDatelineBytes = 600;
constexpr std::size_t kMostNameWords = 4;

std::string_view first_line(std::string_view body) {
  const std::size_t begin = std::min(body.find_first_not_of(" \r\n\t"), body.size());
  std::size_t end = std::min(body.find('\n', begin), body.size());
  end = std::min(end, begin + kMostDatelineBytes);
  while (end < body.size() && (static_cast<unsigned char>(body[end]) & 0xC0) == 0x80) --end;
  return body.substr(begin, end - begin);
}

/// The mark's character, or a space for the edge of the line and 'x' for a word.
std::string_view mark_at(const std::vector<Word>& words, std::size_t place) {
  if (place >= words.size()) return " ";
  return words[place].kind == WordKind::kMark ? words[place].form : "x";
}

bool is_one_of(std::string_view mark, std::initializer_list<std::string_view> marks) {
  return std::ranges::find(marks, mark) != marks.end();
}

/// Many agencies' names are words too («بنا», «وفا», «سبأ»), so the marks around them decide.
bool is_signature(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  const std::string_view before = first == 0 ? " " : mark_at(words, first - 1);
  const std::string_view after = mark_at(words, end);
  if (is_one_of(before, {"(", "[", "/"})) return is_one_of(after, {")", "]", "/"});
  if (is_one_of(before, {" ", "-", "–", "—"}) && is_one_of(after, {"-", "–", "—", ":", "/"})) {
    return true;
  }
  if (after != " ") return false;
  // «مسقط - العمانية»
  constexpr std::size_t kMostOfPlace = 4;
  if (end <= kMostOfPlace && is_one_of(before, {"-", "–", "—", ":"})) return true;
  // «… الموافق 26 يوليو 2024 م واس», or the name alone.
  return first == 0 || words[first - 1].kind == WordKind::kDigits ||
         is_one_of(words[first - 1].form, {"م", "ه"});
}

}  // namespace

Result<IssuerNames> IssuerNames::load(const std::filesystem::path& directory) {
  const Result<GazetteerTable> table =
      GazetteerTable::load(directory / "issuers.tsv", {"country", "kind", "names"});
  if (!table) return tl::unexpected(table.error());
  IssuerNames names;
  for (const GazetteerRow& row : table->rows()) {
    for (const std::string& name : split_cell(row.cells[2])) {
      names.is_agency_.emplace(joined_forms(name), row.cells[1] == "official");
    }
  }
  return names;
}

bool IssuerNames::knows(std::string_view name) const {
  return is_agency_.contains(joined_forms(name));
}

std::string_view IssuerNames::find_in_dateline(std::string_view body) const {
  const std::string_view line = first_line(body);
  const Words words = split_words(line);
  const std::size_t last = std::min(words.size(), kMostDatelineWords);
  for (std::size_t first = 0; first < last; ++first) {
    std::string name;
    for (std::size_t end = first; end < std::min(words.size(), first + kMostNameWords); ++end) {
      if (words[end].kind != WordKind::kLetters) break;
      if (!name.empty()) name += ' ';
      name += words[end].form;
      const auto known = is_agency_.find(name);
      if (known != is_agency_.end() && known->second && is_signature(words, first, end + 1)) {
        return line.substr(words[first].begin, words[end].end - words[first].begin);
      }
    }
  }
  return {};
}

}  // namespace bayan::entity
