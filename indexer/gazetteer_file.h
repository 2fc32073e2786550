#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "common/base/error.h"

namespace bayan::indexer {

/// The text of a user's gazetteer, whole and right. Where lines are wrong, `tell` gets
/// «names.tsv:7: the second name is missing» for each of them, and the error sums them up.
[[nodiscard]] Result<std::string> read_gazetteer_file(
    const std::string& path, const std::function<void(const std::string&)>& tell);

/// The text of the gazetteer that the index in a folder keeps; empty where there is none, or
/// no index that can be read: of that the run tells more.
[[nodiscard]] Result<std::string> kept_gazetteer(const std::filesystem::path& index);

}  // namespace bayan::indexer
