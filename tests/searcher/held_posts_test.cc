#include "searcher/held_posts.h"

#include "tests/property.h"

using namespace bayan::searcher;

namespace {

HeldPost post(const char* key, const char* first, const char* last,
              std::vector<std::uint32_t> documents) {
  return {{key, key, first, last, documents.size()}, std::move(documents)};
}

/// «key count first..last; …».
std::string joined(std::vector<HeldPost> posts) {
  join_stray_states(posts);
  std::string out;
  for (const HeldPost& post : posts) {
    out += (out.empty() ? "" : "; ") + post.held.key + " " + std::to_string(post.held.count) + " " +
           post.held.first + ".." + post.held.last;
  }
  return out;
}

}  // namespace

TEST_CASE("posts of one man that differ in the state are the state's that has nearly all",
          "[searcher][card]") {
  CHECK(joined({post("وزير الخارجيه@EG", "2015-01-01", "2015-01-01", {9}),
                post("وزير الخارجيه@SA", "2015-02-01", "2015-05-01", {1, 2, 3, 4})}) ==
        "وزير الخارجيه@SA 5 2015-01-01..2015-05-01");
  CHECK(joined({post("وزير الخارجيه@EG", "", "", {2}),
                post("وزير الخارجيه@SA", "2015-02-01", "2015-05-01", {1, 2, 3, 4})}) ==
        "وزير الخارجيه@SA 4 2015-02-01..2015-05-01");
}

TEST_CASE("a post without a state is that of the only one", "[searcher][card]") {
  CHECK(joined({post("وزير الخارجيه والتعاون", "2018-01-01", "2021-01-01", {1, 2, 3, 4, 5}),
                post("وزير الخارجيه والتعاون@AE", "2020-01-01", "2020-05-01", {5, 6})}) ==
        "وزير الخارجيه والتعاون@AE 6 2018-01-01..2021-01-01");
  CHECK(joined({post("وزير الخارجيه", "", "", {9}), post("وزير الخارجيه@SA", "", "", {1, 2}),
                post("وزير الخارجيه@EG", "", "", {4})}) ==
        "وزير الخارجيه@SA 2 ..; وزير الخارجيه 1 ..; وزير الخارجيه@EG 1 ..");
}

TEST_CASE("two states with a share each, other offices and envoys stay", "[searcher][card]") {
  CHECK(joined({post("وزير الخارجيه@SA", "", "", {1, 2}), post("وزير الخارجيه@EG", "", "", {9})}) ==
        "وزير الخارجيه@SA 2 ..; وزير الخارجيه@EG 1 ..");
  CHECK(joined({post("وزير الخارجيه@SA", "", "", {1, 2, 3, 4}), post("وزير الدفاع@EG", "", "", {9}),
                post("المدرب", "", "", {7})}) ==
        "وزير الخارجيه@SA 4 ..; وزير الدفاع@EG 1 ..; المدرب 1 ..");
  CHECK(joined({post("السفير لدي مصر@SA", "", "", {1, 2, 3, 4}),
                post("السفير لدي مصر@FR", "", "", {9})}) ==
        "السفير لدي مصر@SA 4 ..; السفير لدي مصر@FR 1 ..");
  CHECK(joined({}).empty());
}
