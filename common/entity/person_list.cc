#include "common/entity/person_list.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "common/entity/person_recognizer.h"
#include "common/entity/ruling_house.h"
#include "common/entity/throne.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

constexpr std::size_t kMostCandidates = 64;
/// Of a name's mentions, posts that tell it from another; more add nothing.
constexpr std::size_t kMostPosts = 8;
constexpr std::string_view kHouse = "ال";

/// The words of a name's key, long ones without their article; «آل جابر», «أبو زيد» and
/// «محيي الدين» are one.
std::vector<std::string> bare_words(const std::string& key) {
  constexpr std::size_t kLongWord = 8;  // bytes
  std::vector<std::string> words;
  bool is_open = false;  // behind «آل» or «أبو»
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    std::string word = key.substr(begin, end - begin);
    begin = end + 1;
    const bool is_second = !words.empty() && (word == "الدين" || word == "الله");
    if (is_open || is_second) {
      words.back() += word;
    } else {
      if (word.size() > kLongWord && word.starts_with("ال")) word.erase(0, 4);
      words.push_back(std::move(word));
    }
    is_open = words.back() == kHouse || words.back() == "ابو";
  }
  return words;
}

bool is_mention_of(const std::vector<std::string>& shorter,
                   const std::vector<std::string>& fuller) {
  if (shorter == fuller) return true;
  if (shorter.size() < 2 || shorter.size() >= fuller.size() || shorter[0] != fuller[0])
    return false;
  const bool second_agrees =
      shorter[1] == fuller[1] || (shorter.size() == 2 && shorter[1] == fuller.back());
  std::size_t at = 0;
  for (const std::string& word : fuller) at += at < shorter.size() && word == shorter[at] ? 1 : 0;
  return second_agrees && at == shorter.size();
}

/// «سلطان محمد سلطان القاسمي», where the grandfather's name is the man's own.
bool repeats_first_name(const std::vector<std::string>& words) {
  return words.size() > 3 &&
         std::find(words.begin() + 2, words.end() - 1, words[0]) != words.end() - 1;
}

/// Whether two posts begin with one word, give or take an ending: «نائب», «نائبا».
bool begin_alike(std::string_view a, std::string_view b) {
  const std::string_view first = a.substr(0, a.find(' '));
  const std::string_view other = b.substr(0, b.find(' '));
  return first.starts_with(other) || other.starts_with(first);
}

class Joiner {
 public:
  explicit Joiner(std::vector<FoundPerson> found) : found_(std::move(found)) {}

  std::vector<Person> join() {
    std::vector<std::string> keys;
    for (const FoundPerson& one : found_) keys.push_back(person_key(one.name));
    std::unordered_map<std::string, std::size_t> counts;
    for (const std::string& key : keys) ++counts[key];
    drop_doubtful_words(keys, counts);
    std::vector<std::vector<std::string>> words;
    for (const std::string& key : keys) words.push_back(bare_words(key));
    std::vector<std::size_t> order(found_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return words[i].size(); });
    collect_posts(words);
    for (const std::size_t i : order) {
      if (words[i].empty()) continue;
      if (Candidate* known =
              words[i].size() > 1 ? find_fuller(words[i]) : find_bearer(words[i][0], i)) {
        absorb(*known, i);
      } else if (keys[i].find(' ') != std::string::npos || found_[i].may_be_alone ||
                 (found_[i].may_be_repeated && counts[keys[i]] > 1)) {
        add(i, keys[i], std::move(words[i]));
      }
    }
    return finish();
  }

 private:
  struct Candidate {
    Person person;
    std::vector<std::string> words;
    std::size_t first;  ///< number of the find
    std::vector<std::size_t> finds;
  };

  void drop_doubtful_words(std::vector<std::string>& keys,
                           std::unordered_map<std::string, std::size_t>& counts) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      FoundPerson& one = found_[i];
      if (one.sure_name.empty() || counts[keys[i]] > 1) continue;
      const auto sure = counts.find(person_key(one.sure_name));
      if (sure == counts.end()) continue;
      --counts[keys[i]];
      ++sure->second;
      keys[i] = sure->first;
      one.name = one.sure_name;
      one.mention.end = one.sure_end;
    }
  }

  /// A post in which a name stands, and where.
  struct HeldPost {
    std::string folded;
    Throne throne;
    std::uint32_t sentence;
    bool is_titled;
  };
  using HeldPosts = std::vector<HeldPost>;

  static std::string joined(const std::vector<std::string>& words) {
    std::string name;
    for (const std::string& word : words) name += word + ' ';
    return name;
  }

  void collect_posts(const std::vector<std::vector<std::string>>& words) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (words[i].size() < 3 || found_[i].position.empty()) continue;
      HeldPosts& posts = posts_[joined(words[i])];
      if (posts.size() == kMostPosts) continue;
      std::string folded = text::fold(found_[i].position);
      const Throne throne = throne_of(folded);
      posts.push_back({std::move(folded), throne, found_[i].sentence, found_[i].is_titled});
    }
  }

  [[nodiscard]] const HeldPosts& posts_of(const std::vector<std::string>& words) const {
    static const HeldPosts kNone;
    const auto found = posts_.find(joined(words));
    return found == posts_.end() ? kNone : found->second;
  }

  /// «سلطان بن محمد القاسمي حاكم الشارقة، بحضور سلطان بن محمد بن سلطان القاسمي ولي العهد»: in
  /// different posts in one sentence, on a throne and next to it, or the one perhaps the other's
  /// grandson and their posts of other heads. All mentions of a name go one way.
  [[nodiscard]] bool are_two(const std::vector<std::string>& fuller,
                             const std::vector<std::string>& words) const {
    if (words.size() < 3 || words.size() == fuller.size() || words.back() != fuller.back()) {
      return false;
    }
    const bool may_be_grandson = repeats_first_name(fuller);
    const HeldPosts& posts = posts_of(words);
    return std::ranges::any_of(posts_of(fuller), [&](const HeldPost& one) {
      return std::ranges::any_of(posts, [&](const HeldPost& other) {
        if (one.folded == other.folded) return false;
        const bool has_throne = one.throne != Throne::kNone && other.throne != Throne::kNone;
        if (has_throne) return one.throne != other.throne;
        const bool are_beside = one.sentence == other.sentence && one.is_titled && other.is_titled;
        return are_beside || (may_be_grandson && !begin_alike(one.folded, other.folded));
      });
    });
  }

  /// Of those whom the name may mean, him with the fewest words more: «سلطان القاسمي» is sooner
  /// «سلطان بن محمد القاسمي» than «سلطان بن محمد بن سلطان القاسمي».
  Candidate* find_fuller(const std::vector<std::string>& words) {
    const auto named = by_word_.find(words[0]);
    if (named == by_word_.end()) return nullptr;
    Candidate* best = nullptr;
    std::size_t tried = 0;
    for (const std::size_t c : named->second) {
      Candidate& one = candidates_[c];
      const bool is_closer = best == nullptr || one.words.size() < best->words.size();
      if (is_closer && is_mention_of(words, one.words) && !are_two(one.words, words)) best = &one;
      if (++tried == kMostCandidates) break;
    }
    return best;
  }

  /// The nearest man before find `i`, or the first behind it, who bears the word; «مريع» may be of
  /// آل مريع, but «سعود» is no man of a ruling house for that.
  Candidate* find_bearer(const std::string& word, std::size_t i) {
    auto bearers = by_word_.find(word);
    if (bearers == by_word_.end() &&
        std::ranges::find(kRulingHouses, word, &RulingHouse::family) == kRulingHouses.end()) {
      bearers = by_word_.find(std::string(kHouse) + word);
    }
    if (bearers == by_word_.end()) return nullptr;
    Candidate* best = nullptr;
    std::size_t tried = 0;
    for (const std::size_t c : bearers->second) {
      Candidate& one = candidates_[c];
      const bool is_nearer =
          best == nullptr || (one.first < i && (best->first > i || one.first > best->first));
      if (is_nearer) best = &one;
      if (++tried == kMostCandidates) break;
    }
    return best;
  }

  void add(std::size_t i, const std::string& key, std::vector<std::string> words) {
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (std::find(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(w), words[w]) ==
          words.begin() + static_cast<std::ptrdiff_t>(w)) {
        by_word_[words[w]].push_back(candidates_.size());
      }
    }
    Person person;
    person.key = key;
    person.name = found_[i].name;
    candidates_.push_back({std::move(person), std::move(words), i, {i}});
  }

  void absorb(Candidate& known, std::size_t i) {
    known.finds.push_back(i);
    known.first = std::min(known.first, i);
  }

  std::vector<Person> finish() {
    std::vector<Person> persons;
    std::ranges::sort(candidates_, {}, &Candidate::first);
    for (Candidate& one : candidates_) {
      std::ranges::sort(one.finds);
      for (const std::size_t i : one.finds) {
        one.person.mentions.push_back(found_[i].mention);
        if (one.person.position.empty()) one.person.position = found_[i].position;
      }
      persons.push_back(std::move(one.person));
    }
    return persons;
  }

  std::vector<FoundPerson> found_;
  std::unordered_map<std::string, HeldPosts> posts_;  ///< by name, of three words and more
  std::vector<Candidate> candidates_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
};

}  // namespace

std::vector<Person> join_mentions(std::vector<FoundPerson> found) {
  return Joiner(std::move(found)).join();
}

}  // namespace bayan::entity
