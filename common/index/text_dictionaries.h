#pragma once

#include <xapian.h>

#include <string>

#include "common/statement/codec.h"

/// Where an index keeps the dictionaries that its statements' texts are compressed by: in metadata
/// of their own database, under their ids, so that merging databases merges these too, and a shard
/// brings its own. Most indexes have one, small ones none. All throw what Xapian throws.
namespace bayan::index {

/// The key of metadata under which a dictionary is kept.
[[nodiscard]] std::string text_dictionary_key(std::string_view bytes);

/// Copies those of `from` that `to` lacks.
void copy_text_dictionaries(const Xapian::Database& from, Xapian::WritableDatabase& to);

/// One of them, for what is to be added; empty where there is none.
[[nodiscard]] std::string find_text_dictionary(const Xapian::Database& statements);

/// Reads the statements of a database; asks it for a dictionary when a statement needs it.
[[nodiscard]] statement::Decoder decoder_of(const Xapian::Database& statements);

}  // namespace bayan::index
