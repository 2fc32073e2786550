// The formats of the indexer over any file: each record is one statement or one problem.

#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/parse.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  indexer::SourceFile file;
  file.bytes.assign(reinterpret_cast<const char*>(data), size);
  indexer::ParseCallbacks callbacks;
  std::size_t outcomes = 0;
  callbacks.on_statement = [&outcomes](const statement::Statement& statement) {
    ++outcomes;
    BAYAN_REQUIRE(!statement.title.empty() || !statement.body.empty());
    BAYAN_REQUIRE(!utf8::find_ill_formed(statement.title));
    BAYAN_REQUIRE(!utf8::find_ill_formed(statement.body));
    BAYAN_REQUIRE(statement.date.empty() || statement.date.size() == 10);
  };
  callbacks.on_problem = [&outcomes](const indexer::Problem& /*problem*/) { ++outcomes; };
  indexer::parse_file(file, {}, callbacks);
  BAYAN_REQUIRE(outcomes > 0);
  return 0;
}
