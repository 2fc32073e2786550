#include "common/entity/person_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/entity/gazetteer.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

struct NamedFlag {
  std::string_view name;
  std::uint32_t flag;
};
constexpr std::array<NamedFlag, 28> kClasses = {{{"strong", kStrongTitle},
                                                 {"outer", kOuterTitle},
                                                 {"weak", kWeakTitle},
                                                 {"modifier", kModifier},
                                                 {"formula", kFormula},
                                                 {"article", kArticleWord},
                                                 {"letter", kTitleLetter},
                                                 {"head", kHead},
                                                 {"lone_title", kLoneTitle},
                                                 {"eponym", kEponymHead},
                                                 {"body", kBody},
                                                 {"kin", kKin},
                                                 {"stop", kStopWord},
                                                 {"time", kTimeWord},
                                                 {"verb", kVerb},
                                                 {"speech", kSpeechVerb},
                                                 {"rule", kRule},
                                                 {"connector", kConnector},
                                                 {"compound_din", kCompoundDin},
                                                 {"compound_allah", kCompoundAllah},
                                                 {"ordinal", kOrdinal},
                                                 {"particle", kParticle},
                                                 {"foreign", kForeignName},
                                                 {"country", kCountry},
                                                 {"unrelated", kUnrelated},
                                                 {"ordinary", kOrdinary},
                                                 {"brand", kBrand},
                                                 {"foreign_given", kForeignGiven}}};
constexpr std::string_view kPairs = "no_name";
constexpr std::string_view kFamilies = "family";
constexpr std::string_view kGivenNames = "given";
constexpr std::string_view kRareGivenNames = "rare_given";
constexpr std::uint8_t kAlways = 100;  // percent
constexpr std::uint8_t kOften = 40;
constexpr std::uint8_t kSeldom = 5;
constexpr std::array<const char*, 5> kFlagTables = {"person_titles.tsv", "person_posts.tsv",
                                                    "person_stops.tsv", "person_names.tsv",
                                                    "unrelated_words.tsv"};
constexpr std::size_t kExpectedWords = 130'000;

tl::unexpected<Error> bad_row(const std::filesystem::path& path, const GazetteerRow& row,
                              const std::string& fact, std::string_view hint) {
  return fail(ErrorKind::kUsage, path.string() + ":" + std::to_string(row.line) + ": " + fact,
              std::string(hint));
}

/// Calls `use` with each folded word of a cell of words separated by |.
template <typename Use>
void for_each_word(std::string_view cell, Use use) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find('|'), cell.size());
    use(text::fold(cell.substr(0, end)));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

/// The same for the made tables, whose words are folded already.
template <typename Use>
void for_each_folded(std::string_view cell, Use use) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find('|'), cell.size());
    use(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

}  // namespace

const PersonLexicon::Entry& PersonLexicon::look_up(std::string_view form) const {
  static constexpr Entry kNone;
  const std::optional<std::uint32_t> number = words_.find(form);
  return number ? entries_[*number] : kNone;
}

bool PersonLexicon::is_no_name(std::string_view first, std::string_view second) const {
  if (!no_name_beginnings_.find(first)) return false;  // nearly always
  std::string pair(first);
  pair += ' ';
  pair += second;
  return no_names_.contains(pair);
}

PersonLexicon::Entry& PersonLexicon::entry_of(std::string_view folded) {
  const std::uint32_t number = words_.add(folded);
  if (number == entries_.size()) entries_.emplace_back();
  return entries_[number];
}

Result<void> PersonLexicon::load_flags(const std::filesystem::path& path) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    if (row.cells[0] == kPairs) {
      for_each_word(row.cells[1], [this](std::string pair) {
        no_name_beginnings_.add(std::string_view(pair).substr(0, pair.find(' ')));
        no_names_.insert(std::move(pair));
      });
      continue;
    }
    if (row.cells[0] == kFamilies) {
      for_each_word(row.cells[1],
                    [this](const std::string& word) { entry_of(word).family_share = kAlways; });
      continue;
    }
    if (row.cells[0] == kGivenNames || row.cells[0] == kRareGivenNames) {
      const std::uint8_t share = row.cells[0] == kGivenNames ? kOften : kSeldom;
      for_each_word(row.cells[1],
                    [&](const std::string& word) { entry_of(word).given_share = share; });
      continue;
    }
    const auto* named = std::ranges::find(kClasses, row.cells[0], &NamedFlag::name);
    if (named == kClasses.end()) {
      std::string known;
      for (const NamedFlag& one : kClasses) known += std::string(one.name) + ", ";
      return bad_row(path, row, "there is no class «" + row.cells[0] + "»",
                     "the classes are " + known + "family, given, rare_given and no_name");
    }
    for_each_word(row.cells[1], [this, named](const std::string& word) {
      entry_of(word).flags |= named->flag;
      // Verbs are listed in the masculine: أكد stands for أكدت too.
      if (named->flag == kVerb || named->flag == kSpeechVerb) {
        entry_of(word + "ت").flags |= named->flag;
      }
    });
  }
  return {};
}

template <typename Set>
Result<void> PersonLexicon::load_figures(const std::filesystem::path& path, const char* column,
                                         const char* words, Set set) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {column, words});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    const std::string& cell = row.cells[0];
    std::uint32_t figure = 0;
    const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), figure);
    if (parsed.ec != std::errc() || parsed.ptr != cell.data() + cell.size()) {
      return bad_row(path, row, "«" + cell + "» is no number",
                     "the first column is a whole number");
    }
    for_each_folded(row.cells[1], [&](std::string_view word) { set(entry_of(word), figure); });
  }
  return {};
}

Result<PersonLexicon> PersonLexicon::load(const std::filesystem::path& directory) {
  PersonLexicon lexicon;
  lexicon.words_.reserve(kExpectedWords);
  lexicon.entries_.reserve(kExpectedWords);
  for (const char* name : kFlagTables) {
    if (Result<void> loaded = lexicon.load_flags(directory / name); !loaded) {
      return tl::unexpected(loaded.error());
    }
  }
  const auto percent = [](std::uint32_t share) {
    return static_cast<std::uint8_t>(std::min<std::uint32_t>(share, 100));
  };
  Result<void> loaded =
      lexicon
          .load_figures(directory / "word_counts.tsv", "count", "words",
                        [](Entry& entry, std::uint32_t count) { entry.count = count; })
          .and_then([&] {
            return lexicon.load_figures(
                directory / "after_name.tsv", "count", "words",
                [](Entry& entry, std::uint32_t count) { entry.after = count; });
          })
          .and_then([&] {
            return lexicon.load_figures(directory / "given_names.tsv", "share", "names",
                                        [&](Entry& entry, std::uint32_t share) {
                                          entry.given_share =
                                              std::max(entry.given_share, percent(share));
                                        });
          })
          .and_then([&] {
            return lexicon.load_figures(
                directory / "family_names.tsv", "share", "names",
                [&](Entry& entry, std::uint32_t share) { entry.family_share = percent(share); });
          });
  if (!loaded) return tl::unexpected(loaded.error());
  return lexicon;
}

}  // namespace bayan::entity
