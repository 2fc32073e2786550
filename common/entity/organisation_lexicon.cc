#include "common/entity/organisation_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/entity/gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 21> kClasses = {
    {{"state", kStateHead | kBodyHead},
     {"head", kBodyHead},
     {"definite", kDefiniteHead},
     {"national", kNationalHead},
     {"needs_topic", kNeedsTopic},
     {"needs_eponym", kNeedsEponym},
     {"taking_l", kTakesPurpose},
     {"foreign", kTakesForeign},
     {"quoted", kTakesQuoted},
     {"feminine", kFeminineHead},
     {"organ", kOrgan},
     {"adjective", kBodyAdjective},
     {"noun", kNoAdjective},
     {"topic", kTopic},
     {"bodiless", kNoPurpose},
     {"common", kCommonThing},
     {"place", kOfPlace},
     {"court", kCourt},
     {"of_body", kOfBody},
     {"no_eponym", kNoEponym},
     {"eponym_title", kEponymTitle}}};

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> forms;
  for (const Word& word : split_words(text)) {
    if (word.kind == WordKind::kLetters || word.kind == WordKind::kDigits) {
      forms.emplace_back(word.form);
    }
  }
  return forms;
}

}  // namespace

std::uint32_t OrganisationLexicon::flags(std::string_view form) const {
  const std::optional<std::uint32_t> number = words_.find(form);
  return number ? flags_[*number] : 0;
}

OrganisationLexicon::Known OrganisationLexicon::find(std::string_view folded) const {
  const std::optional<std::uint32_t> found = names_.find(folded);
  if (!found) return {};
  const Name& name = named_[*found];
  return {name.body ? &bodies_[*name.body] : nullptr, name.goes_on};
}

std::uint32_t& OrganisationLexicon::flags_of(std::string_view folded) {
  const std::uint32_t number = words_.add(folded);
  if (number >= flags_.size()) flags_.resize(number + 1, 0);
  return flags_[number];
}

Result<void> OrganisationLexicon::load_words(const std::filesystem::path& path) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    const auto* found = std::ranges::find(kClasses, std::string_view(row.cells[0]),
                                          &decltype(kClasses)::value_type::first);
    if (found == kClasses.end()) {
      return fail(ErrorKind::kUsage, path.string() + ":" + std::to_string(row.line) +
                                         ": there is no class «" + row.cells[0] + "»");
    }
    for (const std::string& value : split_cell(row.cells[1])) {
      for (const std::string& form : folded_words(value)) flags_of(form) |= found->second;
    }
  }
  return {};
}

OrganisationLexicon::Name& OrganisationLexicon::name_of(std::string_view folded) {
  const std::uint32_t number = names_.add(folded);
  if (number == named_.size()) named_.emplace_back();
  return named_[number];
}

void OrganisationLexicon::add_body(std::string_view name, std::size_t number) {
  const std::vector<std::string> forms = folded_words(name);
  if (forms.empty()) return;
  flags_of(forms.front()) |= kBeginsKnown;
  std::string key;
  for (const std::string& form : forms) {
    if (!key.empty()) name_of(key).goes_on = true;
    key += (key.empty() ? "" : " ") + form;
  }
  Name& named = name_of(key);
  if (!named.body) named.body = number;
}

Result<void> OrganisationLexicon::load_bodies(const std::filesystem::path& path) {
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"name", "country", "aliases"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    const std::vector<std::string> countries = split_cell(row.cells[1]);
    const bool needs_nisba = row.cells[1] == "nisba";
    const bool is_at_home = needs_nisba || (!countries.empty() && countries.front() == "home");
    KnownBody body{row.cells[0], {}, is_at_home, needs_nisba, {}};
    if (is_at_home) {
      body.states.assign(countries.begin() + 1, countries.end());
    } else {
      body.country = row.cells[1];
    }
    bodies_.push_back(std::move(body));
    add_body(row.cells[0], bodies_.size() - 1);
    for (const std::string& alias : split_cell(row.cells[2])) add_body(alias, bodies_.size() - 1);
  }
  return {};
}

Result<OrganisationLexicon> OrganisationLexicon::load(const std::filesystem::path& directory) {
  OrganisationLexicon lexicon;
  if (Result<void> read = lexicon.load_words(directory / "organisation_words.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  if (Result<void> read = lexicon.load_bodies(directory / "organisations.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  return lexicon;
}

}  // namespace bayan::entity
