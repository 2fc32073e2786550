#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "common/base/error.h"
#include "common/index/manifest.h"

/// The folder that an index is.
///
///   NAME.bayan/
///     XAPIANDB          stub: «auto gen-3/statements»; any Xapian tool opens the folder by it
///     lock              held by the program that writes
///     gen-3/            the published generation
///       manifest.json   versions, counts, sources
///       statements/     Xapian: postings, facets, stored statements
///       entities/       Xapian: the entity table (entity_table.h)
///       dictionary/     Xapian: stems and their forms (dictionary.h)
///
/// Everything is relative, so a folder can be moved and copied. Publishing is one rename of the
/// stub: a program killed at any instant leaves the last published generation. Readers keep the
/// generation they opened; it is deleted when the next but one is published.
namespace bayan::index {

/// The paths inside one generation.
struct Generation {
  std::uint64_t number = 0;
  std::filesystem::path directory;

  [[nodiscard]] std::filesystem::path manifest() const { return directory / "manifest.json"; }
  [[nodiscard]] std::filesystem::path statements() const { return directory / "statements"; }
  [[nodiscard]] std::filesystem::path entities() const { return directory / "entities"; }
  [[nodiscard]] std::filesystem::path dictionary() const { return directory / "dictionary"; }
  /// For what only lives while the generation is built; gone when it is published.
  [[nodiscard]] std::filesystem::path scratch() const { return directory / "scratch"; }
};

/// The published generation. Errors: no such folder, no index in it, a damaged stub, each with a
/// hint. A folder that another program filled is not an index.
[[nodiscard]] Result<Generation> published_generation(const std::filesystem::path& index);

/// True where `index` is a folder with a published generation.
[[nodiscard]] bool is_published(const std::filesystem::path& index);

/// The right to write to an index; creates the folder where it is missing. Held until destroyed,
/// and let go by the system if the program dies.
class IndexLock {
 public:
  /// Errors: locked by another process (its number is told), a folder that holds other things,
  /// not writable.
  [[nodiscard]] static Result<IndexLock> acquire(const std::filesystem::path& index);
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&& other) noexcept;
  ~IndexLock();

  /// A folder for the next generation, empty, with a number that was never published. Left-overs of
  /// runs that did not publish are deleted.
  [[nodiscard]] Result<Generation> begin_generation() const;

  /// Makes `generation` the one that readers open. On return it is on disk, and generations before
  /// its predecessor are gone. Takes a manifest with its counts filled in; sets its number.
  [[nodiscard]] Result<void> publish(const Generation& generation, Manifest manifest) const;

  /// Replaces the manifest of the published generation, atomically, after a change in place.
  [[nodiscard]] static Result<void> replace_manifest(const Generation& published,
                                                     Manifest manifest);

 private:
  IndexLock(std::filesystem::path index, int descriptor)
      : index_(std::move(index)), descriptor_(descriptor) {}
  std::filesystem::path index_;
  int descriptor_ = -1;
};

}  // namespace bayan::index
