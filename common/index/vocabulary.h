#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/string_table.h"

namespace bayan::index {

/// The folded forms of an index, each under its number, with how many statements hold it.
class Vocabulary {
 public:
  /// A form that is not there yet.
  void add(std::string_view form, std::uint32_t count);

  [[nodiscard]] std::uint32_t size() const { return forms_.size(); }
  /// Of a number; a view that lives as long as the vocabulary.
  [[nodiscard]] std::string_view form(std::uint32_t number) const { return forms_.at(number); }
  [[nodiscard]] std::uint32_t count(std::uint32_t number) const { return counts_[number]; }

  /// In how many statements `form` stands; 0 for what is no form.
  [[nodiscard]] std::uint32_t count_of(std::string_view form) const;

 private:
  StringTable forms_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace bayan::index
