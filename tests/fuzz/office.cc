// The XML inside DOCX and ODT; the same bytes serve as text and as properties.

#include <string_view>

#include "indexer/formats/office_xml.h"
#include "tests/fuzz/require.h"

using namespace bayan;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  for (const auto& extracted : {indexer::extract_docx(xml, xml), indexer::extract_odt(xml, xml)}) {
    BAYAN_REQUIRE(extracted.failure.empty() || extracted.body.empty());
  }
  return 0;
}
