#include "common/entity/extractor.h"

#include <algorithm>
#include <array>

#include "common/entity/country_recognizer.h"
#include "common/entity/date_recognizer.h"
#include "common/entity/home_country.h"
#include "common/entity/organisation_recognizer.h"
#include "common/entity/person_homes.h"
#include "common/entity/person_recognizer.h"
#include "common/entity/post_normalizer.h"
#include "common/entity/relative_dates.h"
#include "common/entity/user_names.h"
#include "common/entity/word_memo.h"

namespace bayan::entity {
namespace {

/// Statements of the Saudi Press Agency speak of «المملكة» and sign with «واس».
bool is_saudi_agency(const Context& context, const std::vector<Word>& body) {
  if (context.issuer == "was" || context.issuer == "واس" || context.issuer == "SPA") return true;
  constexpr std::size_t kDatelineWords = 25;
  constexpr std::size_t kSignatureWords = 20;
  for (std::size_t i = 0; i < std::min(body.size(), kDatelineWords); ++i) {
    if (body[i].form == "واس") return true;
  }
  // «// انتهى //», then the hour
  const std::size_t from = body.size() > kSignatureWords ? body.size() - kSignatureWords : 0;
  for (std::size_t i = std::max<std::size_t>(from, 2); i + 2 < body.size(); ++i) {
    if (body[i].form == "انتهي" && body[i - 1].form == "/" && body[i - 2].form == "/" &&
        body[i + 1].form == "/" && body[i + 2].form == "/") {
      return true;
    }
  }
  return false;
}

/// What «المملكة» means where it stands alone: the issuer's own country, if that is one.
std::string kingdom_of(const HomeCountry& home, const Context& context, bool is_saudi) {
  constexpr std::array<std::string_view, 4> kKingdoms = {"SA", "BH", "JO", "MA"};
  if (is_saudi) return "SA";
  std::string country = home.country_of(context.issuer);
  return std::ranges::find(kKingdoms, country) != kKingdoms.end() ? country : std::string();
}

}  // namespace

struct Extractor::Recognisers {
  std::unique_ptr<const CountryGazetteer> countries;  ///< in its own place: persons point to it
  DateRecognizer dates;
  PersonRecognizer persons;
  OrganisationRecognizer organisations;
  HomeCountry home;
  PostNormalizer posts;
  IssuerNames issuers;
  UserNames user_names;

  /// What all tables say of a folded word.
  WordFacts work_out(std::string_view form) const;
  struct Facts {
    std::vector<WordFacts> of_words;
    std::uint8_t roles = 0;  ///< that any of them has
  };
  /// The same of all `words`, remembered; gives the words their roles.
  Facts look_up(std::vector<Word>& words, WordMemo& memo) const;
};

WordFacts Extractor::Recognisers::work_out(std::string_view form) const {
  WordFacts found = persons.facts(form);
  if (may_begin_country(*countries, form)) found.roles |= kMayBeginCountry;
  if (organisations.may_begin(form)) found.roles |= kMayBeginBody;
  if (dates.may_begin_month(std::string(form))) found.roles |= kMayBeginMonth;
  if (DateRecognizer::may_begin_year(form)) found.roles |= kMayBeginYear;
  if (may_begin_relative_date(form)) found.roles |= kMayBeginRelativeDate;
  if (may_tell_home(form)) found.roles |= kMayTellHome;
  return found;
}

Extractor::Recognisers::Facts Extractor::Recognisers::look_up(std::vector<Word>& words,
                                                              WordMemo& memo) const {
  constexpr std::size_t kAhead = 16;
  Facts facts;
  facts.of_words.reserve(words.size());
  std::array<std::uint64_t, 2 * kAhead> hashes;  // of the words about, by number modulo the size
  const auto hash_of = [&](std::size_t i) -> std::uint64_t& { return hashes[i % hashes.size()]; };
  const auto announce = [&](std::size_t i) {
    if (i >= words.size() || words[i].kind != WordKind::kLetters) return;
    hash_of(i) = WordMemo::hash(words[i].form);
    memo.bring_near(hash_of(i));
  };
  for (std::size_t i = 0; i < kAhead; ++i) announce(i);
  for (std::size_t i = 0; i < words.size(); ++i) {
    announce(i + kAhead);
    Word& word = words[i];
    if (word.kind != WordKind::kLetters) {
      facts.of_words.emplace_back();
      continue;
    }
    facts.of_words.push_back(memo.facts(hash_of(i), [&] { return work_out(word.form); }));
    word.roles = facts.of_words.back().roles;
    facts.roles |= word.roles;
  }
  return facts;
}

Extractor::Extractor(std::unique_ptr<const Recognisers> recognisers)
    : recognisers_(std::move(recognisers)), memos_(std::make_unique<Memos>()) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const IssuerNames& Extractor::issuers() const { return recognisers_->issuers; }

Result<Extractor> Extractor::load(const std::filesystem::path& directory) {
  return load_with(directory, {});
}

Result<Extractor> Extractor::load_with(const std::filesystem::path& directory,
                                       const UserGazetteer& known) {
  Result<CountryGazetteer> countries = CountryGazetteer::load(directory);
  if (!countries) return tl::unexpected(countries.error());
  auto kept = std::make_unique<const CountryGazetteer>(std::move(*countries));
  Result<DateRecognizer> dates = DateRecognizer::load(directory);
  if (!dates) return tl::unexpected(dates.error());
  Result<PersonRecognizer> persons = PersonRecognizer::load(directory, *kept);
  if (!persons) return tl::unexpected(persons.error());
  Result<OrganisationRecognizer> organisations =
      OrganisationRecognizer::load(directory, *kept, persons->classifier());
  if (!organisations) return tl::unexpected(organisations.error());
  Result<HomeCountry> home = HomeCountry::load(directory, *kept);
  if (!home) return tl::unexpected(home.error());
  Result<PostNormalizer> posts = PostNormalizer::load(directory, *kept);
  if (!posts) return tl::unexpected(posts.error());
  Result<IssuerNames> issuers = IssuerNames::load(directory);
  if (!issuers) return tl::unexpected(issuers.error());
  return Extractor(std::make_unique<const Recognisers>(Recognisers{
      std::move(kept), std::move(*dates), std::move(*persons), std::move(*organisations),
      std::move(*home), std::move(*posts), std::move(*issuers), UserNames(known)}));
}

Recognised Extractor::extract(std::string_view title, std::string_view body,
                              const Context& context) const {
  Words title_words = split_words(title);
  Words body_words = split_words(body);
  const Memos::Loan memo(*memos_);
  const Recognisers::Facts title_facts = recognisers_->look_up(title_words.list(), memo->words);
  const Recognisers::Facts body_facts = recognisers_->look_up(body_words.list(), memo->words);
  const bool is_saudi = is_saudi_agency(context, body_words);
  PersonRecognizer::Found persons =
      recognisers_->persons.recognize({{Field::kTitle, title, title_words, title_facts.of_words},
                                       {Field::kBody, body, body_words, body_facts.of_words}},
                                      is_saudi);
  Recognised found;
  found.persons = std::move(persons.persons);
  found.countries = recognize_countries(*recognisers_->countries,
                                        {{Field::kTitle, title_words, persons.is_name[0], title},
                                         {Field::kBody, body_words, persons.is_name[1], body}},
                                        kingdom_of(recognisers_->home, context, is_saudi));
  const std::vector<std::string> homes =
      recognisers_->home.find(context.issuer,
                              {{title, title_words, (title_facts.roles & kMayTellHome) != 0},
                               {body, body_words, (body_facts.roles & kMayTellHome) != 0}},
                              found.countries);
  const WordClassifier& classifier = recognisers_->persons.classifier();
  const std::string issuer_country = recognisers_->home.country_of(context.issuer);
  for (Person& person : found.persons) {
    if (person.position.empty()) continue;
    const std::vector<std::string> states = homes_of(person, homes, issuer_country, classifier);
    person.posts = memo->posts.posts(person.position, states, [&] {
      return recognisers_->posts.split(person.position, classifier, states);
    });
  }
  found.organisations = recognisers_->organisations.recognize(
      {{title, {Field::kTitle, title_words, persons.is_name[0]}},
       {body, {Field::kBody, body_words, persons.is_name[1]}}},
      homes);
  recognisers_->user_names.recognize(Field::kTitle, title, title_words, found);
  recognisers_->user_names.recognize(Field::kBody, body, body_words, found);
  const DateRecognizer& dates = recognisers_->dates;
  found.dateline = dates.dateline(body_words);
  const std::string_view written =
      context.publication_date.empty() ? found.dateline : context.publication_date;
  found.dates = dates.recognize(Field::kTitle, title_words, written);
  std::vector<DateMention> in_body = dates.recognize(Field::kBody, body_words, written);
  found.dates.insert(found.dates.end(), in_body.begin(), in_body.end());
  return found;
}

}  // namespace bayan::entity
