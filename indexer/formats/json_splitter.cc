#include "indexer/formats/json_splitter.h"

namespace bayan::indexer {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

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
