#include "common/cli/messages.h"

#include <array>
#include <optional>
#include <vector>

namespace bayan::cli {
namespace {

// Rows whose English begins alike stand with the more particular one first.
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
    MessageRow{"how the query was understood:", "كيف فُهم الاستعلام:"},
    MessageRow{"less telling, not asked for", "أقل دلالة، لا يُبحث عنها"},
    MessageRow{"a long query: its {} most telling words are asked for, {} are left out",
               "استعلام طويل: يُبحث عن أدل {} من كلماته، وتُترك {}"},
    MessageRow{"a long query: its words are found as typed alone",
               "استعلام طويل: يُبحث عن كلماته كما كُتبت وحدها"},
    MessageRow{"a word as typed", "كلمة كما كُتبت"},
    MessageRow{"a word", "كلمة"},
    MessageRow{"a phrase", "عبارة"},
    MessageRow{"a pattern", "نمط"},
    MessageRow{"words near each other", "كلمات متقاربة"},
    MessageRow{"a filter", "مرشِّح"},
    MessageRow{"several together", "عدة أجزاء معًا"},
    MessageRow{"a function word, not asked for", "أداة لا يُبحث عنها"},
    MessageRow{"must not occur", "لا يجوز وروده"},
    MessageRow{"without it:", "وبدونه:"},
    MessageRow{"forms:", "صيغها:"},
    MessageRow{"for ranking alone:", "للترتيب وحده:"},
    MessageRow{"score", "الدرجة"},
    MessageRow{"words", "الكلمات"},
    MessageRow{"as typed", "كما كُتبت"},
    MessageRow{"letters in common", "حروف مشتركة"},
    MessageRow{"in the title", "في العنوان"},
    MessageRow{"at the beginning", "في البداية"},
    MessageRow{"side by side", "متجاورة"},
    MessageRow{"best passage", "أفضل مقطع"},
    MessageRow{"without a date", "بلا تاريخ"},
    MessageRow{"--together wants two names or more", "--together يحتاج إلى اسمين أو أكثر"},
    // Cards of entities.
    MessageRow{"forms", "الصيغ"},
    MessageRow{"posts", "المناصب"},
    MessageRow{"holders", "من شغله"},
    MessageRow{"first and last statement", "أول بيان وآخر بيان"},
    MessageRow{"over time", "عبر الزمن"},
    MessageRow{"beside it", "يرد معه"},
    MessageRow{"of {}", "من {}"},
    MessageRow{"no statement names the country «{}»", "لا يذكر أي بيان الدولة «{}»"},
    // Statements whole.
    MessageRow{"like:", "شبيه:"},
    MessageRow{"persons", "أشخاص"},
    MessageRow{"countries", "دول"},
    MessageRow{"bodies", "جهات"},
    MessageRow{"dates", "تواريخ"},
    MessageRow{"source", "المصدر"},
    MessageRow{"file", "الملف"},
    MessageRow{"id", "المعرّف"},
    MessageRow{"there is no result {}: {} were found", "لا نتيجة رقمها {}: عدد النتائج {}"},
    MessageRow{"name one of them, or an id", "اذكر واحدة منها أو معرّفًا"},
    // The command line.
    MessageRow{"there is no option --{}", "لا يوجد خيار --{}"},
    MessageRow{"the option --{} takes no value", "الخيار --{} لا يأخذ قيمة"},
    MessageRow{"the option --{} wants a value", "الخيار --{} يحتاج إلى قيمة"},
    MessageRow{"--{} has no value", "--{} بلا قيمة"},
    MessageRow{"--{} does not know «{}»", "--{} لا يعرف «{}»"},
    MessageRow{"--{}: «{}» is no number from {} to {}", "--{}: «{}» ليس عددًا من {} إلى {}"},
    MessageRow{"--locale: «{}» is neither Arabic nor English",
               "--locale: «{}» ليست العربية ولا الإنجليزية"},
    MessageRow{"$BAYAN_COLORS: «{}» is not understood", "$BAYAN_COLORS: «{}» غير مفهوم"},
    MessageRow{"nothing to read is named", "لم يُذكر ما يُقرأ"},
    MessageRow{"there is no facet «{}»", "لا يوجد وجه «{}»"},
    MessageRow{"did you mean {}? --help lists the options", "أتقصد {}؟ --help يسرد الخيارات"},
    MessageRow{"did you mean {}?", "أتقصد {}؟"},
    MessageRow{"--help lists the options", "الخيارات يسردها --help"},
    MessageRow{"write for example {}", "اكتب مثلا {}"},
    MessageRow{"it takes {}", "القيم الممكنة: {}"},
    MessageRow{"--facet-count and --facet-find go with --facets or --list",
               "--facet-count و--facet-find مع --facets أو --list"},
    MessageRow{"the facets are {}", "الأوجه هي {}"},
    // Queries and filters.
    MessageRow{"query: a quote is not closed", "الاستعلام: علامة تنصيص لم تُغلق"},
    MessageRow{"query: a bracket is not closed", "الاستعلام: قوس لم يُغلق"},
    MessageRow{"query: a bracket closes nothing", "الاستعلام: قوس لا يُغلق شيئًا"},
    MessageRow{"query: there is no field «{}»", "الاستعلام: لا يوجد حقل باسم «{}»"},
    MessageRow{"query: there is no country «{}»", "الاستعلام: لا توجد دولة باسم «{}»"},
    MessageRow{"query: the sign stands before nothing", "الاستعلام: لا شيء بعد العلامة"},
    MessageRow{"query: {} stands with nothing on one side", "الاستعلام: {} ينقصه أحد طرفيه"},
    MessageRow{"query: «{}» is no date or span of dates", "الاستعلام: «{}» ليس تاريخًا ولا مدة"},
    MessageRow{"«{}» is no date or span of dates", "«{}» ليس تاريخًا ولا مدة"},
    MessageRow{"there is no country «{}»", "لا توجد دولة باسم «{}»"},
    MessageRow{"several are named «{}»", "«{}» اسم لأكثر من واحد"},
    MessageRow{"which one? 1 to {}, or nothing for none: ", "أيهم؟ من 1 إلى {}، أو لا شيء لتركه: "},
    MessageRow{"write more of the name, or =NAME: {}", "اكتب الاسم بتمامه أو =الاسم: {}"},
    MessageRow{"the index names no person «{}»", "لا يرد في الفهرس شخص باسم «{}»"},
    MessageRow{"the index names no org «{}»", "لا ترد في الفهرس جهة باسم «{}»"},
    MessageRow{"the index names no position «{}»", "لا يرد في الفهرس منصب «{}»"},
    MessageRow{"the index names no issuer «{}»", "لا يرد في الفهرس مصدر باسم «{}»"},
    MessageRow{"close it with {}", "أغلقها بـ {}"},
    MessageRow{"try one word of the name alone", "جرّب كلمة واحدة من الاسم"},
    MessageRow{"countries are named in Arabic or English or by ISO code",
               "تُسمّى الدول بالعربية أو الإنجليزية أو برمز ISO"},
    // Files and indexes.
    MessageRow{"{}: there is no index", "{}: لا يوجد فهرس"},
    MessageRow{"build one: {}", "أنشئ فهرسًا: {}"},
    MessageRow{"{}: the gazetteer cannot be read", "{}: لا يمكن قراءة المعجم"},
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

}  // namespace

std::span<const MessageRow> message_rows() { return kRows; }

std::string translate(Language language, std::string_view english) {
  if (language == Language::kEnglish) return std::string(english);
  for (const MessageRow& row : kRows) {
    if (const auto parts = match(row.english, english)) return fill(row.arabic, *parts);
  }
  return std::string(english);
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
