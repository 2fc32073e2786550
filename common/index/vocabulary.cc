#include "common/index/vocabulary.h"

#include <functional>

namespace bayan::index {
namespace {

/// A power of two, several times the forms of a large index.
constexpr std::size_t kHashes = std::size_t{1} << 23;

std::size_t hash_of(std::string_view form) {
  return std::hash<std::string_view>{}(form) & (kHashes - 1);
}

}  // namespace

Vocabulary::Vocabulary() : has_hash_(kHashes) {}

void Vocabulary::add(std::string_view form, std::uint32_t count) {
  forms_.add(form);
  counts_.push_back(count);
  has_hash_[hash_of(form)] = true;
}

std::uint32_t Vocabulary::count_of(std::string_view form) const {
  if (!has_hash_[hash_of(form)]) return 0;
  const std::optional<std::uint32_t> number = forms_.find(form);
  return number ? counts_[*number] : 0;
}

}  // namespace bayan::index
