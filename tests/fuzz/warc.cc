// Containers of any kind out of memory, web archives above all.

#include <string_view>

#include "indexer/containers/container.h"
#include "indexer/containers/http_message.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kLargestBody = std::size_t{1} << 20;
  if (const auto response = indexer::parse_http_response(bytes, kLargestBody)) {
    BAYAN_REQUIRE(response->is_too_large ? response->body.size() == kLargestBody : true);
  }
  const indexer::SourceOptions options;
  const indexer::SourceCallbacks callbacks = {
      [](const indexer::SourceFile& file) { BAYAN_REQUIRE(!file.location.path.empty()); },
      [](const indexer::Problem& problem) { BAYAN_REQUIRE(!problem.fact.empty()); },
      [](std::uint64_t) {}, [] { return false; }};
  indexer::MemoryInput in(bytes);
  indexer::ContainerReader(options, callbacks).read("f", in);
  return 0;
}
