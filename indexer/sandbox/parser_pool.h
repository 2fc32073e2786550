#pragma once

#include <sys/types.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "indexer/formats/extracted.h"
#include "indexer/limits.h"

namespace bayan::indexer {

/// HTML and PDF are parsed by large libraries that hostile documents break, so they run in confined
/// processes (confine.h) of this program: what kills or hangs one is the problem of one document.
/// A process serves one document after another; a dead one is replaced. Safe from several threads,
/// each of which has a process of its own while it waits.
class ParserPool {
 public:
  /// `program` is bayan-indexer itself; empty for the program that runs now.
  explicit ParserPool(std::string program = {}, Limits limits = {});
  ~ParserPool();
  ParserPool(const ParserPool&) = delete;
  ParserPool& operator=(const ParserPool&) = delete;

  /// Has `content` parsed. A problem (with `place`) when the parser died or took too long.
  [[nodiscard]] tl::expected<Extracted, Problem> parse(char parser, std::string_view content,
                                                       const std::string& place);

  /// The processes that wait for work, for tests that kill them.
  [[nodiscard]] std::vector<pid_t> idle_processes() const;

 private:
  class Process;
  [[nodiscard]] tl::expected<std::unique_ptr<Process>, Problem> take_process(
      const std::string& place);

  std::string program_;
  Limits limits_;
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<Process>> idle_;
};

}  // namespace bayan::indexer
