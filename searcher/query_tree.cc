#include "searcher/query_tree.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace bayan::searcher {
namespace {

constexpr std::array<std::string_view, 11> kNames = {
    "word", "exact", "phrase", "wildcard", "filter", "all", "any", "near", "words", "not", "must"};

}  // namespace

std::string describe(const QueryNode& node) {
  std::string out = fmt::format("({}", kNames[static_cast<std::size_t>(node.kind)]);
  if (node.kind == NodeKind::kNear) out += fmt::format("/{}", node.distance);
  if (node.field != index::FieldId::kText)
    out += fmt::format(" {}:", index::field(node.field).name);
  if (!node.text.empty()) out += fmt::format(" \"{}\"", node.text);
  for (const QueryNode& child : node.children) out += " " + describe(child);
  return out + ")";
}

}  // namespace bayan::searcher
