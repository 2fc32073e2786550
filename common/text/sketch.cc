#include "common/text/sketch.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace bayan::text {
namespace {

constexpr std::size_t kRun = 3;
constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
constexpr unsigned kBinShift = 58;  // 64 bins by the highest six bits

using Bins = std::array<std::uint64_t, kSketchBins>;

/// Spreads the bits of a sum of hashes (the finalizer of SplitMix64).
std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

Bins smallest_hashes(const TokenList& tokens) {
  Bins bins;
  bins.fill(kEmpty);
  std::uint64_t before = 0;
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view form = tokens.form(i);
    const std::uint64_t word = XXH3_64bits(form.data(), form.size());
    if (i + 1 >= kRun) {
      const std::uint64_t run = mix(before * 0x9E3779B97F4A7C15U + mix(last + 3 * word));
      std::uint64_t& bin = bins[run >> kBinShift];
      bin = std::min(bin, run);
    }
    before = last;
    last = word;
  }
  return bins;
}

/// Short texts leave bins empty. Each takes the hash of one that is not, which one hanging on the
/// bin alone, so that like texts fill theirs alike (Shrivastava 2017).
void fill_empty(Bins& bins) {
  const Bins own = bins;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    for (std::uint64_t attempt = 1; bins[i] == kEmpty; ++attempt) {
      bins[i] = own[mix(i * 0x10001 + attempt) >> kBinShift];
    }
  }
}

}  // namespace

std::string sketch_of(const TokenList& tokens) {
  if (tokens.size() < kFewestSketchedWords) return {};
  Bins bins = smallest_hashes(tokens);
  fill_empty(bins);
  std::string sketch(kSketchBins, '\0');
  std::ranges::transform(bins, sketch.begin(),
                         [](std::uint64_t hash) { return static_cast<char>(hash); });
  return sketch;
}

std::size_t equal_bins(std::string_view a, std::string_view b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) equal += a[i] == b[i] ? 1U : 0U;
  return equal;
}

}  // namespace bayan::text
