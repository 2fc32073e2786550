#include "indexer/formats/pdf.h"

#include <catch2/catch.hpp>
#include <set>

#include "common/text/analyzer.h"
#include "indexer/formats/pdf_text.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

std::vector<std::string> tokens(const std::string& text) {
  text::TokenList list;
  text::analyze(text, list);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < list.size(); ++i) out.emplace_back(list.form(i));
  return out;
}

std::string mended(const std::string& laid_out, const std::vector<std::string>& drawn_words = {}) {
  std::string out;
  for (const std::string& paragraph : indexer::mend_pdf_text({{laid_out, drawn_words}})) {
    out += paragraph + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("PDFs of three makers give the source's words", "[indexer][pdf]") {
  const std::filesystem::path folder = std::filesystem::path(BAYAN_TEST_DATA) / "pdf";
  const std::vector<std::string> expected = tokens(read_text(folder / "source.txt"));
  for (const char* maker : {"chromium", "libreoffice", "cairo"}) {
    INFO(maker);
    const indexer::Extracted extracted =
        indexer::extract_pdf(read_text(folder / (std::string(maker) + ".pdf")));
    CHECK(extracted.failure.empty());
    CHECK(extracted.title == "وزير الداخلية يستقبل وفدا من مركز التدريب الأوروبي");
    CHECK(tokens(extracted.title + "\n" + extracted.body) == expected);
  }
}

TEST_CASE("what PDF does to Arabic is undone", "[indexer][pdf]") {
  const std::pair<std::string, std::string> rows[] = {
      // Embeddings: spaces and stops come from the wrong side.
      {"\u202Bالمنامة في \u202A 26\u202Cيوليو \u202A2024\u202C\u202C",
       "المنامة في 26 يوليو 2024\n"},
      {"\u202Bاليوم\u202A ،\u202Cوفدا\u202C", "اليوم، وفدا\n"},
      {"\u202Bعام \u202A.2023\u202C\u202C", "عام 2023.\n"},
      {"\u202B\u202A3.5\u202C مليون\u202C", "3.5 مليون\n"},
      // Presentation forms, marks on spaces among them.
      {"\uFE8D\uFEDF\uFEEE\uFEAF\uFEF3\uFEAE", "الوزير\n"},
      {"\uFEFB \uFEE3\uFE70", "لا م\u064B\n"},
      // Digits glued to words; a letter before a number stays.
      {"عام2023م في 12مايو", "عام 2023م في 12 مايو\n"},
      {"المادة ب52", "المادة ب52\n"},
      {"االتحاد األوروبي واإلعلام", "الاتحاد الأوروبي والإعلام\n"},
      // Torn endings.
      {"البحري ن و وزارة الداخلي ة، م", "البحرين و وزارة الداخلية، م\n"},
      {"\u200Fكلمة\u00AD \uE000\u200Bثانية", "كلمة ثانية\n"},
      // Backwards.
      {"ةيلخادلا ةرازو ةيانعب ةسائر ىلع 2023 ماع", "عام 2023 على رئاسة بعناية وزارة الداخلية\n"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(mended(text) == expected);
  }
  // The page's own words decide whether a gap parts two words.
  CHECK(mended("الفر يق أول في مر كز، وز ي ر", {"الفريق", "أول", "في", "مر", "كز", "مركز",
                                                "وزير"}) == "الفريق أول في مر كز، وزير\n");
}

TEST_CASE("page numbers and running lines are dropped, lines joined", "[indexer][pdf]") {
  std::vector<indexer::PdfPage> pages;
  const std::string full = "كلمات كثيرة تملأ السطر كله حتى نهايته من غير نقطة";
  for (const char* number : {"1", "- 2 -", "3 / 3"}) {
    pages.push_back({"وزارة الداخلية\n" + full + "\n" + full + ".\nقصير\n" + number + "\n", {}});
  }
  const std::vector<std::string> paragraphs = indexer::mend_pdf_text(pages);
  REQUIRE(paragraphs.size() == 6);
  CHECK(paragraphs[0] == full + " " + full + ".");
  CHECK(paragraphs[1] == "قصير");
}

TEST_CASE("a PDF without text, and what is none, say so", "[indexer][pdf]") {
  CHECK(indexer::extract_pdf("%PDF-1.4 and nothing").failure == "the PDF is damaged");
  const std::string blank =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";
  CHECK(indexer::extract_pdf(blank).failure == "the PDF holds no text");
}
