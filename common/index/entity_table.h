#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/index/schema.h"

/// The entity table: every key that a facet slot can name, with its id, its name and the entity it
/// belongs to.
///
/// A statement's slots hold ids of in-statement keys, a pure function of that statement. Which keys
/// are one entity is said here alone, key by key, so merging and parting never touch a statement.
/// The table is a small Xapian database of its own: the id is the document id, the names' words are
/// its terms.
namespace bayan::index {

struct EntityRecord {
  FieldId field = FieldId::kPerson;
  std::string key;
  std::string name;             ///< as people write it: the form most often seen
  std::uint32_t entity_id = 0;  ///< the id of the key that stands for the entity; its own mostly
};

/// Gives out ids while an index is built; safe from several threads. Ids begin at 1 and are never
/// given to another key.
class EntityTableBuilder {
 public:
  /// Continues from the table of an earlier generation.
  [[nodiscard]] Result<void> load(const std::filesystem::path& directory);

  /// The id of `key`, a new one where it was not seen before. Counts `name` as a way to write it.
  [[nodiscard]] std::uint32_t id_of(FieldId field, std::string_view key, std::string_view name);

  /// Told of each new key as it gets its id, so that a run that is interrupted can go on.
  void on_new_key(std::function<void(FieldId, std::string_view key)> tell) {
    tell_ = std::move(tell);
  }

  /// Gives `key` the next id where it has none: how a resumed run restores what on_new_key() told.
  std::uint32_t restore_key(FieldId field, std::string_view key);

  [[nodiscard]] std::uint32_t last_id() const;

  /// Writes the table into a new folder.
  [[nodiscard]] Result<void> write(const std::filesystem::path& directory) const;

  /// Writes what changed since load() into the table that was loaded.
  [[nodiscard]] Result<void> write_changes(const std::filesystem::path& directory) const;

 private:
  struct Entry {
    FieldId field;
    std::string key;
    std::uint32_t entity_id;
    std::vector<std::pair<std::string, std::uint32_t>> names;  ///< with how often each was seen
    std::string stored_name;  ///< what the loaded table has; empty where the key is new
  };
  std::uint32_t intern(FieldId field, std::string_view key);
  void count_name(Entry& entry, std::string_view name, std::uint32_t times);
  [[nodiscard]] EntityRecord record_of(const Entry& entry) const;

  std::function<void(FieldId, std::string_view)> tell_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::uint32_t> ids_;  ///< by prefix + key
  std::vector<Entry> entries_;                          ///< entry i has id i + 1
};

/// The table of a published generation. Not for several threads at once.
class EntityTable {
 public:
  [[nodiscard]] static Result<EntityTable> open(const std::filesystem::path& directory);

  /// Largest id; arrays of counters have one place more.
  [[nodiscard]] std::uint32_t last_id() const { return last_id_; }
  [[nodiscard]] Result<EntityRecord> record(std::uint32_t id) const;
  [[nodiscard]] Result<std::optional<std::uint32_t>> find_key(FieldId field,
                                                              std::string_view key) const;
  /// Ids of that field whose keys hold every one of `words` (folded), rising; at most `most`.
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_words(FieldId field,
                                                              const std::vector<std::string>& words,
                                                              std::uint32_t most) const;
  /// The same, but the last of `words` (at least one) is the beginning of one; empty: any.
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_beginnings(
      FieldId field, const std::vector<std::string>& words, std::uint32_t most) const;
  /// Ids of that field whose keys hold some of `words`, those with most of them first.
  [[nodiscard]] Result<std::vector<std::uint32_t>> nearest(FieldId field,
                                                           const std::vector<std::string>& words,
                                                           std::uint32_t most) const;
  /// All ids that belong to the same entity as `id`, itself among them.
  [[nodiscard]] Result<std::vector<std::uint32_t>> members(std::uint32_t id) const;

 private:
  EntityTable(Xapian::Database database, std::string place);
  Xapian::Database database_;
  std::string place_;
  std::uint32_t last_id_ = 0;
};

}  // namespace bayan::index
