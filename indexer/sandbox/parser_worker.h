#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/extracted.h"

/// The parsers that run in a process of their own (parser_pool.h), and that process's main.
namespace bayan::indexer {

/// The argument that makes bayan-indexer such a process; behind it stands its memory in bytes.
inline constexpr std::string_view kWorkerArgument = "--parser-process";

/// Exit statuses of the process.
inline constexpr int kOutOfMemory = 10;
inline constexpr int kCannotConfine = 11;

/// Names of the parsers, as messages to the process begin.
inline constexpr char kHtmlParser = 'H';
inline constexpr char kPdfParser = 'P';
/// Those of fault_parsers.h.
inline constexpr char kAbortingParser = 'a';
inline constexpr char kHangingParser = 'h';
inline constexpr char kGreedyParser = 'g';
inline constexpr char kProbingParser = 'p';

/// Parses `content` here and now. An unknown parser gives a failure.
[[nodiscard]] Extracted run_parser(char parser, std::string_view content);

/// Answers messages on standard input until it is closed; gives the exit status.
int run_parser_worker(std::string_view memory_bytes);

}  // namespace bayan::indexer
