#include "common/index/index_reader.h"

#include "common/index/text_dictionaries.h"
#include "common/index/xapian_wall.h"

namespace bayan::index {

Result<IndexReader> IndexReader::open(const std::filesystem::path& index) {
  const Result<Generation> generation = published_generation(index);
  if (!generation) return tl::unexpected(generation.error());
  Result<Manifest> manifest = read_manifest(generation->manifest());
  if (!manifest) return tl::unexpected(manifest.error());
  Result<Xapian::Database> statements = guarded(generation->statements().string(), [&] {
    return Xapian::Database(generation->statements().string());
  });
  if (!statements) return tl::unexpected(statements.error());
  Result<EntityTable> entities = EntityTable::open(generation->entities());
  if (!entities) return tl::unexpected(entities.error());
  Result<Dictionary> dictionary = Dictionary::open(generation->dictionary());
  if (!dictionary) return tl::unexpected(dictionary.error());
  StatementColumns columns(*statements);
  statement::Decoder decoder = decoder_of(*statements);
  return IndexReader{std::move(*manifest),   std::move(*statements), std::move(*entities),
                     std::move(*dictionary), std::move(columns),     std::move(decoder)};
}

}  // namespace bayan::index
