#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "indexer/problem.h"

/// Bytes that come one after another, out of a file, a pipe, an archive's member or memory, so that
/// nothing need be held whole. Streams are not safe from several threads.
namespace bayan::indexer {

class InputStream {
 public:
  virtual ~InputStream() = default;

  /// Puts the next bytes, at most `capacity`, into `out` and gives their number, 0 at the end. An
  /// error says why and where the bytes break off; what was given before it holds.
  [[nodiscard]] virtual tl::expected<std::size_t, Problem> read(char* out,
                                                                std::size_t capacity) = 0;

  /// Bytes in all, for streams whose position can be set; -1 for the others.
  [[nodiscard]] virtual std::int64_t size() const { return -1; }
  /// Sets the position to `offset`, from 0 to size(). Only where size() is not -1.
  virtual void seek(std::int64_t offset);
};

/// Bytes in memory, which must outlive the stream.
class MemoryInput : public InputStream {
 public:
  explicit MemoryInput(std::string_view bytes) : bytes_(bytes) {}
  tl::expected<std::size_t, Problem> read(char* out, std::size_t capacity) override;
  [[nodiscard]] std::int64_t size() const override {
    return static_cast<std::int64_t>(bytes_.size());
  }
  void seek(std::int64_t offset) override { at_ = static_cast<std::size_t>(offset); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// An open file or pipe. A file is read as far as it reached when it was opened: one that shrinks
/// or grows meanwhile is told by check_unchanged().
class FileInput : public InputStream {
 public:
  /// Opens `path` without waiting for anybody to write to it, unless `may_wait` (for pipes that are
  /// named themselves). The error has `path` for its place.
  [[nodiscard]] static tl::expected<std::unique_ptr<FileInput>, Problem> open(
      const std::string& path, bool may_wait);
  /// Takes over standard input or another open descriptor, which it does not close.
  [[nodiscard]] static std::unique_ptr<FileInput> borrow(int descriptor, std::string name);
  /// A file of its own without a name, that vanishes with it, holding all that `from` has left.
  [[nodiscard]] static tl::expected<std::unique_ptr<FileInput>, Problem> spool(InputStream& from);

  ~FileInput() override;
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;

  tl::expected<std::size_t, Problem> read(char* out, std::size_t capacity) override;
  [[nodiscard]] std::int64_t size() const override { return size_; }
  void seek(std::int64_t offset) override;

  /// Called with the number of bytes of each read, for progress.
  void on_read(std::function<void(std::uint64_t)> callback) { on_read_ = std::move(callback); }
  /// Nothing, or the problem of a file that is not what it was when it was opened.
  [[nodiscard]] tl::expected<void, Problem> check_unchanged() const;

 private:
  FileInput(int descriptor, bool is_owned, std::string name);
  [[nodiscard]] tl::unexpected<Problem> failure(const std::string& reason) const;

  int descriptor_;
  bool is_owned_;
  std::string name_;
  std::int64_t size_ = -1;
  std::int64_t at_ = 0;
  std::int64_t changed_seconds_ = 0;
  std::int64_t changed_nanoseconds_ = 0;
  std::function<void(std::uint64_t)> on_read_;
};

/// A stream whose next bytes can be looked at before they are taken. `from` must outlive it.
class Lookahead : public InputStream {
 public:
  explicit Lookahead(InputStream& from) : from_(from) {}

  /// The next `count` bytes, fewer only at the end or before a damage (which the read behind them
  /// reports). Holds until the next call of any function.
  [[nodiscard]] std::string_view peek(std::size_t count);
  /// Passes over `count` bytes that were peeked.
  void skip(std::size_t count) { begin_ += count; }
  tl::expected<std::size_t, Problem> read(char* out, std::size_t capacity) override;
  /// Takes out all that was peeked and not skipped.
  [[nodiscard]] std::string take_peeked();

 private:
  InputStream& from_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::unique_ptr<Problem> failure_;
  bool at_end_ = false;
};

/// All that `in` has left, behind `bytes`. More than `limit` bytes in all end the reading: then the
/// result is false.
[[nodiscard]] tl::expected<bool, Problem> read_all(InputStream& in, std::uint64_t limit,
                                                   std::string& bytes);

}  // namespace bayan::indexer
