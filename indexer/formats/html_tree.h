#pragma once

#include <libxml/HTMLparser.h>

#include <memory>
#include <string>
#include <string_view>

/// A page as libxml2's tree. Walks are loops, never recursions: pages are nested 100,000 deep.
namespace bayan::indexer::html {

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

/// Null when libxml2 makes nothing of it.
[[nodiscard]] Document parse_page(std::string_view page);

[[nodiscard]] inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
[[nodiscard]] std::string_view tag_of(const xmlNode* element);
/// The attribute's value; empty where there is none.
[[nodiscard]] std::string attribute(const xmlNode* element, const char* name);

/// The node behind `node` in the order of the document, inside `root`: its first child unless
/// `skips_children`, else what follows. Null at the end.
[[nodiscard]] const xmlNode* next_node(const xmlNode* node, const xmlNode* root,
                                       bool skips_children = false);

/// All text below `element`, its white space single blanks.
[[nodiscard]] std::string text_below(const xmlNode* element);

/// `text` with each run of white space one blank, and none at the ends.
[[nodiscard]] std::string squeeze(std::string_view text);

}  // namespace bayan::indexer::html
