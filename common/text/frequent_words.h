#pragma once

#include <string_view>

namespace bayan::text {

/// True for the folded words that government statements use most: function words, and the titles,
/// posts and nouns of the genre. An index holds a term for each pair of neighbours that are both
/// frequent, for a phrase of two such words would otherwise have to be looked for in thousands of
/// statements. The list is part of the index format: changing it asks for a new format version.
[[nodiscard]] bool is_frequent_word(std::string_view form);

}  // namespace bayan::text
