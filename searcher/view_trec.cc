#include <fmt/format.h>

#include "searcher/views.h"

namespace bayan::searcher {
namespace {

std::string percent_encoded(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == '%') {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string format_trec(std::string_view query_id, const Answer& answer) {
  std::string out;
  for (const SearchResult& result : answer.results) {
    out += fmt::format("{} Q0 {} {} {:.6f} bayan\n", percent_encoded(query_id),
                       percent_encoded(result.id), result.rank, result.score);
  }
  return out;
}

}  // namespace bayan::searcher
