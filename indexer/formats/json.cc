#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "indexer/formats/json_splitter.h"
#include "indexer/formats/parsers.h"
#include "indexer/formats/record.h"

// JSON is cut into records first (json_splitter.h), so an array of any length needs no more memory
// than its largest record; each record is read as events then.
namespace bayan::indexer {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// nlohmann's event interface over one record. Nested values are skipped; strings and numbers
/// count.
class Events : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Events(const FieldMap& fields) : fields_(fields) {}

  [[nodiscard]] Record& record() { return record_; }
  [[nodiscard]] std::size_t error_offset() const { return error_offset_; }

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return take(text); }
  bool string(string_t& value) override { return take(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return open(); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    key_ = depth_ == 1 ? fields_.find(name) : std::nullopt;
    return true;
  }
  bool parse_error(std::size_t offset, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    error_offset_ = offset;
    return false;
  }

 private:
  /// Nothing in a statement is nested this far.
  static constexpr std::size_t kDeepest = 1000;

  bool open() { return ++depth_ <= kDeepest; }
  bool close() {
    --depth_;
    return true;
  }
  bool take(std::string value) {
    if (key_ && depth_ == 1) record_.set(*key_, std::move(value));
    return true;
  }

  const FieldMap& fields_;
  Record record_;
  std::optional<FieldMap::Match> key_;
  std::size_t depth_ = 0;
  std::size_t error_offset_ = 0;
};

constexpr const char* kDamageHint = "the other records are indexed";

void take_record(std::string_view text, std::uint64_t byte_offset, const FieldMap& fields,
                 RecordSink& sink) {
  Events events(fields);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &events)) {
    if (text.front() == '{') {
      sink.take(events.record());
    } else {
      sink.reject(ProblemKind::kMalformed, "the record is no JSON object");
    }
  } else if (events.error_offset() == 0) {
    sink.reject(ProblemKind::kMalformed, "the record is nested too deeply", kDamageHint);
  } else {
    sink.reject(
        ProblemKind::kMalformed,
        fmt::format("the record is no valid JSON at byte {}", byte_offset + events.error_offset()),
        kDamageHint);
  }
}

}  // namespace

bool is_json(const Sample& sample) {
  const std::string_view text = sample.text;
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return false;
  const std::size_t second = text.find_first_not_of(kWhiteSpace, first + 1);
  const char next = second == std::string_view::npos ? '\0' : text[second];
  if (text[first] == '[') return next == '{' || next == ']';
  return text[first] == '{' && (next == '"' || next == '}');
}

void parse_json(const Document& document) {
  RecordSink sink(document.file.location, document.options.limits, document.callbacks);
  JsonSplitter splitter(document.options.limits[Limit::kRecord],
                        {[&](std::string_view text, std::uint64_t byte_offset) {
                           take_record(text, byte_offset, document.options.fields, sink);
                         },
                         [&sink] { sink.reject_oversized(); },
                         [&sink] {
                           sink.reject(ProblemKind::kMalformed,
                                       "the JSON breaks off inside this record",
                                       "what stands before is indexed");
                         }});
  const std::optional<std::size_t> wrapped = find_wrapped_records(document.text->head());
  if (wrapped) splitter.begin_in_array(*wrapped);
  std::size_t skipped = wrapped.value_or(0);
  while (const std::optional<std::string_view> piece = document.text->next()) {
    splitter.feed(piece->substr(skipped));
    skipped = 0;
  }
  splitter.finish();
  if (!document.text->damage()) sink.finish();
}

}  // namespace bayan::indexer
