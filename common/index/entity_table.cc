#include "common/index/entity_table.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "common/base/bytes.h"
#include "common/index/document_draft.h"
#include "common/index/glass/database_writer.h"
#include "common/index/xapian_wall.h"
#include "common/text/analyzer.h"
#include "common/text/compact_letters.h"
#include "common/text/fold.h"
#include "common/text/skeleton.h"

namespace bayan::index {
namespace {

// Terms of an entity document: its key whole, the words of key and name, what they sound like, and
// the entity that it is a member of where that is another.
constexpr std::string_view kWordPrefix = "W";
constexpr std::string_view kMemberPrefix = "XM";
constexpr std::string_view kSoundPrefix = "XK";
constexpr const char* kIdentitiesKey = "identities";
constexpr const char* kGazetteerKey = "gazetteer-";  // and the number of the piece
constexpr std::size_t kGazetteerPiece = 1U << 20U;   // Xapian bounds a value

std::string word_term(FieldId field_id, std::string_view word) {
  return fmt::format("{}{}:{}", kWordPrefix, field(field_id).prefix, text::compact_letters(word));
}

std::string sound_term(FieldId field_id, std::string_view skeleton) {
  return fmt::format("{}{}:{}", kSoundPrefix, field(field_id).prefix, skeleton);
}

std::string member_term(std::uint32_t entity_id) {
  return std::string(kMemberPrefix) + std::to_string(entity_id);
}

std::string encode(const EntityRecord& record) {
  std::string out;
  append_varint(out, static_cast<std::uint64_t>(record.field));
  append_string(out, record.key);
  append_string(out, record.name);
  append_varint(out, record.entity_id);
  append_string(out, record.entity_name);
  append_varint(out, record.posts.size());
  for (const std::string& post : record.posts) append_string(out, post);
  return out;
}

std::string piece_key(std::size_t number) { return kGazetteerKey + std::to_string(number); }

std::string read_gazetteer(const Xapian::Database& database) {
  std::string text;
  for (std::size_t number = 0;; ++number) {
    const std::string piece = database.get_metadata(piece_key(number));
    if (piece.empty()) return text;
    text += piece;
  }
}

/// Into a database of Xapian's or one that is being made.
template <typename Database>
std::size_t write_pieces(Database& database, const std::string& text) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kGazetteerPiece) {
    database.set_metadata(piece_key(number++), text.substr(begin, kGazetteerPiece));
  }
  return number;
}

void replace_gazetteer(Xapian::WritableDatabase& database, const std::string& text) {
  std::size_t number = write_pieces(database, text);
  for (; !database.get_metadata(piece_key(number)).empty(); ++number) {
    database.set_metadata(piece_key(number), "");
  }
}

std::uint64_t hash_of(const EntityRecord& record) {
  const std::string data = encode(record);
  return XXH3_64bits(data.data(), data.size());
}

/// Rising ids that are not simply entities of their own, as differences, each with its entity.
std::string encode_identities(const Identities& identities) {
  std::string out;
  std::uint32_t last = 0;
  for (std::uint32_t id = 1; id < identities.entity_ids.size(); ++id) {
    const std::uint32_t entity_id = identities.entity_ids[id];
    const auto entity = identities.entities.find(id);
    const bool is_renamed = entity != identities.entities.end() && !entity->second.name.empty();
    if (entity_id == id && !is_renamed) continue;
    append_varint(out, id - last);
    append_varint(out, entity_id);
    last = id;
  }
  return out;
}

Result<EntityRecord> decode(std::string_view data, const std::string& place) {
  ByteReader in(data);
  EntityRecord record;
  record.field = static_cast<FieldId>(in.read_varint());
  record.key = in.read_string();
  record.name = in.read_string();
  record.entity_id = static_cast<std::uint32_t>(in.read_varint());
  record.entity_name = in.read_string();
  for (std::uint64_t posts = in.read_varint(); posts > 0 && in.ok(); --posts) {
    record.posts.emplace_back(in.read_string());
  }
  if (!in.ok() || static_cast<std::size_t>(record.field) >= fields().size()) {
    return fail(ErrorKind::kIndexDamaged, place + ": an entry of the entity table cannot be read",
                "build the index again: bayan-indexer --rebuild PATH…");
  }
  return record;
}

void add_words(DocumentDraft& document, FieldId field_id, std::string_view name) {
  text::TokenList words;
  text::analyze(name, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    document.add_boolean_term(word_term(field_id, words.form(i)));
  }
}

/// Names that people may type in Latin letters.
bool is_sounded(FieldId field_id) {
  return field_id == FieldId::kPerson || field_id == FieldId::kOrganisation ||
         field_id == FieldId::kIssuer;
}

void add_sounds(DocumentDraft& document, FieldId field_id, std::string_view name) {
  std::string before;
  const auto add = [&](const std::vector<std::string>& skeletons) {
    for (const std::string& skeleton : skeletons) {
      document.add_boolean_term(sound_term(field_id, skeleton));
    }
  };
  const std::string folded = text::fold(name);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    add(text::is_latin_name(word) ? text::latin_skeletons(word) : text::arabic_skeletons(word));
    // «صلاح الدين» is spelt as one word too, with the article or without.
    if (!before.empty() && (word == "الله" || word == "الدين")) {
      add(text::arabic_skeletons(before + word));
      add(text::arabic_skeletons(before + word.substr(std::string_view("ال").size())));
    }
    if (before == "عبد") add(text::arabic_skeletons(before + word));
    before = word;
    begin = end + 1;
  }
}

DocumentDraft make_document(const EntityRecord& record, std::uint32_t id) {
  DocumentDraft document;
  document.set_data(encode(record));
  document.add_boolean_term(make_term(record.field, record.key));
  if (record.entity_id != id) document.add_boolean_term(member_term(record.entity_id));
  add_words(document, record.field, record.key);
  add_words(document, record.field, record.name);
  if (!record.entity_name.empty()) add_words(document, record.field, record.entity_name);
  if (is_sounded(record.field)) {
    add_sounds(document, record.field, record.key);
    if (!record.entity_name.empty()) add_sounds(document, record.field, record.entity_name);
  }
  return document;
}

std::vector<std::string> word_terms(FieldId field_id, const std::vector<std::string>& words) {
  std::vector<std::string> terms;
  for (const std::string& word : words) terms.push_back(word_term(field_id, word));
  return terms;
}

std::vector<std::uint32_t> ids_of(const Xapian::MSet& matches) {
  std::vector<std::uint32_t> ids;
  for (auto it = matches.begin(); it != matches.end(); ++it) ids.push_back(*it);
  return ids;
}

/// Records that a table keeps once they were read: facets name the same few again and again.
constexpr std::size_t kMostKept = 10'000;

}  // namespace

std::uint32_t EntityTableBuilder::intern(FieldId field_id, std::string_view key) {
  const std::uint32_t number = keys_.add(std::string(1, static_cast<char>(field_id)).append(key));
  if (number == entries_.size()) {
    entries_.emplace_back();
    if (tell_) tell_(field_id, key);
  }
  return number + 1;
}

void EntityTableBuilder::count_name(Entry& entry, std::string_view name) {
  const std::uint32_t number = names_.add(name);
  std::uint32_t place = entry.first_name;
  std::uint32_t last = kNoName;
  while (place != kNoName && seen_names_[place].name != number) {
    last = place;
    place = seen_names_[place].next;
  }
  if (place == kNoName) {
    place = static_cast<std::uint32_t>(seen_names_.size());
    (last == kNoName ? entry.first_name : seen_names_[last].next) = place;
    seen_names_.push_back({number, 0, kNoName});
  }
  ++seen_names_[place].times;
}

std::uint32_t EntityTableBuilder::id_of(FieldId field_id, std::string_view key,
                                        std::string_view name) {
  const std::lock_guard lock(mutex_);
  const std::uint32_t id = intern(field_id, key);
  count_name(entries_[id - 1], name);
  return id;
}

Result<void> EntityTableBuilder::load(const std::filesystem::path& directory) {
  Result<EntityTable> table = EntityTable::open(directory);
  if (!table) return tl::unexpected(table.error());
  Result<std::string> gazetteer = table->gazetteer();
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  const std::lock_guard lock(mutex_);
  gazetteer_ = std::move(*gazetteer);
  for (std::uint32_t id = 1; id <= table->last_id(); ++id) {
    Result<EntityRecord> record = table->record(id);
    if (!record) return tl::unexpected(record.error());
    const std::uint32_t given = intern(record->field, record->key);
    Entry& entry = entries_[given - 1];
    entry.published_entity = record->entity_id;
    entry.stored_hash = hash_of(*record);
    count_name(entry, record->name);
  }
  return {};
}

std::uint32_t EntityTableBuilder::add_key(FieldId field, std::string_view key,
                                          std::string_view name) {
  const std::lock_guard lock(mutex_);
  const std::uint32_t id = intern(field, key);
  if (entries_[id - 1].first_name == kNoName) count_name(entries_[id - 1], name);
  return id;
}

std::uint32_t EntityTableBuilder::restore_key(FieldId field, std::string_view key) {
  const std::lock_guard lock(mutex_);
  return intern(field, key);
}

std::uint32_t EntityTableBuilder::last_id() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::uint32_t>(entries_.size());
}

std::string EntityTableBuilder::name_of(std::uint32_t id) const {
  // Ties by the longer, then by the letters: the result must not hang on the threads' order.
  const auto is_less_usual = [this](const SeenName& a, const SeenName& b) {
    const std::string_view one = names_.at(a.name);
    const std::string_view other = names_.at(b.name);
    return std::tuple(a.times, one.size(), other) < std::tuple(b.times, other.size(), one);
  };
  const SeenName* usual = nullptr;
  for (std::uint32_t place = entries_[id - 1].first_name; place != kNoName;) {
    const SeenName& seen = seen_names_[place];
    if (usual == nullptr || is_less_usual(*usual, seen)) usual = &seen;
    place = seen.next;
  }
  return std::string(usual == nullptr ? key_of(id) : names_.at(usual->name));
}

EntityRecord EntityTableBuilder::record_of(std::uint32_t id, const Identities& identities) const {
  EntityRecord record{field_of(id), std::string(key_of(id)), name_of(id), id, {}, {}};
  if (id < identities.entity_ids.size()) record.entity_id = identities.entity_ids[id];
  const auto entity = identities.entities.find(id);
  if (entity != identities.entities.end()) {
    record.entity_name = entity->second.name;
    record.posts = entity->second.posts;
  }
  return record;
}

Result<void> EntityTableBuilder::write(const std::filesystem::path& directory,
                                       const Identities& identities) const {
  const std::lock_guard lock(mutex_);
  return guarded(directory.string(), [&] {
    glass::DatabaseWriter database(directory, glass::DocumentForm::kLine);
    for (std::uint32_t id = 1; id <= entries_.size(); ++id) {
      database.add(make_document(record_of(id, identities), id));
    }
    database.set_metadata(kIdentitiesKey, encode_identities(identities));
    write_pieces(database, gazetteer_);
    database.finish();
  });
}

Result<void> EntityTableBuilder::write_changes(const std::filesystem::path& directory,
                                               const Identities& identities) const {
  const std::lock_guard lock(mutex_);
  return guarded(directory.string(), [&] {
    Xapian::WritableDatabase database(directory.string(), Xapian::DB_OPEN);
    for (std::uint32_t id = 1; id <= entries_.size(); ++id) {
      const EntityRecord record = record_of(id, identities);
      if (hash_of(record) == entries_[id - 1].stored_hash) continue;
      database.replace_document(id, make_document(record, id).document());
    }
    const std::string table = encode_identities(identities);
    if (database.get_metadata(kIdentitiesKey) != table) {
      database.set_metadata(kIdentitiesKey, table);
    }
    if (read_gazetteer(database) != gazetteer_) replace_gazetteer(database, gazetteer_);
    database.commit();
  });
}

EntityTable::EntityTable(Xapian::Database database, std::string place)
    : database_(std::move(database)),
      place_(std::move(place)),
      last_id_(database_.get_lastdocid()) {}

Result<EntityTable> EntityTable::open(const std::filesystem::path& directory) {
  return guarded(directory.string(), [&] {
    return EntityTable(Xapian::Database(directory.string()), directory.string());
  });
}

Result<EntityRecord> EntityTable::record(std::uint32_t id) const {
  if (const auto known = records_.find(id); known != records_.end()) return known->second;
  return guarded(place_, [&]() -> Result<EntityRecord> {
    Result<EntityRecord> read = decode(database_.get_document(id).get_data(), place_);
    if (read) {
      if (records_.size() >= kMostKept) records_.clear();
      records_.emplace(id, *read);
    }
    return read;
  });
}

Result<EntityRecord> EntityTable::entity(std::uint32_t id) const {
  return guarded(place_, [&]() -> Result<EntityRecord> {
    const std::uint32_t entity_id = id <= last_id_ ? entity_ids()[id] : id;
    Result<EntityRecord> found = record(entity_id == 0 ? id : entity_id);
    if (found && !found->entity_name.empty()) found->name = found->entity_name;
    return found;
  });
}

const std::vector<std::uint32_t>& EntityTable::entity_ids() const {
  if (entity_ids_.empty()) {
    const std::string table = database_.get_metadata(kIdentitiesKey);
    entity_ids_.resize(std::size_t{last_id_} + 1);
    std::iota(entity_ids_.begin(), entity_ids_.end(), 0);
    is_told_apart_.resize(entity_ids_.size());
    ByteReader in(table);
    for (std::uint64_t id = 0; !in.at_end() && in.ok();) {
      id += in.read_varint();
      const std::uint64_t entity_id = in.read_varint();
      if (id > last_id_ || entity_id > last_id_) break;
      entity_ids_[id] = static_cast<std::uint32_t>(entity_id);
      is_told_apart_[id] = true;
    }
  }
  return entity_ids_;
}

bool EntityTable::is_told_apart(std::uint32_t id) const {
  return id < entity_ids().size() && is_told_apart_[id];
}

Result<std::optional<std::uint32_t>> EntityTable::find_key(FieldId field_id,
                                                           std::string_view key) const {
  return guarded(place_, [&]() -> Result<std::optional<std::uint32_t>> {
    const std::string term = make_term(field_id, key);
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return std::nullopt;
    return *posting;
  });
}

Result<std::vector<std::uint32_t>> EntityTable::find_words(FieldId field_id,
                                                           const std::vector<std::string>& words,
                                                           std::uint32_t most) const {
  return guarded(place_, [&] {
    const std::vector<std::string> terms = word_terms(field_id, words);
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return ids_of(enquire.get_mset(0, most));
  });
}

Result<std::vector<std::uint32_t>> EntityTable::find_sounds(
    FieldId field_id, const std::vector<std::vector<std::string>>& words,
    std::uint32_t most) const {
  return guarded(place_, [&] {
    std::vector<Xapian::Query> parts;
    for (const std::vector<std::string>& skeletons : words) {
      std::vector<std::string> terms;
      for (const std::string& skeleton : skeletons) {
        terms.push_back(sound_term(field_id, skeleton));
      }
      parts.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
    }
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return ids_of(enquire.get_mset(0, most));
  });
}

Result<std::vector<std::uint32_t>> EntityTable::find_beginnings(
    FieldId field_id, const std::vector<std::string>& words, std::uint32_t most) const {
  return guarded(place_, [&] {
    using Xapian::Query;
    std::vector<std::string> terms = word_terms(field_id, words);
    const Query beginning(Query::OP_WILDCARD, terms.back(), most,
                          Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_OR);
    terms.pop_back();
    Xapian::Enquire enquire(database_);
    enquire.set_query(terms.empty() ? beginning
                                    : Query(Query::OP_AND, beginning,
                                            Query(Query::OP_AND, terms.begin(), terms.end())));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return ids_of(enquire.get_mset(0, most));
  });
}

Result<std::vector<std::string>> EntityTable::words(FieldId field_id) const {
  return guarded(place_, [&] {
    const std::string prefix = word_term(field_id, "");
    std::vector<std::string> words;
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
      words.push_back(read_term((*term).substr(prefix.size())));
    }
    return words;
  });
}

Result<std::string> EntityTable::gazetteer() const {
  return guarded(place_, [&] { return read_gazetteer(database_); });
}

Result<std::vector<std::uint32_t>> EntityTable::members(std::uint32_t id) const {
  return record(id).and_then([&](const EntityRecord& one) {
    return guarded(place_, [&]() -> Result<std::vector<std::uint32_t>> {
      if (one.entity_id == 0) return std::vector<std::uint32_t>{};
      std::vector<std::uint32_t> ids = {one.entity_id};
      const std::string term = member_term(one.entity_id);
      for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
        ids.push_back(*it);
      }
      std::ranges::sort(ids);
      return ids;
    });
  });
}

Result<std::vector<std::string>> EntityTable::member_keys(std::uint32_t id) const {
  const Result<std::vector<std::uint32_t>> ids = members(id);
  if (!ids) return tl::unexpected(ids.error());
  std::vector<std::string> keys;
  for (const std::uint32_t member : *ids) {
    Result<EntityRecord> one = record(member);
    if (!one) return tl::unexpected(one.error());
    keys.push_back(std::move(one->key));
  }
  return keys;
}

}  // namespace bayan::index
