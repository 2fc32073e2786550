#include "common/entity/person_name_grammar.h"

// How a name grows from its first word:
//
//   محمد  بن + عبدالرحمن  آل + الشيخ  | وزير      connectors take the next word, a head ends it
//   أحمد  الصالح | ,                              a surname with the article ends it
namespace bayan::entity {
namespace {

constexpr std::size_t kLongestName = 11;

bool is_link(const NameWord& word) {
  return word.form == "بن" || word.form == "بنت" || word.form == "ابن";
}

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
      has_link = has_link || is_link(words_[i]);
      i = next;
    }
    while (i > begin_ && words_[i - 1].has(kConnector)) --i;
    return i;
  }

 private:
  static bool is_opening_connector(const NameWord& word) { return word.has(kConnector); }

  [[nodiscard]] std::size_t after_first() const { return compound_end(begin_); }

  /// «صلاح الدين», «عطا الله»: two words, one name.
  [[nodiscard]] std::size_t compound_end(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (next.form == "الدين" && words_[i].has(kCompoundDin)) return i + 2;
    if (next.form == "الله" && words_[i].has(kCompoundAllah)) return i + 2;
    return i + 1;
  }

  [[nodiscard]] std::size_t after_connector(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (!next.is_word() || next.has(kStopWord)) return i;
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
    if (!word.is_word()) return i;
    if (word.has(kConnector)) return word.has_clitic() ? i : after_connector(i);
    if (word.has(kOrdinal)) return closes(i) || is_link(words_[i + 1]) ? i + 1 : i;
    if (word.has(kCompoundAllah) && words_[i + 1].form == "الله") return i + 2;
    if (word.has_clitic() && is_foreign_surname(i)) return i + 1;
    if (word.has_clitic() || word.is(NameClass::kStop)) return i;
    const bool may_be_title_word = word.form == "الامير" || word.form == "السيد";
    if (word.has(kStrongTitle | kOuterTitle | kFormula | kArticleWord | kVerb | kTimeWord | kHead |
                 kEponymHead | kKin)) {
      const bool is_given =
          word.is(NameClass::kGiven) ||
          (word.is(NameClass::kRareGiven) &&
           (words_[i - 1].is(NameClass::kGiven) || words_[i - 1].is(NameClass::kRareGiven)));
      if (is_given && !runs_on(i)) return compound_end(i);
      if ((may_be_title_word || is_day_name(word)) && i == begin_ + 1 && closes(i) &&
          words_[begin_].is(NameClass::kGiven)) {
        return i + 1;
      }
      return is_post_surname(i, has_link) ? i + 1 : i;
    }
    return name_step(i, has_link);
  }

  /// «ديفيد لامي وزير»: what looks like a proclitic begins a foreign surname.
  [[nodiscard]] bool is_foreign_surname(std::size_t i) const {
    constexpr std::uint32_t kRare = 200;
    const NameWord& word = words_[i];
    return i == begin_ + 1 && is_vouched_ && words_[begin_].is(NameClass::kUnknown) && closes(i) &&
           word.count < kRare && word.info.flags == 0 && !word.form.starts_with("و");
  }

  /// «صالح بن عبدالله القاضي أمس»: a title behind بن where the name ends is a surname.
  [[nodiscard]] bool is_post_surname(std::size_t i, bool has_link) const {
    const NameWord& next = words_[i + 1];
    const bool ends = !next.is_word() || next.is(NameClass::kStop) || next.has(kVerb | kTimeWord);
    return has_link && ends && words_[i].has_article() &&
           words_[i].has(kWeakTitle | kHead | kStrongTitle);
  }

  /// «محمد الخميس»: days are surnames too, where the name ends.
  static bool is_day_name(const NameWord& word) {
    return word.form == "الخميس" || word.form == "الجمعه" || word.form == "الماضي";
  }

  /// A head or verb that is a name too goes on into a post or sentence: «أمير منطقة».
  [[nodiscard]] bool runs_on(std::size_t i) const {
    const NameWord& next = words_[i + 1];
    if (words_[i].has(kTimeWord)) return !(is_name_word(next) || next.has(kConnector));
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
    const bool after_surname = place >= 1 && before.has_article() && place > 1;
    if (word.has(kCountry) && !word.is(NameClass::kGiven) && !word.is(NameClass::kRareGiven))
      return i;
    if (word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven)) return compound_end(i);
    if (word.is(NameClass::kFamily)) return i + 1;
    if (word.has(kNisba)) return closes(i) && has_link ? i + 1 : i;
    if (word.has(kParticle)) return i + 1;
    const bool after_article = place >= 1 && before.has_article();
    if (word.is(NameClass::kUnknown)) {
      if (after_article && after_surname) return i;
      if (words_[begin_].is(NameClass::kGiven) && word.form.starts_with("ي") && word.count == 0)
        return i;
      return i + 1;
    }
    if (word.is(NameClass::kAfterName)) return place <= 2 && !after_article ? i + 1 : i;
    if (word.is(NameClass::kArticle)) return place == 1 || closes(i) || next_is_head(i) ? i + 1 : i;
    return ordinary_step(i, has_link);
  }

  /// An ordinary word is a surname where the name ends: «محمد بن حسن القاضي ،».
  [[nodiscard]] std::size_t ordinary_step(std::size_t i, bool has_link) const {
    const NameWord& word = words_[i];
    const std::size_t place = i - begin_;
    if (place == 1 && is_middle_name(i)) return i + 1;
    if (!closes(i) || word.has(kBody)) return i;
    if (word.has_article()) {
      const bool is_plural = word.form.ends_with("ات") || word.form.ends_with("ين") ||
                             word.form.ends_with("ون") || word.form.ends_with("يه");
      const bool may_be = has_link || (is_vouched_ && place == 1) ||
                          (place == 1 && words_[begin_].is(NameClass::kGiven) && word.count < 3000);
      return may_be && !is_plural ? i + 1 : i;
    }
    const bool is_plain = place == 1 && words_[begin_].is(NameClass::kGiven) && is_vouched_ &&
                          word.count < 3000 && !word.form.ends_with("ا");
    return is_plain || (place == 1 && is_vouched_ && is_rare_pair(i)) ? i + 1 : i;
  }

  /// «السيدة صوفي هات مديرة …»: both words of a foreign name may look like Arabic ones.
  [[nodiscard]] bool is_rare_pair(std::size_t i) const {
    return is_rare_plain(words_[begin_]) && is_rare_plain(words_[i]);
  }

  /// «مفلح صبيان الفايدي»: an ordinary word between a given name and a surname.
  [[nodiscard]] bool is_middle_name(std::size_t i) const {
    const NameWord& word = words_[i];
    const NameWord& next = words_[i + 1];
    constexpr std::uint32_t kCommon = 3000;
    return words_[begin_].is(NameClass::kGiven) && word.info.flags == 0 && word.count < kCommon &&
           (next.is(NameClass::kFamily) || next.is(NameClass::kArticle)) && next.has_article() &&
           is_boundary(words_[i + 2]) && (is_vouched_ || !word.form.ends_with("ه"));
  }

  [[nodiscard]] bool closes(std::size_t i) const { return is_boundary(words_[i + 1]); }
  [[nodiscard]] bool next_is_head(std::size_t i) const { return words_[i + 1].has(kHead); }

  const PersonWords& words_;
  std::size_t begin_;
  bool is_vouched_;
};

}  // namespace

bool is_boundary(const NameWord& word) {
  return !word.is_word() || word.is(NameClass::kStop) ||
         word.has(kVerb | kTimeWord | kHead | kStrongTitle | kOuterTitle | kWeakTitle | kFormula) ||
         word.has_clitic() || word.form.starts_with("لل");
}

bool is_name_word(const NameWord& word) {
  return word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven) ||
         word.is(NameClass::kFamily) || word.is(NameClass::kUnknown) ||
         word.is(NameClass::kAfterName) || word.is(NameClass::kArticle);
}

bool is_family_like(const NameWord& word) {
  return word.is(NameClass::kFamily) || word.is(NameClass::kUnknown) ||
         word.is(NameClass::kArticle) || word.is(NameClass::kAfterName);
}

bool is_rare_plain(const NameWord& word) {
  constexpr std::uint32_t kRare = 300;
  return word.is(NameClass::kOther) && word.info.flags == 0 && word.count < kRare &&
         !word.has_article() && !word.has_clitic();
}

std::size_t grow_name(const PersonWords& words, std::size_t begin, bool is_vouched) {
  return Growth(words, begin, is_vouched).end();
}

}  // namespace bayan::entity
