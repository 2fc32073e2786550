#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace bayan::searcher {

/// The statements that hold `forms` one behind another, within the title alone if `in_title`:
/// candidates hold all the words, and each one's token stream is looked at. Document ids rise.
[[nodiscard]] std::vector<Xapian::docid> find_phrase(const Xapian::Database& statements,
                                                     const std::vector<std::string>& forms,
                                                     bool in_title);

/// A query that matches just `documents` (rising ids of the whole database) and weighs nothing.
[[nodiscard]] Xapian::Query make_document_query(std::vector<Xapian::docid> documents);

}  // namespace bayan::searcher
