// Times queries over an index that layout_build made, in this process or through a server.
//
//   layout_query words   DATABASE ORDER  QUERIES DICTIONARY_DATABASE
//   layout_query second  DATABASE ORDER  QUERIES DICTIONARY_DATABASE
//   layout_query phrases DATABASE ORDER  PHRASES
//   layout_query facets  DATABASE FACETS COUNTER WORDS
//
// DATABASE is a folder or HOST:PORT of a xapian-tcpsrv; ORDER positions|hashes|pairs|ranks; FACETS
// strings|ids; COUNTER own|stock. Query files hold «id TAB query» a line. Each query is run twice
// and the second run counts. `check` is the same for all layouts where the answers are.

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>

#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/index/word_pair.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "common/text/stop_words.h"
#include "tools/bench/layout.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

using Xapian::Query;
using Forms = std::vector<std::string>;

[[noreturn]] void stop(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(EXIT_FAILURE);
}

Xapian::Database open(const std::string& place) {
  const std::size_t colon = place.rfind(':');
  if (colon == std::string::npos) return Xapian::Database(place);
  return Xapian::Remote::open(place.substr(0, colon),
                              static_cast<unsigned>(std::stoul(place.substr(colon + 1))));
}

/// Each line's query as folded words.
std::vector<Forms> read_queries(const char* path) {
  std::ifstream file(path);
  if (!file) stop(std::string(path) + ": cannot be read");
  std::vector<Forms> queries;
  text::TokenList tokens;
  for (std::string line; std::getline(file, line);) {
    text::analyze(std::string_view(line).substr(line.find('\t') + 1), tokens);
    Forms forms;
    for (std::size_t i = 0; i < tokens.size(); ++i) forms.emplace_back(tokens.form(i));
    if (!forms.empty()) queries.push_back(std::move(forms));
  }
  return queries;
}

/// Forms in the index by stem, as the dictionary gives them.
class Conflation {
 public:
  explicit Conflation(const Xapian::Database& database) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      if (index::is_text_term(*term)) forms_[index::dictionary_stem(*term)].push_back(*term);
    }
  }
  [[nodiscard]] const Forms& forms_of(const std::string& form) const {
    static const Forms none;
    const auto found = forms_.find(index::dictionary_stem(form));
    return found == forms_.end() ? none : found->second;
  }

 private:
  std::unordered_map<std::string, Forms> forms_;
};

/// Runs `answer(query)` twice for each query; prints the distribution of the second runs' times and
/// the sum of what they gave.
template <typename Answer>
void measure(const std::vector<Forms>& queries, Answer&& answer) {
  std::vector<Milliseconds> times;
  std::uint64_t check = 0;
  for (const Forms& query : queries) {
    (void)answer(query);
    const Stopwatch watch;
    check += answer(query);
    times.push_back(watch.elapsed());
  }
  std::printf("queries %zu, p50 %.3f ms, p95 %.3f ms, longest %.3f ms, peak %.0f MB, check %llu\n",
              times.size(), quantile(times, .5).count(), quantile(times, .95).count(),
              quantile(times, 1).count(), static_cast<double>(peak_resident_bytes()) / 1e6,
              static_cast<unsigned long long>(check));
}

Query words_query(const Conflation& conflation, const Forms& query) {
  std::vector<Query> parts;
  for (const std::string& form : query) {
    if (text::is_stop_word(form)) continue;
    const Forms& forms = conflation.forms_of(form);
    parts.emplace_back(Query::OP_SYNONYM, forms.begin(), forms.end());
  }
  return {Query::OP_OR, parts.begin(), parts.end()};
}

std::uint64_t search_words(const Xapian::Database& database, const Conflation& conflation,
                           const Forms& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(words_query(conflation, query));
  return enquire.get_mset(0, 10).size();
}

/// For each of the first 50 statements, how often words of the query stand side by side in its
/// order: the part of a second ranking stage that reads word order.
class SecondStage {
 public:
  SecondStage(const Xapian::Database& database, WordOrder order, const Conflation& conflation)
      : database_(database), order_(order), conflation_(conflation) {}

  std::uint64_t run(const Forms& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(words_query(conflation_, query));
    constexpr Xapian::doccount kDepth = 50;
    const Xapian::MSet matches = enquire.get_mset(0, kDepth);
    matches.fetch();
    std::uint64_t pairs = 0;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      pairs += count_pairs(places(match, query));
    }
    return pairs;
  }

 private:
  using Place = std::pair<std::uint32_t, std::uint32_t>;  // position, word of the query

  static std::uint64_t count_pairs(std::vector<Place> places) {
    std::ranges::sort(places);
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
      pairs +=
          places[i].first + 1 == places[i + 1].first && places[i].second + 1 == places[i + 1].second
              ? 1
              : 0;
    }
    return pairs;
  }

  std::vector<Place> places(const Xapian::MSetIterator& match, const Forms& query) const {
    if (order_ == WordOrder::kPositions) return from_positions(*match, query);
    const std::string data = match.get_document().get_data();
    const std::string_view stream = statement::token_stream_of(data).value_or("");
    return order_ == WordOrder::kRanks ? from_ranks(*match, stream, query)
                                       : from_hashes(stream, query);
  }

  std::vector<Place> from_positions(Xapian::docid document, const Forms& query) const {
    std::vector<Place> places;
    std::unordered_map<std::string_view, std::uint32_t> wanted = wanted_forms(query);
    // One walk through the document's terms finds which of the many forms it holds.
    for (auto term = database_.termlist_begin(document); term != database_.termlist_end(document);
         ++term) {
      const auto found = wanted.find(*term);
      if (found == wanted.end()) continue;
      for (auto at = database_.positionlist_begin(document, *term);
           at != database_.positionlist_end(document, *term); ++at) {
        places.emplace_back(*at, found->second);
      }
    }
    return places;
  }

  std::vector<Place> from_hashes(std::string_view stream, const Forms& query) const {
    std::unordered_map<std::uint32_t, std::uint32_t> wanted;
    for (const auto& [form, word] : wanted_forms(query)) wanted[index::token_number(form)] = word;
    std::vector<Place> places;
    const index::TokenStream words(stream);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto found = wanted.find(words[i]);
      if (found != wanted.end()) places.emplace_back(i, found->second);
    }
    return places;
  }

  std::vector<Place> from_ranks(Xapian::docid document, std::string_view stream,
                                const Forms& query) const {
    std::unordered_map<std::string_view, std::uint32_t> wanted = wanted_forms(query);
    std::unordered_map<std::uint32_t, std::uint32_t> wanted_ranks;
    std::uint32_t rank = 0;
    for (auto term = database_.termlist_begin(document); term != database_.termlist_end(document);
         ++term) {
      const std::string name = *term;
      if (!index::is_text_term(name)) continue;
      const auto found = wanted.find(name);
      if (found != wanted.end()) wanted_ranks[rank] = found->second;
      ++rank;
    }
    std::vector<Place> places;
    const std::vector<std::uint32_t> words = decode_ranks(stream);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto found = wanted_ranks.find(words[i]);
      if (found != wanted_ranks.end()) places.emplace_back(i, found->second);
    }
    return places;
  }

  std::unordered_map<std::string_view, std::uint32_t> wanted_forms(const Forms& query) const {
    std::unordered_map<std::string_view, std::uint32_t> wanted;
    for (std::uint32_t word = 0; word < query.size(); ++word) {
      if (text::is_stop_word(query[word])) continue;
      for (const std::string& form : conflation_.forms_of(query[word])) wanted[form] = word;
    }
    return wanted;
  }

  const Xapian::Database& database_;
  WordOrder order_;
  const Conflation& conflation_;
};

/// How many statements hold the phrase, found by the means of each layout.
std::uint64_t count_phrase(const Xapian::Database& database, WordOrder order, const Forms& phrase) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const bool has_positions = order == WordOrder::kPositions;
  Forms terms = phrase;
  for (std::size_t i = 0; order == WordOrder::kPairs && i + 1 < phrase.size(); ++i) {
    if (index::is_pair_indexed(phrase[i], phrase[i + 1])) {
      terms.push_back(index::pair_term(phrase[i], phrase[i + 1]));
    }
  }
  enquire.set_query(
      Query(has_positions ? Query::OP_PHRASE : Query::OP_AND, terms.begin(), terms.end()));
  const Xapian::MSet candidates = enquire.get_mset(0, database.get_doccount());
  if (has_positions) return candidates.size();
  std::vector<std::uint32_t> numbers;
  for (const std::string& form : phrase) numbers.push_back(index::token_number(form));
  std::uint64_t found = 0;
  // In portions, so that a server is asked for many at once and memory stays bounded.
  constexpr Xapian::doccount kPortion = 100;
  for (Xapian::doccount begin = 0; begin < candidates.size(); begin += kPortion) {
    const Xapian::doccount end = std::min(begin + kPortion, candidates.size());
    candidates.fetch(candidates[begin], candidates[end - 1]);
    for (Xapian::doccount i = begin; i < end; ++i) {
      const Xapian::Document document = candidates[i].get_document();
      const std::string data = document.get_data();
      const std::string_view stream = statement::token_stream_of(data).value_or("");
      if (order != WordOrder::kRanks) {
        const index::TokenStream words(stream);
        for (std::size_t at = 0; at + numbers.size() <= words.size(); ++at) {
          std::size_t same = 0;
          while (same < numbers.size() && words[at + same] == numbers[same]) ++same;
          if (same == numbers.size()) {
            ++found;
            break;
          }
        }
        continue;
      }
      std::vector<std::uint32_t> ranks(phrase.size());
      std::uint32_t rank = 0;
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        const std::string name = *term;
        if (!index::is_text_term(name)) continue;
        for (std::size_t word = 0; word < phrase.size(); ++word) {
          if (phrase[word] == name) ranks[word] = rank;
        }
        ++rank;
      }
      const std::vector<std::uint32_t> words = decode_ranks(stream);
      if (std::ranges::search(words, ranks).begin() != words.end()) ++found;
    }
  }
  return found;
}

/// Counts a slot's keys as they stand, with a spy of ours.
class OwnSpy : public Xapian::MatchSpy {
 public:
  OwnSpy(Xapian::valueno slot, FacetLayout layout) : slot_(slot), layout_(layout) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const std::string value = document.get_value(slot_);
    if (layout_ == FacetLayout::kStrings) {
      for_each_string(value, [this](std::string_view key) { ++by_key_[std::string(key)]; });
      return;
    }
    index::for_each_id(value, [this](std::uint32_t id) {
      if (id >= by_id_.size()) by_id_.resize(id + 1U);
      ++by_id_[id];
    });
  }
  [[nodiscard]] std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (const auto& [key, count] : by_key_) sum += count;
    for (const std::uint64_t count : by_id_) sum += count;
    return sum;
  }

 private:
  Xapian::valueno slot_;
  FacetLayout layout_;
  std::unordered_map<std::string, std::uint64_t> by_key_;
  std::vector<std::uint64_t> by_id_;
};

/// Xapian's own spy counts whole values; the keys in each are added up afterwards.
std::uint64_t total_of(const Xapian::ValueCountMatchSpy& spy, FacetLayout layout) {
  std::unordered_map<std::string, std::uint64_t> by_key;
  std::unordered_map<std::uint32_t, std::uint64_t> by_id;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    const std::uint64_t count = value.get_termfreq();
    if (layout == FacetLayout::kStrings) {
      for_each_string(*value, [&](std::string_view key) { by_key[std::string(key)] += count; });
    } else {
      index::for_each_id(*value, [&](std::uint32_t id) { by_id[id] += count; });
    }
  }
  std::uint64_t sum = 0;
  for (const auto& [key, count] : by_key) sum += count;
  for (const auto& [id, count] : by_id) sum += count;
  return sum;
}

std::uint64_t count_facets(const Xapian::Database& database, FacetLayout layout, bool is_stock,
                           const Forms& query) {
  std::deque<Xapian::ValueCountMatchSpy> stock;  // spies can be neither copied nor moved
  std::deque<OwnSpy> own;
  for (const index::Field& field : index::fields()) {
    if (!field.facet) continue;
    stock.emplace_back(*field.facet);
    own.emplace_back(*field.facet, layout);
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_AND, query.begin(), query.end()));
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (is_stock) {
      enquire.add_matchspy(&stock[i]);
    } else {
      enquire.add_matchspy(&own[i]);
    }
  }
  (void)enquire.get_mset(0, 10, database.get_doccount());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    sum += is_stock ? total_of(stock[i], layout) : own[i].total();
  }
  return sum;
}

void print_matches(const Xapian::Database& database, const std::vector<Forms>& queries) {
  std::vector<Milliseconds> matches;  // any number goes through quantile()
  for (const Forms& query : queries) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Query(Query::OP_AND, query.begin(), query.end()));
    matches.emplace_back(enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated());
  }
  std::printf("matches: median %.0f, most %.0f; ", quantile(matches, .5).count(),
              quantile(matches, 1).count());
}

int run(const std::string& what, int argc, char** argv) {
  const Xapian::Database database = open(argv[2]);
  if (what == "facets" && argc == 6) {
    const std::optional<FacetLayout> layout = parse_facet_layout(argv[3]);
    if (!layout) stop("FACETS is strings or ids");
    const std::vector<Forms> queries = read_queries(argv[5]);
    print_matches(database, queries);
    const bool is_stock = std::string_view(argv[4]) == "stock";
    measure(queries,
            [&](const Forms& query) { return count_facets(database, *layout, is_stock, query); });
    return EXIT_SUCCESS;
  }
  const std::optional<WordOrder> order = parse_word_order(argv[3]);
  if (!order) stop("ORDER is positions, hashes, pairs or ranks");
  const std::vector<Forms> queries = read_queries(argv[4]);
  if (what == "phrases" && argc == 5) {
    measure(queries, [&](const Forms& phrase) { return count_phrase(database, *order, phrase); });
    return EXIT_SUCCESS;
  }
  if (argc != 6) stop("see the head of layout_query.cc for its arguments");
  const Conflation conflation(Xapian::Database{argv[5]});
  if (what == "words") {
    measure(queries, [&](const Forms& q) { return search_words(database, conflation, q); });
    return EXIT_SUCCESS;
  }
  if (what == "second") {
    const SecondStage stage(database, *order, conflation);
    measure(queries, [&](const Forms& q) { return stage.run(q); });
    return EXIT_SUCCESS;
  }
  stop("see the head of layout_query.cc for its arguments");
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  if (argc < 5) bayan::bench::stop("see the head of layout_query.cc for its arguments");
  try {
    return bayan::bench::run(argv[1], argc, argv);
  } catch (const Xapian::Error& error) {
    bayan::bench::stop(error.get_description());
  }
}
