#include <catch2/catch.hpp>

#include "common/text/analyzer.h"
#include "indexer/formats/office_xml.h"
#include "tests/indexer/archive_maker.h"
#include "tests/indexer/parsed.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const std::string kDocxBody =
    "<w:document xmlns:w='x'><w:body>"
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>بيان </w:t></w:r><w:r><w:t>الوزارة"
    "</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>استقبل</w:t><w:tab/><w:t>الوزير</w:t><w:br/><w:t>وفدا</w:t></w:r>"
    "<w:del><w:r><w:delText>محذوف</w:delText><w:t>محذوف</w:t></w:r></w:del></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>خلية</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "</w:body></w:document>";
const std::string kCore =
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dcterms:created>2024-07-26T08:00:00Z"
    "</dcterms:created><dc:language>ar</dc:language></cp:coreProperties>";

std::string docx(const std::string& body, const std::string& core = kCore) {
  return make_archive("zip", "none",
                      {{"[Content_Types].xml", "<Types/>"},
                       {"word/document.xml", body},
                       {"docProps/core.xml", core}});
}

}  // namespace

TEST_CASE("DOCX gives title, paragraphs and date", "[indexer][office]") {
  CHECK(parsed(docx(kDocxBody)) ==
        "f=بيان الوزارة|استقبل الوزير\nوفدا\nخلية|2024-07-26 document|\n");
  CHECK(parsed(docx(kDocxBody, "<p><dc:title>عنوان آخر</dc:title></p>")) ==
        "f=عنوان آخر|بيان الوزارة\nاستقبل الوزير\nوفدا\nخلية||\n");
}

TEST_CASE("ODT gives title, paragraphs and date", "[indexer][office]") {
  const std::string body =
      "<office:document-content><office:body><office:text><text:sequence-decls/>"
      "<text:h text:outline-level='1'>بيان<text:s/>الوزارة</text:h>"
      "<text:p>استقبل <text:span>الوزير</text:span><text:line-break/>وفدا</text:p>"
      "</office:text></office:body></office:document-content>";
  const std::string meta =
      "<office:document-meta><meta:creation-date>2024-07-26T08:00:00</meta:creation-date>"
      "</office:document-meta>";
  const std::string odt = make_archive("zip", "none",
                                       {{"mimetype", "application/vnd.oasis.opendocument.text"},
                                        {"content.xml", body},
                                        {"meta.xml", meta}});
  // Writers store the first member; the test's archive maker deflates it, so force the format.
  indexer::ParseOptions options;
  options.format = "odt";
  CHECK(parsed(odt, options) == "f=بيان الوزارة|استقبل الوزير\nوفدا|2024-07-26 document|\n");
}

TEST_CASE("documents of a real office program give the source's words", "[indexer][office]") {
  const std::filesystem::path data = BAYAN_TEST_DATA;
  text::TokenList expected;
  text::analyze(read_text(data / "pdf" / "source.txt"), expected);
  for (const char* name : {"libreoffice.docx", "libreoffice.odt"}) {
    INFO(name);
    std::string text;
    std::string title;
    indexer::parse_file({{name, "", 0}, read_text(data / "office" / name)}, {},
                        {[&](const statement::Statement& s) {
                           title = s.title;
                           text = s.title + "\n" + s.body;
                         },
                         [](const indexer::Problem& p) { FAIL(p.fact); }});
    CHECK(title == "وزير الداخلية يستقبل وفدا من مركز التدريب الأوروبي");
    text::TokenList words;
    text::analyze(text, words);
    REQUIRE(words.size() == expected.size());
    for (std::size_t i = 0; i < words.size(); ++i) CHECK(words.form(i) == expected.form(i));
  }
}

TEST_CASE("damaged office documents are told", "[indexer][office]") {
  const std::string whole = docx(kDocxBody);
  CHECK(parsed(whole.substr(0, whole.size() / 2)) == "!malformed f\n");
  CHECK(parsed(docx("<w:document><w:p>")) == "!malformed f\n");
  CHECK(parsed(docx("<w:document></w:document>")) == "!empty f\n");
  CHECK(parsed(make_archive("zip", "none",
                            {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}})) ==
        "!unsupported f\n");
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<w:p>";
  CHECK(parsed(docx("<w:document>" + deep)) == "!malformed f\n");
  indexer::ParseOptions options;
  options.limits.set(indexer::Limit::kDocument, 100'000);
  CHECK(parsed(docx(std::string(1'000'000, ' ')), options) == "!limit f\n");
}
