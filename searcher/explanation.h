#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/dictionary.h"

/// How a query was understood, as plain values.
namespace bayan::searcher {

/// Something that a query or a filter asks for.
struct ExplainedPart {
  enum class Kind : std::uint8_t {
    kWord,
    kExact,
    kPhrase,
    kWildcard,
    kNear,
    kFilter,
    kGroup,         ///< several joined by AND or OR
    kFunctionWord,  ///< not asked for, beside other words
    kLessTelling,   ///< not asked for, beside so many others (long_query.h)
  };
  std::string text;  ///< as typed
  Kind kind = Kind::kWord;
  bool is_excluded = false;
  std::vector<index::RelatedForm> forms;  ///< of a word: those that stand for it, by grade
  std::uint64_t statements = 0;           ///< that hold it, whatever else is asked for
  /// Where no statement holds everything: how many hold all but this.
  std::optional<std::uint64_t> without;
};

struct Explanation {
  std::vector<ExplainedPart> parts;       ///< as they stand in the query, then the filters
  std::vector<std::string> notes;         ///< what else should be known
  std::vector<std::string> ranked_words;  ///< what ScoreParts::words are of
};

}  // namespace bayan::searcher
