#include "common/statement/codec.h"

#include <zstd.h>

#include <memory>

#include "common/base/bytes.h"

namespace bayan::statement {
namespace {

// Measured on 29,497 articles with tools/bench/stored_text: level 3 takes 37 % of level 6's time
// for 5.4 % more bytes.
constexpr int kCompressionLevel = 3;
constexpr std::size_t kLargestRecord = std::size_t{1} << 31;

/// What one byte of a zstd frame can stand for at most: a block takes four bytes and holds 128 KiB
/// (RFC 8878, section 3.1.1.2). A damaged frame that claims more is refused before memory is taken.
constexpr std::size_t kLargestExpansion = (std::size_t{128} << 10) / 4;

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::kIndexDamaged, "a stored statement cannot be read",
              "build the index again: bayan-indexer --rebuild PATH…");
}

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
    append_string(out, person.key);
    append_string(out, person.name);
    append_string(out, person.position);
    append_mentions(out, person.mentions);
    append_varint(out, person.posts.size());
    for (const entity::Post& post : person.posts) {
      append_string(out, post.key);
      append_string(out, post.normal);
    }
  }
  append_varint(out, entities.countries.size());
  for (const entity::Country& country : entities.countries) {
    append_string(out, country.code);
    append_mentions(out, country.mentions);
  }
  append_varint(out, entities.organisations.size());
  for (const entity::Organisation& organisation : entities.organisations) {
    append_string(out, organisation.key);
    append_string(out, organisation.name);
    append_string(out, organisation.normal);
    append_mentions(out, organisation.mentions);
  }
  append_varint(out, entities.dates.size());
  for (const entity::DateMention& date : entities.dates) {
    append_string(out, date.first);
    append_string(out, date.last);
    append_mentions(out, {date.mention});
  }
  append_string(out, entities.dateline);
}

entity::Recognised read_entities(ByteReader& in) {
  entity::Recognised entities;
  entities.persons = read_list<entity::Person>(in, [](ByteReader& r) {
    entity::Person person;
    person.key = r.read_string();
    person.name = r.read_string();
    person.position = r.read_string();
    person.mentions = read_mentions(r);
    person.posts = read_list<entity::Post>(r, [](ByteReader& post_in) {
      entity::Post post;
      post.key = post_in.read_string();
      post.normal = post_in.read_string();
      return post;
    });
    return person;
  });
  entities.countries = read_list<entity::Country>(in, [](ByteReader& r) {
    entity::Country country;
    country.code = r.read_string();
    country.mentions = read_mentions(r);
    return country;
  });
  entities.organisations = read_list<entity::Organisation>(in, [](ByteReader& r) {
    entity::Organisation organisation;
    organisation.key = r.read_string();
    organisation.name = r.read_string();
    organisation.normal = r.read_string();
    organisation.mentions = read_mentions(r);
    return organisation;
  });
  entities.dates = read_list<entity::DateMention>(in, [](ByteReader& r) {
    entity::DateMention date;
    date.first = r.read_string();
    date.last = r.read_string();
    const std::vector<entity::Mention> mentions = read_mentions(r);
    if (!mentions.empty()) date.mention = mentions.front();
    return date;
  });
  entities.dateline = in.read_string();
  return entities;
}

std::string encode_record(const Statement& statement) {
  std::string out;
  out.reserve(statement.title.size() + statement.body.size() + 512);
  append_string(out, statement.id);
  append_string(out, statement.title);
  append_string(out, statement.body);
  append_string(out, statement.date);
  append_varint(out, static_cast<std::uint64_t>(statement.date_source));
  append_string(out, statement.issuer);
  append_string(out, statement.url);
  append_string(out, statement.language);
  append_string(out, statement.location.path);
  append_string(out, statement.location.member);
  append_varint(out, statement.location.record);
  append_entities(out, statement.entities);
  return out;
}

Result<Statement> decode_record(std::string_view record) {
  ByteReader in(record);
  Statement statement;
  statement.id = in.read_string();
  statement.title = in.read_string();
  statement.body = in.read_string();
  statement.date = in.read_string();
  statement.date_source = static_cast<DateSource>(in.read_varint());
  statement.issuer = in.read_string();
  statement.url = in.read_string();
  statement.language = in.read_string();
  statement.location.path = in.read_string();
  statement.location.member = in.read_string();
  statement.location.record = static_cast<std::uint32_t>(in.read_varint());
  statement.entities = read_entities(in);
  if (!in.ok() || statement.date_source > DateSource::kDocument) return damaged();
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
};

Encoder::Encoder() : context_(std::make_unique<Context>()) {}
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
  const std::size_t written =
      ZSTD_compressCCtx(context_->zstd.get(), out.data() + head, out.size() - head, record.data(),
                        record.size(), kCompressionLevel);
  out.resize(ZSTD_isError(written) != 0U ? head : head + written);
  return out;
}

Result<std::string_view> token_stream_of(std::string_view stored) {
  return split(stored).map([](const Parts& parts) { return parts.token_stream; });
}

Result<Statement> decode(std::string_view stored) {
  const Result<Parts> parts = split(stored);
  if (!parts) return tl::unexpected(parts.error());
  const unsigned long long size =
      ZSTD_getFrameContentSize(parts->frame.data(), parts->frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kLargestRecord ||
      size > parts->frame.size() * kLargestExpansion) {
    return damaged();
  }
  std::string record(size, '\0');
  // Making a decompressor takes as long as reading a short statement with it.
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> decompressor(
      ZSTD_createDCtx(), ZSTD_freeDCtx);
  const std::size_t read = ZSTD_decompressDCtx(decompressor.get(), record.data(), record.size(),
                                               parts->frame.data(), parts->frame.size());
  if (ZSTD_isError(read) != 0U || read != size) return damaged();
  return decode_record(record);
}

}  // namespace bayan::statement
