#include <algorithm>
#include <array>

#include "common/entity/organisation_name.h"
#include "common/text/fold.h"

/// How the name of a body goes on behind its head: constructs, places, founders, what is quoted or
/// foreign, and behind them adjectives, conjuncts and purposes.
namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

using text::kLetterBytes;
constexpr std::string_view kArticle = "ال";
/// No name has more; what repeats them for a megabyte is read in linear time.
constexpr std::size_t kMostAdjectives = 8;

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
  const std::size_t last = i + kMostAdjectives;
  while (i < last && is_word(i) && is_adjective(form(i))) {
    const CountryMatch match = country_at(i);  // «الكورية الجنوبية»
    i += match.entry != nullptr ? match.word_count : 1;
  }
  return i;
}

/// «الاقتصادي والاجتماعي»
std::size_t BodyNameReader::joined_adjectives(std::size_t i) const {
  const std::size_t last = i + kMostAdjectives;
  for (std::size_t end = adjectives(i); end > i && i < last;) {
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

}  // namespace bayan::entity
