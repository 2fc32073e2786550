#pragma once

#include <string>
#include <string_view>

/// Small helpers for names as they are shown and compared.
namespace bayan::entity {

/// `printed` without diacritics, tatweel and controls.
[[nodiscard]] std::string without_marks(std::string_view printed);

/// `printed` from behind its first `letters` letters and their marks.
[[nodiscard]] std::string_view without_letters(std::string_view printed, std::size_t letters);

/// A folded word in one of two orthographies of a hamza: «شيون» (شئون) -> «شوون» (شؤون).
[[nodiscard]] std::string one_hamza(std::string form);

}  // namespace bayan::entity
