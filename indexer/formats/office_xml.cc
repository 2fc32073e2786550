#include "indexer/formats/office_xml.h"

#include <cstdlib>
#include <cstring>
#include <pugixml.hpp>
#include <vector>

#include "common/text/blank.h"
#include "common/text/fold.h"

namespace bayan::indexer {
namespace {

struct Paragraph {
  std::string text;
  bool is_heading = false;
};

bool load(pugi::xml_document& document, std::string_view xml) {
  // Without entities of its own: pugixml knows no DTD, so nothing expands.
  return static_cast<bool>(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
}

/// The name without its prefix, which writers choose as they like.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Calls `enter` for each node below `root`, in the order of the document, until it gives false
/// for a node whose children are to be passed over; `leave` behind the children. A loop: files may
/// be nested as deep as they like.
template <typename Enter, typename Leave>
void walk(const pugi::xml_node& root, Enter&& enter, Leave&& leave) {
  pugi::xml_node node = root.first_child();
  while (node) {
    const bool goes_in = enter(node);
    if (goes_in && node.first_child()) {
      node = node.first_child();
      continue;
    }
    leave(node);
    while (!node.next_sibling()) {
      node = node.parent();
      if (!node || node == root) return;
      leave(node);
    }
    node = node.next_sibling();
  }
}

/// What differs between the two families of formats.
struct Vocabulary {
  bool (*is_paragraph)(const pugi::xml_node&);
  bool (*is_heading)(const pugi::xml_node&);
  /// Whether a node's text is the document's: false for deleted and field text.
  bool (*is_read)(const pugi::xml_node&);
  /// White space that an element stands for; null for none.
  const char* (*blank_of)(const pugi::xml_node&);
  /// Whether text stands right below this element.
  bool (*holds_text)(const pugi::xml_node&);
};

std::vector<Paragraph> read_paragraphs(const pugi::xml_node& root, const Vocabulary& words) {
  std::vector<Paragraph> paragraphs;
  Paragraph open;
  const auto end = [&] {
    open.text = text::trim(open.text);
    if (!open.text.empty()) paragraphs.push_back(std::move(open));
    open = {};
  };
  walk(
      root,
      [&](const pugi::xml_node& node) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
          if (words.holds_text(node.parent())) open.text += node.value();
          return true;
        }
        if (!words.is_read(node)) return false;
        if (words.is_paragraph(node)) {
          end();
          open.is_heading = words.is_heading(node);
        }
        if (const char* blank = words.blank_of(node)) open.text += blank;
        return true;
      },
      [&](const pugi::xml_node& node) {
        if (words.is_paragraph(node)) end();
      });
  end();
  return paragraphs;
}

bool is_heading_style(std::string_view style) {
  return style.starts_with("Heading") || style.starts_with("heading") || style == "Title" ||
         (!style.empty() && style.size() == 1 && style[0] >= '1' && style[0] <= '9');
}

constexpr Vocabulary kDocx = {
    [](const pugi::xml_node& node) { return local_name(node) == "p"; },
    [](const pugi::xml_node& node) {
      return is_heading_style(node.child("w:pPr").child("w:pStyle").attribute("w:val").as_string());
    },
    [](const pugi::xml_node& node) {
      const std::string_view name = local_name(node);
      // A text box is written twice, for new programs and for old ones.
      return name != "del" && name != "Fallback" && name != "pPr" && name != "rPr";
    },
    [](const pugi::xml_node& node) -> const char* {
      const std::string_view name = local_name(node);
      if (name == "tab") return " ";
      return name == "br" || name == "cr" ? "\n" : nullptr;
    },
    [](const pugi::xml_node& node) { return local_name(node) == "t"; }};

constexpr Vocabulary kOdt = {
    [](const pugi::xml_node& node) { return local_name(node) == "p" || local_name(node) == "h"; },
    [](const pugi::xml_node& node) {
      return local_name(node) == "h" ||
             std::strcmp(node.attribute("text:style-name").as_string(), "Title") == 0;
    },
    [](const pugi::xml_node& node) {
      const std::string_view name = local_name(node);
      return name != "tracked-changes" && name != "annotation" && name != "automatic-styles" &&
             name != "scripts" && name != "font-face-decls" && name != "sequence-decls";
    },
    [](const pugi::xml_node& node) -> const char* {
      const std::string_view name = local_name(node);
      if (name == "tab" || name == "s") return " ";
      return name == "line-break" ? "\n" : nullptr;
    },
    [](const pugi::xml_node& node) {
      for (pugi::xml_node at = node; at; at = at.parent()) {
        if (local_name(at) == "p" || local_name(at) == "h") return true;
      }
      return false;
    }};

std::string find_text(const pugi::xml_node& root, std::string_view name) {
  std::string text;
  walk(
      root,
      [&](const pugi::xml_node& node) {
        if (text.empty() && local_name(node) == name) text = node.text().as_string();
        return true;
      },
      [](const pugi::xml_node&) {});
  return std::string(text::trim(text));
}

Extracted extract(std::string_view body, std::string_view properties, const Vocabulary& words,
                  std::string_view date_name) {
  pugi::xml_document document;
  if (!load(document, body)) return {.failure = "the document's XML is damaged"};
  const std::vector<Paragraph> paragraphs = read_paragraphs(document, words);
  Extracted extracted;
  pugi::xml_document facts;
  if (load(facts, properties)) {
    extracted.title = find_text(facts, "title");
    extracted.date = find_text(facts, date_name);
    extracted.language = find_text(facts, "language");
  }
  const Paragraph* title = nullptr;
  for (const Paragraph& paragraph : paragraphs) {
    if (extracted.title.empty() ? paragraph.is_heading
                                : text::fold(paragraph.text) == text::fold(extracted.title)) {
      title = &paragraph;
      break;
    }
  }
  if (title == nullptr && extracted.title.empty() && !paragraphs.empty()) {
    title = &paragraphs.front();
  }
  if (title != nullptr) extracted.title = title->text;
  for (const Paragraph& paragraph : paragraphs) {
    if (&paragraph == title) continue;
    if (!extracted.body.empty()) extracted.body += '\n';
    extracted.body += paragraph.text;
  }
  return extracted;
}

}  // namespace

Extracted extract_docx(std::string_view body, std::string_view properties) {
  return extract(body, properties, kDocx, "created");
}

Extracted extract_odt(std::string_view body, std::string_view properties) {
  return extract(body, properties, kOdt, "creation-date");
}

}  // namespace bayan::indexer
