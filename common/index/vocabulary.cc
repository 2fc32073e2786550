#include "common/index/vocabulary.h"

namespace bayan::index {

void Vocabulary::add(std::string_view form, std::uint32_t count) {
  forms_.add(form);
  counts_.push_back(count);
}

std::uint32_t Vocabulary::count_of(std::string_view form) const {
  const std::optional<std::uint32_t> number = forms_.find(form);
  return number ? counts_[*number] : 0;
}

}  // namespace bayan::index
