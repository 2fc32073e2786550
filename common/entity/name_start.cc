#include "common/entity/name_start.h"

#include <algorithm>
#include <array>

// Where a name starts. Each rule looks at the words from `i` on and either vouches for a name there
// or leaves it to the next rule; the first that finds one wins.
namespace bayan::entity {
namespace {

constexpr std::array kRules = {name_with_bin,  name_behind_post, name_by_given,
                               name_by_son,    foreign_name,     name_behind_nationality,
                               name_near_post, name_of_speaker,  name_of_ruler,
                               name_in_list,   name_by_surname,  name_behind_verb};
/// Of words that look like no Arabic ones alone.
constexpr std::array kForeignRules = {name_of_leader, name_from_land, name_of_heir};

/// «استقبل في مكتبه الدكتور سامر …»: his office, no library; «مؤسسه», «يجسد دوره».
bool is_possessed_place(std::string_view form) {
  return form.ends_with("مكتبه") || form.ends_with("دوره") || form.ends_with("داره") ||
         form.ends_with("موسسه");
}

/// «جامعة الملك سعود»: an institution's head right before makes the name its own.
bool is_eponym(const NameContext& in, std::size_t i) {
  // «ملعب "بوريس …"», «طريق الخليفة علي …»
  // «منطقة ( سلطان بيلي )»
  if (i > 1 && (is_opening_mark(in.words[i - 1]) || in.words[i - 1].form == "(" ||
                in.words[i - 1].form == "الخليفه")) {
    --i;
  }
  if (i == 0 || !in.words[i - 1].has(kEponymHead) || in.words[i - 1].has(kHead)) return false;
  const NameWord& head = in.words[i - 1];
  // «سجله عن طريق سامر عادل», «من بطولة سامر عادل», «يجسد دوره سامر عادل»
  const std::string_view before = i > 1 ? in.words[i - 2].form : std::string_view();
  if ((head.form == "طريق" && before == "عن") || (head.form == "بطوله" && before == "من") ||
      (!head.ends_in_marbuta && is_possessed_place(head.form))) {
    return false;
  }
  // «وعين الدكتور سامر عادل مديرا»
  const bool is_appointed =
      head.has(kVerb) && (in.words[i].has(kStrongTitle | kOuterTitle) ||
                          (in.words[i].is(NameClass::kGiven) && is_name_word(in.words[i + 1])));
  return !is_appointed;
}

/// «شركة « كينزو مارين »»: its name.
bool is_in_quoted_body(const NameContext& in, std::size_t i) {
  return i > 1 && is_opening_mark(in.words[i - 1]) && in.words[i - 1].form != "/" &&
         in.words[i - 2].has(kEponymHead);
}

/// «محافظ بني حسن سامر العتيبي»: a tribe or a place of that name.
bool is_tribe(const NameContext& in, std::size_t i) {
  if (i == 0) return false;
  const std::string_view sons = in.words[i - 1].form;
  return sons == "بني" || sons == "وبني" || sons == "لبني" || sons == "بنو";
}

/// The name in an institution's: «جامعة الملك سعود | عبدالرحمن بن عبيد» is one word long unless
/// بن goes on it.
std::optional<NameSpan> read_eponym(const NameContext& in, const TitleRun& run) {
  const std::size_t end = is_link(in.words[run.end + 1]) || !in.words[run.end - 1].has(kStrongTitle)
                              ? grow_name(in.words, run.end, true)
                              : run.end + 1;
  return NameSpan{{run.end, run.end}, {run.end, std::max(end, run.end + 1)}, false, false, true};
}

std::optional<NameSpan> read(const NameContext& in, std::size_t i) {
  const NameWord& word = in.words[i];
  if (!word.is_word()) return std::nullopt;
  const TitleRun run = read_titles(in.words, i);
  if (run.end > i) {
    // «مبادرة الرئيس الروسي سامر …» is not named after him.
    if (is_eponym(in, i) && !in.words[run.end].has(kNisba)) return read_eponym(in, run);
    if (std::optional<NameSpan> name = name_behind_titles(in, i, run)) return name;
    if (!word.is(NameClass::kGiven) && !is_link(in.words[i + 1])) return std::nullopt;
  }
  if (word.is(NameClass::kStop) || word.form.starts_with("لل")) return std::nullopt;
  if (is_given(word) && is_tribe(in, i)) return NameSpan{{i, i}, {i, i + 1}, false, false, true};
  if (is_eponym(in, i) && (is_given(word) || is_father(word))) {
    const std::size_t end = grow_name(in.words, i, false);
    return NameSpan{{i, i}, {i, std::max(end, i + 1)}, false, false, true};
  }
  if (in.words[i + 1].has(kOrdinal)) {
    if (std::optional<NameSpan> name = name_of_monarch(in, i)) return name;
  }
  const bool is_foreign = word.is(NameClass::kUnknown);
  if (is_foreign && is_in_quoted_body(in, i)) return std::nullopt;
  for (const auto rule : kRules) {
    if (std::optional<NameSpan> name = rule(in, i)) return name;
  }
  if (!is_foreign) return std::nullopt;
  for (const auto rule : kForeignRules) {
    if (std::optional<NameSpan> name = rule(in, i)) return name;
  }
  return std::nullopt;
}

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
  std::optional<NameSpan> name = read({words, lexicon, last_name_end}, i);
  if (name && !name->is_eponym && is_titles_alone(words, name->name)) return std::nullopt;
  return name;
}

}  // namespace bayan::entity
