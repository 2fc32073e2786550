#include <algorithm>

#include "common/entity/person_name_grammar.h"

// Where a name starts. Each rule looks at the words from `i` on and either vouches for a name there
// or leaves it to the next rule; the first that finds one wins.
namespace bayan::entity {
namespace {

constexpr std::size_t kHeadReach = 14;

bool is_comma(const NameWord& word) { return word.form == "," || word.form == "،"; }
bool is_quote(const NameWord& word) {
  return word.form == "\"" || word.form == "«" || word.form == "“" || word.form == "/";
}
bool is_link(const NameWord& word) { return word.form == "بن" || word.form == "بنت"; }
bool is_given(const NameWord& word) {
  return word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven);
}
bool starts_given(const NameWord& word) {
  const NameClass c = class_in(word);
  return c == NameClass::kGiven || c == NameClass::kRareGiven;
}

class NameReader {
 public:
  NameReader(const PersonWords& words, const PersonLexicon& lexicon, std::size_t last_name_end)
      : words_(words), lexicon_(lexicon), last_name_end_(last_name_end) {}

  [[nodiscard]] std::optional<NameSpan> read(std::size_t i) const {
    if (!words_[i].is_word()) return std::nullopt;
    const TitleRun run = read_titles(words_, i);
    if (run.end > i) {
      if (is_eponym(i)) return eponym(run);
      if (std::optional<NameSpan> name = after_titles(i, run)) return name;
      if (!words_[i].is(NameClass::kGiven) && !is_link(words_[i + 1])) return std::nullopt;
    }
    if (words_[i].is(NameClass::kStop)) return std::nullopt;
    if (is_eponym(i) && (is_given(words_[i]) || is_father(words_[i]))) {
      const std::size_t end = grow_name(words_, i, false);
      return NameSpan{{i, i}, {i, std::max(end, i + 1)}, false, false, true};
    }
    if (std::optional<NameSpan> name = patronymic(i)) return name;
    if (std::optional<NameSpan> name = behind_post(i)) return name;
    if (std::optional<NameSpan> name = given_and_family(i)) return name;
    if (std::optional<NameSpan> name = by_son(i)) return name;
    if (std::optional<NameSpan> name = foreign(i)) return name;
    if (std::optional<NameSpan> name = behind_nationality(i)) return name;
    if (std::optional<NameSpan> name = near_post(i)) return name;
    if (std::optional<NameSpan> name = speaker(i)) return name;
    if (std::optional<NameSpan> name = ruler(i)) return name;
    return in_list(i);
  }

 private:
  [[nodiscard]] std::optional<NameSpan> span(std::size_t begin, std::size_t least,
                                             bool vouched) const {
    const std::size_t end = grow_name(words_, begin, vouched);
    if (end < begin + least) return std::nullopt;
    return NameSpan{{begin, begin}, {begin, end}, drops_clitic(begin), vouched};
  }

  /// «الهند ، وبيشنو تابا»: an unseen word behind a comma or another name begins with «and».
  [[nodiscard]] bool drops_clitic(std::size_t begin) const {
    const NameWord& word = words_[begin];
    if (word.is(NameClass::kClitic)) return true;
    constexpr std::size_t kLongBytes = 8;
    const bool is_joined = begin > 0 && (is_comma(words_[begin - 1]) || last_name_end_ == begin);
    return is_joined && word.count == 0 && !word.has(kForeignName | kForeignGiven) &&
           word.is(NameClass::kUnknown) && word.form.starts_with("و") &&
           word.form.size() > kLongBytes;
  }

  /// «جامعة الملك سعود»: an institution's head right before makes the name its own.
  [[nodiscard]] bool is_eponym(std::size_t i) const {
    // «ملعب "بوريس …"», «طريق الخليفة علي …»
    if (i > 1 && (is_quote(words_[i - 1]) || words_[i - 1].form == "الخليفه")) --i;
    return i > 0 && words_[i - 1].has(kEponymHead) && !words_[i - 1].has(kHead);
  }

  /// The name in an institution's: «جامعة الملك سعود | عبدالرحمن بن عبيد» is one word long unless
  /// بن goes on it.
  [[nodiscard]] std::optional<NameSpan> eponym(const TitleRun& run) const {
    const std::size_t end = is_link(words_[run.end + 1]) || !words_[run.end - 1].has(kStrongTitle)
                                ? grow_name(words_, run.end, true)
                                : run.end + 1;
    return NameSpan{{run.end, run.end}, {run.end, std::max(end, run.end + 1)}, false, false, true};
  }

  /// «معالي الدكتور خالد …».
  [[nodiscard]] std::optional<NameSpan> after_titles(std::size_t i, const TitleRun& run) const {
    std::size_t begin = run.end;
    if (is_quote(words_[begin])) ++begin;
    const NameWord& word = words_[begin];
    const NameWord& next = words_[begin + 1];
    if (!word.is_word() || word.is(NameClass::kStop) || word.has_clitic() || word.has(kOrdinal)) {
      return std::nullopt;
    }
    if (word.has(kCountry | kNisba) && !is_given(word) && !is_link(next)) {
      return is_nisba_surname(begin) ? reference(begin) : behind_nisba(i, begin);
    }
    if (word.has(kHead | kTimeWord | kVerb | kFormula) && !is_given(word) && !is_link(next))
      return std::nullopt;
    if (word.has(kHead) && is_given(word) && (!is_name_word(next) || next.has(kCountry | kBody)) &&
        !next.has(kConnector) && next.is_word() && !next.is(NameClass::kStop)) {
      return std::nullopt;  // «سمو أمير منطقة»
    }
    if (is_no_name(words_[begin - 1], word) || !may_follow(run, i, begin)) return std::nullopt;
    const std::size_t end = grow_name(words_, begin, run.is_strong || word.is(NameClass::kGiven));
    if (end == begin) return std::nullopt;
    if (!run.is_strong && end - begin < 2 && !is_lone_after_weak(i, begin)) return std::nullopt;
    NameSpan name{{i, run.end}, {begin, end}, false, run.is_strong};
    name.is_reference = end - begin == 1 && may_be_adjective(word);
    return name;
  }

  [[nodiscard]] bool may_follow(const TitleRun& run, std::size_t i, std::size_t begin) const {
    const NameWord& word = words_[begin];
    const NameWord& next = words_[begin + 1];
    const bool has_name_next = is_name_word(next) || next.has(kConnector);
    if (is_given(word)) return run.is_strong || word.is(NameClass::kGiven) || has_name_next;
    if (word.has(kConnector)) return run.is_strong;
    if (is_abstract(i, begin)) return false;
    if (word.is(NameClass::kOther)) {
      if (!run.is_strong) {
        return is_rare_plain(word) && next.is(NameClass::kUnknown) &&
               is_boundary(words_[begin + 2]);
      }
      const std::size_t third = is_rare_plain(words_[begin + 2]) ? begin + 3 : begin + 2;
      if (is_rare_plain(word) && is_rare_plain(next) && is_boundary(words_[third])) return true;
      return has_name_next ||
             (word.has_article() && is_boundary(next) && word.count < 2000 && !is_plural(word) &&
              !next.has(kStrongTitle | kOuterTitle | kWeakTitle));
    }
    if (run.is_strong || has_name_next) return true;
    if (word.is(NameClass::kUnknown) && is_rare_bare(next)) return true;
    return is_lone_after_weak(i, begin);
  }

  /// «الأستاذ المشارك», «الملك الشاب»: an adjective of the title, unless a man is named so
  /// elsewhere.
  static bool may_be_adjective(const NameWord& word) {
    constexpr std::uint32_t kSeen = 30;
    return word.has_article() && word.count >= kSeen &&
           (word.is(NameClass::kOther) || word.is(NameClass::kArticle));
  }

  /// «سماحة الإسلام», «أصحاب السمو الأمراء»: behind an honorific that is a quality too, a word with
  /// the article is no name by its looks alone.
  [[nodiscard]] bool is_abstract(std::size_t i, std::size_t begin) const {
    constexpr std::uint32_t kHardlySeen = 20;
    const NameWord& word = words_[begin];
    const bool is_plural_title = words_[i].form.ends_with("اصحاب");
    if (is_plural_title && !is_given(word) && !word.is(NameClass::kFamily)) return true;
    return words_[begin - 1].has(kOuterTitle) && !words_[begin - 1].has(kModifier) &&
           word.has_article() && word.count >= kHardlySeen && !is_link(words_[begin + 1]) &&
           (word.is(NameClass::kOther) || word.is(NameClass::kArticle));
  }

  /// «الرئيس ترامب», but not «الفريق السعودي».
  [[nodiscard]] bool is_lone_after_weak(std::size_t i, std::size_t begin) const {
    const std::string_view title = words_[begin - 1].form;
    const bool may_stand = title.ends_with("الرييس") || title.ends_with("الوزير") ||
                           title.ends_with("السفير") || title.ends_with("النايب");
    const NameClass c = words_[begin].info.name_class;
    return i < begin && may_stand &&
           (c == NameClass::kFamily || c == NameClass::kUnknown || c == NameClass::kGiven) &&
           is_boundary(words_[begin + 1]);
  }

  /// «الدكتور التركي أن»: a nationality too, if the statement names a man so.
  [[nodiscard]] bool is_nisba_surname(std::size_t i) const {
    const std::string_view title = words_[i - 1].form;
    return (title.ends_with("الدكتور") || title.ends_with("المهندس") ||
            title.ends_with("الاستاذ")) &&
           words_[i].has_article() && is_boundary(words_[i + 1]);
  }

  /// One word that may refer to a man named elsewhere in the statement.
  static NameSpan reference(std::size_t i) {
    NameSpan name{{i, i}, {i, i + 1}, false, false};
    name.is_reference = true;
    return name;
  }

  /// «قوات صالح», «نظام الأسد», «إدارة أوباما»: one word behind what a ruler rules.
  [[nodiscard]] std::optional<NameSpan> ruler(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (i == 0 || !words_[i - 1].has(kRule) || word.has_clitic() || word.has(kCountry | kHead)) {
      return std::nullopt;
    }
    // «نظام عادل» is just; forces are somebody's.
    const std::string_view ruled = words_[i - 1].form;
    const bool is_quality = ruled.ends_with("نظام") || ruled.ends_with("حكومه");
    const bool is_name = (word.is(NameClass::kGiven) && !is_quality) || is_sure_foreign(word);
    if (!is_name || is_name_word(next) || next.has(kConnector)) return std::nullopt;
    return NameSpan{{i, i}, {i, i + 1}, false, true};
  }

  /// «وأضاف الوايلي أن»: a verb of saying before a surname and what is said behind it.
  [[nodiscard]] std::optional<NameSpan> speaker(std::size_t i) const {
    constexpr std::uint8_t kSure = 40;
    const NameWord& word = words_[i];
    if (i == 0 || !words_[i - 1].has(kSpeechVerb) || word.has(~kShapeFlags)) return std::nullopt;
    const bool is_surname = word.is(NameClass::kFamily) && word.has_article() &&
                            lexicon_.look_up(word.form).family_share >= kSure;
    const NameWord& next = words_[i + 1];
    const bool says = next.form == "ان" || next.form == "بان" || next.form == ":" ||
                      next.form == "الي" || next.form == "انه" || next.form == "انها";
    if (is_surname && says) return NameSpan{{i, i}, {i, i + 1}, false, true};
    if (is_sure_foreign(word) && is_boundary(next)) return reference(i);
    return std::nullopt;
  }

  /// Whether the word can be nothing but a foreign name.
  static bool is_sure_foreign(const NameWord& word) {
    constexpr std::size_t kLeastBytes = 8;
    return word.is(NameClass::kUnknown) && word.has(kUnrelated | kForeignName) &&
           !word.has(kParticle | kBrand | kOrdinary | kForeignGiven) && !word.has_article() &&
           word.form.size() >= kLeastBytes;
  }

  /// «الرئيس الأمريكي دونالد ترامب».
  [[nodiscard]] std::optional<NameSpan> behind_nisba(std::size_t i, std::size_t begin) const {
    const NameWord& word = words_[begin + 1];
    if (!words_[begin].has(kNisba) || !words_[i].has(kHead)) return std::nullopt;
    if (!is_name_word(word) || word.has_article()) return std::nullopt;
    return span(begin + 1, 2, false);
  }

  /// «ناصر بن فهاد العشوان», «سفر بن سويد».
  [[nodiscard]] std::optional<NameSpan> patronymic(std::size_t i) const {
    const NameWord& word = words_[i];
    if (!is_link(words_[i + 1]) || !words_[i + 2].is_word() || words_[i + 2].is(NameClass::kStop)) {
      return std::nullopt;
    }
    if (word.has(kConnector | kEponymHead | kVerb | kKin | kBody) && !is_given(word)) {
      return std::nullopt;
    }
    std::optional<NameSpan> name = span(i, 3, true);
    if (name && word.has_clitic()) name->drops_clitic = true;
    return name;
  }

  /// «خالد العتيبي», «لعبدالرحيم سليلي».
  [[nodiscard]] std::optional<NameSpan> given_and_family(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (!starts_given(word) || !next.is_word() || word.has(kTimeWord | kEponymHead | kFormula))
      return std::nullopt;
    if (word.has(kHead) && (next.has(kCountry) || next.has(kBody))) return std::nullopt;
    if (is_no_name(word, next)) return std::nullopt;
    const bool is_common = class_in(word) == NameClass::kGiven;
    constexpr std::uint8_t kNameable = 40;
    const bool is_national = is_common && word.info.given_share >= kNameable && next.has(kNisba) &&
                             next.has_article() && !is_plural(next) && is_boundary(words_[i + 2]);
    if (is_national) return NameSpan{{i, i}, {i, i + 2}, drops_clitic(i), false};
    constexpr std::uint32_t kRarePair = 300;
    const bool is_rare_pair = word.is(NameClass::kRareGiven) && is_given(next) &&
                              !word.form.ends_with("ه") && word.count < kRarePair &&
                              next.count < kRarePair && is_boundary(words_[i + 2]);
    if (is_rare_pair) return span(i, 2, false);
    const bool is_faith_name =
        is_common && (words_[i + 2].form == "الاسلام" || words_[i + 2].form == "الحق");
    const bool opens = is_faith_name || is_given(next) || is_family_like(next) ||
                       next.has(kConnector) || next.form == "الدين" || next.form == "الله" ||
                       (is_common && next.has_article() && !is_plural(next) &&
                        (is_boundary(words_[i + 2]) || words_[i + 2].is(NameClass::kFamily) ||
                         (words_[i + 2].is(NameClass::kArticle) && is_boundary(words_[i + 3]))));
    if (next.has_clitic()) return std::nullopt;
    constexpr std::uint8_t kSure = 35;
    constexpr std::uint8_t kVerySure = 60;
    constexpr std::uint32_t kHardlySeen = 20;
    // «عبدالرحيم سليلي ،»: an almost unseen word behind a sure given name.
    const bool is_rare_surname = is_common && word.info.given_share >= kVerySure &&
                                 is_rare_plain(next) && next.count < kHardlySeen &&
                                 is_boundary(words_[i + 2]);
    if (is_rare_surname || (is_common && (is_title_surname(i) || names_holder(i)))) {
      return span(i, 2, true);
    }
    if (!opens) return std::nullopt;
    const bool is_plain = next.is(NameClass::kOther) && !next.has(kConnector);
    const bool is_sure = word.info.given_share >= (is_plain ? kVerySure : kSure) && is_common;
    const bool is_listed_pair =
        is_common && (next.is(NameClass::kFamily) || next.is(NameClass::kGiven) ||
                      next.has(kForeignName) || is_father(next));
    if (!is_sure && !is_listed_pair && !stands_as_name(i)) return std::nullopt;
    return span(i, 2, false);
  }

  /// «حسن الجوار», «لحسن الحظ», «باسم المفوضية»: pairs that look like a name and are none.
  [[nodiscard]] bool is_no_name(const NameWord& word, const NameWord& next) const {
    if (lexicon_.is_no_name(word.form, next.form)) return true;
    const bool may_have_clitic = word.has_clitic() || word.form.starts_with("ل");
    if (may_have_clitic && lexicon_.is_no_name(word.form.substr(2), next.form)) return true;
    return word.form == "باسم" && !is_given(next) && !next.is(NameClass::kFamily) &&
           !next.has(kConnector);
  }

  /// «ستيفن جيرارد», «ولويس سواريز»: a first name of another language and what may be its second.
  [[nodiscard]] std::optional<NameSpan> foreign(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (!word.has(kForeignGiven) || !next.is_word() || next.has_clitic() || next.has_article()) {
      return std::nullopt;
    }
    const NameWord& third = words_[i + 2];
    const bool has_particle =
        next.has(kParticle) && (third.is(NameClass::kUnknown) || is_rare_bare(third));
    const bool is_known = is_known_surname(next) && is_boundary(third);
    const bool goes_on = has_particle || is_known || next.is(NameClass::kUnknown) ||
                         next.is(NameClass::kAfterName) || next.is(NameClass::kFamily) ||
                         is_given(next) || is_rare_bare(next);
    return goes_on ? span(i, 2, false) : std::nullopt;
  }

  /// «وزير الخارجية وليد المعلم بعد»: behind a complete post a title or head that ends the name is
  /// a surname.
  [[nodiscard]] bool is_title_surname(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    const NameWord& after = words_[i + 2];
    const bool ends =
        !after.is_word() || after.is(NameClass::kStop) || after.has(kVerb | kTimeWord);
    return ends && next.has_article() && next.has(kHead | kWeakTitle) && !next.has(kStrongTitle) &&
           head_before(i) && is_post_complete(i);
  }

  /// «بحث ناصر جودة وزير الخارجية»: between a given name and a head a word that is seldom another.
  [[nodiscard]] bool names_holder(std::size_t i) const {
    constexpr std::uint32_t kCommon = 1000;
    const NameWord& next = words_[i + 1];
    const NameWord& head = words_[i + 2];
    const bool may_be = next.is(NameClass::kOther) || next.is(NameClass::kAfterName);
    // «جودة» is no form of another word, «حقوقه» is.
    const bool has_marbuta = words_.text().substr(next.begin, next.end - next.begin).ends_with("ة");
    const bool is_holder = head.has(kHead) && !head.has_clitic() && !is_given(head);
    const bool is_behind = is_boundary(head) && head_before(i) && is_post_complete(i);
    return may_be && !next.has(~kShapeFlags) && next.count < kCommon && !next.has_article() &&
           !next.has_clitic() && !next.form.starts_with("وال") && !words_[i].has(kHead) &&
           (has_marbuta ? !next.form.starts_with("ب") : !looks_inflected(next)) &&
           (is_holder || is_behind);
  }

  static bool is_father(const NameWord& word) {
    const std::string_view bare = word.has_clitic() ? word.form.substr(2) : word.form;
    return bare == "ابو" || bare == "ابي" || bare == "ابا";
  }

  /// «أبو الطيب المتنبي», «أبو بكر البغدادي»: named after a son, and a surname behind it.
  [[nodiscard]] std::optional<NameSpan> by_son(std::size_t i) const {
    const NameWord& son = words_[i + 1];
    if (!is_father(words_[i]) || is_no_name(words_[i], son)) return std::nullopt;
    const bool is_son = is_given(son) || (son.has_article() && is_name_word(son));
    const NameWord& surname = words_[i + 2];
    const bool is_named = surname.is(NameClass::kFamily) || is_given(surname) ||
                          (surname.is(NameClass::kArticle) && !is_plural(surname));
    const bool is_said =
        i > 0 && words_[i - 1].has(kSpeechVerb) && is_given(son) && is_boundary(surname);
    if (is_said) return span(i, 2, true);
    if (!is_son || !is_named) return std::nullopt;
    std::optional<NameSpan> name = span(i, 3, true);
    if (name) name->drops_clitic = words_[i].has_clitic();
    return name;
  }

  /// «الكرواتي سلافن بيليتش»: behind a man's nationality two words that no Arabic ones look like.
  [[nodiscard]] std::optional<NameSpan> behind_nationality(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (i == 0 || !words_[i - 1].has(kNisba) || is_plural(words_[i - 1])) return std::nullopt;
    if (is_sure_foreign(word) && words_[i - 1].has_article() && is_boundary(next)) {
      return reference(i);
    }
    if (next.form.starts_with("بال") && !next.has(kForeignName)) return std::nullopt;
    const bool is_definite = words_[i - 1].has_article() || words_[i - 1].has_clitic();
    const bool may_open = word.is(NameClass::kUnknown) || is_rare_plain(word);
    const bool may_close = next.is(NameClass::kUnknown) || is_rare_plain(next);
    const bool is_foreign = word.is(NameClass::kUnknown) || next.is(NameClass::kUnknown);
    if (!is_definite || !may_open || !may_close || !is_foreign) return std::nullopt;
    const std::optional<NameSpan> name = span(i, 2, true);
    return name && is_boundary(words_[name->name.end]) ? name : std::nullopt;
  }

  /// Whether a post, verb, title, mark or name stands just before: «المخرج سفر …».
  [[nodiscard]] bool stands_as_name(std::size_t i) const {
    if (i == 0) return false;
    const NameWord& before = words_[i - 1];
    return before.has(kVerb | kHead | kStrongTitle | kWeakTitle) || last_name_end_ == i ||
           (is_comma(before) && last_name_end_ + 1 == i) ||
           (head_before(i) && (is_post_complete(i) || words_[i].is(NameClass::kGiven)));
  }

  /// A head of a post some words back in the same stretch, no name between: «سفير ماليزيا …».
  [[nodiscard]] bool head_before(std::size_t i) const {
    std::size_t breaks = 0;
    for (std::size_t back = 1; back <= std::min(i, kHeadReach); ++back) {
      const std::size_t at = i - back;
      const NameWord& word = words_[at];
      if (at < last_name_end_ || word.has(kVerb)) return false;
      if (word.has(kHead)) return back > 1 || !word.has(kLoneTitle) || word.has_article();
      if (!word.is_word()) {
        if (!(is_comma(word) || is_quote(word)) || ++breaks > 1) return false;
      } else if (word.is(NameClass::kStop) && back == 1) {
        return false;
      }
    }
    return false;
  }

  /// «سفير أستراليا نيل هاوكيز»; «بيتر سينكوك الرئيس السابق».
  [[nodiscard]] std::optional<NameSpan> near_post(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameClass c = class_in(word);
    const bool is_bare_nisba = word.has(kNisba) && words_[i + 1].is(NameClass::kUnknown);
    const bool may_open = is_bare_nisba || c == NameClass::kUnknown || c == NameClass::kFamily ||
                          c == NameClass::kAfterName || c == NameClass::kRareGiven;
    const bool may_open_late = word.is(NameClass::kOther) && word.count < 300 &&
                               !word.has_article() && !word.has_clitic() && !word.has(~kShapeFlags);
    if ((!may_open && !may_open_late) || word.has_article()) return std::nullopt;
    if (is_no_name(word, words_[i + 1])) return std::nullopt;
    const bool has_post = !word.has_clitic() && head_before(i) && is_post_complete(i);
    const std::size_t end = grow_name(words_, i, has_post);
    if (end < i + 2) return std::nullopt;
    if (may_open_late) {
      const bool is_foreign = words_[i + 1].is(NameClass::kUnknown) && is_boundary(words_[end]);
      return has_post && is_foreign ? span(i, 2, true) : std::nullopt;
    }
    const std::size_t after = is_comma(words_[end]) ? end + 1 : end;
    const bool has_head = words_[after].has(kHead) && !words_[after].has_clitic();
    const bool is_named =
        words_[i + 1].is(NameClass::kUnknown) || words_[i + 1].is(NameClass::kFamily) ||
        words_[i + 1].is(NameClass::kGiven) || words_[i + 1].is(NameClass::kArticle) ||
        (word.is(NameClass::kUnknown) && is_rare_plain(words_[i + 1]));
    return is_named && (has_post || (has_head && !word.has_clitic())) ? span(i, 2, has_post)
                                                                      : std::nullopt;
  }

  /// «سفير مملكة بلجيكا جيرت كريل ،»: what follows a complete post up to a mark, stop word or head
  /// is a name, whatever its words look like.
  [[nodiscard]] std::optional<NameSpan> behind_post(std::size_t i) const {
    constexpr std::size_t kMostWords = 4;
    if (i == 0 || !words_[i - 1].is_word() || !is_post_complete(i) || !may_begin_behind_post(i) ||
        !head_before(i)) {
      return std::nullopt;
    }
    std::size_t end = i;
    while (end < i + kMostWords && may_stand_behind_post(words_[end], end > i)) {
      if (words_[end++].has_article()) break;
    }
    if (end < i + 2 || !ends_post_name(words_[end])) return std::nullopt;
    return NameSpan{{i, i}, {i, end}, false, true};
  }

  /// Behind a country any rare word may begin a name, behind another noun it must look like one.
  [[nodiscard]] bool may_begin_behind_post(std::size_t i) const {
    constexpr std::uint32_t kRare = 60;
    constexpr std::uint32_t kHardlySeen = 20;
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (word.has_clitic() || !next.is_word()) return false;
    if (is_given(word) || word.has(kForeignGiven)) return true;
    if (words_[i - 1].has(kCountry)) {
      return word.is(NameClass::kUnknown) || (word.count < kRare && is_rare_plain(word));
    }
    if (word.is(NameClass::kFamily)) return is_rare_plain(next) && next.count < kHardlySeen;
    return is_rare_plain(word) && word.count < kHardlySeen && next.is(NameClass::kFamily);
  }

  static bool ends_post_name(const NameWord& word) {
    return !word.is_word() || word.is(NameClass::kStop) || word.has(kHead | kFormula | kTimeWord) ||
           (word.has_clitic() && word.form.starts_with("و")) || word.has(kVerb) ||
           word.has(kStrongTitle);
  }

  /// «جيرت», «كوتر»: rare or a name; a letter that looks like a proclitic may be the name's own.
  static bool may_stand_behind_post(const NameWord& word, bool is_later) {
    constexpr std::uint32_t kRare = 400;
    constexpr std::uint32_t kHardlySeen = 20;
    if (!word.is_word() || word.is(NameClass::kStop)) return false;
    if (is_given(word) || word.is(NameClass::kFamily)) return true;
    if (word.has(~(kForeignName | kForeignGiven | kParticle | kShapeFlags))) return false;
    if (looks_inflected(word) && !word.is(NameClass::kUnknown)) return false;
    if (word.has_clitic()) {
      return word.count < kHardlySeen && word.info.proclitic == Proclitic::kOther &&
             !word.form.starts_with("لل") && !word.form.starts_with("بال");
    }
    return word.has_article() ? is_later && !is_plural(word) : word.count < kRare;
  }

  /// What stands right before closes a post: an article, a country, or a mark.
  [[nodiscard]] bool is_post_complete(std::size_t i) const {
    if (i == 0) return false;
    const NameWord& before = words_[i - 1];
    return !before.is_word() || before.has_article() || before.form.starts_with("لل") ||
           before.has(kCountry | kNisba | kArticleWord) || before.form.starts_with("وال") ||
           before.form.starts_with("بال");
  }

  /// «… ، وجاسم عساكر ، ورولان لافيت»: right behind a name and a comma or و.
  [[nodiscard]] std::optional<NameSpan> in_list(std::size_t i) const {
    const bool after_comma = i > 0 && is_comma(words_[i - 1]) && last_name_end_ + 1 == i;
    const bool has_and = words_[i].form.starts_with("و");
    if (last_name_end_ == 0 || (!after_comma && !(has_and && last_name_end_ == i))) {
      return std::nullopt;
    }
    const NameWord& next = words_[i + 1];
    // «الذي يدعمه أوباما ويراجعه الكونغرس»
    const bool is_verb = has_and && words_[i].count < 3 && words_[i].form.ends_with("ه") &&
                         (words_[i].form.starts_with("وي") || words_[i].form.starts_with("وت"));
    if (is_verb) return std::nullopt;
    const bool starts =
        starts_given(words_[i]) || (has_and && words_[i].info.base == NameClass::kRareGiven);
    const bool is_given_pair = starts && next.is_word() && !is_boundary(next) &&
                               next.count < 3000 && is_boundary(words_[i + 2]);
    const bool is_pair = is_given_pair || (has_and && starts && is_given(next)) ||
                         ((is_name_word(words_[i]) || words_[i].is(NameClass::kClitic) ||
                           (has_and && words_[i].count < 3)) &&
                          is_name_word(next) && !words_[i].has_article());
    if (!is_pair) return std::nullopt;
    std::optional<NameSpan> name = span(i, 2, false);
    if (!name || !is_boundary(words_[name->name.end])) return std::nullopt;
    if (has_and && (words_[i].count < 3 || words_[i].has_clitic())) name->drops_clitic = true;
    return name;
  }

  const PersonWords& words_;
  const PersonLexicon& lexicon_;
  std::size_t last_name_end_;
};

/// «الدكتور الشيخ»: surnames among the titles do not make a name of nothing but titles, save behind
/// آل, where «آل الشيخ» is a family.
bool is_titles_alone(const PersonWords& words, const Span& name) {
  for (std::size_t i = name.begin; i < name.end; ++i) {
    const NameWord& word = words[i];
    const bool is_title = word.has(kStrongTitle | kOuterTitle | kWeakTitle | kModifier) &&
                          (word.has_article() || !word.is(NameClass::kGiven));
    if (word.form == "ال" || (!is_title && !word.has(kConnector))) return false;
  }
  return true;
}

}  // namespace

std::optional<NameSpan> read_name(const PersonWords& words, const PersonLexicon& lexicon,
                                  std::size_t i, std::size_t last_name_end) {
  std::optional<NameSpan> name = NameReader(words, lexicon, last_name_end).read(i);
  if (name && !name->is_eponym && is_titles_alone(words, name->name)) return std::nullopt;
  return name;
}

}  // namespace bayan::entity
