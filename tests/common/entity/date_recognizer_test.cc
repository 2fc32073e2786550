#include "common/entity/date_recognizer.h"

#include "common/entity/gazetteer.h"
#include "common/entity/relative_dates.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const entity::DateRecognizer& recognizer() {
  static const auto kRecognizer =
      entity::gazetteer_directory().and_then(&entity::DateRecognizer::load).value();
  return kRecognizer;
}

/// «first..last first..last» in a body written on that day; a single day without «..».
std::string dates_of(std::string_view body, std::string_view written = "") {
  std::string out;
  for (const entity::DateMention& date :
       recognizer().recognize(entity::Field::kBody, entity::split_words(body), written)) {
    out += (out.empty() ? "" : " ") + date.first;
    if (date.last != date.first) out += ".." + date.last;
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

/// A Monday.
constexpr const char* kWritten = "2015-08-10";

}  // namespace

TEST_CASE("days are read in the month names of all Arab countries", "[entity][date]") {
  const Row rows[] = {
      {"قال الوزير إن ذلك كان يوم 5 كانون الثاني 2020", "2020-01-05"},
      {"قال الوزير إن ذلك كان يوم 5 جانفي 2020", "2020-01-05"},
      {"قال الوزير إن ذلك كان يوم 7 فيفري 2020", "2020-02-07"},
      {"قال الوزير إن ذلك كان يوم 7 شباط 2020", "2020-02-07"},
      {"قال الوزير إن ذلك كان يوم 9 آذار 2020", "2020-03-09"},
      {"قال الوزير إن ذلك كان يوم 9 أفريل 2020", "2020-04-09"},
      {"قال الوزير إن ذلك كان يوم 9 ماي 2020", "2020-05-09"},
      {"قال الوزير إن ذلك كان يوم 9 جوان 2020", "2020-06-09"},
      {"قال الوزير إن ذلك كان يوم 9 يونيه 2020", "2020-06-09"},
      {"قال الوزير إن ذلك كان يوم 9 جويلية 2020", "2020-07-09"},
      {"قال الوزير إن ذلك كان يوم 9 يوليوز 2020", "2020-07-09"},
      {"قال الوزير إن ذلك كان يوم ٩ غشت ٢٠٢٠", "2020-08-09"},
      {"قال الوزير إن ذلك كان يوم 9 أوت 2020", "2020-08-09"},
      {"قال الوزير إن ذلك كان يوم 9 شتنبر 2020", "2020-09-09"},
      {"قال الوزير إن ذلك كان يوم 9 تشرين الأول 2020", "2020-10-09"},
      {"قال الوزير إن ذلك كان يوم 9 نونبر 2020", "2020-11-09"},
      {"قال الوزير إن ذلك كان يوم 9 دجنبر 2020", "2020-12-09"},
      {"قال الوزير إن ذلك كان يوم 9 تموز ( يوليو ) 2020", "2020-07-09"},
      {"قال الوزير إن ذلك كان يوم 9 آب/أغسطس 2020", "2020-08-09"},
      {"قال الوزير إن ذلك كان يوم 9 من شهر مايو من عام 2020", "2020-05-09"},
      {"قال الوزير إن ذلك كان يوم 2020-05-09 مساء", "2020-05-09"},
      {"قال الوزير إن ذلك كان يوم 31 أبريل 2020", ""},
      {"قال الوزير إن ذلك كان في يوليو 2020", "2020-07"},
      {"قال الوزير إن ذلك كان في تموز (يوليو) 2020", "2020-07"},
      {"قال الوزير إن ذلك كان عام 2020م", "2020"},
      {"قال الوزير إن عدد العام 2020 زائر", "2020"},
      {"قال الوزير إن الطلاب 2020 طالبا", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.expected);
  }
}

TEST_CASE("spans go over months and years", "[entity][date]") {
  const Row rows[] = {
      {"تقام الدورة في باريس من 26 يوليو إلى 11 أغسطس 2024", "2024-07-26..2024-08-11"},
      {"تقام الدورة في باريس من 26 يوليو 2024 حتى 11 أغسطس 2024", "2024-07-26..2024-08-11"},
      {"تقام الدورة في باريس من 13 إلى 15 مارس 2022", "2022-03-13..2022-03-15"},
      {"تقام الدورة في باريس خلال الفترة 13 - 15 مارس 2022", "2022-03-13..2022-03-15"},
      {"تقام الدورة في باريس من 28 ديسمبر إلى 3 يناير 2025", "2024-12-28..2025-01-03"},
      {"تقام الدورة في باريس من 27 ذو الحجة إلى 3 محرم 1446 هـ", "2024-07-03..2024-07-09"},
      {"تقام الدورة في باريس من 5 إلى 9 رمضان 1445 هـ", "2024-03-15..2024-03-19"},
      {"تقام الدورة في باريس من يوليو إلى سبتمبر 2024", "2024-07..2024-09"},
      {"تقام الدورة في باريس من نوفمبر حتى يناير 2025", "2024-11..2025-01"},
      {"تقام الدورة في باريس من 11 أغسطس إلى 26 يوليو 2024 م", "2023-08-11..2024-07-26"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.expected);
  }
}

TEST_CASE("the day of a month may stand in words", "[entity][date]") {
  const Row rows[] = {
      {"افتتح في الأول من ديسمبر 2018 المقر", "2018-12-01"},
      {"كان ذلك في الخامس عشر من شهر مارس 2020", "2020-03-15"},
      {"كان ذلك في الحادي والعشرين من فبراير عام 2019", "2019-02-21"},
      {"كان ذلك في الثلاثين من أبريل 2019", "2019-04-30"},
      {"كان ذلك يوم الأحد الأول من سبتمبر 2019", "2019-09-01"},
      {"كان ذلك في العاشر من محرم 1440هـ", "2018-09-20"},
      {"في الأسبوع الأول من ديسمبر 2018", "2018-12"},
      {"كان ذلك في الحادي من مارس", ""},
      {"في الثاني والثلاثين من مارس", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.expected);
  }
  CHECK(dates_of("في مدينة السادس من أكتوبر", kWritten).empty());
  CHECK(dates_of("قال في السادس من أكتوبر", kWritten) == "2015-10-06");
}

TEST_CASE("several years and years of the Hijra are spans", "[entity][date]") {
  const Row rows[] = {
      {"قال الوزير إن خطة 2013 - 2022 تمت", "2013..2022"},
      {"قال الوزير إن العام الدراسي 2018/2019 بدأ", "2018..2019"},
      {"قال الوزير إن ذلك كان بين عامي 2015 و2018", "2015..2018"},
      {"قال الوزير إن ذلك كان عام 1440 هـ", "2018-09-11..2019-08-30"},
      {"قال الوزير إن ذلك كان في رمضان 1440 هـ", "2019-05-06..2019-06-03"},
      {"قال الوزير إن الهاتف 1790-1795-1800", ""},
      {"قال الوزير إن القانون 1990/1995", ""},
      {"قال الوزير إن النتيجة 2019-2015", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.expected);
  }
}

TEST_CASE("a month is told by the word behind it", "[entity][date]") {
  // written on 10 August 2015
  const Row rows[] = {
      {"قال إن ذلك في 15 يوليو المقبل", "2016-07-15"},
      {"قال إن ذلك في 15 يوليو الماضي", "2015-07-15"},
      {"قال إن ذلك في 15 سبتمبر الماضي", "2014-09-15"},
      {"قال إن ذلك من 5 حتى 9 سبتمبر المقبل", "2015-09-05..2015-09-09"},
      {"قال إن ذلك في نوفمبر المقبل", "2015-11"},
      {"قال إن ذلك في تشرين الثاني (نوفمبر) الماضي", "2014-11"},
      {"قال إن ذلك في أغسطس الجاري", "2015-08"},
      {"قال إن ذلك في أغسطس المقبل", "2016-08"},
      {"قال إن ذلك في 25 من الشهر الجاري", "2015-08-25"},
      {"قال إن ذلك في الخامس عشر من الشهر المقبل", "2015-09-15"},
      {"قال إن ذلك في 31 من الشهر المقبل", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text, kWritten) == row.expected);
  }
}

TEST_CASE("the two calendars of one day are one date", "[entity][date]") {
  const Row rows[] = {
      {"عقد الاجتماع في الرياض يوم 5 محرم 1445 هـ الموافق 23 يوليو 2023 م", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 5 محرم 1445هـ الموافق 23 يوليو", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 5 محرم 1445هـ ، الموافق لـ 23 يوليو 2023", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 23 يوليو 2023 الموافق 5 محرم 1445 هـ", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 23 يوليو الموافق 5 محرم 1445 هـ", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 5/1/1445 هـ الموافق 23/7/2023 م", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 5 محرم 1445 هـ ( 23 يوليو 2023 م )", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 6 محرم 1445 هـ الموافق 23 يوليو 2023 م", "2023-07-23"},
      {"عقد الاجتماع في الرياض يوم 5 محرم 1445 هـ ، 9 صفر 1445 هـ", "2023-07-23 2023-08-25"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.expected);
  }
}

TEST_CASE("Hijri months end as the calendar says, or a day later", "[entity][date]") {
  // Each year of the calendar ends on the day before the next begins.
  for (int year = 1400; year < 1500; ++year) {
    INFO(year);
    const auto next = entity::day_of_iso(entity::hijri_to_iso(year + 1, 1, 1));
    REQUIRE(next);
    const std::string last = entity::iso_of_day(*next - std::chrono::days(1));
    const bool has_thirty = entity::hijri_to_iso(year, 12, 30) == last;
    CHECK((has_thirty || entity::hijri_to_iso(year, 12, 29) == last));
  }
  CHECK(entity::hijri_to_iso(1436, 10, 26) == "2015-08-11");
  CHECK(entity::hijri_to_iso(1444, 12, 30) == "2023-07-18");
  CHECK(entity::hijri_to_iso(1445, 1, 1) == "2023-07-19");
  CHECK(entity::hijri_to_iso(1445, 12, 31).empty());
  CHECK(entity::hijri_to_iso(1436, 13, 1).empty());
}

TEST_CASE("relative days count from the day of writing", "[entity][date]") {
  const Row rows[] = {
      {"وصل الوزير أمس إلى", "2015-08-09"},
      {"وصل الوزير أمس الأول إلى", "2015-08-08"},
      {"وصل الوزير أول أمس إلى", "2015-08-08"},
      {"وصل الوزير أول من أمس إلى", "2015-08-08"},
      {"وصل الوزير مساء أمس الأحد إلى", "2015-08-09"},
      {"يصل الوزير اليوم", "2015-08-10"},
      {"يصل الوزير اليوم الاثنين إلى", "2015-08-10"},
      {"يصل الوزير اليوم (الاثنين) إلى", "2015-08-10"},
      {"يصل الوزير غداً إلى", "2015-08-11"},
      {"يصل الوزير يوم غد الثلاثاء إلى", "2015-08-11"},
      {"يصل الوزير بعد غد إلى", "2015-08-12"},
      {"وصل الوزير الليلة الماضية إلى", "2015-08-09"},
      {"يصل الوزير الخميس المقبل إلى", "2015-08-13"},
      {"يصل الوزير يوم الاثنين القادم إلى", "2015-08-17"},
      {"وصل الوزير الخميس الماضي إلى", "2015-08-06"},
      {"وصل الوزير يوم الاثنين الماضي إلى", "2015-08-03"},
      {"يصل الوزير الخميس الجاري إلى", "2015-08-13"},
      {"وصل الوزير الأسبوع الماضي إلى", "2015-08-02..2015-08-08"},
      {"يصل الوزير الأسبوع المقبل إلى", "2015-08-16..2015-08-22"},
      {"وصل الوزير الشهر الماضي إلى", "2015-07"},
      {"يصل الوزير الشهر المقبل إلى", "2015-09"},
      {"وصل الوزير العام الماضي إلى", "2014"},
      {"يصل الوزير نهاية العام الجاري إلى", "2015"},
      {"يصل الوزير في 28 من سبتمبر إلى", "2015-09-28"},
      {"يصل الوزير في 10 يناير إلى", "2016-01-10"},
      {"يصل الوزير في 9 ذي الحجة إلى", "2015-09-22"},
      {"وصل الوزير يوم الخميس إلى", ""},
      {"احتفل باليوم العالمي للمياه واليوم الوطني", ""},
      {"في اليوم الأول من الدورة", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text, kWritten) == row.expected);
    if (std::string_view(row.text).find_first_of("0123456789") == std::string_view::npos) {
      CHECK(dates_of(row.text).empty());
    }
  }
}

TEST_CASE("a weekday holds where the day of writing is another", "[entity][date]") {
  // written on a Monday, says the record
  const Row rows[] = {
      {"قال اليوم الاثنين إن", "2015-08-10"}, {"قال اليوم ( الأحد ) إن", "2015-08-09"},
      {"قال اليوم الجمعة إن", "2015-08-07"},  {"قال اليوم الثلاثاء إن", "2015-08-11"},
      {"قال أمس السبت إن", "2015-08-08"},     {"قال غدا الثلاثاء إن", "2015-08-11"},
      {"قال غدا (الأحد) إن", "2015-08-09"},   {"قال البارحة الأولى إن", "2015-08-08"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text, kWritten) == row.expected);
  }
}

TEST_CASE("today is no paper's name and no other day", "[entity][date]") {
  for (const char* text :
       {"عين اليوم – متابعات", "قال لـ”عين اليوم”", "بعين اليوم", "كشف لـ\"اليوم\" أن",
        "أوضح لـ (اليوم) : إن", "على مدار اليوم", "طوال اليوم", "مليون برميل في اليوم",
        "كان ذلك اليوم جميلا", "شباب اليوم", "صحيفة اليوم"}) {
    INFO(text);
    CHECK(dates_of(text, kWritten).empty());
  }
  for (const char* text : {"وصل اليوم", "مساء اليوم", "تعيين اليوم", "«اليوم يبدأ", "حتى اليوم"}) {
    INFO(text);
    CHECK(dates_of(text, kWritten) == kWritten);
  }
}

TEST_CASE("which words may begin a date without digits", "[entity][date]") {
  for (const char* form : {"امس", "وامس", "اول", "بعد", "غدا", "اليوم", "واليوم", "الخميس",
                           "بالجمعه", "الثلثاء", "الاسبوع", "والشهر", "العام", "السنه"}) {
    INFO(form);
    CHECK(entity::may_begin_relative_date(form));
  }
  for (const char* form : {"قال", "الوزير", "خميس", "وغدا", "عام", "الماضي"}) {
    INFO(form);
    CHECK_FALSE(entity::may_begin_relative_date(form));
  }
  for (const char* form : {"عام", "لعام", "سنه"})
    CHECK(entity::DateRecognizer::may_begin_year(form));
  for (const char* form : {"الخامس", "الحادي", "العشرين"})
    CHECK(entity::DateRecognizer::may_begin_year(form));
  CHECK_FALSE(entity::DateRecognizer::may_begin_year("اليوم"));
}

TEST_CASE("a dateline is the day of writing and no date mentioned", "[entity][date]") {
  const auto words = entity::split_words(
      "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس وصل الوزير في 9 أغسطس 2015 .");
  CHECK(recognizer().dateline(words) == "2015-08-11");
  CHECK(dates_of("الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس وصل في 9 أغسطس 2015") ==
        "2015-08-09");
  CHECK(
      recognizer().dateline(entity::split_words("وصل الوزير إلى باريس يوم 9 أغسطس 2015")).empty());
}

TEST_CASE("a dateline may lack its year or begin with the agency", "[entity][date]") {
  CHECK(dates_of("المنامة في 9 أغسطس / بنا / وصل الوزير", kWritten).empty());
  CHECK(dates_of("المنامة في 3 مايو / بنا / وصل الوزير", kWritten) == "2015-05-03");
  CHECK(recognizer().dateline(entity::split_words("المنامة في 9 أغسطس / بنا / وصل")).empty());
  CHECK(recognizer().dateline(entity::split_words("وام / أبوظبي في 4 يناير 2016 / قال")) ==
        "2016-01-04");
}

TEST_CASE("any text can be read for dates", "[entity][date]") {
  check_property("dates are ordered and lie within the text", [] {
    const std::string body = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    for (const entity::DateMention& date :
         recognizer().recognize(entity::Field::kBody, entity::split_words(body), kWritten)) {
      RC_ASSERT(date.first <= date.last);
      RC_ASSERT(date.mention.begin < date.mention.end);
      RC_ASSERT(date.mention.end <= body.size());
    }
  });
}
