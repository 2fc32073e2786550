// Reading stored statements, token streams and facet slots out of damaged bytes.

#include <zstd.h>

#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/statement/codec.h"
#include "tests/fuzz/require.h"

using namespace bayan;

namespace {

/// Of the version that is read, whatever the bytes begin with.
std::string with_version(std::string_view bytes) {
  std::string stored(bytes);
  if (!stored.empty()) stored.front() = static_cast<char>(statement::kCodecVersion);
  return stored;
}

/// A whole stored form whose record is `record`: Zstandard would refuse nearly all damaged frames.
std::string with_record(std::string_view record) {
  std::string frame(ZSTD_compressBound(record.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), record.data(), record.size(), 1));
  return std::string{static_cast<char>(statement::kCodecVersion), '\0'} + frame;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string stored = with_version(bytes);
  if (const Result<std::string_view> inside = statement::token_stream_of(stored)) {
    BAYAN_REQUIRE(inside->size() <= stored.size());
  }
  (void)statement::Decoder().decode(stored);
  (void)statement::Decoder().decode(with_record(bytes));
  const index::TokenStream stream(bytes);
  BAYAN_REQUIRE(stream.title_size() <= stream.size());
  for (std::size_t i = 0; i < stream.size(); ++i) BAYAN_REQUIRE(stream[i] <= 0xFFFFFFU);
  std::size_t id_count = 0;
  index::for_each_id(bytes, [&id_count](std::uint32_t /*id*/) { ++id_count; });
  BAYAN_REQUIRE(id_count <= bytes.size());
  return 0;
}
