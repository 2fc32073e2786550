#include "common/entity/post_profile.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

namespace bayan::entity {
namespace {

/// A post as printed may run on into the sentence; its end tells nothing more.
constexpr std::size_t kMostWords = 12;

/// A post in so small a part of all may be a slip.
constexpr std::uint32_t kUsualPart = 10;
constexpr std::size_t kMostUsual = 8;
constexpr double kCovers = 0.6;  ///< «الشاعر المصري» is not «الرئيس المصري»

double length(std::span<const PostProfiles::Word> words) {
  double square = 0;
  for (const PostProfiles::Word& one : words) square += one.weight * one.weight;
  return std::sqrt(square);
}

}  // namespace

void add_seen(std::vector<Seen>& seen, std::span<const Seen> more) {
  std::vector<Seen> sum;
  sum.reserve(seen.size() + more.size());
  auto a = seen.begin();
  auto b = more.begin();
  while (a != seen.end() || b != more.end()) {
    if (b == more.end() || (a != seen.end() && a->id < b->id)) {
      sum.push_back(*a++);
    } else if (a == seen.end() || b->id < a->id) {
      sum.push_back(*b++);
    } else {
      sum.push_back({a->id, a->count + b->count});
      ++a;
      ++b;
    }
  }
  seen = std::move(sum);
}

double likeness(std::span<const Seen> a, std::span<const Seen> b) {
  double product = 0;
  double square_a = 0;
  double square_b = 0;
  for (const Seen& one : a) square_a += static_cast<double>(one.count) * one.count;
  for (const Seen& one : b) square_b += static_cast<double>(one.count) * one.count;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].id == b[j].id) product += static_cast<double>(a[i].count) * b[j].count;
    const bool moves_a = a[i].id <= b[j].id;
    const bool moves_b = b[j].id <= a[i].id;
    if (moves_a) ++i;
    if (moves_b) ++j;
  }
  return product == 0 ? 0 : product / std::sqrt(square_a * square_b);
}

PostProfiles::PostProfiles(std::span<const std::string_view> posts) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::uint32_t> posts_with_word;
  words_of_post_.resize(posts.size());
  for (std::size_t post = 0; post < posts.size(); ++post) {
    std::string_view rest = posts[post];
    std::vector<std::uint32_t>& words = words_of_post_[post];
    for (std::size_t i = 0; i < kMostWords && !rest.empty(); ++i) {
      // The state keeps its mark, which tells it from words.
      const std::size_t end = std::min(rest.find_first_of(" @", 1), rest.size());
      const auto [place, is_new] = numbers.try_emplace(std::string(rest.substr(0, end)),
                                                       static_cast<std::uint32_t>(numbers.size()));
      if (is_new) {
        posts_with_word.push_back(0);
        is_state_.push_back(place->first.starts_with('@'));
      }
      words.push_back(place->second);
      rest.remove_prefix(end);
      if (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::uint32_t word : words) ++posts_with_word[word];
  }
  for (std::size_t word = 0; word < posts_with_word.size(); ++word) {
    weight_of_word_.push_back(
        std::log(1 + static_cast<double>(posts.size()) / posts_with_word[word]));
  }
}

std::vector<PostProfiles::Word> PostProfiles::profile(std::span<const Seen> posts,
                                                      bool with_states) const {
  std::vector<Word> all;
  for (const Seen& seen : posts) {
    for (const std::uint32_t word : words_of_post_[seen.id]) {
      if (!with_states && is_state_[word]) continue;
      all.push_back({word, seen.count * weight_of_word_[word]});
    }
  }
  std::ranges::sort(all, {}, &Word::word);
  std::vector<Word> out;
  for (const Word& one : all) {
    if (!out.empty() && out.back().word == one.word) {
      out.back().weight += one.weight;
    } else {
      out.push_back(one);
    }
  }
  return out;
}

double PostProfiles::coverage(std::span<const Seen> part, std::span<const Seen> all,
                              bool with_states) const {
  std::uint32_t total = 0;
  for (const Seen& one : all) total += one.count;
  std::vector<Seen> usual;
  for (const Seen& one : all) {
    if (one.count * kUsualPart >= total) usual.push_back({one.id, 1});
  }
  if (usual.size() > kMostUsual) usual.resize(kMostUsual);
  double covered = 0;
  double whole = 0;
  for (const Seen& one : part) {
    const std::vector<Word> own = profile({&one, 1}, with_states);
    double best = 0;
    for (const Seen& other : usual) {
      best = std::max(best, likeness(own, profile({&other, 1}, with_states)));
    }
    if (best >= kCovers) covered += best * one.count;
    whole += one.count;
  }
  return whole == 0 ? 0 : covered / whole;
}

double PostProfiles::likeness(std::span<const Word> a, std::span<const Word> b) {
  double product = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].word == b[j].word) product += a[i].weight * b[j].weight;
    const bool moves_a = a[i].word <= b[j].word;
    const bool moves_b = b[j].word <= a[i].word;
    if (moves_a) ++i;
    if (moves_b) ++j;
  }
  return product == 0 ? 0 : product / (length(a) * length(b));
}

}  // namespace bayan::entity
