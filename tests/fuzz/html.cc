// Pages of any make: main text, metadata and charset.

#include "indexer/formats/html.h"

#include <string_view>

#include "indexer/formats/parsers.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const indexer::Extracted extracted = indexer::extract_html(bytes);
  const auto again = indexer::decode_extracted(indexer::encode_extracted(extracted));
  BAYAN_REQUIRE(again && again->body == extracted.body && again->failure == extracted.failure);
  BAYAN_REQUIRE(indexer::find_html_charset(bytes).size() <= bytes.size());
  return 0;
}
