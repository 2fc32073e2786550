#include "indexer/live_update.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/base/fault_point.h"
#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/index/settle_identities.h"
#include "common/index/text_dictionaries.h"
#include "common/index/xapian_wall.h"
#include "indexer/near_duplicates.h"

namespace bayan::indexer {
namespace {

// A new generation costs in proportion to the whole index, a change in place to the change, some
// ten times as much a statement: tools/bench/BULK.md.
constexpr std::uint64_t kAlwaysSmall = 64;
constexpr std::uint64_t kSmallPart = 16;

class LiveUpdate {
 public:
  LiveUpdate(const std::vector<WorkArea::Segment>& segments, const ChangeSet& changes,
             const index::Generation& published)
      : changes_(changes), published_(published) {
    for (const WorkArea::Segment& segment : segments) paths_[segment.number] = segment.path;
  }

  Result<void> extend_dictionary() {
    return index::guarded(published_.dictionary().string(), [&] {
      const Xapian::Database before(published_.statements().string());
      std::set<std::string> forms;
      for (const Resolution::Kept& kept : changes_.resolution.kept) {
        collect_new_forms(document_at(kept.place), before, forms);
      }
      return index::add_to_dictionary(before, {forms.begin(), forms.end()},
                                      published_.dictionary());
    });
  }

  /// Settled on the statements as they will be, for the table is written before them.
  Result<void> change_entities(const index::EntityTableBuilder& entities) {
    return index::guarded(published_.entities().string(), [&] {
      std::vector<Xapian::docid> outdated = outdated_documents(changes_);
      std::ranges::sort(outdated);
      index::EntityEvidence evidence;
      evidence.add(Xapian::Database(published_.statements().string()), outdated);
      for (const Resolution::Kept& kept : changes_.resolution.kept) {
        evidence.add(document_at(kept.place));
      }
      return entities.write_changes(published_.entities(),
                                    index::settle_identities(entities, std::move(evidence)));
    });
  }

  Result<std::uint64_t> change_statements() {
    return index::guarded(published_.statements().string(), [&]() -> std::uint64_t {
      Xapian::WritableDatabase live(published_.statements().string(), Xapian::DB_OPEN);
      live.begin_transaction();
      for (const Xapian::docid document : changes_.dropped) live.delete_document(document);
      for (const Resolution::Kept& kept : changes_.resolution.kept) put(live, kept);
      copy_dictionaries(live);
      count_corrected(live, changes_);
      if (changes_.statement_count() > 0) update_clusters(live);
      write_ledger(live, changes_);
      fault_point("live-uncommitted");
      live.commit_transaction();
      fault_point("live-committed");
      return live.get_doccount();
    });
  }

 private:
  void put(Xapian::WritableDatabase& live, const Resolution::Kept& kept) {
    Xapian::Document document = document_at(kept.place);
    if (kept.older_here > 0) add_older_versions(document, kept.older_here);
    if (kept.replaces != 0) {
      live.replace_document(kept.replaces, document);
    } else {
      live.add_document(document);
    }
  }

  void copy_dictionaries(Xapian::WritableDatabase& live) const {
    for (const auto& [number, path] : paths_) {
      index::copy_text_dictionaries(Xapian::Database(path.string()), live);
    }
  }

  [[nodiscard]] Xapian::Document document_at(const Resolution::Place& place) {
    // Places are sorted, so one segment after the other is open.
    if (!segment_ || segment_number_ != place.segment) {
      segment_.emplace(paths_.at(place.segment).string());
      segment_number_ = place.segment;
    }
    return segment_->get_document(place.document);
  }

  static void collect_new_forms(const Xapian::Document& document, const Xapian::Database& before,
                                std::set<std::string>& forms) {
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if (index::is_text_term(*term) && !before.term_exists(*term)) {
        forms.insert(index::read_term(*term));
      }
    }
  }

  const ChangeSet& changes_;
  const index::Generation& published_;
  std::map<std::uint32_t, std::filesystem::path> paths_;
  std::uint32_t segment_number_ = 0;
  std::optional<Xapian::Database> segment_;
};

}  // namespace

bool is_small_update(const ChangeSet& changes, std::uint64_t statement_count) {
  return changes.statement_count() <= std::max(kAlwaysSmall, statement_count / kSmallPart);
}

Result<std::uint64_t> update_live(const std::vector<WorkArea::Segment>& segments,
                                  const ChangeSet& changes,
                                  const index::EntityTableBuilder& entities,
                                  const index::Generation& published) {
  LiveUpdate update(segments, changes, published);
  if (Result<void> written = update.change_entities(entities); !written) {
    return tl::unexpected(written.error());
  }
  fault_point("live-entities");
  if (!changes.resolution.kept.empty()) {
    if (Result<void> extended = update.extend_dictionary(); !extended) {
      return tl::unexpected(extended.error());
    }
    fault_point("live-dictionary");
  }
  return update.change_statements();
}

Result<void> update_identities(const index::EntityTableBuilder& entities,
                               const index::Generation& published) {
  return LiveUpdate({}, {}, published).change_entities(entities);
}

}  // namespace bayan::indexer
