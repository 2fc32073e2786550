#include "common/text/strict_stems.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/protected_words.h"

// A form is read from the front, then each reading from the back:
//
//   «وبوزارتها»  -و-ب->  «وزارتها»  -ها->  «وزارت»  -ت = ه->  «وزاره»
//
// Folding has made the seats of a hamza its letters, so stems are spelt without them besides.
namespace bayan::text {
namespace {

/// Of words that hold `whole` statements, evidence in fewer than one in so many is an accident.
constexpr std::uint32_t kEvidenceShare = 50;

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kTehMarbuta = "ه";

std::size_t letters(std::string_view text) { return text.size() / kLetterBytes; }

bool is_arabic(std::string_view form) {
  if (form.size() % kLetterBytes != 0) return false;
  for (std::size_t i = 0; i < form.size(); i += kLetterBytes) {
    const auto lead = static_cast<unsigned char>(form[i]);
    if (lead < 0xD8 || lead > 0xDB) return false;
  }
  return true;
}

std::string joined(std::string_view one, std::string_view other) {
  return std::string(one).append(other);
}

void replace_end(std::string& word, std::string_view from, std::string_view to) {
  if (word.ends_with(from)) word.replace(word.size() - from.size(), from.size(), to);
}

/// One form's readings.
class Reader {
 public:
  Reader(std::string_view form, const WordCount& count) : form_(form), count_(count) {}

  std::vector<std::string> read() {
    add(form_);
    if (letters(form_) < 3 || !is_arabic(form_) || is_divine()) return std::move(stems_);
    if (!is_whole_word(form_)) read_front();
    return std::move(stems_);
  }

 private:
  [[nodiscard]] bool is_divine() {
    for (const std::string_view proclitic : {"", "و", "ف", "ب", "ل", "ك", "ت", "وب", "وت"}) {
      if (form_ == joined(proclitic, "الله") || form_ == joined(proclitic, "لله")) {
        add("الله");
        return true;
      }
    }
    return false;
  }

  void add(std::string_view stem) {
    if (stems_.size() >= kMostStrictStems) return;
    std::string spelt = without_hamza_seats(stem);
    if (std::ranges::find(stems_, spelt) == stems_.end()) stems_.push_back(std::move(spelt));
  }

  [[nodiscard]] std::uint32_t count(std::string_view word) const {
    return count_ ? count_(word) : 0;
  }
  /// Found often enough beside `word` to say something of it.
  [[nodiscard]] bool is_evidence(std::uint32_t found, std::string_view word) const {
    return found > 0 && found * kEvidenceShare >= count(word);
  }

  void read_front() {
    const bool is_conjoined_name = is_name_behind("و") || is_name_behind("ف");
    if (!is_conjoined_name && take_article()) return;
    if (take_conjunction()) return;
    if (take_preposition(form_)) return;
    take_future(form_);
    read_back(form_);
  }

  /// «وكاليدونيا»: no article in it.
  [[nodiscard]] bool is_name_behind(std::string_view clitic) const {
    return form_.starts_with(clitic) && is_whole_word(form_.substr(clitic.size()));
  }

  /// A name behind a clitic is read as such beside what else the word may be («وجهان»), unless the
  /// index shows the word with an article.
  void read_name(std::string_view word) {
    const std::string_view rest = word.substr(kLetterBytes);
    if (letters(rest) < 3 || !is_whole_word(rest)) return;
    if (!is_evidence(count(joined(kArticle, word)), word)) add(rest);
  }

  /// «بالوزارة», «والوزير», «للوزير»: nothing but a noun follows. True if that is the one reading.
  bool take_article() {
    constexpr auto kArticles = std::to_array<std::string_view>(
        {"وبال", "وكال", "فبال", "فكال", "ولال", "وال", "فال", "بال", "كال", "لال", "ال"});
    constexpr auto kToThe = std::to_array<std::string_view>({"ولل", "فلل", "لل"});
    for (const std::string_view article : kToThe) {
      if (!form_.starts_with(article)) continue;
      const std::string_view rest = form_.substr(article.size());
      // «للجنة» is ل + «اللجنة»: one ل of three is not written.
      const std::string_view with_lam = form_.substr(article.size() - kLetterBytes);
      if (starts_itself(with_lam)) {
        read_noun(with_lam);
        return true;
      }
      if (letters(rest) < 2) return false;
      if (is_whole_word(joined(kArticle, rest))) add(joined(kArticle, rest));
      read_noun(rest);
      return true;
    }
    for (const std::string_view article : kArticles) {
      if (!form_.starts_with(article)) continue;
      const std::string_view rest = form_.substr(article.size());
      if (letters(rest) < 2) return false;
      // «الفهم» is no «الف» before a pronoun.
      const bool is_before_name = letters(rest) > 2 && is_whole_word(rest);
      if (!is_before_name && starts_itself(form_)) return false;
      // «بالتزام», «والمانيا»: the alef and lam are the word's own.
      const std::string_view with_article = form_.substr(article.size() - kArticle.size());
      if (article.size() > kArticle.size() && starts_itself(with_article)) {
        read_back(with_article);
        return true;
      }
      read_noun(rest);
      return true;
    }
    return false;
  }

  /// What stands behind an article takes no pronoun.
  void read_noun(std::string_view noun) {
    add(noun);
    if (!is_whole_word(noun)) read_inflection(noun);
  }

  bool take_conjunction() {
    const bool waw = form_.starts_with("و");
    if (!waw && !form_.starts_with("ف")) return false;
    read_name(form_);
    const std::string_view rest = form_.substr(kLetterBytes);
    if (letters(rest) < 2 || starts_itself(form_)) return false;
    if (letters(rest) == 2 && !is_evidence(count(rest), form_)) return false;
    if (!waw && count_ && !is_known(rest)) return false;
    add(rest);
    if (!is_whole_word(rest)) {
      if (!take_preposition(rest)) {
        take_future(rest);
        read_back(rest);
      }
    }
    const bool surely = is_known(rest) && (waw || count(rest) >= count(form_));
    if (!surely) read_back(form_);
    return surely;
  }

  bool take_preposition(std::string_view word) {
    const bool is_one = word.starts_with("ب") || word.starts_with("ل") || word.starts_with("ك");
    if (!is_one) return false;
    read_name(word);
    if (starts_itself(word)) return false;
    const std::string_view rest = word.substr(kLetterBytes);
    const std::size_t left = letters(rest);
    if (left < 3) return false;
    if (rest.starts_with(kArticle) && !starts_itself(rest) && letters(rest) > 3) return false;
    add(rest);
    if (!is_whole_word(rest)) read_back(rest);
    const bool surely = is_known(rest) && count(rest) >= count(word);
    if (!surely) read_back(word);
    return surely;
  }

  /// «سيقوم»: the future before a verb in the present.
  void take_future(std::string_view word) {
    if (!word.starts_with("س") || letters(word) < 5 || starts_itself(word)) return;
    const std::string_view verb = word.substr(kLetterBytes);
    if (!verb.starts_with("ي") && !verb.starts_with("ت") && !verb.starts_with("ن")) return;
    if (count_ && count(verb) == 0) return;
    add(verb);
    read_back(verb);
  }

  /// A word of a table, or of the index in its own right.
  [[nodiscard]] bool is_known(std::string_view word) const {
    return is_whole_word(word) || begins_as_listed(word) || count(word) > 0;
  }

  /// The word, or the word without an ending, is listed with its first letter.
  [[nodiscard]] static bool begins_as_listed(std::string_view word) {
    if (has_own_beginning(word)) return true;
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"ا",  "ه",  "ي",  "ت",   "ها",  "هم", "هن",  "نا",  "هما", "كم",  "ات", "ان",
         "ين", "ون", "يه", "تان", "تين", "ته", "تها", "تهم", "تنا", "اته", "وا", "اتها"});
    for (const std::string_view ending : kEndings) {
      if (!word.ends_with(ending) || letters(word) < letters(ending) + 3) continue;
      std::string stem(word.substr(0, word.size() - ending.size()));
      if (has_own_beginning(stem) || has_own_beginning(stem + std::string(kTehMarbuta))) {
        return true;
      }
    }
    return false;
  }

  /// True where the first letters of `word` are no clitics: it is listed, or the index holds it
  /// behind an article, or behind a clitic that never stands before such a one.
  [[nodiscard]] bool starts_itself(std::string_view word) const {
    if (is_whole_word(word) || begins_as_listed(word)) return true;
    if (!count_) return false;
    if (is_evidence(count(joined(kArticle, word)), word)) return true;
    const bool conjunction = word.starts_with("و") || word.starts_with("ف");
    if (word.starts_with(kArticle) || conjunction) {
      const std::uint32_t behind = count(joined("ب", word)) + count(joined("ل", word));
      return !word.starts_with(kArticle) && is_evidence(behind, word);
    }
    if (word.starts_with("ب") || word.starts_with("ك") || word.starts_with("ل")) {
      return is_evidence(count(joined("ب", word)) + count(joined("ل", word)), word) &&
             count(joined("لل", word)) > 0;
    }
    return false;
  }

  /// Endings of a word without clitics in front: inflection, then pronouns.
  void read_back(std::string_view word) {
    add(word);
    if (is_whole_word(word)) return;
    read_inflection(word);
    read_pronoun(word);
    read_verb(word);
  }

  void read_inflection(std::string_view word) {
    read_teh_marbuta(word);
    // Sound feminine plural: «وزارات» of «وزاره», «قرارات» of «قرار».
    if (const std::string_view stem = without(word, "ات", 3); !stem.empty()) {
      add(joined(stem, kTehMarbuta));
      if (is_feminine_of(stem)) add(stem);
    }
    // Duals of the feminine: «وزارتين».
    for (const std::string_view dual : {"تين", "تان"}) {
      if (const std::string_view stem = without(word, dual, 3); !stem.empty()) {
        add(joined(stem, kTehMarbuta));
      }
    }
    // «مدينتي»: my city, or two cities before their genitive.
    if (const std::string_view stem = without(word, "تي", 3);
        !stem.empty() && !stem.ends_with("ا") && !is_whole_word(joined(stem, "ت"))) {
      add(joined(stem, kTehMarbuta));
    }
    read_dual_and_plural(word);
    if (const std::string_view stem = without(word, "ا", 3); !stem.empty()) {
      if (!stem.ends_with("ي") || letters(stem) > 4) add(stem);
      read_teh_marbuta(stem);
    }
    if (const std::string_view stem = without(word, "ي", 4); !stem.empty()) {
      read_construct_plural(word, stem);
    }
    if (const std::string_view stem = without(word, "يه", 3); !stem.empty()) {
      // «السعوديه» -> «سعودي»: the feminine of a nisba.
      if (!has_own_teh_marbuta(word)) add(word.substr(0, word.size() - kLetterBytes));
    }
  }

  void read_teh_marbuta(std::string_view word) {
    const std::string_view stem = without(word, kTehMarbuta, 3);
    if (!stem.empty() && is_feminine_of(stem)) add(stem);
  }

  /// False where `stem` with teh marbuta is another word. Of three letters («عمله», «حركه») and of
  /// the shape of «سياحه» what the article stands before is a noun of its own, but for adjectives
  /// («قويه», «خاصه», «فعاله»).
  [[nodiscard]] bool is_feminine_of(std::string_view stem) const {
    const std::string feminine = joined(stem, kTehMarbuta);
    if (has_own_teh_marbuta(feminine)) return false;
    const bool may_be_noun = (letters(stem) == 3 && !stem.ends_with("ي")) || is_like_siyah(stem);
    if (!may_be_noun || is_short_adjective(stem)) return true;
    return !is_evidence(count(joined(kArticle, feminine)), feminine);
  }

  /// «سياح», «علام»: four letters, the third an alef, the first no participle's meem.
  [[nodiscard]] static bool is_like_siyah(std::string_view stem) {
    return letters(stem) == 4 && stem.substr(2 * kLetterBytes, kLetterBytes) == "ا" &&
           !stem.starts_with("م");
  }

  /// «وزيرين», «مسلمون», «وزيران». After three letters the ending is mostly the word's own.
  void read_dual_and_plural(std::string_view word) {
    for (const std::string_view ending : {"ين", "ون", "ان"}) {
      const std::string_view stem = without(word, ending, 3);
      if (stem.empty()) continue;
      if (letters(stem) == 3) {
        const bool dual = ending == "ين" && !word.starts_with("ت");
        if (!dual && !(count(joined(stem, "ين")) > 0 && count(joined(stem, "ان")) > 0)) continue;
        if (count_ && count(stem) == 0 && count(joined(kArticle, stem)) == 0) continue;
      }
      add(stem);
    }
  }

  /// «مسوولي الوزاره»: the plural before its genitive has lost its noon.
  void read_construct_plural(std::string_view word, std::string_view stem) {
    if (!word.starts_with("م")) return;
    if (count(joined(stem, "ين")) > 0 || count(joined(stem, "ون")) > 0 ||
        count(joined(joined(kArticle, stem), "ين")) > 0) {
      add(stem);
    }
  }

  /// Pronouns behind nouns and verbs; teh marbuta is written as teh before them.
  void read_pronoun(std::string_view word) {
    constexpr auto kPronouns =
        std::to_array<std::string_view>({"هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه"});
    for (const std::string_view pronoun : kPronouns) {
      const std::string_view stem = without(word, pronoun, pronoun == kTehMarbuta ? 4 : 3);
      if (stem.empty()) continue;
      if (pronoun == kTehMarbuta) {
        // The bare noun before ه is read with teh marbuta; here what only a pronoun follows.
        if (!stem.ends_with("ت") && !stem.ends_with("ا") && !stem.ends_with("و") &&
            !stem.ends_with("ي")) {
          continue;
        }
        // «المسووليه»: behind an article it is teh marbuta.
        if (is_evidence(count(joined(kArticle, word)), word)) return;
      } else {
        add(stem);
      }
      read_before_pronoun(stem);
      return;
    }
  }

  void read_before_pronoun(std::string_view stem) {
    if (const std::string_view noun = without(stem, "ات", 3); !noun.empty()) {
      add(stem);
      add(joined(noun, kTehMarbuta));
      if (is_feminine_of(noun)) add(noun);
    } else if (const std::string_view feminine = without(stem, "ت", 3); !feminine.empty()) {
      add(stem);
      add(joined(feminine, kTehMarbuta));
    }
    // «وزراوه», «وزرايه»: the hamza of «وزراء» on its seat. «مستشفاه»: alef maqsura.
    for (const std::string_view seat : {"او", "اي"}) {
      if (stem.ends_with(seat) && letters(stem) > 3)
        add(stem.substr(0, stem.size() - kLetterBytes));
    }
    if (const std::string_view noun = without(stem, "ا", 3); !noun.empty()) {
      add(joined(noun, "ي"));
    }
    // «موظفيها», «موظفوه»: a sound plural in the construct.
    for (const std::string_view plural : {"ي", "و"}) {
      if (const std::string_view noun = without(stem, plural, 4); !noun.empty()) {
        if (!is_whole_word(noun)) add(noun);
      }
    }
  }

  /// «اكدت», «قالوا».
  void read_verb(std::string_view word) {
    for (const std::string_view ending : {"وا", "ت"}) {
      if (const std::string_view stem = without(word, ending, 3); !stem.empty()) {
        if (ending == "ت" && word.ends_with("ات")) continue;
        add(stem);
        return;
      }
    }
  }

  /// `word` without `ending`; empty where it has none or fewer than `least` letters would stay.
  static std::string_view without(std::string_view word, std::string_view ending,
                                  std::size_t least) {
    if (!word.ends_with(ending) || letters(word) < letters(ending) + least) return {};
    return word.substr(0, word.size() - ending.size());
  }

  std::string_view form_;
  const WordCount& count_;
  std::vector<std::string> stems_;
};

}  // namespace

std::string without_hamza_seats(std::string_view form) {
  std::string out(form);
  if (!is_arabic(form) || letters(form) < 3) return out;
  // A final hamza after a long vowel: «طواريء», «وزراء».
  for (const std::string_view vowel : {"اء", "يء", "وء"}) {
    // «ماء» is not «ما», nor «جاء» «جا».
    if (vowel == "اء" && letters(out) == 3) continue;
    replace_end(out, vowel, vowel.substr(0, kLetterBytes));
  }
  // «هيأة» and «هيئة».
  replace_end(out, "ياه", "ييه");
  // From the end, so that a yeh before the seat makes no difference: «سيئول», «سيؤول».
  for (std::size_t i = out.size() - 2 * kLetterBytes; i >= kLetterBytes; i -= kLetterBytes) {
    const std::string_view two = std::string_view(out).substr(i, 2 * kLetterBytes);
    if (two == "يو" || two == "ءو") out.replace(i, kLetterBytes, "و");  // «شئون», «مرءوس»
    if (two == "ءا") out.replace(i, kLetterBytes, "ي");                 // «شيءا»
  }
  return out;
}

std::vector<std::string> strict_stems(std::string_view form, const WordCount& count) {
  return Reader(form, count).read();
}

std::vector<NisbaBase> nisba_bases(std::string_view stem) {
  std::vector<NisbaBase> bases;
  if (!is_arabic(stem) || letters(stem) < 3) return bases;
  const auto base = [&](std::string_view ending, std::size_t least, bool is_nisba) {
    if (!stem.ends_with(ending) || letters(stem) < letters(ending) + least) return;
    bases.push_back({std::string(stem.substr(0, stem.size() - ending.size())), is_nisba});
  };
  base("ي", 3, true);
  if (stem.ends_with("ي")) return bases;
  bases.push_back({std::string(stem), false});
  base("يا", 3, false);
  base("ا", 3, false);
  base("ه", 4, false);
  return bases;
}

}  // namespace bayan::text
