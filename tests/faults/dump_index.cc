// Prints what an index holds in a form that hangs on no number or order of the run that made it:
//
//   dump_index INDEX            statements with their terms and facet keys, ledger of sources
//   dump_index --full INDEX     that, with the names of entities, and the dictionary
//
// Two indexes with one dump hold the same. Damage ends it with status 1 and a message.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/index/source_ledger.h"
#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"

namespace {

using namespace bayan;

class Dump {
 public:
  Dump(const index::IndexReader& index, bool is_full) : index_(index), is_full_(is_full) {}

  Result<std::vector<std::string>> lines() {
    for (auto it = index_.statements.postlist_begin(""); it != index_.statements.postlist_end("");
         ++it) {
      if (Result<void> added = add_statement(*it); !added) return tl::unexpected(added.error());
    }
    if (Result<void> added = add_sources(); !added) return tl::unexpected(added.error());
    if (is_full_) add_dictionary();
    std::ranges::sort(lines_);
    return lines_;
  }

 private:
  Result<void> add_statement(Xapian::docid number) {
    const Xapian::Document document = index_.statements.get_document(number);
    const Result<statement::Statement> statement = index_.decoder.decode(document.get_data());
    if (!statement) return tl::unexpected(statement.error());
    std::string line = fmt::format("statement {} | {} | {} | {} | {} | {}", statement->id,
                                   statement->title, statement->body, statement->date,
                                   statement->issuer, format_location(statement->location));
    for (const index::Slot slot : {index::kDateSlot, index::kIdSlot, index::kOlderSlot}) {
      line += " | " + document.get_value(slot);
    }
    line += " | ";
    for (const char c : document.get_value(index::kClusterSlot)) {
      line += fmt::format("{:02x}", static_cast<unsigned char>(c));
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      line += fmt::format(" {}:{}", index::read_term(*term), term.get_wdf());
    }
    for (const index::Field& field : index::fields()) {
      if (!field.facet) continue;
      if (Result<void> added = add_keys(document.get_value(*field.facet), line); !added) {
        return added;
      }
    }
    lines_.push_back(std::move(line));
    return {};
  }

  Result<void> add_keys(const std::string& value, std::string& line) {
    std::vector<std::string> keys;
    std::optional<Error> error;
    index::for_each_id(value, [&](std::uint32_t id) {
      const Result<index::EntityRecord> record = index_.entities.record(id);
      if (!record) {
        error = record.error();
        return;
      }
      keys.push_back(is_full_ ? record->key + "=" + record->name : record->key);
    });
    if (error) return tl::unexpected(*error);
    std::ranges::sort(keys);
    for (const std::string& key : keys) line += " / " + key;
    return {};
  }

  Result<void> add_sources() {
    const Result<index::SourceRecords> sources = index::read_sources_of(index_.statements);
    if (!sources) return tl::unexpected(sources.error());
    for (const auto& [path, record] : *sources) {
      lines_.push_back(fmt::format("source {} {} {} {} problems", path, record.size,
                                   record.statement_count, record.problem_count));
    }
    for (const auto& [id_term, paths] : index::all_sharers(index_.statements)) {
      lines_.push_back(
          fmt::format("sharers {} {}", index::read_term(id_term), fmt::join(paths, " ")));
    }
    return {};
  }

  void add_dictionary() {
    for (auto term = index_.statements.allterms_begin(); term != index_.statements.allterms_end();
         ++term) {
      if (!index::is_text_term(*term)) continue;
      const std::string form = index::read_term(*term);
      const Result<std::vector<index::RelatedForm>> forms = index_.dictionary.related_forms(form);
      std::string line = "form " + form;
      std::vector<std::string> others;
      for (const index::RelatedForm& other : forms.value()) others.push_back(other.form);
      std::ranges::sort(others);
      lines_.push_back(fmt::format("{} {}", line, fmt::join(others, " ")));
    }
  }

  const index::IndexReader& index_;
  bool is_full_;
  std::vector<std::string> lines_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool is_full = argc > 2 && std::string_view(argv[1]) == "--full";
  const Result<index::IndexReader> index = index::IndexReader::open(argv[argc - 1]);
  const Result<std::vector<std::string>> lines =
      index ? index::guarded("the index", [&] { return Dump(*index, is_full).lines(); })
            : tl::unexpected(index.error());
  if (!lines) {
    std::fputs(format_error("dump_index", lines.error()).c_str(), stderr);
    return 1;
  }
  for (const std::string& line : *lines) {
    std::string one = line;
    std::ranges::replace(one, '\n', ' ');
    std::printf("%s\n", one.c_str());
  }
  return 0;
}
