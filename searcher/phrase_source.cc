#include "searcher/phrase_source.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/index/word_pair.h"
#include "common/statement/codec.h"

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

bool holds_phrase(const index::TokenStream& stream, const std::vector<std::uint32_t>& phrase,
                  bool in_title) {
  const std::size_t end = in_title ? stream.title_size() : stream.size();
  for (std::size_t i = 0; i + phrase.size() <= end; ++i) {
    if (stream[i] != phrase[0]) continue;
    const bool crosses = i < stream.title_size() && i + phrase.size() > stream.title_size();
    std::size_t matched = 1;
    while (matched < phrase.size() && stream[i + matched] == phrase[matched]) ++matched;
    if (matched == phrase.size() && !crosses) return true;
  }
  return false;
}

/// Statements that can hold the phrase: they hold its words, and the pairs of it that have terms.
Xapian::Query candidates_query(const std::vector<std::string>& forms, bool in_title) {
  const index::FieldId field = in_title ? index::FieldId::kTitle : index::FieldId::kText;
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    terms.push_back(index::make_term(field, forms[i]));
    if (i + 1 < forms.size() && index::is_pair_indexed(forms[i], forms[i + 1])) {
      terms.push_back(index::pair_term(forms[i], forms[i + 1]));
    }
  }
  return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

}  // namespace

std::vector<Xapian::docid> find_phrase(const Xapian::Database& statements,
                                       const std::vector<std::string>& forms, bool in_title) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& form : forms) numbers.push_back(index::token_number(form));
  Xapian::Enquire enquire(statements);
  enquire.set_query(candidates_query(forms, in_title));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::vector<Xapian::docid> found;
  const Xapian::MSet candidates = enquire.get_mset(0, statements.get_doccount());
  // A server is asked for many statements at once; in portions, so that memory stays bounded.
  constexpr Xapian::doccount kPortion = 100;
  for (Xapian::doccount begin = 0; begin < candidates.size(); begin += kPortion) {
    const Xapian::doccount end = std::min(begin + kPortion, candidates.size());
    candidates.fetch(candidates[begin], candidates[end - 1]);
    for (Xapian::doccount i = begin; i < end; ++i) {
      const std::string data = candidates[i].get_document().get_data();
      const Result<std::string_view> stream = statement::token_stream_of(data);
      if (stream && holds_phrase(index::TokenStream(*stream), numbers, in_title)) {
        found.push_back(*candidates[i]);
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

Xapian::Query make_document_query(std::vector<Xapian::docid> documents) {
  if (documents.empty()) return Xapian::Query::MatchNothing;
  auto* source = new DocumentSource(std::move(documents));  // NOLINT: Xapian owns it by release()
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(source->release()), 0.0);
}

}  // namespace bayan::searcher
