#include "searcher/ranked_words.h"

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/stop_words.h"

namespace bayan::searcher {
namespace {

/// Gathers the words of a tree in their order.
class Collector {
 public:
  void collect(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kExact:
      case NodeKind::kPhrase:
        take(node);
        break;
      case NodeKind::kNot:
      case NodeKind::kFilter:
        break;
      default:
        for (const QueryNode& child : node.children) collect(child);
    }
  }

  std::vector<RankedWord> words() {
    const auto is_function_word = [](const RankedWord& word) {
      return text::is_stop_word(word.form);
    };
    if (!std::ranges::all_of(words_, is_function_word)) std::erase_if(words_, is_function_word);
    if (words_.size() > kMostRankedWords) words_.resize(kMostRankedWords);
    return std::move(words_);
  }

 private:
  void take(const QueryNode& node) {
    text::analyze(node.text, tokens_);
    // Several words without a space between («عبدالله») are asked for as a phrase is.
    const bool is_exact =
        node.kind != NodeKind::kWord || node.part == Part::kAsTyped || tokens_.size() > 1;
    if (node.part == Part::kLeftOut) {
      place_ += tokens_.size();
      return;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      words_.push_back({std::string(tokens_.form(i)), place_++, is_exact, {}, {}});
    }
  }

  text::TokenList tokens_;
  std::vector<RankedWord> words_;
  std::size_t place_ = 0;
};

Result<void> look_up(RankedWord& word, FormCache& cache) {
  if (word.is_exact) {
    word.forms = {{word.form, index::FormGrade::kSame}};
    return {};
  }
  const auto forms = cache.related_forms(word.form);
  if (!forms) return tl::unexpected(forms.error());
  word.forms = **forms;
  Result<std::vector<index::Gram>> grams = cache.dictionary().grams(word.form);
  if (!grams) return tl::unexpected(grams.error());
  word.grams = std::move(*grams);
  return {};
}

}  // namespace

Result<std::vector<RankedWord>> collect_ranked_words(const QueryNode& tree, FormCache& forms) {
  Collector collector;
  collector.collect(tree);
  std::vector<RankedWord> words = collector.words();
  for (RankedWord& word : words) {
    if (Result<void> done = look_up(word, forms); !done) return tl::unexpected(done.error());
  }
  return words;
}

}  // namespace bayan::searcher
