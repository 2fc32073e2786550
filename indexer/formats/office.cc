#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "indexer/formats/extracted.h"
#include "indexer/formats/office_xml.h"
#include "indexer/formats/parsers.h"
#include "indexer/formats/whole_document.h"

namespace bayan::indexer {
namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

bool is_wanted(std::string_view name) {
  return name == "word/document.xml" || name == "docProps/core.xml" || name == "content.xml" ||
         name == "meta.xml";
}

struct Members {
  std::map<std::string, std::string> texts;
  bool is_too_large = false;
  bool is_damaged = false;
};

/// The parts of a package that hold text and properties.
Members read_members(const std::string& package, std::uint64_t limit) {
  Members members;
  const Reader reader(archive_read_new(), &archive_read_free);
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), package.data(), package.size()) != ARCHIVE_OK) {
    members.is_damaged = true;
    return members;
  }
  archive_entry* entry = nullptr;
  int status = ARCHIVE_OK;
  while ((status = archive_read_next_header(reader.get(), &entry)) >= ARCHIVE_WARN &&
         status != ARCHIVE_EOF) {
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr || !is_wanted(name)) continue;
    std::string& text = members.texts[name];
    constexpr std::size_t kBlock = 64 << 10;
    la_ssize_t count = 1;
    while (count > 0 && text.size() <= limit) {
      const std::size_t before = text.size();
      text.resize(before + kBlock);
      count = archive_read_data(reader.get(), text.data() + before, kBlock);
      text.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
    }
    members.is_damaged |= count < 0;
    members.is_too_large |= text.size() > limit;
  }
  members.is_damaged |= status != ARCHIVE_EOF;
  return members;
}

void parse_package(const Document& document, std::string_view body_member,
                   std::string_view properties_member,
                   Extracted (*extract)(std::string_view body, std::string_view properties)) {
  const std::optional<std::string> package = read_document(document);
  if (!package) return;
  const Members members = read_members(*package, document.options.limits[Limit::kDocument]);
  const std::string place = format_location(document.file.location);
  if (members.is_too_large) {
    document.callbacks.on_problem(document.options.limits.exceeded(Limit::kDocument, place));
    return;
  }
  const auto body = members.texts.find(std::string(body_member));
  if (body == members.texts.end() || members.is_damaged) {
    document.callbacks.on_problem({ProblemKind::kMalformed, place,
                                   members.is_damaged
                                       ? "the document is damaged"
                                       : fmt::format("the document has no {}", body_member),
                                   "open it in an office program and save it again"});
    return;
  }
  const auto properties = members.texts.find(std::string(properties_member));
  emit_extracted(document,
                 extract(body->second, properties == members.texts.end()
                                           ? std::string_view()
                                           : std::string_view(properties->second)),
                 statement::DateSource::kDocument);
}

}  // namespace

bool is_docx(const Sample& sample) {
  return sample.bytes.starts_with("PK") && sample.bytes.find("word/") != std::string_view::npos;
}

bool is_odt(const Sample& sample) {
  return sample.bytes.starts_with("PK") &&
         sample.bytes.substr(0, 256).find("application/vnd.oasis.opendocument.text") !=
             std::string_view::npos;
}

void parse_docx(const Document& document) {
  parse_package(document, "word/document.xml", "docProps/core.xml", &extract_docx);
}

void parse_odt(const Document& document) {
  parse_package(document, "content.xml", "meta.xml", &extract_odt);
}

}  // namespace bayan::indexer
