#include "indexer/formats/html.h"

#include "common/text/fold.h"
#include "indexer/formats/html_main_text.h"
#include "indexer/formats/html_metadata.h"

namespace bayan::indexer {
namespace {

/// Paragraphs a line each, without the title and what repeats it.
std::string join(const std::vector<std::string>& paragraphs, const std::string& title) {
  const std::string folded_title = text::fold(title);
  std::string body;
  for (const std::string& paragraph : paragraphs) {
    if (text::fold(paragraph) == folded_title) continue;
    if (!body.empty()) body += '\n';
    body += paragraph;
  }
  return body;
}

}  // namespace

Extracted extract_html(std::string_view page) {
  const html::Document document = html::parse_page(page);
  const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return {.failure = "the page holds no element"};
  const html::Metadata metadata = html::read_metadata(root);
  const html::MainText main = html::find_main_text(root);
  Extracted extracted;
  extracted.title = html::choose_title(metadata, main.headings);
  extracted.body = join(main.paragraphs, extracted.title);
  // A page that builds itself by script keeps its text in its metadata only.
  if (metadata.article_body.size() > 2 * extracted.body.size()) {
    extracted.body = metadata.article_body;
  }
  if (extracted.body.empty()) extracted.body = metadata.description;
  extracted.date = metadata.date;
  extracted.issuer = metadata.issuer;
  extracted.url = metadata.url;
  extracted.language = metadata.language;
  return extracted;
}

}  // namespace bayan::indexer
