#include "common/entity/organisation_name.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

using text::kLetterBytes;
constexpr std::size_t kLongestName = 16;
/// «الأمانة العامة | للمجلس الأعلى | لمجلس التعاون»
constexpr int kMostNested = 3;
constexpr std::string_view kArticle = "ال";
constexpr std::uint32_t kHeads = kBodyHead | kDefiniteHead | kNationalHead;

/// «الوطنية»: an adjective that makes a body one of the state.
bool is_state_adjective(std::string_view form) {
  constexpr std::array<std::string_view, 10> kForms = {
      "العام",   "العامه",  "الاعلي",   "العليا",    "الوطني",
      "الوطنيه", "الملكيه", "الاتحادي", "الاتحاديه", "القومي"};
  return is_one_of(form, kForms);
}

/// «الدولية»: an adjective of what belongs to no single state.
bool is_wide_adjective(std::string_view form) {
  constexpr std::array<std::string_view, 16> kForms = {
      "الدولي",   "الدوليه",   "العالمي",  "العالميه",  "العربي",  "العربيه",
      "الاسلامي", "الاسلاميه", "الاوروبي", "الاوروبيه", "الخليجي", "الخليجيه",
      "الافريقي", "الافريقيه", "الاسيوي",  "الاسيويه"};
  return is_one_of(form, kForms);
}

/// «جمهورية» before a country's name.
bool is_style(std::string_view form) {
  constexpr std::array<std::string_view, 4> kStyles = {"جمهوريه", "دوله", "مملكه", "سلطنه"};
  return is_one_of(form, kStyles);
}

/// «إمارة دبي» is a land, «إمارة الباحة» an office.
bool is_emirate(std::string_view form) { return form == "اماره"; }

bool is_presidency(std::string_view form) { return form == "رياسه"; }

/// «السياسة | الخارجية», «وزيرة | الخارجية»: no ministry begins behind these.
bool may_precede_ministry(std::string_view form) {
  constexpr std::array<std::string_view, 7> kEndings = {"وزير",  "وزيره",  "وزيرا", "وزيري",
                                                        "وزراء", "علاقات", "شؤون"};
  return !form.starts_with(kArticle) && !form.starts_with("لل") &&
         std::ranges::none_of(kEndings, [&](std::string_view e) { return form.ends_with(e); });
}

}  // namespace

bool BodyNameReader::is_word(std::size_t i) const {
  return i < field_.words.size() && field_.words[i].kind == WordKind::kLetters &&
         !field_.is_name[i];
}

bool BodyNameReader::is_head(std::string_view form) const {
  return (lexicon_.flags(form) & kHeads) != 0;
}

/// Where no name goes on: prepositions, verbs, words of time, titles, heads of posts.
bool BodyNameReader::is_blocked(std::string_view form) const {
  const WordInfo info = classifier_.info(form);
  constexpr std::uint32_t kAlways = kStopWord | kVerb | kTimeWord | kFormula;
  constexpr std::uint32_t kUnlessTopic =
      kStrongTitle | kOuterTitle | kWeakTitle | kModifier | kHead | kKin | kArticleWord;
  const std::uint32_t flags = lexicon_.flags(form);
  if ((flags & (kTopic | kBodyHead)) != 0) return false;
  if (info.name_class == NameClass::kStop) return true;
  if ((info.flags & kAlways) != 0) return true;
  return (info.flags & kUnlessTopic) != 0 && (flags & (kEponymTitle | kBodyAdjective)) == 0;
}

/// «الوطنية», «العامة»; nouns that look so are listed.
bool BodyNameReader::is_adjective(std::string_view form) const {
  const std::uint32_t flags = lexicon_.flags(form);
  if ((flags & kBodyAdjective) != 0) return true;
  if (!has_article(form) || (flags & (kNoAdjective | kOrgan)) != 0) return false;
  if (!form.ends_with("ي") && !form.ends_with("يه")) return false;
  constexpr std::uint32_t kNot = kTimeWord | kStrongTitle | kWeakTitle | kVerb | kHead | kStopWord;
  return (classifier_.info(form).flags & kNot) == 0;
}

BodyNameReader::CountryMatch BodyNameReader::country_at(std::size_t i) const {
  CountryMatch best;
  if (!is_word(i)) return best;
  const std::size_t longest = countries_.longest_from(form(i));
  std::string key;
  for (std::size_t count = 1; count <= longest && is_word(i + count - 1); ++count) {
    key.append(key.empty() ? "" : " ").append(form(i + count - 1));
    if (const auto* entry = countries_.find(key)) best = {entry, count};
  }
  return best;
}

std::vector<BodyNameReader::First> BodyNameReader::first_forms(const OrganisationLexicon& lexicon,
                                                               std::string_view word) {
  std::vector<First> readings;
  const auto add = [&](std::string_view rest, std::size_t letters, bool merged) {
    std::string whole = merged ? std::string(kArticle) : std::string();
    whole += rest;
    if (const std::uint32_t flags = lexicon.flags(whole); flags != 0) {
      readings.push_back({std::move(whole), flags, letters, merged});
    }
  };
  const auto add_preposition = [&](std::string_view rest, std::size_t letters) {
    if (rest.starts_with("لل")) add(rest.substr(2 * kLetterBytes), letters + 2, true);
    if (rest.starts_with("ب") || rest.starts_with("ل") || rest.starts_with("ك")) {
      add(rest.substr(kLetterBytes), letters + 1, false);
    }
  };
  add(word, 0, false);
  add_preposition(word, 0);
  if (word.starts_with("و") || word.starts_with("ف")) {
    add(word.substr(kLetterBytes), 1, false);
    add_preposition(word.substr(kLetterBytes), 1);
  }
  return readings;
}

/// The head in a definite first word, without its article; empty where it is none.
std::string BodyNameReader::short_head(const OrganisationLexicon& lexicon, const First& first) {
  if (!first.form.starts_with(kArticle)) return {};
  std::string bare = first.form.substr(kArticle.size());
  const bool is_head = (first.flags & kDefiniteHead) != 0 || (lexicon.flags(bare) & kBodyHead) != 0;
  return is_head ? bare : std::string();
}

bool BodyNameReader::may_begin(const OrganisationLexicon& lexicon, std::string_view form) {
  return std::ranges::any_of(first_forms(lexicon, form), [&](const First& first) {
    return (first.flags & (kBeginsKnown | kHeads)) != 0 || !short_head(lexicon, first).empty();
  });
}

/// «أعلنت | أدنوك»: a known body that the persons' rules took for somebody of one word.
bool BodyNameReader::is_lone_name(std::size_t i) const {
  return field_.is_name[i] && (i == 0 || !field_.is_name[i - 1]) &&
         (i + 1 == field_.words.size() || !field_.is_name[i + 1]);
}

bool BodyNameReader::may_begin(std::size_t i) const {
  if (i >= field_.words.size() || field_.words[i].kind != WordKind::kLetters) return false;
  return (field_.words[i].roles & kMayBeginBody) != 0 && (!field_.is_name[i] || is_lone_name(i));
}

BodyNameReader::Reading BodyNameReader::read(std::size_t i) const {
  if (!may_begin(i)) return {};
  const std::vector<First> firsts = first_forms(lexicon_, form(i));
  Reading reading{read(i, firsts, kMostNested), {}};
  if (reading.name || field_.is_name[i]) return reading;
  for (const First& first : firsts) {
    reading.short_head = short_head(lexicon_, first);
    if (!reading.short_head.empty()) break;
  }
  return reading;
}

std::optional<BodyName> BodyNameReader::read(std::size_t i, const std::vector<First>& firsts,
                                             int nested) const {
  std::optional<BodyName> best;
  const auto offer = [&](std::optional<BodyName> name) {
    if (!name || (best && name->end <= best->end)) return;
    // «جامعة الدول العربية | لمراقبة الانتخابات»: a whole name needs no purpose.
    if (best && best->known != nullptr && form(best->end).starts_with("ل")) return;
    best = std::move(name);
  };
  for (const First& first : firsts) {
    if ((first.flags & kBeginsKnown) != 0) offer(known(i, first));
    if ((first.flags & kHeads) != 0 && !field_.is_name[i]) offer(built(i, first, nested));
  }
  return best;
}

std::size_t BodyNameReader::short_end(std::size_t i) const {
  const std::size_t end = adjectives(i + 1);
  if (end == i + 1) return end;
  // «موقع الجامعة | الإلكتروني» is of the other noun.
  const bool is_feminine = form(i).ends_with("ه") || form(i).ends_with("ات");
  const std::string_view adjective = form(i + 1);
  const bool is_womans = adjective.ends_with("ه") || adjective == "العليا" || adjective == "الكبري";
  return is_feminine == is_womans ? end : i + 1;
}

std::optional<BodyName> BodyNameReader::known(std::size_t i, const First& first) const {
  BodyName name{
      i,     0,     0,      first.clitic_letters, first.has_merged_article, first.form, {},
      false, false, nullptr};
  std::string key = first.form;
  for (std::size_t end = i + 1;; ++end) {
    const OrganisationLexicon::Known found = lexicon_.find(key);
    if (found.body != nullptr) {
      name.known = found.body;
      name.end = name.core_end = end;
    }
    if (!found.goes_on || end >= field_.words.size()) break;
    const WordKind kind = field_.words[end].kind;
    if (kind != WordKind::kLetters && kind != WordKind::kDigits) break;
    key.append(1, ' ').append(form(end));
  }
  if (name.known == nullptr) return std::nullopt;
  name.country = name.known->country;
  if (!name.known->is_at_home) {
    // «هيئة كبار العلماء | السعودية»
    const CountryMatch match = country_at(name.end);
    if (match.entry != nullptr && match.entry->code == name.country &&
        match.entry->kind != Kind::kCity && is_adjective(form(name.end))) {
      name.end += match.word_count;
    }
    return name;
  }
  name.is_of_state = true;
  std::size_t end = name.end;
  while (is_word(end) && !country_at(end).entry && is_state_adjective(form(end))) ++end;
  if (const CountryMatch match = country_at(end);
      match.entry != nullptr && match.entry->kind != Kind::kCity && is_adjective(form(end))) {
    name.country = match.entry->code;
    name.end = end + match.word_count;
    // «وزير الخارجية | الأمريكي»: the man
    if (name.known->needs_nisba && !form(end).ends_with("ه")) return std::nullopt;
  } else if (name.known->needs_nisba) {
    return std::nullopt;
  } else {
    find_country_behind(name);
  }
  if (name.known->needs_nisba && i > 0 && first.clitic_letters == 0 && is_word(i - 1) &&
      !may_precede_ministry(form(i - 1))) {
    return std::nullopt;
  }
  return name;
}

std::optional<BodyName> BodyNameReader::built(std::size_t i, const First& first, int nested) const {
  const bool is_construct = (first.flags & kBodyHead) != 0;
  std::size_t end = i + 1;
  if (is_construct) {
    end = first_piece(i + 1, first.flags);
    if (end == i + 1) return std::nullopt;
    if (is_emirate(first.form)) {
      const CountryMatch match = country_at(i + 1);
      if (match.entry != nullptr && match.entry->code == "AE") return std::nullopt;
    }
    if (is_presidency(first.form) && presides_over_body(i + 1)) return std::nullopt;
    const bool is_common =
        end == i + 2 && is_word(i + 1) && (lexicon_.flags(form(i + 1)) & kCommonThing) != 0;
    if (is_common && adjectives(end) == end && conjunct(end) == end) return std::nullopt;
    // Behind «شركة "نسيم"» an adjective is no part of the name.
    if (field_.words[i + 1].kind != WordKind::kMark && !is_of_other(i, first, end)) {
      end = continue_name(end, (first.flags & kTakesPurpose) != 0);
    }
  } else {
    end = grow_definite(i, first.flags);
    if (std::optional<BodyName> part = of_body(i, first, end, nested)) return part;
  }
  if (end == i + 1 || end - i > kLongestName) return std::nullopt;
  BodyName name{
      i,     end,   end,    first.clitic_letters, first.has_merged_article, first.form, {},
      false, false, nullptr};
  name.is_of_state = (first.flags & (kStateHead | kNationalHead)) != 0 ||
                     (!is_construct && is_generic(i + 1, end));
  if (name.is_of_state) settle_country(name);
  return name;
}

/// «رئاسة | مجلس النواب»: who presides over a body is none. «رئاسة مجلس الوزراء» and the staff's
/// are.
bool BodyNameReader::presides_over_body(std::size_t i) const {
  if (!is_word(i) || (lexicon_.flags(form(i)) & kBodyHead) == 0 || form(i) == "هييه") return false;
  return !(form(i) == "مجلس" && is_word(i + 1) && form(i + 1) == "الوزراء");
}

/// «دور جامعة البحرين | العلمي»: a man's adjective behind a feminine head and a land is of another
/// noun.
bool BodyNameReader::is_of_other(std::size_t head, const First& first, std::size_t end) const {
  if (end != head + 2 || !first.form.ends_with("ه") || !is_word(end)) return false;
  return ends_in_place(end) && is_adjective(form(end)) && form(end).ends_with("ي");
}

/// «الأمانة العامة | لمجلس الوزراء»: a definite head with its adjectives and the whole body that it
/// belongs to, where that reaches behind `end`; of the same state as that body.
std::optional<BodyName> BodyNameReader::of_body(std::size_t i, const First& first, std::size_t end,
                                                int nested) const {
  if (nested == 0 || (first.flags & kOfBody) == 0) return std::nullopt;
  const std::size_t described = joined_adjectives(i + 1);
  if (described == i + 1 || !is_word(described) || !form(described).starts_with("ل")) {
    return std::nullopt;
  }
  if (!may_begin(described)) return std::nullopt;
  const auto whole = read(described, first_forms(lexicon_, form(described)), nested - 1);
  if (!whole || whole->clitic_letters == 0 || whole->end <= end || whole->end - i > kLongestName) {
    return std::nullopt;
  }
  BodyName name{
      i,     whole->end, whole->end, first.clitic_letters, first.has_merged_article, first.form, {},
      false, false,      nullptr};
  name.country = whole->country;
  name.is_of_state = whole->is_of_state;
  if (whole->is_of_state) name.core_end = whole->core_end;
  return name;
}

/// «الهيئة العامة للإحصاء» needs both adjective and purpose, «الجيش السوري» its country's
/// adjective.
std::size_t BodyNameReader::grow_definite(std::size_t i, std::uint32_t head) const {
  const std::size_t described = joined_adjectives(i + 1);
  if (described == i + 1) return i + 1;
  if ((head & kDefiniteHead) != 0) {
    if (const std::size_t end = purpose(described); end > described) {
      const std::size_t whole = continue_name(end, false);
      // «رئيس الاتحاد الدولي للدراجات | السويسري …»: the man is Swiss.
      const bool is_wide = is_wide_adjective(form(i + 1));
      return is_wide && whole > end && country_at(whole - 1).entry != nullptr ? whole - 1 : whole;
    }
    // «المجلس الثقافي البريطاني»
    const bool is_described = described > i + 2 && country_at(described - 1).entry != nullptr;
    if (is_described && !is_state_adjective(form(i + 1))) return described;
  }
  if ((head & kCourt) != 0) return described;  // «المحكمة الاتحادية العليا»
  if ((head & kNationalHead) == 0) return i + 1;
  for (std::size_t at = i + 1; at < described; ++at) {
    if (country_at(at).entry != nullptr) return described;
  }
  return i + 1;
}

bool BodyNameReader::is_generic(std::size_t begin, std::size_t end) const {
  bool is_of_state = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_wide_adjective(form(i))) return false;
    is_of_state = is_of_state || is_state_adjective(form(i));
  }
  return is_of_state;
}

bool BodyNameReader::names_place(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (country_at(i).entry != nullptr || is_wide_adjective(form(i))) return true;
  }
  return false;
}

/// Finds the country of a body of a state, and what of the name says nothing else.
void BodyNameReader::settle_country(BodyName& name) const {
  for (std::size_t at = name.begin + 1; at < name.end; ++at) {
    const CountryMatch match = country_at(at);
    if (match.entry == nullptr || at + match.word_count != name.end) continue;
    if (match.entry->kind == Kind::kCity) break;
    name.country = match.entry->code;
    name.core_end = at;
    name.has_genitive = !is_adjective(form(at)) || match.entry->kind == Kind::kName;
    // «السعودية» is a name and an adjective: of a closed noun it is the latter.
    if (name.has_genitive && is_adjective(form(at)) &&
        (has_article(form(at - 1)) || (at == name.begin + 1 && has_article(name.first_form)))) {
      name.has_genitive = false;
    }
    return;
  }
  const bool is_ministry = name.first_form == "وزاره";  // «وزارة الشؤون الإسلامية» is of one state
  if (!is_ministry && names_place(name.begin + 1, name.end)) {
    name.is_of_state = false;
  } else {
    find_country_behind(name);
  }
}

/// «وزارة الداخلية بمملكة البحرين», «… في فرنسا».
void BodyNameReader::find_country_behind(BodyName& name) const {
  if (!is_word(name.end)) return;
  if (name.first_form.ends_with("سفاره") || name.first_form.ends_with("قنصليه")) return;
  if (form(name.end) == "في") {
    CountryMatch match = country_at(name.end + 1);
    if (match.entry == nullptr && is_word(name.end + 1) && is_style(form(name.end + 1))) {
      match = country_at(name.end + 2);
    }
    if (match.entry != nullptr && match.entry->kind == Kind::kName) {
      name.country = match.entry->code;
    }
    return;
  }
  if (!form(name.end).starts_with("ب")) return;
  std::string key(form(name.end).substr(kLetterBytes));
  if (is_style(key)) {
    const CountryMatch match = country_at(name.end + 1);
    if (match.entry != nullptr && match.entry->kind == Kind::kName) {
      name.country = match.entry->code;
      return;
    }
  }
  const std::size_t longest = countries_.longest_from(key);
  for (std::size_t at = name.end + 1;; ++at) {
    const auto* entry = countries_.find(key);
    if (entry != nullptr && entry->kind == Kind::kName) name.country = entry->code;
    if (at - name.end >= longest || !is_word(at)) return;
    key.append(1, ' ').append(form(at));
  }
}

}  // namespace bayan::entity
