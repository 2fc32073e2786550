#include "common/cli/index_location.h"

#include <cstdlib>
#include <string>

namespace bayan::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::filesystem::path index_location(std::string_view option) {
  if (!option.empty()) return option;
  if (std::string index = environment("BAYAN_INDEX"); !index.empty()) return index;
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty()) {
    return std::filesystem::path(data) / "bayan";
  }
  return std::filesystem::path(environment("HOME")) / ".local" / "share" / "bayan";
}

}  // namespace bayan::cli
