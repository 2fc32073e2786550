#include "indexer/formats/whole_document.h"

#include <fmt/format.h>

#include "common/base/utf8.h"
#include "common/text/blank.h"
#include "indexer/formats/html.h"
#include "indexer/formats/parsers.h"
#include "indexer/formats/pdf.h"
#include "indexer/formats/record_date.h"
#include "indexer/sandbox/parser_pool.h"
#include "indexer/sandbox/parser_worker.h"

namespace bayan::indexer {
namespace {

std::string well_formed(const std::string& text) { return utf8::repair(text::trim(text)).text; }

void parse_apart(const Document& document, char parser, std::string_view content) {
  const auto date_source =
      parser == kPdfParser ? statement::DateSource::kDocument : statement::DateSource::kMetadata;
  ParserPool* const pool = document.options.parsers;
  if (pool == nullptr) {
    emit_extracted(document, run_parser(parser, content), date_source);
    return;
  }
  auto extracted = pool->parse(parser, content, format_location(document.file.location));
  if (extracted) {
    emit_extracted(document, std::move(*extracted), date_source);
  } else {
    document.callbacks.on_problem(extracted.error());
  }
}

}  // namespace

void emit_extracted(const Document& document, Extracted extracted,
                    statement::DateSource date_source) {
  const std::string place = format_location(document.file.location);
  const auto tell = [&](ProblemKind kind, std::string fact, std::string hint) {
    document.callbacks.on_problem({kind, place, std::move(fact), std::move(hint)});
  };
  if (!extracted.failure.empty()) {
    const bool is_empty = extracted.failure.find("no text") != std::string::npos;
    tell(is_empty ? ProblemKind::kEmpty : ProblemKind::kMalformed, extracted.failure,
         is_empty ? "scanned pages must be recognised (OCR) first"
                  : "see whether another program opens it, and save it anew from there");
    return;
  }
  statement::Statement statement;
  statement.location = document.file.location;
  statement.title = well_formed(extracted.title);
  statement.body = well_formed(extracted.body);
  if (statement.title.empty() && statement.body.empty()) {
    tell(ProblemKind::kEmpty, "the document holds no text", "");
    return;
  }
  statement.issuer = well_formed(extracted.issuer);
  statement.language = well_formed(extracted.language);
  statement.url = document.file.metadata.url;
  // What a page gives as its address may be that of the whole site: no id is made of it.
  statement.id = statement.url.empty() ? place : statement.url;
  if (statement.url.empty()) statement.url = well_formed(extracted.url);
  statement.date = parse_record_date(extracted.date);
  if (!statement.date.empty()) statement.date_source = date_source;
  document.callbacks.on_statement(std::move(statement));
}

void parse_html(const Document& document) {
  if (const auto text = read_document_text(document)) parse_apart(document, kHtmlParser, *text);
}

void parse_pdf(const Document& document) {
  if (const auto bytes = read_document(document)) parse_apart(document, kPdfParser, *bytes);
}

}  // namespace bayan::indexer
