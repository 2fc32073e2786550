#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/theme.h"

namespace bayan::cli {

/// One paragraph in logical order: text with its inks, links and isolates, safe to print. How it
/// is broken into lines, ordered and coloured is Page's affair.
///
///   StyledText line;
///   line.own("2019 · ").document(statement.issuer, Ink::kQuiet);
class StyledText {
 public:
  /// The program's own words.
  StyledText& own(std::string_view text, Ink ink = Ink::kPlain);
  /// Text out of a document, made one printable line, in an isolate of its own: its direction
  /// touches nothing beside it.
  StyledText& document(std::string_view text, Ink ink = Ink::kPlain);
  /// A part of a document's text within an isolate that the caller opens and closes, so that parts
  /// of several inks are one isolate; control characters become U+FFFD.
  StyledText& part(std::string_view text, Ink ink = Ink::kPlain);
  StyledText& open_isolate();
  StyledText& close_isolate();
  /// Links what follows to `uri` (percent-encoded here where it holds other than visible ASCII),
  /// up to end_link().
  StyledText& begin_link(std::string_view uri);
  StyledText& end_link();
  StyledText& append(const StyledText& other);

  /// UTF-8 with FSI and PDI about the isolates; holds no other control character.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// Bytes [begin, end) of text() with their inks and links; isolates that are open at the cuts
  /// are opened and closed again.
  [[nodiscard]] StyledText slice(std::size_t begin, std::size_t end) const;

  /// How the byte at an offset is written.
  struct Style {
    Ink ink = Ink::kPlain;
    std::uint32_t link = 0;  ///< number for uri(); 0: none
    friend bool operator==(const Style&, const Style&) = default;
  };
  [[nodiscard]] Style style_at(std::size_t byte_offset) const;
  [[nodiscard]] const std::string& uri(std::uint32_t link) const { return uris_[link - 1]; }

 private:
  struct Run {
    std::size_t end;
    Style style;
  };
  void add(std::string_view text, Style style);

  std::string text_;
  std::vector<Run> runs_;  ///< rising, without gaps
  std::vector<std::string> uris_;
  std::uint32_t link_ = 0;
};

}  // namespace bayan::cli
