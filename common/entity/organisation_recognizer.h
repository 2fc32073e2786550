#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/country_recognizer.h"
#include "common/entity/entity.h"
#include "common/entity/organisation_lexicon.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

/// A field whose bodies are to be found: its text, words, and which of them are persons' names.
struct BodyField {
  std::string_view text;
  FieldWords words;
};

/// Finds the bodies that a statement names (organisation_name.h says what a name is) and joins
/// their mentions: spellings, a body with and without its country, and «الهيئة» alone once its name
/// was given. «الهيئة» alone is no body. recognize() is safe from several threads and linear in the
/// text.
class OrganisationRecognizer {
 public:
  /// Both must outlive the recogniser.
  [[nodiscard]] static Result<OrganisationRecognizer> load(const std::filesystem::path& directory,
                                                           const CountryGazetteer& countries,
                                                           const WordClassifier& classifier);

  /// False where no body begins at a word of this form.
  [[nodiscard]] bool may_begin(std::string_view form) const;

  /// `homes`: ISO codes of the countries whose bodies need no country in their names, the likeliest
  /// first (HomeCountry); may be empty. In the order of their first mention.
  [[nodiscard]] std::vector<Organisation> recognize(const std::vector<BodyField>& fields,
                                                    const std::vector<std::string>& homes) const;

 private:
  OrganisationRecognizer(OrganisationLexicon lexicon, const CountryGazetteer& countries,
                         const WordClassifier& classifier)
      : lexicon_(std::move(lexicon)), countries_(&countries), classifier_(&classifier) {}

  OrganisationLexicon lexicon_;
  const CountryGazetteer* countries_;
  const WordClassifier* classifier_;
};

}  // namespace bayan::entity
