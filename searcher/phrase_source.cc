#include "searcher/phrase_source.h"

#include <algorithm>

namespace bayan::searcher {
namespace {

/// Hands a sorted list of ids to Xapian's matcher.
class DocumentSource : public Xapian::PostingSource {
 public:
  explicit DocumentSource(std::vector<Xapian::docid> documents)
      : documents_(std::move(documents)) {}

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double /*min_weight*/) override {
    if (started_) {
      ++at_;
    } else {
      started_ = true;
    }
  }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    started_ = true;
    const auto begin = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(begin, documents_.end(), document) -
                                   documents_.begin());
  }
  bool at_end() const override { return started_ && at_ >= documents_.size(); }
  Xapian::docid get_docid() const override { return documents_[at_]; }
  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    started_ = false;
  }
  DocumentSource* clone() const override { return new DocumentSource(documents_); }

 private:
  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(documents_.size());
  }
  std::vector<Xapian::docid> documents_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query make_document_query(std::vector<Xapian::docid> documents) {
  if (documents.empty()) return Xapian::Query::MatchNothing;
  auto* source = new DocumentSource(std::move(documents));  // NOLINT: Xapian owns it by release()
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(source->release()), 0.0);
}

}  // namespace bayan::searcher
