#include "common/entity/person_post_grammar.h"

// Before the titles a post is read leftwards, from the name to the leftmost head of its stretch:
//
//   «استقبل | رئيس الندوة العالمية للشباب  ← الدكتور صالح …»
namespace bayan::entity {
namespace {

class LeftwardReader {
 public:
  LeftwardReader(const PersonWords& words, std::string_view home) : words_(words), home_(home) {}

  [[nodiscard]] Span read(const NameSpan& name, std::size_t taken) const {
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
      while (end > head + 1 && is_trailing_title(words_[end - 1]) &&
             !is_of_court(words_, end - 1)) {
        --end;
      }
    }
    const Span post{head, end};
    return is_lone_title(words_, post) ? own_title(name) : post;
  }

 private:
  /// «الشاعر حيدر محمود»: a title that is a post by itself; «الرئيس الأمريكي دونالد ترامب».
  [[nodiscard]] Span own_title(const NameSpan& name) const {
    const Span& titles = name.titles;
    if (titles.end == titles.begin || !words_[titles.begin].has(kHead)) return {};
    const Span post{titles.begin, name.name.begin};
    const bool is_single = titles.end == titles.begin + 1;
    return !is_single || is_lone_title(words_, post) ? Span{} : post;
  }

  /// «سفارة سويسرا | لدى المملكة العربية السعودية»: the host is no part of a foreign post.
  [[nodiscard]] std::size_t before_host(std::size_t head, std::size_t end) const {
    for (std::size_t i = head + 1; i + 1 < end; ++i) {
      if (words_[i].form == "لدي" && begins_home(words_, home_, i + 1) &&
          !names_home(words_, home_, {head, i})) {
        return i;
      }
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
      if (is_reference(words_, word)) return end;
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
      if ((is_adverb(word) && i + 1 == end) || is_delegation(words_, i) || is_vice) continue;
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

  const PersonWords& words_;
  std::string_view home_;
};

}  // namespace

Span post_before_name(const PersonWords& words, std::string_view home, const NameSpan& name,
                      std::size_t taken) {
  return LeftwardReader(words, home).read(name, taken);
}

}  // namespace bayan::entity
