#include "searcher/show.h"

#include <xapian.h>

#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "searcher/plan.h"
#include "searcher/statement_by_id.h"

namespace bayan::searcher {
namespace {

using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where matching words stand in `text`; «عبدالله», two words with nothing between, is one mark.
Marks find_marks(std::string_view text, const MatchedForms& forms) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  Marks marks;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!forms.contains(tokens.form(i))) continue;
    if (!marks.empty() && marks.back().second >= tokens[i].begin) {
      marks.back().second = std::max<std::size_t>(marks.back().second, tokens[i].end);
    } else {
      marks.emplace_back(tokens[i].begin, tokens[i].end);
    }
  }
  return marks;
}

std::vector<Snippet> split_lines(std::string_view body, const MatchedForms& forms) {
  std::vector<Snippet> lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    lines.push_back(mark_whole(body.substr(at, end - at), forms));
    at = end + 1;
  }
  return lines;
}

}  // namespace

Result<ShownStatement> show(const index::IndexReader& index, const entity::LazyCountries& countries,
                            const Request& request, const std::string& id) {
  return index::guarded("the index", [&]() -> Result<ShownStatement> {
    QueryBuilder builder(index, countries);
    const Result<Xapian::Document> document = statement_by_id(index, builder.filters(), id);
    if (!document) return tl::unexpected(document.error());
    const Result<Plan> plan = make_plan(builder, request);
    if (!plan) return tl::unexpected(plan.error());
    Result<statement::Statement> statement = index.decoder.decode(document->get_data());
    if (!statement) return tl::unexpected(statement.error());
    const MatchedForms& forms = plan->words.forms;
    ShownStatement shown;
    shown.title_marks = find_marks(statement->title, forms);
    shown.body_marks = find_marks(statement->body, forms);
    shown.title = mark_whole(statement->title, forms);
    shown.lines = split_lines(statement->body, forms);
    shown.statement = std::move(*statement);
    return shown;
  });
}

}  // namespace bayan::searcher
