#include "indexer/formats/json_splitter.h"

#include <algorithm>
#include <array>

namespace bayan::indexer {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::array<std::string_view, 16> kWrappers = {
    "articles", "data",  "docs",    "documents", "entries", "hits",     "items",      "news",
    "posts",    "press", "records", "releases",  "results", "response", "statements", "stories"};
/// Beside a list of records these make the object a record with a list in it.
constexpr std::array<std::string_view, 6> kBodies = {"body",        "content", "text",
                                                     "articleBody", "النص",    "المتن"};

/// A walk over the beginning of an object in search of its records.
class WrapperSearch {
 public:
  explicit WrapperSearch(std::string_view text) : text_(text) {}

  std::optional<std::size_t> run() {
    skip_space();
    if (peek() != '{') return std::nullopt;
    const std::optional<std::size_t> found = search_object(0);
    // One of several objects is a record.
    return take('}') && take('{') ? std::nullopt : found;
  }

 private:
  static constexpr int kDeepest = 3;

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  /// Moves behind one character that is not white space, if it is `c`.
  bool take(char c) {
    skip_space();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  /// The text between quotes as it is written.
  std::string_view take_string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, text_.size());
    at_ = end + 1;
    return text_.substr(begin, end - begin);
  }

  /// Moves behind a value, whatever it is.
  void skip_value() {
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        take_string();
        if (depth == 0) return;
        --at_;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (depth == 0) return;
        if (--depth == 0) {
          ++at_;
          return;
        }
      } else if (c == ',' && depth == 0) {
        return;
      }
    }
  }

  /// Walks over an object, to its closing bracket or to the end of the text.
  std::optional<std::size_t> search_object(int depth) {
    std::optional<std::size_t> found;
    ++at_;
    do {
      skip_space();
      if (peek() != '"') return found;
      const std::string_view key = take_string();
      if (!take(':')) return found;
      skip_space();
      if (peek() == '"' && std::ranges::find(kBodies, key) != kBodies.end()) return std::nullopt;
      const bool may_wrap = std::ranges::find(kWrappers, key) != kWrappers.end();
      if (may_wrap && !found && peek() == '[') found = begin_of_objects();
      if (may_wrap && !found && peek() == '{' && depth + 1 < kDeepest) {
        found = search_object(depth + 1);
        if (!take('}')) return found;
      } else {
        skip_value();
      }
    } while (take(','));
    return found;
  }

  /// Just behind the bracket of an array that holds objects.
  [[nodiscard]] std::optional<std::size_t> begin_of_objects() const {
    const std::size_t first = text_.find_first_not_of(" \t\r\n", at_ + 1);
    const bool are_objects = first != std::string_view::npos && text_[first] == '{';
    return are_objects ? std::optional(at_ + 1) : std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::size_t> find_wrapped_records(std::string_view text) {
  return WrapperSearch(text).run();
}

void JsonSplitter::feed(std::string_view piece) {
  std::size_t at = 0;
  while (at < piece.size()) {
    if (!is_open_ && !find_record(piece, at)) break;
    const std::size_t begin = at;
    const bool is_whole = find_end(piece, at);
    const std::string_view part = piece.substr(begin, at - begin);
    if (is_whole) {
      close(part);
    } else {
      keep(part);
    }
  }
  offset_ += piece.size();
}

bool JsonSplitter::find_record(std::string_view piece, std::size_t& at) {
  for (; at < piece.size(); ++at) {
    if (is_wrapped_ && !in_array_) return false;
    const char c = piece[at];
    if (c == '\n' && !in_array_) (void)end_line();
    if (is_space(c) || (c == ',' && in_array_)) continue;
    if (c == ']' && in_array_) {
      in_array_ = false;
      may_have_lines_ = false;
    } else if (c == '[' && !in_array_ && !has_lines_) {
      in_array_ = true;
    } else {
      is_open_ = true;
      is_scalar_ = c != '{' && c != '[' && c != '"';
      record_offset_ = offset_ + at;
      return true;
    }
  }
  return false;
}

/// A line ends, not inside an array: the first line with a record in it tells whether each line is
/// one. True when the open record ends with the line, be it complete or not.
bool JsonSplitter::end_line() {
  if (may_have_lines_ && (is_open_ || record_count_ > 0)) {
    has_lines_ = !is_open_ || depth_ == 0;
    may_have_lines_ = false;
  }
  return has_lines_;
}

bool JsonSplitter::find_end(std::string_view piece, std::size_t& at) {
  for (; at < piece.size(); ++at) {
    const char c = piece[at];
    if (c == '\n') {
      if (!in_array_ && end_line()) return true;
      in_string_ = false;
      is_escaped_ = false;
      if (is_scalar_ || depth_ == 0) return true;
    } else if (in_string_) {
      if (is_escaped_) {
        is_escaped_ = false;
      } else if (c == '\\') {
        is_escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
        if (depth_ == 0 && !is_scalar_) return ++at, true;
      }
    } else if (is_scalar_ &&
               ((in_array_ && (c == ',' || c == ']')) || (is_space(c) && !has_lines_))) {
      return true;
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      if (depth_ > 0) --depth_;
      if (depth_ == 0 && !is_scalar_) return ++at, true;
    }
  }
  return false;
}

void JsonSplitter::keep(std::string_view part) {
  if (kept_.size() + part.size() > largest_) is_oversized_ = true;
  if (is_oversized_) {
    kept_.clear();
  } else {
    kept_ += part;
  }
}

void JsonSplitter::close(std::string_view last_part) {
  ++record_count_;
  if (is_oversized_ || kept_.size() + last_part.size() > largest_) {
    callbacks_.on_oversized();
  } else if (kept_.empty()) {
    callbacks_.on_record(last_part, record_offset_);
  } else {
    kept_ += last_part;
    callbacks_.on_record(kept_, record_offset_);
  }
  kept_.clear();
  depth_ = 0;
  is_open_ = is_scalar_ = is_oversized_ = in_string_ = is_escaped_ = false;
}

void JsonSplitter::finish() {
  if (is_open_ && is_scalar_ && !in_array_) {
    close({});
  } else if (is_open_ || in_array_) {
    callbacks_.on_broken_off();
  }
}

}  // namespace bayan::indexer
