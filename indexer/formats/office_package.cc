#include "indexer/formats/office_package.h"

#include <algorithm>
#include <array>

namespace bayan::indexer {

bool is_office_package(std::string_view head) {
  // A local file header: 30 bytes, with the sizes of name and extra field at 26 and 28.
  constexpr std::size_t kHeaderBytes = 30;
  constexpr std::size_t kNameSizeOffset = 26;
  constexpr std::array<std::string_view, 4> kFirstMembers = {"[Content_Types].xml", "_rels/",
                                                             "docProps/", "word/"};
  if (!head.starts_with("PK\x03\x04") || head.size() < kHeaderBytes) return false;
  const auto name_size =
      static_cast<std::size_t>(static_cast<unsigned char>(head[kNameSizeOffset]) |
                               static_cast<unsigned char>(head[kNameSizeOffset + 1]) << 8);
  const std::string_view name = head.substr(kHeaderBytes, name_size);
  if (std::ranges::any_of(kFirstMembers, [name](auto first) { return name.starts_with(first); })) {
    return true;
  }
  // Open Document: a stored member that holds the media type stands first.
  return name == "mimetype" &&
         head.substr(kHeaderBytes + name_size, 64).find("application/vnd.oasis.opendocument") !=
             std::string_view::npos;
}

}  // namespace bayan::indexer
