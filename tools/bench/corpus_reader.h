#pragma once

#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>

#include "common/statement/statement.h"

/// Reads the JSON Lines that measurements run over: objects with `id`, `title`, `text`, `date` and
/// `source`. One reader serves several threads.
namespace bayan::bench {

class CorpusReader {
 public:
  explicit CorpusReader(const std::filesystem::path& path);
  /// The next statement, without what is recognised in it; nothing at the end. Ends the program
  /// with a message where a line cannot be read: a measurement over half a corpus is none.
  [[nodiscard]] std::optional<statement::Statement> next();

 private:
  std::mutex mutex_;
  std::ifstream lines_;
};

}  // namespace bayan::bench
