#include <algorithm>
#include <array>

#include "indexer/formats/parsers.h"

namespace bayan::indexer {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Whether `tag`, lower case with its bracket, opens at the beginning of `text`.
bool opens(std::string_view text, std::string_view tag) {
  if (text.size() < tag.size()) return false;
  if (!std::equal(tag.begin(), tag.end(), text.begin(),
                  [](char a, char b) { return a == lower(b); })) {
    return false;
  }
  constexpr std::string_view kBehindName = " \t\r\n>/";
  return text.size() == tag.size() || tag.ends_with("!--") || tag.ends_with("<?") ||
         kBehindName.find(text[tag.size()]) != std::string_view::npos;
}

}  // namespace

bool is_html(const Sample& sample) {
  constexpr std::array<std::string_view, 4> kFirst = {"<!doctype html", "<html", "<head", "<body"};
  constexpr std::array<std::string_view, 14> kCommon = {
      "<html",  "<head", "<body", "<title", "<meta", "<div", "<p",
      "<table", "<br",   "<span", "<h1",    "<font", "<a",   "<script"};
  constexpr std::size_t kSampleBytes = 4096;
  std::string_view text = sample.text.substr(0, kSampleBytes);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!text.starts_with('<')) return false;
  if (std::ranges::any_of(kFirst, [&](auto tag) { return opens(text, tag); })) return true;
  // A fragment, a comment or an XML declaration first: a few tags of HTML must follow.
  std::size_t tags = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (std::ranges::any_of(kCommon, [&](auto tag) { return opens(text.substr(at), tag); })) ++tags;
  }
  const bool is_declared = sample.file.metadata.media_type == "text/html" ||
                           sample.file.metadata.media_type == "application/xhtml+xml";
  return tags >= (is_declared ? 1 : 2);
}

std::string find_html_charset(std::string_view bytes) {
  constexpr std::size_t kSampleBytes = 4096;
  std::string head(bytes.substr(0, kSampleBytes));
  std::ranges::transform(head, head.begin(), lower);
  const bool is_markup = head.find("<meta") != std::string::npos || head.starts_with("<?xml");
  if (!is_markup) return {};
  for (const std::string_view name : {"charset", "encoding"}) {
    std::size_t at = head.find(name);
    if (at == std::string::npos) continue;
    at += name.size();
    at = head.find_first_not_of(" \t=\"'", at);
    if (at == std::string::npos) continue;
    return head.substr(at, head.find_first_of(" \t\"'/>;?", at) - at);
  }
  return {};
}

}  // namespace bayan::indexer
