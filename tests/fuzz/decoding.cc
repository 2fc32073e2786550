// Finding the encoding of any bytes, and decoding them.

#include <string_view>

#include "common/base/utf8.h"
#include "common/text/decode.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const text::Decoded decoded = text::decode(bytes);
  BAYAN_REQUIRE(!utf8::find_ill_formed(decoded.text));
  BAYAN_REQUIRE(!decoded.encoding.empty());
  for (const char* encoding : {"UTF-8", "UTF-16LE", "windows-1256", "ISO-8859-6"}) {
    const Result<text::Decoded> forced = text::decode_as(bytes, encoding);
    BAYAN_REQUIRE(forced && !utf8::find_ill_formed(forced->text));
  }
  // What is well-formed stays as it is, but for a byte order mark.
  const text::Decoded again = text::decode(decoded.text);
  if (again.encoding == "UTF-8" && !decoded.text.starts_with("\xEF\xBB\xBF")) {
    BAYAN_REQUIRE(again.text == decoded.text);
  }
  return 0;
}
