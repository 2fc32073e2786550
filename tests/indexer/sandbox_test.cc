#include <signal.h>

#include <catch2/catch.hpp>

#include "indexer/sandbox/parser_pool.h"
#include "indexer/sandbox/parser_worker.h"

using namespace bayan;

namespace {

const std::string kPage = "<html><title>عنوان</title><p>نص";

}  // namespace

TEST_CASE("a parser process serves one document after another", "[indexer][sandbox]") {
  indexer::ParserPool pool(BAYAN_INDEXER);
  for (int i = 0; i < 50; ++i) {
    const auto extracted = pool.parse(indexer::kHtmlParser, kPage, "f");
    REQUIRE(extracted);
    CHECK(extracted->title == "عنوان");
  }
  CHECK(pool.idle_processes().size() == 1);
}

TEST_CASE("a process that was killed while it waited is replaced", "[indexer][sandbox]") {
  indexer::ParserPool pool(BAYAN_INDEXER);
  for (int i = 0; i < 3; ++i) {
    REQUIRE(pool.parse(indexer::kHtmlParser, kPage, "f"));
    for (const pid_t pid : pool.idle_processes()) ::kill(pid, SIGKILL);
  }
}

TEST_CASE("a document that kills or stops its parser is one problem", "[indexer][sandbox]") {
  indexer::Limits limits;
  limits.set(indexer::Limit::kTime, 1);
  indexer::ParserPool pool(BAYAN_INDEXER, limits);
  const std::pair<char, indexer::ProblemKind> rows[] = {
      {indexer::kAbortingParser, indexer::ProblemKind::kCrashed},
      {indexer::kHangingParser, indexer::ProblemKind::kLimit},
      {indexer::kGreedyParser, indexer::ProblemKind::kLimit},
  };
  for (const auto& [parser, kind] : rows) {
    INFO(parser);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    if (parser == indexer::kGreedyParser) continue;  // memory is not limited there
#endif
    const auto extracted = pool.parse(parser, "x", "d/bad.html");
    REQUIRE_FALSE(extracted);
    CHECK(extracted.error().kind == kind);
    CHECK(extracted.error().place == "d/bad.html");
    CHECK_FALSE(extracted.error().hint.empty());
    CHECK(pool.parse(indexer::kHtmlParser, kPage, "f"));
  }
}

TEST_CASE("the parser process opens no file and no socket", "[indexer][sandbox]") {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  indexer::ParserPool pool(BAYAN_INDEXER);
  const auto extracted = pool.parse(indexer::kProbingParser, "x", "f");
  REQUIRE(extracted);
  CHECK(extracted->title == "confined");
#endif
}

TEST_CASE("a program that cannot be started is told", "[indexer][sandbox]") {
  indexer::ParserPool pool("/nowhere/bayan-indexer");
  const auto extracted = pool.parse(indexer::kHtmlParser, kPage, "f");
  REQUIRE_FALSE(extracted);
  CHECK(extracted.error().kind == indexer::ProblemKind::kCrashed);
}
