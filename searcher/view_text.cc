#include <fmt/format.h>

#include <algorithm>

#include "common/base/printable.h"
#include "common/base/utf8.h"
#include "common/text/code_points.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kMatch = "\x1B[1;33m";
constexpr std::string_view kDim = "\x1B[2m";
constexpr std::string_view kPlain = "\x1B[0m";
constexpr std::size_t kNamesShown = 6;

class TextWriter {
 public:
  explicit TextWriter(const TextStyle& style) : style_(style) {}

  std::string write(const Answer& answer) {
    if (style_.counts) write_counts(answer);
    for (const SearchResult& result : answer.results) write_result(result);
    for (const Facet& facet : answer.facets) write_facet(facet);
    return std::move(out_);
  }

 private:
  void sgr(std::string_view sequence) {
    if (style_.color) out_ += sequence;
  }

  /// Document text within isolates, so that its direction touches nothing beside it.
  void open_isolate() {
    if (style_.isolates) utf8::append(out_, text::kFirstStrongIsolate);
  }
  void close_isolate() {
    if (style_.isolates) utf8::append(out_, text::kPopDirectionalIsolate);
  }
  void document(std::string_view text) {
    open_isolate();
    out_ += printable_line(text);
    close_isolate();
  }

  /// Text with its highlights; `around` is the style of the rest.
  void marked(const Snippet& snippet, std::string_view around) {
    open_isolate();
    sgr(around);
    std::size_t at = 0;
    for (const auto& [begin, end] : snippet.highlights) {
      safe(snippet.text, at, begin);
      sgr(kPlain);
      sgr(kMatch);
      safe(snippet.text, begin, end);
      sgr(kPlain);
      sgr(around);
      at = end;
    }
    safe(snippet.text, at, snippet.text.size());
    sgr(kPlain);
    close_isolate();
  }

  void safe(const std::string& text, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      const utf8::CodePoint c = utf8::decode_at(text, i);
      utf8::append(out_, is_unsafe_to_print(c.value) ? utf8::kReplacement : c.value);
      i += c.byte_count;
    }
  }

  void write_counts(const Answer& answer) {
    out_ += fmt::format("{} {}", answer.total, answer.total == 1 ? "statement" : "statements");
    if (answer.match == "any" && !answer.query.empty()) {
      out_ += " with some of the words; none holds all of them";
    }
    out_ += "\n\n";
  }

  void write_result(const SearchResult& result) {
    out_ += fmt::format("{}. ", result.rank);
    if (result.title.text.empty()) {
      document(result.id);
    } else {
      marked(result.title, kBold);
    }
    out_ += '\n';
    write_details(result);
    if (!result.snippet.text.empty()) {
      out_ += "   ";
      marked(result.snippet, "");
      out_ += '\n';
    }
    out_ += "   ";
    sgr(kDim);
    document(result.location);
    sgr(kPlain);
    out_ += "\n\n";
  }

  void write_details(const SearchResult& result) {
    std::vector<std::string> parts;
    for (const std::string& part : {result.date, result.issuer}) {
      if (!part.empty()) parts.push_back(part);
    }
    std::string countries;
    for (const std::string& code : result.countries)
      countries += (countries.empty() ? "" : " ") + code;
    if (!countries.empty()) parts.push_back(countries);
    for (std::size_t i = 0; i < std::min(result.persons.size(), kNamesShown); ++i) {
      parts.push_back(result.persons[i].name);
    }
    if (result.persons.size() > kNamesShown) {
      parts.push_back(fmt::format("+{}", result.persons.size() - kNamesShown));
    }
    if (parts.empty()) return;
    out_ += "   ";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i != 0) out_ += " · ";
      document(parts[i]);
    }
    out_ += '\n';
  }

  void write_facet(const Facet& facet) {
    if (facet.values.empty()) return;
    sgr(kBold);
    out_ += facet.field;
    sgr(kPlain);
    out_ += '\n';
    for (const FacetValue& value : facet.values) {
      out_ += fmt::format("  {:>7}  ", value.count);
      document(value.name);
      if (value.key != value.name && facet.field == "country") out_ += " (" + value.key + ")";
      out_ += '\n';
    }
    out_ += '\n';
  }

  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string format_text(const Answer& answer, const TextStyle& style) {
  return TextWriter(style).write(answer);
}

}  // namespace bayan::searcher
