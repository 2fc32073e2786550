#include "indexer/sandbox/parser_worker.h"

#include <unistd.h>

#include <charconv>
#include <csignal>
#include <limits>
#include <new>

#include "indexer/formats/html.h"
#include "indexer/formats/pdf.h"
#include "indexer/sandbox/confine.h"
#include "indexer/sandbox/fault_parsers.h"
#include "indexer/sandbox/frame.h"

namespace bayan::indexer {
namespace {

constexpr std::size_t kSecondsBytes = 4;

/// A message: the parser, four digits of seconds, the document.
void answer(std::string_view message) {
  std::uint64_t seconds = 0;
  const std::string_view digits = message.substr(1, kSecondsBytes);
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  limit_processor_time(seconds);
  std::string out;
  try {
    out = encode_extracted(run_parser(message.front(), message.substr(1 + kSecondsBytes)));
  } catch (const std::bad_alloc&) {
    ::_exit(kOutOfMemory);
  }
  if (!send_frame(STDOUT_FILENO, out)) ::_exit(0);
}

}  // namespace

Extracted run_parser(char parser, std::string_view content) {
  switch (parser) {
    case kHtmlParser:
      return extract_html(content);
    case kPdfParser:
      return extract_pdf(content);
    default:
      return run_fault_parser(parser);
  }
}

int run_parser_worker(std::string_view memory_bytes) {
  std::uint64_t memory = 0;
  std::from_chars(memory_bytes.data(), memory_bytes.data() + memory_bytes.size(), memory);
  // What the terminal sends to all processes is for the indexer to answer.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  prepare_pdf();
  if (!confine_this_process(memory)) return kCannotConfine;
  while (true) {
    const ReceivedFrame message =
        receive_frame(STDIN_FILENO, std::numeric_limits<std::uint32_t>::max(), std::nullopt);
    if (message.end || message.content.size() <= kSecondsBytes) return 0;
    answer(message.content);
  }
}

}  // namespace bayan::indexer
