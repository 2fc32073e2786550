#include <algorithm>
#include <array>

#include "common/entity/person_post_grammar.h"
#include "common/text/fold.h"

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
    const bool is_dative = words_[start].has_clitic() && !(has_titles && is_of_team(name.titles));
    if (is_dative || name.drops_clitic) return own_title(name);
    std::size_t end = start;
    const bool is_marked = end > taken && (is_comma(words_[end - 1]) || is_quote(words_[end - 1]) ||
                                           words_[end - 1].form == "(");
    if (is_marked && quotation_before(end - 1, taken) == end - 1) --end;
    const std::size_t head = leftmost_head(end, taken);
    if (head == end && is_line(start, name.name.end)) return signed_post(start, taken);
    if (head == end) return own_title(name);
    if (is_reference(words_, words_[head])) return {head, head + 1};
    const std::size_t completing = end == start && has_titles ? completing_titles(name.titles) : 0;
    if (completing > 0) {
      end += completing;
    } else {
      end = before_home(head, before_host(head, end));
      if (end > head + 2 && is_calling(words_[end - 1]) && is_closed(words_[end - 2])) --end;
      while (end > head + 1 && is_trailing_title(words_[end - 1]) &&
             !is_of_court(words_, end - 1) && !is_facilities(words_, end - 1)) {
        --end;
      }
    }
    const Span post{head, end};
    return is_lone_title(words_, post) ? own_title(name) : post;
  }

 private:
  [[nodiscard]] bool is_line_end(std::size_t i) const {
    return i >= words_.size() || words_[i].kind == WordKind::kLineEnd;
  }
  [[nodiscard]] bool is_line(std::size_t begin, std::size_t end) const {
    return begin > 0 && is_line_end(begin - 1) && is_line_end(end);
  }

  /// «نائب أمير البلاد⏎سامر بن عادل⏎»: a post that fills the line above the name.
  [[nodiscard]] Span signed_post(std::size_t start, std::size_t taken) const {
    constexpr std::size_t kLongest = 8;
    const std::size_t end = start - 1;
    std::size_t begin = end;
    while (begin > taken && words_[begin - 1].is_word() && end - begin <= kLongest) --begin;
    const bool is_whole = begin < end && end - begin <= kLongest &&
                          (begin == 0 || words_[begin - 1].kind == WordKind::kLineEnd);
    const bool is_post = is_whole && begins_post(words_, begin) && !words_[begin].has_clitic();
    return is_post && !is_lone_title(words_, {begin, end}) ? Span{begin, end} : Span{};
  }

  /// «الشاعر حيدر محمود»: a title that is a post by itself; «الرئيس الأمريكي دونالد ترامب».
  [[nodiscard]] Span own_title(const NameSpan& name) const {
    const Span& titles = name.titles;
    // «سمو الأمير الوالد الشيخ حمد»: what he is since another rules.
    for (std::size_t i = titles.begin + 1; i < titles.end; ++i) {
      if (words_[i].form == "الوالد" && words_[i - 1].has(kHead)) return {i - 1, i + 1};
    }
    if (titles.end == titles.begin || !words_[titles.begin].has(kHead)) return {};
    const Span post{titles.begin, name.name.begin};
    const bool is_single = titles.end == titles.begin + 1;
    return !is_single || is_lone_title(words_, post) ? Span{} : post;
  }

  /// «سفارة سويسرا | لدى المملكة العربية السعودية»: the host is no part of a foreign post, nor is
  /// whom he told it to.
  [[nodiscard]] std::size_t before_host(std::size_t head, std::size_t end) const {
    for (std::size_t i = head + 1; i + 1 < end; ++i) {
      if (is_told_to(words_, head, i)) return i;
      if (words_[i].form != "لدي") continue;
      // «سفير كوريا | لدى المملكة»: the host, wherever this is told.
      const bool is_kingdom = is_the_kingdom(words_, i + 1);
      const bool is_home = is_kingdom || begins_home(words_, home_, i + 1) ||
                           is_sent_here(words_, home_, {head, i}, i + 1);
      const bool is_foreign =
          is_home && !names_home(words_, home_, {head, i}) && !is_sent_from_home(words_, {head, i});
      if (is_foreign || is_host(words_[i + 1])) {
        return i > head + 1 && is_accredited(words_[i - 1]) ? i - 1 : i;
      }
    }
    return end;
  }

  /// «السفير الاندونيسي | في قطر»: nor is the state at home at the end of an envoy's post.
  [[nodiscard]] std::size_t before_home(std::size_t head, std::size_t end) const {
    constexpr std::size_t kLongest = 5;
    if (!is_any_envoy(words_[head])) return end;
    for (std::size_t i = head + 2; i < end; ++i) {
      if (end - i > kLongest) continue;
      const bool is_place = (is_in(words_[i]) && (begins_home(words_, home_, i + 1) ||
                                                  is_sent_here(words_, home_, {head, i}, i + 1))) ||
                            (words_[i].form.starts_with("ب") && begins_home(words_, home_, i));
      if (is_place && !names_home(words_, home_, {head, i}) && is_name_of_state(i + 1, end)) {
        return i;
      }
    }
    return end;
  }

  [[nodiscard]] bool is_name_of_state(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (words_[i].has(kHead) || words_[i].form.starts_with("و")) return false;
    }
    return true;
  }

  /// «رئيس قسم العيون | الطبيب فهد»: a calling that stands for a title.
  static bool is_calling(const NameWord& word) {
    if (word.form == "الصيدلي" || word.form == "الطبيب") return true;
    if (word.form == "المكرمه") return false;  // «مكة المكرمة», where «المكرمة فاطمة» is a title
    const bool is_adjective = word.form.ends_with("ي") || word.form.ends_with("يه");
    return word.has_article() && !is_adjective && word.has(kWeakTitle);
  }
  static bool is_closed(const NameWord& word) {
    return word.has_article() || word.has(kCountry | kNisba) || word.form.starts_with("وال");
  }

  /// «باسم أهالي المدينة | خادم الحرمين الشريفين», «قائد مسيرتنا | خادم …»: the king holds no other
  /// post, so that such a word ends somebody else's.
  static bool is_of_another(const NameWord& before) {
    return is_closed(before) || before.has(kOuterTitle) || before.form.ends_with("نا");
  }

  /// How many of the titles are the end of the post before them: «نائب الرئيس | حسين»,
  /// «وزير الدولة | الدكتور», «مدير مكتب سمو الأمير | الأستاذ».
  [[nodiscard]] std::size_t completing_titles(Span titles) const {
    const NameWord& before = words_[titles.begin - 1];
    const NameWord& word = words_[titles.begin];
    if (before.form == "علي" && word.form == "الفريق") return 1;  // «المشرف على الفريق»
    // «المكلف بمهام الوزير | سامر»
    if (before.form == "باعمال" || before.form == "بمهام") return 1;
    if (is_of_team(titles)) return 1;
    // «رئيس الرائد | عبداللطيف»: a club; a major's post has no construct before it.
    if (word.form == "الرايد" && titles.end == titles.begin + 1 && is_of_club(before)) return 1;
    const bool is_adjective = word.form.ends_with("ي") || word.form.ends_with("يه");
    // «المنسقة الإعلامية | مريم»
    if (before.has_article()) return before.has(kHead) && is_adjective && word.has(kWeakTitle);
    if (before.form.ends_with("مكتب") || before.form.ends_with("ديوان")) return office(titles);
    // «رئيس الدولة», «مجلس الدولة»
    if (word.form == "الدوله" && (before.has(kHead | kBody) || before.form.ends_with("امن"))) {
      return 1;
    }
    if (!before.has(kHead) || !word.has_article()) return 0;
    if (word.form == "الفريق") return 1;
    const bool is_deputy = before.form.ends_with("نايب") || before.form.ends_with("مساعد") ||
                           before.form.ends_with("وكيل") || before.form.ends_with("نايبه");
    if (!is_deputy) return 0;
    // «نائب الملك | الأمير سامر»
    if (word.form == "الملك") return titles.end > titles.begin + 1;
    return word.form == "الرييس" || word.form == "الوزير" || word.form == "السفير";
  }

  /// «رئيس», «مدرب», «لاعب» without the article.
  static bool is_of_club(const NameWord& before) {
    constexpr std::array<std::string_view, 6> kHeads = {"رييس", "مدرب",  "لاعب",
                                                        "حارس", "مهاجم", "نادي"};
    return std::ranges::any_of(kHeads,
                               [&](std::string_view head) { return before.form.ends_with(head); });
  }

  /// «المدير الفني للفريق | سامر»: a definite head with a team, not a general to whom he speaks.
  [[nodiscard]] bool is_of_team(Span titles) const {
    if (titles.end != titles.begin + 1 || words_[titles.begin].form != "للفريق") return false;
    const std::size_t at = titles.begin;
    if (at == 0 || !is_definite(words_[at - 1])) return false;
    if (words_[at - 1].has(kHead)) return true;
    return at > 1 && words_[at - 2].has(kHead) && is_definite(words_[at - 2]);
  }

  /// With the article, perhaps behind a proclitic.
  static bool is_definite(const NameWord& word) {
    const std::string_view form = word.form;
    return word.has_article() || form.starts_with("وال") || form.starts_with("بال") ||
           form.starts_with("لل");
  }

  /// «مكتب | معالي الوزير | الدكتور», «مكتب | جلالة الملك».
  [[nodiscard]] std::size_t office(Span titles) const {
    constexpr std::array<std::string_view, 6> kHolders = {"الوزير", "الملك",  "الامير",
                                                          "الرييس", "المدير", "السلطان"};
    const std::size_t holder = titles.begin + 1;
    // «مدير مكتب صاحب السمو | سامر»
    if (words_[titles.begin].form == "صاحب" && titles.end == holder + 1) return 2;
    const bool is_one = words_[titles.begin].has(kOuterTitle) && holder < titles.end &&
                        std::ranges::find(kHolders, words_[holder].form) != kHolders.end();
    return is_one ? 2 : 0;
  }

  static bool is_trailing_title(const NameWord& word) {
    return word.has(kArticleWord | kOuterTitle | kStrongTitle | kFormula) ||
           word.form == "المرافق" || is_then(word);
  }

  [[nodiscard]] std::size_t leftmost_head(std::size_t end, std::size_t taken) const {
    std::size_t head = end;
    for (std::size_t i = end; i > taken && end - i < kLongestPost;) {
      const NameWord& word = words_[--i];
      if (!word.is_word()) {
        if (word.kind == WordKind::kDigits) continue;
        if (is_pair_of_nations(words_, i)) continue;
        if (is_comma(word) && i + 1 == head) return first_office(i, head, taken);
        const std::size_t opening = quotation_before(i, taken);
        if (opening == i) break;
        i = opening;
        continue;
      }
      // «نظيره الفرنسي | سامر», but «ونائبه | وزير الداخلية الأمير سامر»
      if (is_reference(words_, word)) return names_deputy(i, end) ? i : head;
      // «وزارة الصحة ممثلة بوزير الصحة سامر»: by whom.
      const bool represents = word.form.ends_with("ممثله") && next_is_by(i);
      if (represents) break;
      // «عمل مديرا لمكتب الأمير سامر» says what somebody else was.
      if (begins_post(words_, i) && !is_inner_title(i) && !is_adjective_of_body(i) &&
          !is_accusative_head(words_, i)) {
        if (is_received(i, head, taken)) break;
        head = i;
        if (i > taken && word.form == "خادم" && is_of_another(words_[i - 1])) break;
        // «ومدير إدارة الأجور محمد»: the conjunction parts two men, unless a head goes on before
        // it.
        if (word.has_clitic() && !is_wali(words_, i) && !joins_heads(i, taken)) break;
        continue;
      }
      if (head != end && i + 1 == head && is_of_several(word)) return end;
      if (is_object(i, head != end)) break;
      if (!belongs(i, end, head != end, taken) && ends_post(i)) break;
    }
    return head;
  }

  /// «… ونائبه | الأمير سامر»: all that is said of him.
  [[nodiscard]] bool names_deputy(std::size_t i, std::size_t end) const {
    const NameWord& word = words_[i];
    const bool is_deputy = word.form.ends_with("نايبه") || word.form.ends_with("نايبها");
    return is_deputy && i + 1 == end && (word.has_clitic() || word.form.starts_with("نايب"));
  }

  /// «وزير خارجية قطر، | رئيس الدورة الحالية، الشيخ …»: an office of state before the comma is the
  /// same man's.
  [[nodiscard]] std::size_t first_office(std::size_t comma, std::size_t head,
                                         std::size_t taken) const {
    constexpr std::array<std::string_view, 12> kOffices = {"وزير",   "وزيره",    "نايب", "النايب",
                                                           "ولي",    "وكيل",     "امير", "محافظ",
                                                           "مستشار", "المستشار", "مدير", "عضو"};
    constexpr std::array<std::string_view, 6> kSeconds = {"رييس", "رييسه", "وزير",
                                                          "نايب", "امير",  "عضو"};
    if (!is_one_of(words_[head].form, kSeconds)) return head;
    const std::size_t first = leftmost_head(comma, taken);
    if (first == comma || !is_one_of(words_[first].form, kOffices)) return head;
    // «وزير العدل، | وزير الدولة سامر»: a list
    return words_[first].form == words_[head].form ? head : first;
  }

  /// «استقبل أمير المنطقة | سفير …»: whether the head at `head` is whom the one at word `i`
  /// received.
  [[nodiscard]] bool is_received(std::size_t i, std::size_t head, std::size_t taken) const {
    constexpr std::array<std::string_view, 10> kVerbs = {"استقبل",  "يستقبل", "استقبلت", "التقي",
                                                         "التقت",   "ودع",    "هنا",     "استدعي",
                                                         "واستقبل", "والتقي"};
    if (i <= taken || is_envoy(words_[i])) return false;
    if (!is_envoy(words_[head]) && words_[head].form != "حاكم") return false;
    std::size_t before = i - 1;
    while (before > taken && words_[before].has(kOuterTitle | kStrongTitle)) --before;
    return is_one_of(words_[before].form, kVerbs);
  }

  [[nodiscard]] bool next_is_by(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    return is_in(next) || (next.has_clitic() && next.form.starts_with("ب"));
  }

  /// Stop words and the like that stand inside posts.
  [[nodiscard]] bool belongs(std::size_t i, std::size_t end, bool has_head,
                             std::size_t taken) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (word.form == "الي") return next.has(kBody | kCountry) && names_envoy(i, taken);
    if (word.form == "لدي") return names_host(words_, i);
    if (is_in(word) || word.form == "علي") {
      return !has_head || next.has(kBody) || (word.form == "علي" && is_over(i));
    }
    if (word.form == "من") return next.has(kBody);
    if (is_in_charge_of(words_, i) || is_acting(word) || is_unlawfully(words_, i)) return true;
    if (word.form == "بنيابه") return next.has_article();
    if (is_rank_of_envoy(words_, i)) return true;
    if (word.form == "بمكتب") return !next.has(kOuterTitle | kStrongTitle);
    return (is_adverb(word) && i + 1 == end) || is_delegation(words_, i) ||
           is_facilities(words_, i) || is_from_afar(words_, i) || is_present(words_, i) ||
           begins_place(words_, i) || (word.has(kFormula) && word.has_clitic()) ||
           is_noun_behind_head(i);
  }

  /// «المشرف العام | على الشؤون الإعلامية».
  [[nodiscard]] bool is_over(std::size_t i) const {
    return (i > 0 && words_[i - 1].form.ends_with("مشرف")) ||
           (i > 1 && words_[i - 1].has_article() && words_[i - 2].form.ends_with("مشرف"));
  }

  [[nodiscard]] bool ends_post(std::size_t i) const {
    const NameWord& word = words_[i];
    return word.is(NameClass::kStop) ||
           word.has(kVerb | kVerbShape | kTimeWord | kKin | kFormula) || word.form == "طوال" ||
           word.form == "طيله";
  }

  /// «شيخ شمل قبائل»: directly behind a head in construct stands a noun, whatever it looks like.
  [[nodiscard]] bool is_noun_behind_head(std::size_t i) const {
    if (i == 0) return false;
    // «محافظ محافظة رأس تنورة»
    const bool is_construct = words_[i - 1].has(kHead) || words_[i - 1].form == "محافظه";
    if (!is_construct || words_[i - 1].has_article()) return false;
    if (words_[i].form == "نيابه") {
      return words_[i + 1].has_article() || words_[i + 1].form == "بنيابه";
    }
    return words_[i].has(kVerb) && words_[i + 1].is_word() && !words_[i + 1].has_article();
  }

  /// «نقل وزير الخارجية | تحيات القائد الأعلى …»: a noun without the article behind one that has it
  /// begins something new, where a head was already found behind it.
  [[nodiscard]] bool is_object(std::size_t i, bool has_head) const {
    const NameWord& word = words_[i];
    // «رفع نائب الملك | الشكر لرئيس الوزراء …»
    const bool is_whole = i > 0 && (words_[i - 1].has_article() || words_[i - 1].has(kCountry));
    if (has_head && is_whole && word.has_article() && is_occasion(word)) return true;
    const bool has_prefix = word.has_article() || word.has_clitic() ||
                            word.form.starts_with("وال") || word.form.starts_with("لل");
    if (!has_head || i == 0 || has_prefix) return false;
    const bool is_noun =
        word.is(NameClass::kOther) && !word.has(~(kShapeFlags | kBody | kEponymHead));
    return is_noun && is_whole && !words_[i - 1].has(kStrongTitle);
  }

  /// «نواب | رئيس الجمهورية»: whoever follows is one of them.
  static bool is_of_several(const NameWord& word) {
    constexpr std::array<std::string_view, 8> kPlurals = {"نواب",   "وزراء",   "روساء", "اعضاء",
                                                          "مساعدي", "مستشاري", "وكلاء", "نايبي"};
    return std::ranges::any_of(kPlurals, [&word](std::string_view plural) {
      return word.form.ends_with(plural) && word.form.size() <= plural.size() + text::kLetterBytes;
    });
  }

  /// «للمكتب الإعلامي لرئيس الوزراء»: an adjective, where «الإعلامي سامر» is a calling.
  [[nodiscard]] bool is_adjective_of_body(std::size_t i) const {
    if (i == 0 || !words_[i].has_article()) return false;
    const NameWord& before = words_[i - 1];
    // «القاعة الرئيسة للمؤتمر»
    if (words_[i].form == "الرييسه") {
      return is_definite(before) && !before.has(kHead | kStrongTitle);
    }
    // «الشؤون الإعلامية»; «الزميلة الإعلامية سلمى»
    if (words_[i].form.ends_with("يه")) {
      return before.has_article() && !before.has(kHead | kStrongTitle) &&
             !before.form.ends_with("ه");
    }
    if (!words_[i].form.ends_with("ي")) return false;
    return before.has(kBody) || before.form.starts_with("لل") || before.form.starts_with("بال");
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

  /// The opening mark of the short quotation or bracket that ends at word `i`: «فرقة "مواهب
  /// وأفكار"»; `i` if none.
  [[nodiscard]] std::size_t quotation_before(std::size_t i, std::size_t taken) const {
    constexpr std::size_t kLongest = 6;
    const std::string_view mark = words_[i].form;
    const bool is_bracket = mark == ")";
    if (mark != "\"" && mark != "»" && mark != "”" && !is_bracket) return i;
    for (std::size_t back = 2; back <= kLongest + 1 && i >= taken + back + 1; ++back) {
      const NameWord& word = words_[i - back];
      if (is_bracket ? word.form == "(" : is_opening_quote(word)) return i - back;
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
    if (words_[i - 1].form == "العاده") return true;  // «السفير فوق العادة والمفوض»
    for (std::size_t back = 1; back <= 8 && i >= taken + back; ++back) {
      const NameWord& word = words_[i - back];
      if (word.has(kHead)) return true;
      const bool is_bridge =
          ((is_in(word) || word.form == "علي") && words_[i - back + 1].has(kBody)) ||
          names_host(words_, i - back) || is_in_charge_of(words_, i - back);
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
