#pragma once

#include <string>

#include "common/statement/statement.h"

namespace bayan::indexer {

/// Version of the lines that --dry-run prints; the manual page describes them.
inline constexpr int kDryRunVersion = 1;

/// A statement as it would be indexed, as one line of JSON that ends with a newline. Offsets of
/// mentions count code points; control and format characters out of the statement are escaped.
[[nodiscard]] std::string format_dry_run(const statement::Statement& statement);

}  // namespace bayan::indexer
