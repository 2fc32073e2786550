#include "searcher/association.h"

#include <algorithm>
#include <cmath>

namespace bayan::searcher {
namespace {

/// observed · log(observed / expected), 0 for nothing.
double term(double observed, double expected) {
  return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

double association(const Occurrences& counts) {
  const auto all = static_cast<double>(counts.all);
  const auto first = static_cast<double>(std::min(counts.first, counts.all));
  const auto second = static_cast<double>(std::min(counts.second, counts.all));
  const auto both = static_cast<double>(counts.together);
  if (all == 0) return 0;
  const double expected = first * second / all;
  const double ratio =
      2 * (term(both, expected) + term(first - both, first * (all - second) / all) +
           term(second - both, (all - first) * second / all) +
           term(all - first - second + both, (all - first) * (all - second) / all));
  return both < expected ? -ratio : ratio;
}

}  // namespace bayan::searcher
