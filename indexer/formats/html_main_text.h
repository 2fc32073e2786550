#pragma once

#include <string>
#include <vector>

#include "indexer/formats/html_tree.h"

namespace bayan::indexer::html {

/// The text of a page that is its own: what is left without menus, teasers, forms and the lines
/// that every page of a site repeats.
struct MainText {
  std::vector<std::string> paragraphs;  ///< in their order, white space squeezed
  std::vector<std::string> headings;    ///< first-level ones of the page, wherever they stand
};

[[nodiscard]] MainText find_main_text(const xmlNode* root);

}  // namespace bayan::indexer::html
