#include "indexer/formats/pdf_text.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "common/base/utf8.h"
#include "common/text/blank.h"

namespace bayan::indexer {
namespace {

using Line = std::u32string;

constexpr char32_t kLeftEmbedding = 0x202A;
constexpr char32_t kRightEmbedding = 0x202B;
constexpr char32_t kPopEmbedding = 0x202C;

constexpr bool is_arabic_letter(char32_t c) { return c >= 0x0620 && c <= 0x064A && c != 0x0640; }
constexpr bool is_mark(char32_t c) { return (c >= 0x064B && c <= 0x065F) || c == 0x0670; }
constexpr bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= 0x0660 && c <= 0x0669);
}
constexpr bool is_presentation_form(char32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}
/// Embeddings and what else is never drawn; private glyphs, which say nothing.
constexpr bool is_dropped(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD || (c >= 0xE000 && c <= 0xF8FF) ||
         (c < 0x20 && c != U'\t');
}

/// What stands on the left of a number in a line that runs leftward stands behind it.
constexpr bool swaps_side(char32_t c) {
  constexpr std::u32string_view kSigns = U" .,;:!?\u060C\u061B\u061F";
  return kSigns.find(c) != std::u32string_view::npos;
}

Line to_line(std::string_view text) {
  Line line;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    line += c.value;
    i += c.byte_count;
  }
  return line;
}

std::string to_utf8(const Line& line) {
  std::string out;
  for (const char32_t c : line) utf8::append(out, c);
  return out;
}

/// Dissolves the embeddings. In one that runs rightward inside a line that runs leftward, spaces
/// and stops at the front go to the back: «‹ 26›يوليو» is «26 يوليو», «عام ‹.2023›» is «عام 2023.».
Line dissolve_embeddings(const Line& line) {
  Line out;
  int depth = 0;
  std::size_t embedded_from = 0;
  bool in_left = false;
  for (const char32_t c : line) {
    if (c == kLeftEmbedding || c == kRightEmbedding) {
      ++depth;
      if (c == kLeftEmbedding && depth > 1) {
        in_left = true;
        embedded_from = out.size();
      }
    } else if (c == kPopEmbedding) {
      if (in_left) {
        std::size_t end = embedded_from;
        while (end < out.size() && swaps_side(out[end])) ++end;
        Line moved = out.substr(embedded_from, end - embedded_from);
        std::ranges::reverse(moved);
        out.erase(embedded_from, moved.size());
        out += moved;
        in_left = false;
      }
      depth = std::max(0, depth - 1);
    } else if (!is_dropped(c)) {
      out += c;
    }
  }
  return out;
}

/// Forms of letters to letters: «ﺍﻟﻮﺯﻳﺮ» -> «الوزير».
Line undo_presentation_forms(const Line& line) {
  if (std::ranges::none_of(line, is_presentation_form)) return line;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
  Line out;
  for (const char32_t c : line) {
    icu::UnicodeString letters;
    if (U_FAILURE(status) || !is_presentation_form(c) ||
        !nfkc->getDecomposition(static_cast<UChar32>(c), letters)) {
      out += c;
      continue;
    }
    for (int32_t i = 0; i < letters.length(); ++i) {
      // Marks that stand alone come with a space to stand on.
      if (letters.charAt(i) != u' ') out += letters.charAt(i);
    }
  }
  return out;
}

/// The ligature of lam and alef, when a maker names its letters in the order of their places:
/// «االتحاد», «األوروبي» -> «الاتحاد», «الأوروبي». No word begins with two alefs and a lam.
Line mend_ligatures(Line line) {
  constexpr char32_t kAlef = 0x0627;
  constexpr char32_t kLam = 0x0644;
  constexpr std::u32string_view kAlefs = U"\u0627\u0623\u0625\u0622";
  for (std::size_t i = 0; i + 2 < line.size(); ++i) {
    if (line[i] == kAlef && kAlefs.find(line[i + 1]) != std::u32string_view::npos &&
        line[i + 2] == kLam) {
      std::swap(line[i + 1], line[i + 2]);
    }
  }
  return line;
}

/// «عام2023» -> «عام 2023». One letter before a number is a label or a glued «و».
Line part_digits(const Line& line) {
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    out += line[i];
    if (i + 1 >= line.size()) break;
    const bool into_number = is_digit(line[i + 1]) && i > 0 && is_arabic_letter(line[i]) &&
                             is_arabic_letter(line[i - 1]);
    const bool out_of_number = is_digit(line[i]) && i + 2 < line.size() &&
                               is_arabic_letter(line[i + 1]) && is_arabic_letter(line[i + 2]);
    if (into_number || out_of_number) out += U' ';
  }
  return out;
}

Line mend_line(std::string_view text) {
  return part_digits(mend_ligatures(undo_presentation_forms(dissolve_embeddings(to_line(text)))));
}

std::vector<Line> words_of(const Line& line) {
  std::vector<Line> words;
  bool is_open = false;
  for (const char32_t c : line) {
    if (c == U' ' || c == U'\t' || c == 0xA0) {
      is_open = false;
    } else {
      if (!is_open) words.emplace_back();
      words.back() += c;
      is_open = true;
    }
  }
  return words;
}

bool is_all_letters(const Line& word) {
  return std::ranges::all_of(word, [](char32_t c) { return is_arabic_letter(c) || is_mark(c); });
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

/// The words of all pages by the gaps between their glyphs.
class DrawnWords {
 public:
  explicit DrawnWords(const std::vector<PdfPage>& pages) {
    for (const PdfPage& page : pages) {
      for (const std::string& word : page.drawn_words) add(to_line(word));
    }
  }

  [[nodiscard]] bool contains(const Line& word) const { return words_.contains(word); }

 private:
  /// Signs at the ends of a word are none of it.
  void add(Line word) {
    word = mend_ligatures(undo_presentation_forms(word));
    const auto first = std::ranges::find_if(word, is_arabic_letter);
    word.erase(word.begin(), first);
    while (!word.empty() && !is_arabic_letter(word.back())) word.pop_back();
    if (!word.empty()) words_.insert(std::move(word));
  }

  std::unordered_set<Line> words_;
};

/// A letter that is no word and begins none: alone it has been torn off the word before it.
bool is_torn_ending(const Line& word) {
  constexpr std::u32string_view kEndings = U"\u0646\u0629\u0647\u064A\u0649\u0621";  // ن ة ه ي ى ء
  return word.size() == 1 && kEndings.find(word[0]) != std::u32string_view::npos;
}

/// `word` without the signs behind it: «يق،» -> «يق».
Line without_signs(Line word) {
  while (!word.empty() && !is_arabic_letter(word.back()) && !is_mark(word.back())) word.pop_back();
  return word;
}

/// How many words from `at` on are pieces of one; 1 where the word stands by itself.
std::size_t count_pieces(const std::vector<Line>& words, std::size_t at, const DrawnWords& drawn) {
  constexpr std::size_t kMostPieces = 8;
  std::size_t best = 1;
  Line joined;
  bool are_words = true;
  for (std::size_t i = at; i < words.size() && i < at + kMostPieces; ++i) {
    const Line piece = without_signs(words[i]);
    if (piece.empty() || !is_all_letters(piece)) break;
    joined += piece;
    are_words = are_words && drawn.contains(piece);
    // Two words that a writer also writes as one («في ما», «فيما») stay as they are.
    if (i > at && !are_words && drawn.contains(joined)) best = i - at + 1;
    if (i == at + 1 && best == 1 && joined.size() > 2 && is_torn_ending(piece)) best = 2;
    if (piece.size() != words[i].size()) break;
  }
  return best;
}

Line join_torn_words(const Line& line, const DrawnWords& drawn) {
  const std::vector<Line> words = words_of(line);
  Line out;
  for (std::size_t i = 0; i < words.size();) {
    if (!out.empty()) out += U' ';
    const std::size_t end = i + count_pieces(words, i, drawn);
    for (; i < end; ++i) out += words[i];
  }
  return out;
}

/// Some makers store lines backwards: then ة and ى, which end words, begin them.
bool is_backwards(const std::vector<Line>& lines) {
  std::size_t begins = 0;
  std::size_t ends = 0;
  const auto is_ending = [](char32_t c) { return c == 0x0629 || c == 0x0649; };
  for (const Line& line : lines) {
    for (const Line& word : words_of(line)) {
      if (word.size() < 2) continue;
      begins += is_ending(word.front()) ? 1 : 0;
      ends += is_ending(word.back()) ? 1 : 0;
    }
  }
  return begins > 2 && begins > 4 * ends;
}

/// Turns a line round; numbers and words of other scripts keep their order.
Line turn_round(Line line) {
  std::ranges::reverse(line);
  const auto runs_rightward = [](char32_t c) { return is_digit(c) || (c > 0x20 && c < 0x590); };
  for (auto begin = line.begin(); begin != line.end();) {
    begin = std::find_if(begin, line.end(), runs_rightward);
    const auto end = std::find_if_not(begin, line.end(), runs_rightward);
    std::reverse(begin, end);
    begin = end;
  }
  return line;
}

bool is_page_number(const Line& line) {
  return !line.empty() && line.size() < 12 && std::ranges::none_of(line, is_arabic_letter) &&
         std::ranges::any_of(line, is_digit) && std::ranges::all_of(line, [](char32_t c) {
           return is_digit(c) || c == U' ' || c == U'-' || c == U'/' || c == U'|' || c == 0x2013;
         });
}

using Pages = std::vector<std::vector<Line>>;  // an empty line parts paragraphs

/// Drops what stands first or last on most pages, and the numbers there.
void drop_running_lines(Pages& pages) {
  constexpr std::size_t kFewestPages = 3;
  std::map<Line, std::size_t> counts;
  for (const std::vector<Line>& page : pages) {
    if (page.empty()) continue;
    ++counts[page.front()];
    if (page.size() > 1) ++counts[page.back()];
  }
  const auto is_running = [&](const Line& line) {
    return is_page_number(line) ||
           (pages.size() >= kFewestPages && counts[line] * 2 > pages.size());
  };
  for (std::vector<Line>& page : pages) {
    if (!page.empty() && is_running(page.back())) page.pop_back();
    if (!page.empty() && is_running(page.front())) page.erase(page.begin());
  }
}

bool ends_paragraph(const Line& line, std::size_t longest) {
  constexpr std::u32string_view kStops = U".:!?\u061F";
  return kStops.find(line.back()) != std::u32string_view::npos || line.size() * 4 < longest * 3;
}

std::vector<std::string> join_lines(const Pages& pages) {
  std::size_t longest = 0;
  for (const auto& page : pages) {
    for (const Line& line : page) longest = std::max(longest, line.size());
  }
  std::vector<std::string> paragraphs;
  bool is_open = false;
  for (const auto& page : pages) {
    for (const Line& line : page) {
      if (line.empty()) {
        is_open = false;
        continue;
      }
      if (is_open) {
        paragraphs.back() += " " + to_utf8(line);
      } else {
        paragraphs.push_back(to_utf8(line));
      }
      is_open = !ends_paragraph(line, longest);
    }
  }
  return paragraphs;
}

}  // namespace

std::vector<std::string> mend_pdf_text(const std::vector<PdfPage>& pages) {
  const DrawnWords drawn(pages);
  Pages mended;
  for (const PdfPage& page : pages) {
    std::vector<Line>& lines = mended.emplace_back();
    for (const std::string_view line : lines_of(page.laid_out)) {
      const Line joined = join_torn_words(mend_line(line), drawn);
      if (!joined.empty() || (!lines.empty() && !lines.back().empty())) lines.push_back(joined);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (is_backwards(lines)) {
      for (Line& line : lines) line = turn_round(std::move(line));
    }
  }
  drop_running_lines(mended);
  std::vector<std::string> paragraphs = join_lines(mended);
  std::erase_if(paragraphs, [](const std::string& text) { return text::is_blank(text); });
  return paragraphs;
}

std::string mend_pdf_line(std::string_view line) {
  const Line mended = mend_line(line);
  Line out;
  for (const Line& word : words_of(mended)) {
    if (!out.empty()) out += U' ';
    out += word;
  }
  return to_utf8(out);
}

}  // namespace bayan::indexer
