#include "indexer/formats/format.h"

#include <algorithm>
#include <array>

#include "indexer/formats/office_package.h"
#include "indexer/formats/parsers.h"

namespace bayan::indexer {
namespace {

using namespace std::string_view_literals;

template <std::size_t kSize>
bool begins_with_any(const Sample& sample, const std::array<std::string_view, kSize>& signs) {
  return std::ranges::any_of(signs, [&](auto sign) { return sample.bytes.starts_with(sign); });
}

bool is_picture(const Sample& sample) {
  constexpr std::array kSigns = {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv};
  return begins_with_any(sample, kSigns) ||
         (sample.bytes.starts_with("RIFF") && sample.bytes.substr(8).starts_with("WEBP"));
}

/// Somewhere in the first kilobyte: mail programs and servers leave lines before it.
bool is_pdf(const Sample& sample) {
  constexpr std::size_t kSearched = 1024;
  const std::size_t at = sample.bytes.substr(0, kSearched).find("%PDF-");
  return at == 0 ||
         (at != std::string_view::npos && sample.bytes.find("%%EOF") != std::string_view::npos);
}

bool is_other_office(const Sample& sample) { return is_office_package(sample.bytes); }

bool is_old_office(const Sample& sample) { return sample.bytes.starts_with("\xD0\xCF\x11\xE0"sv); }

bool is_other_archive(const Sample& sample) {
  constexpr std::array kSigns = {"Rar!\x1A\x07"sv, "MSCF"sv};
  return begins_with_any(sample, kSigns);
}

bool is_program(const Sample& sample) {
  return sample.bytes.starts_with(
      "\x7F"
      "ELF"sv);
}

/// Text has few controls; what has many is some other format.
bool is_binary(const Sample& sample) {
  constexpr std::size_t kSampleBytes = 4096;
  const std::string_view start = sample.text.substr(0, kSampleBytes);
  const auto controls = std::ranges::count_if(start, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
  });
  return static_cast<std::size_t>(controls) * 20 > start.size();
}

bool always(const Sample& /*sample*/) { return true; }

constexpr std::array kFormats = {
    Format{"pdf", "PDF", false, &is_pdf, &parse_pdf},
    Format{"odt", "ODT", false, &is_odt, &parse_odt},
    Format{"docx", "DOCX", false, &is_docx, &parse_docx},
    Format{"office", "spreadsheets and slides", false, &is_other_office, nullptr},
    Format{"picture", "pictures", false, &is_picture, nullptr},
    Format{"old-office", "old Office", false, &is_old_office, nullptr},
    Format{"other-archive", "rar and cab", false, &is_other_archive, nullptr},
    Format{"program", "programs", false, &is_program, nullptr},
    Format{"binary", "what is no text", true, &is_binary, nullptr},
    Format{"json", "JSON", true, &is_json, &parse_json},
    Format{"html", "HTML", true, &is_html, &parse_html},
    Format{"csv", "CSV", true, &is_csv, &parse_csv},
    Format{"text", "plain text", true, &always, &parse_text},
};

void tell_too_large(const Document& document) {
  document.callbacks.on_problem(
      document.options.limits.exceeded(Limit::kDocument, format_location(document.file.location)));
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto* const format = std::ranges::find(kFormats, name, &Format::name);
  return format == kFormats.end() || format->parse == nullptr ? nullptr : format;
}

std::string readable_formats() {
  std::string names;
  for (const Format& format : kFormats) {
    if (format.parse == nullptr) continue;
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return names;
}

std::optional<std::string> read_document(const Document& document) {
  const std::uint64_t limit = document.options.limits[Limit::kDocument];
  std::string bytes = document.file.bytes;
  if (document.file.rest != nullptr) {
    const auto is_whole = read_all(*document.file.rest, limit, bytes);
    if (!is_whole) {
      document.callbacks.on_problem(is_whole.error());
      return std::nullopt;
    }
  }
  if (bytes.size() <= limit) return bytes;
  tell_too_large(document);
  return std::nullopt;
}

std::optional<std::string_view> read_document_text(const Document& document) {
  const auto text = document.text->whole(document.options.limits[Limit::kDocument]);
  // Half a document would be a statement of its own: better told than indexed.
  if (document.text->damage()) return std::nullopt;
  if (!text) tell_too_large(document);
  return text;
}

}  // namespace bayan::indexer
