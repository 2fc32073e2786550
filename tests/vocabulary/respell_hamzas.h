#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bayan::tests {

/// The ways in which people spell an Arabic word by seating its hamzas otherwise, or leaving them
/// out; without the word itself. Each changes all places of one kind:
///
///   «شؤون»  ->  «شئون» «شءون» «شوون»       «طوارئ»  ->  «طواريء» «طوارىء» «طواري»
///   «أعضاء»  ->  «اعضاء» «أعضا»             «هيئة»  ->  «هيأة» «هيية»
[[nodiscard]] std::vector<std::string> respell_hamzas(std::string_view word);

}  // namespace bayan::tests
