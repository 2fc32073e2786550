#include "searcher/similar.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "common/text/stop_words.h"
#include "searcher/plan.h"
#include "searcher/result_builder.h"
#include "searcher/statement_by_id.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kMarkedWords = 12;
constexpr double kTitleGain = 2;
/// A word that so many of the statements hold tells nothing of one of them.
constexpr double kCommonShare = 0.1;
constexpr std::size_t kFewestBytes = 5;  // three Arabic letters are six bytes
constexpr Xapian::doccount kMostListed = 1000;

struct TellingWord {
  std::string form;
  double weight = 0;  ///< in the statement
  double worth = 0;   ///< the same, by how rare it is elsewhere
};

/// How much a word weighs in a statement that holds it so often.
double weight_of(double occurrences) { return 1 + std::log(occurrences); }

class Likes {
 public:
  Likes(const index::IndexReader& index, const entity::LazyCountries& countries,
        const Request& request)
      : index_(index), builder_(index, countries), request_(request) {}

  Result<Answer> find(const std::string& id) {
    const Result<Plan> plan = make_plan(builder_, request_);
    if (!plan) return tl::unexpected(plan.error());
    const Result<Xapian::Document> document = statement_by_id(index_, builder_.filters(), id);
    if (!document) return tl::unexpected(document.error());
    Result<statement::Statement> statement = index_.decoder.decode(document->get_data());
    if (!statement) return tl::unexpected(statement.error());
    const Result<Query> query = query_of(*statement);
    if (!query) return tl::unexpected(query.error());
    Answer answer;
    answer.match = "any";
    answer.similar_to = SimilarTo{statement->id, std::move(statement->title)};
    const Query others(Query::OP_AND_NOT, *query, Query(index::make_term(index::FieldId::kId, id)));
    if (Result<void> listed = list(plan->within_filters(others), answer); !listed) {
      return tl::unexpected(listed.error());
    }
    return answer;
  }

 private:
  /// The words that tell most, best first.
  [[nodiscard]] std::vector<TellingWord> telling_words(
      const statement::Statement& statement) const {
    std::map<std::string, double> counts;
    count(statement.title, kTitleGain, counts);
    count(statement.body, 1, counts);
    const auto all = static_cast<double>(index_.statements.get_doccount());
    std::vector<TellingWord> words;
    for (const auto& [form, occurrences] : counts) {
      const auto holders =
          static_cast<double>(index_.statements.get_termfreq(index::text_term(form)));
      if (holders < 2 || (holders > kCommonShare * all && all > 100)) continue;
      const double weight = weight_of(occurrences);
      words.push_back({form, weight, weight * std::log(all / holders)});
    }
    std::ranges::stable_sort(words, std::greater<>(), &TellingWord::worth);
    return words;
  }

  static void count(std::string_view text, double gain, std::map<std::string, double>& counts) {
    text::TokenList tokens;
    text::analyze(text, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view form = tokens.form(i);
      if (form.size() >= kFewestBytes && !text::is_stop_word(form)) {
        counts[std::string(form)] += gain;
      }
    }
  }

  /// The likeliest words with their inflections; a word whose class is there already is passed.
  Result<Query> query_of(const statement::Statement& statement) {
    std::vector<Query> parts;
    std::map<std::string, std::size_t> taken;
    for (const TellingWord& word : telling_words(statement)) {
      if (parts.size() == kMostWords) break;
      if (taken.contains(word.form)) continue;
      const auto related = index_.dictionary.related_forms(word.form);
      if (!related) return tl::unexpected(related.error());
      std::vector<Query> forms;
      for (const index::RelatedForm& other : *related) {
        if (!index::is_match(other.grade)) continue;
        if (taken.try_emplace(other.form, parts.size()).second) {
          forms.emplace_back(index::text_term(other.form));
        }
      }
      parts.emplace_back(Query::OP_SCALE_WEIGHT,
                         Query(Query::OP_SYNONYM, forms.begin(), forms.end()), word.weight);
    }
    for (const auto& [form, number] : taken) {
      if (number < kMarkedWords) forms_.emplace(form, number);
    }
    return Query(Query::OP_OR, parts.begin(), parts.end());
  }

  Result<void> list(const Query& query, Answer& answer) {
    Xapian::Enquire enquire(index_.statements);
    enquire.set_query(query);
    Xapian::MultiValueKeyMaker by_id;
    by_id.add_value(index::kIdSlot);
    enquire.set_sort_by_relevance_then_key(&by_id, false);
    const auto most =
        request_.count == 0 ? kMostListed : static_cast<Xapian::doccount>(request_.count);
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(request_.offset), most);
    const std::set<std::string> named;
    const ResultBuilder results(index_, forms_, named);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      Result<SearchResult> result = results.make(match.get_document());
      if (!result) return tl::unexpected(result.error());
      result->rank = request_.offset + answer.results.size() + 1;
      result->score = match.get_weight();
      answer.results.push_back(std::move(*result));
    }
    answer.total = answer.results.size();
    return {};
  }

  const index::IndexReader& index_;
  QueryBuilder builder_;
  const Request& request_;
  MatchedForms forms_;
};

}  // namespace

Result<Answer> find_similar(const index::IndexReader& index, const entity::LazyCountries& countries,
                            const Request& request, const std::string& id) {
  return index::guarded("the index", [&] { return Likes(index, countries, request).find(id); });
}

}  // namespace bayan::searcher
