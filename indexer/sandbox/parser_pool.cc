#include "indexer/sandbox/parser_pool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "indexer/sandbox/frame.h"
#include "indexer/sandbox/parser_worker.h"

namespace bayan::indexer {
namespace {

constexpr const char* kGoOnHint = "the document is not indexed; the run goes on";

Problem crashed(const std::string& place, const std::string& fact) {
  return {ProblemKind::kCrashed, place, fact, kGoOnHint};
}

}  // namespace

/// One parser process and the pipes to and from it.
class ParserPool::Process {
 public:
  static std::unique_ptr<Process> start(const std::string& program, std::uint64_t memory) {
    int to[2];
    int from[2];
    if (::pipe2(to, O_CLOEXEC) != 0) return nullptr;
    if (::pipe2(from, O_CLOEXEC) != 0) {
      ::close(to[0]);
      ::close(to[1]);
      return nullptr;
    }
    std::unique_ptr<Process> process(new Process(to[1], from[0]));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    // Libraries complain there about documents; what matters comes back through the pipe.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string argument(kWorkerArgument);
    std::string bytes = std::to_string(memory);
    std::string name = "bayan-indexer";
    char* arguments[] = {name.data(), argument.data(), bytes.data(), nullptr};
    const int failed =
        ::posix_spawn(&process->pid_, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(to[0]);
    ::close(from[1]);
    if (failed != 0) {
      process->pid_ = -1;
      errno = failed;
      return nullptr;
    }
    return process;
  }

  ~Process() {
    ::close(to_);
    ::close(from_);
    if (pid_ > 0) finish();
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  bool send(char parser, std::uint64_t seconds, std::string_view content) const {
    std::string message(1, parser);
    message += fmt::format("{:04}", std::min<std::uint64_t>(seconds, 9999));
    message += content;
    return send_frame(to_, message);
  }

  [[nodiscard]] ReceivedFrame receive(const Deadline& deadline) const {
    constexpr std::uint32_t kLargestAnswer = std::uint32_t{1} << 30;
    return receive_frame(from_, kLargestAnswer, deadline);
  }

  /// Ends the process and gives its status as waitpid() does.
  int finish() {
    ::kill(pid_, SIGKILL);
    return wait();
  }

  /// Waits for a process that is ending by itself.
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  Process(int to, int from) : to_(to), from_(from) {}

  int to_;
  int from_;
  pid_t pid_ = -1;
};

ParserPool::ParserPool(std::string program, Limits limits)
    : program_(program.empty() ? "/proc/self/exe" : std::move(program)), limits_(limits) {
  // A process that died while it was written to must not end this one.
  std::signal(SIGPIPE, SIG_IGN);
}

ParserPool::~ParserPool() = default;

tl::expected<std::unique_ptr<ParserPool::Process>, Problem> ParserPool::take_process(
    const std::string& place) {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Process> process = std::move(idle_.back());
      idle_.pop_back();
      return process;
    }
  }
  std::unique_ptr<Process> process = Process::start(program_, limits_[Limit::kMemory]);
  if (process) return process;
  return tl::unexpected(crashed(
      place, fmt::format("no process could be started to parse it ({})", std::strerror(errno))));
}

tl::expected<Extracted, Problem> ParserPool::parse(char parser, std::string_view content,
                                                   const std::string& place) {
  const std::uint64_t seconds = limits_[Limit::kTime];
  // A process that waited may have been killed meanwhile: that is no fault of the document, so a
  // new one tries it again.
  for (const bool is_last_try : {false, true}) {
    auto process = take_process(place);
    if (!process) return tl::unexpected(process.error());
    const bool was_sent = (*process)->send(parser, seconds, content);
    // Twice the time by the clock: other processes need the processor too.
    const Deadline deadline = std::chrono::steady_clock::now() + std::chrono::seconds(2 * seconds);
    const ReceivedFrame answer =
        was_sent ? (*process)->receive(deadline) : ReceivedFrame{{}, FrameEnd::kClosed};
    if (!answer.end) {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(*process));
      auto extracted = decode_extracted(answer.content);
      if (extracted) return std::move(*extracted);
      return tl::unexpected(crashed(place, "the parser's answer makes no sense"));
    }
    if (*answer.end == FrameEnd::kLate) {
      return tl::unexpected(limits_.exceeded(Limit::kTime, place));
    }
    const int status = *answer.end == FrameEnd::kClosed ? (*process)->wait() : (*process)->finish();
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
      return tl::unexpected(limits_.exceeded(Limit::kTime, place));
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemory) {
      return tl::unexpected(limits_.exceeded(Limit::kMemory, place));
    }
    if (!is_last_try) continue;
    if (WIFSIGNALED(status)) {
      return tl::unexpected(
          crashed(place, fmt::format("its parser died (signal {})", strsignal(WTERMSIG(status)))));
    }
    return tl::unexpected(
        crashed(place, fmt::format("its parser ended (status {})", WEXITSTATUS(status))));
  }
  return tl::unexpected(crashed(place, "its parser died"));
}

std::vector<pid_t> ParserPool::idle_processes() const {
  const std::lock_guard lock(mutex_);
  std::vector<pid_t> pids;
  for (const auto& process : idle_) pids.push_back(process->pid());
  return pids;
}

}  // namespace bayan::indexer
