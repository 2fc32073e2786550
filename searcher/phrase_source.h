#pragma once

#include <xapian.h>

#include <vector>

namespace bayan::searcher {

/// A query that matches just `documents` (rising ids of the whole database) and weighs nothing.
[[nodiscard]] Xapian::Query make_document_query(std::vector<Xapian::docid> documents);

}  // namespace bayan::searcher
