#include "common/cli/messages.h"

#include <array>
#include <optional>
#include <vector>

namespace bayan::cli {
namespace {

// The row whose own words fit most of a message holds. «query: » before a message is no part of it.
constexpr std::array kRows = {
    // Answers.
    MessageRow{" with some of the words; none holds all of them",
               " فيها بعض الكلمات؛ لا يجمعها كلها بيان"},
    MessageRow{"no statement holds", "لا بيان فيه"},
    MessageRow{"; showing", "؛ هذه نتائج"},
    MessageRow{"other searches:", "عمليات بحث أخرى:"},
    MessageRow{"+{} similar", "+{} مشابه"},
    MessageRow{"older versions: {}", "نسخ أقدم: {}"},
    MessageRow{"also in {}", "وكذلك في {}"},
    MessageRow{"how the query was understood:", "قراءة الاستعلام:"},
    MessageRow{"less telling, not asked for", "أقل دلالة، خارج البحث"},
    MessageRow{"a long query: its {} most telling words are asked for, {} are left out",
               "استعلام طويل: البحث بأكثر كلماته دلالة ({})، و{} متروكة"},
    MessageRow{"a long query: its words are found as typed alone",
               "استعلام طويل: البحث عن كلماته بصورتها المكتوبة وحدها"},
    MessageRow{"a word as typed", "كلمة بصورتها المكتوبة"},
    MessageRow{"a word", "كلمة"},
    MessageRow{"a phrase", "عبارة"},
    MessageRow{"a pattern", "نمط"},
    MessageRow{"words near each other", "كلمات متقاربة"},
    MessageRow{"a filter", "مرشح"},
    MessageRow{"several together", "عدة أجزاء معا"},
    MessageRow{"a function word, not asked for", "أداة، خارج البحث"},
    MessageRow{"must not occur", "لا يجوز وروده"},
    MessageRow{"without it:", "وبدونه:"},
    MessageRow{"forms:", "صيغها:"},
    MessageRow{"for ranking alone:", "للترتيب وحده:"},
    MessageRow{"score", "الدرجة"},
    MessageRow{"words", "الكلمات"},
    MessageRow{"as typed", "بصورتها المكتوبة"},
    MessageRow{"letters in common", "حروف مشتركة"},
    MessageRow{"in the title", "في العنوان"},
    MessageRow{"at the beginning", "في البداية"},
    MessageRow{"side by side", "متجاورة"},
    MessageRow{"best passage", "أفضل مقطع"},
    MessageRow{"without a date", "بلا تاريخ"},
    MessageRow{"«{}» fits {} words; the {} most frequent are searched",
               "«{}» يوافق {} كلمة؛ البحث عن الأكثر ورودا منها ({})"},
    // Cards of entities.
    MessageRow{"forms", "الصيغ"},
    MessageRow{"posts", "المناصب"},
    MessageRow{"holders", "من شغله"},
    MessageRow{"first and last statement", "أول بيان وآخر بيان"},
    MessageRow{"over time", "عبر الزمن"},
    MessageRow{"beside it", "يرد معه"},
    MessageRow{"of {}", "من {}"},
    // Statements whole.
    MessageRow{"like:", "شبيه:"},
    MessageRow{"persons", "أشخاص"},
    MessageRow{"countries", "دول"},
    MessageRow{"bodies", "جهات"},
    MessageRow{"dates", "تواريخ"},
    MessageRow{"source", "المصدر"},
    MessageRow{"file", "الملف"},
    MessageRow{"id", "المعرف"},
    MessageRow{"there is no result {}: {} were found", "لا نتيجة رقمها {}: عدد النتائج {}"},
    MessageRow{"name one of them, or an id", "اكتب رقما منها أو معرفا"},
    // The command line.
    MessageRow{"there is no option --{}", "لا يوجد خيار --{}"},
    MessageRow{"the option --{} takes no value", "الخيار --{} لا يأخذ قيمة"},
    MessageRow{"the option --{} wants a value", "الخيار --{} يحتاج إلى قيمة"},
    MessageRow{"--{} has no value", "--{} بلا قيمة"},
    MessageRow{"{} has no value", "{}: بلا قيمة"},
    MessageRow{"--{} does not know «{}»", "--{} لا يعرف «{}»"},
    MessageRow{"--{}: «{}» is no number from {} to {}", "--{}: «{}» ليس عددا من {} إلى {}"},
    MessageRow{"--locale: «{}» is neither Arabic nor English",
               "--locale: «{}» ليست العربية ولا الإنجليزية"},
    MessageRow{"$BAYAN_COLORS: «{}» is not understood", "$BAYAN_COLORS: «{}» غير مفهوم"},
    MessageRow{"nothing to read is named", "لا مصدر للقراءة"},
    MessageRow{"there is no facet «{}»", "لا يوجد وجه «{}»"},
    MessageRow{"did you mean {}? --help lists the options", "أتقصد {}؟ --help يسرد الخيارات"},
    MessageRow{"did you mean {}?", "أتقصد {}؟"},
    MessageRow{"--help lists the options", "الخيارات يسردها --help"},
    MessageRow{"write for example {}", "اكتب مثلا {}"},
    MessageRow{"write --{}", "اكتب --{}"},
    MessageRow{"write --format {} or {}", "اكتب --format {} أو {}"},
    MessageRow{"write a name, or several between commas", "اكتب اسما، أو أسماء بينها فواصل"},
    MessageRow{"take it away", "احذفه"},
    MessageRow{"it takes {}", "القيم الممكنة: {}"},
    MessageRow{"--bom goes with --format csv or tsv alone", "--bom مع --format csv أو tsv وحدهما"},
    MessageRow{"--entity prints text or json alone", "--entity يطبع text أو json وحدهما"},
    MessageRow{"--explain goes with --format text, json or jsonl alone",
               "--explain مع --format text أو json أو jsonl وحدها"},
    MessageRow{"--queries prints no csv, tsv or markdown",
               "--queries لا يطبع csv ولا tsv ولا markdown"},
    MessageRow{"--queries: {} cannot be read", "--queries: {} لا يمكن قراءته"},
    MessageRow{"--show prints no table", "--show لا يطبع جدولا"},
    MessageRow{"--together wants two names or more", "--together يحتاج إلى اسمين أو أكثر"},
    MessageRow{"{}: no tab between id and query", "{}: لا علامة جدولة بين المعرف والاستعلام"},
    MessageRow{"name a file with a line «id TAB query» a query",
               "اذكر ملفا في كل سطر منه «المعرف TAB الاستعلام»"},
    MessageRow{"write «id TAB query»", "اكتب «المعرف TAB الاستعلام»"},
    MessageRow{"--facet-count and --facet-find go with --facets or --list",
               "--facet-count و--facet-find مع --facets أو --list"},
    MessageRow{"the facets are {}", "الأوجه هي {}"},
    // Queries and filters.
    MessageRow{"a quote is not closed", "علامة تنصيص بلا إغلاق"},
    MessageRow{"a bracket is not closed", "قوس بلا إغلاق"},
    MessageRow{"a bracket closes nothing", "قوس إغلاق بلا فتح"},
    MessageRow{"there is no field «{}»", "لا يوجد حقل باسم «{}»"},
    MessageRow{"the sign stands before nothing", "لا شيء بعد العلامة"},
    MessageRow{"{} stands with nothing on one side", "{} ينقصه أحد طرفيه"},
    MessageRow{"longer than {} bytes", "أطول من {} بايت"},
    MessageRow{"search for the words that matter most", "ابحث عن أهم الكلمات"},
    MessageRow{"«{}» is no date or span of dates", "«{}» ليس تاريخا ولا مدة"},
    MessageRow{"dates are written {}, or as a span, {}", "تكتب التواريخ {}، أو مدة: {}"},
    MessageRow{"the span «{}» ends before it begins", "المدة «{}» تنتهي قبل بدايتها"},
    MessageRow{"write the earlier date first", "اكتب التاريخ الأقدم أولا"},
    MessageRow{"there is no country «{}»", "لا توجد دولة باسم «{}»"},
    MessageRow{"several are named «{}»", "«{}» اسم لأكثر من واحد"},
    MessageRow{"which one? 1 to {}, or nothing for none: ", "أيهم؟ من 1 إلى {}، أو لا شيء لتركه: "},
    MessageRow{"write more of the name, or =NAME: {}", "اكتب الاسم بتمامه أو =الاسم: {}"},
    MessageRow{"the index names nobody and nothing «{}»", "لا يرد في الفهرس أحد ولا شيء باسم «{}»"},
    MessageRow{"the index names no {} «{}»", "لا يرد في الفهرس {} «{}»"},
    MessageRow{"the index names no person «{}»", "لا يرد في الفهرس شخص باسم «{}»"},
    MessageRow{"the index names no org «{}»", "لا ترد في الفهرس جهة باسم «{}»"},
    MessageRow{"the index names no position «{}»", "لا يرد في الفهرس منصب «{}»"},
    MessageRow{"the index names no issuer «{}»", "لا يرد في الفهرس مصدر باسم «{}»"},
    MessageRow{"the index holds no statement «{}»", "ليس في الفهرس بيان معرفه «{}»"},
    MessageRow{"the index holds no file or folder «{}»", "ليس في الفهرس ملف ولا مجلد «{}»"},
    MessageRow{"ids are shown by --format json", "المعرفات يظهرها --format json"},
    MessageRow{"write it as results show it, up to the # or to a /",
               "اكتبه كما يظهر في النتائج، حتى # أو /"},
    MessageRow{"«{}» wants {} letters before the first * and at most {} of them",
               "«{}» يحتاج إلى {} من الحروف قبل أول *، ولا يزيد عدد * على {}"},
    MessageRow{"close it with {}", "أغلقها بـ {}"},
    MessageRow{"--list={} lists them, --facet-find TEXT those alone whose names hold it",
               "--list={} يسرد ما في الفهرس، و--facet-find يسرد ما في اسمه نص"},
    MessageRow{"try one word of the name alone", "جرب كلمة واحدة من الاسم"},
    MessageRow{"countries are named in Arabic or English or by ISO code",
               "أسماء الدول بالعربية أو الإنجليزية أو برمز ISO"},
    // Files and indexes.
    MessageRow{"{}: there is no index", "{}: لا يوجد فهرس"},
    MessageRow{"{}: this folder is no index", "{}: هذا المجلد ليس فهرسا"},
    MessageRow{"{}: nothing has been published in this index yet",
               "{}: لم ينشر شيء في هذا الفهرس بعد"},
    MessageRow{"build one: {}", "أنشئ فهرسا: {}"},
    MessageRow{"build the index again: {}", "أعد إنشاء الفهرس: {}"},
    MessageRow{"{}: the index has version {} of the {}, this program reads version {}",
               "{}: نسخة الفهرس {} ({})، وهذا البرنامج يقرأ النسخة {}"},
    MessageRow{"{}: the index is damaged ({})", "{}: الفهرس تالف ({})"},
    MessageRow{"{}: the index cannot be opened ({})", "{}: لا يمكن فتح الفهرس ({})"},
    MessageRow{"{}: another program is writing to the index ({})",
               "{}: برنامج آخر يكتب في الفهرس ({})"},
    MessageRow{"wait for it to end, then try again", "انتظر حتى ينتهي ثم أعد المحاولة"},
    MessageRow{"{}: the gazetteer cannot be read", "{}: لا يمكن قراءة المعجم"},
    MessageRow{"the gazetteers are not found", "المعاجم غير موجودة"},
    MessageRow{"{} cannot be read", "{} لا يمكن قراءته"},
    // What fits almost anything.
    MessageRow{"{} of {}", "{} من {}"},
};

/// What stands for each «{}» of `pattern` in `text`, the shortest that fits; nothing where the
/// pattern does not.
std::optional<std::vector<std::string_view>> match(std::string_view pattern,
                                                   std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t hole; (hole = pattern.find("{}")) != std::string_view::npos;) {
    if (!text.starts_with(pattern.substr(0, hole))) return std::nullopt;
    text.remove_prefix(hole);
    pattern.remove_prefix(hole + 2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text == pattern ? std::optional(parts) : std::nullopt;
}

std::string fill(std::string_view pattern, const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    const std::size_t hole = pattern.find("{}");
    out += pattern.substr(0, hole);
    out += part;
    pattern.remove_prefix(hole + 2);
  }
  return out += pattern;
}

/// Bytes of a pattern that are not of its holes.
std::size_t letters_of(std::string_view pattern) {
  std::size_t holes = 0;
  for (std::size_t at = 0; (at = pattern.find("{}", at)) != std::string_view::npos; at += 2) {
    ++holes;
  }
  return pattern.size() - 2 * holes;
}

}  // namespace

std::span<const MessageRow> message_rows() { return kRows; }

std::string translate(Language language, std::string_view english) {
  if (language == Language::kEnglish) return std::string(english);
  constexpr std::string_view kOfQuery = "query: ";
  if (english.starts_with(kOfQuery)) {
    return "الاستعلام: " + translate(language, english.substr(kOfQuery.size()));
  }
  std::size_t most_fitting = 0;
  std::string arabic(english);
  for (const MessageRow& row : kRows) {
    const std::size_t own = letters_of(row.english);
    if (own <= most_fitting) continue;
    if (const auto parts = match(row.english, english)) {
      most_fitting = own;
      arabic = fill(row.arabic, *parts);
    }
  }
  return arabic;
}

std::string format_error_in(Language language, std::string_view program, const Error& error,
                            std::string_view place) {
  if (language == Language::kEnglish) return format_error(program, error, place);
  Error translated = error;
  translated.message = translate(language, error.message);
  translated.hint = translate(language, error.hint);
  std::string text = format_error(program, translated, place);
  // format_error() names the second line in English.
  constexpr std::string_view kHint = "\nhint: ";
  if (const std::size_t at = text.find(kHint); !error.hint.empty() && at != std::string::npos) {
    text.replace(at, kHint.size(), "\nتلميح: ");
  }
  return text;
}

}  // namespace bayan::cli
