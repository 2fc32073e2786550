#pragma once

#include <string_view>

#include "indexer/parse.h"

/// What the formats offer to parse.cc. `text` is well-formed UTF-8; `place` is the file's location.
namespace bayan::indexer {

/// JSON by its first characters: an object, or an array of objects.
[[nodiscard]] bool looks_like_json(std::string_view text);

/// An array of objects, one object, or objects one behind another (JSON Lines).
void parse_json(std::string_view text, const statement::Location& place,
                const ParseOptions& options, const ParseCallbacks& callbacks);

/// First line title, the rest body.
void parse_text(std::string_view text, const statement::Location& place,
                const ParseCallbacks& callbacks);

}  // namespace bayan::indexer
