#include "common/entity/person_recognizer.h"

#include <algorithm>
#include <array>

#include "common/entity/person_list.h"
#include "common/entity/person_post.h"
#include "common/entity/ruling_house.h"

namespace bayan::entity {
namespace {

/// The state of a ruling house that the field names most often, at least twice.
std::string_view commonest_state(const PersonWords& words) {
  std::array<std::size_t, kRulingHouses.size()> counts{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].has(kState)) continue;
    for (std::size_t h = 0; h < counts.size(); ++h) {
      counts[h] += words[i].form == kRulingHouses[h].country_name ? 1 : 0;
    }
  }
  const auto* const most = std::ranges::max_element(counts);  // the first of equals
  return *most > 1 ? kRulingHouses[static_cast<std::size_t>(most - counts.begin())].country_name
                   : std::string_view();
}

bool names_custodian(const PersonWords& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i + 1].form == "الحرمين" && words[i].form.ends_with("خادم")) return true;
  }
  return false;
}

/// The country at home: that of the first ruling house the statement names, else the Saudi king's,
/// who is seldom named without his house elsewhere, else the one named most.
std::string_view home_of(const PersonWords& words) {
  const RulingHouse* house = first_ruling_house(words);
  if (house != nullptr) return house->country_name;
  return names_custodian(words) ? std::string_view("السعوديه") : commonest_state(words);
}

/// Where the name ends without a last word that names nobody elsewhere: «سامر عادل | متأكد».
std::size_t sure_words(const PersonWords& words, const Span& name) {
  std::size_t end = name.end;
  if (!words[end].is_word()) return end;  // «محمد حسنين هيكل ،»
  while (end > name.begin + 2) {
    const NameWord& word = words[end - 1];
    const NameWord& before = words[end - 2];
    if (word.has(kForeignName | kForeignGiven | kParticle) || before.has(kConnector) ||
        before.form == "الدين" || word.form == "الله" || word.has_article() ||
        word.is(NameClass::kFamily)) {
      break;
    }
    const bool is_joined = word.is(NameClass::kUnknown) && word.form.starts_with("و");
    const bool is_ordinary =
        word.is(NameClass::kOther) || word.is(NameClass::kRareGiven) || word.is(NameClass::kClitic);
    const bool is_behind_surname = before.is(NameClass::kFamily) || before.has_article();
    if (!is_joined && !is_ordinary && !is_behind_surname) break;
    --end;
  }
  return end;
}

/// Behind a name the same in Latin letters is passed over: «جاكلين أوفست Jacqueline Ovost», in
/// brackets too.
std::size_t behind_latin(const PersonWords& words, std::size_t i) {
  std::size_t end = i;
  if (words[end].form == "(") ++end;
  if (!words[end].is_word() || !is_latin(words[end]) || is_latin(words[i - 1])) return i;
  while (words[end].is_word() && is_latin(words[end])) ++end;
  return end;
}

/// Whether a sentence ends among the words [begin, end); «د.» is a title.
bool ends_sentence(const PersonWords& words, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const NameWord& word = words[i];
    if (word.kind == WordKind::kLineEnd) return true;
    if (word.form == "." && i > 0 && !words[i - 1].has(kTitleLetter)) return true;
  }
  return false;
}

std::vector<NameSpan> read_names(const PersonWords& words, const PersonLexicon& lexicon) {
  std::vector<NameSpan> names;
  std::size_t last_end = 0;
  for (std::size_t i = 0; i < words.size();) {
    if (is_idle(words, i)) {  // most words
      ++i;
      continue;
    }
    const std::optional<NameSpan> name = read_name(words, lexicon, i, last_end);
    if (name) {
      i = name->name.end;
      if (name->is_eponym) continue;
      names.push_back(*name);
      last_end = i;
      i = behind_latin(words, i);
    } else {
      ++i;
    }
  }
  return names;
}

}  // namespace

struct PersonRecognizer::Tables {
  explicit Tables(PersonLexicon loaded, const CountryGazetteer& countries)
      : lexicon(std::move(loaded)), classifier(lexicon, countries) {}
  PersonLexicon lexicon;
  WordClassifier classifier;
};

PersonRecognizer::PersonRecognizer(std::unique_ptr<const Tables> tables)
    : tables_(std::move(tables)) {}
PersonRecognizer::PersonRecognizer(PersonRecognizer&&) noexcept = default;
PersonRecognizer& PersonRecognizer::operator=(PersonRecognizer&&) noexcept = default;
PersonRecognizer::~PersonRecognizer() = default;

Result<PersonRecognizer> PersonRecognizer::load(const std::filesystem::path& directory,
                                                const CountryGazetteer& countries) {
  Result<PersonLexicon> lexicon = PersonLexicon::load(directory);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return PersonRecognizer(std::make_unique<const Tables>(std::move(*lexicon), countries));
}

const WordClassifier& PersonRecognizer::classifier() const { return tables_->classifier; }

WordFacts PersonRecognizer::facts(std::string_view form) const {
  const std::optional<std::uint32_t> number = tables_->lexicon.find(form);
  WordFacts facts;
  if (number) {
    facts.info = tables_->classifier.info(*number);
    facts.count = tables_->lexicon.entry(*number).count;
  } else {
    facts.info = tables_->classifier.info_of_unlisted(form);
  }
  if (is_told_by_print(form, facts.count)) facts.roles |= kIsToldByPrint;
  return facts;
}

PersonRecognizer::Found PersonRecognizer::recognize(const std::vector<PersonField>& fields,
                                                    bool is_saudi) const {
  Found result;
  std::vector<FoundPerson> found;
  std::uint32_t sentence = 0;
  for (const PersonField& field : fields) {
    ++sentence;
    const PersonWords words(field.text, field.words, field.facts, tables_->lexicon,
                            tables_->classifier);
    const std::vector<NameSpan> names = read_names(words, tables_->lexicon);
    const std::vector<std::string> posts =
        names.empty() ? std::vector<std::string>()
                      : read_posts(words, names, is_saudi ? "السعوديه" : home_of(words));
    std::vector<bool>& is_name = result.is_name.emplace_back(field.words.size(), false);
    for (std::size_t n = 0; n < names.size(); ++n) {
      const Span span = names[n].name;
      const std::uint32_t begin = words.name_begin(span.begin, names[n].drops_clitic);
      const std::uint32_t end = words[span.end - 1].end;
      for (std::uint32_t w = words[span.begin].first; w < words[span.end - 1].last; ++w) {
        is_name[w] = true;
      }
      if (n > 0 && ends_sentence(words, names[n - 1].name.end, span.begin)) ++sentence;
      found.push_back({canonical_name(field.text.substr(begin, end - begin)),
                       posts[n],
                       {field.field, begin, end},
                       names[n].is_reference && words[span.begin].is(NameClass::kUnknown),
                       !names[n].is_reference &&
                           (names[n].is_strong || names[n].titles.end > names[n].titles.begin),
                       {},
                       0,
                       sentence,
                       names[n].titles.end > names[n].titles.begin});
      const std::size_t sure = sure_words(words, span);
      if (sure < span.end) {
        found.back().sure_end = words[sure - 1].end;
        found.back().sure_name =
            canonical_name(field.text.substr(begin, found.back().sure_end - begin));
      }
    }
  }
  result.persons = join_mentions(std::move(found));
  return result;
}

}  // namespace bayan::entity
