#include "indexer/parse.h"

#include <fmt/format.h>

#include "common/text/blank.h"
#include "common/text/mojibake.h"
#include "indexer/formats/format.h"
#include "indexer/formats/parsers.h"
#include "indexer/publication.h"
#include "indexer/text_stream.h"

namespace bayan::indexer {
namespace {

/// Cuts `text` to at most `limit` bytes, behind a line or a word where one ends near.
void cut_text(std::string& text, std::size_t limit) {
  const std::size_t blank = text.find_last_of(" \n", limit);
  std::size_t end = blank == std::string::npos || blank < limit / 2 ? limit : blank;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
}

/// What all formats have in common, done to each statement on its way out.
class Finisher {
 public:
  Finisher(const SourceFile& file, const ParseOptions& options, const ParseCallbacks& callbacks)
      : file_(file), options_(options), callbacks_(callbacks) {}

  void finish(statement::Statement statement) const {
    const std::string place = format_location(statement.location);
    bool is_mended = mend(statement.title);
    is_mended |= mend(statement.body);
    mend(statement.issuer);
    if (is_mended) {
      callbacks_.on_problem({ProblemKind::kMended, place,
                             "UTF-8 that had been decoded by another encoding was put right", ""});
    }
    const std::uint64_t longest = options_.limits[Limit::kText];
    for (std::string* text : {&statement.title, &statement.body}) {
      if (text->size() <= longest) continue;
      cut_text(*text, longest);
      callbacks_.on_problem(options_.limits.exceeded(Limit::kText, place));
    }
    if (statement.url.empty()) statement.url = file_.metadata.url;
    if (statement.id.empty()) statement.id = statement.url;
    if (statement.id.empty()) statement.id = place;
    settle_date(statement, file_.metadata.crawl_date);
    callbacks_.on_statement(std::move(statement));
  }

 private:
  static bool mend(std::string& text) {
    std::optional<std::string> mended = text::undo_double_decoding(text);
    if (!mended) return false;
    text = std::move(*mended);
    return true;
  }

  const SourceFile& file_;
  const ParseOptions& options_;
  const ParseCallbacks& callbacks_;
};

class FileParser {
 public:
  FileParser(const SourceFile& file, const ParseOptions& options, const ParseCallbacks& callbacks)
      : file_(file),
        options_(options),
        callbacks_(callbacks),
        place_(format_location(file.location)) {}

  void parse() {
    const Format* const forced = forced_format();
    if (forced != nullptr ? !forced->is_text : parse_as_bytes()) {
      if (forced != nullptr) parse_as(*forced, nullptr);
      return;
    }
    TextStream text(file_, options_.encoding, declared_charset());
    const Format& format = forced != nullptr ? *forced : format_of_text(text);
    const bool is_blank = text::is_blank(text.head()) && file_.rest == nullptr;
    if (is_blank && format.parse != nullptr) {
      tell({ProblemKind::kEmpty, place_, "the file holds no text"});
      return;
    }
    parse_as(format, &text);
    tell_of(text);
  }

 private:
  [[nodiscard]] const Format* forced_format() const {
    const bool is_standard_input = file_.location.path == "-" && file_.location.member.empty();
    return find_format(options_.format.empty() && is_standard_input ? "json" : options_.format);
  }

  /// True when the bytes were those of a format that is not decoded first.
  bool parse_as_bytes() {
    const Sample sample = {file_.bytes, {}, file_, options_.fields};
    for (const Format& format : formats()) {
      if (format.is_text || !format.recognises(sample)) continue;
      parse_as(format, nullptr);
      return true;
    }
    return false;
  }

  const Format& format_of_text(const TextStream& text) const {
    const Sample sample = {file_.bytes, text.head(), file_, options_.fields};
    for (const Format& format : formats()) {
      if (format.is_text && format.recognises(sample)) return format;
    }
    return formats().back();
  }

  void parse_as(const Format& format, TextStream* text) {
    if (format.parse == nullptr) {
      tell({ProblemKind::kUnsupported, place_, fmt::format("{} are not read", format.title),
            fmt::format("the formats are {}, and archives of them", readable_formats())});
      return;
    }
    if (callbacks_.on_recognised) {
      callbacks_.on_recognised(format.name, text == nullptr ? "" : text->decoder().encoding());
    }
    const Finisher finisher(file_, options_, callbacks_);
    ParseCallbacks finished = callbacks_;
    finished.on_statement = [&finisher](statement::Statement statement) {
      finisher.finish(std::move(statement));
    };
    format.parse({file_, text, options_, finished});
  }

  [[nodiscard]] std::string declared_charset() const {
    return file_.metadata.charset.empty() ? find_html_charset(file_.bytes) : file_.metadata.charset;
  }

  void tell_of(const TextStream& text) const {
    if (text.damage()) tell(*text.damage());
    const text::Decoder& decoder = text.decoder();
    if (decoder.replaced_count() == 0) return;
    const std::string at = decoder.encoding() == "UTF-8"
                               ? fmt::format(" at byte {}", decoder.first_replaced())
                               : std::string();
    tell({ProblemKind::kReplaced, place_,
          fmt::format("not valid {}{} ({} {} replaced)", decoder.encoding(), at,
                      decoder.replaced_count(), decoder.replaced_count() == 1 ? "place" : "places"),
          "if the file has another encoding, name it with --encoding"});
  }

  void tell(Problem problem) const { callbacks_.on_problem(std::move(problem)); }

  const SourceFile& file_;
  const ParseOptions& options_;
  const ParseCallbacks& callbacks_;
  std::string place_;
};

}  // namespace

void parse_file(const SourceFile& file, const ParseOptions& options,
                const ParseCallbacks& callbacks) {
  FileParser(file, options, callbacks).parse();
}

}  // namespace bayan::indexer
