#pragma once

#include "indexer/formats/format.h"

/// What the files of this folder offer to the table of formats.
namespace bayan::indexer {

/// JSON by its first characters: an object, or an array of objects.
[[nodiscard]] bool is_json(const Sample& sample);
/// An array of objects, one object, or objects one behind another (JSON Lines).
void parse_json(const Document& document);

/// A header line that names a title or a text, or a file of that name with columns.
[[nodiscard]] bool is_csv(const Sample& sample);
/// A record a row, with the first row as header; comma, semicolon, tab or bar between the columns.
void parse_csv(const Document& document);

/// First line title, the rest body.
void parse_text(const Document& document);

}  // namespace bayan::indexer
