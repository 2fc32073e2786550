#include "indexer/run_apart.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "common/base/printable.h"

namespace bayan::indexer {

Result<ExitStatus> run_apart(std::string_view place, const std::function<ExitStatus()>& work) {
  std::fflush(nullptr);  // or both processes would write what is buffered
  const pid_t child = fork();
  if (child < 0) return work();
  if (child == 0) {
    const ExitStatus status = work();
    std::fflush(nullptr);
    _exit(static_cast<int>(status));
  }
  int state = 0;
  while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(state)) return static_cast<ExitStatus>(WEXITSTATUS(state));
  return fail(ErrorKind::kIndexDamaged,
              fmt::format("{}: the index is damaged (reading it ended with signal {})",
                          printable_line(place), WTERMSIG(state)),
              "build the index again: bayan-indexer --rebuild PATH…");
}

}  // namespace bayan::indexer
