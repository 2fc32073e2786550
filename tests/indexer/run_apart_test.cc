#include "indexer/run_apart.h"

#include <catch2/catch.hpp>
#include <csignal>

using namespace bayan;

TEST_CASE("work apart gives its status", "[indexer][run_apart]") {
  CHECK(indexer::run_apart("a.bayan", [] { return ExitStatus::kSuccess; }) == ExitStatus::kSuccess);
  CHECK(indexer::run_apart("a.bayan", [] { return ExitStatus::kIndexUnusable; }) ==
        ExitStatus::kIndexUnusable);
}

TEST_CASE("a crash of work apart is told as damage", "[indexer][run_apart]") {
  const auto result = indexer::run_apart("a.bayan", [] {
    std::raise(SIGKILL);  // as a crash, but no sanitizer takes it for a fault of the test
    return ExitStatus::kSuccess;
  });
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == ErrorKind::kIndexDamaged);
  CHECK(result.error().message == "a.bayan: the index is damaged (reading it ended with signal 9)");
  CHECK_FALSE(result.error().hint.empty());
}
