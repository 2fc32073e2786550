#include "common/entity/person_name_grammar.h"

// Runs of titles before a name:
//
//   صاحب + السمو + الملكي + الأمير | سامر      an outer title opens, others go on, a given name
//   ends رئيس اللجنة الإعلامية | سامر              an adjective of a body opens none
namespace bayan::entity {
namespace {

bool is_given(const NameWord& word) {
  return word.is(NameClass::kGiven) || word.is(NameClass::kRareGiven);
}

/// Whether a title word may open a run: «الملكي» and «السمو» only go on one.
bool opens_titles(const PersonWords& words, std::size_t i) {
  const NameWord& word = words[i];
  const NameWord& next = words[i + 1];
  if (word.has(kTitleLetter)) {
    // «13:27 ت م تغريد» is the agency's last line.
    if (i > 0 && (words[i - 1].kind == WordKind::kDigits || words[i - 1].form == "ت")) return false;
    return next.form == "." || next.form == "/" || (next.is_word() && is_given(next));
  }
  if (!word.has(kStrongTitle | kOuterTitle | kWeakTitle)) return false;
  if (word.form == "الملكي") return false;
  if (i > 0 && word.form == "المكرمه" && words[i - 1].form.ends_with("مكه")) return false;
  // «رئيس اللجنة الإعلامية عبدالعزيز …»: an adjective of the body.
  const bool is_adjective = word.form.ends_with("ي") || word.form.ends_with("يه");
  if (i > 0 && is_adjective && word.has(kWeakTitle) && words[i - 1].has_article() &&
      words[i - 1].has(kBody)) {
    return false;
  }
  if (i > 0 && words[i - 1].form == "ال") return false;  // «آل الشيخ»
  if (word.form == "دوله" || word.form == "الدوله" || word.form == "صاحب" || word.form == "اصحاب") {
    return next.has(kStrongTitle | kOuterTitle | kWeakTitle);
  }
  return true;
}

/// «الأستاذة فضيلة السماك»: behind a woman's title an honorific that is a name too, unless a title
/// goes on.
bool is_her_name(const NameWord& title, const NameWord& word, const NameWord& next) {
  return title.has_article() && title.form.ends_with("ه") && word.has(kOuterTitle) &&
         !next.has(kStrongTitle | kOuterTitle | kWeakTitle);
}

}  // namespace

TitleRun read_titles(const PersonWords& words, std::size_t i) {
  TitleRun run{i, false, words[i].has_clitic()};
  if (!words[i].is_word() || !opens_titles(words, i)) return run;
  constexpr std::size_t kLongestRun = 16;
  while (run.end < words.size() && run.end - i < kLongestRun) {
    const NameWord& word = words[run.end];
    const bool is_title = word.has(kStrongTitle | kOuterTitle | kWeakTitle) ||
                          (run.end > i && word.has(kModifier)) || word.has(kTitleLetter);
    const bool is_mark = run.end > i && (word.form == "." || word.form == "/") &&
                         (words[run.end - 1].has(kTitleLetter) || word.form == "/");
    if (run.end > i && word.is_word() && word.has_clitic()) break;
    if (!is_title && !is_mark) break;
    // «داتو سري سامر»
    const bool goes_on_title =
        word.has(kModifier) && run.end > i && words[run.end - 1].has(kStrongTitle);
    if (run.end > i && is_given(word) && !goes_on_title &&
        (!word.has(kStrongTitle) || is_her_name(words[run.end - 1], word, words[run.end + 1]))) {
      break;
    }
    run.is_strong = run.is_strong || word.has(kStrongTitle) || word.has(kTitleLetter);
    ++run.end;
  }
  return run;
}

}  // namespace bayan::entity
