#pragma once

#include "indexer/formats/format.h"

/// What the files of this folder offer to the table of formats.
namespace bayan::indexer {

/// JSON by its first characters: an object, or an array of objects.
[[nodiscard]] bool is_json(const Sample& sample);
/// An array of objects, one object, or objects one behind another (JSON Lines).
void parse_json(const Document& document);

/// A header line that names a title or a text, or a file of that name with columns.
[[nodiscard]] bool is_csv(const Sample& sample);
/// A record a row, with the first row as header; comma, semicolon, tab or bar between the columns.
void parse_csv(const Document& document);

/// A page, or a fragment of one, by its first tags.
[[nodiscard]] bool is_html(const Sample& sample);
/// One statement: the page's main text (html.h). Parsed apart (sandbox/parser_pool.h).
void parse_html(const Document& document);
/// The charset that a page's <meta> or an XML declaration names in `bytes`; empty where none does.
[[nodiscard]] std::string find_html_charset(std::string_view bytes);

/// One statement out of a PDF (pdf.h). Parsed apart, too.
void parse_pdf(const Document& document);

/// Packages of Office Open XML and Open Document.
[[nodiscard]] bool is_docx(const Sample& sample);
[[nodiscard]] bool is_odt(const Sample& sample);
void parse_docx(const Document& document);
void parse_odt(const Document& document);

/// First line title, the rest body.
void parse_text(const Document& document);

}  // namespace bayan::indexer
