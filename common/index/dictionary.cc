#include "common/index/dictionary.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_set>

#include "common/base/bytes.h"
#include "common/index/glass/database_writer.h"
#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "common/text/broken_plurals.h"
#include "common/text/compact_letters.h"
#include "common/text/strict_stems.h"

namespace bayan::index {
namespace {

/// The letter before the keys of each kind of entry.
enum EntryKind : char {
  kStrictClass = 's',
  kGreedyClass = 'g',
  kOwnStems = 'f',
};

std::string key_of(EntryKind kind, std::string_view rest) {
  return static_cast<char>(kind) + text::compact_letters(rest);
}

/// Xapian takes no key over 245 bytes; forms are shorter (text::kMaxFormBytes), stems may grow.
bool is_key(std::string_view rest) { return rest.size() < 240; }

char digit_of(FormGrade grade) { return static_cast<char>('0' + static_cast<int>(grade)); }
/// Of an entry of a strict class.
FormGrade grade_of(std::string_view entry) { return static_cast<FormGrade>(entry.front() - '0'); }

/// Stands in entries for the letters of the stem, which most forms of a class hold; in no form.
constexpr char kStemMark = '\x01';

/// «والوزير» under the stem «وزير»: «وال» and the mark, with compact letters.
std::string shortened(std::string_view form, std::string_view stem) {
  const std::size_t at = stem.empty() ? std::string_view::npos : form.find(stem);
  std::string out = text::compact_letters(form.substr(0, at));
  if (at == std::string_view::npos) return out;
  out += kStemMark;
  return out += text::compact_letters(form.substr(at + stem.size()));
}

std::string lengthened(std::string_view entry, std::string_view stem) {
  const std::size_t at = entry.find(kStemMark);
  std::string out = text::expand_letters(entry.substr(0, at));
  if (at == std::string_view::npos) return out;
  out += stem;
  return out += text::expand_letters(entry.substr(at + 1));
}

Vocabulary read_vocabulary(const Xapian::Database& statements) {
  Vocabulary vocabulary;
  for (auto term = statements.allterms_begin(); term != statements.allterms_end(); ++term) {
    const std::string name = *term;
    if (is_text_term(name)) vocabulary.add(read_term(name), term.get_termfreq());
  }
  return vocabulary;
}

/// Metadata, not empty where the table of synonyms is not.
constexpr const char* kHasSynonyms = "has-synonyms";

std::string words_key(std::size_t letters) { return "words" + std::to_string(letters); }

/// Of words that came since the dictionary was written; apart, so that adding is quick.
std::string added_words_key(std::size_t letters) { return "added-words" + std::to_string(letters); }

std::size_t letters_of(std::string_view form) {
  return static_cast<std::size_t>(std::ranges::count_if(
      form, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void append_word(std::string& out, std::string_view form, std::uint32_t count) {
  append_string(out, text::compact_letters(form));
  append_varint(out, count);
}

/// The words by their number of letters: each form with its size before it, then its count.
void write_words(glass::DatabaseWriter& database, const Vocabulary& vocabulary) {
  constexpr std::size_t kLargeVocabulary = 20'000;
  const std::uint32_t fewest = vocabulary.size() > kLargeVocabulary ? 2 : 1;
  std::vector<std::string> by_letters(kMostWordLetters + 1);
  for (std::uint32_t number = 0; number < vocabulary.size(); ++number) {
    const std::string_view form = vocabulary.form(number);
    const std::uint32_t count = vocabulary.count(number);
    const std::size_t letters = letters_of(form);
    if (count < fewest || letters < 2 || letters > kMostWordLetters) continue;
    append_word(by_letters[letters], form, count);
  }
  for (std::size_t letters = 0; letters < by_letters.size(); ++letters) {
    database.set_metadata(words_key(letters), by_letters[letters]);
  }
}

/// Lists further words, each seen once.
void append_words(Xapian::WritableDatabase& database, const std::vector<std::string>& forms) {
  std::map<std::size_t, std::string> by_letters;
  for (const std::string& form : forms) {
    const std::size_t letters = letters_of(form);
    if (letters < 2 || letters > kMostWordLetters) continue;
    append_word(by_letters[letters], form, 1);
  }
  for (const auto& [letters, words] : by_letters) {
    const std::string key = added_words_key(letters);
    database.set_metadata(key, database.get_metadata(key) + words);
  }
}

/// Lists the entries of classes, leaving out what a reader knows without them.
class ClassLists {
 public:
  explicit ClassLists(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  [[nodiscard]] glass::SynonymLists greedy() {
    glass::SynonymLists lists;
    visit_greedy_classes(vocabulary_, [&](std::string_view stem, const FormNumbers& forms) {
      if (!is_key(stem) || is_stem_alone(stem, forms)) return;
      entries_.clear();
      for (const std::uint32_t number : forms) {
        entries_.push_back(shortened(vocabulary_.form(number), stem));
      }
      lists.add(key_of(kGreedyClass, stem), entries_);
    });
    return lists;
  }

  [[nodiscard]] glass::SynonymLists own_stems(const WordClasses& classes) {
    glass::SynonymLists lists;
    classes.visit_own_stems([&](std::string_view form, const std::vector<std::string_view>& stems) {
      entries_.clear();
      for (const std::string_view stem : stems) {
        if (is_key(stem)) entries_.push_back(text::compact_letters(stem));
      }
      lists.add(key_of(kOwnStems, form), entries_);
    });
    return lists;
  }

  [[nodiscard]] glass::SynonymLists strict(const WordClasses& classes) {
    glass::SynonymLists lists;
    classes.visit_classes([&](std::string_view stem, const StemClass& forms) {
      const bool borrows = !forms.plural.empty() || !forms.derived.empty();
      if (!is_key(stem) || (!borrows && is_stem_alone(stem, forms.light))) return;
      entries_.clear();
      add_strict(stem, forms.light, FormGrade::kLight);
      add_strict(stem, forms.plural, FormGrade::kPlural);
      add_strict(stem, forms.derived, FormGrade::kDerived);
      lists.add(key_of(kStrictClass, stem), entries_);
    });
    return lists;
  }

 private:
  /// A class that needs no entry: the form finds itself, and other spellings find it as their stem.
  [[nodiscard]] bool is_stem_alone(std::string_view stem, const FormNumbers& forms) const {
    return forms.size() == 1 && vocabulary_.form(forms.front()) == stem;
  }

  void add_strict(std::string_view stem, const FormNumbers& forms, FormGrade grade) {
    for (const std::uint32_t number : forms) {
      entries_.push_back(digit_of(grade) + shortened(vocabulary_.form(number), stem));
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<std::string> entries_;  ///< of the list that is made
};

/// Lists of each kind, in the order of the letters before their keys; one kind at a time is in
/// memory.
bool write_lists(glass::DatabaseWriter& database, const Vocabulary& vocabulary,
                 Xapian::doccount all_statements) {
  static_assert(kOwnStems < kGreedyClass && kGreedyClass < kGramEntry && kGramEntry < kStrictClass);
  ClassLists lists(vocabulary);
  const WordClasses classes(vocabulary);
  database.add_synonyms(lists.own_stems(classes));
  database.add_synonyms(lists.greedy());
  database.add_synonyms(list_grams(vocabulary, all_statements));
  database.add_synonyms(lists.strict(classes));
  return database.has_synonyms();
}

/// Adds forms to a written dictionary.
class Addition {
 public:
  /// `has_form` tells of a form whether statements hold it or are about to.
  Addition(Xapian::WritableDatabase& database, std::function<bool(const std::string&)> has_form)
      : database_(database), has_form_(std::move(has_form)) {}

  void add(const std::string& form) {
    for (const std::string& stem : listed_stems(form)) {
      add_to(kStrictClass, stem, form, {digit_of(FormGrade::kLight)});
    }
    add_to(kGreedyClass, dictionary_stem(form), form, "");
  }

 private:
  /// A form that is alone with its stem has no entry. A class that is full stays as it is.
  void add_to(EntryKind kind, const std::string& stem, const std::string& form,
              const std::string& before) {
    if (!is_key(stem)) return;
    const std::string key = key_of(kind, stem);
    const auto count = static_cast<std::size_t>(
        std::distance(database_.synonyms_begin(key), database_.synonyms_end(key)));
    if (count >= kMostClassForms || (count == 0 && form == stem)) return;
    if (count == 0 && has_form_(stem)) database_.add_synonym(key, before + shortened(stem, stem));
    database_.add_synonym(key, before + shortened(form, stem));
  }

  Xapian::WritableDatabase& database_;
  std::function<bool(const std::string&)> has_form_;
};

/// Gathers the forms related to one, each under its best grade.
class Gathering {
 public:
  Gathering(const Xapian::Database& database, std::string_view form)
      : database_(database), form_(form), spelling_(text::without_hamza_seats(form)) {
    add(std::string(form), FormGrade::kSame);
  }

  std::vector<RelatedForm> gather() {
    for (const std::string& stem : stems()) {
      add_strict(stem);
      for (const std::string& singular : text::listed_singulars(stem)) add_singular(singular);
    }
    add_greedy();
    std::ranges::stable_sort(related_, {}, &RelatedForm::grade);
    return std::move(related_);
  }

 private:
  [[nodiscard]] std::vector<std::string> synonyms(const std::string& key) const {
    return {database_.synonyms_begin(key), database_.synonyms_end(key)};
  }

  /// The entries of a stem with their forms whole, sorted.
  [[nodiscard]] std::vector<std::string> entries_of(EntryKind kind, const std::string& stem) const {
    std::vector<std::string> entries = synonyms(key_of(kind, stem));
    for (std::string& entry : entries) entry = lengthened(entry, stem);
    std::ranges::sort(entries);
    return entries;
  }

  [[nodiscard]] std::vector<std::string> stems() const {
    std::vector<std::string> own = synonyms(key_of(kOwnStems, form_));
    if (own.empty()) return listed_stems(form_);
    for (std::string& stem : own) stem = text::expand_letters(stem);
    return own;
  }

  void add_strict(const std::string& stem) {
    const std::vector<std::string> entries = entries_of(kStrictClass, stem);
    // A class of the stem alone is not written.
    if (entries.empty()) add(stem, FormGrade::kLight);
    for (const std::string& entry : entries) add(entry.substr(1), grade_of(entry));
  }

  /// The singular's own forms, for a plural that came after the dictionary was written. Not what
  /// the singular itself borrows: that would lead on to words which do not lead back.
  void add_singular(const std::string& stem) {
    const std::vector<std::string> entries = entries_of(kStrictClass, stem);
    if (entries.empty()) add(stem, FormGrade::kPlural);
    for (const std::string& entry : entries) {
      // A singular with no other form is listed among what it borrows.
      const bool own = grade_of(entry) == FormGrade::kLight || entry.substr(1) == stem;
      if (own) add(entry.substr(1), FormGrade::kPlural);
    }
  }

  void add_greedy() {
    const std::string stem = dictionary_stem(form_);
    for (std::string& other : entries_of(kGreedyClass, stem)) {
      add(std::move(other), FormGrade::kGreedy);
    }
  }

  void add(std::string form, FormGrade grade) {
    if (grade == FormGrade::kLight && text::without_hamza_seats(form) == spelling_) {
      grade = FormGrade::kSame;
    }
    const auto [found, is_new] = places_.try_emplace(form, related_.size());
    if (is_new) {
      related_.push_back({std::move(form), grade});
    } else if (grade < related_[found->second].grade) {
      related_[found->second].grade = grade;
    }
  }

  const Xapian::Database& database_;
  std::string_view form_;
  std::string spelling_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<RelatedForm> related_;
};

}  // namespace

Result<void> write_dictionary(const Xapian::Database& statements,
                              const std::filesystem::path& directory) {
  return guarded(directory.string(), [&] {
    const Vocabulary vocabulary = read_vocabulary(statements);
    glass::DatabaseWriter database(directory);
    const bool has_lists = write_lists(database, vocabulary, statements.get_doccount());
    database.set_metadata(kHasSynonyms, has_lists ? "1" : "");
    write_words(database, vocabulary);
    database.finish();
  });
}

Result<void> add_to_dictionary(const Xapian::Database& statements,
                               const std::vector<std::string>& rising_forms,
                               const std::filesystem::path& directory) {
  if (rising_forms.empty()) return {};
  return guarded(directory.string(), [&] {
    Xapian::WritableDatabase database(directory.string(), Xapian::DB_OPEN);
    Addition addition(database, [&](const std::string& form) {
      return std::ranges::binary_search(rising_forms, form) ||
             statements.term_exists(text_term(form));
    });
    for (const std::string& form : rising_forms) addition.add(form);
    append_words(database, rising_forms);
    database.commit();
  });
}

Result<Dictionary> Dictionary::open(const std::filesystem::path& directory) {
  return guarded(directory.string(), [&]() -> Result<Dictionary> {
    Xapian::Database database(directory.string());
    // Xapian takes a table that is not there for an empty one.
    if (!database.get_metadata(kHasSynonyms).empty() &&
        database.synonym_keys_begin() == database.synonym_keys_end()) {
      return fail(ErrorKind::kIndexDamaged,
                  directory.string() + ": the index is damaged (the table of word classes is gone)",
                  "build the index again: bayan-indexer --rebuild PATH…");
    }
    return Dictionary(std::move(database), directory.string());
  });
}

Result<std::vector<RelatedForm>> Dictionary::related_forms(std::string_view form) const {
  return guarded(place_, [&] { return Gathering(database_, form).gather(); });
}

Result<std::vector<Gram>> Dictionary::grams(std::string_view form) const {
  return guarded(place_, [&] { return read_grams(database_, form); });
}

Result<void> Dictionary::visit_words(
    std::size_t fewest, std::size_t most,
    const std::function<void(std::string_view form, std::uint32_t count)>& visit) const {
  return guarded(place_, [&] {
    for (std::size_t letters = fewest; letters <= std::min(most, kMostWordLetters); ++letters) {
      const std::string words = database_.get_metadata(words_key(letters)) +
                                database_.get_metadata(added_words_key(letters));
      ByteReader reader(words);
      std::string form;
      while (!reader.at_end()) {
        text::expand_letters(reader.read_string(), form);
        const auto count = static_cast<std::uint32_t>(reader.read_varint());
        if (reader.ok()) visit(form, count);
      }
    }
  });
}

}  // namespace bayan::index
