#include "indexer/corrections.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <set>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/statement/codec.h"

namespace bayan::indexer {
namespace {

using Place = Resolution::Place;

struct Version {
  Place place;
  std::uint64_t order;  ///< among those of this run; those of before come first
  Xapian::docid replaces;
  Xapian::Document document;
  std::string date;
};

std::set<std::uint32_t> words_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const index::TokenStream stream(statement::token_stream_of(data).value_or(std::string_view()));
  std::set<std::uint32_t> words;
  for (std::size_t i = 0; i < stream.size(); ++i) words.insert(stream[i]);
  return words;
}

/// At least half of the shorter one's words. Two statements of one agency on other matters share a
/// third at most.
bool share_most_words(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  const auto shared =
      std::ranges::count_if(a, [&b](std::uint32_t word) { return b.contains(word); });
  return 2 * static_cast<std::size_t>(shared) >= std::min(a.size(), b.size());
}

std::string id_term_of(const Xapian::Document& document) {
  return index::make_term(index::FieldId::kId, document.get_value(index::kIdSlot));
}

std::uint32_t older_versions_of(const Xapian::Document& document) {
  const std::string value = document.get_value(index::kOlderSlot);
  std::uint32_t count = 0;
  std::from_chars(value.data(), value.data() + value.size(), count);
  return count;
}

class Corrections {
 public:
  Corrections(const SegmentSet& segments, const IndexedStatements* before, ChangeSet& changes)
      : segments_(segments), before_(before), changes_(changes) {}

  void replace() {
    collect_new();
    if (by_url_.empty()) return;
    if (before_ != nullptr) collect_before();
    for (auto& [url, places] : by_url_) {
      if (places.size() > 1) settle(read(places));
    }
    if (losers_.empty()) return;
    std::erase_if(changes_.resolution.kept, [this](const Resolution::Kept& kept) {
      return losers_.contains({kept.place.segment, kept.place.document});
    });
    std::ranges::sort(changes_.resolution.superseded, Resolution::is_before);
    std::ranges::sort(changes_.dropped);
    const auto repeated = std::ranges::unique(changes_.dropped);
    changes_.dropped.erase(repeated.begin(), repeated.end());
  }

 private:
  struct Found {
    Place place;
    std::uint64_t order;
    Xapian::docid replaces;
  };

  void collect_new() {
    for (const Resolution::Kept& kept : changes_.resolution.kept) {
      if (kept.url != 0) {
        by_url_[kept.url].push_back({kept.place, kept.sequence, kept.replaces});
      }
    }
  }

  void collect_before() {
    const std::vector<Xapian::docid> outdated = outdated_documents(changes_);
    const Xapian::Database& database = before_->database();
    const auto end = database.valuestream_end(index::kUrlSlot);
    for (auto it = database.valuestream_begin(index::kUrlSlot); it != end; ++it) {
      const auto found = by_url_.find(index::decode_url_hash(*it));
      if (found == by_url_.end() || std::ranges::binary_search(outdated, it.get_docid())) continue;
      found->second.push_back({{kIndexBefore, it.get_docid()}, 0, 0});
    }
  }

  [[nodiscard]] std::vector<Version> read(const std::vector<Found>& places) const {
    std::vector<Version> versions;
    for (const Found& found : places) {
      Xapian::Document document = document_at(found.place);
      std::string date = document.get_value(index::kDateSlot);
      versions.push_back(
          {found.place, found.order, found.replaces, std::move(document), std::move(date)});
    }
    const bool are_dated =
        std::ranges::none_of(versions, [](const Version& version) { return version.date.empty(); });
    std::ranges::sort(versions, [are_dated](const Version& a, const Version& b) {
      if (are_dated && a.date != b.date) return a.date < b.date;
      return a.order != b.order ? a.order < b.order : a.place.document < b.place.document;
    });
    return versions;
  }

  [[nodiscard]] Xapian::Document document_at(const Place& place) const {
    if (place.segment == kIndexBefore) return before_->database().get_document(place.document);
    const auto segment =
        std::ranges::find(segments_.segments(), place.segment, &WorkArea::Segment::number);
    return Xapian::Database(segment->path.string()).get_document(place.document);
  }

  /// The newest takes the place of those that are like it; likewise among what is left.
  void settle(std::vector<Version> versions) {
    while (versions.size() > 1) {
      const Version newest = std::move(versions.back());
      versions.pop_back();
      const std::set<std::uint32_t> words = words_of(newest.document);
      std::uint32_t older = 0;
      std::erase_if(versions, [&](const Version& version) {
        // All of before were compared when they came.
        if (newest.order == 0 && version.order == 0) return false;
        if (!share_most_words(words, words_of(version.document))) return false;
        older += 1 + older_versions_of(version.document);
        drop(version);
        return true;
      });
      if (older > 0) changes_.corrected.emplace_back(id_term_of(newest.document), older);
    }
  }

  void drop(const Version& version) {
    if (version.place.segment == kIndexBefore) {
      changes_.dropped.push_back(version.place.document);
      ++changes_.corrected_before;
    } else {
      losers_.insert({version.place.segment, version.place.document});
      changes_.resolution.superseded.push_back(version.place);
      ++changes_.corrected_here;
      if (version.replaces != 0) changes_.dropped.push_back(version.replaces);
    }
    const auto fingerprint =
        statement::decode_fingerprint(version.document.get_value(index::kFingerprintSlot));
    changes_.removed.emplace_back(id_term_of(version.document),
                                  fingerprint.value_or(statement::Fingerprint{}).content);
  }

  const SegmentSet& segments_;
  const IndexedStatements* before_;
  ChangeSet& changes_;
  std::map<std::uint64_t, std::vector<Found>> by_url_;
  std::set<std::pair<std::uint32_t, Xapian::docid>> losers_;
};

}  // namespace

void replace_corrected(const SegmentSet& segments, const IndexedStatements* before,
                       ChangeSet& changes) {
  Corrections(segments, before, changes).replace();
}

}  // namespace bayan::indexer
