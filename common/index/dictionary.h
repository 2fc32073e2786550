#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

/// The dictionary: which forms of the index share a stem.
///
///   «وزير» -> «الوزير» «للوزير» «والوزير» «وزير» «وزيرا» …
///
/// A query word becomes the set of the forms that share its stem. The dictionary is a small Xapian
/// database that holds nothing but a synonym table, so that shards' dictionaries can be merged by
/// Xapian's own tools and kept by a client.
namespace bayan::index {

/// Groups the text terms of `statements` by their stems and writes the dictionary into a new
/// folder.
[[nodiscard]] Result<void> write_dictionary(const Xapian::Database& statements,
                                            const std::filesystem::path& directory);

/// The stem that the dictionary lists a form under: the greedy Arabic stem, Xapian's English stem
/// for Latin words, the form itself for all else.
[[nodiscard]] std::string dictionary_stem(std::string_view form);

class Dictionary {
 public:
  [[nodiscard]] static Result<Dictionary> open(const std::filesystem::path& directory);

  /// The forms in the index that share `form`'s stem, sorted; `form` itself among them only if the
  /// index holds it and others beside it, so a caller adds it. May be empty.
  [[nodiscard]] Result<std::vector<std::string>> related_forms(std::string_view form) const;

 private:
  Dictionary(Xapian::Database database, std::string place)
      : database_(std::move(database)), place_(std::move(place)) {}
  Xapian::Database database_;
  std::string place_;
};

}  // namespace bayan::index
