#include "searcher/wildcard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/base/utf8.h"
#include "common/index/schema.h"
#include "common/text/fold.h"

namespace bayan::searcher {
namespace {

constexpr std::size_t kFewestLetters = 2;

/// What is written before a word and is not part of it; a pattern that begins with the article has
/// it already.
constexpr std::array<std::string_view, 16> kProclitics = {
    "", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "ك", "كال", "ول", "ولل", "وب", "وبال"};

/// Whether `form` fits; each * takes as little as will do, and more where that fails.
bool fits(std::string_view form, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return form == pattern;
  if (!form.starts_with(pattern.substr(0, star))) return false;
  form.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  if (pattern.find('*') == std::string_view::npos) return form.ends_with(pattern);
  for (std::size_t i = 0; i <= form.size(); ++i) {
    if (fits(form.substr(i), pattern)) return true;
  }
  return false;
}

std::string fold_pattern(std::string_view typed) {
  std::string pattern;
  for (std::size_t at = 0; at <= typed.size();) {
    const std::size_t star = std::min(typed.find('*', at), typed.size());
    pattern += text::fold(typed.substr(at, star - at));
    if (star < typed.size() && !pattern.ends_with('*')) pattern += '*';
    at = star + 1;
  }
  return pattern;
}

}  // namespace

Result<WildcardForms> expand_wildcard(const Xapian::Database& statements, std::string_view typed) {
  const std::string pattern = fold_pattern(typed);
  const std::string_view before = std::string_view(pattern).substr(0, pattern.find('*'));
  constexpr std::ptrdiff_t kMostStars = 3;
  if (utf8::code_point_count(before) < kFewestLetters ||
      std::ranges::count(pattern, '*') > kMostStars) {
    return fail(ErrorKind::kQuery,
                fmt::format("«{}» wants {} letters before the first * and at most {} of them",
                            typed, kFewestLetters, kMostStars),
                "write for example وزار*");
  }
  WildcardForms result;
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t looked_at = 0;
  for (const std::string_view proclitic : kProclitics) {
    if (pattern.starts_with("ال") && proclitic.ends_with("ال")) continue;
    const std::string whole = std::string(proclitic) + pattern;
    const std::string prefix = index::text_term(whole.substr(0, whole.find('*')));
    const auto end = statements.allterms_end(prefix);
    for (auto term = statements.allterms_begin(prefix); term != end; ++term) {
      if (++looked_at > kMostWildcardWords) break;
      if (!index::is_text_term(*term)) continue;
      std::string form = index::read_term(*term);
      if (fits(form, whole)) {
        found.emplace_back(term.get_termfreq(), std::move(form));
      }
    }
  }
  result.found = found.size();
  const std::size_t kept = std::min(found.size(), kMostWildcardForms);
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept),
                            [](const auto& a, const auto& b) {
                              return a.first != b.first ? a.first > b.first : a.second < b.second;
                            });
  for (std::size_t i = 0; i < kept; ++i) result.forms.push_back(std::move(found[i].second));
  std::ranges::sort(result.forms);
  result.forms.erase(std::ranges::unique(result.forms).begin(), result.forms.end());
  return result;
}

}  // namespace bayan::searcher
