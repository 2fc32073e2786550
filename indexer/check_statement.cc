#include "indexer/check_statement.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/statement/codec.h"
#include "common/text/sketch.h"

namespace bayan::indexer {
namespace {

std::set<std::string> terms_of(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

}  // namespace

std::optional<std::string> StatementCheck::find_fault(Xapian::docid number) {
  const Xapian::Document document = statements_.get_document(number);
  const std::string id = document.get_value(index::kIdSlot);
  const auto fault = [&](std::string_view fact) {
    return fmt::format("the statement «{}» {}", id, fact);
  };
  const std::string stored = document.get_data();
  const Result<statement::Statement> statement = decoder_.decode(stored);
  const Result<std::string_view> tokens = statement::token_stream_of(stored);
  if (!statement || !tokens) return fault("cannot be decoded");
  if (statement->id != id) return fault(fmt::format("is stored under the id «{}»", statement->id));
  const std::string id_term = index::make_term(index::FieldId::kId, id);
  const auto posting = statements_.postlist_begin(id_term);
  if (posting == statements_.postlist_end(id_term) || *posting != number) {
    return fault("is not found by its id");
  }
  text::analyze(statement->title, title_);
  text::analyze(statement->body, body_);
  if (*tokens != index::encode_token_stream(title_, body_)) {
    return fault("has other words than its text");
  }
  if (document.get_value(index::kSketchSlot) != text::sketch_of(body_)) {
    return fault("has another sketch than its text");
  }
  if (!has_its_words(document)) return fault("is not found by its words");
  if (!has_its_entities(document)) return fault("names entities that the entity table does not");
  return std::nullopt;
}

bool StatementCheck::has_its_words(const Xapian::Document& document) const {
  std::map<std::string, Xapian::termcount> wanted;
  for (std::size_t i = 0; i < body_.size(); ++i) ++wanted[index::text_term(body_.form(i))];
  for (std::size_t i = 0; i < title_.size(); ++i) {
    ++wanted[index::text_term(title_.form(i))];
    ++wanted[index::make_term(index::FieldId::kTitle, title_.form(i))];
  }
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const auto found = wanted.find(*term);
    if (found == wanted.end()) {
      if (index::is_text_term(*term)) return false;
      continue;
    }
    if (found->second != term.get_wdf()) return false;
    wanted.erase(found);
  }
  return wanted.empty();
}

bool StatementCheck::has_its_entities(const Xapian::Document& document) const {
  const std::set<std::string> terms = terms_of(document);
  for (const index::Field& field : index::fields()) {
    if (!field.facet || field.kind != index::FieldKind::kEntity) continue;
    bool are_known = true;
    index::for_each_id(document.get_value(*field.facet), [&](std::uint32_t id) {
      const Result<index::EntityRecord> record = entities_.record(id);
      are_known &= record && record->field == field.id &&
                   terms.contains(index::make_term(field.id, record->key));
    });
    if (!are_known) return false;
  }
  return true;
}

}  // namespace bayan::indexer
