#include <algorithm>
#include <array>

#include "common/entity/name_start.h"

namespace bayan::entity {

bool is_opening_mark(const NameWord& word) {
  return word.form == "\"" || word.form == "«" || word.form == "“" || word.form == "/";
}
bool is_given(const NameWord& word) {
  return word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven);
}
bool starts_given(const NameWord& word) {
  const NameClass c = class_in(word);
  return c == NameClass::kGiven || c == NameClass::kRareGiven;
}
bool is_father(const NameWord& word) {
  const std::string_view bare = word.has_clitic() ? word.form.substr(2) : word.form;
  return bare == "ابو" || bare == "ابي" || bare == "ابا";
}

bool is_sure_foreign(const NameWord& word) {
  constexpr std::size_t kLeastBytes = 8;
  return word.is(NameClass::kUnknown) && word.has(kUnrelated | kForeignName) &&
         !word.has(kParticle | kBrand | kOrdinary | kForeignGiven) && !word.has_article() &&
         word.form.size() >= kLeastBytes &&
         !(word.form.starts_with("وال") && word.form.ends_with("ي"));  // «والصقعي» is Arabic
}

bool is_surname_of(const NameWord& calling, const NameWord& word, const NameWord& next) {
  // Clubs, ranks and «the rule» as well; whom texts speak of in general.
  constexpr std::array<std::string_view, 10> kOthers = {"الفريق",  "الرايد", "العميد", "المقدم",
                                                        "الحكم",   "الطفل",  "الطالب", "القاري",
                                                        "المواطن", "العمده"};
  if (!calling.has(kWeakTitle) || !calling.has_article() || is_plural(calling) ||
      std::ranges::find(kOthers, calling.form) != kOthers.end()) {
    return false;
  }
  const bool is_article = next.has_article() && next.is(NameClass::kOther);
  const bool ends = is_boundary(next) || is_article || next.has(kOrdinary);
  // «اللاعب وتنتقي له», «المدرب ماطلهم»
  const bool is_joined = word.form.starts_with("و") || word.form.starts_with("لا") ||
                         word.form.ends_with("ه") || word.form.ends_with("هم");
  return is_sure_foreign(word) && !is_joined && word.has(kUnrelated) && ends &&
         !next.has(kForeignName);
}

bool is_no_name(const NameContext& in, const NameWord& word, const NameWord& next) {
  if (in.lexicon.is_no_name(word.form, next.form)) return true;
  const bool may_have_clitic = word.has_clitic() || word.form.starts_with("ل");
  if (may_have_clitic && in.lexicon.is_no_name(word.form.substr(2), next.form)) return true;
  return word.form == "باسم" && !is_given(next) && !next.is(NameClass::kFamily) &&
         !next.has(kConnector);
}

bool head_before(const NameContext& in, std::size_t i) {
  constexpr std::size_t kReach = 14;
  std::size_t breaks = 0;
  for (std::size_t back = 1; back <= std::min(i, kReach); ++back) {
    const std::size_t at = i - back;
    const NameWord& word = in.words[at];
    if (at < in.last_name_end || word.has(kVerb)) return false;
    if (word.has(kHead)) return back > 1 || !word.has(kLoneTitle) || word.has_article();
    if (!word.is_word()) {
      if (!(is_comma(word) || is_opening_mark(word)) || ++breaks > 1) return false;
    } else if (word.is(NameClass::kStop) && back == 1) {
      return false;
    }
  }
  return false;
}

bool is_post_complete(const NameContext& in, std::size_t i) {
  if (i == 0) return false;
  const NameWord& before = in.words[i - 1];
  return !before.is_word() || before.has_article() || before.form.starts_with("لل") ||
         before.has(kCountry | kNisba | kArticleWord) || before.form.starts_with("وال") ||
         before.form.starts_with("بال") ||
         (before.form == "افريقيا" && i > 1 && in.words[i - 2].form == "جنوب");
}

bool drops_clitic(const NameContext& in, std::size_t begin) {
  const NameWord& word = in.words[begin];
  // «السفير كريمي أكرم»: behind a title stands no «as».
  const bool is_titled = begin > 0 && in.words[begin - 1].has(kStrongTitle | kWeakTitle);
  if (is_titled && word.form.starts_with("ك")) return false;
  if (word.is(NameClass::kClitic)) return true;
  constexpr std::size_t kLongBytes = 8;
  const bool is_joined = begin > 0 && (is_comma(in.words[begin - 1]) || in.last_name_end == begin);
  // «سامر العلي وعزان بن قاسم»
  const bool may_be =
      word.is(NameClass::kUnknown) || (word.is(NameClass::kOther) && is_link(in.words[begin + 1]));
  return is_joined && word.count == 0 && !word.has(kForeignName | kForeignGiven) && may_be &&
         word.form.starts_with("و") && word.form.size() > kLongBytes;
}

std::optional<NameSpan> name_from(const NameContext& in, std::size_t begin, std::size_t least,
                                  bool vouched) {
  const std::size_t end = grow_name(in.words, begin, vouched);
  if (end < begin + least) return std::nullopt;
  return NameSpan{{begin, begin}, {begin, end}, drops_clitic(in, begin), vouched};
}

NameSpan reference_at(std::size_t i) {
  NameSpan name{{i, i}, {i, i + 1}, false, false};
  name.is_reference = true;
  return name;
}

}  // namespace bayan::entity
