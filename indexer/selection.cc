#include "indexer/selection.h"

#include <algorithm>

namespace bayan::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t code_point_end(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

/// Holds `c` against the set that opens at pattern[at]; the set's end goes into `end`, which is
/// kNone when the bracket is never closed and stands for itself.
bool matches_set(std::string_view pattern, std::size_t at, char c, std::size_t& end) {
  std::size_t i = at + 1;
  const bool is_negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (is_negated) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size(); ++i) {
    if (pattern[i] == ']' && i != first) {
      end = i + 1;
      return found != is_negated;
    }
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      found |= pattern[i] <= c && c <= pattern[i + 2];
      i += 2;
    } else {
      found |= pattern[i] == c;
    }
  }
  end = kNone;
  return false;
}

/// Matches one element that is no star; true moves both positions behind it.
bool matches_one(std::string_view pattern, std::size_t& p, std::string_view text, std::size_t& t) {
  if (t >= text.size() || p >= pattern.size()) return false;
  if (pattern[p] == '?' && text[t] != '/') {
    ++p;
    t = code_point_end(text, t);
    return true;
  }
  if (pattern[p] == '[') {
    std::size_t end = kNone;
    const bool found = matches_set(pattern, p, text[t], end);
    if (end != kNone) {
      if (!found || text[t] == '/') return false;
      p = end;
      ++t;
      return true;
    }
  }
  if (pattern[p] != text[t]) return false;
  ++p;
  ++t;
  return true;
}

/// Where a star was met, and how far it reaches now.
struct Star {
  std::size_t pattern = kNone;  ///< behind the star
  std::size_t text = 0;

  [[nodiscard]] bool is_set() const { return pattern != kNone; }
};

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view text) {
  // The last star of each kind is all that need be tried again: a longer run of an earlier one
  // leaves the later ones less. A single star that meets a slash falls back to the double one.
  Star single;
  Star twofold;
  std::size_t p = 0;
  std::size_t t = 0;
  while (t < text.size() || p < pattern.size()) {
    if (pattern.substr(p).starts_with("**")) {
      p += 2;
      twofold = {p, t};
      single = {};
    } else if (p < pattern.size() && pattern[p] == '*') {
      single = {++p, t};
    } else if (!matches_one(pattern, p, text, t)) {
      if (single.is_set() && single.text < text.size() && text[single.text] != '/') {
        p = single.pattern;
        t = ++single.text;
      } else if (twofold.is_set() && twofold.text < text.size()) {
        single = {};
        p = twofold.pattern;
        t = ++twofold.text;
      } else {
        return false;
      }
    }
  }
  return true;
}

namespace {

bool matches_place(std::string_view pattern, std::string_view place) {
  if (pattern.find('/') != kNone) return matches_glob(pattern, place);
  const std::size_t slash = place.rfind('/');
  return matches_glob(pattern, slash == kNone ? place : place.substr(slash + 1));
}

/// The place itself and each archive or folder around it: «a/b.zip!/c» -> itself, «a/b.zip», «a».
template <typename Predicate>
bool any_around(std::string_view place, Predicate&& predicate) {
  while (true) {
    if (predicate(place)) return true;
    const std::size_t slash = place.rfind('/');
    if (slash == kNone || slash == 0) return false;
    place = place.substr(0, slash);
    if (place.ends_with('!')) place.remove_suffix(1);
  }
}

}  // namespace

bool Selection::excludes(std::string_view place) const {
  return std::ranges::any_of(exclude_,
                             [&](const std::string& p) { return matches_place(p, place); });
}

bool Selection::includes(std::string_view place) const {
  return include_.empty() || any_around(place, [this](std::string_view part) {
           return std::ranges::any_of(include_,
                                      [&](const std::string& p) { return matches_place(p, part); });
         });
}

bool is_hidden_name(std::string_view name) {
  return (name.size() > 1 && name.front() == '.' && name != "..") || name == "__MACOSX";
}

bool has_hidden_part(std::string_view member) {
  while (!member.empty()) {
    const std::size_t slash = member.find('/');
    if (is_hidden_name(member.substr(0, slash))) return true;
    member = slash == kNone ? std::string_view() : member.substr(slash + 1);
  }
  return false;
}

}  // namespace bayan::indexer
