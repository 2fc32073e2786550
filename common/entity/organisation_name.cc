#include "common/entity/organisation_name.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

using text::kLetterBytes;
constexpr std::size_t kLongestName = 16;
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

/// «الإدارة العامة للمرور | والتنسيق مع …»: what goes on so begins another thought.
bool takes_partner(std::string_view form) { return form == "مع" || form == "بين"; }

bool looks_like_verb(std::string_view form) {
  for (const std::string_view ending : {"ات", "ه", "ين", "ون"}) {
    if (form.ends_with(ending)) return false;
  }
  return form.starts_with("ت") || form.starts_with("ي") || form.starts_with("س") ||
         form.starts_with("ن");
}

/// «هارفارد»: no Arabic word.
bool looks_foreign(const WordInfo& info) {
  return info.name_class == NameClass::kUnknown || (info.flags & kBrand) != 0;
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
  return !field_.is_name[i] || is_lone_name(i);
}

BodyNameReader::Reading BodyNameReader::read(std::size_t i) const {
  if (!may_begin(i)) return {};
  const std::vector<First> firsts = first_forms(lexicon_, form(i));
  Reading reading{read(i, firsts), {}};
  if (reading.name || field_.is_name[i]) return reading;
  for (const First& first : firsts) {
    reading.short_head = short_head(lexicon_, first);
    if (!reading.short_head.empty()) break;
  }
  return reading;
}

std::optional<BodyName> BodyNameReader::read(std::size_t i,
                                             const std::vector<First>& firsts) const {
  std::optional<BodyName> best;
  const auto offer = [&](std::optional<BodyName> name) {
    if (!name || (best && name->end <= best->end)) return;
    // «جامعة الدول العربية | لمراقبة الانتخابات»: a whole name needs no purpose.
    if (best && best->known != nullptr && form(best->end).starts_with("ل")) return;
    best = std::move(name);
  };
  for (const First& first : firsts) {
    if ((first.flags & kBeginsKnown) != 0) offer(known(i, first));
    if ((first.flags & kHeads) != 0 && !field_.is_name[i]) offer(built(i, first));
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

std::optional<BodyName> BodyNameReader::built(std::size_t i, const First& first) const {
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
    if (std::optional<BodyName> part = of_body(i, first, end)) return part;
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
std::optional<BodyName> BodyNameReader::of_body(std::size_t i, const First& first,
                                                std::size_t end) const {
  if ((first.flags & kOfBody) == 0) return std::nullopt;
  const std::size_t described = joined_adjectives(i + 1);
  if (described == i + 1 || !is_word(described) || !form(described).starts_with("ل")) {
    return std::nullopt;
  }
  if (!may_begin(described)) return std::nullopt;
  const auto whole = read(described, first_forms(lexicon_, form(described)));
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

/// What must follow a head: a name in quotes, somebody it is named after, or a construct.
std::size_t BodyNameReader::first_piece(std::size_t i, std::uint32_t head) const {
  if (i < field_.words.size() && field_.words[i].kind == WordKind::kMark) {
    return (head & kTakesQuoted) != 0 ? quoted(i) : i;
  }
  if (!is_word(i) || (lexicon_.flags(form(i)) & kOrgan) != 0) return i;
  const bool is_titled = (lexicon_.flags(form(i)) & kEponymTitle) != 0;
  // «كلية أحمد بن محمد العسكرية»
  const bool is_given = is_word(i + 1) && (form(i + 1) == "بن" || form(i + 1) == "بنت") &&
                        classifier_.info(form(i)).given_share > 0;
  if (is_titled && (head & kNoEponym) != 0) return i;
  if (is_titled || is_given) {
    if (const std::size_t end = eponym(i); end > i) return end;
  }
  return (head & kNeedsEponym) != 0 ? i : chain(i, head);
}

/// «حقوق الإنسان», «تنظيم سوق العمل», «البحرين»: bare nouns and what closes them.
std::size_t BodyNameReader::chain(std::size_t i, std::uint32_t head) const {
  constexpr std::size_t kMostBare = 4;
  for (std::size_t at = i; at < i + kMostBare && is_word(at); ++at) {
    const std::string_view word = form(at);
    const std::uint32_t flags = lexicon_.flags(word);
    const CountryMatch country = country_at(at);
    if (country.entry != nullptr) {
      return country.entry->kind == Kind::kNisba ? i : at + country.word_count;
    }
    if (is_blocked(word) || (flags & kOrgan) != 0) return i;
    if (at == i && has_article(word) && (flags & kEponymTitle) != 0) return i;  // «الشيخ» alone
    // «مركز محافظة الأنبار» is a town.
    const bool may_be_of_place = at > i || (head & kStateHead) != 0 || (head & kNeedsTopic) == 0;
    if (const std::size_t end = place(at, word); end > at && may_be_of_place) return end;
    if (at > i && (flags & kEponymTitle) != 0) {
      const std::size_t end = eponym(at);
      return end > at ? end : i;
    }
    const bool wants_topic = (head & kNeedsTopic) != 0 && at == i;
    const bool is_short_topic = (flags & kTopic) != 0 && word.starts_with(kArticle);  // «الحج»
    if (has_article(word) || is_short_topic)
      return wants_topic && (flags & kTopic) == 0 ? i : at + 1;
    if ((flags & (kTopic | kBodyHead)) != 0) continue;
    // «غرفة تجارة وصناعة البحرين»
    if (at > i && word.starts_with("و") &&
        (lexicon_.flags(word.substr(kLetterBytes)) & kTopic) != 0) {
      continue;
    }
    const WordInfo info = classifier_.info(word);
    if (at == i && (head & kTakesForeign) != 0 && looks_foreign(info)) {
      return foreign(at);
    }
    const bool may_go_on =
        info.proclitic == Proclitic::kNone && (info.flags & kNisba) == 0 && !wants_topic &&
        !looks_like_verb(word) && is_word(at + 1) &&
        (has_article(form(at + 1)) || (lexicon_.flags(form(at + 1)) & (kTopic | kBodyHead)) != 0);
    if (!may_go_on) return i;
  }
  return i;
}

/// «منطقة عسير», «محافظة جدة»: whatever follows is its name, but for somebody's («مدينة الملك …»).
/// `word` is the word at `at`, perhaps without «ل».
std::size_t BodyNameReader::place(std::size_t at, std::string_view word) const {
  if ((lexicon_.flags(word) & kOfPlace) == 0 || !is_word(at + 1) || is_blocked(form(at + 1)) ||
      (lexicon_.flags(form(at + 1)) & kEponymTitle) != 0) {
    return at;
  }
  return at + 1 + std::max<std::size_t>(country_at(at + 1).word_count, 1);
}

/// «هارفارد», «رويال داتش شل».
std::size_t BodyNameReader::foreign(std::size_t i) const {
  constexpr std::size_t kMostWords = 3;
  std::size_t end = i;
  const bool is_latin = static_cast<unsigned char>(form(i).front()) < 0x80;
  const auto goes_on = [&](std::string_view word) {
    return !word.starts_with("ل") && (static_cast<unsigned char>(word.front()) < 0x80) == is_latin;
  };
  while (end < i + kMostWords && is_word(end) && (end == i || goes_on(form(end))) &&
         looks_foreign(classifier_.info(form(end)))) {
    ++end;
  }
  return end;
}

/// «"أرامكو السعودية"»: up to the mark that closes.
std::size_t BodyNameReader::quoted(std::size_t i) const {
  constexpr std::size_t kMostWords = 5;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuotes = {
      {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"'", "'"}}};
  const auto* quote =
      std::ranges::find(kQuotes, std::string_view(form(i)), &decltype(kQuotes)::value_type::first);
  if (quote == kQuotes.end()) return i;
  for (std::size_t end = i + 1; end <= i + 1 + kMostWords && end < field_.words.size(); ++end) {
    if (field_.words[end].form == quote->second) return end > i + 1 ? end + 1 : i;
    if (field_.words[end].kind != WordKind::kLetters) return i;
  }
  return i;
}

/// «الملك سعود», «الأميرة نورة بنت عبدالرحمن», «محمد بن راشد آل مكتوم».
std::size_t BodyNameReader::eponym(std::size_t i) const {
  constexpr std::size_t kMostTitles = 3;
  const auto name_end = [this](std::size_t at) {
    if (!is_word(at) || is_blocked(form(at)) || form(at).starts_with("بال")) return at;
    return form(at) == "عبد" || form(at) == "ال" ? std::min(at + 2, field_.words.size()) : at + 1;
  };
  std::size_t at = i;
  while (at < i + kMostTitles && is_word(at) && classifier_.info(form(at)).given_share == 0 &&
         ((lexicon_.flags(form(at)) & kEponymTitle) != 0 ||
          (at > i && (form(at) == "الحرمين" || form(at) == "الشريفين")))) {
    ++at;
  }
  const bool has_title = at > i;
  std::size_t end = name_end(at);
  if (end == at) return i;  // nobody behind «الشيخ»
  const auto is_link = [this](std::size_t w) {
    return is_word(w) && (form(w) == "بن" || form(w) == "بنت" || form(w) == "ال");
  };
  if (!has_title && !is_link(end)) return i;
  while (is_link(end)) {
    const std::size_t next = form(end) == "ال" ? name_end(end) : name_end(end + 1);
    if (next <= end + 1 && form(end) != "ال") break;
    end = next;
  }
  return end;
}

std::size_t BodyNameReader::adjectives(std::size_t i) const {
  while (is_word(i) && is_adjective(form(i))) {
    const CountryMatch match = country_at(i);  // «الكورية الجنوبية»
    i += match.entry != nullptr ? match.word_count : 1;
  }
  return i;
}

/// «الاقتصادي والاجتماعي»
std::size_t BodyNameReader::joined_adjectives(std::size_t i) const {
  for (std::size_t end = adjectives(i); end > i;) {
    i = end;
    if (!is_word(i) || !form(i).starts_with("و")) break;
    const std::string_view rest = form(i).substr(kLetterBytes);
    // «القوات الهندية | والباكستانية» are two.
    if (is_adjective(rest) && !is_head(rest) && countries_.find(rest) == nullptr) end = i + 1;
  }
  return i;
}

/// «الأمن العام»: a body of its own in two words or more.
bool BodyNameReader::begins_known(std::size_t i, std::string_view first) const {
  if ((lexicon_.flags(first) & kBeginsKnown) == 0) return false;
  return known(i, {std::string(first), kBeginsKnown, 1, false}).has_value();
}

/// «والتعليم», «وتقنية المعلومات», «والقروية»: only what is surely of the name, for two bodies are
/// joined in the same way.
std::size_t BodyNameReader::conjunct(std::size_t i) const {
  if (!is_word(i) || !form(i).starts_with("و") || is_head(form(i))) return i;
  const std::string_view rest = form(i).substr(kLetterBytes);
  if (begins_known(i, rest) || (is_word(i + 1) && takes_partner(form(i + 1)))) return i;
  const bool is_topic = (lexicon_.flags(rest) & kTopic) != 0;
  if (has_article(rest)) return is_topic || (!is_head(rest) && is_adjective(rest)) ? i + 1 : i;
  if (!is_topic || is_head(rest)) return i;
  const std::size_t end = chain(i + 1, kNeedsTopic);
  return end > i + 1 ? end : i;
}

/// «للسياحة», «لكرة القدم».
std::size_t BodyNameReader::purpose(std::size_t i) const {
  if (!is_word(i) || !form(i).starts_with("ل")) return i;
  const std::string_view word = form(i);
  if (const std::size_t end = place(i, word.substr(kLetterBytes)); end > i) return end;
  if ((lexicon_.flags(word) & (kNoPurpose | kBodyHead)) != 0) return i;
  if (word.starts_with("لل")) {
    const std::string noun = std::string(kArticle) + std::string(word.substr(2 * kLetterBytes));
    return (lexicon_.flags(noun) & kTopic) != 0 ? i + 1 : i;
  }
  if ((lexicon_.flags(word.substr(kLetterBytes)) & kTopic) == 0) return i;
  const std::size_t end = chain(i + 1, 0);
  return end > i + 1 ? end : i;
}

/// «أمانة منطقة الرياض | وصحة البيئة»: a place closes a name for what «و» joins.
bool BodyNameReader::ends_in_place(std::size_t i) const {
  if (i < 2 || !is_word(i - 1)) return false;
  const CountryMatch match = country_at(i - 1);
  if (match.entry != nullptr && match.entry->kind != Kind::kNisba && !is_adjective(form(i - 1))) {
    return true;
  }
  return is_word(i - 2) && (lexicon_.flags(form(i - 2)) & kOfPlace) != 0;
}

std::size_t BodyNameReader::continue_name(std::size_t i, bool takes_purpose) const {
  for (;;) {
    std::size_t end = adjectives(i);
    if (end == i && !ends_in_place(i)) end = conjunct(i);
    if (end == i && takes_purpose) {
      end = purpose(i);
      takes_purpose = end == i;
    }
    if (end == i) return end;
    i = end;
  }
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
