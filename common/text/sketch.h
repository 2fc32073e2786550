#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"

/// Sketches tell near-duplicates without their texts: MinHash (Broder 1997) over runs of three
/// folded words, by one permutation (Li, Owen, Zhang 2012), one byte a bin.
///
///   each run -> a hash; its high bits choose one of 64 bins, and a bin keeps its smallest hash
///
/// The share of equal bins estimates the Jaccard similarity of two texts' sets of runs: what part
/// of the runs that either has both have. «قال الوزير في المنامة اليوم إن …» and the same with
/// «وزير الخارجية» differ in the few runs that hold the changed words.
namespace bayan::text {

/// Raised whenever sketches change.
inline constexpr int kSketchVersion = 1;

/// Bins, and bytes, of a sketch.
inline constexpr std::size_t kSketchBins = 64;

/// Texts with fewer words have no sketch: a formula of a few words is many statements.
inline constexpr std::size_t kFewestSketchedWords = 40;

/// kSketchBins bytes, or none where `tokens` are fewer than kFewestSketchedWords.
[[nodiscard]] std::string sketch_of(const TokenList& tokens);

/// How many bins of two sketches are equal.
[[nodiscard]] std::size_t equal_bins(std::string_view a, std::string_view b);

}  // namespace bayan::text
