#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What PDF does to Arabic, undone. A PDF holds glyphs at places; what comes out of poppler has
/// bidi controls with spaces and full stops on their wrong side, presentation forms, words torn
/// where the maker moved a glyph, digits glued to words, lines for paragraphs.
namespace bayan::indexer {

/// A page's text as poppler lays it out, and the page's dictionary: its words as the gaps between
/// the glyphs part them, some of which poppler tears at a gap that is a kerning.
struct PdfPage {
  std::string laid_out;
  std::vector<std::string> drawn_words;
};

/// The paragraphs of all pages, without page numbers and lines that head or end most pages.
[[nodiscard]] std::vector<std::string> mend_pdf_text(const std::vector<PdfPage>& pages);

/// What can be mended in a line without a dictionary: controls, forms, digits.
[[nodiscard]] std::string mend_pdf_line(std::string_view line);

}  // namespace bayan::indexer
