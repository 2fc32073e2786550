#include "searcher/long_query.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query_builder.h"

namespace bayan::searcher {
namespace {

/// A plain word among words side by side.
struct PlainWord {
  QueryNode* node;
  /// How many statements hold it, of several written as one the rarest; none comes last.
  std::size_t statements;
};

class Shortener {
 public:
  explicit Shortener(const Xapian::Database& statements) : statements_(statements) {}

  Shortening shorten(QueryNode& tree) {
    leave_out(tree);
    shortening_.is_as_typed = count_words(tree) > kMostInflected;
    if (shortening_.is_as_typed) take_as_typed(tree);
    return shortening_;
  }

 private:
  void leave_out(QueryNode& node) {
    for (QueryNode& child : node.children) leave_out(child);
    if (node.kind != NodeKind::kWords || node.children.size() <= kMostSideBySide) return;
    std::vector<PlainWord> words = plain_words(node);
    if (words.size() <= kMostSideBySide) return;
    for (PlainWord& word : words) word.statements = holders(*word.node);
    std::ranges::stable_sort(words, {}, &PlainWord::statements);
    std::set<std::string> kept;
    for (const PlainWord& word : words) {
      if (kept.size() < kMostSideBySide && kept.insert(terms_of(*word.node)).second) continue;
      word.node->part = Part::kLeftOut;
      ++shortening_.left_out;
    }
  }

  static std::vector<PlainWord> plain_words(QueryNode& node) {
    const bool keeps_stop_words = is_only_stop_words(node);
    std::vector<PlainWord> words;
    for (QueryNode& child : node.children) {
      if (child.kind != NodeKind::kWord) continue;
      if (keeps_stop_words || !is_only_stop_words(child)) words.push_back({&child, 0});
    }
    return words;
  }

  [[nodiscard]] std::size_t holders(const QueryNode& word) {
    text::analyze(word.text, tokens_);
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::size_t count =
          statements_.get_termfreq(index::make_term(word.field, tokens_.form(i)));
      if (count > 0) fewest = std::min(fewest, count);
    }
    return fewest;
  }

  [[nodiscard]] std::string terms_of(const QueryNode& word) {
    text::analyze(word.text, tokens_);
    std::string terms;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      terms += index::make_term(word.field, tokens_.form(i)) + ' ';
    return terms;
  }

  static void take_as_typed(QueryNode& node) {
    if (node.kind == NodeKind::kWord && node.part == Part::kWhole) node.part = Part::kAsTyped;
    for (QueryNode& child : node.children) take_as_typed(child);
  }

  const Xapian::Database& statements_;
  Shortening shortening_;
  text::TokenList tokens_;
};

}  // namespace

Shortening shorten(QueryNode& tree, const Xapian::Database& statements) {
  return Shortener(statements).shorten(tree);
}

std::size_t count_words(const QueryNode& tree) {
  if (tree.part == Part::kLeftOut) return 0;
  std::size_t count = tree.kind == NodeKind::kWord ? 1 : 0;
  const bool drops_stop_words = tree.kind == NodeKind::kWords && !is_only_stop_words(tree);
  for (const QueryNode& child : tree.children) {
    const bool is_dropped =
        drops_stop_words && child.kind == NodeKind::kWord && is_only_stop_words(child);
    if (!is_dropped) count += count_words(child);
  }
  return count;
}

}  // namespace bayan::searcher
