#include "common/index/glass/deflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <new>

namespace bayan::index::glass {
namespace {

/// Xapian tries no shorter ones.
constexpr std::size_t kLeastBytes = 19;

constexpr int kLevel = 6;

/// What zlib compresses, within a window of as many bytes: two to the power of kShortWindowBits.
constexpr std::size_t kMostShortBytes = 400;
constexpr int kShortWindowBits = 9;
constexpr int kShortMemoryLevel = 4;

std::unique_ptr<z_stream, void (*)(z_stream*)> make_short_compressor() {
  std::unique_ptr<z_stream, void (*)(z_stream*)> stream(new z_stream{}, [](z_stream* it) {
    deflateEnd(it);
    delete it;
  });
  // Window bits below zero: without a header.
  if (deflateInit2(stream.get(), kLevel, Z_DEFLATED, -kShortWindowBits, kShortMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  return stream;
}

void append_low_first(std::string& out, std::size_t value) {
  out += static_cast<char>(value);
  out += static_cast<char>(value >> 8);
}

}  // namespace

Deflater::Deflater()
    : compressor_(libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor),
      short_compressor_(make_short_compressor()) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::deflate(std::string_view tag) {
  if (tag.size() < kLeastBytes) return {};
  out_.resize(std::max(out_.size(), tag.size()));
  const std::size_t byte_count =
      tag.size() <= kMostShortBytes
          ? deflate_short(tag)
          : libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(), out_.data(),
                                        tag.size() - 1);
  return std::string_view(out_).substr(0, byte_count);  // 0: it does not fit
}

std::size_t Deflater::deflate_short(std::string_view tag) {
  z_stream& stream = *short_compressor_;
  deflateReset(&stream);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
  stream.avail_in = static_cast<uInt>(tag.size());
  stream.next_out = reinterpret_cast<Bytef*>(out_.data());
  stream.avail_out = static_cast<uInt>(tag.size() - 1);
  return ::deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
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

}  // namespace bayan::index::glass
