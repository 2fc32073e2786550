#include "common/index/text_dictionaries.h"

#include <fmt/format.h>

namespace bayan::index {
namespace {

constexpr const char* kPrefix = "text-dictionary-";

std::string key_of(std::uint32_t id) { return fmt::format("{}{:08x}", kPrefix, id); }

bool has_key(const Xapian::Database& database, const std::string& key) {
  return database.metadata_keys_begin(key) != database.metadata_keys_end(key);
}

}  // namespace

std::string text_dictionary_key(std::string_view bytes) {
  return key_of(statement::dictionary_id(bytes));
}

void copy_text_dictionaries(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  const auto end = from.metadata_keys_end(kPrefix);
  for (auto key = from.metadata_keys_begin(kPrefix); key != end; ++key) {
    if (!has_key(to, *key)) to.set_metadata(*key, from.get_metadata(*key));
  }
}

std::string find_text_dictionary(const Xapian::Database& statements) {
  const auto key = statements.metadata_keys_begin(kPrefix);
  return key == statements.metadata_keys_end(kPrefix) ? std::string()
                                                      : statements.get_metadata(*key);
}

statement::Decoder decoder_of(const Xapian::Database& statements) {
  return statement::Decoder(
      [statements](std::uint32_t id) { return statements.get_metadata(key_of(id)); });
}

}  // namespace bayan::index
