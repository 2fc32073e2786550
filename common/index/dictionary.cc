#include "common/index/dictionary.h"

#include <map>

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "common/text/stemmer.h"

namespace bayan::index {
namespace {

bool is_latin_word(std::string_view form) {
  return !form.empty() && form.front() >= 'a' && form.front() <= 'z';
}

/// A stem that only its own form has needs no entry: the form finds itself.
bool is_worth_an_entry(const std::string& stem, const std::vector<std::string>& forms) {
  return forms.size() > 1 || forms.front() != stem;
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
    std::map<std::string, std::vector<std::string>> forms_by_stem;
    for (auto term = statements.allterms_begin(); term != statements.allterms_end(); ++term) {
      std::string form = *term;
      if (!is_text_term(form)) continue;
      forms_by_stem[dictionary_stem(form)].push_back(std::move(form));
    }
    Xapian::WritableDatabase database(directory.string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    for (const auto& [stem, forms] : forms_by_stem) {
      if (!is_worth_an_entry(stem, forms)) continue;
      for (const std::string& form : forms) database.add_synonym(stem, form);
    }
    database.commit();
  });
}

Result<Dictionary> Dictionary::open(const std::filesystem::path& directory) {
  return guarded(directory.string(), [&] {
    return Dictionary(Xapian::Database(directory.string()), directory.string());
  });
}

Result<std::vector<std::string>> Dictionary::related_forms(std::string_view form) const {
  return guarded(place_, [&] {
    std::vector<std::string> forms;
    const std::string stem = dictionary_stem(form);
    for (auto it = database_.synonyms_begin(stem); it != database_.synonyms_end(stem); ++it) {
      forms.push_back(*it);
    }
    return forms;
  });
}

}  // namespace bayan::index
