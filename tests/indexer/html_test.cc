#include "indexer/formats/html.h"

#include <catch2/catch.hpp>

#include "tests/indexer/parsed.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const std::string kFirst =
    "استقبل معالي وزير الداخلية في مكتبه صباح اليوم وفدا من مركز التدريب الأوروبي برئاسة السيد لوك "
    "برنارد الذي يزور البلاد حاليا.";
const std::string kSecond =
    "ورحب معاليه بالوفد مؤكدا أهمية التعاون الأمني بين البلدين ومشيدا بمستوى التنسيق القائم في "
    "مجال "
    "تأهيل الضباط.";
const std::string kMenu =
    "<ul><li><a href='/'>الرئيسية</a></li><li><a href='/n'>الأخبار</a></li><li><a href='/v'>مكتبة "
    "الفيديو والصور</a></li><li><a href='/c'>الخدمات الإلكترونية</a></li></ul>";
const std::string kTeasers =
    "<div class='box'><h3><a href='1'>معالي الوزير يشهد تخريج دفعة جديدة من منتسبي الأكاديمية"
    "</a></h3><h3><a href='2'>الدفاع المدني يسيطر على حريق في مستودع بالمنطقة "
    "الصناعية</a></h3></div>";
const std::string kFooter = "<div>جميع الحقوق محفوظة © وزارة الداخلية 2024</div>";

/// «title|body|date|issuer|language», paragraphs parted by slashes.
std::string extracted(const std::string& page) {
  const indexer::Extracted e = indexer::extract_html(page);
  std::string body = e.body;
  for (char& c : body) c = c == '\n' ? '/' : c;
  return e.title + "|" + body + "|" + e.date + "|" + e.issuer + "|" + e.language;
}

}  // namespace

TEST_CASE("the main text of pages of many makes", "[indexer][html]") {
  const std::string text = kFirst + "/" + kSecond;
  const std::pair<const char*, std::string> rows[] = {
      {"article", "<body><nav>" + kMenu + "</nav><article><h1>عنوان البيان</h1><p>" + kFirst +
                      "</p><p>" + kSecond + "</p></article>" + kTeasers + kFooter},
      {"divs", "<body><div>" + kMenu + "</div><div id='c'><h1>عنوان البيان</h1><div>" + kFirst +
                   "</div><div>" + kSecond + "</div></div>" + kTeasers + kFooter},
      {"tables and breaks",
       "<body><table><tr><td>" + kMenu + "</td><td><h1>عنوان البيان</h1><font>" + kFirst +
           "<br><br>" + kSecond + "</font></td><td>" + kTeasers + "</td></tr></table>" + kFooter},
      {"one form around all", "<body><form action='x'><div class='menu'>" + kMenu +
                                  "</div><div><h1>عنوان البيان</h1><p>" + kFirst + "</p><p>" +
                                  kSecond + "</p><span>طباعة</span></div>" + kFooter + "</form>"},
      {"never ended", "<body><div><div class=top>" + kMenu + "</div><h1>عنوان البيان<p>" + kFirst +
                          "<p>" + kSecond},
  };
  for (const auto& [why, page] : rows) {
    INFO(why);
    CHECK(extracted("<html><head><title>عنوان البيان - وزارة الداخلية</title>" + page) ==
          "عنوان البيان|" + text + "|||");
  }
}

TEST_CASE("short statements and pages of one line keep their text", "[indexer][html]") {
  CHECK(extracted("<p>تعزية قصيرة</p>") == "|تعزية قصيرة|||");
  CHECK(extracted("<html><title>عنوان</title><body>نص قصير <b>جدا</b>") == "عنوان|نص قصير جدا|||");
  CHECK(extracted("<html lang=ar><body><h1>عنوان</h1>متن<script>var x='لا';</script>") ==
        "عنوان|متن|||ar");
}

TEST_CASE("metadata of a page, the best source first", "[indexer][html]") {
  const std::string json =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},)"
      R"({"@type":"NewsArticle","headline":"عنوان الخبر","datePublished":"2024-07-26T10:00:00Z",)"
      R"("publisher":{"name":"وكالة"},"inLanguage":"ar"}]}</script>)";
  CHECK(extracted("<html><head>" + json + "<title>غير هذا</title></head><body><p>" + kFirst) ==
        "عنوان الخبر|" + kFirst + "|2024-07-26T10:00:00Z|وكالة|ar");
  const std::string meta =
      "<meta property='og:title' content='عنوان الخبر | الوزارة'>"
      "<meta property='og:site_name' content='الوزارة'>"
      "<meta property='article:published_time' content='2024-07-26'>"
      "<meta name='date' content='2020-01-01'><meta name='description' content='وصف'>";
  CHECK(extracted("<html><head>" + meta + "</head><body><p>" + kFirst) ==
        "عنوان الخبر|" + kFirst + "|2024-07-26|الوزارة|");
  // A page that a script fills has its description for text.
  CHECK(extracted("<html><head>" + meta + "</head><body><div id=app></div>") ==
        "عنوان الخبر|وصف|2024-07-26|الوزارة|");
  CHECK(extracted("<html><body><h1>ع</h1><p>" + kFirst + "</p><time datetime='2024-07-26'>أمس")
            .find("|2024-07-26|") != std::string::npos);
  CHECK(extracted("<html><body><span class='news-date'>26/07/2024</span><p>" + kFirst)
            .find("|26/07/2024|") != std::string::npos);
}

TEST_CASE("broken JSON-LD, deep nesting and zero bytes cost nothing", "[indexer][html]") {
  CHECK(extracted("<html><script type='application/ld+json'>{\"@type\":</script><p>نص") ==
        "|نص|||");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  CHECK(indexer::extract_html("<html><title>ع</title>" + deep + "نص").title == "ع");
  CHECK(extracted(std::string("<p>نص") + '\0' + "آخر") == "|نص آخر|||");
}

TEST_CASE("pages are told by their tags and read in their charset", "[indexer][html]") {
  CHECK(parsed("<!DOCTYPE HTML><title>ع</title><p>نص") == "f=ع|نص||\n");
  CHECK(parsed("<!-- c --><div><p>نص</p></div>") == "f=|نص||\n");
  CHECK(parsed("<وزير> الداخلية") == "f=<وزير> الداخلية|||\n");
  // «وزير الداخلية» in Windows-1256 and ISO 8859-6, declared.
  CHECK(parsed("<html><meta charset='windows-1256'><title>\xE6\xD2\xED\xD1 "
               "\xC7\xE1\xCF\xC7\xCE\xE1\xED\xC9</title>") == "f=وزير الداخلية|||\n");
  CHECK(parsed("<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-6'>"
               "<title>\xE8\xD2\xEA\xD1 \xC7\xE4\xCF\xC7\xCE\xE4\xEA\xC9</title>") ==
        "f=وزير الداخلية|||\n");
  CHECK(parsed("<html></html>") == "!empty f\n");
}
