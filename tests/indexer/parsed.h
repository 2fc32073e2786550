#pragma once

#include <string>

#include "indexer/parse.h"

namespace bayan::tests {

/// «id=title|body|date source|issuer» for each statement of a file, «!kind place» for each problem.
inline std::string parsed(const indexer::SourceFile& file,
                          const indexer::ParseOptions& options = {}) {
  std::string out;
  indexer::parse_file(file, options,
                      {[&out](const statement::Statement& s) {
                         out += s.id + "=" + s.title + "|" + s.body + "|" + s.date;
                         if (!s.date.empty())
                           out += " " + std::string(date_source_name(s.date_source));
                         out += "|" + s.issuer + "\n";
                       },
                       [&out](const indexer::Problem& p) {
                         out += "!" + std::string(row_of(p.kind).name) + " " + p.place + "\n";
                       }});
  return out;
}

inline std::string parsed(const std::string& bytes, const indexer::ParseOptions& options = {}) {
  return parsed(indexer::SourceFile{{"f", "", 0}, bytes}, options);
}

}  // namespace bayan::tests
