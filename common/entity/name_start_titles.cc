#include "common/entity/name_start.h"

// Names behind titles: «معالي الدكتور خالد …».
namespace bayan::entity {
namespace {

/// «الأستاذ المشارك», «الملك الشاب»: an adjective of the title, unless a man is named so
/// elsewhere.
bool may_be_adjective(const NameWord& word) {
  constexpr std::uint32_t kSeen = 30;
  return word.has_article() && word.count >= kSeen &&
         (word.is(NameClass::kOther) || word.is(NameClass::kArticle));
}

/// «سماحة الإسلام», «أصحاب السمو الأمراء»: behind an honorific that is a quality too, a word with
/// the article is no name by its looks alone.
bool is_abstract(const NameContext& in, std::size_t i, std::size_t begin) {
  constexpr std::uint32_t kHardlySeen = 20;
  const NameWord& word = in.words[begin];
  const bool is_plural_title = in.words[i].form.ends_with("اصحاب");
  if (is_plural_title && !is_given(word) && !word.is(NameClass::kFamily)) return true;
  return in.words[begin - 1].has(kOuterTitle) && !in.words[begin - 1].has(kModifier) &&
         word.has_article() && word.count >= kHardlySeen && !is_link(in.words[begin + 1]) &&
         (word.is(NameClass::kOther) || word.is(NameClass::kArticle));
}

/// «الرئيس ترامب», but not «الفريق السعودي».
bool is_lone_after_weak(const NameContext& in, std::size_t i, std::size_t begin) {
  const std::string_view title = in.words[begin - 1].form;
  const bool may_stand = title.ends_with("الرييس") || title.ends_with("الوزير") ||
                         title.ends_with("السفير") || title.ends_with("النايب");
  const NameClass c = in.words[begin].info.name_class;
  if (is_surname_of(in.words[begin - 1], in.words[begin], in.words[begin + 1])) return true;
  return i < begin && may_stand &&
         (c == NameClass::kFamily || c == NameClass::kUnknown || c == NameClass::kGiven) &&
         is_boundary(in.words[begin + 1]);
}

/// «السيناتور الديمقراطي بوب», «المهندس الزراعي حسين محمود»: the name begins behind it.
bool is_adjective_of_title(const NameWord& word, const NameWord& next) {
  const bool is_foreign = next.is(NameClass::kUnknown) && !next.has(kConnector);
  return word.has_article() && !next.has_article() &&
         (next.is(NameClass::kGiven) || next.has(kForeignGiven) || is_foreign) && !is_link(next);
}

/// «النائبة عالية نصيف»: a title of one person, and a surname behind the word. «الفريق» and
/// «الرائد» are clubs as well.
bool is_before_surname(const NameContext& in, std::size_t begin) {
  constexpr std::uint8_t kSure = 40;
  constexpr std::uint32_t kFrequent = 2000;
  constexpr std::uint32_t kHardlySeen = 20;
  const NameWord& title = in.words[begin - 1];
  const NameWord& word = in.words[begin];
  const NameWord& next = in.words[begin + 1];
  const bool is_club = title.form.ends_with("الفريق") || title.form.ends_with("الرايد");
  if (is_club || word.has(~kShapeFlags) || word.has_article()) return false;
  if (next.is(NameClass::kGiven)) {  // «العميد عيدروس قاسم»
    return word.has(kUnrelated) && word.count < kHardlySeen && next.info.given_share >= kSure;
  }
  return next.is(NameClass::kFamily) && word.count < kFrequent &&
         in.lexicon.look_up(next.form).family_share >= kSure;
}

/// «الطالبة شوق أحمد الضاري»: a title of one person, a word, a first name and a surname.
bool is_before_two_names(const NameContext& in, std::size_t begin) {
  constexpr std::uint32_t kRare = 300;
  constexpr std::uint8_t kSure = 40;  // percent
  const NameWord& title = in.words[begin - 1];
  const NameWord& word = in.words[begin];
  const NameWord& next = in.words[begin + 1];
  const NameWord& third = in.words[begin + 2];
  const bool is_club = title.form.ends_with("الفريق") || title.form.ends_with("الرايد");
  return !is_club && title.has_article() && !word.has_article() && !word.has_clitic() &&
         !word.has(~kShapeFlags) && word.count < kRare && !looks_inflected(word) &&
         next.is(NameClass::kGiven) && next.info.given_share >= kSure && third.has_article() &&
         is_family_like(third);
}

/// «السفير المنهل الصافي»: hardly a word, before a surname, both with the article.
bool is_rare_before_surname(const NameContext& in, std::size_t begin) {
  constexpr std::uint32_t kUnseen = 5;
  constexpr std::uint8_t kSure = 30;  // percent
  const NameWord& word = in.words[begin];
  const NameWord& next = in.words[begin + 1];
  return word.has_article() && word.count < kUnseen && !word.has(~kShapeFlags) &&
         !is_plural(word) && next.is(NameClass::kFamily) && next.has_article() &&
         in.lexicon.look_up(next.form).family_share >= kSure;
}

bool may_follow(const NameContext& in, const TitleRun& run, std::size_t i, std::size_t begin) {
  const NameWord& word = in.words[begin];
  const NameWord& next = in.words[begin + 1];
  const bool has_name_next = is_name_word(next) || next.has(kConnector);
  if (is_given(word)) return run.is_strong || word.is(NameClass::kGiven) || has_name_next;
  if (word.has(kConnector)) return run.is_strong;
  if (is_abstract(in, i, begin)) return false;
  if (word.is(NameClass::kOther)) {
    if (!run.is_strong) {
      if (is_before_two_names(in, begin)) return true;
      if (!is_boundary(in.words[begin + 2])) return false;
      if (is_rare_before_surname(in, begin)) return true;
      return (is_rare_plain(word) && next.is(NameClass::kUnknown)) || is_before_surname(in, begin);
    }
    if (is_adjective_of_title(word, next)) return false;
    const std::size_t third = is_rare_plain(in.words[begin + 2]) ? begin + 3 : begin + 2;
    if (is_rare_plain(word) && is_rare_plain(next) && is_boundary(in.words[third])) return true;
    return has_name_next ||
           (word.has_article() && is_boundary(next) && word.count < 2000 && !is_plural(word) &&
            !next.has(kStrongTitle | kOuterTitle | kWeakTitle));
  }
  // «المضمر الفائز جابر …»: the name begins behind the adjective
  if (!run.is_strong && word.is(NameClass::kArticle) && next.is(NameClass::kGiven)) return false;
  if (run.is_strong || has_name_next) return true;
  if (word.is(NameClass::kUnknown) && is_rare_bare(next)) return true;
  return is_lone_after_weak(in, i, begin);
}

/// «الدكتور التركي أن»: a nationality too, if the statement names a man so.
bool is_nisba_surname(const NameContext& in, std::size_t i) {
  const std::string_view title = in.words[i - 1].form;
  return (title.ends_with("الدكتور") || title.ends_with("المهندس") || title.ends_with("الاستاذ")) &&
         in.words[i].has_article() && is_boundary(in.words[i + 1]);
}

/// «الرئيس الأمريكي دونالد ترامب».
std::optional<NameSpan> behind_nisba(const NameContext& in, std::size_t i, std::size_t begin) {
  const NameWord& word = in.words[begin + 1];
  if (!in.words[begin].has(kNisba) || !in.words[i].has(kHead)) return std::nullopt;
  if (!is_name_word(word) || word.has_article()) return std::nullopt;
  if (in.words[begin].has_article() && is_surname_of(in.words[i], word, in.words[begin + 2])) {
    return NameSpan{{i, begin + 1}, {begin + 1, begin + 2}, false, false};
  }
  return name_from(in, begin + 1, 2, false);
}

/// «السيد تشن وي تشينغ», «السيد كواسي كوفي»: no Arabic name and hardly another word.
bool may_be_foreign(const NameWord& word) {
  constexpr std::uint32_t kRare = 200;
  constexpr std::uint32_t kHardlySeen = 10;
  if (word.has(kForeignName | kForeignGiven)) return true;
  if (!word.has(kUnrelated) || word.has(~(kShapeFlags | kParticle))) {
    return word.has_clitic() && word.form.starts_with("ك") && word.count < kHardlySeen &&
           !word.has(~kShapeFlags) && !looks_inflected(word);
  }
  return word.is(NameClass::kUnknown) || (word.is(NameClass::kOther) && word.count < kRare);
}

/// «السيد بكاري ياو سانجاري وزير»: what looks like «by» or «for» and a word.
bool begins_with_letter(const NameWord& word, const NameWord& next) {
  constexpr std::uint32_t kHardlySeen = 10;
  return word.has_clitic() && word.info.proclitic == Proclitic::kOther &&
         word.count < kHardlySeen && !word.has(~kShapeFlags) && !looks_inflected(word) &&
         !word.form.starts_with("لل") && !word.form.starts_with("بال") &&
         next.is(NameClass::kUnknown) && next.has(kUnrelated);
}

/// «السيد دبيش راي سفير نيبال»: what a word between a title and a post may be, whatever it looks
/// like. `is_foreign`: the name's first word is.
bool may_stand_before_post(const NameWord& word, bool is_foreign) {
  constexpr std::uint32_t kFrequent = 2000;
  constexpr std::uint32_t kSeen = 400;
  constexpr std::uint32_t kHardlySeen = 20;
  if (!word.is_word() || word.has_article() || word.form.starts_with("لل")) return false;
  if (is_given(word) || word.is(NameClass::kFamily) || word.has(kForeignName | kForeignGiven)) {
    return !word.has(kHead);
  }
  constexpr std::uint32_t kNever = kStrongTitle | kOuterTitle | kWeakTitle | kFormula | kHead |
                                   kBody | kEponymHead | kCountry | kNisba | kKin | kTimeWord;
  if (word.has(kNever) || (looks_inflected(word) && !word.is(NameClass::kUnknown))) return false;
  if (word.is(NameClass::kStop)) return false;
  if (word.has_clitic()) {
    return is_foreign && word.count < kHardlySeen && word.info.proclitic == Proclitic::kOther;
  }
  return is_foreign ? word.count < kFrequent : !word.has(kVerb | kConnector) && word.count < kSeen;
}

/// «لي يونغ هو سفير»: no «he».
bool is_syllable(const PersonWords& words, std::size_t begin, std::size_t i) {
  constexpr std::size_t kSyllableBytes = 8;
  const NameWord& next = words[i + 1];
  return words[i].form == "هو" && i == begin + 2 && words[begin].form.size() <= kSyllableBytes &&
         words[begin + 1].form.size() <= kSyllableBytes && (next.has(kHead) || is_comma(next));
}

/// Where a name of two to four words from `begin` on ends that a post or a comma follows; `begin`
/// where it is none.
std::size_t end_before_post(const NameContext& in, std::size_t begin) {
  constexpr std::size_t kMostWords = 4;
  const NameWord& first = in.words[begin];
  const bool is_foreign = may_be_foreign(first) || begins_with_letter(first, in.words[begin + 1]);
  if (!is_foreign && !first.is(NameClass::kGiven)) return begin;
  std::size_t end = begin;
  while (end < begin + kMostWords &&
         (may_stand_before_post(in.words[end], is_foreign) || is_syllable(in.words, begin, end))) {
    ++end;
  }
  if (end < begin + 2) return begin;
  const NameWord& last = in.words[end - 1];
  if (!is_foreign && !is_given(last) && !last.is(NameClass::kFamily)) return begin;
  const NameWord& next = in.words[end];
  const NameWord& after = in.words[end + 1];
  const NameWord& post = is_comma(next) ? after : next;
  const bool is_post =
      (post.has(kHead) && !post.has_clitic()) || (next.form == "القايمه" && after.has_clitic());
  return is_post || (is_foreign && is_comma(next)) ? end : begin;
}

std::optional<NameSpan> grown_behind_titles(const NameContext& in, std::size_t i,
                                            const TitleRun& run) {
  std::size_t begin = run.end;
  if (is_opening_mark(in.words[begin])) ++begin;
  const NameWord& word = in.words[begin];
  const NameWord& next = in.words[begin + 1];
  // «الدكتور أمر الله البساطي»
  const bool is_compound = run.is_strong && word.has(kCompoundAllah) && next.form == "الله" &&
                           is_name_word(in.words[begin + 2]);
  if (!word.is_word() || (word.is(NameClass::kStop) && !is_compound) || word.has_clitic() ||
      word.has(kOrdinal)) {
    return std::nullopt;
  }
  if (word.has(kCountry | kNisba) && !is_given(word) && !is_link(next)) {
    return is_nisba_surname(in, begin) ? reference_at(begin) : behind_nisba(in, i, begin);
  }
  if (word.has(kHead | kTimeWord | kVerb | kFormula) && !is_given(word) && !is_link(next) &&
      !is_compound) {
    return std::nullopt;
  }
  if (word.has(kHead) && is_given(word) && (!is_name_word(next) || next.has(kCountry | kBody)) &&
      !next.has(kConnector) && next.is_word() && !next.is(NameClass::kStop)) {
    return std::nullopt;  // «سمو أمير منطقة»
  }
  if (is_no_name(in, in.words[begin - 1], word) || is_no_name(in, word, next) ||
      (!is_compound && !may_follow(in, run, i, begin))) {
    return std::nullopt;
  }
  // «الإمبراطور المغولي أكبر»
  if (word.has_article() && in.words[begin - 1].form.ends_with("مبراطور")) return std::nullopt;
  // «السفير سيرغيلين بوريف»: what looks like a proclitic is his surname's own.
  const bool is_foreign =
      is_sure_foreign(word) && next.has_clitic() && in.words[begin + 2].has(kHead);
  const bool is_vouched = run.is_strong || word.is(NameClass::kGiven) || is_foreign;
  const std::size_t end = grow_name(in.words, begin, is_vouched);
  if (end == begin) return std::nullopt;
  if (!run.is_strong && end - begin < 2 && !is_lone_after_weak(in, i, begin)) return std::nullopt;
  NameSpan name{{i, run.end}, {begin, end}, false, run.is_strong};
  name.is_reference = end - begin == 1 && may_be_adjective(word);
  return name;
}

}  // namespace

std::optional<NameSpan> name_behind_titles(const NameContext& in, std::size_t i,
                                           const TitleRun& run) {
  std::optional<NameSpan> name = grown_behind_titles(in, i, run);
  if (!run.is_strong) return name;
  const std::size_t end = end_before_post(in, run.end);
  if (end <= (name ? name->name.end : run.end)) return name;
  return NameSpan{{i, run.end}, {run.end, end}, false, true};
}

}  // namespace bayan::entity
