// Times queries in one process over a published index, as bayan-searcher answers them: ten results
// with their snippets, and with every facet where that is asked for.
//
//   query_speed INDEX QUERIES plain|facets ROUNDS
//
// QUERIES holds «id TAB words» a line; signs of the query language are taken for spaces. Each query
// is answered ROUNDS times after a round that only warms, one round over all of them after the
// other, and its time is the median of its rounds. `check` is the sum of all totals and highlights:
// it is the same where answers are.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/search.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

[[noreturn]] void stop(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(EXIT_FAILURE);
}

/// «id TAB words» -> the words, ASCII signs being spaces.
std::string words_of(std::string line) {
  line.erase(0, line.find('\t') + 1);
  std::ranges::replace_if(
      line,
      [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && std::isalnum(byte) == 0;
      },
      ' ');
  return line;
}

std::vector<searcher::Request> read_requests(const char* path, bool with_facets) {
  std::ifstream file(path);
  if (!file) stop(std::string(path) + ": cannot be read");
  searcher::Request request;
  for (const index::Field& field : index::fields()) {
    if (with_facets && field.facet) request.facets.push_back(field.id);
  }
  std::vector<searcher::Request> requests;
  for (std::string line; std::getline(file, line);) {
    request.query = words_of(line);
    requests.push_back(request);
  }
  return requests;
}

/// What one query took, round by round.
struct Times {
  std::vector<Milliseconds> wall;
  std::vector<Milliseconds> cpu;
};

std::uint64_t check_of(const searcher::Answer& answer) {
  std::uint64_t sum = answer.total;
  for (const searcher::SearchResult& result : answer.results) {
    sum += result.snippet.highlights.size() + result.title.highlights.size();
  }
  for (const searcher::Facet& facet : answer.facets) {
    for (const searcher::FacetValue& value : facet.values) sum += value.count;
  }
  return sum;
}

/// Answers once; the sum for `check`.
std::uint64_t answer(const searcher::Searcher& searcher, const searcher::Request& request,
                     Times& times) {
  const Milliseconds cpu_before = thread_cpu_time();
  const Stopwatch watch;
  const Result<searcher::Answer> answer = searcher.search(request);
  times.wall.push_back(watch.elapsed());
  times.cpu.push_back(thread_cpu_time() - cpu_before);
  if (!answer) stop(request.query + ": " + answer.error().message);
  return check_of(*answer);
}

void print_distribution(const char* name, const std::vector<Milliseconds>& times) {
  Milliseconds sum{};
  for (const Milliseconds time : times) sum += time;
  std::printf("%s p50 %.2f p95 %.2f max %.2f mean %.2f  ", name, quantile(times, .5).count(),
              quantile(times, .95).count(), quantile(times, 1).count(),
              sum.count() / static_cast<double>(std::max<std::size_t>(1, times.size())));
}

void print(const std::vector<Times>& measured, std::uint64_t check) {
  std::vector<Milliseconds> wall;
  std::vector<Milliseconds> cpu;
  for (const Times& times : measured) {
    wall.push_back(quantile(times.wall, .5));
    cpu.push_back(quantile(times.cpu, .5));
  }
  print_distribution("ms", wall);
  print_distribution("CPU-ms", cpu);
  std::printf("check %llu\n", static_cast<unsigned long long>(check));
}

int run(char** arguments) {
  const bool with_facets = std::string_view(arguments[3]) == "facets";
  const int rounds = std::max(1, std::atoi(arguments[4]));
  const Result<index::IndexReader> index = index::IndexReader::open(arguments[1]);
  if (!index) stop(index.error().message);
  const entity::LazyCountries countries;
  const searcher::Searcher searcher(*index, countries);
  const std::vector<searcher::Request> requests = read_requests(arguments[2], with_facets);
  std::vector<Times> measured(requests.size());
  std::uint64_t check = 0;
  for (int round = 0; round <= rounds; ++round) {
    check = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      check += answer(searcher, requests[i], measured[i]);
    }
    if (round == 0) std::ranges::fill(measured, Times{});
  }
  print(measured, check);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  if (argc != 5) bayan::bench::stop("see the head of query_speed.cc for its arguments");
  return bayan::bench::run(argv);
}
