#include <fmt/format.h>

#include "common/text/blank.h"
#include "indexer/formats/csv_reader.h"
#include "indexer/formats/parsers.h"
#include "indexer/formats/record.h"

namespace bayan::indexer {
namespace {

using Columns = std::vector<std::optional<FieldMap::Match>>;

Columns columns_of(const std::vector<std::string>& header, const FieldMap& fields) {
  Columns columns;
  for (const std::string& name : header) columns.push_back(fields.find(text::trim(name)));
  return columns;
}

bool has_text(const Columns& columns) {
  for (const auto& column : columns) {
    if (column && (column->field == RecordField::kTitle || column->field == RecordField::kBody)) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> first_row(std::string_view text, char separator) {
  constexpr std::size_t kLongestHeader = 4096;
  std::vector<std::string> header;
  CsvReader reader(separator, kLongestHeader,
                   {[&header](std::vector<std::string>& row) {
                      if (header.empty()) header = row;
                    },
                    [] {}, [] {}});
  // Behind the header nothing need be read: stop at the end of some later line.
  reader.feed(text.substr(0, text.find('\n', std::min(kLongestHeader, text.size()))));
  reader.finish();
  return header;
}

bool has_csv_name(const statement::Location& location) {
  const std::string& name = location.member.empty() ? location.path : location.member;
  return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".CSV") ||
         name.ends_with(".TSV");
}

/// Rows into records, once the header has said which column is what.
class RowSink {
 public:
  RowSink(const FieldMap& fields, RecordSink& sink) : fields_(fields), sink_(sink) {}

  void take(std::vector<std::string>& row) {
    if (columns_.empty()) {
      columns_ = columns_of(row, fields_);
      return;
    }
    Record record;
    for (std::size_t i = 0; i < row.size() && i < columns_.size(); ++i) {
      if (columns_[i]) record.set(*columns_[i], std::move(row[i]));
    }
    sink_.take(record);
  }

 private:
  const FieldMap& fields_;
  RecordSink& sink_;
  Columns columns_;
};

}  // namespace

bool is_csv(const Sample& sample) {
  const char separator = find_separator(sample.text);
  if (separator == '\0') return false;
  if (has_csv_name(sample.file.location) || sample.file.metadata.media_type == "text/csv") {
    return true;
  }
  const std::vector<std::string> header = first_row(sample.text, separator);
  return header.size() > 1 && has_text(columns_of(header, sample.fields));
}

void parse_csv(const Document& document) {
  const std::string_view head = document.text->head();
  const char separator = find_separator(head);
  const FieldMap& fields = document.options.fields;
  const std::vector<std::string> header = first_row(head, separator);
  if (!has_text(columns_of(header, fields))) {
    document.callbacks.on_problem(
        {ProblemKind::kMalformed, format_location(document.file.location),
         fmt::format("no column «{}» is known as title or text", fmt::join(header, "», «")),
         "the first row names the columns; say them with --map title=…,body=…"});
    return;
  }
  RecordSink sink(document.file.location, document.options.limits, document.callbacks);
  RowSink rows(fields, sink);
  CsvReader reader(separator, document.options.limits[Limit::kRecord],
                   {[&rows](std::vector<std::string>& row) { rows.take(row); },
                    [&sink] { sink.reject_oversized(); },
                    [&sink] {
                      sink.reject(ProblemKind::kMalformed,
                                  "a quote is opened in this record and never closed",
                                  "what stands before is indexed");
                    }});
  while (const std::optional<std::string_view> piece = document.text->next()) {
    reader.feed(*piece);
  }
  reader.finish();
  if (!document.text->damage()) sink.finish();
}

}  // namespace bayan::indexer
