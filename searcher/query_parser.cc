#include "searcher/query_parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/date_span.h"
#include "searcher/query_lexer.h"

namespace bayan::searcher {
namespace {

bool is_empty(const QueryNode& node) {
  return node.kind == NodeKind::kWords && node.children.empty();
}

/// What may stand beside NEAR: words, phrases, wildcards, and some of them in brackets.
bool is_placed(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kExact:
    case NodeKind::kPhrase:
    case NodeKind::kWildcard:
      return true;
    case NodeKind::kAny:
      return std::ranges::all_of(node.children, is_placed);
    case NodeKind::kWords:
      return node.children.size() == 1 && is_placed(node.children.front());
    default:
      return false;
  }
}

class Parser {
 public:
  Parser(std::string_view query, std::vector<Lexeme> lexemes)
      : query_(query), lexemes_(std::move(lexemes)) {}

  Result<QueryNode> run() {
    Result<QueryNode> tree = any(index::FieldId::kText);
    if (!tree) return tree;
    if (now().kind != LexemeKind::kEnd) {
      return wrong("a bracket closes nothing", "take it away or open it before");
    }
    return tree;
  }

 private:
  [[nodiscard]] const Lexeme& now() const { return lexemes_[at_]; }

  [[nodiscard]] tl::unexpected<Error> wrong(std::string_view fact, std::string hint) const {
    return wrong_query(query_, now().begin, now().end, fact, std::move(hint));
  }

  /// A chain of `part`s between operators; one part alone is itself.
  template <typename Part>
  Result<QueryNode> chain(NodeKind kind, LexemeKind joint, Part part) {
    QueryNode node;
    node.kind = kind;
    node.begin = now().begin;
    Result<QueryNode> first = part();
    if (!first) return first;
    node.children.push_back(std::move(*first));
    while (now().kind == joint) {
      const Lexeme& sign = lexemes_[at_++];
      Result<QueryNode> next = part();
      if (!next) return next;
      if (is_empty(node.children.back()) || is_empty(*next)) return lonely(sign);
      node.children.push_back(std::move(*next));
    }
    if (node.children.size() == 1) return std::move(node.children.front());
    node.end = node.children.back().end;
    return node;
  }

  [[nodiscard]] tl::unexpected<Error> lonely(const Lexeme& sign) const {
    return wrong_query(query_, sign.begin, sign.end,
                       fmt::format("{} stands with nothing on one side", sign.text),
                       "write words on both sides, or put it in quotes to search for it");
  }

  Result<QueryNode> any(index::FieldId field) {
    return chain(NodeKind::kAny, LexemeKind::kOr, [this, field] { return all(field); });
  }
  Result<QueryNode> all(index::FieldId field) {
    return chain(NodeKind::kAll, LexemeKind::kAnd, [this, field] { return words(field); });
  }

  Result<QueryNode> words(index::FieldId field) {
    QueryNode node;
    node.begin = node.end = now().begin;
    while (true) {
      const LexemeKind kind = now().kind;
      if (kind == LexemeKind::kEnd || kind == LexemeKind::kClose || kind == LexemeKind::kAnd ||
          kind == LexemeKind::kOr) {
        return node;
      }
      if (kind == LexemeKind::kNear) return lonely(now());
      Result<QueryNode> next = item(field);
      if (!next) return next;
      node.end = next->end;
      node.children.push_back(std::move(*next));
    }
  }

  Result<QueryNode> item(index::FieldId field) {
    const Lexeme& sign = now();
    if (sign.kind != LexemeKind::kMust && sign.kind != LexemeKind::kNot) return near(field);
    ++at_;
    const bool is_word = sign.text == "NOT" || sign.text.starts_with('/');
    if (!is_value(now().kind) || (!is_word && !sign.is_joined)) {
      return wrong_query(query_, sign.begin, sign.end, "the sign stands before nothing",
                         "write it right before a word, or put it in quotes");
    }
    Result<QueryNode> inner = near(field);
    if (!inner) return inner;
    QueryNode node;
    node.kind = sign.kind == LexemeKind::kMust ? NodeKind::kMust : NodeKind::kNot;
    node.begin = sign.begin;
    node.end = inner->end;
    node.children.push_back(std::move(*inner));
    return node;
  }

  static bool is_value(LexemeKind kind) {
    return kind == LexemeKind::kOpen || kind == LexemeKind::kField || kind == LexemeKind::kExact ||
           kind == LexemeKind::kText || kind == LexemeKind::kQuoted;
  }

  Result<QueryNode> near(index::FieldId field) {
    Result<QueryNode> first = atom(field);
    if (!first || now().kind != LexemeKind::kNear) return first;
    QueryNode node;
    node.kind = NodeKind::kNear;
    node.begin = first->begin;
    node.field = first->field;
    node.children.push_back(std::move(*first));
    while (now().kind == LexemeKind::kNear) {
      const Lexeme& sign = lexemes_[at_++];
      if (!is_value(now().kind)) return lonely(sign);
      node.distance = std::max(node.distance, sign.distance);
      Result<QueryNode> next = atom(field);
      if (!next) return next;
      node.children.push_back(std::move(*next));
    }
    node.end = node.children.back().end;
    for (const QueryNode& child : node.children) {
      if (is_placed(child) && child.field == node.field) continue;
      return wrong_query(query_, child.begin, child.end,
                         "NEAR wants words, phrases or some of them in brackets on both sides",
                         "write for example (وزير OR سفير) NEAR/5 \"وزارة الخارجية\"");
    }
    return node;
  }

  Result<QueryNode> atom(index::FieldId field) {
    const std::size_t begin = now().begin;
    if (now().kind == LexemeKind::kField) {
      const Lexeme& name = lexemes_[at_++];
      field = name.field;
      if (!name.is_joined || !is_value(now().kind) || now().kind == LexemeKind::kField) {
        return wrong_query(query_, name.begin, name.end, fmt::format("{} has no value", name.text),
                           "write the value right behind the colon, in quotes if it has spaces");
      }
    }
    Result<QueryNode> node = now().kind == LexemeKind::kOpen ? bracketed(field) : value(field);
    if (node) node->begin = begin;
    return node;
  }

  Result<QueryNode> bracketed(index::FieldId field) {
    const Lexeme& open = lexemes_[at_++];
    if (++depth_ > kDeepestQuery) {
      return wrong_query(query_, open.begin, open.end, "brackets are nested too deeply",
                         "write a simpler query");
    }
    Result<QueryNode> inner = any(field);
    --depth_;
    if (!inner) return inner;
    if (now().kind != LexemeKind::kClose) {
      return wrong_query(query_, open.begin, open.end, "a bracket is not closed",
                         "close it with )");
    }
    inner->end = lexemes_[at_++].end;
    return inner;
  }

  Result<QueryNode> value(index::FieldId field) {
    QueryNode node;
    node.field = field;
    node.kind = NodeKind::kWord;
    if (now().kind == LexemeKind::kExact) {
      const Lexeme& sign = lexemes_[at_++];
      node.kind = NodeKind::kExact;
      const bool is_text = now().kind == LexemeKind::kText || now().kind == LexemeKind::kQuoted;
      if (!sign.is_joined || !is_text) {
        return wrong_query(query_, sign.begin, sign.end, "the sign stands before nothing",
                           "write it right before a word, or put it in quotes");
      }
    }
    if (!is_value(now().kind)) return lonely(now());
    const Lexeme& text = lexemes_[at_++];
    node.text = text.text;
    node.end = text.end;
    const bool is_quoted = text.kind == LexemeKind::kQuoted;
    if (index::field(field).kind != index::FieldKind::kWords) {
      // «=name» is that name alone, for entities as for words.
      if (node.kind == NodeKind::kExact) node.text.insert(0, "=");
      node.kind = NodeKind::kFilter;
      if (index::field(field).kind == index::FieldKind::kDate && !is_quoted) take_date(node);
    } else if (is_quoted) {
      node.kind = NodeKind::kPhrase;
    } else if (node.text.find('*') != std::string::npos && node.kind == NodeKind::kWord) {
      node.kind = NodeKind::kWildcard;
    }
    return bounded(std::move(node), text);
  }

  Result<QueryNode> bounded(QueryNode node, const Lexeme& text) {
    if (++word_count_ > kMostWords) {
      return wrong_query(query_, text.begin, text.end,
                         fmt::format("a query has at most {} words", kMostWords),
                         "search for the words that matter most");
    }
    if (node.kind == NodeKind::kWildcard && ++wildcard_count_ > kMostWildcards) {
      return wrong_query(query_, text.begin, text.end,
                         fmt::format("a query has at most {} words with *", kMostWildcards),
                         "write some of them out");
    }
    return node;
  }

  /// «date:يوليو 2024», «date:last month»: as many of the next words as make a date.
  void take_date(QueryNode& node) {
    constexpr std::size_t kMostDateWords = 12;
    const std::size_t first = at_ - 1;
    std::size_t last = first;
    while (last - first < kMostDateWords && lexemes_[last + 1].kind == LexemeKind::kText) ++last;
    for (; last > first; --last) {
      const std::string_view words =
          query_.substr(lexemes_[first].begin, lexemes_[last].end - lexemes_[first].begin);
      if (!parse_date_span(words)) continue;
      node.text = words;
      node.end = lexemes_[last].end;
      at_ = last + 1;
      return;
    }
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t word_count_ = 0;
  std::size_t wildcard_count_ = 0;
};

}  // namespace

Result<QueryNode> parse_query(std::string_view query) {
  if (query.size() > kLongestQuery) {
    return fail(ErrorKind::kQuery, fmt::format("query: longer than {} bytes", kLongestQuery),
                "search for the words that matter most");
  }
  return split_query(query).and_then(
      [query](std::vector<Lexeme> lexemes) { return Parser(query, std::move(lexemes)).run(); });
}

}  // namespace bayan::searcher
