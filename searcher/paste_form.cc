#include "searcher/paste_form.h"

#include <array>

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

/// A post without its country is typed for all countries' (PostNormalizer::means()).
bool means_other_posts(const index::IndexReader& index, const std::string& key) {
  constexpr std::array<const char*, 2> kMorePrecise = {"@", " لدي "};
  if (key.find('@') != std::string::npos) return false;
  for (const char* more : kMorePrecise) {
    if (has_keys_that_begin(index, FieldId::kPosition, key + more)) return true;
  }
  return false;
}

/// Of a name of several words the one that bears it whole is meant; a single word may be anyone's.
bool means_others(const index::IndexReader& index, const entity::LazyCountries& countries,
                  FieldId field, const FacetValue& value) {
  if (field == FieldId::kPosition) return means_other_posts(index, value.key);
  const bool is_one = field == FieldId::kPerson || field == FieldId::kOrganisation;
  if (!is_one || table_words(value.name).size() > 1) return false;
  const auto meant =
      EntityFinder(index.statements, index.entities, countries).choose(field, value.name);
  return !meant || meant->key != value.key;
}

}  // namespace

Result<void> note_filters(const index::IndexReader& index, const entity::LazyCountries& countries,
                          std::vector<Facet>& facets) {
  return index::guarded("the index", [&] {
    for (Facet& facet : facets) {
      const index::Field* field = index::find_field(facet.field);
      if (field == nullptr) continue;
      for (FacetValue& value : facet.values) {
        value.filter = (means_others(index, countries, field->id, value) ? "=" : "") + value.name;
      }
    }
  });
}

}  // namespace bayan::searcher
