#include "indexer/containers/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "indexer/containers/http_message.h"

namespace bayan::indexer {
namespace {

constexpr std::size_t kLargestHeader = std::size_t{64} << 10;
/// Bodies kept for revisits, in all.
constexpr std::size_t kKeptBytes = std::size_t{16} << 20;

struct WarcRecord {
  HeaderFields fields;
  std::uint64_t content_size = 0;
  std::uint64_t number = 0;

  [[nodiscard]] std::string_view field(std::string_view name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
  }
  [[nodiscard]] std::string uri() const {
    std::string_view value = field("warc-target-uri");
    // WARC 1.0's grammar puts it in angle brackets, and some writers do.
    if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
};

bool dresses_a_page(std::string_view media_type) {
  constexpr std::array<std::string_view, 5> kPrefixes = {"image/", "audio/", "video/", "font/",
                                                         "application/font"};
  constexpr std::array<std::string_view, 8> kTypes = {"text/css",
                                                      "text/javascript",
                                                      "application/javascript",
                                                      "text/dns",
                                                      "application/x-javascript",
                                                      "application/ecmascript",
                                                      "application/vnd.ms-fontobject",
                                                      "application/x-shockwave-flash"};
  return std::ranges::any_of(kPrefixes, [&](auto p) { return media_type.starts_with(p); }) ||
         std::ranges::find(kTypes, media_type) != kTypes.end();
}

/// Bodies by digest, the first ones up to kKeptBytes.
class KeptBodies {
 public:
  void keep(std::string_view digest, const SourceFile& file) {
    if (digest.empty() || size_ + file.bytes.size() > kKeptBytes) return;
    if (bodies_.try_emplace(std::string(digest), file).second) size_ += file.bytes.size();
  }
  [[nodiscard]] const SourceFile* find(std::string_view digest) const {
    const auto found = bodies_.find(std::string(digest));
    return found == bodies_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, SourceFile> bodies_;
  std::size_t size_ = 0;
};

class WarcWalk {
 public:
  WarcWalk(ContainerReader& owner, const SourceFile& found, Lookahead& in, unsigned depth)
      : owner_(owner), found_(found), in_(in), depth_(depth) {}

  void run() {
    while (!owner_.callbacks().is_cancelled() && take_record()) {
    }
  }

 private:
  /// False at the end, and where the file is damaged.
  bool take_record() {
    skip_line_ends();
    const std::string_view head = in_.peek(kLargestHeader);
    if (head.empty()) return end();
    WarcRecord record;
    record.number = ++count_;
    const std::size_t header_size = find_header_end(head);
    if (!head.starts_with("WARC/") || header_size == std::string_view::npos) {
      return damaged("no record begins here");
    }
    const std::size_t first_line = head.find('\n') + 1;
    record.fields = parse_header_fields(head.substr(first_line, header_size - first_line));
    const std::string_view size = record.field("content-length");
    const auto [end, error] =
        std::from_chars(size.data(), size.data() + size.size(), record.content_size);
    if (error != std::errc() || end != size.data() + size.size()) {
      return damaged("a record without a length");
    }
    in_.skip(header_size);
    return take_content(record);
  }

  void skip_line_ends() {
    while (true) {
      const std::string_view next = in_.peek(1);
      if (next != "\r" && next != "\n") return;
      in_.skip(1);
    }
  }

  bool take_content(const WarcRecord& record) {
    const std::string_view type = record.field("warc-type");
    const bool is_wanted = type == "response" || type == "resource" || type == "revisit" ||
                           type == "conversion" || type == "continuation";
    std::string content;
    if (!is_wanted || record.content_size > owner_.options().limits[Limit::kDocument]) {
      if (is_wanted) tell(owner_.options().limits.exceeded(Limit::kDocument, place_of(record)));
      return pass_over(record.content_size);
    }
    if (!read_content(record.content_size, content)) return false;
    if (type == "revisit") {
      revisit(record);
    } else if (type == "continuation" || !record.field("warc-segment-number").empty()) {
      tell({ProblemKind::kUnsupported, place_of(record), "a record in segments is not read", ""});
    } else if (type == "response" && content.starts_with("HTTP/")) {
      take_response(record, content);
    } else {
      const ContentType content_type = parse_content_type(record.field("content-type"));
      hand_over(record, std::move(content), content_type);
    }
    return true;
  }

  void take_response(const WarcRecord& record, std::string_view content) {
    constexpr int kOk = 200;
    auto response = parse_http_response(content, owner_.options().limits[Limit::kDocument]);
    if (!response || response->status != kOk) return;
    const auto type = response->fields.find("content-type");
    const ContentType content_type =
        type == response->fields.end() ? ContentType{} : parse_content_type(type->second);
    if (dresses_a_page(content_type.media_type) || response->body.empty()) return;
    if (!response->unread_coding.empty()) {
      tell({ProblemKind::kUnsupported, place_of(record),
            fmt::format("the body's coding «{}» is not read", response->unread_coding), ""});
      return;
    }
    if (response->is_too_large) {
      tell(owner_.options().limits.exceeded(Limit::kDocument, place_of(record)));
      return;
    }
    hand_over(record, std::move(response->body), content_type);
  }

  void hand_over(const WarcRecord& record, std::string body, const ContentType& type) {
    if (body.empty() || dresses_a_page(type.media_type)) return;
    SourceFile file = found_;
    file.bytes = std::move(body);
    file.metadata.media_type = type.media_type;
    file.metadata.charset = type.charset;
    kept_.keep(record.field("warc-payload-digest"), file);
    emit(record, std::move(file));
  }

  void emit(const WarcRecord& record, SourceFile file) {
    const std::string uri = record.uri();
    if (!file.location.member.empty()) file.location.member += "!/";
    file.location.member += uri.empty() ? fmt::format("record-{}", record.number) : uri;
    if (owner_.options().selection.excludes(format_location(file.location))) return;
    if (uri.starts_with("http")) file.metadata.url = uri;
    file.metadata.crawl_date = record.field("warc-date");
    const std::string bytes = std::move(file.bytes);
    file.bytes.clear();
    owner_.budget().add_unpacked(bytes.size());
    MemoryInput in(bytes);
    owner_.take(std::move(file), in, depth_ + 1);
  }

  /// The same URL again says nothing new; another URL with the same body is a document of its own.
  void revisit(const WarcRecord& record) {
    const std::string_view refers_to = record.field("warc-refers-to-target-uri");
    if (refers_to.empty() || refers_to == record.field("warc-target-uri")) return;
    if (const SourceFile* kept = kept_.find(record.field("warc-payload-digest"))) {
      emit(record, *kept);
      return;
    }
    tell({ProblemKind::kUnsupported, place_of(record),
          fmt::format("its text stands under {} and was not met in this file before", refers_to),
          "the statement is indexed under that URL when the file that holds it is read"});
  }

  bool read_content(std::uint64_t size, std::string& content) {
    content.resize(size);
    for (std::size_t at = 0; at < size;) {
      const auto count = in_.read(content.data() + at, size - at);
      if (!count) {
        tell(count.error());
        return false;
      }
      if (*count == 0) return damaged("the file ends inside this record");
      at += *count;
    }
    return true;
  }

  bool pass_over(std::uint64_t size) {
    std::string block(std::min<std::uint64_t>(size, kLargestHeader), '\0');
    while (size > 0) {
      const auto count = in_.read(block.data(), std::min<std::uint64_t>(size, block.size()));
      if (!count) {
        tell(count.error());
        return false;
      }
      if (*count == 0) return damaged("the file ends inside this record");
      size -= *count;
    }
    return true;
  }

  bool end() {
    char next = 0;
    if (const auto last = in_.read(&next, 1); !last) tell(last.error());
    return false;
  }

  bool damaged(std::string_view fact) {
    tell({ProblemKind::kMalformed,
          fmt::format("{} (record {})", format_location(found_.location), count_),
          fmt::format("the web archive is damaged here ({})", fact),
          "what stands before the damage is indexed; fetch the archive again for the rest"});
    return false;
  }

  [[nodiscard]] std::string place_of(const WarcRecord& record) const {
    statement::Location place = found_.location;
    if (!place.member.empty()) place.member += "!/";
    place.member += record.uri();
    return format_location(place);
  }

  void tell(Problem problem) const { owner_.callbacks().on_problem(std::move(problem)); }

  ContainerReader& owner_;
  const SourceFile& found_;
  Lookahead& in_;
  unsigned depth_;
  std::uint64_t count_ = 0;
  KeptBodies kept_;
};

}  // namespace

void read_warc(ContainerReader& reader, const SourceFile& found, Lookahead& in, unsigned depth) {
  WarcWalk(reader, found, in, depth).run();
}

}  // namespace bayan::indexer
