#include "common/entity/user_names.h"

#include <algorithm>
#include <array>

#include "common/entity/clean_words.h"
#include "common/entity/name_spelling.h"
#include "common/entity/word.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using text::kLetterBytes;

std::vector<std::string> telling_words(std::string_view name) {
  std::vector<std::string> forms;
  for (const Word& word : split_words(name)) {
    const bool is_word = word.kind == WordKind::kLetters || word.kind == WordKind::kDigits;
    if (is_word && (forms.empty() || !is_connector(word.form))) {
      forms.emplace_back(word.form);
    }
  }
  return forms;
}

bool overlap(const Mention& a, const Mention& b) {
  return a.field == b.field && a.begin < b.end && b.begin < a.end;
}

template <typename Entities>
bool is_taken(const Entities& entities, const Mention& mention) {
  return std::ranges::any_of(entities, [&](const auto& entity) {
    return std::ranges::any_of(entity.mentions,
                               [&](const Mention& other) { return overlap(mention, other); });
  });
}

template <typename Entity>
void put(std::vector<Entity>& entities, std::string Entity::*key, Entity entity) {
  const auto known = std::ranges::find(entities, entity.*key, key);
  if (known == entities.end()) {
    entities.push_back(std::move(entity));
  } else {
    known->mentions.push_back(entity.mentions.front());
  }
}

template <typename Entities>
void sort_by_mention(Entities& entities) {
  for (auto& entity : entities) std::ranges::sort(entity.mentions);
  std::ranges::stable_sort(entities, {},
                           [](const auto& entity) { return entity.mentions.front(); });
}

}  // namespace

UserNames::UserNames(const UserGazetteer& gazetteer) {
  const auto add_all = [this](Kind kind, const std::vector<UserGazetteer::Named>& all) {
    for (const UserGazetteer::Named& named : all) {
      const bool is_country = kind == Kind::kCountry;
      if (!is_country) add(kind, named.name);
      for (const std::string& other : named.others) {
        add(kind, other, is_country ? named.name : std::string());
      }
    }
  };
  add_all(Kind::kPerson, gazetteer.persons);
  add_all(Kind::kBody, gazetteer.organisations);
  add_all(Kind::kCountry, gazetteer.countries);
}

void UserNames::add(Kind kind, const std::string& name, std::string code) {
  const std::vector<std::string> words = telling_words(name);
  if (words.empty()) return;
  std::string key;
  for (const std::string& word : words) key += word;
  names_.try_emplace(std::move(key), Name{kind, std::move(code)});
  // «عبد الله» may be printed as two words.
  std::size_t& longest = longest_from_[words.front()];
  longest = std::max(longest, words.size());
  if (words.front().starts_with("عبد") && words.front().size() > 3 * kLetterBytes) {
    std::size_t& apart = longest_from_["عبد"];
    apart = std::max(apart, words.size() + 1);
  } else if (words.front() == "عبد" && words.size() > 1) {
    std::size_t& joined = longest_from_[words[0] + words[1]];
    joined = std::max(joined, words.size());
  }
}

UserNames::Match UserNames::match_from(const std::vector<Word>& words, std::size_t i,
                                       std::string_view first) const {
  const auto longest = longest_from_.find(std::string(first));
  if (longest == longest_from_.end()) return {};
  // A blank more inside: «عبد الله», «عبد العزيز» further on.
  const std::size_t most = longest->second * 2;
  Match match;
  std::string key(first);
  std::size_t count = 1;
  for (std::size_t end = i + 1;; ++end) {
    if (const auto found = names_.find(key); found != names_.end())
      match = {&found->second, end, 0};
    while (end < words.size() && is_connector(words[end].form)) ++end;
    const bool goes_on =
        end < words.size() && count < most &&
        (words[end].kind == WordKind::kLetters || words[end].kind == WordKind::kDigits);
    if (!goes_on) return match;
    key += words[end].form;
    ++count;
  }
}

UserNames::Match UserNames::match_at(const std::vector<Word>& words, std::size_t i) const {
  const std::string form(words[i].form);
  if (const Match match = match_from(words, i, form); match.name != nullptr) return match;
  constexpr std::array<std::string_view, 4> kClitics = {"و", "ف", "ل", "ب"};
  for (const std::string_view clitic : kClitics) {
    if (!form.starts_with(clitic) || form.size() <= 2 * kLetterBytes) continue;
    Match match = match_from(words, i, std::string_view(form).substr(kLetterBytes));
    const bool may_be = match.end > i + 1 || clitic == "و";
    if (match.name == nullptr || !may_be) continue;
    match.clitic_letters = 1;
    return match;
  }
  return {};
}

void UserNames::recognize(Field field, std::string_view text, const std::vector<Word>& words,
                          Recognised& found) const {
  if (is_empty()) return;
  for (std::size_t i = 0; i < words.size();) {
    const Match match = words[i].kind == WordKind::kLetters ? match_at(words, i) : Match();
    if (match.name == nullptr) {
      ++i;
      continue;
    }
    const std::uint32_t last = words[match.end - 1].end;
    const std::string_view surface =
        without_letters(text.substr(words[i].begin, last - words[i].begin), match.clitic_letters);
    const Mention mention{field, last - static_cast<std::uint32_t>(surface.size()), last};
    i = match.end;
    if (is_taken(found.persons, mention) || is_taken(found.organisations, mention)) continue;
    const std::string name = one_line(without_marks(surface));
    switch (match.name->kind) {
      case Kind::kPerson:
        put(found.persons, &Person::key, Person{gazetteer_key(name), name, {}, {mention}});
        break;
      case Kind::kBody:
        put(found.organisations, &Organisation::key,
            Organisation{gazetteer_key(name), name, name, {mention}});
        break;
      case Kind::kCountry:
        if (is_taken(found.countries, mention)) break;
        put(found.countries, &Country::code, Country{match.name->code, {mention}});
        break;
    }
  }
  sort_by_mention(found.persons);
  sort_by_mention(found.organisations);
  sort_by_mention(found.countries);
}

}  // namespace bayan::entity
