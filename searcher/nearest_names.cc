#include "searcher/nearest_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "common/base/edit_distance.h"
#include "common/base/utf8.h"
#include "common/entity/name_spelling.h"
#include "common/text/skeleton.h"
#include "common/text/slips.h"
#include "searcher/entity_statements.h"
#include "searcher/typed_name.h"

namespace bayan::searcher {
namespace {

/// A word of the table that a typed one may stand for.
struct NearWord {
  double distance;
  std::string word;
};

constexpr std::size_t kNearWords = 40;       // that one typed word stands for
constexpr std::uint32_t kMostKeys = 20'000;  // with one of those
constexpr std::size_t kMostCompared = 300;   // entities whose statements are counted
constexpr double kMissing = 3;               // distance of a typed word that a name has nothing of
constexpr double kFurtherThanNearest = 1;    // what is farther is left out
constexpr double kStep = 0.5;                // nearer to each other than that is equally near

/// How far a slip may be: one in a short word, two in a longer one.
double farthest(std::size_t letter_count) { return letter_count <= 4 ? 1 : 2; }

/// Holds words of the table against one that was typed, in whichever scripts they are.
class TypedWord {
 public:
  explicit TypedWord(const std::string& word)
      : word_(word),
        letters_(utf8::code_points(word)),
        bare_(utf8::code_points(entity::without_article(word))),
        farthest_(farthest(letters_.size())) {
    if (text::is_latin_name(word)) spelling_.emplace(word);
  }

  /// Nothing where the two are too far apart.
  [[nodiscard]] std::optional<double> distance(const std::string& other) const {
    const double far = text::is_latin_name(other) ? from_latin(other) : from_arabic(other);
    return far <= farthest_ ? std::optional(far) : std::nullopt;
  }

 private:
  [[nodiscard]] double from_latin(const std::string& other) const {
    if (spelling_) return static_cast<double>(edit_distance(word_, other));
    return std::min(text::spelling_distance(other, letters_, farthest_),
                    text::spelling_distance(other, bare_, farthest_));
  }

  [[nodiscard]] double from_arabic(const std::string& other) const {
    const std::u32string whole = utf8::code_points(other);
    const std::u32string bare = utf8::code_points(entity::without_article(other));
    if (spelling_) {
      return std::min(spelling_->distance(whole, farthest_), spelling_->distance(bare, farthest_));
    }
    return std::min(text::slip_distance(letters_, whole, farthest_),
                    text::slip_distance(bare_, bare, farthest_));
  }

  std::string word_;
  std::u32string letters_;
  std::u32string bare_;
  double farthest_;
  std::optional<text::LatinSpelling> spelling_;
};

std::vector<NearWord> near_words(const std::vector<std::string>& known, const std::string& typed) {
  const TypedWord word(typed);
  std::vector<NearWord> near;
  for (const std::string& each : known) {
    if (const auto distance = word.distance(each)) near.push_back({*distance, each});
  }
  std::ranges::sort(near, {},
                    [](const NearWord& one) { return std::pair(one.distance, one.word); });
  if (near.size() > kNearWords) near.resize(kNearWords);
  return near;
}

using Distances = std::map<std::uint32_t, double>;  // by entity

/// Takes what a typed word brings into the distances of all entities that have a word near it.
Result<void> add_word(const index::EntityTable& entities, index::FieldId field,
                      const std::vector<NearWord>& near, Distances& sums) {
  std::set<std::uint32_t> seen;
  for (const NearWord& one : near) {
    const auto keys = entities.find_words(field, {one.word}, kMostKeys);
    if (!keys) return tl::unexpected(keys.error());
    for (const std::uint32_t key : *keys) {
      const std::uint32_t id = entities.entity_ids()[key];
      // The words come nearest first.
      if (id != 0 && seen.insert(id).second) sums[id] -= kMissing - one.distance;
    }
  }
  return {};
}

/// The nearest entities, near enough to be told with the nearest.
std::vector<std::pair<double, std::uint32_t>> nearest_ids(const Distances& sums, double of_none) {
  std::vector<std::pair<double, std::uint32_t>> ranked;
  for (const auto& [id, sum] : sums) {
    ranked.emplace_back(std::round((of_none + sum) / kStep) * kStep, id);
  }
  std::ranges::sort(ranked);
  if (ranked.size() > kMostCompared) ranked.resize(kMostCompared);
  std::erase_if(ranked, [nearest = ranked.empty() ? 0 : ranked.front().first](const auto& one) {
    return one.first > nearest + kFurtherThanNearest;
  });
  return ranked;
}

}  // namespace

Result<std::vector<NearName>> nearest_names(const Xapian::Database& statements,
                                            const index::EntityTable& entities,
                                            index::FieldId field, std::string_view typed,
                                            std::size_t most) {
  const TypedName name = take_apart(typed, false);
  const std::vector<std::string> words = table_words(fmt::format("{}", fmt::join(name.words, " ")));
  const auto known = entities.words(field);
  if (!known) return tl::unexpected(known.error());
  Distances sums;
  for (const std::string& word : words) {
    if (auto added = add_word(entities, field, near_words(*known, word), sums); !added) {
      return tl::unexpected(added.error());
    }
  }
  std::vector<NearName> names;
  for (const auto& [distance, id] :
       nearest_ids(sums, kMissing * static_cast<double>(words.size()))) {
    const auto entity = entities.entity(id);
    if (!entity) return tl::unexpected(entity.error());
    const auto count = count_statements(statements, entities, field, id);
    if (!count) return tl::unexpected(count.error());
    if (*count > 0) names.push_back({entity->name, distance, *count});
  }
  std::ranges::stable_sort(names, [](const NearName& a, const NearName& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.statements > b.statements;
  });
  if (names.size() > most) names.resize(most);
  return names;
}

std::string did_you_mean(const std::vector<std::string>& names, std::string_view otherwise) {
  std::vector<std::string> each;
  for (const std::string& name : names) {
    if (std::ranges::find(each, name) == each.end()) each.push_back(name);
  }
  return each.empty() ? std::string(otherwise)
                      : fmt::format("did you mean {}?", fmt::join(each, " · "));
}

tl::unexpected<Error> no_such_country(const entity::CountryGazetteer& countries,
                                      std::string_view typed, std::size_t most) {
  return fail(ErrorKind::kQuery, fmt::format("there is no country «{}»", typed),
              did_you_mean(countries.nearest(typed, most),
                           "countries are named in Arabic or English or by ISO code"));
}

}  // namespace bayan::searcher
