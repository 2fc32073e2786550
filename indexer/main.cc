#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "indexer/run.h"

int main(int argc, char** argv) {
  // A reader of our output that goes away must not kill an indexing run: writing fails instead.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(bayan::indexer::run(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bayan-indexer: a defect of the program: %s\n", error.what());
    return static_cast<int>(bayan::ExitStatus::kIndexUnusable);
  }
}
