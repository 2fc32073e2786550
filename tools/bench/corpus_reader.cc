#include "tools/bench/corpus_reader.h"

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace bayan::bench {

CorpusReader::CorpusReader(const std::filesystem::path& path) : lines_(path) {
  if (lines_) return;
  std::cerr << path.string() << ": cannot be read\n";
  std::exit(EXIT_FAILURE);
}

std::optional<statement::Statement> CorpusReader::next() {
  std::string line;
  {
    const std::lock_guard lock(mutex_);
    if (!std::getline(lines_, line)) return std::nullopt;
  }
  const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
  if (!record.is_object()) {
    std::cerr << "a line of the corpus is no JSON object\n";
    std::exit(EXIT_FAILURE);
  }
  const auto text = [&](const char* key) {
    const auto found = record.find(key);
    return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  statement::Statement statement;
  statement.id = text("id");
  statement.title = text("title");
  statement.body = text("text");
  statement.date = text("date");
  statement.issuer = text("source");
  return statement;
}

}  // namespace bayan::bench
