// The query parser over any text.

#include <string_view>

#include "common/base/utf8.h"
#include "searcher/query_parser.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string query =
      utf8::repair(std::string_view(reinterpret_cast<const char*>(data), size)).text;
  const Result<searcher::QueryNode> node = searcher::parse_query(query);
  if (!node) BAYAN_REQUIRE(!node.error().message.empty());
  return 0;
}
