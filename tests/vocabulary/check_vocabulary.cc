// Checks what must hold for every word of an index:
//
//   check_vocabulary INDEX
//
// A form is analysed to itself and related to itself; forms that differ in a hamza's seat alone
// match each other; what matches a form is matched by it. Classes that are full are passed over for
// the latter: of more forms than they take the most frequent are kept. Prints how many words were
// looked at; the first failures and status 1 where there are any.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/text/analyzer.h"
#include "common/text/strict_stems.h"

namespace {

using namespace bayan;
using Related = std::vector<index::RelatedForm>;

constexpr std::size_t kMostShown = 20;

std::vector<std::string> words_of(const index::IndexReader& index) {
  std::vector<std::string> words;
  for (auto it = index.statements.allterms_begin(); it != index.statements.allterms_end(); ++it) {
    if (std::string term = *it; index::is_text_term(term)) words.push_back(std::move(term));
  }
  return words;
}

class Check {
 public:
  explicit Check(const index::IndexReader& index) : index_(index) {}

  int run() {
    std::map<std::string, std::vector<std::string>> by_spelling;
    for (std::string& word : words_of(index_)) {
      by_spelling[text::without_hamza_seats(word)].push_back(word);
    }
    for (const auto& [spelling, words] : by_spelling) {
      for (const std::string& word : words) check(word, words);
    }
    fmt::print("{} words, {} related pairs, {} failures\n", words_, pairs_, failures_);
    return failures_ == 0 ? 0 : 1;
  }

 private:
  void fail(const std::string& one, const std::string& other, const char* what) {
    if (++failures_ <= kMostShown) fmt::print("«{}» and «{}»: {}\n", one, other, what);
  }

  static bool matches(const Related& related, const std::string& form) {
    return std::ranges::any_of(related, [&form](const index::RelatedForm& other) {
      return other.form == form && index::is_match(other.grade);
    });
  }

  void check(const std::string& word, const std::vector<std::string>& one_spelling) {
    ++words_;
    text::analyze(word, tokens_);
    if (tokens_.size() != 1 || tokens_.form(0) != word) fail(word, word, "not analysed to itself");
    const Related related = index_.dictionary.related_forms(word).value();
    if (related.empty() || related.front() != index::RelatedForm{word, index::FormGrade::kSame}) {
      fail(word, word, "not related to itself");
    }
    for (const std::string& other : one_spelling) {
      if (!matches(related, other)) fail(word, other, "seats of a hamza keep them apart");
    }
    check_symmetry(word, related);
  }

  void check_symmetry(const std::string& word, const Related& related) {
    if (related.size() >= index::kMostBorrowedForms) return;
    for (const index::RelatedForm& other : related) {
      if (!index::is_match(other.grade)) continue;
      ++pairs_;
      const Related back = index_.dictionary.related_forms(other.form).value();
      if (back.size() < index::kMostBorrowedForms && !matches(back, word)) {
        fail(word, other.form, "matched, but not the other way");
      }
    }
  }

  const index::IndexReader& index_;
  text::TokenList tokens_;
  std::size_t words_ = 0;
  std::size_t pairs_ = 0;
  std::size_t failures_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: check_vocabulary INDEX\n", stderr);
    return 2;
  }
  const auto index = index::IndexReader::open(arguments[1]);
  if (!index) {
    fmt::print(stderr, "{}\n", index.error().message);
    return 2;
  }
  return Check(*index).run();
}
