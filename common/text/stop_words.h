#pragma once

#include <string_view>

namespace bayan::text {

/// True for folded function words of Arabic and English: particles, prepositions, pronouns and
/// question words. They are indexed, for phrases need them, and weigh nothing in ranking. A query
/// of nothing else keeps its words.
[[nodiscard]] bool is_stop_word(std::string_view form);

}  // namespace bayan::text
