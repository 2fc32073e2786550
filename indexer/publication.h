#pragma once

#include <string>
#include <string_view>

#include "common/entity/issuer_names.h"
#include "common/statement/statement.h"

/// When a statement was published, from the best that is known: its metadata, its URL, its
/// dateline, the name of its file, the day it was fetched, in that order; never the file's time.
namespace bayan::indexer {

/// The day that a URL or a path names: «…/2024/07/26/…», «news-2024-07-26.html», «20240726.txt»,
/// «26-07-2024.pdf» -> ISO day, or empty.
[[nodiscard]] std::string find_day_in_path(std::string_view path);

/// Gives `statement`, which may have a date from its metadata or its crawl, the better date of its
/// URL or file name where there is one, else that of `crawl_date` (may be empty) where it has none.
void settle_date(statement::Statement& statement, std::string_view crawl_date);

/// Takes the dateline's day where it is better than what is known.
void settle_dateline(statement::Statement& statement, std::string_view dateline);

/// Gives `statement`, whose issuer is that of its record or page if any, one from its URL's host,
/// its dateline, or the names of its file and folders, and says where it is from.
void settle_issuer(statement::Statement& statement, const entity::IssuerNames& names);

}  // namespace bayan::indexer
