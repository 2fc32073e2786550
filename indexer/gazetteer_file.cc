#include "indexer/gazetteer_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "common/entity/user_gazetteer.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"

namespace bayan::indexer {
namespace {

constexpr const char* kHint = "the manual page bayan-gazetteer(5) describes the format";

Result<std::string> read_whole(const std::string& path) {
  std::error_code error;
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path, error)) {
    return fail(ErrorKind::kUsage,
                fmt::format("{}: the gazetteer cannot be read ({})", path,
                            in ? "it is a folder" : std::strerror(errno)),
                kHint);
  }
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<std::string> read_gazetteer_file(const std::string& path,
                                        const std::function<void(const std::string&)>& tell) {
  Result<std::string> text = read_whole(path);
  if (!text) return text;
  std::vector<entity::GazetteerProblem> problems;
  static_cast<void>(entity::parse_user_gazetteer(*text, problems));
  if (problems.empty()) return text;
  for (const entity::GazetteerProblem& problem : problems) {
    tell(fmt::format("{}:{}: {}", path, problem.line, problem.fact));
  }
  return fail(ErrorKind::kUsage,
              fmt::format("{}: not taken in, for {} {} wrong", path, problems.size(),
                          problems.size() == 1 ? "line is" : "lines are"),
              kHint);
}

Result<std::string> kept_gazetteer(const std::filesystem::path& index) {
  const Result<index::Generation> published = index::published_generation(index);
  // No index yet, or one that the run itself will say more of.
  if (!published) return std::string();
  const Result<index::EntityTable> table = index::EntityTable::open(published->entities());
  return table ? table->gazetteer() : std::string();
}

}  // namespace bayan::indexer
