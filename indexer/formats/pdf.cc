#include "indexer/formats/pdf.h"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <cmath>
#include <memory>

#include "common/text/blank.h"
#include "common/text/fold.h"
#include "indexer/formats/pdf_text.h"

namespace bayan::indexer {
namespace {

std::string to_utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out(bytes.data(), bytes.size());
  std::erase(out, '\0');  // poppler ends some strings with one
  return out;
}

/// The code points in the opposite order.
std::string turn_round(std::string_view text) {
  std::string out;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    out += text.substr(begin, end - begin);
    end = begin;
  }
  return out;
}

/// A title that a person gave, not the name of the file that was printed.
bool is_good_title(std::string_view title) {
  constexpr std::size_t kShortest = 8;
  if (title.size() < kShortest || title.starts_with("Microsoft ") ||
      title.find(" ") == title.npos) {
    return false;
  }
  for (const char* ending : {".doc", ".docx", ".pdf", ".indd", ".odt", ".rtf", ".html", ".htm"}) {
    if (title.ends_with(ending)) return false;
  }
  return true;
}

/// The words of a page in the order of its glyphs from left to right, turned round: a gap of less
/// than a fifth of the letters' size parts no words. (In the fixtures spaces are .25 and wider,
/// kernings .17 at most.)
std::vector<std::string> read_drawn_words(const poppler::page& page) {
  constexpr double kWidestKerning = 0.2;
  constexpr double kWidestOverlap = 0.7;
  std::vector<std::string> words;
  std::string letters;
  double right = 0;
  double top = 0;
  const auto end_word = [&] {
    if (!letters.empty()) words.push_back(turn_round(letters));
    letters.clear();
  };
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf place = box.bbox();
    const double size = box.get_font_size() > 0 ? box.get_font_size() : place.height() / 2;
    const double gap = place.x() - right;
    const bool is_same_line = std::abs(place.y() - top) < size / 4;
    if (!is_same_line || gap > size * kWidestKerning || gap < -size * kWidestOverlap) end_word();
    letters += to_utf8(box.text());
    right = place.x() + place.width();
    top = place.y();
  }
  end_word();
  return words;
}

/// «D:20240726120000+03'00'» -> «20240726»
std::string day_of(const std::string& date) {
  constexpr std::size_t kDayDigits = 8;
  return date.starts_with("D:") ? date.substr(2, kDayDigits) : date;
}

}  // namespace

void prepare_pdf() {
  // Opening anything, even what is no PDF, sets up poppler's tables of encodings.
  static constexpr std::string_view kNothing = "%PDF-1.4\nnothing\n%%EOF\n";
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(kNothing.data(), kNothing.size()));
  // poppler converts by iconv, whose modules stay loaded while anybody uses them: this process
  // does, until its end.
  (void)::iconv_open("UTF-8", "UTF-16");
  (void)::iconv_open("UTF-16", "UTF-8");
  (void)poppler::ustring::from_utf8("a", 1).to_utf8();
}

Extracted extract_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return {.failure = "the PDF is damaged"};
  if (document->is_locked()) return {.failure = "the PDF is encrypted"};
  std::vector<PdfPage> pages;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    pages.push_back(
        {to_utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)),
         read_drawn_words(*page)});
  }
  std::vector<std::string> paragraphs = mend_pdf_text(pages);
  if (paragraphs.empty()) return {.failure = "the PDF holds no text"};
  Extracted extracted;
  const std::string title(text::trim(to_utf8(document->get_title())));
  std::size_t first = 0;
  if (is_good_title(title)) {
    extracted.title = mend_pdf_line(title);
    if (text::fold(paragraphs.front()) == text::fold(extracted.title)) first = 1;
  } else {
    extracted.title = paragraphs.front();
    first = 1;
  }
  for (std::size_t i = first; i < paragraphs.size(); ++i) {
    if (!extracted.body.empty()) extracted.body += '\n';
    extracted.body += paragraphs[i];
  }
  extracted.date = day_of(to_utf8(document->info_key("CreationDate")));
  return extracted;
}

}  // namespace bayan::indexer
