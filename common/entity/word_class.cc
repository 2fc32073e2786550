#include "common/entity/word_class.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "common/text/fold.h"

namespace bayan::entity {
namespace {

static_assert(sizeof(WordInfo) == sizeof(std::uint64_t));

constexpr std::string_view kArticle = "ال";
constexpr std::uint8_t kCommonShare = 15;  // percent
constexpr std::uint32_t kHardlySeen = 3;
using text::kLetterBytes;

constexpr std::uint32_t kBoundaryFlags = kStopWord | kTimeWord | kVerb | kStrongTitle |
                                         kOuterTitle | kWeakTitle | kFormula | kArticleWord |
                                         kHead | kCountry | kNisba | kConnector | kEponymHead |
                                         kKin | kBody | kOrdinary | kBrand;

/// A proclitic (or several), what stands in its place in the bare word, and how frequent the bare
/// word must be beside the whole for the whole to be read so.
struct Prefix {
  std::string_view letters;
  std::string_view instead;
  double least_ratio;
  Proclitic proclitic;
};
constexpr std::array<Prefix, 14> kPrefixes = {{{"وال", "ال", 0.1, Proclitic::kAnd},
                                               {"ولل", "ال", 0.1, Proclitic::kAnd},
                                               {"وبال", "ال", 0.1, Proclitic::kAnd},
                                               {"فال", "ال", 0.1, Proclitic::kAnd},
                                               {"بال", "ال", 0.25, Proclitic::kOther},
                                               {"كال", "ال", 0.25, Proclitic::kOther},
                                               {"لل", "ال", 0.1, Proclitic::kOther},
                                               {"وب", "", 1.0, Proclitic::kAnd},
                                               {"ول", "", 1.0, Proclitic::kAnd},
                                               {"و", "", 0.1, Proclitic::kAnd},
                                               {"ف", "", 2.0, Proclitic::kAnd},
                                               {"ب", "", 0.25, Proclitic::kOther},
                                               {"ل", "", 0.25, Proclitic::kOther},
                                               {"ك", "", 0.5, Proclitic::kOther}}};

bool is_latin(std::string_view form) {
  return !form.empty() && form.front() >= 'a' && form.front() <= 'z';
}

bool is_name_class(NameClass c) {
  return c == NameClass::kGiven || c == NameClass::kRareGiven || c == NameClass::kFamily ||
         c == NameClass::kUnknown || c == NameClass::kAfterName || c == NameClass::kArticle;
}

}  // namespace

WordClassifier::WordClassifier(const PersonLexicon& lexicon, const CountryGazetteer& countries)
    : lexicon_(lexicon),
      countries_(countries),
      known_(std::make_unique<std::atomic<std::uint64_t>[]>(lexicon.size())),
      known_bare_(std::make_unique<std::atomic<std::uint64_t>[]>(lexicon.size())) {}

WordInfo WordClassifier::info(std::string_view form) const {
  const std::optional<std::uint32_t> number = lexicon_.find(form);
  return number ? info(*number) : info_of_unlisted(form);
}

WordInfo WordClassifier::info(std::uint32_t number) const {
  return remembered(known_[number], number, true);
}

/// The same of a word behind a proclitic, which has no further one.
WordInfo WordClassifier::info_of_bare(std::string_view form,
                                      std::optional<std::uint32_t> number) const {
  return number ? remembered(known_bare_[*number], *number, false)
                : classify(form, PersonLexicon::Entry(), false);
}

WordInfo WordClassifier::remembered(std::atomic<std::uint64_t>& known, std::uint32_t number,
                                    bool may_have_clitic) const {
  if (const std::uint64_t bits = known.load(std::memory_order_relaxed); bits != 0) {
    return std::bit_cast<WordInfo>(bits);
  }
  const WordInfo info = classify(lexicon_.word(number), lexicon_.entry(number), may_have_clitic);
  known.store(std::bit_cast<std::uint64_t>(info), std::memory_order_relaxed);
  return info;
}

WordInfo WordClassifier::info_of_unlisted(std::string_view form) const {
  return classify(form, PersonLexicon::Entry(), true);
}

WordInfo WordClassifier::classify(std::string_view form, const PersonLexicon::Entry& entry,
                                  bool may_have_clitic) const {
  WordInfo info;
  info.flags = entry.flags;
  info.given_share = entry.given_share;
  const CountryGazetteer::Entry* country = countries_.find(form);
  if (country != nullptr && (info.flags & kForeignName) == 0) {
    info.flags |= country->kind == CountryGazetteer::Kind::kNisba ? kNisba : kCountry;
    if (country->kind == CountryGazetteer::Kind::kName) info.flags |= kState;
  }
  const bool is_servant = form.starts_with("عبدال") && form.size() > 6 * kLetterBytes;
  if (is_servant && info.given_share == 0) info.given_share = 100;
  const auto choose = [&]() -> NameClass {
    if ((info.flags & kStopWord) != 0) return NameClass::kStop;
    if (entry.given_share >= kCommonShare || is_servant) return NameClass::kGiven;
    if ((info.flags & (kTimeWord | kStrongTitle | kOuterTitle | kWeakTitle | kVerb | kFormula)) !=
        0) {
      return entry.given_share > 0 ? NameClass::kRareGiven : NameClass::kOther;
    }
    if ((info.flags & (kForeignName | kForeignGiven | kParticle)) != 0 && entry.given_share == 0)
      return NameClass::kUnknown;
    if ((info.flags & (kOrdinary | kBrand)) != 0) return NameClass::kOther;
    if (entry.family_share > 0 && !joins_family(form)) return NameClass::kFamily;
    if (entry.given_share > 0) return NameClass::kRareGiven;
    if ((info.flags & (kCountry | kNisba | kHead | kEponymHead | kKin | kBody)) != 0) {
      return NameClass::kOther;
    }
    if (is_latin(form)) return NameClass::kUnknown;
    if (may_have_clitic && read_proclitics(form, entry, info)) return info.name_class;
    const bool has_stem = entry.count <= kHardlySeen && has_known_stem(form);
    if (entry.count == 0 && !has_stem) info.flags |= kUnrelated;
    const bool is_inflected = has_suffix(form, entry.count);
    if (is_inflected) info.flags |= kInflected;
    if (has_verb_shape(form)) {
      if (is_sure_verb(form)) info.flags |= kVerbShape;
      return NameClass::kOther;
    }
    if (is_past_verb(form, entry)) {
      info.flags |= kVerbShape;
      return NameClass::kOther;
    }
    if (form.starts_with(kArticle)) return class_with_article(form, entry);
    return is_inflected ? NameClass::kOther : class_without_article(form, entry, has_stem);
  };
  info.name_class = choose();
  if (info.base == NameClass::kUnread) info.base = info.name_class;
  return info;
}

/// «وعمر», «للإغاثة»: the family table holds some words with a proclitic.
bool WordClassifier::joins_family(std::string_view form) const {
  for (const std::string_view prefix : {"لل", "وال", "بال", "فال", "كال"}) {
    if (form.starts_with(prefix)) return true;
  }
  constexpr std::array<std::string_view, 5> kProclitics = {"و", "ل", "ب", "ف", "ك"};
  const auto is_prefix = [form](std::string_view letter) { return form.starts_with(letter); };
  if (std::ranges::none_of(kProclitics, is_prefix)) return false;
  const PersonLexicon::Entry& rest = lexicon_.look_up(form.substr(kLetterBytes));
  if (form.size() > 4 * kLetterBytes && rest.count * 2 >= lexicon_.count(form)) return true;
  const bool is_likely = form.starts_with("و") || form.starts_with("ل");
  return is_likely && (rest.given_share >= 15 || (rest.flags & ~std::uint32_t{kUnrelated}) != 0);
}

/// «كوشك», «بارباع» stand behind names too often for a proclitic and a word; «بتبوك» may.
bool WordClassifier::is_surname_with_clitic(std::string_view form,
                                            const PersonLexicon::Entry& entry) const {
  const bool may_be = form.starts_with("ك") || form.starts_with("ف") || form.starts_with("ب");
  if (!may_be || entry.after < 3 || entry.after * 4 < entry.count) return false;
  const std::string_view rest = form.substr(kLetterBytes);
  if (form.starts_with("با") && form.size() > 3 * kLetterBytes && !form.starts_with("بال"))
    return true;
  return countries_.find(rest) == nullptr && (lexicon_.look_up(rest).flags & kBoundaryFlags) == 0;
}

/// «للدكتور» is read as «الدكتور», «وتوكل» as «توكل» where the bare word is frequent enough.
bool WordClassifier::read_proclitics(std::string_view form, const PersonLexicon::Entry& entry,
                                     WordInfo& info) const {
  const std::uint32_t count = entry.count;
  if (is_surname_with_clitic(form, entry)) return false;
  for (const Prefix& prefix : kPrefixes) {
    constexpr std::size_t kShortestRest = 3 * kLetterBytes;
    if (!form.starts_with(prefix.letters) || form.size() < prefix.letters.size() + kShortestRest) {
      if (!(prefix.letters.size() == kLetterBytes && form.starts_with(prefix.letters) &&
            form.size() == 3 * kLetterBytes)) {
        continue;
      }
    }
    // «وبشير» is «و» and a given name, no «وب».
    const bool is_double = prefix.letters == "وب" || prefix.letters == "ول";
    if (is_double && lexicon_.look_up(form.substr(kLetterBytes)).given_share >= kCommonShare)
      continue;
    const std::string rest =
        std::string(prefix.instead) + std::string(form.substr(prefix.letters.size()));
    const std::optional<std::uint32_t> number = lexicon_.find(rest);
    const WordInfo bare = info_of_bare(rest, number);
    const std::uint32_t bare_count = number ? lexicon_.entry(*number).count : 0;
    const bool is_short = rest.size() < kShortestRest;
    if ((bare.flags & kBoundaryFlags) != 0 && bare.given_share < 15 &&
        (!is_short || (bare.flags & kStopWord) != 0)) {
      info.flags |= bare.flags;
      info.name_class = (bare.flags & kStopWord) != 0 ? NameClass::kStop : NameClass::kOther;
      info.base = bare.name_class;
      info.proclitic = prefix.proclitic;
      return true;
    }
    if (is_short) continue;
    // A word hardly ever seen is no proof: «فاديم» is not «ف» + «أديم».
    const bool is_proof =
        bare_count >= (prefix.proclitic == Proclitic::kAnd && count > 0 ? 3U : 20U);
    if (bare.name_class == NameClass::kOther && is_proof &&
        bare_count >= prefix.least_ratio * count) {
      info.name_class = info.base = NameClass::kOther;
      info.proclitic = prefix.proclitic;
      return true;
    }
    const bool is_sure = prefix.letters != "ف" || bare.name_class == NameClass::kGiven;
    // «ووفاء»: no word begins so by itself
    const bool is_given = prefix.letters == "و" &&
                          (bare.name_class == NameClass::kGiven ||
                           (bare.name_class == NameClass::kRareGiven && form.starts_with("وو")));
    const bool is_listed = (bare.flags & kForeignGiven) != 0 && count <= bare_count + 3;
    // «وشملان»: a listed name that the archive does not have
    const bool is_frequent =
        (bare_count > 0 || is_given) && bare_count >= (is_given ? 0.5 : 2.0) * count;
    if (is_sure && is_name_class(bare.name_class) && (is_frequent || is_listed)) {
      info.flags |= bare.flags;
      info.name_class = NameClass::kClitic;
      info.base = bare.name_class;
      info.proclitic = prefix.proclitic;
      info.given_share = bare.given_share;
      return true;
    }
  }
  return false;
}

/// «للبلياردو», «والأدباء»: a proclitic on the article.
bool WordClassifier::joins_article(std::string_view form) const {
  if (form.starts_with("لل")) return true;
  for (const std::string_view prefix : {"وال", "بال", "فال", "كال"}) {
    if (form.starts_with(prefix) && lexicon_.count(form.substr(kLetterBytes)) > 0) return true;
  }
  return false;
}

/// «يبحث», «سيبحث», «نبحث»: a present verb has sisters.
bool WordClassifier::has_verb_shape(std::string_view form) const {
  if (form.size() < 4 * kLetterBytes) return false;
  if (form.starts_with("ي") && form.ends_with("وا")) return true;
  if (form.starts_with("سي") || form.starts_with("ست")) {
    if (lexicon_.count(form.substr(kLetterBytes)) > 0 &&
        lexicon_.count(form.substr(kLetterBytes)) >= lexicon_.count(form)) {
      return true;
    }
  }
  if (!form.starts_with("ي") && !form.starts_with("ت") && !form.starts_with("ن")) return false;
  const std::string_view rest = form.substr(kLetterBytes);
  int sisters = 0;
  const int least = form.starts_with("ي") ? 1 : 2;
  std::string sister;
  for (const std::string_view prefix : {"ي", "ت", "ن", "سي", "ست", "وي", "وت"}) {
    sister.assign(prefix).append(rest);
    if (sister != form && lexicon_.count(sister) > 0 && ++sisters == least) return true;
  }
  return false;
}

/// «يستقبل» of «تستقبل», «سيجسدها» of «يجسدها»; not «يونغ» for a rare «تونغ».
bool WordClassifier::is_sure_verb(std::string_view form) const {
  const bool is_future = form.starts_with("سي") || form.starts_with("ست");
  if (is_future && form.size() >= 5 * kLetterBytes) {
    const std::string_view present = form.substr(kLetterBytes);
    return lexicon_.count(present) > 0 &&
           (has_verb_shape(present) || lexicon_.count(present) >= lexicon_.count(form));
  }
  if (is_future) {  // «سيتم», «ستتم» of «يتم» and «تتم»; «سيدة» is none, «تده» no word
    constexpr std::uint32_t kSeen = 20;
    const std::string rest(form.substr(2 * kLetterBytes));
    const std::uint32_t his = lexicon_.count("ي" + rest);
    const std::uint32_t hers = lexicon_.count("ت" + rest);
    if (his >= kSeen && hers >= kSeen && (his + hers) * 2 >= lexicon_.count(form)) return true;
  }
  if (form.starts_with("يت") || form.starts_with("يست")) return true;
  std::uint32_t sisters = 0;
  for (const std::string_view prefix : {"ي", "ت", "ن", "سي", "ست"}) {
    const std::string sister = std::string(prefix) + std::string(form.substr(kLetterBytes));
    if (sister == form) continue;
    const PersonLexicon::Entry& entry = lexicon_.look_up(sister);
    if (entry.given_share == 0 && (entry.flags & (kForeignName | kForeignGiven)) == 0) {
      sisters += entry.count;
    }
  }
  constexpr std::uint32_t kProofOfShort = 20;  // «ستوري» makes no verb of «توري»
  const std::uint32_t least = form.size() > 4 * kLetterBytes ? 1 : kProofOfShort;
  return sisters >= least && sisters * 4 > lexicon_.count(form);
}

/// «ركزت» of «يركز» and «تركز», «اكتفى» of «يكتفي»: its present is frequent beside it.
bool WordClassifier::is_past_verb(std::string_view form, const PersonLexicon::Entry& entry) const {
  constexpr std::uint32_t kProof = 20;
  if (entry.count == 0 || entry.after >= 3 || (entry.flags & kUnrelated) != 0) return false;
  const auto has_present = [&](std::string_view past) {
    // «شنت» of «يشن»: a doubled verb has two letters
    if (past.size() < (past.size() < form.size() ? 2 : 3) * kLetterBytes) return false;
    const bool is_short = past.size() == 3 * kLetterBytes;
    // «ريد» of «يريد»: the past of a hollow verb is another word.
    const std::string_view middle = past.substr(kLetterBytes, kLetterBytes);
    if (is_short && (middle == "و" || middle == "ي")) return false;
    if (past.starts_with("ا") && past.size() >= 5 * kLetterBytes) past.remove_prefix(kLetterBytes);
    const std::uint32_t his = lexicon_.count("ي" + std::string(past));
    const std::uint32_t hers = lexicon_.count("ت" + std::string(past));
    return his > 0 && hers > 0 && his + hers >= kProof && (his + hers) * 4 >= entry.count;
  };
  if (has_present(form)) return true;
  return form.ends_with("ت") && has_present(form.substr(0, form.size() - kLetterBytes));
}

/// Whether the forms that an Arabic word has beside itself occur more than `most` times together.
bool WordClassifier::has_more_relatives(std::string_view stem, std::uint32_t most) const {
  std::uint32_t sum = 0;
  std::string form;
  const auto exceeds = [&](std::string_view prefix, std::string_view suffix) {
    form.assign(prefix).append(stem).append(suffix);
    sum += lexicon_.count(form);
    return sum > most;
  };
  constexpr std::array<std::string_view, 8> kBefore = {"ال",  "ي",   "ت",  "ن",
                                                       "بال", "وال", "لل", "م"};
  constexpr std::array<std::string_view, 10> kBehind = {"ه",  "ها", "هم", "ت", "وا",
                                                        "ون", "ين", "ات", "ا", "ان"};
  return std::ranges::any_of(kBefore,
                             [&](std::string_view letters) { return exceeds(letters, ""); }) ||
         std::ranges::any_of(kBehind,
                             [&](std::string_view letters) { return exceeds("", letters); });
}

NameClass WordClassifier::class_with_article(std::string_view form,
                                             const PersonLexicon::Entry& entry) const {
  const std::string_view bare = form.substr(kArticle.size());
  const std::uint32_t c = entry.count;
  if (bare.size() < 2 * kLetterBytes) return NameClass::kOther;
  if (form.ends_with("يه") && lexicon_.count(form.substr(0, form.size() - kLetterBytes)) > 0) {
    return NameClass::kOther;
  }
  if (form.ends_with("ات")) return NameClass::kOther;
  const bool is_plural = form.ends_with("ين") || form.ends_with("ون");
  if (is_plural && entry.after * 4 < c) return NameClass::kOther;
  if (entry.after >= 5 && entry.after * 10 >= c) return NameClass::kArticle;
  // Relatives of a word with the article: those of its bare form, and that itself.
  std::uint32_t kin = lexicon_.count(bare);
  for (const std::string_view suffix : {"ه", "ها", "هم", "ات", "ين", "ون", "ا", "يه"}) {
    kin += lexicon_.count(std::string(bare) + std::string(suffix));
    kin += lexicon_.count(std::string(form) + std::string(suffix));
  }
  if (c <= 3) return kin <= 6 ? NameClass::kArticle : NameClass::kOther;
  constexpr std::uint32_t kSeen = 100;  // «السماح»: no one would be named so by now
  if (c >= kSeen && entry.after == 0) return NameClass::kOther;
  const bool has_few = (c <= 1500 && kin * 10 <= c * 3) || (c <= 400 && kin * 2 <= c);
  return has_few ? NameClass::kArticle : NameClass::kOther;
}

/// An unseen word whose stem is a frequent one is a form of it: «لوقوفها» of «وقوف».
bool WordClassifier::has_known_stem(std::string_view form) const {
  constexpr std::uint32_t kFrequent = 20;
  constexpr std::array<std::string_view, 17> kSuffixes = {"",   "ها", "هم", "هما", "نا", "كم",
                                                          "ات", "ون", "ين", "ان",  "وا", "تها",
                                                          "ته", "يه", "ه",  "ت",   "ا"};
  constexpr std::array<std::string_view, 13> kPrefixesOfStems = {
      "", "و", "ف", "ب", "ل", "م", "ي", "ت", "ن", "است", "لي", "لت", "ا"};
  for (const std::string_view prefix : kPrefixesOfStems) {
    if (!form.starts_with(prefix)) continue;
    const std::string_view rest = form.substr(prefix.size());
    for (const std::string_view suffix : kSuffixes) {
      if (prefix.empty() && suffix.empty()) continue;
      const bool has_both = !prefix.empty() && !suffix.empty();
      const std::size_t least = (has_both ? 4 : 3) * kLetterBytes;
      if (rest.ends_with(suffix) && rest.size() >= suffix.size() + least &&
          lexicon_.count(rest.substr(0, rest.size() - suffix.size())) >= kFrequent) {
        return true;
      }
    }
  }
  return false;
}

/// «اقتراحا», «اقتراحها»: the bare word is about as frequent.
bool WordClassifier::has_suffix(std::string_view form, std::uint32_t count) const {
  for (const std::string_view suffix : {"ها", "هم", "هما", "نا", "ا", "ه"}) {
    const bool is_short = suffix == "ه" && form.size() <= 4 * kLetterBytes;
    if (!form.ends_with(suffix) || is_short || form.size() < suffix.size() + 3 * kLetterBytes)
      continue;
    const PersonLexicon::Entry& stem =
        lexicon_.look_up(form.substr(0, form.size() - suffix.size()));
    constexpr std::uint32_t kForeign = kUnrelated | kForeignName | kForeignGiven;
    constexpr std::uint32_t kSeen = 20;
    const std::uint32_t least = std::max(count == 0 ? kSeen : 1, (suffix == "ا" ? 2 : 1) * count);
    if (stem.count >= least && (stem.flags & kForeign) == 0) return true;
  }
  return false;
}

/// `has_stem`: of a word hardly seen, whether has_known_stem().
NameClass WordClassifier::class_without_article(std::string_view form,
                                                const PersonLexicon::Entry& entry,
                                                bool has_stem) const {
  const std::uint32_t c = entry.count;
  if (form.size() < 2 * kLetterBytes) return NameClass::kOther;
  if (joins_article(form)) return NameClass::kOther;
  if (form.ends_with("ات") && lexicon_.count(std::string(kArticle) + std::string(form)) > 0) {
    return NameClass::kOther;
  }
  if (entry.after >= 3 && entry.after * 100 >= 8 * c) return NameClass::kAfterName;
  constexpr std::size_t kPossessed = 5 * kLetterBytes;  // «ريقها»
  if (form.ends_with("ها") && form.size() >= kPossessed) return NameClass::kOther;
  if (c > 0 && (entry.flags & kUnrelated) == 0) return NameClass::kOther;
  const bool is_foreign = c <= kHardlySeen ? !has_stem && !has_more_relatives(form, 6)
                                           : c < 1500 && !has_more_relatives(form, c / 4);
  return is_foreign ? NameClass::kUnknown : NameClass::kOther;
}

}  // namespace bayan::entity
