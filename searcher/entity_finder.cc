#include "searcher/entity_finder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>

#include "common/text/fold.h"
#include "common/text/skeleton.h"
#include "searcher/entity_statements.h"
#include "searcher/nearest_names.h"
#include "searcher/other_names.h"
#include "searcher/typed_name.h"

namespace bayan::searcher {

/// An entity with how well it is named; the less the better.
struct EntityFinder::Ranked {
  FoundEntity entity;
  Fit fit = Fit::kSomeWords;
  bool lacks_title = false;
  int distance = 0;  ///< in steps that a reader would notice
  [[nodiscard]] auto closeness() const { return std::tuple(lacks_title, fit, distance); }
  /// Closest first, then by how often they are named.
  [[nodiscard]] auto order() const {
    return std::tuple(closeness(), ~entity.statements, std::string_view(entity.key));
  }
};

namespace {

constexpr std::uint32_t kMostKeys = 10'000;
constexpr std::size_t kCandidates = 6;

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// Far enough for a reader to see which of two spellings is meant.
int steps(double distance) {
  constexpr double kStep = 0.4;
  return static_cast<int>(distance / kStep);
}

/// Of a word on the average. The consonants agree already.
constexpr double kFarthestSpelling = 2;

/// Whether a post begins with one of the words, or with a deputy of it («نائب الملك»); the king of
/// «مدير جامعة الملك …» is another.
bool holds_post(const std::vector<std::string>& posts, const std::vector<std::string_view>& words) {
  constexpr std::size_t kFirstWords = 2;
  return std::ranges::any_of(posts, [&words](const std::string& post) {
    std::vector<std::string> first = table_words(post);
    if (first.size() > kFirstWords) first.resize(kFirstWords);
    return std::ranges::any_of(first, [&words](const std::string& word) {
      return std::ranges::find(words, word) != words.end();
    });
  });
}

std::string described(const FoundEntity& entity) {
  std::string out = fmt::format("{} ({} {}", entity.name, entity.statements,
                                entity.statements == 1 ? "statement" : "statements");
  if (!entity.posts.empty()) out += ", " + entity.posts.front();
  return out + ")";
}

using Skeletons = std::vector<std::string> (*)(std::string_view);

Result<std::vector<std::uint32_t>> keys_that_sound(const index::EntityTable& entities,
                                                   index::FieldId field, const TypedName& name) {
  const Skeletons skeletons_of = name.is_latin ? text::latin_skeletons : text::arabic_skeletons;
  std::vector<std::vector<std::string>> skeletons;
  for (const std::string& word : name.words) {
    skeletons.push_back(skeletons_of(word));
    if (skeletons.back().empty()) skeletons.pop_back();
  }
  return skeletons.empty() ? std::vector<std::uint32_t>()
                           : entities.find_sounds(field, skeletons, kMostKeys);
}

Result<std::vector<std::uint32_t>> keys_with_words(const index::EntityTable& entities,
                                                   index::FieldId field, const TypedName& name) {
  const std::vector<std::string> words = table_words(joined(name.words));
  return words.empty() ? std::vector<std::uint32_t>()
                       : entities.find_words(field, words, kMostKeys);
}

}  // namespace

Result<FoundEntity> EntityFinder::describe(index::FieldId field, std::uint32_t id) const {
  Result<index::EntityRecord> entity = entities_.entity(id);
  const Result<std::uint64_t> statements = count_statements(statements_, entities_, field, id);
  if (!entity || !statements) return tl::unexpected(entity ? statements.error() : entity.error());
  return FoundEntity{id, std::move(entity->key), std::move(entity->name), std::move(entity->posts),
                     *statements};
}

Result<std::vector<EntityFinder::Ranked>> EntityFinder::rank(index::FieldId field,
                                                             std::string_view typed,
                                                             bool keeps_title) const {
  // Posts and bodies begin with what is a title before a name: «ملك البحرين».
  const bool has_titles = field == index::FieldId::kPerson;
  const TypedName name = has_titles ? take_apart(typed, keeps_title) : without_titles(typed);
  Result<std::vector<std::uint32_t>> keys = std::vector<std::uint32_t>();
  if (!name.is_latin) keys = keys_with_words(entities_, field, name);
  // «الخليفة» for «آل خليفة» is no other name, and found by its sound alone.
  const bool by_sound = keys && keys->empty();
  if (by_sound) keys = keys_that_sound(entities_, field, name);
  if (!keys) return tl::unexpected(keys.error());
  std::map<std::uint32_t, Ranked> ranked;
  for (const std::uint32_t id : *keys) {
    const std::uint32_t entity_id = entities_.entity_ids()[id];
    if (entity_id == 0) continue;
    const Result<index::EntityRecord> own = entities_.record(id);
    if (!own) return tl::unexpected(own.error());
    Ranked one;
    // The key of a body or post ends in the code of the state that it belongs to.
    const std::vector<std::string> words =
        compared_words(field == index::FieldId::kPerson ? own->key : own->name);
    if (name.is_latin) {
      const LatinFit fit = fit_latin(name, words);
      if (fit.distance > kFarthestSpelling) continue;
      // Of spellings of two words nobody can say that one is the very name and another short for
      // one.
      constexpr std::size_t kTellingWords = 3;
      one.fit = name.words.size() < kTellingWords ? std::max(fit.fit, Fit::kShort) : fit.fit;
      if (name.is_by_first_name && !fit.begins_alike) one.fit = Fit::kSomeWords;
      one.distance = steps(fit.distance);
    } else {
      one.fit = fit_of(name.words, words);
      const bool is_key = own->key == typed && typed.find(' ') != std::string_view::npos;
      if (is_key) one.fit = Fit::kWhole;
      if (name.is_by_first_name && name.words.front() != words.front()) one.fit = Fit::kSomeWords;
      if (by_sound && one.fit == Fit::kSomeWords) continue;
    }
    const auto [place, is_new] = ranked.try_emplace(entity_id, one);
    if (!is_new && one.closeness() < place->second.closeness()) place->second = one;
  }
  std::vector<Ranked> out;
  for (auto& [id, one] : ranked) {
    Result<FoundEntity> entity = describe(field, id);
    if (!entity) return tl::unexpected(entity.error());
    one.lacks_title = !name.post_words.empty() && !holds_post(entity->posts, name.post_words);
    one.entity = std::move(*entity);
    if (one.entity.statements > 0) out.push_back(std::move(one));
  }
  std::ranges::sort(out, std::less<>(), &Ranked::order);
  return out;
}

Result<std::vector<EntityFinder::Ranked>> EntityFinder::rank_as_typed(
    index::FieldId field, std::string_view typed) const {
  Result<std::vector<Ranked>> with_title = rank(field, typed, true);
  const bool is_enough = !with_title || field != index::FieldId::kPerson ||
                         (!with_title->empty() && with_title->front().fit != Fit::kSomeWords);
  if (is_enough) return with_title;
  Result<std::vector<Ranked>> without = rank(field, typed, false);
  return !without || without->empty() ? with_title : without;
}

/// What the other names of a body or post find goes before what only sounds like the one typed or
/// holds its words.
Result<std::vector<EntityFinder::Ranked>> EntityFinder::rank_exact(index::FieldId field,
                                                                   std::string_view name) const {
  Result<std::vector<Ranked>> ranked = rank(field, name, true);
  if (!ranked) return ranked;
  const std::vector<std::string> words = table_words(name);
  std::erase_if(*ranked, [&](const Ranked& one) { return table_words(one.entity.name) != words; });
  return ranked;
}

Result<std::vector<EntityFinder::Ranked>> EntityFinder::rank(index::FieldId field,
                                                             std::string_view typed) const {
  if (typed.size() > 1 && typed.front() == '=') return rank_exact(field, typed.substr(1));
  Result<std::vector<Ranked>> as_typed = rank_as_typed(field, typed);
  if (!as_typed || (!as_typed->empty() && as_typed->front().fit == Fit::kWhole)) return as_typed;
  const Result<std::vector<std::string>> others = other_names(field, typed, countries_);
  if (!others) return tl::unexpected(others.error());
  std::vector<Ranked> found;
  for (const std::string& name : *others) {
    Result<std::vector<Ranked>> ranked = rank_as_typed(field, name);
    if (!ranked) return ranked;
    for (Ranked& one : *ranked) {
      const bool is_new = std::ranges::none_of(
          found, [&one](const Ranked& known) { return known.entity.id == one.entity.id; });
      if (!is_new || one.fit == Fit::kSomeWords) continue;
      // Of several names nobody can say which one was meant.
      if (others->size() > 1) one.fit = Fit::kShort;
      found.push_back(std::move(one));
    }
  }
  if (found.empty()) return as_typed;
  std::ranges::stable_sort(found, std::less<>(), &Ranked::order);
  return found;
}

Result<std::vector<FoundEntity>> EntityFinder::find(index::FieldId field,
                                                    std::string_view typed) const {
  return rank(field, typed).map([](std::vector<Ranked> ranked) {
    std::vector<FoundEntity> found;
    for (Ranked& one : ranked) found.push_back(std::move(one.entity));
    return found;
  });
}

Result<FoundEntity> EntityFinder::choose(index::FieldId field, std::string_view typed) const {
  constexpr std::uint64_t kFarOftener = 3;
  const Result<std::vector<Ranked>> ranked = rank(field, typed);
  if (!ranked) return tl::unexpected(ranked.error());
  if (ranked->empty()) return nobody(field, typed);
  const Ranked& first = ranked->front();
  const bool is_only = ranked->size() == 1 || (*ranked)[1].closeness() != first.closeness();
  const bool is_far_oftener =
      !is_only && first.entity.statements >= kFarOftener * (*ranked)[1].entity.statements;
  const bool is_exact = typed.size() > 1 && typed.front() == '=';
  if (is_only || is_far_oftener || is_exact) return first.entity;
  std::vector<std::string> names;
  Ambiguity ambiguity{std::string(typed), {}};
  for (const Ranked& one : *ranked) {
    if (names.size() == kCandidates) break;
    names.push_back(described(one.entity));
    ambiguity.choices.push_back({names.back(), '=' + one.entity.name});
  }
  Error several{ErrorKind::kQuery, fmt::format("several are named «{}»", typed),
                fmt::format("write more of the name, or =NAME: {}{}", fmt::join(names, " · "),
                            ranked->size() > kCandidates ? " …" : "")};
  several.ambiguity = std::move(ambiguity);
  return tl::unexpected(std::move(several));
}

tl::unexpected<Error> EntityFinder::nobody(index::FieldId field, std::string_view typed) const {
  std::vector<std::string> names;
  const auto nearest = nearest_names(statements_, entities_, field, typed, kCandidates);
  if (!nearest) return tl::unexpected(nearest.error());
  for (const NearName& near : *nearest) names.push_back(near.name);
  return fail(ErrorKind::kQuery,
              fmt::format("the index names no {} «{}»", index::field(field).name, typed),
              did_you_mean(names, fmt::format("--list={} lists them, --facet-find TEXT those alone "
                                              "whose names hold it",
                                              index::field(field).name)));
}

}  // namespace bayan::searcher
