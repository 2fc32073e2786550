#include "common/entity/country_recognizer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/entity/country_sense.h"

// At each word the longest key wins, tried bare and without proclitics:
//
//   «وللجمهورية الفرنسية»  -و-> «للجمهوريه الفرنسيه»  -لل/ال-> «الجمهوريه الفرنسيه»  ->  FR
namespace bayan::entity {
namespace {

/// Names that stand for a country in some places and not in others; no gazetteer has them.
constexpr std::string_view kOman = "عمان";
constexpr std::string_view kMali = "مالي";
constexpr std::string_view kKingdom = "المملكه";
constexpr std::string_view kSultanate = "السلطنه";

/// Calls `use` with what stays of `form` when a proclitic is taken off; لل becomes the article
/// again. Stops and gives true where `use` does.
template <typename Use>
bool visit_unclitic(std::string_view form, Use use) {
  if (form.starts_with("لل") && use("ال" + std::string(form.substr(4)))) return true;
  for (const std::string_view clitic : {"و", "ف", "ب", "ك", "ل"}) {
    // «كلاوس» is no «like Laos»: short names go without ك.
    const std::size_t least = clitic == "ك" ? 10 : 6;
    if (form.starts_with(clitic) && form.size() >= clitic.size() + least) {
      return use(form.substr(clitic.size()));
    }
  }
  return false;
}

/// The same with `form` itself, one or two proclitics, and words that are glued behind.
template <typename Use>
bool visit_variants(std::string_view form, Use use) {
  if (use(form) || visit_unclitic(form, use)) return true;
  // «مصرمن»: a space was forgotten.
  const auto cut_glued = [&](auto then) {
    for (const std::string_view glued : {"من", "الي", "علي"}) {
      if (form.ends_with(glued) && form.size() >= glued.size() + 6 &&
          then(form.substr(0, form.size() - glued.size()))) {
        return true;
      }
    }
    return false;
  };
  if (cut_glued(use)) return true;
  // A second one stands behind و and ف alone: «وللأردن»; «لبروسيا» is not «ل + ب + روسيا».
  if (!form.starts_with("و") && !form.starts_with("ف")) return false;
  const auto take_second = [&](std::string_view once) { return visit_unclitic(once, use); };
  return visit_unclitic(form, take_second) || cut_glued(take_second);
}

/// `form` and what stays when proclitics are taken off.
std::vector<std::string> without_clitics(std::string_view form) {
  std::vector<std::string> variants;
  visit_variants(form, [&variants](std::string_view variant) {
    variants.emplace_back(variant);
    return false;
  });
  return variants;
}

struct Match {
  const CountryGazetteer::Entry* entry;
  std::size_t word_count;
};

class Recognizer {
 public:
  Recognizer(const CountryGazetteer& gazetteer, std::string_view kingdom)
      : gazetteer_(gazetteer), kingdom_(kingdom) {}

  void read(const FieldWords& field) {
    last_end_ = 0;
    for (std::size_t i = 0; i < field.words.size();) {
      const Word& word = field.words[i];
      if ((word.roles & kMayBeginCountry) == 0 || word.kind != WordKind::kLetters ||
          field.is_name[i]) {
        ++i;
        continue;
      }
      const std::vector<std::string> variants = without_clitics(word.form);
      const std::optional<Match> match = longest_match(field, i, variants);
      if (note_special(field, i, variants, match.has_value())) {
        ++i;
        continue;
      }
      if (match && is_country_meant(field.words, {*match->entry, i, match->word_count})) {
        names_brunei_ =
            names_brunei_ || (match->entry->code == "BN" && word.form.ends_with("سلطنه"));
        note(match->entry->code, field, i, match->word_count);
        last_end_ = i + match->word_count;
      }
      i += match ? match->word_count : 1;
    }
  }

  std::vector<Country> finish() {
    // «عمان 26 شوال 1436 هـ»: news from the sultanate is from Muscat.
    const bool is_amman = has("JO") || (is_dateline_ && !has("OM"));
    for (const auto& [code, mention] : undecided_oman_) {
      note_mention(is_amman ? "JO" : code, mention);
    }
    const std::string_view sultanate = names_brunei_ && !has("OM") ? "BN" : "OM";
    for (const Mention& mention : sultanate_) note_mention(std::string(sultanate), mention);
    return std::move(countries_);
  }

 private:
  std::optional<Match> longest_match(const FieldWords& field, std::size_t i,
                                     const std::vector<std::string>& variants) const {
    std::optional<Match> best;
    for (const std::string& first : variants) {
      const std::size_t longest = gazetteer_.longest_from(first);
      if (longest == 0) continue;  // nearly every word: one look-up, and on
      std::string key = first;
      std::size_t count = 1;
      for (std::size_t next = i + 1;; ++next, ++count) {
        if (const auto* entry = gazetteer_.find(key); entry != nullptr) {
          if (!best || next - i > best->word_count) best = Match{entry, next - i};
        }
        if (is_hyphen(field, next)) ++next;  // «غينيا-بيساو»
        if (count >= longest || next >= field.words.size() ||
            field.words[next].kind != WordKind::kLetters || field.is_name[next]) {
          break;
        }
        key.append(1, ' ').append(field.words[next].form);
      }
    }
    return best;
  }

  static bool is_hyphen(const FieldWords& field, std::size_t i) {
    if (i == 0 || i + 1 >= field.words.size() || field.words[i].form != "-") return false;
    return field.words[i].begin == field.words[i - 1].end &&
           field.words[i].end == field.words[i + 1].begin;
  }

  /// «عمان» alone is decided at the end; «المملكة» alone is the issuer's own.
  bool note_special(const FieldWords& field, std::size_t i,
                    const std::vector<std::string>& variants, bool names_country) {
    if (std::ranges::find(variants, kOman) != variants.end() && !is_of_sea(field.words, i)) {
      const bool sultanate = form_before(field.words, i, 1).ends_with("سلطنه");
      const Mention mention = mention_of(field, i, 1);
      const std::string_view vowelled = by_vowels(field, i);
      if (sultanate || !vowelled.empty()) {
        note_mention(sultanate ? "OM" : std::string(vowelled), mention);
      } else if (form_at(field.words, i + 2) == "بترا") {
        note_mention("JO", mention);  // «عمان - بترا»: the agency of Jordan
      } else {
        is_dateline_ = is_dateline_ || (i == 0 && field.words.size() > 1 &&
                                        field.words[1].kind == WordKind::kDigits);
        undecided_oman_.emplace_back("OM", mention);
      }
      return true;
    }
    if (names_mali(field, i)) {
      note("ML", field, i, 1);
      return true;
    }
    if (std::ranges::find(variants, kSultanate) != variants.end()) {
      if (is_sultanate_meant(field.words, i)) sultanate_.push_back(mention_of(field, i, 1));
      return true;
    }
    if (!kingdom_.empty() && !names_country &&
        std::ranges::find(variants, kKingdom) != variants.end()) {
      note(kingdom_, field, i, 1);
      return true;
    }
    return false;
  }

  /// «عُمان» is the sultanate, «عمّان» and «عَمان» the capital of Jordan; empty without such a mark.
  static std::string_view by_vowels(const FieldWords& field, std::size_t i) {
    const Word& word = field.words[i];
    const std::string_view printed = field.text.substr(word.begin, word.end - word.begin);
    const auto has = [&](std::string_view letters) {
      return printed.find(letters) != printed.npos;
    };
    if (has("عُ")) return "OM";
    return has("ّ") || has("عَ") ? "JO" : std::string_view{};
  }

  /// «لدى السلطنة», «للسلطنة»; not «السلطنة العثمانية» nor «أجواء من السلطنة».
  static bool is_sultanate_meant(const std::vector<Word>& words, std::size_t i) {
    constexpr std::array<std::string_view, 13> kBefore = {"لدي",   "الي",  "في",   "سفير",  "بين",
                                                          "حكومه", "خارج", "داخل", "زياره", "زار",
                                                          "يزور",  "غادر", "شعب"};
    if (form_at(words, i + 1).ends_with("يه")) return false;
    return words[i].form.starts_with("لل") || is_one_of(form_before(words, i, 1), kBefore);
  }

  /// «من مالي ،», «بوركينا فاسو ومالي والنيجر».
  [[nodiscard]] bool names_mali(const FieldWords& field, std::size_t i) const {
    const std::string_view word = field.words[i].form;
    if (word == kMali) return is_mali_meant(field.words, i);
    if (word != "ومالي") return false;
    const std::string_view after = form_at(field.words, i + 1);
    const bool follows = last_end_ == i && i > 0;
    return follows || (after.starts_with("و") && gazetteer_.find(after.substr(2)) != nullptr);
  }

  static Mention mention_of(const FieldWords& field, std::size_t i, std::size_t count) {
    return {field.field, field.words[i].begin, field.words[i + count - 1].end};
  }
  void note(const std::string& code, const FieldWords& field, std::size_t i, std::size_t count) {
    note_mention(code, mention_of(field, i, count));
  }
  void note_mention(const std::string& code, const Mention& mention) {
    const auto found = std::ranges::find(countries_, code, &Country::code);
    if (found != countries_.end()) {
      found->mentions.push_back(mention);
    } else {
      countries_.push_back({code, {mention}});
    }
  }
  bool has(std::string_view code) const {
    return std::ranges::find(countries_, code, &Country::code) != countries_.end();
  }

  const CountryGazetteer& gazetteer_;
  std::string kingdom_;
  std::size_t last_end_ = 0;  ///< behind the last country of the field
  std::vector<Country> countries_;
  std::vector<std::pair<std::string, Mention>> undecided_oman_;
  std::vector<Mention> sultanate_;  ///< «السلطنة» alone
  bool names_brunei_ = false;       ///< «سلطنة بروناي»
  bool is_dateline_ = false;        ///< «عمان» before the date
};

}  // namespace

bool may_begin_country(const CountryGazetteer& gazetteer, std::string_view form) {
  return visit_variants(form, [&](std::string_view variant) {
    return gazetteer.longest_from(variant) > 0 || variant == kOman || variant == kMali ||
           variant == kKingdom || variant == kSultanate;
  });
}

std::vector<Country> recognize_countries(const CountryGazetteer& gazetteer,
                                         const std::vector<FieldWords>& fields,
                                         std::string_view kingdom) {
  Recognizer recognizer(gazetteer, kingdom);
  for (const FieldWords& field : fields) recognizer.read(field);
  std::vector<Country> countries = recognizer.finish();
  for (Country& country : countries) std::ranges::sort(country.mentions);
  std::ranges::stable_sort(countries, {}, [](const Country& c) { return c.mentions.front(); });
  return countries;
}

}  // namespace bayan::entity
