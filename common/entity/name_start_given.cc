#include <algorithm>
#include <array>

#include "common/entity/name_start.h"

// Names told by their own words: بن, a given name, a father, a first name of another language.
namespace bayan::entity {
namespace {

/// «وزير الخارجية وليد المعلم بعد»: behind a complete post a title or head that ends the name is
/// a surname.
bool is_title_surname(const NameContext& in, std::size_t i) {
  const NameWord& next = in.words[i + 1];
  const NameWord& after = in.words[i + 2];
  const bool ends = !after.is_word() || after.is(NameClass::kStop) || after.has(kVerb | kTimeWord);
  return ends && next.has_article() && next.has(kHead | kWeakTitle) && !next.has(kStrongTitle) &&
         head_before(in, i) && is_post_complete(in, i);
}

/// «بحث ناصر جودة وزير الخارجية»: between a given name and a head a word that is seldom another.
bool names_holder(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kCommon = 1000;
  const NameWord& next = in.words[i + 1];
  const NameWord& head = in.words[i + 2];
  const bool may_be = next.is(NameClass::kOther) || next.is(NameClass::kAfterName);
  // «جودة» is no form of another word, «حقوقه» is.
  const bool has_marbuta = in.words.text().substr(next.begin, next.end - next.begin).ends_with("ة");
  const bool is_holder = head.has(kHead) && !head.has_clitic() && !is_given(head);
  const bool is_behind = is_boundary(head) && head_before(in, i) && is_post_complete(in, i);
  return may_be && !next.has(~kShapeFlags) && next.count < kCommon && !next.has_article() &&
         !next.has_clitic() && !next.form.starts_with("وال") && !in.words[i].has(kHead) &&
         (has_marbuta ? !next.form.starts_with("ب") : !looks_inflected(next)) &&
         (is_holder || is_behind);
}

/// «رئيس الدورة عبدالله شاهد،»: behind a post and a sure given name what looks like a verb, with
/// nothing to say behind it.
bool has_verb_surname(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kSure = 35;  // percent
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  const bool ends = is_comma(in.words[i + 2]) || in.words[i + 2].form == ".";
  return ends && next.has(kVerb | kVerbShape) && !next.has_clitic() &&
         !next.form.starts_with("ي") && !next.form.starts_with("ت") && !next.form.ends_with("ت") &&
         word.info.given_share >= kSure && !word.has_clitic() && head_before(in, i) &&
         is_post_complete(in, i);
}

/// «نوشاد أحمد», «رفيف القحطاني»: behind a word hardly seen that begins with no proclitic or verb's
/// letter.
bool is_arabic_surname(const NameContext& in, const NameWord& first, const NameWord& next) {
  constexpr std::uint32_t kHardlySeen = 10;
  constexpr std::uint32_t kFrequent = 1000;
  constexpr std::uint8_t kSureFamily = 30;  // percent
  constexpr std::uint8_t kSureGiven = 35;
  constexpr std::array<std::string_view, 5> kLetters = {"ب", "ل", "ي", "ت", "فس"};
  constexpr std::array<std::string_view, 3> kPronouns = {"ني", "نا", "هم"};
  const auto begins = [&](std::string_view letter) { return first.form.starts_with(letter); };
  const auto ends = [&](std::string_view pronoun) { return first.form.ends_with(pronoun); };
  if (first.count >= kHardlySeen || std::ranges::any_of(kLetters, begins) ||
      std::ranges::any_of(kPronouns, ends)) {
    return false;
  }
  if (next.is(NameClass::kFamily)) {
    return next.count < kFrequent && in.lexicon.look_up(next.form).family_share >= kSureFamily;
  }
  return next.is(NameClass::kGiven) && next.info.given_share >= kSureGiven && next.form != "علي" &&
         !next.has(kTimeWord | kHead);
}

/// Whether a post, verb, title, mark or name stands just before: «المخرج سفر …».
bool stands_as_name(const NameContext& in, std::size_t i) {
  if (i == 0) {  // «سامر جسار يستعد»: the headline's first words
    const NameWord& third = in.words[2];
    return third.has(kVerbShape) || third.form == ":" ||
           (is_name_word(third) && in.words[3].has(kVerbShape));
  }
  const NameWord& before = in.words[i - 1];
  // «…، والصومالي حسن شيخ محمود»
  if (before.has(kNisba) && before.form.starts_with("وال") && before.has_clitic()) return true;
  return before.has(kVerb | kHead | kStrongTitle | kWeakTitle) || in.last_name_end == i ||
         (is_comma(before) && in.last_name_end + 1 == i) ||
         (head_before(in, i) && (is_post_complete(in, i) || in.words[i].is(NameClass::kGiven)));
}

/// «عبدالرحيم سليلي ،»: an almost unseen word behind a sure given name, or behind one that a title
/// or another name vouches for: «وسامر معوضة ،».
bool has_rare_surname(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kVerySure = 60;  // percent
  constexpr std::uint8_t kVouched = 25;
  constexpr std::uint32_t kHardlySeen = 20;
  constexpr std::uint32_t kUnseen = 5;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  if (!is_boundary(in.words[i + 2])) return false;
  if (is_southern(next)) return true;
  const bool may_be = is_rare_plain(next) || (next.ends_in_marbuta && is_rare_bare(next));
  if (!may_be || next.has_clitic() || next.count >= kHardlySeen) return false;
  const std::uint8_t share = word.info.given_share;
  const bool is_vouched = share >= kVouched && !word.has(kHead) &&
                          (stands_as_name(in, i) || (next.has(kUnrelated) && next.count < kUnseen));
  return share >= kVerySure || is_vouched;
}

/// «ضيدان مبارك ،»: two given names that are words elsewhere, both rare.
bool is_rare_pair(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kRare = 300;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  return word.is(NameClass::kRareGiven) && is_given(next) && !word.form.ends_with("ه") &&
         word.count < kRare && next.count < kRare && is_boundary(in.words[i + 2]);
}

/// Whether the word behind given name `i` may be the second of a name.
bool may_go_on(const NameContext& in, std::size_t i) {
  const NameWord& next = in.words[i + 1];
  const NameWord& third = in.words[i + 2];
  if (is_given(next) || is_family_like(next) || next.has(kConnector) || next.form == "الدين" ||
      next.form == "الله") {
    return true;
  }
  if (class_in(in.words[i]) != NameClass::kGiven) return false;
  if ((next.form == "الحاج" || next.form == "شيخ") && is_given(third) &&
      is_boundary(in.words[i + 3]))
    return true;
  if (next.form == "اكبر" || next.form == "اصغر") {  // «علي أكبر صالحي»
    return !in.words[i].has_clitic() && third.is_word() && !third.has_article() &&
           !third.is(NameClass::kStop) && is_boundary(in.words[i + 3]);
  }
  if (third.form == "الاسلام" || third.form == "الحق") return true;  // «محمد نظر الإسلام»
  constexpr std::uint32_t kUnseen = 5;                               // «الربيحات»
  return next.has_article() && (!is_plural(next) || next.count < kUnseen) &&
         (is_boundary(third) || is_link(third) || third.is(NameClass::kFamily) ||
          (third.is(NameClass::kArticle) && is_boundary(in.words[i + 3])));
}

/// An ordinary word; not «الحمام» and «الحضري», which stand behind no few names.
bool is_plain(const NameContext& in, const NameWord& word) {
  if (!word.is(NameClass::kOther) || word.has(kConnector)) return false;
  const std::uint32_t after = word.has_article() ? in.words.count_after_names(word) : 0;
  return after < 2 || (after < 5 && after * 6 < word.count) || after * 20 < word.count;
}

/// «فاز سامر عادل بستة أصوات، وحسين الشجار بخمسة»: a comma, «و» and before a rare word with the
/// article.
bool is_listed(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kRare = 150;
  const NameWord& next = in.words[i + 1];
  return i > 0 && in.words[i].is(NameClass::kClitic) && in.words[i].form.starts_with("و") &&
         is_comma(in.words[i - 1]) && next.has_article() && next.count < kRare &&
         !next.form.ends_with("ه") && !is_plural(next) && is_boundary(in.words[i + 2]);
}

/// «صالح الدغاري», «ليلى عمراوي»: word `i` is a listed name, or hardly seen and thus no adjective.
bool is_surely_behind_name(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kUnseen = 5;
  const NameWord& word = in.words[i];
  constexpr std::array<std::string_view, 4> kLetters = {"و", "ب", "ل", "س"};
  const auto begins = [&](std::string_view letter) { return word.form.starts_with(letter); };
  // «صالح سيمنون»: no verb, and no proclitic
  const bool is_foreign = word.is(NameClass::kUnknown) && word.has(kUnrelated) &&
                          !word.begins_with_hamza && std::ranges::none_of(kLetters, begins) &&
                          is_boundary(in.words[i + 1]);
  const bool is_unseen = word.count < kUnseen && (word.has_article() || is_foreign);
  return is_unseen || word.is(NameClass::kFamily) || word.is(NameClass::kGiven) ||
         word.has(kForeignName) || is_father(word) ||
         (word.form == "ولد" && word.has(kConnector) && is_given(in.words[i + 1])) ||
         (word.form == "ال" && is_family_like(in.words[i + 1]));
}

/// «تمت الصلاة علي الفقيد»: the preposition, with dots.
bool is_ali_for_on(const NameContext& in, std::size_t i) {
  const NameWord& next = in.words[i + 1];
  return in.words[i].form == "علي" && is_plain(in, next) && next.has_article() &&
         !stands_as_name(in, i) && in.words.count_after_names(next) == 0;
}

/// «جميل الخطيب»: the first may be a surname too.
bool is_family_pair(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kSure = 30;  // percent
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  return word.is(NameClass::kFamily) && next.is(NameClass::kFamily) && !word.has_article() &&
         next.has_article() && is_boundary(in.words[i + 2]) && !word.has(~kShapeFlags) &&
         in.lexicon.look_up(word.form).family_share >= kSure &&
         in.lexicon.look_up(next.form).family_share >= kSure;
}

/// «وتأليف خلف الخالدي.», «كامل عبدالجليل مساء»: a word that is a first name too, before what is
/// hardly anything but a name.
bool is_sure_surname(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kSure = 50;  // percent
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  constexpr std::uint32_t kFrequent = 300;  // «سلامة», «حياة»
  if (is_sure_foreign(next) && in.words[i + 2].has(kHead) && i > 0 &&
      is_comma(in.words[i - 1])) {  // «، وأمير أوحانا رئيس …»
    return true;
  }
  const NameWord& third = in.words[i + 2];
  // «هدى المطيري الفائزة»
  const bool ends = is_boundary(third) || (third.has_article() && third.has(kInflected));
  if (word.has(kVerb | kHead | kStopWord) || word.form.starts_with("ي") || !ends) return false;
  if (next.is(NameClass::kFamily)) {
    const bool may_be = word.count < kFrequent || i == 0 || !in.words[i - 1].is_word();
    return may_be && next.has_article() && !next.has(kNisba | kHead) &&
           in.lexicon.look_up(next.form).family_share >= kSure;
  }
  return next.is(NameClass::kGiven) && next.form.starts_with("عبد") && next.form.size() > 8;
}

/// «وحافظ | حمد سعيد العتيبي على المركز الثاني»: he kept it.
bool keeps_place(const NameContext& in, const NameSpan& name) {
  return in.words[name.name.begin].form == "وحافظ" && in.words[name.name.end].form == "علي";
}

}  // namespace

std::optional<NameSpan> name_with_bin(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  // «ضيف الله بن عايد», «نور الدين بن عادل»
  const std::string_view second = in.words[i + 1].form;
  const bool is_compound = (second == "الله" && word.has(kCompoundAllah)) ||
                           (second == "الدين" && word.has(kCompoundDin));
  if (is_compound && is_link(in.words[i + 2]) && !word.has_clitic())
    return name_from(in, i, 4, true);
  if (!is_link(in.words[i + 1]) || !in.words[i + 2].is_word() ||
      in.words[i + 2].is(NameClass::kStop)) {
    return std::nullopt;
  }
  if (word.has(kConnector | kEponymHead | kVerb | kKin | kBody) && !is_given(word)) {
    return std::nullopt;
  }
  // «تصريحات بن لادن», «شيخ الإسلام بن تيمية»
  constexpr std::uint32_t kFrequent = 1000;
  const bool is_ordinary = word.is(NameClass::kOther) && !word.has_clitic() &&
                           (word.has(kVerbShape) || word.count >= kFrequent || is_plural(word));
  if (is_ordinary) return std::nullopt;
  std::optional<NameSpan> name = name_from(in, i, 3, true);
  if (name && word.has_clitic()) name->drops_clitic = true;
  return name;
}

std::optional<NameSpan> name_by_given(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  if (!starts_given(word) || !next.is_word() || word.has(kTimeWord | kEponymHead | kFormula))
    return std::nullopt;
  if (word.has(kHead) && (next.has(kCountry) || next.has(kBody))) return std::nullopt;
  // «ومساعد المخرج كان …»: his post
  if (word.has(kHead) && next.has(kWeakTitle) && next.has(kHead) && !is_title_surname(in, i))
    return std::nullopt;
  if (word.form.ends_with("زين") && next.form == "العابدين") return name_from(in, i, 2, true);
  if (is_no_name(in, word, next)) return std::nullopt;
  // «أخذ رأيه لفضلهم»: no «راية»
  const bool is_possessed = word.is(NameClass::kRareGiven) && word.form.ends_with("ه") &&
                            !word.ends_in_marbuta && next.is(NameClass::kUnknown);
  if (is_possessed) return std::nullopt;
  const bool is_common = class_in(word) == NameClass::kGiven;
  constexpr std::uint8_t kNameable = 40;
  const bool is_national = is_common && word.info.given_share >= kNameable && next.has(kNisba) &&
                           next.has_article() && !is_plural(next) && is_boundary(in.words[i + 2]);
  if (is_national) return NameSpan{{i, i}, {i, i + 2}, drops_clitic(in, i), false};
  if (is_rare_pair(in, i)) return name_from(in, i, 2, false);
  const bool has_surname =
      is_common && (has_rare_surname(in, i) || is_title_surname(in, i) || names_holder(in, i));
  if (has_surname) return name_from(in, i, 2, true);
  if (is_common && has_verb_surname(in, i)) return NameSpan{{i, i}, {i, i + 2}, false, true};
  if (next.has_clitic() || !may_go_on(in, i) || is_ali_for_on(in, i)) return std::nullopt;
  constexpr std::uint8_t kSure = 35;  // percent
  constexpr std::uint8_t kVerySure = 60;
  constexpr std::uint8_t kListed = 25;
  if (!is_common && is_sure_surname(in, i)) return name_from(in, i, 2, false);
  const std::uint8_t sure = is_plain(in, next) ? (is_listed(in, i) ? kListed : kVerySure) : kSure;
  const bool is_sure =
      is_common && (word.info.given_share >= sure || is_surely_behind_name(in, i + 1));
  if (!is_sure && !stands_as_name(in, i)) return std::nullopt;
  const std::optional<NameSpan> name = name_from(in, i, 2, false);
  return name && keeps_place(in, *name) ? std::nullopt : name;
}

std::optional<NameSpan> name_by_surname(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kRare = 300;
  const NameWord& word = in.words[i];
  if (is_family_pair(in, i)) return name_from(in, i, 2, false);
  const bool may_open = (word.is(NameClass::kUnknown) || word.is(NameClass::kAfterName)) &&
                        word.has(kUnrelated) && !word.has_article() && word.count < kRare &&
                        !word.has(~(kShapeFlags | kForeignName | kForeignGiven)) &&
                        !word.form.starts_with("و") && !word.form.ends_with("ه");
  if (!may_open || !is_boundary(in.words[i + 2])) return std::nullopt;
  const NameWord& before = i > 0 ? in.words[i - 1] : in.words[in.words.size()];
  const bool is_part = before.has(kEponymHead | kBody) || before.is(NameClass::kUnknown);
  const NameWord& next = in.words[i + 1];
  if (is_part || is_no_name(in, word, next) ||
      !(next.has(kForeignName) || is_arabic_surname(in, word, next))) {
    return std::nullopt;
  }
  return name_from(in, i, 2, false);
}

std::optional<NameSpan> name_by_son(const NameContext& in, std::size_t i) {
  const NameWord& son = in.words[i + 1];
  if (!is_father(in.words[i]) || is_no_name(in, in.words[i], son)) return std::nullopt;
  const bool is_son = is_given(son) || (son.has_article() && is_name_word(son));
  const NameWord& surname = in.words[i + 2];
  // «أبو يحيى الحوثي لقي»
  const bool is_tribe = is_given(son) && surname.has_article() && surname.form.ends_with("ي") &&
                        in.words.count_after_names(surname) > 0 && is_boundary(in.words[i + 3]);
  const bool is_named = surname.is(NameClass::kFamily) || is_given(surname) || is_tribe ||
                        (surname.is(NameClass::kArticle) && !is_plural(surname));
  const bool is_said =
      i > 0 && in.words[i - 1].has(kSpeechVerb) && is_given(son) && is_boundary(surname);
  if (is_said) return name_from(in, i, 2, true);
  if (!is_son || !is_named) return std::nullopt;
  std::optional<NameSpan> name = name_from(in, i, 3, true);
  if (name) name->drops_clitic = in.words[i].has_clitic();
  return name;
}

std::optional<NameSpan> foreign_name(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  if (!word.has(kForeignGiven) || !next.is_word()) return std::nullopt;
  if (next.has_article()) {  // «وزير الطاقة اللبناني جو الصدي، …»
    constexpr std::uint32_t kRare = 150;
    const bool is_surname = next.count < kRare && !is_plural(next) && is_family_like(next) &&
                            is_boundary(in.words[i + 2]) && !word.has_clitic() &&
                            head_before(in, i) && is_post_complete(in, i);
    return is_surname ? std::optional(NameSpan{{i, i}, {i, i + 2}, false, false}) : std::nullopt;
  }
  // «جون كواتس ،», «تشاك بليزر»: a surname that looks like a proclitic and a word
  constexpr std::uint32_t kHardlySeen = 20;
  if (next.has_clitic()) {
    const bool may_be =
        next.form.starts_with("ب") || next.form.starts_with("ك") || next.form.starts_with("ف");
    const bool is_surname = may_be && !word.has_clitic() && next.count < kHardlySeen &&
                            is_boundary(in.words[i + 2]) && !next.form.starts_with("بال") &&
                            !next.form.starts_with("كال") && !next.has(~kShapeFlags) &&
                            !looks_inflected(next);
    return is_surname ? name_from(in, i, 2, true) : std::nullopt;
  }
  const NameWord& third = in.words[i + 2];
  constexpr std::size_t kOneLetter = 2;  // bytes
  const bool is_letter = next.form.size() == kOneLetter || next.has(kParticle);
  if (third.form == "." && is_letter) {  // «جون ف. كيري», «روبرت إم. فريكر»
    return name_from(in, i, 3, false);
  }
  const bool has_particle =
      next.has(kParticle) && (third.is(NameClass::kUnknown) || is_rare_bare(third));
  const bool is_known = is_known_surname(next) && is_boundary(third);
  const bool goes_on = has_particle || is_known || next.is(NameClass::kUnknown) ||
                       next.is(NameClass::kAfterName) || next.is(NameClass::kFamily) ||
                       is_given(next) || is_rare_bare(next);
  return goes_on ? name_from(in, i, 2, false) : std::nullopt;
}

}  // namespace bayan::entity
