#include "searcher/form_cache.h"

#include <algorithm>

#include "common/index/schema.h"

namespace bayan::searcher {
namespace {

struct Counted {
  index::RelatedForm form;
  bool is_match;
  Xapian::doccount statements;
};

}  // namespace

void FormCache::keep_likeliest(std::vector<index::RelatedForm>& forms) const {
  std::vector<Counted> others;
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const Xapian::doccount count = statements_.get_termfreq(index::text_term(forms[i].form));
    others.push_back({std::move(forms[i]), index::is_match(forms[i].grade), count});
  }
  std::ranges::stable_sort(others, [](const Counted& a, const Counted& b) {
    return a.is_match != b.is_match ? a.is_match : a.statements > b.statements;
  });
  forms.resize(1);
  for (std::size_t i = 0; i + 1 < most_ && i < others.size(); ++i) {
    forms.push_back(std::move(others[i].form));
  }
  std::ranges::stable_sort(forms, {}, &index::RelatedForm::grade);
}

}  // namespace bayan::searcher
