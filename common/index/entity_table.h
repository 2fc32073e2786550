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
#include "common/base/string_table.h"
#include "common/index/identities.h"
#include "common/index/schema.h"

/// The entity table: every key that a facet slot can name, with its id, its name and the entity it
/// belongs to.
///
/// A statement's slots hold ids of in-statement keys, a pure function of that statement. Which keys
/// are one entity is said here alone, key by key, so merging and parting never touch a statement.
/// The table is a small Xapian database of its own: the id is the document id, the names' words are
/// its terms; metadata hold all ids that are not simply entities of their own.
namespace bayan::index {

struct EntityRecord {
  FieldId field = FieldId::kPerson;
  std::string key;
  std::string name;             ///< as people write it: the form most often seen
  std::uint32_t entity_id = 0;  ///< the id of the key that stands for the entity; its own mostly;
                                ///< 0 where the key names nothing
  /// Where the key stands for an entity of several keys or a person with posts: see Identities.
  std::string entity_name;
  std::vector<std::string> posts;
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

  /// The id of `key`, a new one where it has none; `name` is how it is written where nothing else
  /// says so. It counts for no mention.
  std::uint32_t add_key(FieldId field, std::string_view key, std::string_view name);

  /// The text of the user's gazetteer, which the table keeps; see learn_gazetteer().
  [[nodiscard]] const std::string& gazetteer() const { return gazetteer_; }
  void set_gazetteer(std::string text) { gazetteer_ = std::move(text); }
  [[nodiscard]] const UserKnowledge& known() const { return known_; }
  void set_known(UserKnowledge known) { known_ = std::move(known); }

  /// Gives `key` the next id where it has none: how a resumed run restores what on_new_key() told.
  std::uint32_t restore_key(FieldId field, std::string_view key);

  [[nodiscard]] std::uint32_t last_id() const;

  /// Of ids from 1 to last_id(). No id may be given out meanwhile.
  [[nodiscard]] FieldId field_of(std::uint32_t id) const {
    return static_cast<FieldId>(keys_.at(id - 1).front());
  }
  [[nodiscard]] std::string_view key_of(std::uint32_t id) const {
    return keys_.at(id - 1).substr(1);
  }
  [[nodiscard]] std::string name_of(std::uint32_t id) const;
  /// The entity that the loaded table has the key in; 0 where the key is new.
  [[nodiscard]] std::uint32_t published_entity(std::uint32_t id) const {
    return entries_[id - 1].published_entity;
  }

  /// Writes the table into a new folder.
  [[nodiscard]] Result<void> write(const std::filesystem::path& directory,
                                   const Identities& identities = {}) const;

  /// Writes what changed since load() into the table that was loaded.
  [[nodiscard]] Result<void> write_changes(const std::filesystem::path& directory,
                                           const Identities& identities = {}) const;

 private:
  static constexpr std::uint32_t kNoName = 0xFFFFFFFF;
  struct Entry {
    std::uint64_t stored_hash = 0;       ///< of what the loaded table has
    std::uint32_t published_entity = 0;  ///< 0 where the key is new
    std::uint32_t first_name = kNoName;  ///< place in seen_names_
  };
  /// A way to write a key, how often it was seen, and the place of the next way.
  struct SeenName {
    std::uint32_t name;  ///< number in names_
    std::uint32_t times;
    std::uint32_t next;
  };
  std::uint32_t intern(FieldId field, std::string_view key);
  void count_name(Entry& entry, std::string_view name);
  [[nodiscard]] EntityRecord record_of(std::uint32_t id, const Identities& identities) const;

  std::function<void(FieldId, std::string_view)> tell_;
  mutable std::mutex mutex_;
  // A hundred thousand keys and more live as long as a run, so they are kept small.
  StringTable keys_;            ///< each behind a byte, its field; key i has id i + 1
  std::vector<Entry> entries_;  ///< by the same numbers
  StringTable names_;
  std::vector<SeenName> seen_names_;
  std::string gazetteer_;
  UserKnowledge known_;
};

/// The table of a published generation. Not for several threads at once.
class EntityTable {
 public:
  [[nodiscard]] static Result<EntityTable> open(const std::filesystem::path& directory);

  /// Largest id; arrays of counters have one place more.
  [[nodiscard]] std::uint32_t last_id() const { return last_id_; }
  [[nodiscard]] Result<EntityRecord> record(std::uint32_t id) const;
  /// The entity that a key belongs to: the record of the key that stands for it, under the
  /// entity's name. For an id that names nothing, the record of the key itself.
  [[nodiscard]] Result<EntityRecord> entity(std::uint32_t id) const;
  /// Which id stands for the entity of each id; 0 where the key names nothing. Throws what Xapian
  /// throws.
  [[nodiscard]] const std::vector<std::uint32_t>& entity_ids() const;
  /// False for most: entity(id) is all that record(id) is. Throws what Xapian throws.
  [[nodiscard]] bool is_told_apart(std::uint32_t id) const;
  [[nodiscard]] Result<std::optional<std::uint32_t>> find_key(FieldId field,
                                                              std::string_view key) const;
  /// Ids of that field whose keys hold every one of `words` (folded), rising; at most `most`.
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_words(FieldId field,
                                                              const std::vector<std::string>& words,
                                                              std::uint32_t most) const;
  /// Ids of that field whose keys hold, for each word typed, a word that sounds like one of its
  /// skeletons (common/text/skeleton.h), rising; at most `most`.
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_sounds(
      FieldId field, const std::vector<std::vector<std::string>>& words, std::uint32_t most) const;
  /// The same as find_words(), but the last of `words` (at least one) is the beginning of one;
  /// empty: any.
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_beginnings(
      FieldId field, const std::vector<std::string>& words, std::uint32_t most) const;
  /// All words of that field's keys and names, folded, rising.
  [[nodiscard]] Result<std::vector<std::string>> words(FieldId field) const;
  /// All ids that belong to the same entity as `id`, rising; none where it names nothing.
  [[nodiscard]] Result<std::vector<std::uint32_t>> members(std::uint32_t id) const;
  /// Their keys, in the order of their ids.
  [[nodiscard]] Result<std::vector<std::string>> member_keys(std::uint32_t id) const;
  /// The text of the user's gazetteer; empty where there is none.
  [[nodiscard]] Result<std::string> gazetteer() const;

 private:
  EntityTable(Xapian::Database database, std::string place);
  Xapian::Database database_;
  std::string place_;
  std::uint32_t last_id_ = 0;
  mutable std::vector<std::uint32_t> entity_ids_;  ///< read when first asked for
  mutable std::vector<bool> is_told_apart_;
  mutable std::unordered_map<std::uint32_t, EntityRecord> records_;  ///< some that were read
};

}  // namespace bayan::index
