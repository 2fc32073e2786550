#include "common/entity/post_lexicon.h"

#include <algorithm>
#include <array>

#include "common/entity/clean_words.h"
#include "common/entity/gazetteer.h"
#include "common/entity/word.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using text::kLetterBytes;
constexpr std::string_view kArticle = "ال";

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 12> kClasses = {
    {{"honour", kHonour},
     {"new", kNew},
     {"former", kFormer},
     {"home", kHomeWord},
     {"state", kOfState},
     {"wide", kWide},
     {"envoy", kEnvoy},
     {"ruler", kRuler},
     {"general", kGeneral},
     {"preposition", kPreposition},
     {"reference", kReference},
     {"cut", kCut}}};

}  // namespace

std::vector<PostWord> post_words(std::string_view printed) {
  std::vector<PostWord> words;
  for (const Word& word : split_words(printed)) {
    if (word.kind != WordKind::kLetters && word.kind != WordKind::kDigits) continue;
    std::string clean = without_marks(printed.substr(word.begin, word.end - word.begin));
    words.push_back({one_hamza(std::string(word.form)), std::move(clean)});
  }
  return words;
}

bool is_feminine(const PostWord& word) { return word.printed.ends_with("ة"); }

void give_article(PostWord& word) {
  if (word.form.starts_with(kArticle)) return;
  word.form.insert(0, kArticle);
  word.printed.insert(0, kArticle);
}

std::string folded_words(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text)) {
    if (word.kind != WordKind::kLetters) continue;
    out.append(out.empty() ? "" : " ").append(word.form);
  }
  return out;
}

Result<PostLexicon> PostLexicon::load(const std::filesystem::path& directory) {
  PostLexicon lexicon;
  if (Result<void> words = lexicon.load_words(directory / "post_words.tsv"); !words) {
    return tl::unexpected(words.error());
  }
  if (Result<void> bodies = lexicon.load_bodies(directory / "organisations.tsv"); !bodies) {
    return tl::unexpected(bodies.error());
  }
  return lexicon;
}

Result<void> PostLexicon::load_words(const std::filesystem::path& path) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    const auto* found = std::ranges::find(kClasses, std::string_view(row.cells[0]),
                                          &decltype(kClasses)::value_type::first);
    for (const std::string& value : split_cell(row.cells[1])) {
      const std::size_t equals = value.find('=');
      if (found != kClasses.end()) {
        flags_[folded_words(value)] |= found->second;
      } else if (row.cells[0] == "masculine" && equals != std::string::npos) {
        masculine_.emplace(folded_words(value.substr(0, equals)), value.substr(equals + 1));
      } else if (row.cells[0] == "sole" && equals != std::string::npos) {
        sole_.emplace(folded_words(value.substr(0, equals)), value.substr(equals + 1));
      } else if (row.cells[0] == "same" && equals != std::string::npos) {
        Forms forms;
        for (const PostWord& word : post_words(value.substr(0, equals))) forms.push_back(word.form);
        same_.emplace_back(std::move(forms), value.substr(equals + 1));
      } else {
        return fail(ErrorKind::kUsage, path.string() + ":" + std::to_string(row.line) +
                                           ": there is no class «" + row.cells[0] +
                                           "» with such values");
      }
    }
  }
  // The longest first: «نائب رئيس وزراء» before «رئيس وزراء».
  std::ranges::stable_sort(same_, std::ranges::greater{},
                           [](const auto& pair) { return pair.first.size(); });
  return {};
}

Result<void> PostLexicon::load_bodies(const std::filesystem::path& path) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"name", "country", "aliases"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    std::vector<std::string> states = split_cell(row.cells[1]);
    if (states.size() < 2 || states.front() != "home") continue;
    states.erase(states.begin());
    Forms forms;
    for (const PostWord& word : post_words(row.cells[0])) forms.push_back(word.form);
    bodies_.emplace_back(std::move(forms), std::move(states));
  }
  return {};
}

bool PostLexicon::has(const std::string& form, std::uint32_t flag) const {
  const auto found = flags_.find(form);
  return found != flags_.end() && (found->second & flag) != 0;
}

bool PostLexicon::has_behind_clitic(const std::string& form, std::uint32_t flag) const {
  if (has(form, flag)) return true;
  if (form.starts_with("لل"))
    return has(std::string(kArticle) + form.substr(2 * kLetterBytes), flag);
  return (form.starts_with("ل") || form.starts_with("ب")) && has(form.substr(kLetterBytes), flag);
}

bool PostLexicon::has_any(const std::vector<PostWord>& words, std::uint32_t flag) const {
  return std::ranges::any_of(
      words, [&](const PostWord& word) { return has_behind_clitic(word.form, flag); });
}

}  // namespace bayan::entity
