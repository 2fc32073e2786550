#pragma once

#include "indexer/containers/container.h"

namespace bayan::indexer {

/// Hands the documents of a web archive (WARC 1.0 and 1.1, ISO 28500) back to `reader`: the bodies
/// of responses with status 200 and of resource records, each as a member named by its URL. What
/// only dresses a page (images, styles, scripts, fonts, sound), errors, redirections and the other
/// kinds of record are passed over. A revisit (a page found unchanged) gives the document again
/// when it was first met under another URL.
void read_warc(ContainerReader& reader, const SourceFile& found, Lookahead& in, unsigned depth);

}  // namespace bayan::indexer
