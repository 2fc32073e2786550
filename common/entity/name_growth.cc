#include <algorithm>
#include <array>

#include "common/entity/person_name_grammar.h"

// How a name grows from its first word:
//
//   محمد  بن + عبدالرحمن  آل + الشيخ  | وزير      connectors take the next word, a head ends it
//   أحمد  الصالح | ,                              a surname with the article ends it
namespace bayan::entity {
namespace {

constexpr std::size_t kLongestName = 11;

/// Inside a name «ابن» too.
bool links_father(const NameWord& word) { return is_link(word) || word.form == "ابن"; }

/// One word of growth: how many words may be taken at `i`, 0 to stop.
class Growth {
 public:
  Growth(const PersonWords& words, std::size_t begin, bool is_vouched)
      : words_(words), begin_(begin), is_vouched_(is_vouched) {}

  [[nodiscard]] std::size_t end() const {
    std::size_t i = begin_;
    if (is_opening_connector(words_[i])) i = after_connector(i);
    if (i == begin_) i = after_first();
    bool has_link = i > begin_ + 1;
    while (i < words_.size() && i - begin_ < kLongestName) {
      const std::size_t next = step(i, has_link);
      if (next == i) break;
      has_link = has_link || links_father(words_[i]);
      i = next;
    }
    while (i > begin_ && (words_[i - 1].has(kConnector) || is_lone_particle(i - 1))) --i;
    return i;
  }

 private:
  /// «كلاوديا سانتوس | دول أمريكا»: «dos» and «of» end no name.
  [[nodiscard]] bool is_lone_particle(std::size_t i) const {
    const std::string_view form = words_[i].form;
    return i > begin_ + 1 && (form == "دول" || form == "دوس" || form == "اوف");
  }

  static bool is_opening_connector(const NameWord& word) { return word.has(kConnector); }

  [[nodiscard]] std::size_t after_first() const { return compound_end(begin_); }

  /// «صلاح الدين», «عطا الله»: two words, one name.
  [[nodiscard]] std::size_t compound_end(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (next.form == "الدين" && (words_[i].has(kCompoundDin) || (i == begin_ && is_vouched_)))
      return i + 2;
    if (next.form == "الله" && words_[i].has(kCompoundAllah)) return i + 2;
    if (next.form == "العابدين" && words_[i].form == "زين") return i + 2;
    if (next.form == "بالله" && words_[i].has_article()) return i + 2;  // «المهتدي بالله»
    if (words_[i].has(kCompoundDin | kCompoundAllah) && closes_compound(next)) return i + 2;
    return i + 1;
  }

  /// «نور الهدى», «سيف النصر», «جاد الحق».
  static bool closes_compound(const NameWord& word) {
    constexpr std::array<std::string_view, 11> kSeconds = {"العرب", "الهدي",   "العين", "النصر",
                                                           "الحق",  "المولي",  "الرب",  "الاله",
                                                           "النبي", "الاسلام", "الرحمن"};
    return word.has_article() && std::ranges::find(kSeconds, word.form) != kSeconds.end();
  }

  [[nodiscard]] std::size_t after_connector(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (!next.is_word() || next.has(kStopWord)) return i;
    // «ستيفان بيكنباور | ابن الأسطورة»
    if (words_[i].form == "ابن" && next.has_article() && next.is(NameClass::kOther)) return i;
    if (next.has(kConnector)) {
      const NameWord& third = words_[i + 2];
      return third.is_word() && !third.has(kStopWord | kConnector) ? compound_end(i + 2) : i;
    }
    if (next.has(kStrongTitle) && words_[i + 2].is_word() && words_[i].form != "ال") {
      // «بنت السيد جواد»; «آل الشيخ» ends there.
      return is_name_word(words_[i + 2]) ? i + 3 : i + 2;
    }
    return compound_end(i + 1);
  }

  [[nodiscard]] std::size_t step(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    if (is_initial(i)) return i + 3;
    if (!word.is_word() || (word.form.starts_with("لل") && !word.has(kForeignName))) return i;
    // «ورحب بن زايد | بالصدي»
    if (word.form.starts_with("بال") && !words_[begin_].is(NameClass::kUnknown) &&
        (words_[begin_].has(kConnector) || !begins_given()) &&
        (word.is(NameClass::kUnknown) || word.is(NameClass::kOther))) {
      return i;
    }
    if (is_latin(word) && !is_latin(words_[begin_])) return i;  // «ديفيد ولين | David Wallin»
    if (word.has(kConnector)) return word.has_clitic() ? i : after_connector(i);
    if (word.has(kOrdinal))
      return closes(i) || links_father(words_[i + 1]) || is_monarch(i) ? i + 1 : i;
    if (word.has(kCompoundAllah) && !word.has(kFormula) && words_[i + 1].form == "الله")
      return i + 2;
    if (!has_link && words_[i - 1].has_article() && links_father(words_[i + 1])) {
      return i;  // «وادي الدواسر | ناصر بن …»
    }
    if (word.has(kParticle) && is_inside_foreign(i)) return i + 1;
    if (is_great(i)) return i + 2;
    if (is_foreign_pronoun(i) || (word.has_clitic() && is_foreign_surname(i))) return i + 1;
    if (is_behind_particle(i)) return i + 1;
    if (is_faith_compound(i)) return i + 2;
    if (word.has_clitic() && is_clitic_surname(i, has_link)) return i + 1;
    if (word.has_clitic() || word.is(NameClass::kStop)) return is_closed_by_mark(i) ? i + 1 : i;
    if (word.form == "بيت" && is_southern_house(i, has_link)) return i + 2;
    if (word.has(kFormula) && words_[i + 1].form == "الله")
      return i;  // «عبدالعزيز | طيب الله ثراه»
    const bool may_be_title_word = word.form == "الامير" || word.form == "السيد";
    if (word.has(kStrongTitle | kOuterTitle | kFormula | kArticleWord | kVerb | kTimeWord | kHead |
                 kEponymHead | kKin)) {
      const bool is_given =
          word.is(NameClass::kGiven) ||
          (word.is(NameClass::kRareGiven) && (class_in(words_[i - 1]) == NameClass::kGiven ||
                                              words_[i - 1].is(NameClass::kRareGiven)));
      if (is_given && !runs_on(i)) return compound_end(i);
      if (may_be_title_word && i == begin_ + 1 && closes(i) && begins_given()) return i + 1;
      // «سامر الحاج حسن وزير», «حسن شيخ محمود», «سامر السيد عادل»
      const bool begins_rare = words_[begin_].is(NameClass::kRareGiven);
      const bool is_pilgrim =
          i == begin_ + 1 &&
          (((word.form == "الحاج" || word.form == "شيخ") && begins_given()) ||
           (word.form == "السيد" && is_vouched_ && (begins_given() || begins_rare)));
      if (is_pilgrim && words_[i + 1].is(NameClass::kGiven) && closes(i + 1)) return i + 2;
      // «أشرف السيد العربي عبدالفتاح وزير»
      if (is_pilgrim && words_[i + 1].has_article() && words_[i + 2].is(NameClass::kGiven) &&
          closes(i + 2)) {
        return i + 3;
      }
      // «محمد الأمين بن خطري»
      const bool is_second = i == begin_ + 1 && begins_given() && word.has_article();
      if (is_second && links_father(words_[i + 1]) && !word.has(kTimeWord | kFormula)) return i + 1;
      // «الشيخ فيصل المالك الصباح»
      const NameWord& next = words_[i + 1];
      const bool is_inner = word.is(NameClass::kFamily) && next.is(NameClass::kFamily) &&
                            next.has_article() && is_vouched_ && begins_given();
      if (is_inner && i == begin_ + 1) return i + 1;
      if (is_title_and_surname(i, has_link)) return i + 1;
      if (is_day_name(i, has_link)) return i + 1;
      return is_post_surname(i, has_link) ? i + 1 : i;
    }
    return name_step(i, has_link);
  }

  /// «جون ف. كيري», «فورد إم. فريكر»: a letter or its name, a full stop and a foreign surname.
  [[nodiscard]] bool is_initial(std::size_t i) const {
    constexpr std::size_t kOneLetter = 2;  // bytes
    const NameWord& word = words_[i];
    const bool is_letter = word.form.size() == kOneLetter || word.has(kParticle);
    if (!is_letter || words_[i + 1].form != ".") return false;
    const NameWord& next = words_[i + 2];
    return class_in(words_[begin_]) == NameClass::kUnknown && next.is(NameClass::kUnknown) &&
           !next.has_clitic();
  }

  /// «الملك عبدالله الثاني أوراق اعتماد»: behind a ruler's first name the number is his.
  [[nodiscard]] bool is_monarch(std::size_t i) const {
    if (begin_ == 0 || i != begin_ + 1) return false;
    const std::string_view title = words_[begin_ - 1].form;
    return title.ends_with("الملك") || title.ends_with("الملكه") || title.ends_with("السلطان") ||
           title.ends_with("الامبراطور") || title.ends_with("البابا");
  }

  /// «بيتر فان دام»: a particle that is a stop word elsewhere.
  [[nodiscard]] bool is_inside_foreign(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    const NameWord& before = words_[i - 1];
    // «إليزا فان دير ميرفي», «خوسيه ماريا دي لا فوينتي»
    const bool is_second =
        i > begin_ + 1 && before.has(kParticle) && class_in(words_[begin_]) == NameClass::kUnknown;
    const bool is_first = before.has(kForeignName | kForeignGiven) && words_[i].count < 6000;
    return (is_first || is_second) && (next.is(NameClass::kUnknown) || is_rare_plain(next));
  }

  /// «ماركو دي برانكو عن», «دي الويس»: behind a particle what looks like «by» and a word, or has an
  /// article.
  [[nodiscard]] bool is_behind_particle(std::size_t i) const {
    constexpr std::uint32_t kHardlySeen = 20;
    const NameWord& word = words_[i];
    return i > begin_ + 1 && words_[i - 1].has(kParticle) &&
           (word.has_clitic() || word.has_article()) && word.count < kHardlySeen &&
           !word.has(~kShapeFlags) && !word.form.starts_with("و") && closes(i) &&
           (class_in(words_[begin_]) == NameClass::kUnknown || begins_given());
  }

  /// «جميل بن محمد علي حميدان»: seldom seen, and no form of another word.
  static bool is_hardly_another(const NameWord& word) {
    constexpr std::uint32_t kHardlySeen = 100;
    return word.count < kHardlySeen && !looks_inflected(word) && !word.form.starts_with("و") &&
           !word.form.ends_with("ا");
  }

  /// «كيم جونغ هو سفير»: a syllable, not «he».
  [[nodiscard]] bool is_foreign_pronoun(std::size_t i) const {
    constexpr std::size_t kSyllableBytes = 8;
    return words_[i].form == "هو" && i == begin_ + 2 && is_vouched_ &&
           words_[begin_].form.size() <= kSyllableBytes &&
           words_[i - 1].form.size() <= kSyllableBytes && words_[begin_].is(NameClass::kUnknown) &&
           next_is_head(i);
  }

  /// «محمد نظر الإسلام», «محمد شمس الحق».
  [[nodiscard]] bool is_faith_compound(std::size_t i) const {
    constexpr std::array<std::string_view, 3> kFaiths = {"الاسلام", "الحق", "الرحمن"};
    const NameWord& word = words_[i];
    return i == begin_ + 1 && begins_given() && !word.has_article() && !word.has_clitic() &&
           !word.is(NameClass::kStop) && !word.has(kVerb | kTimeWord) &&
           !(word.has(kVerbShape) && word.form.starts_with("ي")) &&
           std::ranges::find(kFaiths, words_[i + 1].form) != kFaiths.end();
  }

  /// «السفير سايمر بالا ،»: no «that not» before a comma.
  [[nodiscard]] bool is_closed_by_mark(std::size_t i) const {
    const NameWord& word = words_[i];
    return i == begin_ + 1 && is_vouched_ && word.has_clitic() && word.is(NameClass::kStop) &&
           words_[begin_].is(NameClass::kUnknown) && words_[begin_].has(kUnrelated) &&
           !words_[i + 1].is_word();
  }

  /// «بخيت بن سالم بيت فاضل»: a family of Dhofar.
  [[nodiscard]] bool is_southern_house(std::size_t i, bool has_link) const {
    const NameWord& next = words_[i + 1];
    return has_link && next.is_word() && !next.has_article() && !next.has_clitic() &&
           !next.is(NameClass::kStop) && closes(i + 1);
  }

  /// «علي أكبر صالحي»: the second word is «greater» elsewhere.
  [[nodiscard]] bool is_great(std::size_t i) const {
    constexpr std::uint32_t kFrequent = 500;
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    return i == begin_ + 1 && (word.form == "اكبر" || word.form == "اصغر") && begins_given() &&
           !words_[begin_].has_clitic() && next.is_word() && !next.has_article() &&
           !next.is(NameClass::kStop) && next.count < kFrequent && closes(i + 1);
  }

  /// «ديفيد لامي وزير»: what looks like a proclitic begins a foreign surname.
  [[nodiscard]] bool is_foreign_surname(std::size_t i) const {
    constexpr std::uint32_t kRare = 200;
    const NameWord& word = words_[i];
    return i == begin_ + 1 && is_vouched_ && class_in(words_[begin_]) == NameClass::kUnknown &&
           closes(i) && word.count < kRare && !word.has(~kShapeFlags) &&
           !word.form.starts_with("و") && !looks_inflected(word);
  }

  /// «الدكتور نبيل كوشك»: what looks like «as» or «so» with a word seldom stands behind a name.
  [[nodiscard]] bool is_clitic_surname(std::size_t i, bool has_link) const {
    constexpr std::uint32_t kHardlySeen = 20;
    const NameWord& word = words_[i];
    const bool is_placed =  // «قيس بن عاصم التميمي | فتحركت»
        (has_link && !words_[i - 1].has_article()) || (is_vouched_ && i == begin_ + 1);
    return is_placed && begins_given() && closes(i) && word.count < kHardlySeen &&
           (word.form.starts_with("ك") || word.form.starts_with("ف") || is_southern(word)) &&
           !word.has(~kShapeFlags) && !looks_inflected(word) && !word.form.starts_with("كال") &&
           !word.form.starts_with("فال");
  }

  /// «نال الدكتور سامر المصري جائزة»: behind a scholar's title and first name a nationality is his
  /// surname where a noun without the article follows.
  [[nodiscard]] bool is_nisba_surname(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (i != begin_ + 1 || begin_ == 0 || !begins_given() || !word.has_article() ||
        is_plural(word)) {
      return false;
    }
    const std::string_view title = words_[begin_ - 1].form;
    const bool is_scholar = title.ends_with("الدكتور") || title.ends_with("المهندس") ||
                            title.ends_with("الاستاذ") || title == "د" || title == ".";
    return is_scholar && next.is(NameClass::kOther) && !next.has_article() && !next.has(kNisba);
  }

  /// «مستشفيات الملك سامر | التخصصي».
  [[nodiscard]] bool is_king() const {
    return begin_ > 0 && words_[begin_ - 1].form.ends_with("الملك");
  }

  /// «الأمير سامر | ارتياحه»: princes and kings bear no plain word.
  [[nodiscard]] bool is_royal() const {
    if (begin_ == 0) return false;
    const std::string_view title = words_[begin_ - 1].form;
    return title.ends_with("الامير") || title.ends_with("الاميره") || title.ends_with("الملك") ||
           title.ends_with("السلطان");
  }

  /// «صالح بن عبدالله القاضي أمس», «المهندس صالح القاضي أمس»: a title where the name ends is a
  /// surname.
  [[nodiscard]] bool is_post_surname(std::size_t i, bool has_link) const {
    const NameWord& next = words_[i + 1];
    // «المستشار في الديوان» is his post.
    const bool goes_on = words_[i].has(kHead) && !words_[i].has(kStrongTitle) &&
                         (next.form == "في" || next.form == "لدي" || next.form == "علي" ||
                          next.form == "المرافق" || next.form == "بمكتب");
    const bool ends =
        !next.is_word() || (next.is(NameClass::kStop) && !goes_on) || next.has(kVerb | kTimeWord);
    constexpr std::uint8_t kVerySure = 60;  // percent: «عبدالرحمن الرقيب،»
    const bool is_rank = words_[i].has(kStrongTitle) && !words_[i].has(kHead | kOuterTitle) &&
                         words_[begin_].info.given_share >= kVerySure;
    const bool is_placed =
        has_link || ((is_vouched_ || is_rank) && i == begin_ + 1 && begins_given());
    return is_placed && ends && !is_behind_house(i) && words_[i].has_article() &&
           words_[i].has(kWeakTitle | kHead | kStrongTitle);
  }

  /// «محمد الخميس», «إبراهيم بن سليمان الخميس»: days are surnames too, where the name ends and no
  /// date goes on.
  [[nodiscard]] bool is_day_name(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    const bool is_day = word.form == "الخميس" || word.form == "الجمعه" || word.form == "الماضي";
    return is_day && closes(i) && !next.has(kTimeWord) && next.kind != WordKind::kDigits &&
           (has_link || (i == begin_ + 1 && begins_given()));
  }

  /// «سلمان المالك ،», «راشد الفارس»: a head or title that stands behind first names often.
  [[nodiscard]] bool is_title_and_surname(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (!begins_given() || !word.has_article() || !word.has(kHead | kWeakTitle)) return false;
    const std::uint32_t after = words_.count_after_names(word);
    if (after < 10 || after * 8 < word.count || is_behind_house(i)) return false;
    if (has_link) return !is_name_word(next) && !next.has(kHead);
    const bool is_placed =
        i == begin_ + 1 || (i == begin_ + 2 && words_[i - 1].is(NameClass::kGiven));
    return is_placed && closes(i) && !next.has(kHead);
  }

  /// «عبدالله بن زايد آل نهيان | الوزير»: a house is the last of a name.
  [[nodiscard]] bool is_behind_house(std::size_t i) const {
    return i > begin_ + 1 && words_[i - 2].form == "ال";
  }

  /// A head or verb that is a name too goes on into a post or sentence: «أمير منطقة».
  [[nodiscard]] bool runs_on(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (words_[i].has(kTimeWord)) {  // «محمد رمضان، …» is whole
      const bool is_whole = !words_[i].has_article() &&
                            (!next.is_word() || next.has_clitic() || next.has(kHead)) &&
                            next.kind != WordKind::kDigits;
      return !(is_name_word(next) || next.has(kConnector) || is_whole);
    }
    if (words_[i].has(kHead | kEponymHead)) {
      return next.is_word() && !next.is(NameClass::kStop) && !next.has(kVerb | kConnector) &&
             (!is_name_word(next) || next.has(kCountry));
    }
    return false;
  }

  [[nodiscard]] std::size_t name_step(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    const std::size_t place = i - begin_;
    const NameWord& before = words_[i - 1];
    // «فتح الله زركاسي», «جمال الدين زركاسي» have no surname yet
    const bool has_surname =
        before.has_article() && before.form != "الله" && before.form != "الدين";
    const bool after_surname = has_surname && place > 1;
    if (word.has(kCountry) && !word.is(NameClass::kGiven) && !word.is(NameClass::kRareGiven))
      return is_country_surname(i) ? i + 2 : i;
    if (word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven)) {
      // «محمد المومني | باسم الحكومة»
      if (word.form == "باسم" && !is_name_word(words_[i + 1])) return i;
      // «عبدالله الثني | بدور رجال الشرطة»
      const bool is_closed = after_surname && !has_link && word.is(NameClass::kRareGiven);
      return is_closed ? i : compound_end(i);
    }
    if (word.is(NameClass::kFamily)) return i + 1;
    if (word.is(NameClass::kArticle) && place == 1 && is_king()) return i;
    if (word.has(kNisba)) {
      // «الدكتور ياسر كندي،»
      const bool may_be_bare = place == 1 && !words_[i + 1].is_word() && !word.has_clitic();
      const bool may_be =
          has_link || (is_vouched_ && begins_given() && (word.has_article() || may_be_bare));
      // «لازلو بولوني»: a surname that is a nationality too
      const bool is_foreign = place == 1 && words_[begin_].has(kForeignGiven) &&
                              !word.has_article() && !word.has_clitic();
      return (closes(i) && (may_be || is_foreign)) || is_nisba_surname(i) ? i + 1 : i;
    }
    if (word.has(kParticle)) return i + 1;
    const bool after_article = place >= 1 && has_surname;
    if (word.is(NameClass::kUnknown)) {
      if (after_article && after_surname) return is_behind_article_name(i) ? i + 1 : i;
      if (place > 1 && joins_another(word)) return i;
      if (begins_given() && word.form.starts_with("ي") && word.count == 0) return i;
      return i + 1;
    }
    if (word.is(NameClass::kAfterName)) {
      const bool is_late = has_link && closes(i) && is_hardly_another(word);
      const bool is_third =  // «إبراهيم بو بكر كيتا»
          place == 2 ||
          (place == 3 && words_[begin_ + 1].has(kConnector) && !links_father(words_[begin_ + 1]));
      return (place < 2 || is_third || is_late) && !after_article ? i + 1 : i;
    }
    if (word.is(NameClass::kArticle)) {
      // «شيفردنادزه | المدعوم من موسكو»
      if (place > 1 && words_[begin_].has(kForeignName | kForeignGiven)) return i;
      if (before.has_article() && !has_link) {
        const NameWord& next = words_[i + 1];  // «علي الخليفة العذبي الصباح»
        const bool is_inner = next.is(NameClass::kFamily) && next.has_article();
        return is_inner && is_boundary(words_[i + 2]) ? i + 1 : i;
      }
      if ((place > 1 && is_participle(word, words_[i + 1])) || is_belonging(word, words_[i + 1]))
        return i;
      constexpr std::uint32_t kRare = 300;  // «ألقى ياسر بن علي الناصري | كلمة الخريجين»
      const bool is_tribe = has_link && word.form.ends_with("ي") && word.count < kRare;
      const bool may_end = closes(i) || next_is_head(i) || is_assigned(words_[i + 1]) ||
                           is_before_object(i) || is_tribe;
      return place == 1 || may_end ? i + 1 : i;
    }
    return ordinary_step(i, has_link);
  }

  /// An ordinary word is a surname where the name ends: «محمد بن حسن القاضي ،».
  [[nodiscard]] std::size_t ordinary_step(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    const std::size_t place = i - begin_;
    if (place == 1 && is_middle_name(i)) return i + 1;
    if (place <= 2 && is_foreign_run(i)) return i + 1;
    const NameWord& first = words_[begin_];
    const bool is_foreign_name = first.has(kForeignGiven | kForeignName);
    if (is_foreign_name && words_[i - 1].has(kParticle) && is_rare_bare(word)) return i + 1;
    if (word.has(kWeakTitle) && is_title_and_surname(i, has_link)) return i + 1;
    const bool is_surname_of_envoy = (word.has_article() || has_link) && is_assigned(words_[i + 1]);
    if (!(closes(i) || is_surname_of_envoy) || word.has(kBody)) return i;
    if (word.has_article()) {
      const NameWord& before = words_[i - 1];
      const bool is_surname =
          before.is(NameClass::kFamily) && before.form != "الدين" && before.form != "العبد";
      if (before.has_article() && (!has_link || is_surname)) return i;
      const bool is_foreign = words_[begin_].has(kForeignName | kForeignGiven);
      // «سامر عادل البديوي», «علي محمد العالي»; «سامر فاضل المنفردة»
      const std::uint32_t rare = word.ends_in_marbuta ? 20 : 400;
      const bool is_third = place == 2 && begins_given() && before.is(NameClass::kGiven) &&
                            word.count < rare && !is_participle(word, words_[i + 1]) &&
                            !is_mere_noun(word);
      const bool may_be = has_link || (is_vouched_ && place == 1 && !is_foreign) ||
                          (place == 1 && begins_given() && word.count < 3000) || is_third;
      constexpr std::uint32_t kHardlySeen = 5;  // «الحسنية», no adjective
      // «قدم الدكتور نصيف | الشكر»: he is named by his surname
      if (is_object(i) || (place == 1 && words_[begin_].is(NameClass::kFamily) &&
                           words_[i + 1].is_word() && !next_is_head(i))) {
        return i;
      }
      const bool may_end = !is_plural(word) || word.count < kHardlySeen || is_daughters(i);
      return may_be && may_end ? i + 1 : i;
    }
    if (has_link && (is_rare_plain(word) || is_surname_of_envoy)) return i + 1;
    if (is_rare_third(i)) return i + 1;
    if (is_behind_article_name(i)) return i + 1;
    // «الوزير عبدالعاطي تعاون الرئيس …»: before a title or verb even a frequent word may stand.
    const NameWord& next = words_[i + 1];
    const bool is_at_end = !next.is_word() || (next.has(kHead) && !next.has_article());
    const std::uint32_t frequent = is_at_end ? 3000 : 300;
    const bool is_plain = place == 1 && begins_given() && is_vouched_ && word.count < frequent &&
                          !word.form.ends_with("ا") && !is_royal() && !is_possessed(word);
    return is_plain ? i + 1 : i;
  }

  /// «لفت السفير بدر عبدالعاطي | الانتباه», «… | الأنظار»: a noun that nobody is named by.
  [[nodiscard]] bool is_mere_noun(const NameWord& word) const {
    constexpr std::uint32_t kSeen = 100;
    return word.count >= kSeen && !word.form.ends_with("ي") && words_.count_after_names(word) == 0;
  }

  /// «زهرة بنت سليمان بن حمير النبهانية و…»: an Omani daughter's surname is feminine.
  [[nodiscard]] bool is_daughters(std::size_t i) const {
    constexpr std::uint32_t kRare = 100;
    const NameWord& word = words_[i];
    return words_[begin_ + 1].form == "بنت" && word.form.ends_with("يه") && word.count < kRare;
  }

  /// «شاه محمود قريشي وزير», «إدريس ديبي إتنو رئيس»: behind two names a rare word before a post;
  /// behind a title and two first names a less rare one too: «المقدم إبراهيم محمد رفيع ،».
  [[nodiscard]] bool is_rare_third(std::size_t i) const {
    constexpr std::uint32_t kHardlySeen = 20;
    const NameWord& word = words_[i];
    const NameWord& before = words_[i - 1];
    const NameWord& first = words_[begin_];
    const NameWord& next = words_[i + 1];
    if (i != begin_ + 2 || before.has_article()) return false;
    const bool is_before_post = next.has(kHead) && !next.has_clitic();
    if (is_vouched_ && begins_given() && before.is(NameClass::kGiven)) {
      constexpr std::uint32_t kRare = 400;
      if (is_rare_plain(word)) return is_before_post || !next.is_word();
      // «الدكتور محمد رضا قادر:»
      const bool is_last = !next.is_word() && word.count < kRare && !word.has(~kShapeFlags);
      if (is_last && !looks_inflected(word) && !word.form.ends_with("ا")) return true;
    }
    return class_in(first) != NameClass::kOther && word.count < kHardlySeen && is_before_post &&
           (is_rare_plain(word) || is_southern(word)) &&
           (before.is(NameClass::kGiven) || before.is(NameClass::kFamily));
  }

  /// «محمد الشريف دانغوا», «محمد الأمين سيك»: a name of two words as the Maghreb has it, and a word
  /// that is hardly another behind it.
  [[nodiscard]] bool is_behind_article_name(std::size_t i) const {
    constexpr std::array<std::string_view, 10> kSeconds = {"الدين",  "الشريف", "الامين", "الطيب",
                                                           "الطاهر", "الهادي", "الحبيب", "المختار",
                                                           "الصالح", "العربي"};
    constexpr std::uint32_t kUnseen = 3;
    const NameWord& word = words_[i];
    return i == begin_ + 2 && begins_given() && words_[i - 1].has_article() &&
           word.count < kUnseen && word.has(kUnrelated) && !word.has(~kShapeFlags) &&
           (!words_[i + 1].is_word() || next_is_head(i)) &&
           std::ranges::find(kSeconds, words_[i - 1].form) != kSeconds.end();
  }

  /// «كينجي موراتا», «السيدة باك سو جين سفيرة …»: words of a foreign name may look like Arabic
  /// ones.
  [[nodiscard]] bool is_foreign_run(std::size_t i) const {
    const NameWord& first = words_[begin_];
    const bool is_foreign = first.has(kForeignGiven) ||
                            (is_vouched_ && (first.is(NameClass::kUnknown) || is_rare_bare(first)));
    // «جوريجوس دونيس», «ستيفن براون»
    const bool is_vouched_foreign =
        is_vouched_ && first.is(NameClass::kUnknown) && first.has(kUnrelated);
    // «جان أنتونيو بروجين», «خايمي سرخيو سردا»
    constexpr std::uint32_t kHardlySeen = 10;
    const NameWord& before = words_[i - 1];
    const bool is_behind = before.has(kForeignGiven) ||
                           (before.is(NameClass::kUnknown) && words_[i].count < kHardlySeen &&
                            !words_[i].form.ends_with("ه"));
    const bool is_third = i == begin_ + 2 && first.has(kForeignGiven) && is_behind &&
                          is_rare_bare(words_[i]) && closes(i);
    const bool is_surname =
        i == begin_ + 1 &&
        ((first.has(kForeignGiven) && is_rare_bare(words_[i])) ||
         ((first.has(kForeignGiven) || is_vouched_foreign) && is_known_surname(words_[i])));
    if (!is_foreign || !(is_rare_plain(words_[i]) || is_surname || is_third)) return false;
    // «دونالد ترامب | ساهمت»
    if (i > begin_ + 1 && words_[i - 1].has(kForeignName) && !words_[i - 1].has(kForeignGiven)) {
      return false;
    }
    const NameWord& next = words_[i + 1];
    return closes(i) || ((is_rare_plain(next) || next.is(NameClass::kUnknown)) && closes(i + 1));
  }

  /// «رفائيل كوريا دلجادو»: a country between two words of a foreign name.
  [[nodiscard]] bool is_country_surname(std::size_t i) const {
    const NameWord& first = words_[begin_];
    const NameWord& next = words_[i + 1];
    return i == begin_ + 1 && !words_[i].has_article() && !words_[i].has_clitic() &&
           first.is(NameClass::kUnknown) && first.has(kUnrelated) && next.is(NameClass::kUnknown) &&
           next.has(kUnrelated) && !next.form.starts_with("و") && closes(i + 1);
  }

  /// «مفلح صبيان الفايدي»: an ordinary word between a given name and a surname.
  [[nodiscard]] bool is_middle_name(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    if (word.has_article() && !next.is(NameClass::kFamily)) return false;
    constexpr std::uint32_t kCommon = 3000;
    return begins_given() && !word.has(~kShapeFlags) && word.count < kCommon &&
           (next.is(NameClass::kFamily) || next.is(NameClass::kArticle)) && next.has_article() &&
           is_boundary(words_[i + 2]) && (is_vouched_ || !word.form.ends_with("ه"));
  }

  /// «شكر الأستاذ سامر عادل الحكيمي | اللجنة»: behind two names a surname before a frequent noun.
  [[nodiscard]] bool is_before_object(std::size_t i) const {
    constexpr std::uint32_t kFrequent = 500;
    const NameWord& next = words_[i + 1];
    const NameWord& word = words_[i];
    const bool is_unseen = word.count == 0 && word.has(kUnrelated);  // «سامر فهد المشيري الترتيب»
    return i == begin_ + 2 && (is_vouched_ || is_unseen) && words_[i - 1].is(NameClass::kGiven) &&
           word.form.ends_with("ي") && next.has_article() && next.count >= kFrequent &&
           !next.form.ends_with("ي");
  }

  /// «فؤاد صادق البحارنة | المعين لدى …», «… | المقيم في …»: what he is to be or where he lives.
  [[nodiscard]] static bool is_assigned(const NameWord& word) {
    constexpr std::array<std::string_view, 12> kForms = {
        "المعين", "المعينه", "المعتمد", "المعتمده", "المقيم",  "المقيمه",
        "المكلف", "المكلفه", "المنتدب", "الملقب",   "المولود", "المتوفي"};
    return word.form.starts_with("الم") && std::ranges::find(kForms, word.form) != kForms.end();
  }

  /// «كارل فابريتوس | وجيرار دو»: an unseen word with «and» behind a whole name. What begins with a
  /// foreign W goes on in a vowel: «وولف».
  [[nodiscard]] static bool joins_another(const NameWord& word) {
    constexpr std::size_t kLeastBytes = 10;
    return word.form.starts_with("و") && word.count == 0 && word.form.size() >= kLeastBytes &&
           !word.form.starts_with("وو") && !word.form.starts_with("وي") &&
           !word.form.starts_with("وا");
  }

  /// «مرسي | المنتمي لجماعة»: a derived participle and its object.
  [[nodiscard]] static bool is_belonging(const NameWord& word, const NameWord& next) {
    const bool is_derived = word.form.starts_with("المنت") || word.form.starts_with("المست") ||
                            word.form.starts_with("المتح");
    const bool has_object = next.form.starts_with("ل") && next.has_clitic();
    return is_derived && (has_object || is_participle(word, next));
  }

  /// «فيصل بن تركي | النظر في …»: a frequent word that nobody is named by and the sentence goes on.
  [[nodiscard]] bool is_object(std::size_t i) const {
    constexpr std::uint32_t kFrequent = 500;
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    // «هنأ الدكتور سامر | السفراء على تعيينهم»
    constexpr std::uint32_t kSeen = 30;
    const std::uint32_t least = word.form.ends_with("اء") ? kSeen : kFrequent;
    return word.count >= least && !word.form.ends_with("ي") && next.is_word() && !next.has(kHead) &&
           !next.form.ends_with("ا") && words_.count_after_names(word) == 0;
  }

  /// «ارتياحه», «أتفهمكم»: the word and a pronoun; «باجودة» is printed otherwise.
  [[nodiscard]] bool is_possessed(const NameWord& word) const {
    constexpr std::uint32_t kSeen = 10;
    if (word.form.ends_with("كم") || word.form.ends_with("هم")) return looks_inflected(word);
    const std::string_view printed = words_.text().substr(word.begin, word.end - word.begin);
    return word.count >= kSeen && word.form.ends_with("ه") && printed.ends_with("ه");
  }

  [[nodiscard]] bool begins_given() const { return class_in(words_[begin_]) == NameClass::kGiven; }
  [[nodiscard]] bool closes(std::size_t i) const { return is_boundary(words_[i + 1]); }
  [[nodiscard]] bool next_is_head(std::size_t i) const { return words_[i + 1].has(kHead); }

  const PersonWords& words_;
  std::size_t begin_;
  bool is_vouched_;
};

}  // namespace

bool is_latin(const NameWord& word) { return word.form.front() >= 'a' && word.form.front() <= 'z'; }

bool is_comma(const NameWord& word) { return word.form == "," || word.form == "،"; }

bool is_boundary(const NameWord& word) {
  constexpr std::size_t kOneLetter = 2;  // bytes: «لـ"الرياض"»
  return !word.is_word() || word.form.size() == kOneLetter || word.is(NameClass::kStop) ||
         word.has(kVerb | kVerbShape | kTimeWord | kHead | kStrongTitle | kOuterTitle | kWeakTitle |
                  kFormula) ||
         word.has_clitic() || word.form.starts_with("لل");
}

bool is_name_word(const NameWord& word) {
  return word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven) ||
         word.is(NameClass::kFamily) || word.is(NameClass::kUnknown) ||
         word.is(NameClass::kAfterName) || word.is(NameClass::kArticle);
}

NameClass class_in(const NameWord& word) {
  return word.is(NameClass::kClitic) ? word.info.base : word.info.name_class;
}

bool is_family_like(const NameWord& word) {
  return word.is(NameClass::kFamily) || word.is(NameClass::kUnknown) ||
         word.is(NameClass::kArticle) || word.is(NameClass::kAfterName);
}

bool looks_inflected(const NameWord& word) {
  constexpr std::array<std::string_view, 9> kEndings = {"ات", "ين", "ون", "ه", "ها",
                                                        "هم", "نا", "وا", "كم"};
  if (word.has(kInflected | kVerbShape)) return true;
  return !word.has(kUnrelated) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
    constexpr std::size_t kLeastStem = 6;  // bytes: «هات» has no ending
    return word.form.ends_with(ending) && word.form.size() >= ending.size() + kLeastStem;
  });
}

bool is_plural(const NameWord& word) {
  return word.form.ends_with("ات") || word.form.ends_with("ين") || word.form.ends_with("ون") ||
         word.form.ends_with("يه");
}

bool is_southern(const NameWord& word) {
  constexpr std::uint32_t kHardlySeen = 20;
  constexpr std::size_t kLeastBytes = 10;
  return (word.form.starts_with("بو") || word.form.starts_with("با")) && word.count < kHardlySeen &&
         word.form.size() >= kLeastBytes && !word.form.starts_with("بال") &&
         !word.has(~kShapeFlags) && (word.ends_in_marbuta || !looks_inflected(word));
}

bool is_participle(const NameWord& word, const NameWord& next) {
  constexpr std::uint32_t kHardlySeen = 10;
  constexpr std::array<std::string_view, 4> kForms = {"مع", "من", "الي", "علي"};
  return word.form.starts_with("الم") && word.count >= kHardlySeen &&
         std::ranges::find(kForms, next.form) != kForms.end();
}

bool is_rare_bare(const NameWord& word) {
  constexpr std::uint32_t kRare = 300;
  constexpr std::size_t kShort = 8;  // bytes: «روته» has no ending
  constexpr std::array<std::string_view, 4> kEndings = {"ات", "ته", "ها", "هم"};
  // «كريستيان غروس منزعجا»: an accusative of a participle
  constexpr std::size_t kParticiple = 12;  // bytes: «ماسا» is none
  if (word.has(kInflected) && word.form.size() >= kParticiple && word.form.starts_with("م") &&
      word.form.ends_with("ا")) {
    return false;
  }
  const bool is_possessed =
      word.has(kInflected) && word.form.ends_with("ه") && !word.ends_in_marbuta;
  return word.is(NameClass::kOther) && !word.has(~(kUnrelated | kInflected)) && !is_possessed &&
         word.count < kRare && !word.has_article() && !word.has_clitic() &&
         std::ranges::none_of(kEndings, [&](std::string_view ending) {
           return word.form.size() > kShort && word.form.ends_with(ending);
         });
}

bool is_known_surname(const NameWord& word) {
  constexpr std::uint32_t kKnown = 600;
  return word.is(NameClass::kOther) && !word.has(~kShapeFlags) && word.count < kKnown &&
         !word.has_article() && !word.has_clitic() && !looks_inflected(word);
}

bool is_rare_plain(const NameWord& word) { return is_rare_bare(word) && !looks_inflected(word); }

std::size_t grow_name(const PersonWords& words, std::size_t begin, bool is_vouched) {
  return Growth(words, begin, is_vouched).end();
}

}  // namespace bayan::entity
