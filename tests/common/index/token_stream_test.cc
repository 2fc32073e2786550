#include "common/index/token_stream.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("a token stream holds the words of title and body in order", "[index][token_stream]") {
  text::TokenList title;
  text::TokenList body;
  text::analyze("زيارة الوزير", title);
  text::analyze("قال الوزيرُ", body);
  const std::string bytes = index::encode_token_stream(title, body);
  const index::TokenStream stream(bytes);
  REQUIRE(stream.size() == 4);
  CHECK(stream.title_size() == 2);
  CHECK(stream[0] == index::token_number("زياره"));
  CHECK(stream[1] == stream[3]);
  CHECK(stream[2] == index::token_number("قال"));
}

TEST_CASE("damaged token streams read as fewer words", "[index][token_stream]") {
  check_property("any bytes", [] {
    const std::string bytes = *any_bytes();
    const index::TokenStream stream(bytes);
    RC_ASSERT(stream.title_size() <= stream.size());
    for (std::size_t i = 0; i < stream.size(); ++i) RC_ASSERT(stream[i] <= 0xFFFFFFU);
  });
}
