#pragma once

#include <string_view>

#include "indexer/formats/extracted.h"

/// The XML inside office packages; each may be any bytes.
namespace bayan::indexer {

/// Office Open XML: word/document.xml and docProps/core.xml. The title is that of the properties,
/// else the first paragraph of a title or heading style, else the first paragraph.
[[nodiscard]] Extracted extract_docx(std::string_view body, std::string_view properties);

/// Open Document: content.xml and meta.xml, likewise.
[[nodiscard]] Extracted extract_odt(std::string_view body, std::string_view properties);

}  // namespace bayan::indexer
