#include "searcher/positional.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/index/word_pair.h"
#include "common/statement/codec.h"
#include "searcher/number_filter.h"
#include "searcher/operand_words.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

bool fits(const NumberSlot& slot, std::uint32_t number) {
  return slot.empty() || std::ranges::binary_search(slot, number);
}

/// An operand as it stands in a text: its first word and how many it takes.
struct Occurrence {
  std::size_t place;
  std::size_t size;
};

class Verifier {
 public:
  explicit Verifier(const PositionalWords& words)
      : operands_(numbers_of(words)),
        distance_(words.distance),
        in_title_(words.in_title),
        found_(operands_.size()) {
    if (!has_phrases() && operands_.size() <= WordOperands::kMostOperands) {
      single_words_.emplace(operands_);
      return;
    }
    for (const std::vector<NumberSequence>& alternatives : operands_) {
      for (const NumberSequence& sequence : alternatives) {
        for (const std::uint32_t number : sequence.front()) first_words_.insert(number);
      }
    }
  }

  [[nodiscard]] bool holds(const index::TokenStream& stream) {
    if (holds_between(stream, 0, stream.title_size())) return true;
    return !in_title_ && holds_between(stream, stream.title_size(), stream.size());
  }

 private:
  static std::vector<std::vector<NumberSequence>> numbers_of(const PositionalWords& words) {
    std::vector<std::vector<NumberSequence>> operands;
    for (const std::vector<WordSequence>& alternatives : words.operands) {
      std::vector<NumberSequence>& operand = operands.emplace_back();
      for (const WordSequence& sequence : alternatives) {
        NumberSequence& numbers = operand.emplace_back();
        for (const WordSlot& slot : sequence) {
          NumberSlot& place = numbers.emplace_back();
          for (const std::string& form : slot) place.push_back(index::token_number(form));
          std::ranges::sort(place);
        }
      }
      join_single_words(operand);
    }
    return operands;
  }

  /// Many single words to choose from are one place that is looked up once, whatever their number.
  static void join_single_words(std::vector<NumberSequence>& operand) {
    const auto is_single = [](const NumberSequence& sequence) {
      return sequence.size() == 1 && !sequence.front().empty();
    };
    NumberSlot joined;
    for (const NumberSequence& sequence : operand) {
      if (is_single(sequence)) {
        joined.insert(joined.end(), sequence.front().begin(), sequence.front().end());
      }
    }
    if (joined.empty()) return;
    std::erase_if(operand, is_single);
    std::ranges::sort(joined);
    operand.push_back({std::move(joined)});
  }

  [[nodiscard]] bool has_phrases() const {
    return std::ranges::any_of(operands_, [](const std::vector<NumberSequence>& alternatives) {
      return std::ranges::any_of(
          alternatives, [](const NumberSequence& sequence) { return sequence.size() > 1; });
    });
  }

  bool holds_between(const index::TokenStream& stream, std::size_t begin, std::size_t end) {
    for (auto& occurrences : found_) occurrences.clear();
    return single_words_ ? hold_words(stream, begin, end) : hold_phrases(stream, begin, end);
  }

  /// Frequent words stand together early in most texts; what is behind need not be read.
  bool hold_words(const index::TokenStream& stream, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      std::uint64_t operands = single_words_->of(stream[i]);
      if (operands == 0) continue;
      if (operands_.size() == 1) return true;
      for (; operands != 0; operands &= operands - 1) {
        found_[static_cast<std::size_t>(std::countr_zero(operands))].push_back({i, 1});
      }
      if (ends_window(i)) return true;
    }
    return false;
  }

  /// How far phrases reach is known at the end alone: a window that holds without them is enough.
  bool hold_phrases(const index::TokenStream& stream, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t number = stream[i];
      if (!first_words_.may_hold(number)) continue;
      for (std::size_t operand = 0; operand < operands_.size(); ++operand) {
        const std::size_t size = longest_at(operands_[operand], stream, i, end);
        if (size == 0) continue;
        if (operands_.size() == 1) return true;
        found_[operand].push_back({i, size});
      }
      if (ends_window(i)) return true;
    }
    return operands_.size() > 1 && are_near();
  }

  /// Whether some window of single words has its last word at `place`, the last looked at.
  [[nodiscard]] bool ends_window(std::size_t place) const {
    const std::size_t first = place - std::min(place, distance_);
    const auto is_behind = [first](const std::vector<Occurrence>& occurrences) {
      return occurrences.empty() || occurrences.back().place < first;
    };
    return std::ranges::none_of(found_, is_behind) && has_window(first);
  }

  /// Words that an operand takes at place `i`; 0 where it does not stand there.
  static std::size_t longest_at(const std::vector<NumberSequence>& alternatives,
                                const index::TokenStream& stream, std::size_t i, std::size_t end) {
    std::size_t longest = 0;
    for (const NumberSequence& sequence : alternatives) {
      if (sequence.size() <= longest || i + sequence.size() > end) continue;
      std::size_t matched = 0;
      while (matched < sequence.size() && fits(sequence[matched], stream[i + matched])) ++matched;
      if (matched == sequence.size()) longest = matched;
    }
    return longest;
  }

  /// Whether some place begins a window in which every operand has a first word of its own.
  [[nodiscard]] bool are_near() const {
    if (std::ranges::any_of(found_, &std::vector<Occurrence>::empty)) return false;
    for (const std::vector<Occurrence>& anchors : found_) {
      for (const Occurrence& anchor : anchors) {
        if (has_window(anchor.place)) return true;
      }
    }
    return false;
  }

  /// Kuhn's matching of operands to places in the window that begins at `begin`.
  [[nodiscard]] bool has_window(std::size_t begin) const {
    std::vector<std::pair<std::size_t, std::size_t>> taken;  // place, operand
    for (std::size_t operand = 0; operand < found_.size(); ++operand) {
      std::vector<std::size_t> tried;
      if (!assign(operand, begin, taken, tried)) return false;
    }
    return true;
  }

  bool assign(std::size_t operand, std::size_t begin,
              std::vector<std::pair<std::size_t, std::size_t>>& taken,
              std::vector<std::size_t>& tried) const {
    const std::vector<Occurrence>& places = found_[operand];
    for (auto it = std::ranges::lower_bound(places, begin, {}, &Occurrence::place);
         it != places.end() && it->place <= begin + distance_ + longest_other(operand); ++it) {
      if (std::ranges::find(tried, it->place) != tried.end()) continue;
      tried.push_back(it->place);
      const auto owner =
          std::ranges::find(taken, it->place, &std::pair<std::size_t, std::size_t>::first);
      if (owner == taken.end()) {
        taken.emplace_back(it->place, operand);
        return true;
      }
      // The vector may grow below, so the owner is found by its index.
      const auto index = static_cast<std::size_t>(owner - taken.begin());
      if (assign(taken[index].second, begin, taken, tried)) {
        taken[index].second = operand;
        return true;
      }
    }
    return false;
  }

  /// What phrases add to the window: a phrase before this operand takes more than one place.
  [[nodiscard]] std::size_t longest_other(std::size_t operand) const {
    std::size_t extra = 0;
    for (std::size_t other = 0; other < found_.size(); ++other) {
      if (other == operand || found_[other].empty()) continue;
      extra += std::ranges::max(found_[other], {}, &Occurrence::size).size - 1;
    }
    return extra;
  }

  std::vector<std::vector<NumberSequence>> operands_;
  std::size_t distance_;
  bool in_title_;
  std::optional<WordOperands> single_words_;    ///< where there are no phrases
  NumberFilter first_words_;                    ///< of phrases and words, where there are
  std::vector<std::vector<Occurrence>> found_;  ///< by operand
};

/// Statements that can hold a sequence: they hold its words, and the pairs of it that have terms.
Query sequence_query(const WordSequence& sequence, index::FieldId field) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (sequence[i].empty()) continue;
    std::vector<Query> forms;
    for (const std::string& form : sequence[i]) forms.emplace_back(index::make_term(field, form));
    parts.emplace_back(Query::OP_OR, forms.begin(), forms.end());
    if (i + 1 < sequence.size() && sequence[i].size() == 1 && sequence[i + 1].size() == 1 &&
        index::is_pair_indexed(sequence[i].front(), sequence[i + 1].front())) {
      parts.emplace_back(index::pair_term(sequence[i].front(), sequence[i + 1].front()));
    }
  }
  return {Query::OP_AND, parts.begin(), parts.end()};
}

Query candidates_query(const PositionalWords& words) {
  const index::FieldId field = words.in_title ? index::FieldId::kTitle : index::FieldId::kText;
  std::vector<Query> operands;
  for (const std::vector<WordSequence>& alternatives : words.operands) {
    std::vector<Query> parts;
    for (const WordSequence& sequence : alternatives) {
      parts.push_back(sequence_query(sequence, field));
    }
    operands.emplace_back(Query::OP_OR, parts.begin(), parts.end());
  }
  return {Query::OP_AND, operands.begin(), operands.end()};
}

/// The term that alone says where the words stand: a phrase of two frequent words.
std::optional<std::string> deciding_term(const PositionalWords& words) {
  if (words.in_title || words.operands.size() != 1 || words.operands[0].size() != 1) return {};
  const WordSequence& sequence = words.operands[0][0];
  if (sequence.size() != 2 || sequence[0].size() != 1 || sequence[1].size() != 1) return {};
  const std::string& first = sequence[0].front();
  const std::string& second = sequence[1].front();
  if (!index::is_pair_indexed(first, second)) return {};
  return index::pair_term(first, second);
}

}  // namespace

std::vector<Xapian::docid> find_positional(Matcher& matcher, const PositionalWords& words) {
  const Xapian::Database& statements = matcher.statements();
  if (const std::optional<std::string> term = deciding_term(words)) {
    return {statements.postlist_begin(*term), statements.postlist_end(*term)};
  }
  Verifier verifier(words);
  std::vector<Xapian::docid> found;
  matcher.match(candidates_query(words)).for_each([&](Xapian::docid id) {
    const std::string data = statements.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
    const Result<std::string_view> stream = statement::token_stream_of(data);
    if (stream && verifier.holds(index::TokenStream(*stream))) found.push_back(id);
  });
  return found;
}

}  // namespace bayan::searcher
