#include "searcher/matcher.h"

namespace bayan::searcher {
namespace {

using index::DocumentSet;
using Xapian::Query;

}  // namespace

bool is_word(const Query& query) {
  if (query.get_type() == Query::LEAF_TERM) return true;
  if (query.get_type() != Query::OP_SYNONYM) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return false;
  }
  return true;
}

DocumentSet Matcher::match(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_MATCH_NOTHING:
      return DocumentSet(last_);
    case Query::LEAF_MATCH_ALL:
      return everything();
    case Query::OP_SCALE_WEIGHT:
      return match(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_OR:
    case Query::OP_AND_NOT:
      return combine(query);
    default:
      return is_word(query) ? any_of_terms(query) : ask_xapian(query);
  }
}

const std::vector<Posting>& Matcher::postings(const std::string& term) {
  const auto [known, is_new] = postings_.try_emplace(term);
  if (is_new) {
    const auto end = statements_.postlist_end(term);
    for (auto it = statements_.postlist_begin(term); it != end; ++it) {
      const Posting posting{*it, it.get_wdf()};
      if (posting.id > last_) throw Xapian::DatabaseCorruptError("a list goes beyond the last id");
      known->second.push_back(posting);
    }
  }
  return known->second;
}

std::size_t Matcher::frequency(const std::string& term) const {
  const auto known = postings_.find(term);
  return known != postings_.end() ? known->second.size() : statements_.get_termfreq(term);
}

DocumentSet Matcher::any_of_terms(const Query& query) {
  DocumentSet found(last_);
  const auto end = query.get_terms_end();
  for (auto term = query.get_terms_begin(); term != end; ++term) {
    for (const Posting& posting : postings(*term)) found.insert(posting.id);
  }
  return found;
}

DocumentSet Matcher::combine(const Query& query) {
  DocumentSet found = match(query.get_subquery(0));
  const Query::op op = query.get_type();
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    if (op != Query::OP_OR && found.empty()) break;
    const DocumentSet other = match(query.get_subquery(i));
    if (op == Query::OP_OR) {
      found.unite(other);
    } else if (op == Query::OP_AND_NOT) {
      found.subtract(other);
    } else {
      found.intersect(other);
    }
  }
  return found;
}

DocumentSet Matcher::everything() const {
  DocumentSet all(last_);
  const auto end = statements_.postlist_end("");
  for (auto it = statements_.postlist_begin(""); it != end; ++it) all.insert(*it);
  return all;
}

DocumentSet Matcher::ask_xapian(const Query& query) const {
  Xapian::Enquire enquire(statements_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, statements_.get_doccount());
  DocumentSet found(last_);
  for (auto match = matches.begin(); match != matches.end(); ++match) found.insert(*match);
  return found;
}

}  // namespace bayan::searcher
