#include "indexer/formats/html_tree.h"

#include <limits>

#include "common/text/blank.h"

namespace bayan::indexer::html {

Document parse_page(std::string_view page) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  // libxml2 takes a zero byte for the end.
  std::string clean;
  if (page.find('\0') != std::string_view::npos) {
    clean = page;
    for (char& c : clean) c = c == '\0' ? ' ' : c;
    page = clean;
  }
  if (page.size() > std::numeric_limits<int>::max()) return {nullptr, &xmlFreeDoc};
  return {htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions),
          &xmlFreeDoc};
}

std::string_view tag_of(const xmlNode* element) {
  return reinterpret_cast<const char*>(element->name);
}

std::string attribute(const xmlNode* element, const char* name) {
  xmlChar* const value = xmlGetProp(element, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool skips_children) {
  if (!skips_children && is_element(node) && node->children != nullptr) return node->children;
  while (node != nullptr && node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string text_below(const xmlNode* element) {
  std::string text;
  for (const xmlNode* node = element; node != nullptr; node = next_node(node, element)) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      text += reinterpret_cast<const char*>(node->content);
    } else if (is_element(node) && node != element) {
      text += ' ';
    }
  }
  return squeeze(text);
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_no_break = text.substr(i).starts_with("\u00A0");
    const char c = text[i];
    if (is_no_break || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (is_no_break) ++i;
    } else {
      out += c;
    }
  }
  return std::string(text::trim(out));
}

}  // namespace bayan::indexer::html
