#include "common/entity/country_recognizer.h"

#include <algorithm>
#include <array>
#include <optional>

// At each word the longest key wins, tried bare and without proclitics:
//
//   «وللجمهورية الفرنسية»  -و-> «للجمهوريه الفرنسيه»  -لل/ال-> «الجمهوريه الفرنسيه»  ->  FR
namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

/// `form` is in the list, bare or behind one or two letters («وبحر», «باللغة»).
template <std::size_t N>
bool ends_in_one_of(std::string_view form, const std::array<std::string_view, N>& list) {
  constexpr std::size_t kTwoLetters = 4;
  return std::ranges::any_of(list, [form](std::string_view word) {
    return form.ends_with(word) && form.size() <= word.size() + kTwoLetters;
  });
}

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, form) != list.end();
}

/// A country behind these is part of a medium's name.
constexpr std::array<std::string_view, 7> kMedia = {"وكاله", "انباء", "صحيفه", "صحف",
                                                    "قناه",  "اذاعه", "جريده"};
/// A city behind these names a treaty or a meeting.
constexpr std::array<std::string_view, 10> kTreaties = {
    "اتفاقيه", "معاهده", "مبادره", "بروتوكول", "اعلان", "اتفاق", "حلف", "ميثاق", "قمه", "نظام"};
/// «المغرب» behind these is the prayer.
constexpr std::array<std::string_view, 6> kPrayer = {"صلاه", "اذان", "بعد", "قبل", "وقبل", "وبعد"};
/// A country behind these is a sea, a language or a coin.
constexpr std::array<std::string_view, 9> kOther = {"بحر",    "خليج",   "اللغه", "لغه",   "للغه",
                                                    "باللغه", "واللغه", "دولار", "المحيط"};
/// «القطرية» behind these is «of the country».
constexpr std::array<std::string_view, 6> kOfTheCountry = {"المدير", "المديره", "مكتب",
                                                           "المكتب", "المكاتب", "الاستراتيجيه"};
/// «مالي» behind these is the country and no adjective or «my money».
constexpr std::array<std::string_view, 12> kBeforeMali = {
    "من", "في", "دوله", "جمهوريه", "الي", "لدي", "سفير", "رييس", "شمال", "جنوب", "بين", "حكومه"};
/// A nisba behind these, or behind these and other nisbas, is a language.
constexpr std::array<std::string_view, 6> kLanguages = {"لغه",    "اللغه", "لغات",
                                                        "اللغات", "لغتين", "اللغتين"};
/// What bears the name of a country elsewhere; a city's may be in it («استاد القاهرة»).
constexpr std::array<std::string_view, 2> kStadiums = {"ستاد", "استاد"};
constexpr std::array<std::string_view, 2> kStreets = {"شارع", "ميدان"};
/// «حي الدار البيضاء», «أحياء العزيزية والدار البيضاء»; «أحياء الرياض» are the city's own.
constexpr std::array<std::string_view, 3> kQuarter = {"حي", "بحي", "وحي"};
constexpr std::array<std::string_view, 2> kQuarters = {"احياء", "باحياء"};
/// «كوبا أميركا» is a cup.
constexpr std::array<std::string_view, 2> kAmerica = {"امريكا", "اميركا"};
/// «الأمريكية» before these is the continent.
constexpr std::array<std::string_view, 3> kContinent = {"الشماليه", "الجنوبيه", "اللاتينيه"};

bool has_article(std::string_view form) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"ال", "وال", "بال", "فال", "لل"},
      [form](std::string_view article) { return form.starts_with(article); });
}

/// `form` and what stays when proclitics are taken off; لل becomes the article again.
std::vector<std::string> without_clitics(const std::string& form) {
  std::vector<std::string> variants = {form};
  const auto add_unclitic = [&variants](const std::string& word) {
    if (word.starts_with("لل")) variants.push_back("ال" + word.substr(4));
    for (const std::string_view clitic : {"و", "ف", "ب", "ك", "ل"}) {
      // «كلاوس» is no «like Laos»: short names go without ك.
      const std::size_t least = clitic == "ك" ? 10 : 6;
      if (word.starts_with(clitic) && word.size() >= clitic.size() + least) {
        variants.push_back(word.substr(clitic.size()));
      }
    }
  };
  add_unclitic(form);
  // «مصرمن»: a space was forgotten.
  for (const std::string_view glued : {"من", "الي", "علي"}) {
    if (form.ends_with(glued) && form.size() >= glued.size() + 6) {
      variants.push_back(form.substr(0, form.size() - glued.size()));
    }
  }
  const std::vector<std::string> once = variants;
  for (std::size_t i = 1; i < once.size(); ++i) add_unclitic(once[i]);
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
      if (word.kind != WordKind::kLetters || field.is_name[i]) {
        ++i;
        continue;
      }
      const std::vector<std::string> variants = without_clitics(word.form);
      const std::optional<Match> match = longest_match(field, i, variants);
      if (note_special(field, i, variants, match.has_value())) {
        ++i;
        continue;
      }
      if (match && is_meant(field, i, *match)) {
        note(match->entry->code, field, i, match->word_count);
        last_end_ = i + match->word_count;
      }
      i += match ? match->word_count : 1;
    }
  }

  std::vector<Country> finish() {
    for (const auto& [code, mention] : undecided_oman_) {
      note_mention(has("JO") ? "JO" : code, mention);
    }
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
          if (!best || count > best->word_count) best = Match{entry, count};
        }
        if (count >= longest || next >= field.words.size() ||
            field.words[next].kind != WordKind::kLetters || field.is_name[next]) {
          break;
        }
        key += ' ' + field.words[next].form;
      }
    }
    return best;
  }

  /// «عمان» alone is decided at the end; «المملكة» alone is the issuer's own.
  bool note_special(const FieldWords& field, std::size_t i,
                    const std::vector<std::string>& variants, bool names_country) {
    if (std::ranges::find(variants, "عمان") != variants.end() &&
        !ends_in_one_of(form_before(field, i, 1), kOther)) {
      const bool sultanate = form_before(field, i, 1).ends_with("سلطنه");
      const Mention mention = mention_of(field, i, 1);
      if (sultanate) {
        note_mention("OM", mention);
      } else {
        undecided_oman_.emplace_back("OM", mention);
      }
      return true;
    }
    if (names_mali(field, i)) {
      note("ML", field, i, 1);
      return true;
    }
    if (!kingdom_.empty() && !names_country &&
        std::ranges::find(variants, "المملكه") != variants.end()) {
      note(kingdom_, field, i, 1);
      return true;
    }
    return false;
  }

  /// «من مالي ،», «بوركينا فاسو ومالي والنيجر»; «من مالي الخاص» and «دعم مالي» are something else.
  [[nodiscard]] bool names_mali(const FieldWords& field, std::size_t i) const {
    const std::string_view word = field.words[i].form;
    const std::string_view after = form_at(field, i + 1);
    if (word == "مالي") {
      const bool ends =
          i + 1 >= field.words.size() || field.words[i + 1].kind != WordKind::kLetters;
      return is_one_of(form_before(field, i, 1), kBeforeMali) && (ends || after.starts_with("و"));
    }
    if (word != "ومالي") return false;
    const bool follows = last_end_ == i && i > 0;
    return follows || (after.starts_with("و") && gazetteer_.find(after.substr(2)) != nullptr);
  }

  static std::string_view form_before(const FieldWords& field, std::size_t i, std::size_t back) {
    return i >= back ? std::string_view(field.words[i - back].form) : std::string_view();
  }
  static std::string_view form_at(const FieldWords& field, std::size_t i) {
    return i < field.words.size() ? std::string_view(field.words[i].form) : std::string_view();
  }

  static bool is_meant(const FieldWords& field, std::size_t i, const Match& match) {
    const std::string_view before = form_before(field, i, 1);
    const std::string_view after = form_at(field, i + match.word_count);
    if (ends_in_one_of(before, kMedia) || ends_in_one_of(form_before(field, i, 2), kMedia))
      return false;
    if (ends_in_one_of(before, kOther)) return false;
    if (match.entry->kind == Kind::kCity && ends_in_one_of(before, kTreaties)) return false;
    if (match.entry->code == "MA" && match.word_count == 1 && is_one_of(before, kPrayer))
      return false;
    if (is_part_of_place(field, i, match) || is_language(field, i, match)) return false;
    if (match.entry->code == "HU" && is_course(field.words[i].form, before, after)) return false;
    if (match.entry->code == "CU" && is_one_of(after, kAmerica)) return false;
    if (before == "كوبا" && is_one_of(field.words[i].form, kAmerica)) return false;
    const bool is_bracketed = after == "(";
    if (match.entry->code == "US" &&
        is_one_of(is_bracketed ? form_at(field, i + match.word_count + 1) : after, kContinent)) {
      return false;
    }
    if (match.entry->code == "QA" && match.entry->kind == Kind::kNisba &&
        is_one_of(before, kOfTheCountry)) {
      return false;
    }
    // «بحسب "الفرنسية"», «صرح لـ«الرياض»»: the agency, the paper.
    const bool is_quoted = (before == "\"" && after == "\"") || (before == "«" && after == "»") ||
                           (before == "“" && after == "”");
    if (match.entry->kind != Kind::kName && match.word_count == 1 && is_quoted) return false;
    return before != "بن" && before != "بنت";
  }

  static bool is_part_of_place(const FieldWords& field, std::size_t i, const Match& match) {
    const std::string_view before = form_before(field, i, 1);
    if (ends_in_one_of(before, kStreets)) return true;
    if (match.entry->kind == Kind::kName) return ends_in_one_of(before, kStadiums);
    if (match.entry->kind != Kind::kCity) return false;
    return is_one_of(before, kQuarter) ||
           (field.words[i].form.starts_with("و") && is_one_of(form_before(field, i, 2), kQuarters));
  }

  /// «باللغتين العربية والإنجليزية»: a nisba joined to others behind a word for language.
  static bool is_language(const FieldWords& field, std::size_t i, const Match& match) {
    constexpr std::size_t kReach = 4;
    if (match.entry->kind != Kind::kNisba || !field.words[i].form.ends_with("يه")) return false;
    for (std::size_t back = 1; back <= kReach; ++back) {
      const std::string_view word = form_before(field, i, back);
      if (ends_in_one_of(word, kLanguages)) return true;
      if (!word.ends_with("يه")) return false;
    }
    return false;
  }

  /// «المجرى الملاحي», «مجريات الأحداث»; «الرئيس المجري» is of Hungary.
  static bool is_course(std::string_view word, std::string_view before, std::string_view after) {
    if (word.ends_with("مجريات")) return true;
    if (!word.ends_with("مجري")) return false;
    return word.ends_with("المجري") || word.starts_with("لل") ? !has_article(before)
                                                              : has_article(after);
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
};

}  // namespace

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
