#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct z_stream_s;

namespace bayan::index::glass {

/// Compresses tags into what Xapian inflates: long ones by libdeflate, in a third of the time that
/// zlib takes for as many bytes, short ones by zlib with small tables, for both else spend more on
/// clearing their tables than on the tag. Used by one thread.
class Deflater {
 public:
  Deflater();

  /// Valid until the next call; empty where nothing would be gained.
  [[nodiscard]] std::string_view deflate(std::string_view tag);

 private:
  [[nodiscard]] std::size_t deflate_short(std::string_view tag);

  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
  std::unique_ptr<z_stream_s, void (*)(z_stream_s*)> short_compressor_;
  std::string out_;
};

/// Replaces `out` by `tag` in the form of deflated data without deflating it: five bytes more.
/// Xapian would else try, when the tag is written and whenever it is merged, and for what is
/// compressed already in vain.
void store_undeflated(std::string_view tag, std::string& out);

}  // namespace bayan::index::glass
