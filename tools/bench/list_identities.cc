// Prints which names of an index are one person, for reading by eye:
//
//   list_identities INDEX
//
// An entity of several keys a block, those with most statements first: its name, then each key with
// in how many statements it stands. Ends with how long settling all of them took.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "common/base/printable.h"
#include "common/index/index_reader.h"
#include "common/index/settle_identities.h"
#include "common/index/xapian_wall.h"

namespace {

using namespace bayan;

struct Entity {
  std::string text;
  std::uint64_t statements = 0;
  std::size_t keys = 0;
};

Result<std::vector<Entity>> entities_of(const index::IndexReader& index) {
  std::map<std::uint32_t, Entity> entities;
  for (std::uint32_t id = 1; id <= index.entities.last_id(); ++id) {
    const Result<index::EntityRecord> own = index.entities.record(id);
    if (!own) return tl::unexpected(own.error());
    if (own->field != index::FieldId::kPerson || own->entity_id == 0) continue;
    const auto count = index.statements.get_termfreq(index::make_term(own->field, own->key));
    Entity& entity = entities[own->entity_id];
    entity.statements += count;
    ++entity.keys;
    entity.text += fmt::format("  {:6} {}\n", count, printable_line(own->key));
  }
  std::vector<Entity> merged;
  for (auto& [id, entity] : entities) {
    if (entity.keys < 2) continue;
    const Result<index::EntityRecord> known = index.entities.entity(id);
    if (!known) return tl::unexpected(known.error());
    std::string posts;
    for (const std::string& post : known->posts) posts += " · " + printable_line(post);
    entity.text = fmt::format("{:8} {}{}\n{}", entity.statements, printable_line(known->name),
                              posts, entity.text);
    merged.push_back(std::move(entity));
  }
  std::ranges::stable_sort(merged, std::greater<>(), &Entity::statements);
  return merged;
}

Result<void> print_cost(const char* path) {
  const auto began = std::chrono::steady_clock::now();
  const Result<index::Generation> generation = index::published_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  index::EntityTableBuilder builder;
  if (Result<void> loaded = builder.load(generation->entities()); !loaded) return loaded;
  const auto loaded = std::chrono::steady_clock::now();
  index::EntityEvidence evidence;
  evidence.add(Xapian::Database(generation->statements().string()));
  const auto counted = std::chrono::steady_clock::now();
  const index::Identities settled = index::settle_identities(builder, std::move(evidence));
  const std::chrono::duration<double> loading = loaded - began;
  const std::chrono::duration<double> counting = counted - loaded;
  const std::chrono::duration<double> settling = std::chrono::steady_clock::now() - counted;
  fmt::print("{} keys: loaded {:.3f} s, evidence {:.3f} s, settled {:.3f} s\n",
             settled.entity_ids.size() - 1, loading.count(), counting.count(), settling.count());
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: list_identities INDEX\n");
    return 2;
  }
  const Result<void> done = index::guarded(argv[1], [&]() -> Result<void> {
    const Result<index::IndexReader> index = index::IndexReader::open(argv[1]);
    if (!index) return tl::unexpected(index.error());
    const Result<std::vector<Entity>> entities = entities_of(*index);
    if (!entities) return tl::unexpected(entities.error());
    for (const Entity& entity : *entities) fmt::print("{}", entity.text);
    return print_cost(argv[1]);
  });
  if (!done) fmt::print(stderr, "list_identities: {}\n", done.error().message);
  return done ? 0 : 1;
}
