#include "common/cli/styled_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/printable.h"
#include "common/base/utf8.h"

namespace bayan::cli {
namespace {

constexpr std::string_view kOpen = "\u2068";   // FIRST STRONG ISOLATE
constexpr std::string_view kClose = "\u2069";  // POP DIRECTIONAL ISOLATE

/// Isolates open at the end of `text`.
std::size_t open_isolates(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at + kOpen.size() <= text.size(); ++at) {
    const std::string_view here = text.substr(at, kOpen.size());
    if (here == kOpen) ++depth;
    if (here == kClose) --depth;
  }
  return depth;
}

std::string percent_encoded(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    if (c > ' ' && c < '\x7F') {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

void StyledText::add(std::string_view text, Style style) {
  if (text.empty()) return;
  text_ += text;
  if (!runs_.empty() && runs_.back().style == style) {
    runs_.back().end = text_.size();
  } else {
    runs_.push_back({text_.size(), style});
  }
}

StyledText& StyledText::own(std::string_view text, Ink ink) {
  add(text, {ink, link_});
  return *this;
}

StyledText& StyledText::document(std::string_view text, Ink ink) {
  open_isolate();
  add(printable_line(text), {ink, link_});
  return close_isolate();
}

StyledText& StyledText::part(std::string_view text, Ink ink) {
  std::string safe;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    utf8::append(safe, is_unsafe_to_print(c.value) ? utf8::kReplacement : c.value);
    i += c.byte_count;
  }
  add(safe, {ink, link_});
  return *this;
}

StyledText& StyledText::open_isolate() {
  add(kOpen, {Ink::kPlain, link_});
  return *this;
}

StyledText& StyledText::close_isolate() {
  add(kClose, {Ink::kPlain, link_});
  return *this;
}

StyledText& StyledText::begin_link(std::string_view uri) {
  uris_.push_back(percent_encoded(uri));
  link_ = static_cast<std::uint32_t>(uris_.size());
  return *this;
}

StyledText& StyledText::end_link() {
  link_ = 0;
  return *this;
}

StyledText& StyledText::append(const StyledText& other) {
  const auto shift = static_cast<std::uint32_t>(uris_.size());
  uris_.insert(uris_.end(), other.uris_.begin(), other.uris_.end());
  std::size_t begin = 0;
  for (const Run& run : other.runs_) {
    const std::uint32_t link = run.style.link == 0 ? 0 : run.style.link + shift;
    add(std::string_view(other.text_).substr(begin, run.end - begin), {run.style.ink, link});
    begin = run.end;
  }
  return *this;
}

StyledText StyledText::slice(std::size_t begin, std::size_t end) const {
  const std::string_view text = text_;
  StyledText out;
  out.uris_ = uris_;
  for (std::size_t n = open_isolates(text.substr(0, begin)); n > 0; --n) out.open_isolate();
  for (std::size_t at = begin; at < end;) {
    const auto run = std::ranges::upper_bound(runs_, at, {}, &Run::end);
    const std::size_t stop = std::min(run->end, end);
    out.add(text.substr(at, stop - at), run->style);
    at = stop;
  }
  for (std::size_t n = open_isolates(text.substr(0, end)); n > 0; --n) out.close_isolate();
  return out;
}

StyledText::Style StyledText::style_at(std::size_t byte_offset) const {
  const auto run = std::ranges::upper_bound(runs_, byte_offset, {}, &Run::end);
  return run == runs_.end() ? Style{} : run->style;
}

}  // namespace bayan::cli
