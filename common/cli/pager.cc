#include "common/cli/pager.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "common/cli/terminal.h"

namespace bayan::cli {
namespace {

/// In the child: never returns.
[[noreturn]] void become_pager(const std::array<int, 2>& pipe_ends, const std::string& command) {
  ::dup2(pipe_ends[0], STDIN_FILENO);
  ::close(pipe_ends[0]);
  ::close(pipe_ends[1]);
  std::signal(SIGPIPE, SIG_DFL);
  // What is shown is UTF-8, whatever less would take from a locale that is not installed.
  ::setenv("LESSCHARSET", "utf-8", 0);  // NOLINT(concurrency-mt-unsafe): the child has one thread
  ::setenv("LESS", "FRX", 0);           // NOLINT(concurrency-mt-unsafe): the child has one thread
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace

std::string pager_command(const Environment& environment) {
  std::string command = "less";
  for (const std::string_view name : {"PAGER", "BAYAN_PAGER"}) {
    if (const std::string_view value = environment(name); value.data() != nullptr) command = value;
  }
  return command == "cat" ? std::string() : command;
}

Pager::Pager(bool is_wanted) {
  const std::string command = pager_command();
  if (!is_wanted || !is_terminal(STDOUT_FILENO) || command.empty()) return;
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return;
  std::fflush(stdout);
  child_ = ::fork();
  if (child_ == 0) become_pager(ends, command);
  if (child_ > 0) ::dup2(ends[1], STDOUT_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
}

Pager::~Pager() {
  if (child_ <= 0) return;
  // The pager, not we, answers to the user's Ctrl-C from here on.
  std::signal(SIGINT, SIG_IGN);
  std::fflush(stdout);
  ::close(STDOUT_FILENO);
  int status = 0;
  while (::waitpid(child_, &status, 0) == -1 && errno == EINTR) {
  }
}

}  // namespace bayan::cli
