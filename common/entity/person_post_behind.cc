#include <algorithm>
#include <array>

#include "common/entity/person_post_grammar.h"
#include "common/text/fold.h"

// Behind the name a post is read rightwards, from a head through what a construct can hold:
//
//   «… الجاسم سفير مملكة البحرين لدى فرنسا → |»
namespace bayan::entity {
namespace {

class RightwardReader {
 public:
  RightwardReader(const PersonWords& words, std::string_view home,
                  const std::vector<NameSpan>& names)
      : words_(words), home_(home), names_(names) {}

  [[nodiscard]] Span read(std::size_t n, bool has_one_before) const {
    std::size_t i = names_[n].name.end;
    if (words_[i].form == "علي" && words_[i + 1].form == "وظيفه") {
      const Span bracketed = in_brackets(i + 2);
      return bracketed.end > bracketed.begin ? bracketed : up_to_mark(i + 2);
    }
    i = skip_office(i, has_one_before);
    i = is_signature(n) || is_of_his_choice(i) ? i + 1 : skip_formulas(i);
    const std::size_t limit = next_start(n);
    const NameWord& head = words_[i];
    if (i >= limit || !begins_post(words_, i) || is_title(i)) return {};
    if (head.has_clitic() && !is_wali(words_, i)) return {};
    // «رئيس الوزراء سامر القحطاني | مندوبا عن …»: as what he came.
    if (has_one_before && is_accusative_head(words_, i)) return {};
    // «وزير التجارة سامر القحطاني | (الوزير المرافق)»
    if (head.form == "الوزير" && words_[i + 1].form == "المرافق") return {};
    // «هنأ رئيس اللجنة سامر القحطاني | خادم الحرمين الشريفين»
    if (has_one_before && head.form == "خادم") return {};
    // «…، | وزير النقل السابق مدير المركز سامر»: both are the next man's.
    const bool is_parted = is_comma(words_[i - 1]) && limit < words_.size();
    if (is_parted && !words_[limit].has_clitic() && reaches(i, limit) &&
        !is_own_of_next(n, has_one_before))
      return {};
    std::size_t end = grow(i, limit);
    while (end > i + 1 && is_then(words_[end - 1])) --end;
    // «استقبل … | وزير الصحة | السفير … سفير سنغافورة»: who has a post behind him needs none
    // before.
    if (!is_own_of_next(n, has_one_before) && runs_into_name(end, limit, n)) return {};
    if (end > i + 2 && is_in(words_[end - 2]) && is_open_place(words_[end - 1])) end -= 2;
    const Span post{i, end};
    // «فلانة، حرم | اللورد …»: of a man who is another
    if (end == i + 1 && (head.form == "حرم" || head.form == "قرينه")) return {};
    // «محمد بن عبدالرحمن | المخرج»: a surname, where the post stands before the name.
    const bool is_surname =
        has_one_before && end == i + 1 && i == names_[n].name.end && head.has_article();
    if (is_surname) return {};
    return is_lone_title(words_, post) && !is_boundary(words_[end]) ? Span{} : post;
  }

  [[nodiscard]] Span read_from(std::size_t n, std::size_t head) const {
    const std::size_t limit = next_start(n);
    const std::size_t end = head < limit ? grow(head, limit) : head;
    return runs_into_name(end, limit, n) ? Span{} : Span{head, end};
  }

 private:
  /// «في مكتب», «في العاصمة»: where something happened, not of what he is in charge.
  static bool is_open_place(const NameWord& word) {
    return word.form == "العاصمه" ||
           (!word.has_article() && word.has(kBody) && !word.has(kCountry));
  }

  [[nodiscard]] bool is_own_of_next(std::size_t n, bool has_one_before) const {
    return !has_one_before && n + 1 < names_.size() && has_head_behind(n + 1);
  }

  [[nodiscard]] bool has_head_behind(std::size_t n) const {
    const std::size_t i = names_[n].name.end;
    return words_[i].has(kHead) && !words_[i].has_clitic() && !is_reference(words_, words_[i]) &&
           !is_accusative_head(words_, i);
  }

  /// «صاحب | السمو», of a man who is not known.
  [[nodiscard]] bool is_title(std::size_t i) const {
    return words_[i].has(kOuterTitle) && words_[i + 1].has(kOuterTitle | kStrongTitle);
  }

  /// «على وظيفة ( سفير )», «على وظيفة "سفير"».
  [[nodiscard]] Span in_brackets(std::size_t i) const {
    if (words_[i].form != "(" && !is_opening_quote(words_[i])) return {};
    const auto closes = [](std::string_view mark) {
      return mark == ")" || mark == "»" || mark == "”" || mark == "\"";
    };
    std::size_t end = i + 1;
    while (end < words_.size() && !closes(words_[end].form) && end - i < kLongestPost) ++end;
    return closes(words_[end].form) ? Span{i + 1, end} : Span{};
  }

  /// «على وظيفة أمين عام محكمة، بالمرتبة 14».
  [[nodiscard]] Span up_to_mark(std::size_t i) const {
    constexpr std::size_t kLongest = 8;
    std::size_t end = i;
    while (words_[end].is_word() && end - i < kLongest) ++end;
    return is_comma(words_[end]) && words_[i].has(kHead | kModifier) ? Span{i, end} : Span{};
  }

  /// «سامر بن عادل⏎سلطان البلاد⏎»: a name on a line and a post on the next.
  [[nodiscard]] bool is_signature(std::size_t n) const {
    constexpr std::size_t kLongest = 8;
    const std::size_t begin = first_word(names_[n]);
    const std::size_t end = names_[n].name.end;
    const bool is_line = begin == 0 || words_[begin - 1].kind == WordKind::kLineEnd;
    if (!is_line || words_[end].kind != WordKind::kLineEnd || !begins_post(words_, end + 1)) {
      return false;
    }
    std::size_t last = end + 1;
    while (words_[last].is_word() && last - end <= kLongest) ++last;
    return last >= words_.size() || words_[last].kind == WordKind::kLineEnd;
  }

  /// «فاز سامر القحطاني | بالتزكية بمنصب نائب الرئيس», «… في منصب نائب الرئيس».
  [[nodiscard]] std::size_t skip_office(std::size_t i, bool has_one_before) const {
    constexpr std::array<std::string_view, 3> kForms = {"بمنصب", "منصب", "لمنصب"};
    std::size_t at = i;
    if (words_[at].form == "بالتزكيه" || (is_in(words_[at]) && !has_one_before)) ++at;
    return is_one_of(words_[at].form, kForms) && begins_post(words_, at + 1) ? at + 1 : i;
  }

  /// «هنأ سامر القحطاني | لانتخابه رئيسا للمجلس», «… بتعيينه سفيرا».
  [[nodiscard]] bool is_of_his_choice(std::size_t i) const {
    constexpr std::array<std::string_view, 8> kForms = {
        "لانتخابه", "بانتخابه", "لتعيينه", "بتعيينه", "لتوليه", "بتوليه", "لاختياره", "باختياره"};
    return is_one_of(words_[i].form, kForms) && is_accusative_head(words_, i + 1);
  }

  [[nodiscard]] std::size_t skip_formulas(std::size_t i) const {
    bool had_comma = false;
    for (std::size_t steps = 0; steps < 8; ++steps) {
      const NameWord& word = words_[i];
      const bool is_formula = word.has(kFormula) || word.form == "الله" || word.form == "ورعاه";
      // «سامر القحطاني ( مدير الجمعية )», «هارالد الخامس؛ ملك النرويج»
      const bool is_mark = (word.form == "(" || word.form == "؛") && begins_post(words_, i + 1);
      if ((is_comma(word) || is_mark) && !had_comma) {
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
    return n + 1 < names_.size() ? first_word(names_[n + 1]) : words_.size();
  }

  static std::size_t first_word(const NameSpan& name) {
    return name.titles.end > name.titles.begin ? name.titles.begin : name.name.begin;
  }

  /// «… ، رئيس مجلس الأمة | مرزوق الغانم»: the post is the next man's.
  [[nodiscard]] bool runs_into_name(std::size_t end, std::size_t limit, std::size_t n) const {
    if (n + 1 >= names_.size()) return false;
    std::size_t i = end;
    while (words_[i].has(kArticleWord)) ++i;
    return i == limit && !words_[limit].has_clitic() && !words_[limit].form.starts_with("وال") &&
           !names_[n + 1].drops_clitic;
  }

  /// Whether the words from a head to `limit` are one post: that of the man who is named there.
  [[nodiscard]] bool reaches(std::size_t head, std::size_t limit) const {
    return grow(head, limit, false) == limit;
  }

  /// `yields`: to a head whose post is the next man's.
  [[nodiscard]] std::size_t grow(std::size_t begin, std::size_t limit, bool yields = true) const {
    std::size_t end = begin + 1;
    bool is_closed = words_[begin].has_article();
    while (end < limit && end - begin < kLongestPost) {
      const bool is_next = yields && is_closed && words_[end].has(kHead) &&
                           !words_[end].has_clitic() && opens_next_post(end, limit);
      const std::size_t next = is_next ? end : step(begin, end, is_closed, limit);
      if (next == end) break;
      end = next;
      const NameWord& last = words_[end - 1];
      is_closed = (last.has_article() && last.form != "القايم") || last.has(kCountry | kNisba) ||
                  last.form.starts_with("لل") || last.form.starts_with("وال") ||
                  last.form.starts_with("بال") || is_continent(last.form);
    }
    return end;
  }

  /// «استقبله أمير منطقة الرياض | سفير دولة قطر …»: who receives envoys and is none.
  static bool is_office(const NameWord& word) {
    constexpr std::array<std::string_view, 7> kForms = {"امير", "وزير", "محافظ", "نايب",
                                                        "ولي",  "وكيل", "قايد"};
    return is_one_of(word.form, kForms);
  }

  static bool is_continent(std::string_view form) {
    constexpr std::array<std::string_view, 4> kForms = {"افريقيا", "اسيا", "اوروبا", "اوربا"};
    return std::ranges::any_of(kForms, [form](std::string_view name) {
      return form == name || (form.starts_with("و") && form.substr(text::kLetterBytes) == name);
    });
  }

  /// «الرئيس التنفيذي», «المدير الإقليمي», of something; what others speak to may be a newspaper.
  static bool is_managing(const NameWord& word) {
    constexpr std::array<std::string_view, 5> kForms = {"التنفيذي", "المنتدب", "الاقليمي", "التابع",
                                                        "التابعه"};
    return is_one_of(word.form, kForms);
  }

  /// The end of the post after one more piece at `i`; `i` to stop.
  [[nodiscard]] std::size_t step(std::size_t begin, std::size_t i, bool is_closed,
                                 std::size_t limit) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (is_comma(word) && is_plenipotentiary(words_, i + 1)) return i + 2;
    // «رئيس المحكمة - رئيس المجلس»
    const bool is_dash = (word.form == "-" || word.form == "–") && next.has(kHead);
    if (is_comma(word) || is_dash || word.has(kArticleWord)) {
      std::size_t head = is_comma(next) ? i + 2 : i + 1;
      if (words_[head].form == "و") ++head;  // «ولي عهد ، و نائب الحاكم»
      // «رئيس الجمهورية الشقيقة | ورئيس المجلس»
      if (word.has(kArticleWord) && next.has(kHead) && next.form.starts_with("و") && head < limit) {
        return clitic_step(begin, head, limit, true);
      }
      if (head < limit && is_comma(word) && joins_government(begin, i, head, limit))
        return head + 1;
      if (!words_[head].has(kHead) || words_[head].has_clitic() || head >= limit) return i;
      // «وزير المالية، | وزير العمل»: a list
      if (is_comma(word) && words_[head].form == "وزير" &&
          words_[last_head(begin, i)].form == "وزير") {
        return i;
      }
      // «رئيس مجلس الوزراء، | نائبا للأمير»: what he is made.
      if (is_accusative_head(words_, head) && !is_accusative_head(words_, begin)) return i;
      if (is_title(head)) return i;
      // «وزير الداخلية ، السفير …»: a title of the next man.
      const bool is_title = words_[head].has(kLoneTitle) && words_[head].has_article();
      if (is_title && is_boundary(words_[head + 1])) return i;
      return reaches(head, limit) && limit < words_.size() && !words_[limit].has_clitic()
                 ? i
                 : head + 1;
    }
    if (word.kind == WordKind::kDigits) return next.is_word() ? i + 1 : i;
    if (is_opening_quote(word) && !is_closed) return quotation_end(i, limit);
    // «الرئيس التنفيذي لـ«شركة النقل»»
    if (word.form == "ل" && is_opening_quote(next) && is_managing(words_[i - 1])) {
      const std::size_t end = quotation_end(i + 1, limit);
      return end > i + 1 ? end : i;
    }
    if (!word.is_word()) return is_pair_of_nations(words_, i) ? i + 2 : i;
    if (word.form == "المعظم" || word.form == "المفدي" || word.form == "الموقر") return i + 1;
    if (is_accredited(word) && next.form == "لدي" && place(i + 1, begin) == i + 1) return i;
    if (is_in(word) || word.form == "لدي" || word.form == "علي") return place(i, begin);
    if (word.form == "باسم") return next.is_word() ? i + 2 : i;
    if (word.form == "عن" && (is_from_afar(words_, i) || is_in_charge_of(words_, i))) return i + 2;
    if (is_plenipotentiary(words_, i) || is_acting(word) || is_unlawfully(words_, i)) return i + 1;
    if (word.form.ends_with("نيابه") && next.has_article())
      return i + 1;  // «لنيابة الأموال العامة»
    if (begins_place(words_, i)) return i + 2;
    if (is_rank_of_envoy(words_, i)) return i + 2;
    if (i == begin + 1 && goes_on_head(begin, is_closed)) return i + 1;
    if (word.form == "عن" && words_[i - 1].form.starts_with("ممثل") && next.is_word()) return i + 2;
    if (is_closed && is_present(words_, i)) return i + 1;
    if (word.form == "سابقا" || is_delegation(words_, i) || is_facilities(words_, i)) return i + 1;
    if (word.is(NameClass::kStop) || word.has(kVerb | kVerbShape | kTimeWord | kFormula)) return i;
    if (is_closed && word.form == "العاصمه") return i;
    // «يغادر … مدير الجامعة | السلطنة»
    if ((word.form == "السلطنه" || word.form == "البلاد") && !words_[i - 1].has(kHead | kBody))
      return i;
    if (word.form == "دار" && next.form == "السلام") return i + 2;  // «بروناي دار السلام»
    if (word.form.starts_with("ب") && begins_home(words_, home_, i)) return over_home(i, limit);
    if (word.form == "بدوله" && next.has(kCountry)) return i + 2;
    if (is_of_court(words_, i)) return i + 1;
    if (word.has(kOuterTitle | kStrongTitle) && !word.has(kHead)) {
      const bool is_inner = !is_closed && !word.has_clitic();
      return is_inner || word.form.starts_with("ل") ? i + 1 : i;
    }
    if (word.has_clitic() || word.form.starts_with("وال") || word.form.starts_with("لل"))
      return clitic_step(begin, i, limit, is_closed);
    if (is_closed && (is_occasion(word) || is_people(i))) return i;
    // «كرم أمير المنطقة | الشركة الراعية»
    if (is_closed && word.has_article() && word.has(kBody) && is_ruling(begin, i)) return i;
    if (word.form == "بن" && words_[i - 1].is(NameClass::kGiven)) return i + 2;
    // «وزير المالية | رئيسا لمجلس الإدارة»: what he is made.
    if (is_closed && is_accusative_head(words_, i) && !is_accusative_head(words_, begin)) return i;
    if (is_closed && word.form == "خادم") return i;  // «رئيس اللجنة | خادم الحرمين الشريفين»
    if (is_closed && word.form == "الوزير") return i;  // «وزير الإعلام | الوزير المرافق»
    if (is_reference(words_, word) || (is_closed && word.form == "صاحب")) return i;
    if (is_closed && is_envoy(word) && is_office(words_[begin])) return i;
    if (word.has(kHead) && word.has_article() && is_closed && opens_next_post(i, limit)) return i;
    if (word.has(kHead) || !is_closed || word.has_article()) return i + 1;
    // «رئيس مدينة الملك ناصر للعلوم»: an eponym inside the body's name.
    if (words_[i - 1].has(kStrongTitle) && i > begin + 1 && word.is(NameClass::kGiven))
      return i + 1;
    return word.has(kCountry) && words_[i - 1].has(kCountry) ? i + 1 : i;
  }

  /// «أميناً عاماً», «مؤلف كتب»: directly behind a head stands what belongs to it, whatever it looks
  /// like.
  [[nodiscard]] bool goes_on_head(std::size_t head, bool is_closed) const {
    const NameWord& word = words_[head + 1];
    if (words_[head].form.ends_with("ا") && word.form.ends_with("ا")) return word.is_word();
    return !is_closed && word.has(kVerb) && words_[head + 2].is_word() &&
           !words_[head + 2].has_article() && !words_[head + 2].is(NameClass::kStop);
  }

  /// «وكيل الوزارة السفير يوسف | القائم بأعمال السفارة السيد …»: a head whose post is the next
  /// man's.
  [[nodiscard]] bool opens_next_post(std::size_t i, std::size_t limit) const {
    return limit < words_.size() && !words_[limit].has_clitic() && reaches(i, limit);
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

  /// «نائب رئيس مجلس الوزراء، | ووزير الدولة لشؤون الدفاع»: one man's two offices of state, where
  /// «، ووكيل الإمارة» is the next man.
  [[nodiscard]] bool joins_government(std::size_t begin, std::size_t end, std::size_t head,
                                      std::size_t limit) const {
    const std::string_view form = words_[head].form;
    if (form != "ووزير" && form != "ووزيره") return false;
    bool leads_government = false;
    for (std::size_t i = begin; i < end; ++i) {
      leads_government = leads_government || words_[i].form.ends_with("الوزراء");
    }
    return leads_government && (limit >= words_.size() || !reaches(head, limit));
  }

  /// Where the last head of the post so far stands.
  [[nodiscard]] std::size_t last_head(std::size_t begin, std::size_t end) const {
    while (end > begin + 1 && !words_[end - 1].has(kHead)) --end;
    return end - 1;
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

  /// A prince's or governor's post, which nothing is bound to: «أمير منطقة عسير», «ولي العهد».
  [[nodiscard]] bool is_ruling(std::size_t begin, std::size_t end) const {
    const std::size_t head = last_head(begin, end);
    const std::string_view form = words_[head].form;
    const std::string_view next = words_[head + 1].form;
    const bool is_custodian =
        form.ends_with("خادم") && (head == begin || words_[head - 1].form.ends_with("نايب") ||
                                   words_[head - 1].form.ends_with("مستشار"));
    if (is_custodian || form.ends_with("ولي") || form.ends_with("ملك")) return true;
    return form.ends_with("امير") && (next == "منطقه" || next == "المنطقه" || next == "دوله");
  }

  /// «رئيس اللجنة البحرينية | الفائزين»: people, behind an adjective of one body.
  [[nodiscard]] bool is_people(std::size_t i) const {
    const std::string_view before = words_[i - 1].form;
    return words_[i].has_article() && words_[i].form.ends_with("ين") &&
           words_[i].form.size() > 6 * text::kLetterBytes &&
           (before.ends_with("ي") || before.ends_with("يه"));
  }

  /// «لإبراز دور القوات»: what somebody did it for; «لإدارة الأصول» is an office.
  [[nodiscard]] bool is_purpose(const NameWord& word) const {
    constexpr std::array<std::string_view, 7> kOffices = {"لاداره", "لاماره", "لاذاعه", "لاقليم",
                                                          "لاعلام", "لاتحاد", "لاسكان"};
    constexpr std::array<std::string_view, 23> kPurposes = {
        "لمده",    "لحضور",   "للمشاركه", "لبحث",     "لمناقشه", "لتقديم", "لافتتاح",  "للاصابه",
        "للايقاف", "لاطلاع",  "للاطلاع",  "لتهنيه",   "للتهنيه", "لتبادل", "لاستعراض", "لتفقد",
        "لتوقيع",  "للتباحث", "لتكريم",   "لاستقبال", "لزياره",  "لاجراء", "للقاء"};
    if (std::ranges::find(kPurposes, word.form) != kPurposes.end()) return true;
    const std::string_view printed = words_.text().substr(word.begin, word.end - word.begin);
    if (!word.form.starts_with("ل") || word.form.starts_with("لل")) return false;
    // «لجهوده»: what is his
    if (word.has_clitic() && printed.ends_with("ه") && !word.has(kBody | kHead | kCountry))
      return true;
    return printed.starts_with("لإ") && std::ranges::find(kOffices, word.form) == kOffices.end();
  }

  /// «للأردن», «لجمهورية مصر»: where a minister went.
  [[nodiscard]] static bool is_destination(const NameWord& word) {
    constexpr std::array<std::string_view, 5> kStyles = {"لجمهوريه", "للجمهوريه", "لمملكه",
                                                         "للمملكه", "لدوله"};
    return word.has(kState) || std::ranges::find(kStyles, word.form) != kStyles.end();
  }

  /// «وزير المناخ | وسياسات الطاقة»: what may be in charge of beside something else.
  static bool is_field(std::string_view form) {
    constexpr std::array<std::string_view, 39> kFields = {
        "وقايه", "تقنيه", "سياسات", "خدمه",   "حمايه", "سلامه",     "جوده",   "رياده",
        "رعايه", "علوم",  "تنميه",  "مكافحه", "دعم",   "تخطيط",     "بحوث",   "دراسات",
        "صحه",   "اداره", "تطوير",  "حقوق",   "خدمات", "اقتصاد",    "اسكان",  "شمال",
        "جنوب",  "ترويج", "تشجيع",  "تنظيم",  "تمكين", "تكنولوجيا", "تقنيات", "نظم",
        "موارد", "معادن", "اثار",   "فنون",   "شباب",  "توطين",     "بييه"};
    return std::ranges::find(kFields, form.substr(text::kLetterBytes)) != kFields.end();
  }

  /// «عضو المجلس بدولة الإمارات | حاكم الشارقة»: the state at home inside a post is part of it; at
  /// the end of one it is left out.
  [[nodiscard]] std::size_t over_home(std::size_t i, std::size_t limit) const {
    constexpr std::size_t kLongest = 5;
    std::size_t end = i + 1;
    while (end < limit && end - i < kLongest && !words_[end].has(kHead) &&
           (words_[end].has_article() || words_[end].has(kCountry | kState))) {
      ++end;
    }
    const NameWord& head = words_[end];
    const bool is_second = !head.has_clitic() || head.form.starts_with("و");
    const bool goes_on = end < limit && head.has(kHead) && is_second;
    return goes_on && !is_envoy(head) && !opens_next_post(end, limit) ? end : i;
  }

  [[nodiscard]] bool is_its_delegate(std::size_t i) const {
    return (words_[i].form == "ومندوبها" || words_[i].form == "وممثلها") &&
           words_[i + 1].form.starts_with("الدايم");
  }

  static bool is_affairs(std::string_view form) {
    return form.ends_with("شيون") || form.ends_with("شوون");
  }

  /// «وزير التربية والتعليم», «القائد العام لشرطة باريس», «بوزارة الداخلية».
  [[nodiscard]] std::size_t clitic_step(std::size_t begin, std::size_t i, std::size_t limit,
                                        bool is_closed) const {
    const NameWord& word = words_[i];
    const bool is_bare_ruler = is_closed && is_ruling(begin, i) && !is_affairs(word.form);
    if (word.form.starts_with("و")) {
      // «سفير السلطنة … ومندوبها الدائم لدى الجامعة»
      if (is_plenipotentiary(words_, i) || is_its_delegate(i)) return i + 1;
      if (word.has(kHead)) {
        // «وزيرة خارجية الهند | وأمينة محمد وزيرة …»: a head that is a name as well
        if (words_[i + 1].is(NameClass::kGiven) && !words_[i + 1].has(kHead)) return i;
        const bool is_next =
            limit < words_.size() && !words_[limit].has_clitic() && reaches(i, limit);
        return is_next ? i : i + 1;
      }
      if (is_bare_ruler) return i;
      // «غرفة تجارة وصناعة», «وزير الخارجية والهجرة وشئون المصريين», «لمدينتي الجبيل وينبع»
      const bool is_pair = (!is_closed && !word.has(~kShapeFlags)) || is_affairs(word.form) ||
                           (is_field(word.form) && words_[i + 1].is_word()) ||
                           (word.has(kCountry) && words_[i - 1].has(kCountry));
      return (word.form.starts_with("وال") || is_pair) && !word.has(kStrongTitle) ? i + 1 : i;
    }
    if (word.form.starts_with("ل")) {
      if (is_bare_ruler || (is_closed && is_purpose(word))) return i;
      if (is_told_to(words_, begin, i)) return i;
      // «زيارة وزير الدفاع | للأردن»
      return is_closed && is_destination(word) && is_government(begin, i) ? i : i + 1;
    }
    if (!word.form.starts_with("ب")) return i;
    if (words_[i - 1].form.ends_with("القايم") || words_[i - 1].form.ends_with("المكلف"))
      return i + 1;
    if (word.has(kBody | kCountry | kNisba)) return i + 1;
    if (is_bare_ruler || (is_closed && is_occasion(word))) return i;
    // «بالدلم», «بالقسم الداخلي»; not «بالعيد الوطني»
    return word.form.starts_with("بال") && !words_[i + 1].has(kNisba) &&
                   !words_[i + 1].form.ends_with("الوطني")
               ? i + 1
               : i;
  }

  /// «في وزارة …», «لدى فرنسا»: bound to the post, but not the country at home.
  [[nodiscard]] std::size_t place(std::size_t i, std::size_t begin) const {
    const NameWord& next = words_[i + 1];
    const bool is_sent = words_[i].form == "لدي" && is_sent_from_home(words_, {begin, i});
    if (!next.is_word() || (!is_sent && begins_home(words_, home_, i + 1))) return i;
    if (!is_sent && is_sent_here(words_, home_, {begin, i}, i + 1)) return i;
    // «سفير كوريا لدى المملكة»: the host.
    if (words_[i].form == "لدي" && is_the_kingdom(words_, i + 1)) return i;
    if (words_[i].form == "علي") return supervises(begin, i) ? i + 2 : i;
    if (words_[i].form == "لدي" && !names_host(words_, i)) return i;
    // «وزير الدفاع | في جدة»: where he was
    const bool has_state = is_ruling(begin, i) || words_[last_head(begin, i)].form == "وزير";
    // «في مكتب سموه»
    if (is_in(words_[i]) && next.form == "مكتب" && words_[i + 2].has(kOuterTitle)) return i;
    if (is_in(words_[i]) && has_state) return holds_office(next) ? i + 2 : i;
    if (words_[i].form == "لدي" && is_host(next)) return i;
    const bool is_body = next.has(kBody | kCountry) || next.form == "الولايات";
    return is_body || (is_in(words_[i]) && is_state(next.form)) ? i + 2 : i;
  }

  /// «وزير الدفاع في حكومة الوحدة», «وزير المالية في السودان».
  [[nodiscard]] static bool holds_office(const NameWord& next) {
    constexpr std::array<std::string_view, 6> kOffices = {"حكومه", "الحكومه", "وزاره",
                                                          "اقليم", "الخارج",  "الاداره"};
    return next.has(kState) || is_state(next.form) || is_one_of(next.form, kOffices);
  }

  /// «وكيل الوزارة في سلطنة عمان»: what a state calls itself.
  static bool is_state(std::string_view form) {
    constexpr std::array<std::string_view, 6> kForms = {"جمهوريه", "الجمهوريه", "مملكه",
                                                        "سلطنه",   "دوله",      "الولايات"};
    return is_one_of(form, kForms);
  }

  /// Whether the last head of the post so far is «المشرف», over something.
  [[nodiscard]] bool supervises(std::size_t begin, std::size_t end) const {
    const NameWord& head = words_[last_head(begin, end)];
    return head.has(kHead) && (head.form.ends_with("مشرف") || head.form.ends_with("مشرفا"));
  }

  const PersonWords& words_;
  std::string_view home_;
  const std::vector<NameSpan>& names_;
};

}  // namespace

Span post_behind_name(const PersonWords& words, std::string_view home,
                      const std::vector<NameSpan>& names, std::size_t n, bool has_one_before) {
  return RightwardReader(words, home, names).read(n, has_one_before);
}

Span post_from_head(const PersonWords& words, std::string_view home,
                    const std::vector<NameSpan>& names, std::size_t n, std::size_t head) {
  return RightwardReader(words, home, names).read_from(n, head);
}

}  // namespace bayan::entity
