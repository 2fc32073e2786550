#pragma once

#include <string_view>

namespace bayan::indexer {

/// True for the beginning of a zip that is a document of an office program (Office Open XML, Open
/// Document) by the names of its first members.
[[nodiscard]] bool is_office_package(std::string_view head);

}  // namespace bayan::indexer
