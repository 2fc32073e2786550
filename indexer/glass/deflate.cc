#include "indexer/glass/deflate.h"

#include <algorithm>
#include <new>

namespace bayan::indexer::glass {
namespace {

/// Xapian tries no shorter ones.
constexpr std::size_t kLeastBytes = 19;

void append_low_first(std::string& out, std::size_t value) {
  out += static_cast<char>(value);
  out += static_cast<char>(value >> 8);
}

}  // namespace

Deflater::~Deflater() { (void)deflateEnd(&stream_); }

Deflater::Deflater() {
  constexpr int kRawWindowBits = -15;
  constexpr int kMemoryLevel = 9;
  if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

std::string_view Deflater::deflate(std::string_view tag) {
  if (tag.size() < kLeastBytes || deflateReset(&stream_) != Z_OK) return {};
  out_.resize(std::max(out_.size(), tag.size()));
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
  stream_.avail_in = static_cast<uInt>(tag.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
  stream_.avail_out = static_cast<uInt>(tag.size());
  const bool is_done = ::deflate(&stream_, Z_FINISH) == Z_STREAM_END;
  if (!is_done || stream_.total_out >= tag.size()) return {};
  return std::string_view(out_).substr(0, stream_.total_out);
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
