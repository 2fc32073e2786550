#include "indexer/sandbox/confine.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace bayan::indexer {
namespace {

bool set_limit(__rlimit_resource resource, rlim_t value) {
  const rlimit limit = {value, value};
  return ::setrlimit(resource, &limit) == 0;
}

/// Calls that a parser and its allocator make. Any other fails with EPERM, which a library meets
/// as a file that is not there; so a call forgotten here costs no document.
bool filter_calls() {
  constexpr std::array kAllowed = {SCMP_SYS(read),
                                   SCMP_SYS(write),
                                   SCMP_SYS(close),
                                   SCMP_SYS(mmap),
                                   SCMP_SYS(munmap),
                                   SCMP_SYS(mremap),
                                   SCMP_SYS(mprotect),
                                   SCMP_SYS(madvise),
                                   SCMP_SYS(brk),
                                   SCMP_SYS(futex),
                                   SCMP_SYS(exit),
                                   SCMP_SYS(exit_group),
                                   SCMP_SYS(rt_sigreturn),
                                   SCMP_SYS(rt_sigaction),
                                   SCMP_SYS(rt_sigprocmask),
                                   SCMP_SYS(clock_gettime),
                                   SCMP_SYS(gettimeofday),
                                   SCMP_SYS(getrandom),
                                   SCMP_SYS(getpid),
                                   SCMP_SYS(gettid),
                                   SCMP_SYS(sched_getaffinity),
                                   SCMP_SYS(sched_yield),
                                   SCMP_SYS(fstat),
                                   SCMP_SYS(lseek),
                                   SCMP_SYS(setrlimit),
                                   SCMP_SYS(prlimit64),
                                   SCMP_SYS(getrusage),
                                   SCMP_SYS(tgkill),
                                   SCMP_SYS(restart_syscall),
                                   SCMP_SYS(sysinfo)};
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  bool ok = true;
  for (const int call : kAllowed) {
    ok = ok && seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 0, nullptr) == 0;
  }
  ok = ok && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return ok;
}

}  // namespace

bool confine_this_process(std::uint64_t memory_bytes) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  bool ok = set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_FSIZE, 0);
  // Sanitizers reserve terabytes of addresses.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  ok = ok && set_limit(RLIMIT_AS, memory_bytes);
  return ok && filter_calls();
#else
  static_cast<void>(memory_bytes);
  return ok;
#endif
}

void limit_processor_time(std::uint64_t seconds) {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  rlimit limit{};
  if (::getrlimit(RLIMIT_CPU, &limit) != 0) return;
  limit.rlim_cur = static_cast<rlim_t>(used.tv_sec) + seconds + 1;
  ::setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace bayan::indexer
