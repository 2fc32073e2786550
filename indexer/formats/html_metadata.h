#pragma once

#include <string>
#include <vector>

#include "indexer/formats/html_tree.h"

namespace bayan::indexer::html {

/// What a page says of itself, the best source first: JSON-LD (schema.org's NewsArticle and its
/// like), Open Graph, <meta>, microdata, <time>. Each may be empty.
struct Metadata {
  std::string headline;    ///< of JSON-LD or Open Graph
  std::string page_title;  ///< <title>
  std::string description;
  std::string date;
  std::string issuer;
  std::string url;
  std::string language;
  std::string article_body;  ///< of JSON-LD
};

[[nodiscard]] Metadata read_metadata(const xmlNode* root);

/// The statement's title out of what the page offers: a first-level heading that its <title> or
/// headline repeats, else the headline, else <title> without the site's name, else a heading.
[[nodiscard]] std::string choose_title(const Metadata& metadata,
                                       const std::vector<std::string>& headings);

}  // namespace bayan::indexer::html
