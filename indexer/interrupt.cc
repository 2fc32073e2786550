#include "indexer/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace bayan::indexer {
namespace {

volatile std::sig_atomic_t signal_count = 0;

void tell(std::string_view text) {
  // The message only helps; nothing can be done where standard error is closed.
  [[maybe_unused]] const ssize_t written = ::write(2, text.data(), text.size());
}

void on_signal(int signal) {
  constexpr int kSignalStatus = 128;
  if (signal_count > 0) ::_exit(kSignalStatus + signal);
  signal_count = 1;
  tell("\nbayan-indexer: stopping: what was read is being published; once more to leave at once\n");
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = &on_signal;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
  // A limit on the size of files is an error of the write, as a full disk is.
  ::signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() { return signal_count > 0; }

}  // namespace bayan::indexer
