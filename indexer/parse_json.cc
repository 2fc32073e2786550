#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "common/text/blank.h"
#include "indexer/parse_formats.h"

// JSON is read as events: an array of any length needs no more memory than its largest record, and
// what stands before a damage is kept. A record is an object at depth one of an array, or at the
// top.
//
//   [ {"title": …, "content": …}, … ]        {"id": …, "text": …} newline {"id": …
namespace bayan::indexer {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// A record's values as strings, with the rank of the key that each came by.
class Record {
 public:
  void set(const FieldMap::Match& match, std::string value) {
    Slot& slot = slots_[static_cast<std::size_t>(match.field)];
    if (slot.is_set && slot.rank <= match.rank) return;
    // A blank value does not hide a fuller one behind a lesser key.
    if (text::is_blank(value)) value.clear();
    if (slot.is_set && value.empty()) return;
    slot = {std::move(value), match.rank, true};
    if (slot.value.empty()) slot.rank = static_cast<std::size_t>(-1);
  }

  std::string& operator[](RecordField field) {
    return slots_[static_cast<std::size_t>(field)].value;
  }

 private:
  struct Slot {
    std::string value;
    std::size_t rank = 0;
    bool is_set = false;
  };
  std::array<Slot, kRecordFields> slots_;
};

/// Turns records into statements and tells of those that hold nothing.
class RecordSink {
 public:
  RecordSink(const statement::Location& place, const ParseCallbacks& callbacks)
      : place_(place), callbacks_(callbacks) {}

  void take(Record& record) {
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

  /// What stands where a record should is no object.
  void reject() { tell(ProblemKind::kMalformed, next_place(), "the record is no JSON object", ""); }

  /// To be called at the end of a file that was read whole.
  void finish() const {
    if (count_ > 0) return;
    tell(ProblemKind::kEmpty, place_, "the file holds no records", "");
  }

  /// The place of the record that comes next; counts it.
  statement::Location next_place() {
    statement::Location place = place_;
    place.record = ++count_;
    return place;
  }

  void tell(ProblemKind kind, const statement::Location& place, std::string fact,
            std::string hint) const {
    callbacks_.on_problem({kind, format_location(place), std::move(fact), std::move(hint)});
  }

 private:
  void set_date(statement::Statement& statement, const std::string& text,
                statement::DateSource source) {
    if (text.empty()) return;
    statement.date = parse_record_date(text);
    if (!statement.date.empty()) {
      statement.date_source = source;
    } else {
      tell(ProblemKind::kDate, statement.location,
           fmt::format("the date «{}» cannot be understood", text.substr(0, 60)),
           "dates are read as 2024-07-26, 26/7/2024 or «26 July 2024»");
    }
  }

  const statement::Location& place_;
  const ParseCallbacks& callbacks_;
  std::uint32_t count_ = 0;
};

/// nlohmann's event interface. Nested values of a record are skipped; strings and numbers count.
class Events : public nlohmann::json_sax<nlohmann::json> {
 public:
  Events(const FieldMap& fields, RecordSink& sink) : fields_(fields), sink_(sink) {}

  [[nodiscard]] std::size_t error_offset() const { return error_offset_; }
  [[nodiscard]] const std::string& error() const { return error_; }

  bool null() override { return skip(); }
  bool boolean(bool /*value*/) override { return skip(); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return take(text); }
  bool string(string_t& value) override { return take(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return true; }

  bool start_object(std::size_t /*size*/) override {
    if (++depth_ == record_depth_ + 1) record_ = {};
    // Python writes deep recursion as deep JSON; nothing in a statement is nested this far.
    return depth_ <= kDeepest || too_deep();
  }
  bool end_object() override {
    if (depth_-- == record_depth_ + 1) sink_.take(record_);
    return true;
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ > 0) skip();
    if (++depth_ == 1) record_depth_ = 1;
    return depth_ <= kDeepest || too_deep();
  }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool key(string_t& name) override {
    key_ = depth_ == record_depth_ + 1 ? fields_.find(name) : std::nullopt;
    return true;
  }
  bool parse_error(std::size_t offset, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    error_offset_ = offset;
    error_ = error.what();
    return false;
  }

 private:
  static constexpr std::size_t kDeepest = 1000;

  bool too_deep() {
    error_ = "nested too deeply";
    return false;
  }

  /// A value that is nothing to a record; where a record should stand, it is told.
  bool skip() {
    if (depth_ == record_depth_) sink_.reject();
    return true;
  }

  bool take(std::string value) {
    if (key_ && depth_ == record_depth_ + 1) record_.set(*key_, std::move(value));
    return skip();
  }

  const FieldMap& fields_;
  RecordSink& sink_;
  Record record_;
  std::optional<FieldMap::Match> key_;
  std::size_t depth_ = 0;
  std::size_t record_depth_ = 0;  ///< depth of what holds the records: 1 in an array, 0 at the top
  std::size_t error_offset_ = 0;
  std::string error_;
};

constexpr const char* kDamageHint = "what stands before the damage is indexed";

/// One value that fills `text` but for white space. True when it was read to its end.
bool parse_value(std::string_view text, const ParseOptions& options, RecordSink& sink,
                 std::string& error, std::size_t& error_offset) {
  Events events(options.fields, sink);
  const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &events);
  error = events.error();
  error_offset = events.error_offset();
  return whole;
}

/// Each line is a record of its own, so a damaged one costs only itself.
void parse_lines(std::string_view text, const ParseOptions& options, RecordSink& sink) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.find_first_not_of(kWhiteSpace) == std::string_view::npos) continue;
    std::string error;
    std::size_t offset = 0;
    if (!parse_value(line, options, sink, error, offset)) {
      sink.tell(ProblemKind::kMalformed, sink.next_place(),
                fmt::format("the line is no valid JSON at byte {}", offset),
                "the other lines are indexed");
    }
  }
}

/// True when the first line alone is a whole JSON value.
bool is_json_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  return nlohmann::json::accept(
      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(end, text.size())));
}

}  // namespace

bool looks_like_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return false;
  const std::size_t second = text.find_first_not_of(kWhiteSpace, first + 1);
  const char next = second == std::string_view::npos ? '\0' : text[second];
  if (text[first] == '[') return next == '{' || next == ']';
  return text[first] == '{' && (next == '"' || next == '}');
}

void parse_json(std::string_view text, const statement::Location& place,
                const ParseOptions& options, const ParseCallbacks& callbacks) {
  RecordSink sink(place, callbacks);
  text.remove_prefix(text.find_first_not_of(kWhiteSpace));
  if (text.front() == '{' && text.find('\n') != std::string_view::npos && is_json_lines(text)) {
    parse_lines(text, options, sink);
    sink.finish();
    return;
  }
  std::string error;
  std::size_t offset = 0;
  if (!parse_value(text, options, sink, error, offset)) {
    sink.tell(ProblemKind::kMalformed, sink.next_place(),
              fmt::format("no valid JSON at byte {}", offset), kDamageHint);
    return;
  }
  sink.finish();
}

}  // namespace bayan::indexer
