#include <algorithm>
#include <array>

#include "common/entity/name_start.h"

// Names told by what stands before or behind: a post, a nationality, a verb of saying, another
// name.
namespace bayan::entity {
namespace {

/// «أكان راكمتولن», «دينو سيدي»: one is surely no Arabic word, the other may be none.
bool may_be_foreign_pair(const NameWord& first, const NameWord& second) {
  const auto may_be = [](const NameWord& word) {
    return (word.is(NameClass::kUnknown) || is_rare_plain(word)) && !word.has_clitic();
  };
  return may_be(first) && may_be(second) && (is_sure_foreign(first) || is_sure_foreign(second));
}

/// «سفير الدنمارك أولي فريس مادسين»: an Arabic word before two that are none.
bool is_masked_foreign(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  return word.is(NameClass::kOther) && !word.has(~kShapeFlags) && !word.has_article() &&
         is_sure_foreign(in.words[i + 2]) && is_boundary(in.words[i + 3]) && next.has(kUnrelated) &&
         next.count == 0 && !next.has_article() && !next.has_clitic();
}

/// «لدى المملكة |», «سفير بنجلاديش الشعبية |».
bool ends_land(const NameContext& in, std::size_t i) {
  constexpr std::array<std::string_view, 7> kLands = {"المملكه",   "البلاد",  "السلطنه", "الدوله",
                                                      "الجمهوريه", "افريقيا", "العاج"};
  constexpr std::array<std::string_view, 7> kAdjectives = {
      "الشعبيه", "الاسلاميه", "الاتحاديه", "الهاشميه", "المتحده", "الصديقه", "الشقيقه"};
  const std::string_view before = in.words[i - 1].form;
  if (is_one_of(before, kLands)) return true;
  const bool is_described = i > 1 && (in.words[i - 2].has(kCountry) || before == "المتحده");
  return is_described && is_one_of(before, kAdjectives);
}

/// Behind a country any rare word may begin a name, behind another noun it must look like one.
bool may_begin_behind_post(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kRare = 60;
  constexpr std::uint32_t kHardlySeen = 20;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  if (word.has_clitic() || !next.is_word()) return false;
  if (is_given(word) || word.has(kForeignGiven)) return true;
  if (in.words[i - 1].has(kCountry) && is_masked_foreign(in, i)) return true;
  // «وزير خارجية كازاخستان، أكان راكمتولن، نائب …»
  if (is_comma(in.words[i - 1])) {
    return i > 1 && in.words[i - 2].has(kCountry) && !word.form.starts_with("و") &&
           may_be_foreign_pair(word, next);
  }
  if (in.words[i - 1].has(kCountry) || ends_land(in, i)) {
    return word.is(NameClass::kUnknown) || (word.count < kRare && is_rare_plain(word));
  }
  // «وزير الدفاع الإيطالي جامبو لودي باولا»
  if (in.words[i - 1].has(kNisba) && is_sure_foreign(word)) {
    return next.is(NameClass::kUnknown) || next.count == 0;
  }
  if (word.is(NameClass::kFamily)) return is_rare_plain(next) && next.count < kHardlySeen;
  const bool is_surname =
      next.is(NameClass::kFamily) || (next.is(NameClass::kArticle) && next.count < kHardlySeen);
  return is_rare_plain(word) && word.count < kHardlySeen && is_surname;
}

/// «بنيامين نتنياهو | الاتفاق مع إيران», «سامر عادل | الجديد».
bool is_frequent_noun(const NameWord& word) {
  constexpr std::uint32_t kFrequent = 1000;
  return word.has_article() && word.count >= kFrequent && !word.form.ends_with("ي") &&
         !word.is(NameClass::kFamily) && !is_given(word);
}

/// Behind a name: «وسامر القرون،», «وروعة الأشجعي،».
bool is_listed_pair(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kSure = 30;  // percent
  constexpr std::uint32_t kRare = 30;
  constexpr std::uint32_t kFrequent = 300;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  const NameWord& third = in.words[i + 2];
  const bool ends = !third.is_word() || third.form.starts_with("و") || third.is(NameClass::kStop);
  if (!word.form.starts_with("و") || !next.has_article() || !ends) return false;
  if (word.is(NameClass::kClitic) && word.info.base == NameClass::kGiven) {
    return word.info.given_share >= kSure && next.is(NameClass::kOther) &&
           !next.has(~kShapeFlags) && next.count < kFrequent && !third.is(NameClass::kStop) &&
           word.form != "وعلي";
  }
  return word.is(NameClass::kOther) && !word.has(~kShapeFlags) && word.count < kRare &&
         (word.ends_in_marbuta || !word.form.ends_with("ه")) && next.is(NameClass::kFamily) &&
         in.lexicon.look_up(next.form).family_share >= kSure;
}

bool ends_post_name(const NameWord& word) {
  return !word.is_word() || word.is(NameClass::kStop) || word.has(kHead | kFormula | kTimeWord) ||
         (word.has_clitic() && word.form.starts_with("و")) || word.has(kVerb) ||
         word.has(kStrongTitle);
}

/// «جيرت», «كوتر»: rare or a name; a letter that looks like a proclitic may be the name's own.
bool may_stand_behind_post(const NameWord& word, bool is_later, bool is_foreign) {
  constexpr std::uint32_t kRare = 400;
  constexpr std::uint32_t kHardlySeen = 20;
  if (!word.is_word()) return false;
  if (word.is(NameClass::kStop)) return false;
  if (is_given(word) || word.is(NameClass::kFamily)) return true;
  if (word.has(~(kForeignName | kForeignGiven | kParticle | kShapeFlags))) return false;
  // «لدى المملكة كو كولات»
  const bool is_unseen = is_later && word.count == 0 && (word.form.ends_with("ات") || is_foreign);
  if (looks_inflected(word) && !word.is(NameClass::kUnknown) && !is_unseen) return false;
  if (word.has_clitic()) {
    return word.count < kHardlySeen && word.info.proclitic == Proclitic::kOther &&
           !word.form.starts_with("لل") && !word.form.starts_with("بال");
  }
  if (word.has_article()) return is_later && !is_plural(word) && !is_frequent_noun(word);
  return word.count < kRare;
}

/// «رالف فيلي هانسن», «محمد فايل رعدان»: no «so» and a word before another name.
bool is_middle_f(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kHardlySeen = 20;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  return word.form.starts_with("ف") && word.count < kHardlySeen && !word.has(~kShapeFlags) &&
         (next.is(NameClass::kUnknown) || next.is(NameClass::kFamily)) && !next.has_clitic() &&
         is_boundary(in.words[i + 2]);
}

/// «لودوفيك بوي سفير فرنسا», «فلورنس بارلي وزيرة …»: one word is surely no Arabic one, the other
/// hardly seen, and a post follows; «جمهور كبير» is none.
bool is_half_foreign(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kHardlySeen = 20;
  constexpr std::uint32_t kUnseen = 5;
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  const NameWord& head = in.words[i + 2];
  if (head.has_clitic() || head.form.starts_with("كبير")) return false;
  // «ممهورا بإمضاء المخرج»
  if (word.form.ends_with("ا") && next.form.starts_with("ب")) return false;
  if (is_sure_foreign(word)) return is_rare_plain(next) && next.count < kHardlySeen;
  return is_rare_plain(word) && word.count < kUnseen && is_sure_foreign(next);
}

/// «الرئيسان الفرنسي ماكرون والروسي بوتين»: behind a title of two men and a nationality, or behind
/// «و» and the second's.
bool is_one_of_two(const NameContext& in, std::size_t i) {
  if (i < 2) return false;
  const NameWord& title = in.words[i - 2];
  const bool is_first =
      title.has(kWeakTitle) && (title.form.ends_with("ان") || title.form.ends_with("ين"));
  const bool is_second = in.last_name_end == i - 1 && in.words[i - 1].has_clitic() &&
                         in.words[i - 1].form.starts_with("وال");
  return is_first || is_second;
}

}  // namespace

std::optional<NameSpan> name_behind_post(const NameContext& in, std::size_t i) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kMostForeign = 7;  // «ماها راثسافياتيكا ثيبادي خون سوداري»
  if (i == 0 || !(in.words[i - 1].is_word() || is_comma(in.words[i - 1])) ||
      !is_post_complete(in, i) || !may_begin_behind_post(in, i) ||
      is_no_name(in, in.words[i], in.words[i + 1]) || !head_before(in, i)) {
    return std::nullopt;
  }
  std::size_t end = i;
  const bool is_foreign = is_sure_foreign(in.words[i]);
  const std::size_t most = is_foreign ? kMostForeign : kMostWords;
  if (is_masked_foreign(in, i)) return NameSpan{{i, i}, {i, i + 3}, false, true};
  while (end < i + most && (may_stand_behind_post(in.words[end], end > i, is_foreign) ||
                            (end == i + 1 && is_middle_f(in, end)))) {
    if (in.words[end++].has_article()) break;
  }
  if (end > i + 2 && is_participle(in.words[end - 1], in.words[end])) --end;
  const bool ends =
      ends_post_name(in.words[end]) ||
      (end == i + 2 && is_frequent_noun(in.words[end]) && in.words[end].form != "الله");
  if (end < i + 2 || !ends) return std::nullopt;
  return NameSpan{{i, i}, {i, end}, false, true};
}

std::optional<NameSpan> name_of_monarch(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const bool is_name = word.is(NameClass::kUnknown) || word.is(NameClass::kGiven);
  if (!is_name || word.has_clitic() || word.has(kParticle | kBrand)) return std::nullopt;
  if (i > 0 && is_opening_mark(in.words[i - 1])) return std::nullopt;  // a play's name
  if (!head_before(in, i) || !is_post_complete(in, i)) return std::nullopt;
  return NameSpan{{i, i}, {i, i + 2}, false, true};
}

std::optional<NameSpan> name_of_heir(const NameContext& in, std::size_t i) {
  constexpr std::array<std::string_view, 7> kThrones = {"ملك",      "ملكه",      "عهد", "سلطان",
                                                        "امبراطور", "امبراطوره", "عاهل"};
  const NameWord& word = in.words[i];
  if (i < 2 || !in.words[i - 1].has(kCountry) || word.has_clitic() ||
      !(is_sure_foreign(word) || word.has(kForeignGiven)) || !is_boundary(in.words[i + 1])) {
    return std::nullopt;
  }
  const bool is_throne = is_one_of(in.words[i - 2].form, kThrones);
  return is_throne ? std::optional(NameSpan{{i, i}, {i, i + 1}, false, true}) : std::nullopt;
}

std::optional<NameSpan> name_of_leader(const NameContext& in, std::size_t i) {
  constexpr std::array<std::string_view, 8> kLed = {"بقياده", "باشراف", "برياسه",  "بحضور",
                                                    "برفقه",  "بصحبه",  "بمشاركه", "يتقدمهم"};
  const NameWord& word = in.words[i];
  if (i == 0 || !(is_sure_foreign(word) || word.has(kForeignGiven)) || word.has_clitic()) {
    return std::nullopt;
  }
  std::string_view led = in.words[i - 1].form;
  if (led.starts_with("وب")) led.remove_prefix(2);
  if (!is_one_of(led, kLed)) return std::nullopt;
  const NameWord& next = in.words[i + 1];
  const bool may_close = is_sure_foreign(next) || is_rare_plain(next) || is_known_surname(next);
  if (!may_close) return std::nullopt;
  std::optional<NameSpan> name = name_from(in, i, 2, true);
  return name ? name : NameSpan{{i, i}, {i, i + 2}, false, false};
}

std::optional<NameSpan> name_from_land(const NameContext& in, std::size_t i) {
  if (!is_sure_foreign(in.words[i])) return std::nullopt;
  const std::string_view behind = in.words[i + 2].form;
  const bool is_marked = i == 0 || !in.words[i - 1].is_word();  // «، ساشو بودلسنيك (سلوفينيا)»
  if (behind != "من" && !(behind == "(" && is_marked)) return std::nullopt;
  const bool is_pair = is_sure_foreign(in.words[i + 1]) || in.words[i + 1].has(kForeignGiven);
  if (!is_pair || !in.words[i + 3].has(kState)) return std::nullopt;
  return NameSpan{{i, i}, {i, i + 2}, drops_clitic(in, i), false};
}

std::optional<NameSpan> name_near_post(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  const NameClass c = class_in(word);
  const bool is_bare_nisba = word.has(kNisba) && next.is(NameClass::kUnknown);
  const bool may_open = is_bare_nisba || c == NameClass::kUnknown || c == NameClass::kFamily ||
                        c == NameClass::kAfterName || c == NameClass::kRareGiven;
  const bool may_open_late = word.is(NameClass::kOther) && word.count < 300 &&
                             !word.has_article() && !word.has_clitic() && !word.has(~kShapeFlags);
  if ((!may_open && !may_open_late) || word.has_article()) return std::nullopt;
  // What follows is looked at before what stands around: nearly always it says no.
  const bool is_named = next.is(NameClass::kUnknown) || next.is(NameClass::kFamily) ||
                        next.is(NameClass::kGiven) || next.is(NameClass::kArticle) ||
                        (word.is(NameClass::kUnknown) && is_rare_plain(next));
  if (may_open_late ? !next.is(NameClass::kUnknown) : !is_named && !next.has(kCountry))
    return std::nullopt;
  if (is_no_name(in, word, next)) return std::nullopt;
  const bool has_post = !word.has_clitic() && head_before(in, i) && is_post_complete(in, i);
  const bool is_behind_comma = i > 0 && is_comma(in.words[i - 1]);
  const bool is_vouched = has_post || is_behind_comma || in.words[i + 2].has(kHead);
  if (may_open_late && !is_vouched) return std::nullopt;
  const std::size_t end = grow_name(in.words, i, has_post);
  // «كل من ابسي كامبل بار نائبة رئيس …»
  if (end == i + 2 && is_sure_foreign(word) && is_sure_foreign(next) &&
      is_known_surname(in.words[end]) && in.words[end + 1].has(kHead) &&
      !in.words[end + 1].has_clitic()) {
    return NameSpan{{i, i}, {i, end + 1}, drops_clitic(in, i), false};
  }
  const std::size_t after = is_comma(in.words[end]) ? end + 1 : end;
  const bool has_head = in.words[after].has(kHead) && !in.words[after].has_clitic();
  if (in.words[i + 2].has(kHead) && is_half_foreign(in, i))
    return NameSpan{{i, i}, {i, i + 2}, drops_clitic(in, i), false};
  if (end < i + 2) return std::nullopt;
  if (may_open_late) {
    // «عن كازاخستان، أكان راكمتولن، نائب الوزير»
    const bool is_between_commas =
        has_head && after > end && is_behind_comma && is_sure_foreign(next);
    return (has_post || is_between_commas) && is_boundary(in.words[end]) ? name_from(in, i, 2, true)
                                                                         : std::nullopt;
  }
  const bool is_whole = is_named || (next.has(kCountry) && end == i + 3);
  return is_whole && (has_post || (has_head && !word.has_clitic())) ? name_from(in, i, 2, has_post)
                                                                    : std::nullopt;
}

std::optional<NameSpan> name_behind_nationality(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  if (i == 0 || !in.words[i - 1].has(kNisba) || is_plural(in.words[i - 1])) return std::nullopt;
  if (i > 1 && in.words[i - 1].has_article() && is_surname_of(in.words[i - 2], word, next)) {
    return NameSpan{{i, i}, {i, i + 1}, false, false};
  }
  const bool ends = is_boundary(next) || (next.has_clitic() && next.has(kNisba));
  if (is_sure_foreign(word) && ends && is_one_of_two(in, i)) {
    return NameSpan{{i, i}, {i, i + 1}, false, true};
  }
  if (is_sure_foreign(word) && in.words[i - 1].has_article() && is_boundary(next)) {
    return reference_at(i);
  }
  if (next.form.starts_with("بال") && !next.has(kForeignName)) return std::nullopt;
  const bool is_definite = in.words[i - 1].has_article() || in.words[i - 1].has_clitic();
  const bool may_open = word.is(NameClass::kUnknown) || is_rare_plain(word);
  const bool may_close = next.is(NameClass::kUnknown) || is_rare_plain(next) ||
                         (word.has(kUnrelated) && is_known_surname(next));
  const bool is_foreign = word.is(NameClass::kUnknown) || next.is(NameClass::kUnknown);
  if (!is_definite || !may_open || !may_close || !is_foreign) return std::nullopt;
  const std::optional<NameSpan> name = name_from(in, i, 2, true);
  return name && is_boundary(in.words[name->name.end]) ? name : std::nullopt;
}

std::optional<NameSpan> name_of_speaker(const NameContext& in, std::size_t i) {
  constexpr std::uint8_t kSure = 40;
  const NameWord& word = in.words[i];
  if (i == 0 || !in.words[i - 1].has(kSpeechVerb) || word.has(~kShapeFlags)) return std::nullopt;
  const bool is_surname = word.is(NameClass::kFamily) && word.has_article() &&
                          in.lexicon.look_up(word.form).family_share >= kSure;
  const NameWord& next = in.words[i + 1];
  const bool says = next.form == "ان" || next.form == "بان" || next.form == ":" ||
                    next.form == "الي" || next.form == "انه" || next.form == "انها";
  if (is_surname && says) return NameSpan{{i, i}, {i, i + 1}, false, true};
  if (is_sure_foreign(word) && is_boundary(next)) return reference_at(i);
  return std::nullopt;
}

std::optional<NameSpan> name_behind_verb(const NameContext& in, std::size_t i) {
  constexpr std::uint32_t kHardlySeen = 30;
  constexpr std::uint32_t kUnseen = 5;
  constexpr std::size_t kLeastBytes = 8;
  const NameWord& word = in.words[i];
  if (i == 0 || !word.is(NameClass::kUnknown) || !in.words[i - 1].has(kVerb | kSpeechVerb))
    return std::nullopt;
  const NameWord& verb = in.words[i - 1];
  const NameWord& next = in.words[i + 1];
  // «قال رودريغز شارحا»
  constexpr std::size_t kParticiple = 10;  // bytes
  const bool is_participle = next.form.size() == kParticiple && next.form.ends_with("ا") &&
                             next.form.substr(2).starts_with("ا") && !next.has(kForeignName);
  if (next.form.ends_with("ه") || is_participle) return std::nullopt;
  const bool is_said = verb.has(kSpeechVerb) || (verb.has(kVerb) && (verb.form.ends_with("اعرب") ||
                                                                     verb.form.ends_with("اعربت") ||
                                                                     verb.form.ends_with("اشاد")));
  if (!is_said) return std::nullopt;
  const bool is_foreign = word.has(kUnrelated | kForeignGiven) && word.count < kHardlySeen &&
                          word.form.size() >= kLeastBytes && !word.form.ends_with("ه") &&
                          !word.has(kBrand | kOrdinary | kParticle);
  const bool may_close = (next.is(NameClass::kUnknown) && next.has(kUnrelated)) ||
                         (is_rare_plain(next) && next.count < kUnseen && !next.form.ends_with("ا"));
  const NameWord& third = in.words[i + 2];
  const bool ends = third.is(NameClass::kStop) || third.form == ":" || is_comma(third);
  return is_foreign && may_close && ends ? name_from(in, i, 2, true) : std::nullopt;
}

std::optional<NameSpan> name_of_ruler(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  const NameWord& next = in.words[i + 1];
  // «والمخلوع صالح»
  const bool is_ruled =
      i > 0 && (in.words[i - 1].has(kRule) || in.words[i - 1].form.ends_with("المخلوع"));
  if (!is_ruled || word.has_clitic() || word.has(kCountry | kHead)) {
    return std::nullopt;
  }
  // «نظام عادل» is just; forces are somebody's.
  const std::string_view ruled = in.words[i - 1].form;
  const bool is_quality = ruled.ends_with("نظام") || ruled.ends_with("حكومه");
  const bool is_name = (word.is(NameClass::kGiven) && !is_quality) || is_sure_foreign(word);
  if (!is_name || is_name_word(next) || next.has(kConnector)) return std::nullopt;
  return NameSpan{{i, i}, {i, i + 1}, false, true};
}

std::optional<NameSpan> name_in_list(const NameContext& in, std::size_t i) {
  const bool after_comma = i > 0 && is_comma(in.words[i - 1]) && in.last_name_end + 1 == i;
  const bool has_and = in.words[i].form.starts_with("و");
  if (in.last_name_end == 0 || (!after_comma && !(has_and && in.last_name_end == i))) {
    return std::nullopt;
  }
  // «…، والكويتي الشيخ سامر …»
  if (in.words[i].has(kNisba | kCountry | kOrdinal) && !starts_given(in.words[i]))
    return std::nullopt;
  const NameWord& next = in.words[i + 1];
  constexpr std::uint32_t kUnseen = 3;
  constexpr std::uint32_t kPlainSurname = 1000;
  // «الذي يدعمه أوباما ويراجعه الكونغرس»
  const bool is_verb = has_and && in.words[i].count < 3 && in.words[i].form.ends_with("ه") &&
                       (in.words[i].form.starts_with("وي") || in.words[i].form.starts_with("وت"));
  // «… ونائبها سامر عادل»
  const bool is_possessed = has_and && in.words[i].count < 3 && in.words[i].has(kInflected) &&
                            looks_inflected(in.words[i]);
  if (is_verb || is_possessed) return std::nullopt;
  const bool starts =
      starts_given(in.words[i]) || (has_and && in.words[i].info.base == NameClass::kRareGiven);
  const bool is_given_pair = starts && next.is_word() && !is_boundary(next) && next.count < 3000 &&
                             is_boundary(in.words[i + 2]);
  // «…، وأحمد جلال، ومحمد بدير.»: no «by» or «for» and a word
  constexpr std::uint32_t kHardlySeen = 20;
  constexpr std::uint8_t kSureGiven = 35;  // percent
  if (starts && in.words[i].info.given_share >= kSureGiven && !in.words[i + 2].is_word() &&
      next.has_clitic() && next.info.proclitic == Proclitic::kOther && next.count < kHardlySeen &&
      !next.is(NameClass::kStop) && !next.form.starts_with("بال") && !next.form.starts_with("لل") &&
      !looks_inflected(next)) {
    return NameSpan{{i, i}, {i, i + 2}, in.words[i].has_clitic(), false};
  }
  // «… وطارق حامد وحازم إمام وعمر جابر»: between two names even a head is a surname
  if (has_and && starts && next.is_word() && !next.is(NameClass::kStop) && !next.has_clitic() &&
      in.words[i + 2].is(NameClass::kClitic) && in.words[i + 2].info.base == NameClass::kGiven &&
      in.words[i + 2].form.starts_with("و") && is_boundary(next)) {
    return NameSpan{{i, i}, {i, i + 2}, in.words[i].has_clitic(), false};
  }
  if (in.words[i].has_clitic() || in.words[i].count < kUnseen) {
    if (is_listed_pair(in, i)) return NameSpan{{i, i}, {i, i + 2}, true, false};
  }
  const bool is_pair = is_given_pair || (has_and && starts && is_given(next)) ||
                       ((is_name_word(in.words[i]) || in.words[i].is(NameClass::kClitic) ||
                         (has_and && in.words[i].count < 3)) &&
                        is_name_word(next) && !in.words[i].has_article());
  if (!is_pair) return std::nullopt;
  std::optional<NameSpan> name = name_from(in, i, 2, false);
  if (!name && is_given_pair && after_comma && is_comma(in.words[i + 2]) &&
      next.is(NameClass::kOther) && !next.has(~kShapeFlags) && !looks_inflected(next) &&
      next.count < kPlainSurname) {
    return NameSpan{{i, i}, {i, i + 2}, in.words[i].has_clitic(), false};  // «…، محمد بحر، …»
  }
  if (!name || !is_boundary(in.words[name->name.end])) return std::nullopt;
  // «وشيخة العنيز ووفاء العوهلي»
  const bool is_doubled = in.words[i].form.starts_with("وو") &&
                          in.lexicon.look_up(in.words[i].form.substr(2)).given_share > 0;
  if (has_and && (in.words[i].count < kUnseen || in.words[i].has_clitic() || is_doubled)) {
    name->drops_clitic = true;
  }
  return name;
}

}  // namespace bayan::entity
