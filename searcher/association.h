#pragma once

#include <cstdint>

namespace bayan::searcher {

/// How often two things occur, alone and together, among all statements.
struct Occurrences {
  std::uint64_t together = 0;
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t all = 0;
};

/// How surely two things belong together: Dunning's log-likelihood ratio (Accurate Methods for the
/// Statistics of Surprise and Coincidence, 1993) of the table of both, negative where they meet
/// less often than chance has it.
///
/// Unlike a count it does not favour what is in every second statement anyway, unlike pointwise
/// mutual information not what occurs once: of 1,000 statements with 100 of A, a country that is in
/// 500 of them and in 50 of A's scores 0, a person who is in 12 and in 10 of A's some 36.
[[nodiscard]] double association(const Occurrences& counts);

/// Above this, chance would bring them together so often once in a thousand times.
inline constexpr double kSurelyAssociated = 10.83;

}  // namespace bayan::searcher
