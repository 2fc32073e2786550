#include "indexer/glass/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace bayan::indexer::glass {
namespace {

/// Xapian tries no shorter ones.
constexpr std::size_t kLeastBytes = 19;

constexpr int kLevel = 6;

void append_low_first(std::string& out, std::size_t value) {
  out += static_cast<char>(value);
  out += static_cast<char>(value >> 8);
}

}  // namespace

Deflater::Deflater()
    : compressor_(libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::deflate(std::string_view tag) {
  if (tag.size() < kLeastBytes) return {};
  out_.resize(std::max(out_.size(), tag.size()));
  const std::size_t byte_count = libdeflate_deflate_compress(
      compressor_.get(), tag.data(), tag.size(), out_.data(), tag.size() - 1);
  return std::string_view(out_).substr(0, byte_count);  // 0: it does not fit
}

/// A stored block: whether it is the last, its size, that of its complement.
void store_undeflated(std::string_view tag, std::string& out) {
  constexpr std::size_t kMostBlockBytes = 0xFFFF;
  out.clear();
  do {
    const std::string_view block = tag.substr(0, kMostBlockBytes);
    tag.remove_prefix(block.size());
    out += static_cast<char>(tag.empty() ? 1 : 0);
    append_low_first(out, block.size());
    append_low_first(out, ~block.size());
    out += block;
  } while (!tag.empty());
}

}  // namespace bayan::indexer::glass
