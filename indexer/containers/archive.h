#pragma once

#include "indexer/containers/container.h"

namespace bayan::indexer {

/// Hands the members of an archive, in their order, back to `reader`, through libarchive. A
/// compressed file that is no archive has one member, which keeps the file's own place. What stands
/// before a damage is kept; the damage is a problem. `in` must be seekable for zip and 7z.
void read_archive(ContainerReader& reader, const SourceFile& found, InputStream& in,
                  unsigned depth);

}  // namespace bayan::indexer
