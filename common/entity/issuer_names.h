#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/base/error.h"

namespace bayan::entity {

/// The names of those who publish statements (gazetteers/issuers.tsv), for statements that do not
/// say who did.
class IssuerNames {
 public:
  [[nodiscard]] static Result<IssuerNames> load(const std::filesystem::path& directory);

  /// «spa», «وكالة أنباء البحرين», however they are spelt.
  [[nodiscard]] bool knows(std::string_view name) const;

  /// The agency that signs the first line of `body`: «المنامة في 26 يوليو / بنا / …», «(واس)», or a
  /// date and the agency on a line of their own. As it stands there, a view into `body`; empty
  /// where none does.
  [[nodiscard]] std::string_view find_in_dateline(std::string_view body) const;

 private:
  std::unordered_map<std::string, bool> is_agency_;  ///< by folded name
};

}  // namespace bayan::entity
