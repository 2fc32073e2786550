#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/sources.h"

/// Containers: what holds documents. Archives and compressed files (archive.h) and web archives
/// (warc.h) are opened, each as deep as the limits allow; anything else is a document.
namespace bayan::indexer {

enum class ContainerKind : std::uint8_t {
  kNone,
  kIndexed,     ///< zip and 7z, whose table of contents stands at the end
  kSequential,  ///< tar, and anything compressed
  kWebArchive,
};

/// How many bytes of a file recognise_container() wants to see.
inline constexpr std::size_t kContainerHeadBytes = std::size_t{64} << 10;

/// Told by the first bytes. A DOCX or ODT file is a zip by its form and a document by its content.
[[nodiscard]] ContainerKind recognise_container(std::string_view head);

/// What the archives inside one file have cost so far, all their levels together.
class ExpansionBudget {
 public:
  explicit ExpansionBudget(std::uint64_t ratio) : ratio_(ratio) {}
  void add_packed(std::uint64_t bytes) { packed_ += bytes; }
  void add_unpacked(std::uint64_t bytes) { unpacked_ += bytes; }
  [[nodiscard]] bool is_exceeded() const {
    return unpacked_ > kFreeExpansionBytes && unpacked_ / ratio_ > packed_;
  }

 private:
  std::uint64_t ratio_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
};

/// Reads one file and all that is inside it. The options and callbacks must outlive it.
class ContainerReader {
 public:
  ContainerReader(const SourceOptions& options, const SourceCallbacks& callbacks)
      : options_(options), callbacks_(callbacks), budget_(options.limits[Limit::kExpansion]) {}

  /// Reads the file or pipe `in`, named `path`.
  void read(const std::string& path, InputStream& in);

  /// A document or container found inside a container, `depth` containers deep. Hands on a
  /// document; opens a container.
  void take(SourceFile found, InputStream& in, unsigned depth);

  [[nodiscard]] const SourceOptions& options() const { return options_; }
  [[nodiscard]] const SourceCallbacks& callbacks() const { return callbacks_; }
  [[nodiscard]] ExpansionBudget& budget() { return budget_; }

 private:
  void open_indexed(const SourceFile& found, Lookahead& in, unsigned depth);
  void hand_over(SourceFile found, Lookahead& in);

  const SourceOptions& options_;
  const SourceCallbacks& callbacks_;
  ExpansionBudget budget_;
};

}  // namespace bayan::indexer
