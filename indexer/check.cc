#include "indexer/check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "common/base/printable.h"
#include "common/base/utf8.h"
#include "common/index/dictionary.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "common/index/source_ledger.h"
#include "common/index/xapian_wall.h"
#include "indexer/check_statement.h"
#include "indexer/report.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

class Check {
 public:
  Check(const index::Generation& generation, const index::Manifest& manifest, CheckReport& report)
      : generation_(generation), manifest_(manifest), report_(report) {}

  /// Parts that hang on a damaged one are not looked at: they would say the same in other words.
  void run() {
    bool are_sound = true;
    for (const fs::path& database :
         {generation_.statements(), generation_.entities(), generation_.dictionary()}) {
      are_sound &= check_tables(database);
    }
    if (!are_sound) return;
    part(generation_.statements(), [&] { return check_counts(); });
    part(generation_.statements(), [&] { return check_ledger(); });
    part(generation_.statements(), [&] { return check_clusters(); });
    part(generation_.entities(), [&] { return check_entities(); });
    part(generation_.dictionary(), [&] { return check_dictionary(); });
    part(generation_.statements(), [&] { return check_statements(); });
  }

 private:
  template <typename Work>
  void part(const fs::path& place, Work&& work) {
    const Result<void> done = index::guarded(place.string(), work);
    if (!done) report_.findings.push_back({place.string(), done.error().message});
  }

  void tell(const fs::path& place, std::string fact) {
    report_.findings.push_back({place.string(), std::move(fact)});
  }

  /// Every block of every table, by Xapian.
  bool check_tables(const fs::path& database) {
    if (::access((database / "iamglass").c_str(), W_OK) != 0) {
      report_.has_checked_blocks = false;
      return true;
    }
    std::ostringstream details;
    const Result<std::size_t> errors = index::guarded(
        database.string(), [&] { return Xapian::Database::check(database.string(), 0, &details); });
    if (!errors) {
      const std::string place = database.string() + ": ";
      const std::string& message = errors.error().message;
      tell(database, message.starts_with(place) ? message.substr(place.size()) : message);
    } else if (*errors > 0) {
      tell(database,
           fmt::format("{} {} in its tables", *errors, *errors == 1 ? "error" : "errors"));
    }
    return errors && *errors == 0;
  }

  Result<void> check_counts() {
    statements_.emplace(generation_.statements().string());
    report_.statement_count = statements_->get_doccount();
    if (report_.statement_count != manifest_.statement_count) {
      tell(generation_.manifest(),
           fmt::format("says that there are {} statements; there are {}",
                       grouped(manifest_.statement_count), grouped(report_.statement_count)));
    }
    return {};
  }

  Result<void> check_ledger() {
    const Result<index::SourceRecords> sources = index::read_sources_of(*statements_);
    if (!sources) return tl::unexpected(sources.error());
    for (const auto& [id_term, paths] : index::all_sharers(*statements_)) {
      if (statements_->term_exists(id_term)) continue;
      tell(generation_.statements(), fmt::format("lists sources of «{}», which is not there",
                                                 index::read_term(id_term.substr(1))));
    }
    return {};
  }

  Result<void> check_clusters() {
    std::map<std::string, std::uint64_t> sizes;
    for (auto it = statements_->valuestream_begin(index::kClusterSlot);
         it != statements_->valuestream_end(index::kClusterSlot); ++it) {
      ++sizes[*it];
    }
    for (const auto& [cluster, size] : sizes) {
      if (size > 1) continue;
      tell(generation_.statements(), "a statement is said to have near-duplicates and has none");
    }
    return {};
  }

  Result<void> check_entities() {
    Result<index::EntityTable> table = index::EntityTable::open(generation_.entities());
    if (!table) return tl::unexpected(table.error());
    entities_.emplace(std::move(*table));
    for (std::uint32_t id = 1; id <= entities_->last_id(); ++id) {
      const Result<index::EntityRecord> record = entities_->record(id);
      if (!record) return tl::unexpected(record.error());
      if (record->entity_id == 0 || record->entity_id > entities_->last_id()) {
        tell(generation_.entities(), fmt::format("«{}» belongs to no entity", record->key));
      }
    }
    return {};
  }

  /// Of the words in two statements or more the dictionary lists all that are not too long; a few
  /// may have been in one statement only when it was written.
  Result<void> check_dictionary() {
    const Result<index::Dictionary> dictionary = index::Dictionary::open(generation_.dictionary());
    if (!dictionary) return tl::unexpected(dictionary.error());
    std::uint64_t listed = 0;
    Result<void> visited = dictionary->visit_words(
        1, index::kMostWordLetters, [&](std::string_view form, std::uint32_t) {
          if (statements_->term_exists(index::text_term(form))) ++listed;
        });
    if (!visited) return visited;
    std::uint64_t wanted = 0;
    for (auto term = statements_->allterms_begin(); term != statements_->allterms_end(); ++term) {
      constexpr std::uint64_t kSampled = 101;  // forms whose classes are read: one in so many
      if (!index::is_text_term(*term) || term.get_termfreq() < 2) continue;
      const std::string form = index::read_term(*term);
      if (utf8::code_point_count(form) > index::kMostWordLetters) continue;
      if (++wanted % kSampled != 0) continue;
      if (const auto forms = dictionary->related_forms(form); !forms) {
        return tl::unexpected(forms.error());
      }
    }
    if (listed * 4 < wanted * 3) {
      tell(generation_.dictionary(),
           fmt::format("lists {} words of the statements' {}: it is not theirs", grouped(listed),
                       grouped(wanted)));
    }
    return {};
  }

  Result<void> check_statements() {
    if (!entities_) return {};
    const std::uint64_t step =
        std::max<std::uint64_t>(1, report_.statement_count / kMostCheckedStatements);
    StatementCheck check(*statements_, *entities_);
    std::uint64_t place = 0;
    for (auto it = statements_->postlist_begin(""); it != statements_->postlist_end(""); ++it) {
      if (place++ % step != 0) continue;
      ++report_.checked_count;
      if (const std::optional<std::string> fact = check.find_fault(*it)) {
        tell(generation_.statements(), *fact);
      }
    }
    return {};
  }

  const index::Generation& generation_;
  const index::Manifest& manifest_;
  CheckReport& report_;
  std::optional<Xapian::Database> statements_;
  std::optional<index::EntityTable> entities_;
};

}  // namespace

Result<CheckReport> check_index(const fs::path& index) {
  const Result<index::Generation> generation = index::published_generation(index);
  if (!generation) return tl::unexpected(generation.error());
  const Result<index::Manifest> manifest = index::read_manifest(generation->manifest());
  if (!manifest) return tl::unexpected(manifest.error());
  CheckReport report;
  report.index = index.string();
  Check(*generation, *manifest, report).run();
  return report;
}

std::string format_check(const CheckReport& report) {
  return fmt::format("{}: sound{}; {} statements, {} of them compared with their text\n",
                     printable_line(report.index),
                     report.has_checked_blocks
                         ? ""
                         : " but for single blocks, not looked at for the folder is read-only",
                     grouped(report.statement_count), grouped(report.checked_count));
}

}  // namespace bayan::indexer
