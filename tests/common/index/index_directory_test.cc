#include "common/index/index_directory.h"

#include <xapian.h>

#include "common/index/schema.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
namespace fs = std::filesystem;

namespace {

/// A generation with an empty statements database, published.
index::Generation publish_one(const index::IndexLock& lock) {
  index::Generation generation = lock.begin_generation().value();
  Xapian::WritableDatabase(generation.statements().string(), Xapian::DB_CREATE).commit();
  REQUIRE(lock.publish(generation, index::make_manifest("test")));
  return generation;
}

}  // namespace

TEST_CASE("a published generation is found, and by any Xapian tool", "[index][directory]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  CHECK(index::published_generation(path).error().kind == ErrorKind::kIndexMissing);
  const index::Generation generation = publish_one(lock);
  CHECK(index::published_generation(path).value().number == generation.number);
  CHECK(index::read_manifest(generation.manifest()).value().generation == generation.number);
  CHECK(Xapian::Database(path.string()).get_doccount() == 0);
  fs::rename(path, folder.path() / "moved");
  CHECK(Xapian::Database((folder.path() / "moved").string()).get_doccount() == 0);
}

TEST_CASE("the predecessor stays for its readers, older ones go", "[index][directory]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  const index::Generation first = publish_one(lock);
  const index::Generation second = publish_one(lock);
  CHECK(fs::exists(first.directory));
  const index::Generation third = publish_one(lock);
  CHECK_FALSE(fs::exists(first.directory));
  CHECK(fs::exists(second.directory));
  CHECK(index::published_generation(path).value().number == third.number);
}

TEST_CASE("what an interrupted run left is deleted by the next", "[index][directory]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  const index::Generation first = publish_one(lock);
  const index::Generation left_over = lock.begin_generation().value();
  write_text(left_over.directory / "half", "x");
  const index::Generation next = lock.begin_generation().value();
  CHECK(next.number > left_over.number);
  CHECK_FALSE(fs::exists(left_over.directory));
  CHECK(index::published_generation(path).value().number == first.number);
}

TEST_CASE("a second writer is told who holds the index", "[index][directory]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  {
    const index::IndexLock lock = index::IndexLock::acquire(path).value();
    const Result<index::IndexLock> second = index::IndexLock::acquire(path);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::kIndexLocked);
    CHECK(second.error().message.find("(process ") != std::string::npos);
  }
  CHECK(index::IndexLock::acquire(path).has_value());
}

TEST_CASE("a folder of other things does not become an index", "[index][directory]") {
  const TemporaryDirectory folder;
  write_text(folder.path() / "letters" / "a.txt", "x");
  CHECK(index::IndexLock::acquire(folder.path() / "letters").error().kind == ErrorKind::kUsage);
  CHECK(index::published_generation(folder.path() / "letters").error().kind ==
        ErrorKind::kIndexMissing);
  CHECK(index::published_generation(folder.path() / "none").error().kind ==
        ErrorKind::kIndexMissing);
}

TEST_CASE("a damaged stub and other versions are named", "[index][directory]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  const index::Generation generation = publish_one(lock);

  std::string manifest = read_text(generation.manifest());
  const std::string version = "\"format\": " + std::to_string(index::kFormatVersion);
  manifest.replace(manifest.find(version), version.size(), "\"format\": 999");
  write_text(generation.manifest(), manifest);
  const Error other = index::read_manifest(generation.manifest()).error();
  CHECK(other.kind == ErrorKind::kIndexVersion);
  CHECK(other.message.find("version 999") != std::string::npos);
  CHECK(other.hint.find("--rebuild") != std::string::npos);

  write_text(generation.manifest(), "{\"format\": \"x\"");
  CHECK(index::read_manifest(generation.manifest()).error().kind == ErrorKind::kIndexDamaged);
  fs::remove(generation.manifest());
  CHECK(index::read_manifest(generation.manifest()).error().kind == ErrorKind::kIndexDamaged);
  write_text(path / "XAPIANDB", "auto gen-77/statements\n");
  CHECK(index::published_generation(path).error().kind == ErrorKind::kIndexDamaged);
  write_text(path / "XAPIANDB", "");
  CHECK(index::published_generation(path).error().kind == ErrorKind::kIndexDamaged);
}
