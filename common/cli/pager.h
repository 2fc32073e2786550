#pragma once

#include <sys/types.h>

#include <string>

#include "common/cli/bidi_mode.h"

namespace bayan::cli {

/// The command that pages: $BAYAN_PAGER, else $PAGER, else less; empty where either is set to
/// nothing or to cat, which asks for none.
[[nodiscard]] std::string pager_command(const Environment& environment = process_environment);

/// While one lives, standard output goes through the user's pager, as git does it: less is told
/// -FRX by $LESS unless the user has set that, so that what fits on the screen just stays there.
/// Starts nothing where standard output is no terminal, where the command is empty, or where it
/// cannot be started. The end of its life waits for the user to leave the pager.
class Pager {
 public:
  explicit Pager(bool is_wanted);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t child_ = 0;
};

}  // namespace bayan::cli
