#pragma once

#include <xapian.h>

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/dictionary.h"

namespace bayan::searcher {

/// The dictionary as one search asks it: a word is looked up once, however many parts of the search
/// want its forms (matching all words, matching some, ranking).
class FormCache {
 public:
  /// `dictionary` must outlive the cache.
  explicit FormCache(const index::Dictionary& dictionary) : dictionary_(dictionary) {}

  /// Words looked up from now on have `most` forms: the word itself, then those that match, then
  /// those that rank alone, of each the ones that most statements hold.
  void limit_forms(const Xapian::Database& statements, std::size_t most) {
    statements_ = statements;
    most_ = most;
  }

  /// Dictionary::related_forms(); the list stays where it is as long as the cache lives.
  [[nodiscard]] Result<const std::vector<index::RelatedForm>*> related_forms(
      std::string_view form) {
    const auto known = forms_.find(form);
    if (known != forms_.end()) return &known->second;
    return dictionary_.related_forms(form).map([&](std::vector<index::RelatedForm>&& found) {
      if (found.size() > most_) keep_likeliest(found);
      const std::vector<index::RelatedForm>& kept =
          forms_.emplace(form, std::move(found)).first->second;
      return &kept;
    });
  }

  [[nodiscard]] const index::Dictionary& dictionary() const { return dictionary_; }

 private:
  void keep_likeliest(std::vector<index::RelatedForm>& forms) const;

  const index::Dictionary& dictionary_;
  Xapian::Database statements_;
  std::size_t most_ = std::numeric_limits<std::size_t>::max();
  std::map<std::string, std::vector<index::RelatedForm>, std::less<>> forms_;
};

}  // namespace bayan::searcher
