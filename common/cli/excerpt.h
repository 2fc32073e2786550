#pragma once

#include <cstddef>
#include <string>

#include "common/base/error.h"

namespace bayan::cli {

/// Who orders right-to-left text on the line: nobody, so that letters stand in the order they are
/// stored (xterm, a file), or the terminal, by the bidi algorithm.
enum class TextOrder : bool { kStored, kBidi };

/// Two lines that show a place in what was typed: the text, and carets under the place.
///
///   دولة:فرنصا وزير
///        ^^^^^
///
/// Columns are those of the display: harakat take none, wide letters two. Text longer than `width`
/// columns is cut round the place. Safe to print whatever was typed.
[[nodiscard]] std::string format_excerpt(const Excerpt& excerpt, std::size_t width,
                                         TextOrder order);

}  // namespace bayan::cli
