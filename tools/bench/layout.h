#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/entity_table.h"
#include "common/statement/codec.h"
#include "common/statement/statement.h"
#include "common/text/analyzer.h"

/// The layouts of an index that the trial in INDEX-FORMAT.md compares. They differ in where the
/// order of a statement's words stands and in what a facet's slot holds; all else is the same.
namespace bayan::bench {

enum class WordOrder : std::uint8_t {
  kPositions,  ///< Xapian's position table
  kHashes,     ///< in the document's data, 24 bits of each word's hash
  kPairs,      ///< kHashes, and a term for each two neighbours that are both frequent words
  kRanks,      ///< in the document's data, each word's place in the document's own term list,
               ///< in as many bits as that list needs
};

enum class FacetLayout : std::uint8_t {
  kNone,     ///< no facets: entities are not recognised either
  kStrings,  ///< the keys themselves, each behind its size
  kIds,      ///< ids of the entity table, rising, as varint differences
};

[[nodiscard]] std::optional<WordOrder> parse_word_order(std::string_view name);
[[nodiscard]] std::optional<FacetLayout> parse_facet_layout(std::string_view name);

/// Makes documents in one layout. For one thread.
class LayoutBuilder {
 public:
  LayoutBuilder(WordOrder order, FacetLayout facets, index::EntityTableBuilder& entities)
      : order_(order), facets_(facets), entities_(entities) {}
  [[nodiscard]] Xapian::Document build(const statement::Statement& statement);

 private:
  void add_words(Xapian::Document& document);
  void add_facets(Xapian::Document& document, const statement::Statement& statement);
  void add_facet(Xapian::Document& document, index::FieldId field,
                 const std::vector<std::string>& keys);
  [[nodiscard]] std::string word_order_stream();

  WordOrder order_;
  FacetLayout facets_;
  index::EntityTableBuilder& entities_;
  text::TokenList title_;
  text::TokenList body_;
  std::unordered_map<std::string_view, Xapian::termcount> counts_;
  statement::Encoder encoder_;
};

/// The bit-packed stream of kRanks: bits a word, then the words.
[[nodiscard]] std::string encode_ranks(std::span<const std::uint32_t> ranks, std::uint32_t count);
/// Its words, one for each of the text.
[[nodiscard]] std::vector<std::uint32_t> decode_ranks(std::string_view stream);

/// Calls `visit(key)` for each key of a kStrings slot.
template <typename Visit>
void for_each_string(std::string_view value, Visit&& visit) {
  while (!value.empty()) {
    const auto size = static_cast<std::size_t>(static_cast<unsigned char>(value.front()));
    visit(value.substr(1, size));
    value.remove_prefix(std::min(value.size(), size + 1));
  }
}

}  // namespace bayan::bench
