#include "indexer/formats/record.h"

#include <fmt/format.h>

#include "common/text/blank.h"
#include "indexer/formats/record_date.h"

namespace bayan::indexer {

void Record::set(const FieldMap::Match& match, std::string value) {
  Slot& slot = slots_[static_cast<std::size_t>(match.field)];
  if (slot.is_set && slot.rank <= match.rank) return;
  // A blank value does not hide a fuller one behind a lesser key.
  if (text::is_blank(value)) value.clear();
  if (slot.is_set && value.empty()) return;
  slot = {std::move(value), match.rank, true};
  if (slot.value.empty()) slot.rank = static_cast<std::size_t>(-1);
}

void RecordSink::take(Record& record) {
  statement::Statement statement;
  statement.location = next_place();
  const std::string where = format_location(statement.location);
  statement.title = text::trim(record[RecordField::kTitle]);
  statement.body = text::trim(record[RecordField::kBody]);
  if (statement.title.empty() && statement.body.empty()) {
    callbacks_.on_problem({ProblemKind::kEmpty, where, "the record has neither title nor text",
                           "if its keys have other names, say them with --map"});
    return;
  }
  statement.url = std::move(record[RecordField::kUrl]);
  statement.id = std::move(record[RecordField::kId]);
  if (statement.id.empty()) statement.id = statement.url;
  if (statement.id.empty()) statement.id = where;
  statement.issuer = std::move(record[RecordField::kIssuer]);
  statement.language = std::move(record[RecordField::kLanguage]);
  set_date(statement, record[RecordField::kDate], statement::DateSource::kMetadata);
  if (statement.date.empty()) {
    set_date(statement, record[RecordField::kCrawlDate], statement::DateSource::kCrawl);
  }
  callbacks_.on_statement(std::move(statement));
}

void RecordSink::reject(ProblemKind kind, std::string fact, std::string hint) {
  callbacks_.on_problem({kind, format_location(next_place()), std::move(fact), std::move(hint)});
}

void RecordSink::reject_oversized() {
  callbacks_.on_problem(limits_.exceeded(Limit::kRecord, format_location(next_place())));
}

void RecordSink::finish() const {
  if (count_ > 0) return;
  callbacks_.on_problem(
      {ProblemKind::kEmpty, format_location(place_), "the file holds no records", ""});
}

statement::Location RecordSink::next_place() {
  statement::Location place = place_;
  place.record = ++count_;
  return place;
}

void RecordSink::set_date(statement::Statement& statement, const std::string& text,
                          statement::DateSource source) {
  if (text.empty()) return;
  statement.date = parse_record_date(text);
  if (!statement.date.empty()) {
    statement.date_source = source;
    return;
  }
  callbacks_.on_problem({ProblemKind::kDate, format_location(statement.location),
                         fmt::format("the date «{}» cannot be understood", text.substr(0, 60)),
                         "dates are read as 2024-07-26, 26/7/2024 or «26 July 2024»"});
}

}  // namespace bayan::indexer
