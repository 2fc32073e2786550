#include "common/index/dictionary.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "common/text/stemmer.h"

namespace bayan::index {
namespace {

/// The letter before the keys of each kind of class.
enum ClassKind : char {
  kStrictClass = 's',
  kGreedyClass = 'g',
};

/// A form and how many statements hold it.
using CountedForm = std::pair<Xapian::doccount, std::string>;
using Classes = std::map<std::string, std::vector<CountedForm>>;

std::string class_key(ClassKind kind, std::string_view stem) {
  std::string key(1, static_cast<char>(kind));
  return key += stem;
}

bool is_latin_word(std::string_view form) {
  return !form.empty() && form.front() >= 'a' && form.front() <= 'z';
}

/// What the strict class of a form is listed under.
std::string strict_stem(std::string_view form) {
  return is_latin_word(form) ? dictionary_stem(form) : std::string(text::strict_stem(form));
}

/// A stem that only its own form has needs no entry: the form finds itself.
bool is_worth_an_entry(std::string_view stem, const std::vector<CountedForm>& forms) {
  return forms.size() > 1 || forms.front().second != stem;
}

void write_classes(Xapian::WritableDatabase& database, Classes& classes) {
  for (auto& [key, forms] : classes) {
    if (!is_worth_an_entry(std::string_view(key).substr(1), forms)) continue;
    if (forms.size() > kMostClassForms) {
      std::ranges::nth_element(forms, forms.begin() + kMostClassForms, std::greater{});
      forms.resize(kMostClassForms);
    }
    for (const CountedForm& form : forms) database.add_synonym(key, form.second);
  }
}

}  // namespace

std::string dictionary_stem(std::string_view form) {
  if (is_latin_word(form)) {
    thread_local const Xapian::Stem english("en");
    return english(std::string(form));
  }
  return std::string(text::ranking_stem(form));
}

Result<void> write_dictionary(const Xapian::Database& statements,
                              const std::filesystem::path& directory) {
  return guarded(directory.string(), [&] {
    Classes classes;
    for (auto term = statements.allterms_begin(); term != statements.allterms_end(); ++term) {
      const std::string form = *term;
      if (!is_text_term(form)) continue;
      const CountedForm counted(term.get_termfreq(), form);
      classes[class_key(kStrictClass, strict_stem(form))].push_back(counted);
      classes[class_key(kGreedyClass, dictionary_stem(form))].push_back(counted);
    }
    Xapian::WritableDatabase database(directory.string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    write_classes(database, classes);
    database.commit();
  });
}

Result<Dictionary> Dictionary::open(const std::filesystem::path& directory) {
  return guarded(directory.string(), [&] {
    return Dictionary(Xapian::Database(directory.string()), directory.string());
  });
}

Result<std::vector<RelatedForm>> Dictionary::related_forms(std::string_view form) const {
  return guarded(place_, [&] {
    std::vector<RelatedForm> related = {{std::string(form), FormGrade::kSame}};
    std::unordered_set<std::string> seen = {std::string(form)};
    const auto add_class = [&](const std::string& key, FormGrade grade) {
      for (auto it = database_.synonyms_begin(key); it != database_.synonyms_end(key); ++it) {
        if (seen.insert(*it).second) related.push_back({*it, grade});
      }
    };
    add_class(class_key(kStrictClass, strict_stem(form)), FormGrade::kLight);
    add_class(class_key(kGreedyClass, dictionary_stem(form)), FormGrade::kGreedy);
    return related;
  });
}

}  // namespace bayan::index
