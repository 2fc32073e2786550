#include "common/statement/codec.h"

#include <zstd.h>

#include <map>
#include <memory>
#include <mutex>

#include "common/base/bytes.h"
#include "common/text/compact_letters.h"

namespace bayan::statement {
namespace {

constexpr std::size_t kLargestRecord = std::size_t{1} << 31;

/// What one byte of a zstd frame can stand for at most: a block takes four bytes and holds 128 KiB
/// (RFC 8878, section 3.1.1.2). A damaged frame that claims more is refused before memory is taken.
constexpr std::size_t kLargestExpansion = (std::size_t{128} << 10) / 4;

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::kIndexDamaged, "a stored statement cannot be read",
              "build the index again: bayan-indexer --rebuild PATH…");
}

void append_text(std::string& out, std::string_view value) {
  append_string(out, text::compact_letters(value));
}

std::string read_text(ByteReader& in) { return text::expand_letters(in.read_string()); }

void append_mentions(std::string& out, const std::vector<entity::Mention>& mentions) {
  append_varint(out, mentions.size());
  for (const entity::Mention& mention : mentions) {
    append_varint(out, static_cast<std::uint64_t>(mention.begin) << 1 |
                           static_cast<std::uint64_t>(mention.field));
    append_varint(out, mention.end - mention.begin);
  }
}

entity::Mention read_mention(ByteReader& in) {
  const std::uint64_t place = in.read_varint();
  entity::Mention mention;
  mention.field = static_cast<entity::Field>(place & 1);
  mention.begin = static_cast<std::uint32_t>(place >> 1);
  mention.end = mention.begin + static_cast<std::uint32_t>(in.read_varint());
  return mention;
}

/// Reads a list: its size, then `read_one` for each. Stops where the bytes end.
template <typename T, typename ReadOne>
std::vector<T> read_list(ByteReader& in, ReadOne&& read_one) {
  std::vector<T> list;
  for (std::uint64_t left = in.read_varint(); left > 0 && in.ok(); --left) {
    list.push_back(read_one(in));
  }
  return list;
}

std::vector<entity::Mention> read_mentions(ByteReader& in) {
  return read_list<entity::Mention>(in, read_mention);
}

void append_entities(std::string& out, const entity::Recognised& entities) {
  append_varint(out, entities.persons.size());
  for (const entity::Person& person : entities.persons) {
    append_text(out, person.key);
    append_text(out, person.name);
    append_text(out, person.position);
    append_mentions(out, person.mentions);
    append_varint(out, person.posts.size());
    for (const entity::Post& post : person.posts) {
      append_text(out, post.key);
      append_text(out, post.normal);
    }
  }
  append_varint(out, entities.countries.size());
  for (const entity::Country& country : entities.countries) {
    append_text(out, country.code);
    append_mentions(out, country.mentions);
  }
  append_varint(out, entities.organisations.size());
  for (const entity::Organisation& organisation : entities.organisations) {
    append_text(out, organisation.key);
    append_text(out, organisation.name);
    append_text(out, organisation.normal);
    append_mentions(out, organisation.mentions);
  }
  append_varint(out, entities.dates.size());
  for (const entity::DateMention& date : entities.dates) {
    append_text(out, date.first);
    append_text(out, date.last);
    append_mentions(out, {date.mention});
  }
  append_text(out, entities.dateline);
}

entity::Recognised read_entities(ByteReader& in) {
  entity::Recognised entities;
  entities.persons = read_list<entity::Person>(in, [](ByteReader& r) {
    entity::Person person;
    person.key = read_text(r);
    person.name = read_text(r);
    person.position = read_text(r);
    person.mentions = read_mentions(r);
    person.posts = read_list<entity::Post>(r, [](ByteReader& post_in) {
      entity::Post post;
      post.key = read_text(post_in);
      post.normal = read_text(post_in);
      return post;
    });
    return person;
  });
  entities.countries = read_list<entity::Country>(in, [](ByteReader& r) {
    entity::Country country;
    country.code = read_text(r);
    country.mentions = read_mentions(r);
    return country;
  });
  entities.organisations = read_list<entity::Organisation>(in, [](ByteReader& r) {
    entity::Organisation organisation;
    organisation.key = read_text(r);
    organisation.name = read_text(r);
    organisation.normal = read_text(r);
    organisation.mentions = read_mentions(r);
    return organisation;
  });
  entities.dates = read_list<entity::DateMention>(in, [](ByteReader& r) {
    entity::DateMention date;
    date.first = read_text(r);
    date.last = read_text(r);
    const std::vector<entity::Mention> mentions = read_mentions(r);
    if (!mentions.empty()) date.mention = mentions.front();
    return date;
  });
  entities.dateline = read_text(in);
  return entities;
}

std::string encode_record(const Statement& statement) {
  std::string out;
  out.reserve(statement.title.size() + statement.body.size() + 512);
  append_text(out, statement.id);
  append_text(out, statement.title);
  append_text(out, statement.body);
  append_text(out, statement.date);
  append_varint(out, static_cast<std::uint64_t>(statement.date_source));
  append_text(out, statement.issuer);
  append_varint(out, static_cast<std::uint64_t>(statement.issuer_source));
  append_text(out, statement.url);
  append_text(out, statement.language);
  append_text(out, statement.location.path);
  append_text(out, statement.location.member);
  append_varint(out, statement.location.record);
  append_entities(out, statement.entities);
  return out;
}

Result<Statement> decode_record(std::string_view record) {
  ByteReader in(record);
  Statement statement;
  statement.id = read_text(in);
  statement.title = read_text(in);
  statement.body = read_text(in);
  statement.date = read_text(in);
  statement.date_source = static_cast<DateSource>(in.read_varint());
  statement.issuer = read_text(in);
  statement.issuer_source = static_cast<IssuerSource>(in.read_varint());
  statement.url = read_text(in);
  statement.language = read_text(in);
  statement.location.path = read_text(in);
  statement.location.member = read_text(in);
  statement.location.record = static_cast<std::uint32_t>(in.read_varint());
  statement.entities = read_entities(in);
  if (!in.ok() || statement.date_source > DateSource::kDocument ||
      statement.issuer_source > IssuerSource::kFileName) {
    return damaged();
  }
  return statement;
}

struct Parts {
  std::string_view token_stream;
  std::string_view frame;
};

Result<Parts> split(std::string_view stored) {
  if (stored.empty() || stored.front() != kCodecVersion) return damaged();
  ByteReader in(stored.substr(1));
  const std::string_view token_stream = in.read_string();
  if (!in.ok()) return damaged();
  return Parts{token_stream, in.rest()};
}

}  // namespace

struct Encoder::Context {
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> zstd{ZSTD_createCCtx(), &ZSTD_freeCCtx};
  SharedDictionary* dictionary = nullptr;

  /// Bytes written, or an error of Zstandard.
  std::size_t compress(char* out, std::size_t room, std::string_view record) const {
    const ZSTD_CDict* const compiled = dictionary == nullptr ? nullptr : dictionary->get(record);
    return compiled == nullptr ? ZSTD_compressCCtx(zstd.get(), out, room, record.data(),
                                                   record.size(), kCompressionLevel)
                               : ZSTD_compress_usingCDict(zstd.get(), out, room, record.data(),
                                                          record.size(), compiled);
  }
};

Encoder::Encoder(SharedDictionary* dictionary) : context_(std::make_unique<Context>()) {
  context_->dictionary = dictionary;
}
Encoder::~Encoder() = default;
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;

std::string Encoder::encode(const Statement& statement, std::string_view token_stream) {
  const std::string record = encode_record(statement);
  std::string out;
  out += static_cast<char>(kCodecVersion);
  append_string(out, token_stream);
  const std::size_t head = out.size();
  out.resize(head + ZSTD_compressBound(record.size()));
  const std::size_t written = context_->compress(out.data() + head, out.size() - head, record);
  out.resize(ZSTD_isError(written) != 0U ? head : head + written);
  return out;
}

Result<std::string_view> token_stream_of(std::string_view stored) {
  return split(stored).map([](const Parts& parts) { return parts.token_stream; });
}

struct Decoder::Context {
  using Compiled = std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)>;

  /// Of the dictionary with that id, nullptr where it is missing.
  const ZSTD_DDict* find(std::uint32_t id) {
    const auto known = dictionaries.find(id);
    if (known != dictionaries.end()) return known->second.get();
    const std::string bytes = load ? load(id) : std::string();
    Compiled compiled(
        dictionary_id(bytes) == id ? ZSTD_createDDict(bytes.data(), bytes.size()) : nullptr,
        &ZSTD_freeDDict);
    return dictionaries.emplace(id, std::move(compiled)).first->second.get();
  }

  /// Fills `record`; false where the frame is damaged or its dictionary missing.
  bool decompress(std::string_view frame, std::string& record) {
    const std::lock_guard lock(mutex);
    const std::uint32_t id = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
    const ZSTD_DDict* const compiled = id == 0 ? nullptr : find(id);
    if (id != 0 && compiled == nullptr) return false;
    const std::size_t read = ZSTD_decompress_usingDDict(zstd.get(), record.data(), record.size(),
                                                        frame.data(), frame.size(), compiled);
    return ZSTD_isError(read) == 0U && read == record.size();
  }

  std::mutex mutex;
  Load load;
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd{ZSTD_createDCtx(), &ZSTD_freeDCtx};
  std::map<std::uint32_t, Compiled> dictionaries;
};

Decoder::Decoder(Load load) : context_(std::make_unique<Context>()) {
  context_->load = std::move(load);
}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

Result<Statement> Decoder::decode(std::string_view stored) const {
  const Result<Parts> parts = split(stored);
  if (!parts) return tl::unexpected(parts.error());
  const unsigned long long size =
      ZSTD_getFrameContentSize(parts->frame.data(), parts->frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kLargestRecord ||
      size > parts->frame.size() * kLargestExpansion) {
    return damaged();
  }
  std::string record(size, '\0');
  if (!context_->decompress(parts->frame, record)) return damaged();
  return decode_record(record);
}

}  // namespace bayan::statement
