#include "searcher/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/base/edit_distance.h"
#include "common/base/utf8.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kOpenGuillemet = "«";
constexpr std::string_view kCloseGuillemet = "»";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The query with the place marked: in right-to-left text a caret on the next line stands under
/// some other word, so the place is bracketed where it is.
tl::unexpected<Error> wrong(std::string_view query, std::size_t at, std::string_view fact,
                            std::string hint) {
  at = std::min(at, query.size());
  return fail(ErrorKind::kQuery,
              fmt::format("query: {}: {}⟦?⟧{}", fact, query.substr(0, at), query.substr(at)),
              std::move(hint));
}

std::string nearest_field(std::string_view name) {
  const auto rows = index::fields();
  const auto nearest = std::ranges::min_element(rows, {}, [name](const index::Field& row) {
    return std::min(edit_distance(row.name, name), edit_distance(row.arabic_name, name));
  });
  return fmt::format(
      "did you mean {}: or {}:? Fields are listed by --help; a colon inside a word "
      "wants quotes",
      nearest->name, nearest->arabic_name);
}

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query) {}

  Result<QueryNode> run() {
    Result<QueryNode> tree = any();
    if (!tree) return tree;
    if (at_ < query_.size()) {
      return wrong(query_, at_, "a bracket closes nothing", "take it away or open it before");
    }
    return tree;
  }

 private:
  void skip_space() {
    while (at_ < query_.size() && is_space(query_[at_])) ++at_;
  }

  /// Steps over an operator: a sign, or a word of capitals that ends there.
  bool take_operator(std::string_view sign, std::string_view word) {
    skip_space();
    const std::string_view rest = query_.substr(at_);
    if (rest.starts_with(sign)) {
      at_ += sign.size();
      return true;
    }
    if (rest.starts_with(word) &&
        (rest.size() == word.size() || is_space(rest[word.size()]) || rest[word.size()] == '(')) {
      at_ += word.size();
      return true;
    }
    return false;
  }

  bool at_operator() {
    const std::size_t before = at_;
    const bool found = take_operator("|", "OR") || take_operator("&", "AND");
    at_ = before;
    return found;
  }

  /// A chain of `part`s between operators; one part alone is itself.
  template <typename Part>
  Result<QueryNode> chain(NodeKind kind, std::string_view sign, std::string_view word, Part part) {
    const std::size_t begin = at_;
    Result<QueryNode> first = part();
    if (!first) return first;
    QueryNode node{kind, index::FieldId::kText, {}, {}, begin, at_};
    node.children.push_back(std::move(*first));
    for (std::size_t place = at_; take_operator(sign, word); place = at_) {
      Result<QueryNode> next = part();
      if (!next) return next;
      if (is_empty(node.children.back()) || is_empty(*next)) {
        return wrong(query_, place, fmt::format("{} stands with nothing on one side", word),
                     "write words on both sides, or put it in quotes to search for it");
      }
      node.children.push_back(std::move(*next));
    }
    node.end = at_;
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  static bool is_empty(const QueryNode& node) {
    return node.kind == NodeKind::kWords && node.children.empty();
  }

  Result<QueryNode> any() {
    return chain(NodeKind::kAny, "|", "OR", [this] { return all(); });
  }
  Result<QueryNode> all() {
    return chain(NodeKind::kAll, "&", "AND", [this] { return words(); });
  }

  Result<QueryNode> words() {
    QueryNode node{NodeKind::kWords, index::FieldId::kText, {}, {}, at_, at_};
    while (true) {
      skip_space();
      if (at_ >= query_.size() || query_[at_] == ')' || at_operator()) break;
      Result<QueryNode> next = item();
      if (!next) return next;
      node.children.push_back(std::move(*next));
    }
    node.end = at_;
    return node;
  }

  Result<QueryNode> item() {
    const std::size_t begin = at_;
    NodeKind wrapper = NodeKind::kWord;
    if (query_[at_] == '+') {
      wrapper = NodeKind::kMust;
      ++at_;
    } else if (query_[at_] == '-' || query_[at_] == '!') {
      wrapper = NodeKind::kNot;
      ++at_;
    } else if (take_operator("!", "NOT")) {
      wrapper = NodeKind::kNot;
      skip_space();
    }
    if (at_ >= query_.size() || is_space(query_[at_]) || query_[at_] == ')') {
      return wrong(query_, begin, "the sign stands before nothing",
                   "write it right before a word, or put it in quotes");
    }
    Result<QueryNode> inner = atom();
    if (!inner || wrapper == NodeKind::kWord) return inner;
    QueryNode node{wrapper, index::FieldId::kText, {}, {}, begin, at_};
    node.children.push_back(std::move(*inner));
    return node;
  }

  Result<QueryNode> atom() {
    if (query_[at_] == '(') return bracketed();
    index::FieldId field = index::FieldId::kText;
    const std::size_t begin = at_;
    if (const std::size_t colon = field_end(); colon != std::string_view::npos) {
      const std::string_view name = query_.substr(at_, colon - at_);
      const index::Field* found = index::find_field(name);
      if (found == nullptr) {
        return wrong(query_, begin, fmt::format("there is no field «{}»", name),
                     nearest_field(name));
      }
      field = found->id;
      at_ = colon + 1;
      if (at_ >= query_.size() || is_space(query_[at_]) || query_[at_] == ')') {
        return wrong(query_, at_, fmt::format("{}: has no value", name),
                     "write the value right behind the colon, in quotes if it has spaces");
      }
    }
    return value(field, begin);
  }

  Result<QueryNode> bracketed() {
    const std::size_t begin = at_++;
    if (++depth_ > kDeepestQuery) {
      return wrong(query_, begin, "brackets are nested too deeply", "write a simpler query");
    }
    Result<QueryNode> inner = any();
    --depth_;
    if (!inner) return inner;
    skip_space();
    if (at_ >= query_.size() || query_[at_] != ')') {
      return wrong(query_, begin, "a bracket is not closed", "close it with )");
    }
    ++at_;
    return inner;
  }

  /// The colon behind a run of letters at the present place; npos where there is none.
  [[nodiscard]] std::size_t field_end() const {
    for (std::size_t i = at_; i < query_.size(); ++i) {
      const char c = query_[i];
      if (c == ':') return i > at_ ? i : std::string_view::npos;
      const bool letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
      if (!letter || query_.substr(i).starts_with(kOpenGuillemet)) break;
    }
    return std::string_view::npos;
  }

  Result<QueryNode> value(index::FieldId field, std::size_t begin) {
    const index::FieldKind kind = index::field(field).kind;
    QueryNode node{NodeKind::kWord, field, {}, {}, begin, at_};
    const std::string_view rest = query_.substr(at_);
    if (rest.starts_with('"') || rest.starts_with(kOpenGuillemet)) {
      const std::string_view open = rest.starts_with('"') ? "\"" : kOpenGuillemet;
      const std::string_view close = rest.starts_with('"') ? "\"" : kCloseGuillemet;
      const std::size_t end = query_.find(close, at_ + open.size());
      if (end == std::string_view::npos) {
        return wrong(query_, at_, "a quote is not closed", fmt::format("close it with {}", close));
      }
      node.text = query_.substr(at_ + open.size(), end - at_ - open.size());
      node.kind = NodeKind::kPhrase;
      at_ = end + close.size();
    } else {
      if (rest.starts_with('=')) {
        node.kind = NodeKind::kExact;
        ++at_;
      }
      const std::size_t first = at_;
      while (at_ < query_.size() && !is_space(query_[at_]) && query_[at_] != '(' &&
             query_[at_] != ')' && query_[at_] != '"' && query_[at_] != '|' && query_[at_] != '&') {
        ++at_;
      }
      node.text = query_.substr(first, at_ - first);
      if (node.text.empty()) {
        return wrong(query_, begin, "the sign stands before nothing",
                     "write it right before a word, or put it in quotes");
      }
    }
    if (kind != index::FieldKind::kWords) node.kind = NodeKind::kFilter;
    node.end = at_;
    return node;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string_view name_of(NodeKind kind) {
  constexpr std::array<std::string_view, 9> kNames = {"word", "exact", "phrase", "filter", "all",
                                                      "any",  "words", "not",    "must"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

Result<QueryNode> parse_query(std::string_view query) {
  if (query.size() > kLongestQuery) {
    return fail(ErrorKind::kQuery, fmt::format("query: longer than {} bytes", kLongestQuery),
                "search for the words that matter most");
  }
  return Parser(query).run();
}

std::string describe(const QueryNode& node) {
  std::string out = fmt::format("({}", name_of(node.kind));
  if (node.field != index::FieldId::kText)
    out += fmt::format(" {}:", index::field(node.field).name);
  if (!node.text.empty()) out += fmt::format(" \"{}\"", node.text);
  for (const QueryNode& child : node.children) out += " " + describe(child);
  return out + ")";
}

}  // namespace bayan::searcher
