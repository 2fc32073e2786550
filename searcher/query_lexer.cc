#include "searcher/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/edit_distance.h"
#include "common/text/fold.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kOpenGuillemet = "«";
constexpr std::string_view kCloseGuillemet = "»";

/// Operators written as words: English ones in capitals, Arabic ones between slashes (folded here),
/// so that no word of a text is one by accident.
struct WordOperator {
  std::string_view word;
  LexemeKind kind;
};
constexpr std::array kWordOperators = {
    WordOperator{"AND", LexemeKind::kAnd},   WordOperator{"/و/", LexemeKind::kAnd},
    WordOperator{"OR", LexemeKind::kOr},     WordOperator{"/او/", LexemeKind::kOr},
    WordOperator{"NOT", LexemeKind::kNot},   WordOperator{"/ليس/", LexemeKind::kNot},
    WordOperator{"NEAR", LexemeKind::kNear}, WordOperator{"/قرب/", LexemeKind::kNear},
};
constexpr std::array<std::string_view, 2> kNearBefore = {"NEAR/", "قرب/"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string field_hint(std::string_view name) {
  const auto rows = index::fields();
  const auto nearest = std::ranges::min_element(rows, {}, [name](const index::Field& row) {
    return std::min(edit_distance(row.name, name), edit_distance(row.arabic_name, name));
  });
  return fmt::format(
      "did you mean {}: or {}:? Fields are listed by --help; a colon inside a word wants quotes",
      nearest->name, nearest->arabic_name);
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<Lexeme>> run() {
    while (true) {
      skip_space();
      if (at_ >= query_.size()) break;
      if (Result<void> read = read_one(); !read) return tl::unexpected(read.error());
      lexemes_.back().is_joined = at_ < query_.size() && !is_space(query_[at_]);
    }
    push(LexemeKind::kEnd, query_.size());
    return std::move(lexemes_);
  }

 private:
  void skip_space() {
    while (at_ < query_.size() && is_space(query_[at_])) ++at_;
  }

  Lexeme& push(LexemeKind kind, std::size_t end) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.text = query_.substr(at_, end - at_);
    lexeme.begin = at_;
    lexeme.end = at_ = end;
    lexemes_.push_back(lexeme);
    return lexemes_.back();
  }

  /// Signs that mean something only where a word begins.
  [[nodiscard]] bool begins_item() const {
    if (lexemes_.empty() || !lexemes_.back().is_joined) return true;
    const LexemeKind last = lexemes_.back().kind;
    return last != LexemeKind::kText && last != LexemeKind::kQuoted;
  }

  Result<void> read_one() {
    switch (query_[at_]) {
      case '(':
        return read_sign(LexemeKind::kOpen);
      case ')':
        return read_sign(LexemeKind::kClose);
      case '&':
        return read_sign(LexemeKind::kAnd);
      case '|':
        return read_sign(LexemeKind::kOr);
      case '"':
        return read_quoted("\"", "\"");
      case '+':
        if (begins_item()) return read_sign(LexemeKind::kMust);
        break;
      case '-':
      case '!':
        if (begins_item()) return read_sign(LexemeKind::kNot);
        break;
      case '=':
        if (begins_item()) return read_sign(LexemeKind::kExact);
        break;
      default:
        break;
    }
    if (query_.substr(at_).starts_with(kOpenGuillemet)) {
      return read_quoted(kOpenGuillemet, kCloseGuillemet);
    }
    if (const std::size_t colon = field_end(); colon != std::string_view::npos) {
      return read_field(colon);
    }
    return read_word();
  }

  Result<void> read_sign(LexemeKind kind) {
    const bool is_double = (kind == LexemeKind::kAnd || kind == LexemeKind::kOr) &&
                           at_ + 1 < query_.size() && query_[at_ + 1] == query_[at_];
    push(kind, at_ + (is_double ? 2 : 1));
    return {};
  }

  Result<void> read_quoted(std::string_view open, std::string_view close) {
    const std::size_t begin = at_;
    const std::size_t inner = at_ + open.size();
    const std::size_t end = query_.find(close, inner);
    if (end == std::string_view::npos) {
      return wrong_query(query_, begin, begin + open.size(), "a quote is not closed",
                         fmt::format("close it with {}", close));
    }
    push(LexemeKind::kQuoted, end + close.size()).text = query_.substr(inner, end - inner);
    return {};
  }

  /// The colon behind a run of letters at the present place; npos where there is none.
  [[nodiscard]] std::size_t field_end() const {
    for (std::size_t i = at_; i < query_.size(); ++i) {
      if (query_[i] == ':') return i > at_ ? i : std::string_view::npos;
      if (!is_letter(query_[i]) || query_.substr(i).starts_with(kOpenGuillemet)) break;
    }
    return std::string_view::npos;
  }

  Result<void> read_field(std::size_t colon) {
    const std::string_view name = query_.substr(at_, colon - at_);
    const index::Field* found = index::find_field(name);
    if (found == nullptr) {
      return wrong_query(query_, at_, colon, fmt::format("there is no field «{}»", name),
                         field_hint(name));
    }
    push(LexemeKind::kField, colon + 1).field = found->id;
    return {};
  }

  [[nodiscard]] std::size_t word_end() const {
    std::size_t end = at_;
    while (end < query_.size() && !is_space(query_[end]) &&
           std::string_view("()\"|&").find(query_[end]) == std::string_view::npos &&
           !(end > at_ && query_.substr(end).starts_with(kOpenGuillemet))) {
      ++end;
    }
    return end;
  }

  Result<void> read_word() {
    const std::size_t end = word_end();
    const std::string_view word = query_.substr(at_, end - at_);
    const std::string folded = word.front() == '/' ? text::fold(word) : std::string(word);
    for (const WordOperator& row : kWordOperators) {
      if (folded != row.word || !begins_item()) continue;
      push(row.kind, end).distance = kUsualNear;
      return {};
    }
    for (const std::string_view before : kNearBefore) {
      if (word.starts_with(before) && begins_item()) return read_near(before.size(), end);
    }
    push(LexemeKind::kText, end);
    return {};
  }

  Result<void> read_near(std::size_t before, std::size_t end) {
    const std::string number = text::fold(query_.substr(at_ + before, end - at_ - before));
    std::size_t distance = 0;
    const auto [stop, error] =
        std::from_chars(number.data(), number.data() + number.size(), distance);
    if (error != std::errc{} || stop != number.data() + number.size() || distance < 1 ||
        distance > kFurthestNear) {
      return wrong_query(query_, at_ + before, end,
                         fmt::format("NEAR wants a number of words from 1 to {}", kFurthestNear),
                         "write for example وزير NEAR/5 فرنسا");
    }
    push(LexemeKind::kNear, end).distance = distance;
    return {};
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

tl::unexpected<Error> wrong_query(std::string_view query, std::size_t begin, std::size_t end,
                                  std::string_view fact, std::string hint) {
  Error error{ErrorKind::kQuery, fmt::format("query: {}", fact), std::move(hint)};
  error.excerpt =
      Excerpt{std::string(query), std::min(begin, query.size()), std::min(end, query.size())};
  return tl::unexpected<Error>(std::move(error));
}

Result<std::vector<Lexeme>> split_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace bayan::searcher
