// Reading stored statements, token streams and facet slots out of damaged bytes.

#include <string_view>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/statement/codec.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const Result<std::string_view> inside = statement::token_stream_of(bytes)) {
    BAYAN_REQUIRE(inside->size() <= bytes.size());
  }
  (void)statement::Decoder().decode(bytes);
  const index::TokenStream stream(bytes);
  BAYAN_REQUIRE(stream.title_size() <= stream.size());
  for (std::size_t i = 0; i < stream.size(); ++i) BAYAN_REQUIRE(stream[i] <= 0xFFFFFFU);
  std::size_t id_count = 0;
  index::for_each_id(bytes, [&id_count](std::uint32_t /*id*/) { ++id_count; });
  BAYAN_REQUIRE(id_count <= bytes.size());
  return 0;
}
