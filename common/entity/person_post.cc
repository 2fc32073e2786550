#include "common/entity/person_post.h"

#include <algorithm>
#include <array>

// Before the titles a post is read leftwards, from the name to the leftmost head of its stretch:
//
//   «استقبل | رئيس الندوة العالمية للشباب  ← الدكتور صالح …»
//
// Behind the name rightwards, from a head through what a construct can hold:
//
//   «… الجاسم سفير مملكة البحرين لدى فرنسا → |»
namespace bayan::entity {
namespace {

constexpr std::size_t kLongestPost = 28;

bool is_comma(const NameWord& word) { return word.form == "," || word.form == "،"; }
bool is_quote(const NameWord& word) {
  constexpr std::array<std::string_view, 8> kQuotes = {"\"", "«", "»", "“", "”", "-", "/", "ـ"};
  return std::ranges::find(kQuotes, word.form) != kQuotes.end();
}
bool is_in(const NameWord& word) { return word.form == "في"; }

class PostReader {
 public:
  PostReader(const PersonWords& words, const std::vector<NameSpan>& names, std::string_view home)
      : words_(words), names_(names), home_(home) {}

  std::vector<std::string> read() {
    std::vector<std::string> posts;
    std::size_t taken = 0;  // words that belong to the man before
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const Span before = post_before(n, taken);
      taken = names_[n].name.end;
      const Span after = post_after(n, before.end > before.begin);
      if (after.end > after.begin) taken = after.end;
      posts.push_back(join(before, after));
    }
    return posts;
  }

 private:
  [[nodiscard]] std::string join(Span before, Span after) const {
    std::string post = printed(before);
    const std::string behind = printed(after);
    if (behind.empty()) return post;
    // «خادم الحرمين الشريفين الملك … عاهل المملكة»: the post yields.
    if (post.empty() || words_[before.begin].form.ends_with("خادم")) return behind;
    return post + " " + behind;
  }

  [[nodiscard]] std::string printed(Span span) const {
    if (span.end <= span.begin) return {};
    const NameWord& first = words_[span.begin];
    const std::uint32_t begin = words_.name_begin(span.begin, first.has_clitic());
    // «للشاعر» is «ل» and «الشاعر», «للاعب الفرنسي» «ل» and «اللاعب».
    const bool drops_alef = first.has_clitic() && first.form.starts_with("لل");
    const bool is_player = drops_alef && first.form.starts_with("للاعب");
    const bool is_definite = drops_alef && !is_player;
    const char* article =
        is_definite ? "ا" : (is_player && words_[span.begin + 1].has_article() ? "ال" : "");
    return article + one_line(words_.text().substr(begin, words_[span.end - 1].end - begin));
  }

  static std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!is_space) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  /// A head alone that is a title: «الرئيس», «الأمير».
  [[nodiscard]] bool is_lone_title(Span span) const {
    const NameWord& first = words_[span.begin];
    return is_reference(first) || (span.end == span.begin + 1 && first.has(kLoneTitle)) ||
           (words_[span.end - 1].is(NameClass::kStop) && !is_adverb(words_[span.end - 1]));
  }

  /// «نظيره الفرنسي», «نائبه»: says of whom, not what.
  [[nodiscard]] bool is_reference(const NameWord& word) const {
    constexpr std::array<std::string_view, 9> kForms = {
        "نظيره", "نظيرته", "نظيرها", "نظيرهما", "نظيرهم", "نايبه", "نايبها", "مدربه", "زعيمه"};
    const bool is_feminine =
        words_.text().substr(word.begin, word.end - word.begin).ends_with("ة");  // «المدربة»
    return !is_feminine && std::ranges::any_of(kForms, [&](std::string_view form) {
      return word.form.ends_with(form);
    });
  }

  /// «مدير الجمعية سابقا سالم …».
  static bool is_adverb(const NameWord& word) {
    return word.form == "سابقا" || word.form == "حاليا";
  }

  [[nodiscard]] Span post_before(std::size_t n, std::size_t taken) const {
    const NameSpan& name = names_[n];
    const bool has_titles = name.titles.end > name.titles.begin;
    const std::size_t start = has_titles ? name.titles.begin : name.name.begin;
    if (words_[start].has_clitic() || name.drops_clitic) return own_title(name);
    std::size_t end = start;
    const bool is_marked = end > taken && (is_comma(words_[end - 1]) || is_quote(words_[end - 1]));
    if (is_marked && quotation_before(end - 1, taken) == end - 1) --end;
    const std::size_t head = leftmost_head(end, taken);
    if (head == end) return own_title(name);
    if (end == start && has_titles && completes_post(start)) {
      ++end;
    } else {
      end = before_host(head, end);
      if (end > head + 2 && is_calling(words_[end - 1]) && is_closed(words_[end - 2])) --end;
      while (end > head + 1 && is_trailing_title(words_[end - 1]) && !is_of_court(end - 1)) --end;
    }
    const Span post{head, end};
    return is_lone_title(post) ? own_title(name) : post;
  }

  /// «الشاعر حيدر محمود»: a title that is a post by itself; «الرئيس الأمريكي دونالد ترامب».
  [[nodiscard]] Span own_title(const NameSpan& name) const {
    const Span& titles = name.titles;
    if (titles.end == titles.begin || !words_[titles.begin].has(kHead)) return {};
    const Span post{titles.begin, name.name.begin};
    const bool is_single = titles.end == titles.begin + 1;
    return !is_single || is_lone_title(post) ? Span{} : post;
  }

  /// «سفارة سويسرا | لدى المملكة العربية السعودية»: the host is no part of a foreign post.
  [[nodiscard]] std::size_t before_host(std::size_t head, std::size_t end) const {
    for (std::size_t i = head + 1; i + 1 < end; ++i) {
      if (words_[i].form == "لدي" && is_home(i + 1) && !names_home(head, i)) return i;
    }
    return end;
  }

  /// «رئيس قسم العيون | الطبيب فهد»: a calling that stands for a title.
  static bool is_calling(const NameWord& word) {
    const bool is_adjective = word.form.ends_with("ي") || word.form.ends_with("يه");
    return word.has_article() && !is_adjective && (word.has(kWeakTitle) || word.form == "الطبيب");
  }
  static bool is_closed(const NameWord& word) {
    return word.has_article() || word.has(kCountry | kNisba) || word.form.starts_with("وال");
  }

  /// «نائب الرئيس | حسين», «قائد الفريق | سالم»: a title that is the second part of the post.
  [[nodiscard]] bool completes_post(std::size_t title) const {
    const NameWord& before = words_[title - 1];
    const NameWord& word = words_[title];
    if (before.form == "علي" && word.form == "الفريق") return true;  // «المشرف على الفريق»
    if (before.has_article() || !before.has(kHead) || !word.has_article()) return false;
    const bool is_deputy = before.form.ends_with("نايب") || before.form.ends_with("مساعد") ||
                           before.form.ends_with("وكيل") || before.form.ends_with("نايبه");
    return word.form == "الفريق" ||
           (is_deputy && (word.form == "الرييس" || word.form == "الوزير" || word.form == "السفير"));
  }

  static bool is_trailing_title(const NameWord& word) {
    return word.has(kArticleWord | kOuterTitle | kStrongTitle | kFormula) || word.form == "المرافق";
  }

  /// «الديوان | الملكي»: of the body's name, where «السمو الملكي» is a title.
  [[nodiscard]] bool is_of_court(std::size_t i) const {
    constexpr std::array<std::string_view, 3> kBodies = {"الديوان", "الحرس", "البلاط"};
    return i > 0 && words_[i].form == "الملكي" &&
           std::ranges::any_of(kBodies, [&](std::string_view body) {
             return words_[i - 1].form.ends_with(body.substr(4)) && words_[i - 1].is_word();
           });
  }

  [[nodiscard]] std::size_t leftmost_head(std::size_t end, std::size_t taken) const {
    std::size_t head = end;
    for (std::size_t i = end; i > taken && end - i < kLongestPost;) {
      const NameWord& word = words_[--i];
      const NameWord& next = words_[i + 1];
      if (!word.is_word()) {
        if (word.kind == WordKind::kDigits) continue;
        const std::size_t opening = quotation_before(i, taken);
        if (opening == i) break;
        i = opening;
        continue;
      }
      if (is_reference(word)) return end;
      if (word.has(kHead) && !is_inner_title(i)) {
        head = i;
        // «ومدير إدارة الأجور محمد»: the conjunction parts two men, unless a head goes on before
        // it.
        if (word.has_clitic() && !joins_heads(i, taken)) break;
        continue;
      }
      const bool crosses = is_in(word) || word.form == "لدي" || word.form == "علي" ||
                           (word.form == "من" && words_[i + 1].has(kBody));
      if (word.form == "الي" && next.has(kBody | kCountry) && names_envoy(i, taken)) continue;
      if (crosses &&
          (head == end || next.has(kBody) || (word.form == "لدي" && next.has(kCountry)))) {
        continue;
      }
      const bool is_vice = word.form == "عن" && next.form == "المنكر";
      if ((is_adverb(word) && i + 1 == end) || is_delegation(i) || is_vice) continue;
      if (word.is(NameClass::kStop) || word.has(kVerb | kVerbShape | kTimeWord | kKin | kFormula)) {
        break;
      }
    }
    return head;
  }

  /// «مبعوث الأمين العام للأمم المتحدة إلى الجمهورية اليمنية».
  [[nodiscard]] bool names_envoy(std::size_t i, std::size_t taken) const {
    constexpr std::size_t kReach = 8;
    for (std::size_t back = 1; back <= kReach && i >= taken + back; ++back) {
      const std::string_view form = words_[i - back].form;
      if (form.ends_with("مبعوث") || form.ends_with("موفد")) return true;
      if (!words_[i - back].is_word()) return false;
    }
    return false;
  }

  /// «رئيس وفد البريد»: elsewhere وفد ends a post.
  [[nodiscard]] bool is_delegation(std::size_t i) const {
    return (words_[i].form == "وفد" || words_[i].form == "الوفد") && i > 0 &&
           words_[i - 1].has(kHead);
  }

  /// The opening mark of the short quotation that ends at word `i`: «فرقة "مواهب وأفكار"»; `i` if
  /// none.
  [[nodiscard]] std::size_t quotation_before(std::size_t i, std::size_t taken) const {
    constexpr std::size_t kLongest = 6;
    const std::string_view mark = words_[i].form;
    if (mark != "\"" && mark != "»" && mark != "”") return i;
    for (std::size_t back = 2; back <= kLongest + 1 && i >= taken + back + 1; ++back) {
      const NameWord& word = words_[i - back];
      if (is_opening_quote(word)) return i - back;
      if (!word.is_word()) break;
    }
    return i;
  }
  static bool is_opening_quote(const NameWord& word) {
    return word.form == "\"" || word.form == "«" || word.form == "“";
  }

  /// «لخادم الحرمين», «جلالة الملك»: a head inside another post.
  [[nodiscard]] bool is_inner_title(std::size_t i) const {
    if (i > 0 && words_[i].form == "الملك" && words_[i - 1].has(kOuterTitle)) return true;
    return words_[i].has(kOuterTitle) && words_[i + 1].has(kOuterTitle);  // «صاحب السمو»
  }

  /// «النائب الأول لرئيس مجلس الوزراء ووزير الداخلية»: one man's posts.
  [[nodiscard]] bool joins_heads(std::size_t i, std::size_t taken) const {
    if (!words_[i].form.starts_with("و")) return true;  // «لرئيس» inside «نائب لرئيس»
    if (words_[i].form == "ولي") return true;
    for (std::size_t back = 1; back <= 8 && i >= taken + back; ++back) {
      const NameWord& word = words_[i - back];
      if (word.has(kHead)) return true;
      const bool is_bridge = is_in(word) && words_[i - back + 1].has(kBody);
      if (is_bridge) continue;
      if (!word.is_word() || word.is(NameClass::kStop) || word.has(kVerb | kTimeWord)) return false;
    }
    return false;
  }

  [[nodiscard]] Span post_after(std::size_t n, bool has_one_before) const {
    std::size_t i = names_[n].name.end;
    if (words_[i].form == "علي" && words_[i + 1].form == "وظيفه") {
      const Span bracketed = in_brackets(i + 2);
      return bracketed.end > bracketed.begin ? bracketed : up_to_mark(i + 2);
    }
    i = skip_formulas(i);
    const NameWord& head = words_[i];
    if (!head.has(kHead) || head.has_clitic()) return {};
    const std::size_t limit = next_start(n);
    std::size_t end = grow(i, limit);
    // «استقبل … | وزير الصحة | السفير … سفير سنغافورة»: who has a post behind him needs none
    // before.
    const bool is_own = !has_one_before && n + 1 < names_.size() && has_head_behind(n + 1);
    if (!is_own && runs_into_name(end, limit, n)) return {};
    if (end > i + 2 && is_in(words_[end - 2]) && is_open_place(words_[end - 1])) end -= 2;
    const Span post{i, end};
    return is_lone_title(post) && !is_boundary(words_[end]) ? Span{} : post;
  }

  /// «في مكتب», «في العاصمة»: where something happened, not of what he is in charge.
  static bool is_open_place(const NameWord& word) {
    return word.form == "العاصمه" ||
           (!word.has_article() && word.has(kBody) && !word.has(kCountry));
  }

  [[nodiscard]] bool has_head_behind(std::size_t n) const {
    const NameWord& word = words_[names_[n].name.end];
    return word.has(kHead) && !word.has_clitic() && !is_reference(word);
  }

  /// «على وظيفة ( سفير )».
  [[nodiscard]] Span in_brackets(std::size_t i) const {
    if (words_[i].form != "(") return {};
    std::size_t end = i + 1;
    while (end < words_.size() && words_[end].form != ")" && end - i < kLongestPost) ++end;
    return words_[end].form == ")" ? Span{i + 1, end} : Span{};
  }

  /// «على وظيفة أمين عام محكمة، بالمرتبة 14».
  [[nodiscard]] Span up_to_mark(std::size_t i) const {
    constexpr std::size_t kLongest = 8;
    std::size_t end = i;
    while (words_[end].is_word() && end - i < kLongest) ++end;
    return is_comma(words_[end]) && words_[i].has(kHead | kModifier) ? Span{i, end} : Span{};
  }

  [[nodiscard]] std::size_t skip_formulas(std::size_t i) const {
    bool had_comma = false;
    for (std::size_t steps = 0; steps < 8; ++steps) {
      const NameWord& word = words_[i];
      const bool is_formula = word.has(kFormula) || word.form == "الله" || word.form == "ورعاه";
      if (is_comma(word) && !had_comma) {
        had_comma = true;
      } else if (!is_formula && !is_quote(word)) {
        break;
      }
      ++i;
    }
    return i;
  }

  /// Where the next name's own words begin.
  [[nodiscard]] std::size_t next_start(std::size_t n) const {
    if (n + 1 >= names_.size()) return words_.size();
    const NameSpan& next = names_[n + 1];
    return next.titles.end > next.titles.begin ? next.titles.begin : next.name.begin;
  }

  /// «… ، رئيس مجلس الأمة | مرزوق الغانم»: the post is the next man's.
  [[nodiscard]] bool runs_into_name(std::size_t end, std::size_t limit, std::size_t n) const {
    if (n + 1 >= names_.size()) return false;
    std::size_t i = end;
    while (words_[i].has(kArticleWord)) ++i;
    return i == limit && !words_[limit].has_clitic() && !names_[n + 1].drops_clitic;
  }

  [[nodiscard]] std::size_t grow(std::size_t begin, std::size_t limit) const {
    std::size_t end = begin + 1;
    bool is_closed = words_[begin].has_article();
    while (end < limit && end - begin < kLongestPost) {
      const std::size_t next = step(begin, end, is_closed, limit);
      if (next == end) break;
      end = next;
      const NameWord& last = words_[end - 1];
      is_closed = (last.has_article() && last.form != "القايم") || last.has(kCountry | kNisba) ||
                  last.form.starts_with("لل") || last.form.starts_with("وال") ||
                  last.form.starts_with("بال");
    }
    return end;
  }

  /// The end of the post after one more piece at `i`; `i` to stop.
  [[nodiscard]] std::size_t step(std::size_t begin, std::size_t i, bool is_closed,
                                 std::size_t limit) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (is_comma(word) || word.has(kArticleWord)) {
      const std::size_t head = is_comma(next) ? i + 2 : i + 1;
      if (!words_[head].has(kHead) || words_[head].has_clitic() || head >= limit) return i;
      // «وزير الداخلية ، السفير …»: a title of the next man.
      const bool is_title = words_[head].has(kLoneTitle) && words_[head].has_article();
      if (is_title && is_boundary(words_[head + 1])) return i;
      return grow(head, limit) == limit && limit < words_.size() && !words_[limit].has_clitic()
                 ? i
                 : head + 1;
    }
    if (word.kind == WordKind::kDigits) return next.is_word() ? i + 1 : i;
    if (is_opening_quote(word) && !is_closed) return quotation_end(i, limit);
    if (!word.is_word()) return i;
    if (word.form == "المعظم" || word.form == "المفدي" || word.form == "الموقر") return i + 1;
    if (word.form == "المعتمد" && next.form == "لدي") return i;
    if (is_in(word) || word.form == "لدي" || word.form == "علي") return place(i, begin);
    if (word.form == "باسم") return next.is_word() ? i + 2 : i;
    if (word.form == "عن" && next.form == "المنكر") return i + 2;
    if (word.form == "سابقا" || is_delegation(i)) return i + 1;
    if (word.is(NameClass::kStop) || word.has(kVerb | kVerbShape | kTimeWord | kFormula)) return i;
    if (is_closed && word.form == "العاصمه") return i;
    if (word.form == "بدوله" && next.has(kCountry) && !is_home(i)) return i + 2;
    if (is_of_court(i)) return i + 1;
    if (word.has(kOuterTitle | kStrongTitle) && !word.has(kHead)) {
      const bool is_inner = !is_closed && !word.has_clitic();
      return is_inner || word.form.starts_with("ل") ? i + 1 : i;
    }
    if (word.has_clitic() || word.form.starts_with("وال"))
      return clitic_step(begin, i, limit, is_closed);
    if (is_reference(word) || (is_closed && word.form == "صاحب")) return i;
    if (word.has(kHead) && word.has_article() && is_closed && opens_next_post(i, limit)) return i;
    if (word.has(kHead) || !is_closed || word.has_article()) return i + 1;
    // «رئيس مدينة الملك ناصر للعلوم»: an eponym inside the body's name.
    if (words_[i - 1].has(kStrongTitle) && i > begin + 1 && word.is(NameClass::kGiven))
      return i + 1;
    return word.has(kCountry) && words_[i - 1].has(kCountry) ? i + 1 : i;
  }

  /// «وكيل الوزارة السفير يوسف | القائم بأعمال السفارة السيد …»: a head whose post is the next
  /// man's.
  [[nodiscard]] bool opens_next_post(std::size_t i, std::size_t limit) const {
    return limit < words_.size() && !words_[limit].has_clitic() && grow(i, limit) == limit;
  }

  /// Behind the closing mark of the short quotation that opens at word `i`; `i` if there is none.
  [[nodiscard]] std::size_t quotation_end(std::size_t i, std::size_t limit) const {
    constexpr std::size_t kLongest = 6;
    for (std::size_t at = i + 2; at < std::min(limit, i + kLongest + 2); ++at) {
      const std::string_view mark = words_[at].form;
      if (mark == "\"" || mark == "»" || mark == "”") return at + 1;
    }
    return i;
  }

  /// A minister's post or an heir's: it has its state, so that «للأردن» behind it is of the
  /// sentence.
  [[nodiscard]] bool is_government(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view form = words_[i].form;
      if (form.ends_with("وزير") || form == "الوزراء" || form == "العهد") return true;
    }
    return false;
  }

  /// «وزير التربية والتعليم», «القائد العام لشرطة باريس», «بوزارة الداخلية».
  [[nodiscard]] std::size_t clitic_step(std::size_t begin, std::size_t i, std::size_t limit,
                                        bool is_closed) const {
    const NameWord& word = words_[i];
    if (word.form.starts_with("و")) {
      if (word.has(kHead)) return grow(i, limit) == limit && limit < words_.size() ? i : i + 1;
      // «غرفة تجارة وصناعة», «وزير الخارجية والهجرة وشئون المصريين»
      const bool is_pair = (!is_closed && !word.has(~kShapeFlags)) || word.form.ends_with("شيون") ||
                           word.form.ends_with("شوون");
      return (word.form.starts_with("وال") || is_pair) && !word.has(kStrongTitle) ? i + 1 : i;
    }
    // «زيارة وزير الدفاع | للأردن»
    if (word.form.starts_with("ل")) {
      return is_closed && word.has(kState) && is_government(begin, i) ? i : i + 1;
    }
    if (!word.form.starts_with("ب")) return i;
    if (words_[i - 1].form.ends_with("القايم") || words_[i - 1].form.ends_with("المكلف"))
      return i + 1;
    if (is_home(i)) return i;
    if (word.has(kBody | kCountry | kNisba)) return i + 1;
    // «بالدلم», «بالقسم الداخلي»; not «بالعيد الوطني»
    return word.form.starts_with("بال") && !words_[i + 1].has(kNisba) &&
                   !words_[i + 1].form.ends_with("الوطني")
               ? i + 1
               : i;
  }

  /// «في وزارة …», «لدى فرنسا»: bound to the post, but not the country at home.
  [[nodiscard]] std::size_t place(std::size_t i, std::size_t begin) const {
    const NameWord& next = words_[i + 1];
    if (is_home(i + 1) || !next.is_word()) return i;
    // «سفير كوريا لدى المملكة»: the host.
    if (words_[i].form == "لدي" && next.form == "المملكه" && !words_[i + 2].has_article()) return i;
    if (words_[i].form == "علي") return supervises(begin, i) ? i + 2 : i;
    if (words_[i].form == "لدي" && !home_.empty() && !names_home(begin, i)) return i;
    return next.has(kBody | kCountry) ? i + 2 : i;
  }

  /// Whether the last head of the post so far is «المشرف», over something.
  [[nodiscard]] bool supervises(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i-- > begin;) {
      if (words_[i].has(kHead)) return words_[i].form.ends_with("مشرف");
    }
    return false;
  }

  /// Whether «مملكة البحرين» at home, or «المملكة», begins at word `i`.
  [[nodiscard]] bool is_home(std::size_t i) const {
    if (home_.empty()) return false;
    if (home_ == "السعوديه" && words_[i].form.ends_with("المملكه") &&
        !words_[i + 1].has_article()) {
      return true;
    }
    for (std::size_t at = i; at < i + 3; ++at) {
      if (!words_[at].is_word()) return false;
      if (words_[at].form.ends_with(home_)) return true;
      if (at > i && words_[at].is(NameClass::kStop)) return false;
    }
    return false;
  }
  [[nodiscard]] bool names_home(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!home_.empty() && words_[i].form.ends_with(home_)) return true;
      if (home_ == "السعوديه" && words_[i].form == "خادم") return true;
    }
    return false;
  }

  const PersonWords& words_;
  const std::vector<NameSpan>& names_;
  std::string_view home_;
};

}  // namespace

std::vector<std::string> read_posts(const PersonWords& words, const std::vector<NameSpan>& names,
                                    std::string_view home) {
  return PostReader(words, names, home).read();
}

}  // namespace bayan::entity
