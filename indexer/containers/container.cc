#include "indexer/containers/container.h"

#include <algorithm>
#include <array>

#include "indexer/containers/archive.h"
#include "indexer/containers/warc.h"
#include "indexer/formats/office_package.h"

namespace bayan::indexer {
namespace {

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  ContainerKind kind;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{0, "PK\x03\x04"sv, ContainerKind::kIndexed},
    Signature{0, "PK\x05\x06"sv, ContainerKind::kIndexed},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, ContainerKind::kIndexed},
    Signature{257, "ustar"sv, ContainerKind::kSequential},
    Signature{0, "\x1F\x8B\x08"sv, ContainerKind::kSequential},      // gzip
    Signature{0, "BZh"sv, ContainerKind::kSequential},               // bzip2
    Signature{0, "\xFD\x37zXZ\0"sv, ContainerKind::kSequential},     // xz
    Signature{0, "\x28\xB5\x2F\xFD"sv, ContainerKind::kSequential},  // zstd
    Signature{0, "\x04\x22\x4D\x18"sv, ContainerKind::kSequential},  // lz4
    Signature{0, "LZIP"sv, ContainerKind::kSequential},
    Signature{0, "\x1F\x9D"sv, ContainerKind::kSequential},  // compress
    Signature{0, "WARC/1."sv, ContainerKind::kWebArchive},
};

/// Tells the budget what is taken out of the file itself.
class CountingInput : public InputStream {
 public:
  CountingInput(InputStream& from, ExpansionBudget& budget) : from_(from), budget_(budget) {}
  tl::expected<std::size_t, Problem> read(char* out, std::size_t capacity) override {
    const auto count = from_.read(out, capacity);
    at_ += static_cast<std::int64_t>(count.value_or(0));
    if (at_ > farthest_) budget_.add_packed(static_cast<std::uint64_t>(at_ - farthest_));
    farthest_ = std::max(farthest_, at_);
    return count;
  }
  [[nodiscard]] std::int64_t size() const override { return from_.size(); }
  void seek(std::int64_t offset) override {
    from_.seek(offset);
    at_ = offset;
  }

 private:
  InputStream& from_;
  std::int64_t at_ = 0;
  std::int64_t farthest_ = 0;  ///< what is read twice counts once
  ExpansionBudget& budget_;
};

/// A tar archive of before POSIX has no signature: its first header's checksum tells.
bool is_old_tar(std::string_view head) {
  constexpr std::size_t kHeader = 512;
  constexpr std::size_t kSumOffset = 148;
  constexpr std::size_t kSumSize = 8;
  if (head.size() < kHeader || head[0] == '\0') return false;
  unsigned long sum = 0;
  for (std::size_t i = 0; i < kHeader; ++i) {
    const bool in_sum = i >= kSumOffset && i < kSumOffset + kSumSize;
    sum += in_sum ? ' ' : static_cast<unsigned char>(head[i]);
  }
  unsigned long written = 0;
  for (const char c : head.substr(kSumOffset, kSumSize)) {
    if (c >= '0' && c <= '7') written = written * 8 + static_cast<unsigned long>(c - '0');
  }
  return written == sum;
}

}  // namespace

ContainerKind recognise_container(std::string_view head) {
  for (const Signature& row : kSignatures) {
    if (head.size() > row.offset && head.substr(row.offset).starts_with(row.bytes)) {
      const bool is_document = row.bytes.starts_with("PK") && is_office_package(head);
      return is_document ? ContainerKind::kNone : row.kind;
    }
  }
  return is_old_tar(head) ? ContainerKind::kSequential : ContainerKind::kNone;
}

void ContainerReader::read(const std::string& path, InputStream& in) {
  CountingInput counted(in, budget_);
  take({{path, "", 0}, ""}, counted, 0);
}

void ContainerReader::take(SourceFile found, InputStream& in, unsigned depth) {
  Lookahead head(in);
  const ContainerKind kind = recognise_container(head.peek(kContainerHeadBytes));
  if (kind == ContainerKind::kNone) {
    if (options_.selection.includes(format_location(found.location))) {
      hand_over(std::move(found), head);
    }
    return;
  }
  if (depth >= options_.limits[Limit::kDepth]) {
    callbacks_.on_problem(options_.limits.exceeded(Limit::kDepth, format_location(found.location)));
    return;
  }
  switch (kind) {
    case ContainerKind::kIndexed:
      if (in.size() >= 0) {
        in.seek(0);
        read_archive(*this, found, in, depth);
      } else {
        open_indexed(found, head, depth);
      }
      break;
    case ContainerKind::kSequential:
      read_archive(*this, found, head, depth);
      break;
    case ContainerKind::kWebArchive:
      read_warc(*this, found, head, depth);
      break;
    case ContainerKind::kNone:
      break;
  }
}

void ContainerReader::open_indexed(const SourceFile& found, Lookahead& in, unsigned depth) {
  if (in.peek(kWholeBytes + 1).size() <= kWholeBytes) {
    const std::string bytes = in.take_peeked();
    char next = 0;
    if (const auto damage = in.read(&next, 1); !damage) callbacks_.on_problem(damage.error());
    MemoryInput memory(bytes);
    read_archive(*this, found, memory, depth);
    return;
  }
  const auto spooled = FileInput::spool(in);
  if (!spooled) {
    callbacks_.on_problem(spooled.error());
    return;
  }
  read_archive(*this, found, **spooled, depth);
}

void ContainerReader::hand_over(SourceFile found, Lookahead& in) {
  const bool is_whole = in.peek(kWholeBytes + 1).size() <= kWholeBytes;
  found.bytes = in.take_peeked();
  if (is_whole) {
    // Behind the last byte stands the end or what broke the bytes off.
    char next = 0;
    if (const auto damage = in.read(&next, 1); !damage) {
      callbacks_.on_problem(damage.error());
      return;
    }
    callbacks_.on_file(std::move(found));
  } else {
    found.rest = &in;
    callbacks_.on_file(std::move(found));
  }
}

}  // namespace bayan::indexer
