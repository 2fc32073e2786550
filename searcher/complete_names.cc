#include "searcher/complete_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "common/cli/index_location.h"
#include "common/entity/country_gazetteer.h"
#include "common/index/index_reader.h"
#include "common/index/xapian_wall.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "searcher/options.h"

namespace bayan::searcher {
namespace {

using cli::Candidate;

constexpr std::uint32_t kMostLooked = 1000;  // names that are ranked by how often they occur
constexpr std::size_t kMostShown = 40;

/// The index that the command line names so far.
std::filesystem::path index_of(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "-d" || words[i] == "--index") return cli::index_location(words[i + 1]);
    if (words[i].starts_with("--index=")) return cli::index_location(words[i].substr(8));
  }
  return cli::index_location("");
}

/// The words typed so far, as the table has them; the last is a beginning.
std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words = text::word_forms(typed);
  if (words.empty() || typed.ends_with(' ')) words.emplace_back();
  return words;
}

struct Counted {
  std::string name;
  Xapian::doccount count = 0;
};

bool begins(std::string_view name, std::string_view typed) {
  return text::fold(name).starts_with(text::fold(typed));
}

/// The name that begins as typed: the entity's own; of a country, that in Arabic, in English, or
/// its code. Empty where none does: shells would take what was typed away.
std::string fitting_name(const index::EntityRecord& record, std::string_view typed) {
  std::vector<std::string> names = {record.name};
  if (record.field == index::FieldId::kCountry) {
    names = {entity::country_name(record.key, "ar"), entity::country_name(record.key, "en"),
             record.key};
  }
  const auto found =
      std::ranges::find_if(names, [typed](const std::string& name) { return begins(name, typed); });
  return found == names.end() ? std::string() : *found;
}

Result<std::vector<Counted>> find_names(const index::IndexReader& index, index::FieldId field,
                                        std::string_view typed) {
  // The table has countries by their codes; there are few enough to look at all.
  const bool looks_at_all = field == index::FieldId::kCountry;
  std::vector<std::string> words = looks_at_all ? std::vector<std::string>{""} : words_of(typed);
  auto ids = index.entities.find_beginnings(field, words, kMostLooked);
  if (ids && ids->empty()) {
    // Half of «عبدالله» is no beginning of a word of the table, which has it in two.
    words.back().clear();
    ids = index.entities.find_beginnings(field, words, kMostLooked);
  }
  if (!ids) return tl::unexpected(ids.error());
  std::map<std::uint32_t, Counted> names;  // by entity
  for (const std::uint32_t id : *ids) {
    const std::uint32_t entity_id = index.entities.entity_ids()[id];
    if (entity_id == 0) continue;
    const Result<index::EntityRecord> record = index.entities.record(id);
    const Result<index::EntityRecord> entity = index.entities.entity(id);
    if (!record || !entity) return tl::unexpected(record ? entity.error() : record.error());
    Counted& name = names[entity_id];
    if (name.name.empty()) name.name = fitting_name(*entity, typed);
    if (name.name.empty()) name.name = fitting_name(*record, typed);
    name.count += index.statements.get_termfreq(index::make_term(field, record->key));
  }
  std::vector<Counted> counted;
  for (auto& [id, name] : names) counted.push_back(std::move(name));
  return counted;
}

/// Names of a field that begin so, word by word, the most frequent first.
std::vector<Candidate> names_in_index(const std::filesystem::path& place, index::FieldId field,
                                      std::string_view typed) {
  const Result<index::IndexReader> index = index::IndexReader::open(place);
  if (!index) return {};
  Result<std::vector<Counted>> names =
      index::guarded(place.string(), [&] { return find_names(*index, field, typed); });
  if (!names) return {};
  std::ranges::stable_sort(*names, std::greater<>(), &Counted::count);
  std::vector<Candidate> out;
  for (const Counted& name : *names) {
    if (out.size() == kMostShown) break;
    const bool is_there = std::ranges::find(out, name.name, &Candidate::text) != out.end();
    if (!is_there && !name.name.empty() && name.count > 0)
      out.push_back({name.name, fmt::format("{}", name.count)});
  }
  return out;
}

/// «person», «facet» or «field»: the names that the table of fields gives.
std::vector<Candidate> field_names(std::string_view typed, bool facets_alone,
                                   std::string_view behind) {
  std::vector<Candidate> out;
  for (const index::Field& field : index::fields()) {
    if (field.id == index::FieldId::kText || (facets_alone && !field.facet)) continue;
    for (const std::string_view name : {field.name, field.arabic_name}) {
      if (facets_alone && name == field.arabic_name) continue;
      if (!typed.empty() ? begins(name, typed) : name == field.name) {
        out.push_back({fmt::format("{}{}", name, behind), std::string(field.help)});
      }
    }
  }
  return out;
}

/// A word of the query: a field's name, or behind its colon a value.
std::vector<Candidate> query_words(const std::filesystem::path& place, std::string_view typed) {
  const std::size_t colon = typed.find(':');
  if (colon == std::string_view::npos) {
    return typed.empty() ? std::vector<Candidate>() : field_names(typed, false, ":");
  }
  const index::Field* field = index::find_field(typed.substr(0, colon));
  if (field == nullptr || field->kind != index::FieldKind::kEntity) return {};
  std::string value(typed.substr(colon + 1));
  std::erase(value, '"');
  std::vector<Candidate> out = names_in_index(place, field->id, value);
  for (Candidate& candidate : out) {
    const bool has_blank = candidate.text.find(' ') != std::string::npos;
    candidate.text = fmt::format("{}{}{}{}", typed.substr(0, colon + 1), has_blank ? "\"" : "",
                                 candidate.text, has_blank ? "\"" : "");
  }
  return out;
}

}  // namespace

cli::Completion complete_command_line(const std::vector<std::string>& words) {
  const std::filesystem::path place = index_of(words);
  return cli::complete(option_rows(), words, [&](std::string_view kind, std::string_view typed) {
    if (kind.empty()) return query_words(place, typed);
    if (kind == "facet") return field_names(typed, true, "");
    const index::Field* field = index::find_field(kind);
    return field == nullptr ? std::vector<Candidate>() : names_in_index(place, field->id, typed);
  });
}

}  // namespace bayan::searcher
