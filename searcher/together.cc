#include "searcher/together.h"

#include "common/index/xapian_wall.h"
#include "searcher/entity_choice.h"
#include "searcher/search.h"

namespace bayan::searcher {

Result<Answer> search_together(const index::IndexReader& index,
                               const entity::LazyCountries& countries, const Request& request,
                               const std::vector<std::string>& names) {
  return index::guarded("the index", [&]() -> Result<Answer> {
    Request among = request;
    for (const std::string& name : names) {
      Result<ChosenEntity> chosen = choose_entity(index, countries, name);
      if (!chosen) return tl::unexpected(chosen.error());
      among.together.push_back(
          {chosen->field, chosen->id, std::move(chosen->key), std::move(chosen->name)});
    }
    if (among.sort == SortOrder::kRelevance && among.query.empty()) {
      among.sort = SortOrder::kNewest;
    }
    if (!among.timeline) among.timeline = TimelineUnit::kYear;
    return Searcher(index, countries).search(among);
  });
}

}  // namespace bayan::searcher
