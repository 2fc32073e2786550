#include "searcher/held_posts.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace bayan::searcher {
namespace {

/// «وزير الخارجيه» of «وزير الخارجيه@SA»; empty where the post is of no state, or an envoy's.
std::string_view office(std::string_view key) {
  const std::size_t mark = key.find('@');
  if (mark == std::string_view::npos || key.find(" لدي ") != std::string_view::npos) return {};
  return key.substr(0, mark);
}

void join(HeldPost& into, HeldPost& stray) {
  std::vector<std::uint32_t> both;
  std::ranges::set_union(into.documents, stray.documents, std::back_inserter(both));
  into.documents = std::move(both);
  into.held.count = into.documents.size();
  const std::string& first = stray.held.first;
  if (!first.empty() && (into.held.first.empty() || first < into.held.first)) {
    into.held.first = first;
  }
  into.held.last = std::max(into.held.last, stray.held.last);
  stray.documents.clear();
}

/// «وزير الخارجية والتعاون الدولي» beside that of the Emirates: what a text does not say is told by
/// the others, where they tell of one state.
void join_stateless(std::vector<HeldPost>& posts) {
  for (HeldPost& bare : posts) {
    if (bare.held.key.find('@') != std::string::npos || bare.documents.empty()) continue;
    HeldPost* only = nullptr;
    std::size_t states = 0;
    for (HeldPost& post : posts) {
      if (post.documents.empty() || office(post.held.key) != bare.held.key) continue;
      only = &post;
      ++states;
    }
    if (states == 1) join(*only, bare);
  }
}

}  // namespace

void join_stray_states(std::vector<HeldPost>& posts) {
  constexpr std::size_t kTimesMore = 3;  // fewer, and he may have served two states
  std::ranges::stable_sort(posts, std::ranges::greater{},
                           [](const HeldPost& post) { return post.documents.size(); });
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const std::string_view own = office(posts[i].held.key);
    if (own.empty()) continue;
    for (std::size_t j = i + 1; j < posts.size(); ++j) {
      const bool is_stray = kTimesMore * posts[j].documents.size() <= posts[i].documents.size();
      if (is_stray && office(posts[j].held.key) == own) join(posts[i], posts[j]);
    }
  }
  join_stateless(posts);
  std::erase_if(posts, [](const HeldPost& post) { return post.documents.empty(); });
}

}  // namespace bayan::searcher
