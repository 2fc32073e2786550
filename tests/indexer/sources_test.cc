#include "indexer/sources.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "indexer/memory_budget.h"
#include "tests/indexer/archive_maker.h"
#include "tests/indexer/source_listing.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
namespace fs = std::filesystem;

TEST_CASE("archives of every kind are read member by member", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a";
  const Members members = {{"b.txt", "متن"}, {"d/c.txt", "آخر"}};
  for (const auto& [format, filter] :
       {std::pair("zip", "none"), std::pair("7zip", "none"), std::pair("pax", "none"),
        std::pair("ustar", "none"), std::pair("gnutar", "gzip"), std::pair("pax", "xz"),
        std::pair("pax", "zstd"), std::pair("pax", "bzip2")}) {
    INFO(format << " " << filter);
    write_text(path, make_archive(format, filter, members));
    CHECK(list_sources(path) == "a!/b.txt=متن\na!/d/c.txt=آخر\n");
  }
}

TEST_CASE("a compressed file is the file that it holds", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.txt.gz";
  for (const char* filter : {"gzip", "xz", "zstd", "bzip2"}) {
    INFO(filter);
    write_text(path, make_archive("raw", filter, {{"a", "متن"}}));
    CHECK(list_sources(path) == "a.txt.gz=متن\n");
  }
}

TEST_CASE("archives inside archives are read to the bound", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.tar.gz";
  std::string inner = make_archive("zip", "none", {{"c.txt", "متن"}});
  write_text(path, make_archive("pax", "gzip", {{"b.zip", inner}, {"z.txt", "آخر"}}));
  CHECK(list_sources(path) == "a.tar.gz!/b.zip!/c.txt=متن\na.tar.gz!/z.txt=آخر\n");

  for (int i = 0; i < 6; ++i) inner = make_archive("zip", "none", {{"n.zip", inner}});
  write_text(path, inner);
  CHECK(list_sources(path) == "!limit a.tar.gz!/n.zip!/n.zip!/n.zip!/n.zip\n");
}

TEST_CASE("member names lose what leads out of the archive", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.tar";
  write_text(path, make_archive("ustar", "none",
                                {{"../../etc/x.txt", "1"}, {"/abs/y.txt", "2"}, {"..", "3"}}));
  CHECK(list_sources(path) == "a.tar!/etc/x.txt=1\na.tar!/abs/y.txt=2\na.tar!/unnamed=3\n");
}

TEST_CASE("member names are read in the encoding of their writer", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.tar";
  // «بيان» in Windows-1256 and in the code page 720 of Arabic DOS.
  for (const char* name : {"\xC8\xED\xC7\xE4", "\xA0\xEF\x9F\xEB", "بيان"}) {
    write_text(path, make_archive("ustar", "none", {{std::string(name) + ".txt", "1"}}));
    CHECK(list_sources(path) == "a.tar!/بيان.txt=1\n");
  }
}

TEST_CASE("hidden files and links to folders are passed over", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "d";
  write_text(path / ".hidden" / "a.txt", "1");
  write_text(path / ".b.txt", "2");
  write_text(path / "c.txt", "3");
  write_text(path / "e.zip", make_archive("zip", "none", {{".f", "4"}, {"__MACOSX/._g", "5"}}));
  fs::create_directory_symlink(path, path / "loop");
  fs::create_symlink(path / "c.txt", path / "link.txt");
  CHECK(list_sources(path) == "d/c.txt=3\nd/link.txt=3\n");
  CHECK(list_sources(path / ".b.txt") == ".b.txt=2\n");
}

TEST_CASE("pipes and devices in folders are told and not waited for", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "d";
  write_text(path / "a.txt", "1");
  REQUIRE(::mkfifo((path / "pipe").c_str(), 0600) == 0);
  CHECK(list_sources(path) == "d/a.txt=1\n!unreadable d/pipe\n");
}

TEST_CASE("damage keeps what stands before it", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.tar.gz";
  std::string noise;
  for (unsigned i = 0, x = 1; i < 200000; ++i) {
    x = x * 1664525 + 1013904223;
    noise += static_cast<char>(x >> 24);
  }
  const std::string whole = make_archive("pax", "gzip", {{"a.txt", "متن"}, {"b", noise}});
  write_text(path, whole.substr(0, whole.size() / 2));
  CHECK(list_sources(path) == "a.tar.gz!/a.txt=متن\n!malformed a.tar.gz!/b\n");
}

TEST_CASE("bombs are stopped and told", "[indexer][sources][limits]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "bomb.zip";
  const std::string zeros(std::size_t{20} << 20, ' ');
  Members members;
  for (int i = 0; i < 8; ++i) members.emplace_back("m" + std::to_string(i), zeros);
  write_text(path, make_archive("zip", "none", members));
  REQUIRE(fs::file_size(path) < 400'000);
  const std::string listing = list_sources(path);
  CHECK(listing.find("!limit ") != std::string::npos);
  CHECK(listing.find("m6") == std::string::npos);

  indexer::SourceOptions options;
  options.limits.set(indexer::Limit::kExpansion, 10000);
  CHECK(list_sources(path, options).find("!limit ") == std::string::npos);
}

TEST_CASE("an archive has a bounded number of members", "[indexer][sources][limits]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.zip";
  write_text(path, make_archive("zip", "none", {{"1", "1"}, {"2", "2"}, {"3", "3"}}));
  indexer::SourceOptions options;
  options.limits.set(indexer::Limit::kMembers, 2);
  CHECK(list_sources(path, options) == "a.zip!/1=1\na.zip!/2=2\n!limit a.zip\n");
}

TEST_CASE("--include and --exclude choose files and members", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "d";
  write_text(path / "a.txt", "1");
  write_text(path / "b.html", "2");
  write_text(path / "c.zip", make_archive("zip", "none", {{"e.txt", "3"}, {"f/g.html", "4"}}));
  const auto listing = [&](std::vector<std::string> include, std::vector<std::string> exclude) {
    return list_sources(path, {{std::move(include), std::move(exclude)}, {}});
  };
  CHECK(listing({"*.html"}, {}) == "d/b.html=2\nd/c.zip!/f/g.html=4\n");
  CHECK(listing({"*.zip"}, {}) == "d/c.zip!/e.txt=3\nd/c.zip!/f/g.html=4\n");
  CHECK(listing({}, {"*.zip"}) == "d/a.txt=1\nd/b.html=2\n");
  CHECK(listing({}, {"**/f/*"}) == "d/a.txt=1\nd/b.html=2\nd/c.zip!/e.txt=3\n");
}

TEST_CASE("patterns follow the usual rules", "[indexer][sources]") {
  struct Row {
    const char* pattern;
    const char* text;
    bool expected;
  };
  for (const Row& row : {
           Row{"*.txt", "a.txt", true},
           Row{"*.txt", "d/a.txt", false},
           Row{"**.txt", "d/a.txt", true},
           Row{"d/**/a", "d/x/y/a", true},
           Row{"d/*/a", "d/x/y/a", false},
           Row{"?.txt", "ب.txt", true},
           Row{"?", "/", false},
           Row{"[a-c]x", "bx", true},
           Row{"[!a-c]x", "bx", false},
           Row{"[", "[", true},
           Row{"a*b*c", "aXbYbZc", true},
           Row{"", "", true},
           Row{"", "a", false},
           Row{"*", "", true},
       }) {
    INFO(row.pattern << " " << row.text);
    CHECK(indexer::matches_glob(row.pattern, row.text) == row.expected);
  }
}

TEST_CASE("a file that shrinks or grows while it is read is told", "[indexer][sources]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.txt";
  for (const char* after : {"1", "123456789"}) {
    write_text(path, "12345");
    const auto file = indexer::FileInput::open(path.string(), false);
    REQUIRE(file);
    CHECK((*file)->check_unchanged());
    write_text(path, after);
    std::string bytes;
    REQUIRE(indexer::read_all(**file, 100, bytes));
    CHECK(bytes.size() <= 5);
    const auto unchanged = (*file)->check_unchanged();
    REQUIRE_FALSE(unchanged);
    CHECK(unchanged.error().kind == indexer::ProblemKind::kChanged);
  }
}

TEST_CASE("what vanishes while its folder is walked costs itself alone", "[indexer][sources]") {
  const TemporaryDirectory folder;
  fs::create_directories(folder.path() / "d");
  for (const char* name : {"a.txt", "b.txt", "c.txt", "d/d.txt", "e.txt"}) {
    write_text(folder.path() / name, name);
  }
  std::string read;
  std::string problems;
  indexer::read_sources({folder.path().string()}, {},
                        {[&](const indexer::SourceFile& file) {
                           read += file.bytes + " ";
                           fs::remove(folder.path() / "b.txt");
                           fs::remove_all(folder.path() / "d");
                         },
                         [&](const indexer::Problem& problem) {
                           CHECK(problem.kind == indexer::ProblemKind::kUnreadable);
                           problems += fs::path(problem.place).filename().string() + " ";
                         },
                         [](std::uint64_t) {}, [] { return false; }});
  CHECK(read == "a.txt c.txt e.txt ");
  CHECK(problems == "b.txt d ");
}

TEST_CASE("memory is shared out among queue and segments", "[indexer][limits]") {
  const auto usual = indexer::share_memory(indexer::kUsualMemoryBytes, 2);
  const auto more = indexer::share_memory(2 * indexer::kUsualMemoryBytes, 2);
  const auto workers = indexer::share_memory(indexer::kUsualMemoryBytes, 8);
  CHECK(more.segment_text_bytes > usual.segment_text_bytes);
  CHECK(workers.segment_text_bytes < usual.segment_text_bytes);
  CHECK(workers.queue_bytes == usual.queue_bytes);
  // However little there is, a segment holds some statements.
  CHECK(indexer::share_memory(0, 256).segment_text_bytes >= 1U << 16);
  CHECK(indexer::parse_memory("").value() == indexer::kUsualMemoryBytes);
  CHECK(indexer::parse_memory("1G").value() == 1U << 30);
  for (const char* bad : {"1", "95M", "G", "1.5G", "-1G", "512 M"}) {
    INFO(bad);
    CHECK_FALSE(indexer::parse_memory(bad).has_value());
  }
}

TEST_CASE("--limit names its parts", "[indexer][limits]") {
  const auto limits = indexer::Limits::parse("document=2M,depth=1");
  REQUIRE(limits);
  CHECK((*limits)[indexer::Limit::kDocument] == std::size_t{2} << 20);
  CHECK((*limits)[indexer::Limit::kDepth] == 1);
  for (const char* bad : {"document", "colour=1", "depth=1M", "document=x", "time=0", "record=1KB",
                          "record=99999999999999999999G"}) {
    INFO(bad);
    const auto parsed = indexer::Limits::parse(bad);
    REQUIRE_FALSE(parsed);
    CHECK_FALSE(parsed.error().hint.empty());
  }
}
