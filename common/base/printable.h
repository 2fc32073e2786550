#pragma once

#include <string>
#include <string_view>

/// Text out of documents, made safe for a terminal.
namespace bayan {

/// True for code points that may steer a terminal or reorder what stands beside the text: C0 and
/// C1 controls, line and paragraph separators, bidi embeddings, overrides, isolates and marks,
/// and the other invisible format controls. ZWNJ and ZWJ, which shape Arabic letters, are not.
[[nodiscard]] bool is_unsafe_to_print(char32_t code_point);

/// One line that is safe to print: unsafe code points and ill-formed UTF-8 become U+FFFD, white
/// space of any kind (line ends among it) becomes single spaces. Input: any bytes.
[[nodiscard]] std::string printable_line(std::string_view text);

/// The same, but keeps line feeds, so that paragraphs survive; tabs become spaces.
[[nodiscard]] std::string printable_block(std::string_view text);

}  // namespace bayan
