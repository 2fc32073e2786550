#include "common/entity/organisation_recognizer.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "common/entity/clean_words.h"
#include "common/entity/organisation_name.h"

namespace bayan::entity {
namespace {

constexpr std::string_view kArticle = "ال";

/// States of which a word in a body's name speaks: «الديوان الأميري», «دائرة …» in the Emirates. Of
/// those at home one of them is meant before the others.
std::span<const std::string_view> states_of(std::string_view form) {
  constexpr static std::string_view kKingdoms[] = {"SA", "BH", "JO", "MA", "GB", "ES", "BE",
                                                   "NL", "SE", "NO", "DK", "TH", "MY"};
  constexpr static std::string_view kEmirates[] = {"QA", "KW"};
  constexpr static std::string_view kSultanates[] = {"OM", "BN"};
  constexpr static std::string_view kFederations[] = {"AE", "IQ", "DE", "RU", "US", "CH",
                                                      "AT", "BR", "NG", "ET", "PK"};
  constexpr static std::string_view kOfDepartments[] = {"AE", "JO", "IQ", "PS", "SY", "LB"};
  if (form == "الملكي" || form == "الملكيه") return kKingdoms;
  if (form == "الاميري" || form == "الاميريه") return kEmirates;
  if (form == "السلطاني" || form == "السلطانيه") return kSultanates;
  if (form == "الاتحادي" || form == "الاتحاديه") return kFederations;
  if (form == "دايره") return kOfDepartments;
  return {};
}

class Collector {
 public:
  Collector(const OrganisationLexicon& lexicon, const WordClassifier& classifier,
            const CountryGazetteer& countries, const std::vector<std::string>& homes)
      : lexicon_(lexicon), classifier_(classifier), countries_(countries), homes_(homes) {}

  void read(const BodyField& field) {
    const BodyNameReader reader(field.words, lexicon_, classifier_, countries_);
    for (std::size_t i = 0; i < field.words.words.size();) {
      if ((field.words.words[i].roles & kMayBeginBody) == 0) {  // nearly every word
        ++i;
        continue;
      }
      const BodyNameReader::Reading reading = reader.read(i);
      if (reading.name) {
        note(field, *reading.name);
        i = reading.name->end;
      } else if (!reading.short_head.empty()) {
        i = add_short(field, reading.short_head, i, reader.short_end(i));
      } else {
        ++i;
      }
    }
  }

  std::vector<Organisation> finish() {
    join_beginnings();
    for (Organisation& body : bodies_) std::ranges::sort(body.mentions);
    std::ranges::stable_sort(bodies_, {}, [](const Organisation& o) { return o.mentions.front(); });
    return std::move(bodies_);
  }

 private:
  void note(const BodyField& field, const BodyName& name) {
    const std::vector<Word>& words = field.words.words;
    const std::string_view surface =
        field.text.substr(words[name.begin].begin, words[name.begin].end - words[name.begin].begin);
    const std::string_view bare = without_letters(surface, name.clitic_letters);
    // «للوزارة»: the second lam is the article's.
    const std::string_view named =
        name.has_merged_article ? without_letters(surface, name.clitic_letters - 1) : bare;
    const auto begin = static_cast<std::uint32_t>(words[name.begin].end - named.size());
    std::string first =
        (name.has_merged_article ? std::string(kArticle) : "") + without_marks(bare);
    Organisation body;
    body.mentions = {{field.words.field, begin, words[name.end - 1].end}};
    body.name = printed(field, name, first, name.end);
    name_body(field, name, first, body);
    const bool is_of_home = name.is_of_state && name.country.empty();
    add(std::move(body), name.first_form, is_of_home);
  }

  /// The words of the name up to `end`, cleaned, between single spaces.
  static std::string printed(const BodyField& field, const BodyName& name, std::string out,
                             std::size_t end) {
    for (std::size_t i = name.begin + 1; i < end; ++i) {
      const Word& word = field.words.words[i];
      if (word.kind != WordKind::kLetters && word.kind != WordKind::kDigits) continue;
      out += ' ' + without_marks(field.text.substr(word.begin, word.end - word.begin));
    }
    return out;
  }

  /// Fills in key and normal form.
  void name_body(const BodyField& field, const BodyName& name, const std::string& first,
                 Organisation& body) const {
    const std::string country = country_of(field, name);
    const std::string head = name.known != nullptr
                                 ? std::string(split_words(name.known->name).front().form)
                                 : name.first_form;
    const bool is_feminine = head.ends_with("ه") || (lexicon_.flags(head) & kFeminineHead) != 0;
    const std::string adjective = countries_.adjective(country, is_feminine);
    std::string core =
        name.known != nullptr ? name.known->name : printed(field, name, first, name.core_end);
    if (name.has_genitive) core = with_article(std::move(core));
    const bool has_adjective = !adjective.empty() && core.ends_with(" " + adjective);
    if (has_adjective) core.resize(core.size() - adjective.size() - 1);
    body.key.clear();
    std::string last;
    for (const Word& word : split_words(core)) {
      if (word.kind == WordKind::kMark || word.kind == WordKind::kLineEnd) continue;
      if (!body.key.empty() && last != "عبد") body.key += ' ';
      last = word.form;
      body.key += one_hamza(std::string(word.form));
    }
    body.normal = std::move(core);
    if (country.empty()) return;
    body.key += '@' + country;
    if (!name.is_of_state && !has_adjective) return;
    body.normal += adjective.empty() ? " (" + country_name(country, "ar") + ")" : " " + adjective;
  }

  /// The state that the body belongs to: where the text does not say, the first of `homes` that has
  /// such a body.
  [[nodiscard]] std::string country_of(const BodyField& field, const BodyName& name) const {
    if (!name.is_of_state || !name.country.empty()) return name.country;
    if (name.known == nullptr && !homes_.empty()) {
      if (std::string state = home_by_form(field, name); !state.empty()) return state;
    }
    for (const std::string& home : homes_) {
      if (name.known == nullptr || name.known->states.empty() ||
          std::ranges::find(name.known->states, home) != name.known->states.end()) {
        return home;
      }
    }
    return {};
  }

  /// The likeliest home that a word of the name speaks of; empty where none does.
  [[nodiscard]] std::string home_by_form(const BodyField& field, const BodyName& name) const {
    for (std::size_t i = name.begin; i < name.end; ++i) {
      const auto states = states_of(i == name.begin ? std::string_view(name.first_form)
                                                    : field.words.words[i].form);
      if (states.empty()) continue;
      const auto home = std::ranges::find_if(homes_, [&](const std::string& code) {
        return std::ranges::find(states, code) != states.end();
      });
      return home == homes_.end() ? std::string() : *home;
    }
    return {};
  }

  /// «وزارة خارجية» -> «وزارة الخارجية», «سفارة» -> «السفارة»: without the genitive that made it
  /// definite.
  static std::string with_article(std::string core) {
    const std::size_t space = core.rfind(' ');
    const std::size_t last = space == std::string::npos ? 0 : space + 1;
    if (std::string_view(core).substr(last).starts_with(kArticle)) return core;
    return core.insert(last, kArticle);
  }

  void add(Organisation body, std::string_view head, bool is_of_home) {
    const auto [place, is_new] = by_key_.try_emplace(body.key, bodies_.size());
    if (!is_new) {
      bodies_[place->second].mentions.push_back(body.mentions.front());
      if (!is_of_home) is_of_home_[place->second] = false;
      return;
    }
    if (head.starts_with(kArticle)) head.remove_prefix(kArticle.size());
    by_head_[std::string(head)].push_back(bodies_.size());
    bodies_.push_back(std::move(body));
    is_of_home_.push_back(is_of_home);
  }

  /// «محكمة العدل» beside «محكمة العدل الدولية» is that one, where it is the only one that goes on
  /// so and nothing gave the shorter a country of its own.
  void join_beginnings() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_beginning;
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      const std::string core = bodies_[i].key.substr(0, bodies_[i].key.find('@'));
      for (std::size_t space = core.find(' '); space != std::string::npos;
           space = core.find(' ', space + 1)) {
        by_beginning[core.substr(0, space)].push_back(i);
      }
    }
    std::vector<bool> is_joined(bodies_.size(), false);
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      if (!is_of_home_[i]) continue;
      const auto found = by_beginning.find(bodies_[i].key.substr(0, bodies_[i].key.find('@')));
      if (found == by_beginning.end() || found->second.size() != 1) continue;
      if (found->first.find(' ') == std::string::npos) continue;
      std::vector<Mention>& mentions = bodies_[found->second.front()].mentions;
      mentions.insert(mentions.end(), bodies_[i].mentions.begin(), bodies_[i].mentions.end());
      is_joined[i] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      if (is_joined[i]) continue;
      if (kept != i) bodies_[kept] = std::move(bodies_[i]);
      ++kept;
    }
    bodies_.resize(kept);
  }

  /// «الهيئة» in word `i` is the one body with that head that was named before it. Adjectives
  /// behind it, up to `end`, are of its name («المجلس الأعلى») or mean another body. Gives the word
  /// behind.
  std::size_t add_short(const BodyField& field, const std::string& head, std::size_t i,
                        std::size_t end) {
    const auto found = by_head_.find(head);
    if (found == by_head_.end()) return i + 1;
    std::string described;
    for (std::size_t at = i + 1; at < end; ++at) {
      described += ' ' + one_hamza(std::string(field.words.words[at].form));
    }
    const std::vector<std::size_t>& named = found->second;
    const auto is_meant = [&](std::size_t body) {
      return goes_on_so(bodies_[body].key, described);
    };
    const auto body = std::ranges::find_if(named, is_meant);
    if (body == named.end() || std::find_if(body + 1, named.end(), is_meant) != named.end()) {
      return i + 1;
    }
    const std::vector<Word>& words = field.words.words;
    bodies_[*body].mentions.push_back({field.words.field, words[i].begin, words[end - 1].end});
    return end;
  }

  /// Whether the words of a key behind its first begin with `described`.
  static bool goes_on_so(std::string_view key, std::string_view described) {
    if (described.empty()) return true;
    const std::size_t space = key.find(' ');
    if (space == std::string_view::npos || !key.substr(space).starts_with(described)) return false;
    const std::string_view rest = key.substr(space + described.size());
    return rest.empty() || rest.front() == ' ' || rest.front() == '@';
  }

  const OrganisationLexicon& lexicon_;
  const WordClassifier& classifier_;
  const CountryGazetteer& countries_;
  const std::vector<std::string>& homes_;
  std::vector<Organisation> bodies_;
  std::vector<bool> is_of_home_;  ///< of each body: no country stands with it
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_head_;  ///< without the article
};

}  // namespace

Result<OrganisationRecognizer> OrganisationRecognizer::load(const std::filesystem::path& directory,
                                                            const CountryGazetteer& countries,
                                                            const WordClassifier& classifier) {
  Result<OrganisationLexicon> lexicon = OrganisationLexicon::load(directory);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return OrganisationRecognizer(std::move(*lexicon), countries, classifier);
}

bool OrganisationRecognizer::may_begin(std::string_view form) const {
  return BodyNameReader::may_begin(lexicon_, form);
}

std::vector<Organisation> OrganisationRecognizer::recognize(
    const std::vector<BodyField>& fields, const std::vector<std::string>& homes) const {
  Collector collector(lexicon_, *classifier_, *countries_, homes);
  for (const BodyField& field : fields) collector.read(field);
  return collector.finish();
}

}  // namespace bayan::entity
