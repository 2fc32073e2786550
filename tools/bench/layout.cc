#include "tools/bench/layout.h"

#include <algorithm>
#include <bit>

#include "common/base/bytes.h"
#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/index/word_pair.h"

namespace bayan::bench {
namespace {

using index::FieldId;

constexpr std::size_t kLongestString = 255;  // its size stands in one byte

std::vector<std::string> keys_of(FieldId field, const statement::Statement& statement) {
  std::vector<std::string> keys;
  switch (field) {
    case FieldId::kPerson:
      for (const auto& person : statement.entities.persons) keys.push_back(person.key);
      break;
    case FieldId::kPosition:
      for (const auto& person : statement.entities.persons) keys.push_back(person.position);
      break;
    case FieldId::kCountry:
      for (const auto& country : statement.entities.countries) keys.push_back(country.code);
      break;
    case FieldId::kIssuer:
      keys.push_back(statement.issuer);
      break;
    case FieldId::kMonth:
      keys.push_back(statement.date.substr(0, 7));
      break;
    default:
      break;
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  std::erase(keys, "");
  return keys;
}

}  // namespace

std::optional<WordOrder> parse_word_order(std::string_view name) {
  if (name == "positions") return WordOrder::kPositions;
  if (name == "hashes") return WordOrder::kHashes;
  if (name == "pairs") return WordOrder::kPairs;
  if (name == "ranks") return WordOrder::kRanks;
  return std::nullopt;
}

std::optional<FacetLayout> parse_facet_layout(std::string_view name) {
  if (name == "none") return FacetLayout::kNone;
  if (name == "strings") return FacetLayout::kStrings;
  if (name == "ids") return FacetLayout::kIds;
  return std::nullopt;
}

std::string encode_ranks(std::span<const std::uint32_t> ranks, std::uint32_t count) {
  const auto bits = static_cast<unsigned>(std::bit_width(count));
  std::string out;
  append_varint(out, ranks.size());
  out += static_cast<char>(bits);
  std::uint64_t pending = 0;
  unsigned pending_bits = 0;
  for (const std::uint32_t rank : ranks) {
    pending |= static_cast<std::uint64_t>(rank) << pending_bits;
    for (pending_bits += bits; pending_bits >= 8; pending_bits -= 8, pending >>= 8) {
      out += static_cast<char>(pending & 0xFF);
    }
  }
  if (pending_bits > 0) out += static_cast<char>(pending & 0xFF);
  return out;
}

std::vector<std::uint32_t> decode_ranks(std::string_view stream) {
  ByteReader in(stream);
  std::vector<std::uint32_t> ranks(in.read_varint());
  std::string_view bytes = in.rest();
  if (bytes.empty()) return {};
  const auto bits = static_cast<unsigned>(bytes.front());
  bytes.remove_prefix(1);
  std::uint64_t pending = 0;
  unsigned pending_bits = 0;
  std::size_t at = 0;
  for (std::uint32_t& rank : ranks) {
    for (; pending_bits < bits && at < bytes.size(); pending_bits += 8) {
      pending |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at++]))
                 << pending_bits;
    }
    rank = static_cast<std::uint32_t>(pending & ((std::uint64_t{1} << bits) - 1));
    pending >>= bits;
    pending_bits -= bits;
  }
  return ranks;
}

Xapian::Document LayoutBuilder::build(const statement::Statement& statement) {
  Xapian::Document document;
  document.add_boolean_term(index::make_term(FieldId::kId, statement.id));
  document.add_value(index::kIdSlot, statement.id);
  text::analyze(statement.title, title_);
  text::analyze(statement.body, body_);
  add_words(document);
  if (facets_ != FacetLayout::kNone) add_facets(document, statement);
  document.set_data(encoder_.encode(statement, word_order_stream()));
  return document;
}

void LayoutBuilder::add_words(Xapian::Document& document) {
  counts_.clear();
  for (std::size_t i = 0; i < title_.size(); ++i) ++counts_[title_.form(i)];
  for (const auto& [form, count] : counts_) {
    document.add_term(index::make_term(FieldId::kTitle, form), count);
  }
  counts_.clear();
  for (std::size_t i = 0; i < body_.size(); ++i) {
    if (order_ == WordOrder::kPositions) {
      document.add_posting(std::string(body_.form(i)), static_cast<Xapian::termpos>(i + 1));
    } else {
      ++counts_[body_.form(i)];
    }
  }
  for (const auto& [form, count] : counts_) document.add_term(std::string(form), count);
  if (order_ != WordOrder::kPairs) return;
  for (std::size_t i = 0; i + 1 < body_.size(); ++i) {
    if (index::is_pair_indexed(body_.form(i), body_.form(i + 1))) {
      document.add_boolean_term(index::pair_term(body_.form(i), body_.form(i + 1)));
    }
  }
}

std::string LayoutBuilder::word_order_stream() {
  if (order_ == WordOrder::kPositions) return {};
  if (order_ != WordOrder::kRanks) return index::encode_token_stream({}, body_);
  std::vector<std::string_view> terms;
  for (const auto& [form, count] : counts_) terms.push_back(form);
  std::ranges::sort(terms);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    counts_[terms[i]] = static_cast<Xapian::termcount>(i);
  }
  std::vector<std::uint32_t> ranks(body_.size());
  for (std::size_t i = 0; i < body_.size(); ++i) ranks[i] = counts_[body_.form(i)];
  return encode_ranks(ranks, static_cast<std::uint32_t>(terms.size()));
}

void LayoutBuilder::add_facets(Xapian::Document& document, const statement::Statement& statement) {
  for (const index::Field& field : index::fields()) {
    if (field.facet) add_facet(document, field.id, keys_of(field.id, statement));
  }
}

void LayoutBuilder::add_facet(Xapian::Document& document, FieldId field,
                              const std::vector<std::string>& keys) {
  std::vector<std::uint32_t> ids;
  std::string strings;
  for (const std::string& key : keys) {
    document.add_boolean_term(index::make_term(field, key));
    if (facets_ == FacetLayout::kIds) {
      ids.push_back(entities_.id_of(field, key, key));
    } else {
      const std::string_view cut = std::string_view(key).substr(0, kLongestString);
      strings += static_cast<char>(cut.size());
      strings += cut;
    }
  }
  std::ranges::sort(ids);
  const std::string value = facets_ == FacetLayout::kIds ? index::encode_ids(ids) : strings;
  if (!value.empty()) document.add_value(*index::field(field).facet, value);
}

}  // namespace bayan::bench
