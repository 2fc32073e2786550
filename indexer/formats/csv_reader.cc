#include "indexer/formats/csv_reader.h"

#include <array>

namespace bayan::indexer {

void CsvReader::feed(std::string_view piece) {
  for (const char c : piece) take(c);
}

void CsvReader::take(char c) {
  if (after_return_) {
    after_return_ = false;
    if (c == '\n') return;
  }
  switch (state_) {
    case State::kQuoted:
      if (c == '"') {
        state_ = State::kQuoteInQuoted;
      } else {
        append(c);
      }
      return;
    case State::kQuoteInQuoted:
      if (c == '"') {
        append(c);
        state_ = State::kQuoted;
        return;
      }
      state_ = State::kPlain;
      break;
    case State::kBegin:
      if (c == '"') {
        state_ = State::kQuoted;
        return;
      }
      break;
    case State::kPlain:
      break;
  }
  if (c == separator_) {
    end_value();
  } else if (c == '\n' || c == '\r') {
    after_return_ = c == '\r';
    end_row();
  } else {
    append(c);
    state_ = State::kPlain;
  }
}

void CsvReader::append(char c) {
  if (++row_bytes_ <= largest_) value_ += c;
}

void CsvReader::end_value() {
  row_.push_back(std::move(value_));
  value_.clear();
  state_ = State::kBegin;
}

void CsvReader::end_row() {
  const bool is_empty = row_.empty() && value_.empty() && state_ != State::kQuoted;
  end_value();
  if (row_bytes_ > largest_) {
    callbacks_.on_oversized();
  } else if (!is_empty) {
    callbacks_.on_row(row_);
  }
  row_.clear();
  row_bytes_ = 0;
}

void CsvReader::finish() {
  if (state_ == State::kQuoted) {
    callbacks_.on_broken_off();
  } else if (!row_.empty() || !value_.empty() || state_ == State::kQuoteInQuoted) {
    end_row();
  }
}

char find_separator(std::string_view text) {
  constexpr std::array kSeparators = {',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += c == kSeparators[i] ? 1 : 0;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  return counts[best] == 0 ? '\0' : kSeparators[best];
}

}  // namespace bayan::indexer
