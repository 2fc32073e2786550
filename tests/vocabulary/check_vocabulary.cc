// Checks what must hold for every word of an index:
//
//   check_vocabulary INDEX
//
// Each word as statements spell it, marks, hamzas and all, is analysed to the form it was indexed
// by and finds that form; so does each other way of seating its hamzas (respell_hamzas.h). Each
// form of the index is analysed to itself and related to itself, and what matches a form is matched
// by it. Classes that are full are passed over for the latter: of more forms than they take the
// most frequent are kept. Prints how much was looked at; the first failures, and status 1 where
// there are any.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "common/text/strict_stems.h"
#include "tests/vocabulary/respell_hamzas.h"

namespace {

using namespace bayan;
using Related = std::vector<index::RelatedForm>;

constexpr std::size_t kMostShown = 20;

std::vector<std::string> forms_of(const index::IndexReader& index) {
  std::vector<std::string> forms;
  for (auto it = index.statements.allterms_begin(); it != index.statements.allterms_end(); ++it) {
    if (index::is_text_term(*it)) forms.push_back(index::read_term(*it));
  }
  return forms;
}

/// The words of all statements as they are spelt there, each with the forms it was indexed by:
/// «عبدالله» with two of them.
using Spellings = std::map<std::string, std::set<std::string>, std::less<>>;

void collect_spellings(std::string_view text, text::TokenList& tokens, Spellings& out) {
  text::analyze(text, tokens);
  for (const text::Token& token : tokens) {
    const std::string_view spelt = text.substr(token.begin, token.end - token.begin);
    auto found = out.find(spelt);
    if (found == out.end()) found = out.emplace(spelt, std::set<std::string>{}).first;
    found->second.emplace(tokens.form(token));
  }
}

Spellings spellings_of(const index::IndexReader& index) {
  Spellings spellings;
  text::TokenList tokens;
  const Xapian::Database& statements = index.statements;
  for (auto it = statements.postlist_begin(""); it != statements.postlist_end(""); ++it) {
    const auto statement = index.decoder.decode(statements.get_document(*it).get_data());
    if (!statement) continue;  // its damage is for bayan-indexer --check
    collect_spellings(statement->title, tokens, spellings);
    collect_spellings(statement->body, tokens, spellings);
  }
  return spellings;
}

bool matches(const Related& related, std::string_view form) {
  return std::ranges::any_of(related, [form](const index::RelatedForm& other) {
    return other.form == form && index::is_match(other.grade);
  });
}

/// Of a stem's forms some may have been left out.
bool is_full(const Related& related) {
  const auto matching = std::ranges::count_if(
      related, [](const index::RelatedForm& other) { return index::is_match(other.grade); });
  return static_cast<std::size_t>(matching) >= index::kMostBorrowedForms;
}

class Check {
 public:
  explicit Check(const index::IndexReader& index) : index_(index) {}

  int run() {
    check_spellings();
    check_forms();
    fmt::print("{} spellings, {} respelt, {} forms, {} matching pairs, {} failures\n", spellings_,
               respelt_, forms_, pairs_, failures_);
    return failures_ == 0 ? 0 : 1;
  }

 private:
  void fail(std::string_view one, std::string_view other, const char* what) {
    if (++failures_ <= kMostShown) fmt::print("«{}» and «{}»: {}\n", one, other, what);
  }

  Related related_to(std::string_view form) const {
    return index_.dictionary.related_forms(form).value();
  }

  void check_spellings() {
    for (const auto& [spelt, forms] : spellings_of(index_)) {
      ++spellings_;
      const std::vector<std::string> typed = text::word_forms(spelt);
      for (const std::string& form : forms) {
        if (std::ranges::find(typed, form) == typed.end()) fail(spelt, form, "not analysed to it");
      }
      if (forms.size() != 1) continue;
      for (const std::string& other : tests::respell_hamzas(spelt)) {
        ++respelt_;
        check_typed(other, *forms.begin());
      }
    }
  }

  void check_typed(const std::string& typed, const std::string& form) {
    const std::vector<std::string> words = text::word_forms(typed);
    // «ما» is another word than «ماء».
    constexpr std::size_t kTwoLetters = 4;
    if (words.size() == 1 && words.front().size() <= kTwoLetters) return;
    const bool found = std::ranges::any_of(
        words, [&](const std::string& word) { return matches(related_to(word), form); });
    if (!found) fail(typed, form, "seats of a hamza keep them apart");
  }

  void check_forms() {
    std::map<std::string, std::vector<std::string>> by_spelling;
    for (std::string& form : forms_of(index_)) {
      by_spelling[text::without_hamza_seats(form)].push_back(form);
    }
    for (const auto& [spelling, forms] : by_spelling) {
      for (const std::string& form : forms) check_form(form, forms);
    }
  }

  void check_form(const std::string& form, const std::vector<std::string>& one_spelling) {
    ++forms_;
    if (text::word_forms(form) != std::vector<std::string>{form}) {
      fail(form, form, "not analysed to itself");
    }
    const Related related = related_to(form);
    if (related.empty() || related.front() != index::RelatedForm{form, index::FormGrade::kSame}) {
      fail(form, form, "not related to itself");
    }
    for (const std::string& other : one_spelling) {
      if (!matches(related, other)) fail(form, other, "seats of a hamza keep them apart");
    }
    check_symmetry(form, related);
  }

  void check_symmetry(const std::string& form, const Related& related) {
    if (is_full(related)) return;
    for (const index::RelatedForm& other : related) {
      if (!index::is_match(other.grade)) continue;
      ++pairs_;
      const Related back = related_to(other.form);
      if (!matches(back, form) && !is_full(back)) {
        fail(form, other.form, "matched, but not the other way");
      }
    }
  }

  const index::IndexReader& index_;
  std::size_t spellings_ = 0;
  std::size_t respelt_ = 0;
  std::size_t forms_ = 0;
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
