// Scores the near-duplicates of a corpus against pairs that were read and labelled:
//
//   duplicate_pairs CORPUS.jsonl LABELS.tsv
//
// LABELS has «id TAB id TAB yes|no» a line, drawn at random within strata of equal bins. Every pair
// of the corpus that could matter is found apart from the sketches, through runs of words that few
// statements hold; each stratum's labels then stand for all its pairs. Prints the strata, and
// precision and recall for each number of equal bins that could be asked for.

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/sketch.h"
#include "tools/bench/corpus_reader.h"

namespace {

using namespace bayan;

/// A run that more statements hold is a formula and leads to no pair.
constexpr std::size_t kMostHolders = 30;
/// Pairs that share fewer of the shorter one's runs are no candidates.
constexpr std::size_t kLeastSharedPart = 5;
/// First number of equal bins of each stratum.
constexpr std::array<std::size_t, 8> kStrata = {0, 16, 24, 28, 32, 36, 40, 48};

struct Text {
  std::string id;
  std::string sketch;
  std::size_t run_count = 0;
};

struct Corpus {
  std::vector<Text> texts;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> runs;  ///< hash, text
};

void add_runs(const text::TokenList& tokens, Corpus& corpus) {
  const auto number = static_cast<std::uint32_t>(corpus.texts.size() - 1);
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const std::string run =
        fmt::format("{} {} {}", tokens.form(i), tokens.form(i + 1), tokens.form(i + 2));
    hashes.push_back(XXH3_64bits(run.data(), run.size()));
  }
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  corpus.texts.back().run_count = hashes.size();
  for (const std::uint64_t hash : hashes) corpus.runs.emplace_back(hash, number);
}

Corpus read_corpus(const char* path) {
  bench::CorpusReader reader(path);
  Corpus corpus;
  text::TokenList tokens;
  while (const auto statement = reader.next()) {
    text::analyze(statement->body, tokens);
    std::string sketch = text::sketch_of(tokens);
    if (sketch.empty()) continue;
    corpus.texts.push_back({statement->id, std::move(sketch)});
    add_runs(tokens, corpus);
  }
  std::ranges::sort(corpus.runs);
  return corpus;
}

/// Equal bins of every pair that shares enough rare runs.
std::vector<std::size_t> equal_bins_of_pairs(const Corpus& corpus) {
  std::unordered_map<std::uint64_t, std::uint32_t> shared;
  for (std::size_t begin = 0; begin < corpus.runs.size();) {
    std::size_t end = begin;
    while (end < corpus.runs.size() && corpus.runs[end].first == corpus.runs[begin].first) ++end;
    if (end - begin <= kMostHolders) {
      for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t j = i + 1; j < end; ++j) {
          ++shared[std::uint64_t{corpus.runs[i].second} << 32 | corpus.runs[j].second];
        }
      }
    }
    begin = end;
  }
  std::vector<std::size_t> equal;
  for (const auto& [pair, count] : shared) {
    const Text& a = corpus.texts[pair >> 32];
    const Text& b = corpus.texts[pair & 0xFFFFFFFF];
    if (count * kLeastSharedPart < std::min(a.run_count, b.run_count)) continue;
    equal.push_back(text::equal_bins(a.sketch, b.sketch));
  }
  return equal;
}

std::size_t stratum_of(std::size_t equal) {
  return static_cast<std::size_t>(std::ranges::upper_bound(kStrata, equal) - kStrata.begin()) - 1;
}

struct Stratum {
  std::size_t pairs = 0;
  std::size_t labelled = 0;
  std::size_t same = 0;
  [[nodiscard]] double same_pairs() const {
    return labelled == 0 ? 0
                         : static_cast<double>(pairs) * static_cast<double>(same) /
                               static_cast<double>(labelled);
  }
};

void add_labels(const char* path, const Corpus& corpus, std::array<Stratum, 8>& strata) {
  std::map<std::string, std::string> sketches;
  for (const Text& text : corpus.texts) sketches[text.id] = text.sketch;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string a;
    std::string b;
    std::string label;
    if (line.starts_with('#') || !(fields >> a >> b >> label)) continue;
    Stratum& stratum = strata[stratum_of(text::equal_bins(sketches[a], sketches[b]))];
    ++stratum.labelled;
    if (label == "yes") ++stratum.same;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: duplicate_pairs CORPUS.jsonl LABELS.tsv\n", stderr);
    return 2;
  }
  const Corpus corpus = read_corpus(argv[1]);
  std::array<Stratum, 8> strata;
  for (const std::size_t equal : equal_bins_of_pairs(corpus)) ++strata[stratum_of(equal)].pairs;
  add_labels(argv[2], corpus, strata);
  double all_same = 0;
  fmt::print("bins from   pairs  labelled  same\n");
  for (std::size_t i = 0; i < strata.size(); ++i) {
    fmt::print("{:>9} {:>7} {:>9} {:>5}\n", kStrata[i], strata[i].pairs, strata[i].labelled,
               strata[i].same);
    all_same += strata[i].same_pairs();
  }
  fmt::print("\nbins from  precision  recall\n");
  for (std::size_t i = 2; i < strata.size(); ++i) {
    double pairs = 0;
    double same = 0;
    for (std::size_t j = i; j < strata.size(); ++j) {
      pairs += static_cast<double>(strata[j].pairs);
      same += strata[j].same_pairs();
    }
    fmt::print("{:>9}  {:>9.3f}  {:>6.3f}\n", kStrata[i], same / pairs, same / all_same);
  }
  return 0;
}
