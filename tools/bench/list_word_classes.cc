// Prints which forms of an index a word brings, for reading by eye:
//
//   list_word_classes INDEX strict|greedy SEED COUNT
//
// Draws COUNT words that bring others, each as often as statements hold it; the same SEED draws the
// same words of the same index. A word a line: how many statements hold it, the word, then the
// forms that match it (strict), or those that rank with it and do not match it (greedy), each with
// its statements, the most frequent first and at most kMostShown of them. Grades stand before the
// forms: «+» broken plural or singular, «~» noun and nisba.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"

namespace {

using namespace bayan;
using index::FormGrade;

constexpr std::size_t kMostShown = 30;

struct Word {
  std::string form;
  std::uint64_t before;  ///< statements of the words before it: its place on the wheel
};

bool may_be_drawn(std::string_view form) {
  constexpr std::size_t kFewestBytes = 6;  // three letters
  return form.size() >= kFewestBytes && text::is_arabic_word(form) && !text::is_stop_word(form);
}

/// Words, and a number to draw them by.
class Wheel {
 public:
  Wheel(const Xapian::Database& statements, std::uint64_t seed) : random_(seed) {
    for (auto it = statements.allterms_begin(); it != statements.allterms_end(); ++it) {
      if (!index::is_text_term(*it)) continue;
      std::string form = index::read_term(*it);
      if (!may_be_drawn(form)) continue;
      words_.push_back({std::move(form), total_});
      total_ += it.get_termfreq();
    }
  }

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  const std::string& draw() {
    const std::uint64_t at = random_() % total_;
    const auto after = std::ranges::upper_bound(words_, at, {}, &Word::before);
    return std::prev(after)->form;
  }

 private:
  std::vector<Word> words_;
  std::uint64_t total_ = 0;
  std::mt19937_64 random_;
};

struct Shown {
  std::uint32_t count;
  std::string form;
  FormGrade grade;
};

const char* sign_of(FormGrade grade) {
  return grade == FormGrade::kPlural ? "+" : grade == FormGrade::kDerived ? "~" : "";
}

std::vector<Shown> brought_by(const index::IndexReader& index, const std::string& word,
                              bool strict) {
  const std::vector<index::RelatedForm> all = index.dictionary.related_forms(word).value();
  std::vector<Shown> brought;
  for (const auto& [form, grade] : all) {
    if (form == word || index::is_match(grade) != strict) continue;
    if (const auto count = index.statements.get_termfreq(index::text_term(form)); count > 0) {
      brought.push_back({count, form, grade});
    }
  }
  std::ranges::stable_sort(brought, std::greater{}, &Shown::count);
  return brought;
}

void print(std::uint32_t count, const std::string& word, const std::vector<Shown>& brought) {
  fmt::print("{} {}:", count, word);
  for (std::size_t i = 0; i < std::min(brought.size(), kMostShown); ++i) {
    fmt::print(" {}{} {}", sign_of(brought[i].grade), brought[i].form, brought[i].count);
  }
  if (brought.size() > kMostShown) fmt::print(" ({} more)", brought.size() - kMostShown);
  fmt::print("\n");
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view kind = count == 5 ? arguments[2] : "";
  if (kind != "strict" && kind != "greedy") {
    std::fputs("usage: list_word_classes INDEX strict|greedy SEED COUNT\n", stderr);
    return 2;
  }
  const auto index = index::IndexReader::open(arguments[1]);
  if (!index) {
    fmt::print(stderr, "{}\n", index.error().message);
    return 2;
  }
  Wheel wheel(index->statements, std::strtoull(arguments[3], nullptr, 10));
  std::set<std::string> drawn;
  const std::size_t wanted = std::strtoull(arguments[4], nullptr, 10);
  for (std::size_t tries = 0; drawn.size() < wanted && tries < 100 * wanted; ++tries) {
    const std::string& word = wheel.draw();
    const std::vector<Shown> brought = brought_by(*index, word, kind == "strict");
    if (brought.empty() || !drawn.insert(word).second) continue;
    print(index->statements.get_termfreq(index::text_term(word)), word, brought);
  }
  return drawn.size() == wanted ? 0 : 1;
}
