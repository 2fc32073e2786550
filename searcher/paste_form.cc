#include "searcher/paste_form.h"

#include <optional>
#include <utility>

#include "common/entity/gazetteer.h"
#include "common/entity/post_normalizer.h"
#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "searcher/entity_finder.h"
#include "searcher/typed_name.h"

namespace bayan::searcher {
namespace {

using index::FieldId;

bool has_keys_that_begin(const index::IndexReader& index, FieldId field, const std::string& key) {
  const std::string term = index::make_term(field, key);
  return index.statements.allterms_begin(term) != index.statements.allterms_end(term);
}

/// What values mean when they are typed as filters.
class Meaning {
 public:
  Meaning(const index::IndexReader& index, const entity::LazyCountries& countries)
      : index_(index), countries_(countries) {}

  /// Whether the name alone finds other statements than those of its key.
  Result<bool> means_others(FieldId field, const FacetValue& value) {
    if (field == FieldId::kPosition) return means_other_posts(value);
    const bool is_one = field == FieldId::kPerson || field == FieldId::kOrganisation;
    // Of a name of several words the one that bears it whole is meant; a single one may be
    // anyone's.
    if (!is_one || compared_words(value.name).size() > 1) return false;
    const auto meant =
        EntityFinder(index_.statements, index_.entities, countries_).choose(field, value.name);
    return !meant || meant->key != value.key;
  }

 private:
  /// A post without its country is typed for all countries', and some are read as another.
  Result<bool> means_other_posts(const FacetValue& value) {
    if (!posts_) {
      const Result<const entity::CountryGazetteer*> countries = countries_.get();
      if (!countries) return tl::unexpected(countries.error());
      auto posts = entity::gazetteer_directory().and_then([&](const auto& directory) {
        return entity::PostNormalizer::load(directory, **countries);
      });
      if (!posts) return tl::unexpected(posts.error());
      posts_.emplace(std::move(*posts));
    }
    if (posts_->normalize(value.name, {}).key != value.key) return true;
    // As PostNormalizer::means() has it: a post stands for its holders with whatever state too.
    const std::string bare = value.key.substr(0, value.key.find('@'));
    return (bare == value.key && has_keys_that_begin(index_, FieldId::kPosition, bare + "@")) ||
           has_keys_that_begin(index_, FieldId::kPosition, bare + " لدي ");
  }

  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
  std::optional<entity::PostNormalizer> posts_;  ///< read where posts are listed
};

}  // namespace

Result<void> note_filters(const index::IndexReader& index, const entity::LazyCountries& countries,
                          std::vector<Facet>& facets) {
  return index::guarded("the index", [&]() -> Result<void> {
    Meaning meaning(index, countries);
    for (Facet& facet : facets) {
      const index::Field* field = index::find_field(facet.field);
      if (field == nullptr) continue;
      for (FacetValue& value : facet.values) {
        const Result<bool> means_others = meaning.means_others(field->id, value);
        if (!means_others) return tl::unexpected(means_others.error());
        value.filter = (*means_others ? "=" : "") + value.name;
      }
    }
    return {};
  });
}

}  // namespace bayan::searcher
