#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace bayan::indexer::glass {

/// Compresses tags as Xapian does. Used by one thread.
class Deflater {
 public:
  Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  Deflater(Deflater&&) = delete;
  Deflater& operator=(Deflater&&) = delete;
  ~Deflater();

  /// Valid until the next call; empty where nothing would be gained.
  [[nodiscard]] std::string_view deflate(std::string_view tag);

 private:
  z_stream stream_{};
  std::string out_;
};

/// Replaces `out` by `tag` in the form of deflated data without deflating it: five bytes more.
/// Xapian would else try, when the tag is written and whenever it is merged, and for what is
/// compressed already in vain.
void store_undeflated(std::string_view tag, std::string& out);

}  // namespace bayan::indexer::glass
