#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/glass/table_writer.h"

namespace bayan::index::glass {

/// The value slots of documents that come by rising number.
class ValueStreams {
 public:
  /// `value` is not empty.
  void add(Xapian::valueno slot, Xapian::docid document, std::string_view value);

  /// Adds to the table of postings what is known of each slot, then the values.
  void write(TableWriter& table);

 private:
  struct Chunk {
    Xapian::docid first;
    std::string tag;
  };
  struct Slot {
    Xapian::doccount count = 0;
    Xapian::docid last = 0;
    std::string least;
    std::string most;
    std::vector<Chunk> chunks;
  };
  std::map<Xapian::valueno, Slot> slots_;
};

}  // namespace bayan::index::glass
