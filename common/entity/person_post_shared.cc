#include "common/entity/person_post_shared.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/entity/person_post_grammar.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

struct SharedHead {
  std::string_view form;      ///< folded
  std::string_view singular;  ///< as printed
  bool is_dual;
};

constexpr std::array<SharedHead, 26> kSharedHeads = {{
    {"اعضاء", "عضو", false},     {"عضوي", "عضو", true},      {"عضوا", "عضو", true},
    {"العضوان", "العضو", true},  {"العضوين", "العضو", true}, {"نواب", "نائب", false},
    {"نايبي", "نائب", true},     {"نايبا", "نائب", true},    {"وزيري", "وزير", true},
    {"وزيرا", "وزير", true},     {"سفيري", "سفير", true},    {"سفيرا", "سفير", true},
    {"وكلاء", "وكيل", false},    {"وكيلي", "وكيل", true},    {"وكيلا", "وكيل", true},
    {"مدراء", "مدير", false},    {"مديري", "مدير", false},   {"مديرا", "مدير", true},
    {"مساعدي", "مساعد", false},  {"مساعدا", "مساعد", true},  {"مستشاري", "مستشار", false},
    {"مستشارا", "مستشار", true}, {"ممثلي", "ممثل", false},   {"ممثلا", "ممثل", true},
    {"مندوبي", "مندوب", false},  {"مندوبا", "مندوب", true},
}};

/// Behind the name, or before it, a comma or colon apart from the head.
bool is_pause(const NameWord& word) { return is_comma(word) || word.form == ":"; }

const SharedHead* shared_head(std::string_view form) {
  const auto* const found = std::ranges::find(kSharedHeads, form, &SharedHead::form);
  return found == kSharedHeads.end() ? nullptr : found;
}

/// «وأعضاء مجلس الإدارة سامر …» too.
const SharedHead* shared_head_behind_and(const NameWord& word) {
  const bool is_joined = word.form.starts_with("و") && word.form.size() > text::kLetterBytes;
  if (const SharedHead* head = shared_head(word.form)) return head;
  return is_joined ? shared_head(word.form.substr(text::kLetterBytes)) : nullptr;
}

std::size_t first_word(const NameSpan& name) {
  return name.titles.end > name.titles.begin ? name.titles.begin : name.name.begin;
}

/// Whether the names stand in one list: nothing but a comma, «و» and titles between them.
bool is_listed(const PersonWords& words, const NameSpan& before, const NameSpan& name) {
  const std::size_t begin = first_word(name);
  const std::size_t end = before.name.end;
  const bool has_comma = begin == end + 1 && is_comma(words[end]);
  return has_comma || (begin == end && words[begin].form.starts_with("و"));
}

class PostSharer {
 public:
  PostSharer(const PersonWords& words, std::string_view home, const std::vector<NameSpan>& names,
             std::vector<std::string>& posts)
      : words_(words), home_(home), names_(names), posts_(posts) {}

  void share() {
    for (std::size_t begin = 0; begin < names_.size();) {
      std::size_t end = begin + 1;
      while (end < names_.size() && is_listed(words_, names_[end - 1], names_[end])) ++end;
      if (end > begin + 1) {
        share_before(begin, end);
        share_behind(begin, end);
      }
      begin = end;
    }
  }

 private:
  /// «نائبي رئيس الغرفة | سامر القحطاني وفهد الدوسري»
  void share_before(std::size_t first, std::size_t last) {
    constexpr std::size_t kLongest = 10;
    const std::size_t taken = first > 0 ? names_[first - 1].name.end : 0;
    std::size_t end = first_word(names_[first]);
    if (end > taken && is_pause(words_[end - 1])) --end;
    std::size_t leftmost = end;
    for (std::size_t i = end; i > taken && end - i < kLongest;) {
      const NameWord& word = words_[--i];
      const bool is_shared = shared_head_behind_and(word) != nullptr;
      if (is_shared || word.has(kHead)) leftmost = i;
      if (is_shared && word.form.starts_with("و") && shared_head(word.form) == nullptr) break;
      const bool is_bound = is_in(word) && words_[i + 1].has(kBody);
      const bool ends = !word.is_word() || word.has(kVerb | kTimeWord | kKin) ||
                        (word.is(NameClass::kStop) && !is_bound);
      if (leftmost != i && ends) break;
    }
    if (leftmost == end) return;
    const SharedHead* head = shared_head_behind_and(words_[leftmost]);
    const Span rest{leftmost + 1, end};
    if (head == nullptr || !is_whole(rest)) return;
    const std::size_t count = head->is_dual ? 2 : last - first;
    for (std::size_t n = first; n < std::min(first + count, last); ++n) give(n, *head, rest);
  }

  /// «سامر القحطاني وفهد الدوسري، | عضوي المجلس»
  void share_behind(std::size_t first, std::size_t last) {
    std::size_t i = names_[last - 1].name.end;
    if (is_comma(words_[i])) ++i;
    const SharedHead* head = shared_head(words_[i].form);
    if (head == nullptr) return;
    const Span post = post_from_head(words_, home_, names_, last - 1, i);
    if (post.end < post.begin + 2 || !is_whole({post.begin + 1, post.end})) return;
    const std::size_t count = head->is_dual ? 2 : last - first;
    for (std::size_t n = last; n > first && last - n < count && posts_[n - 1].empty(); --n) {
      give(n - 1, *head, {post.begin + 1, post.end});
    }
  }

  /// Not «أعضاء | هم», nor «سفيري فرنسا وألمانيا», where each has one and nobody says which.
  [[nodiscard]] bool is_whole(Span rest) const {
    if (rest.end <= rest.begin) return false;
    for (std::size_t i = rest.begin; i < rest.end; ++i) {
      if (words_[i].has(kCountry) && words_[i].form.starts_with("و")) return false;
    }
    const NameWord& last = words_[rest.end - 1];
    return last.has_article() || last.has(kCountry | kNisba) || last.form.starts_with("بال") ||
           last.form.starts_with("وال") || last.form.starts_with("لل");
  }

  void give(std::size_t n, const SharedHead& head, Span rest) {
    if (!posts_[n].empty()) return;
    const std::uint32_t begin = words_[rest.begin].begin;
    posts_[n] = std::string(head.singular) + " " +
                one_line(words_.text().substr(begin, words_[rest.end - 1].end - begin));
  }

  const PersonWords& words_;
  std::string_view home_;
  const std::vector<NameSpan>& names_;
  std::vector<std::string>& posts_;
};

}  // namespace

void share_posts(const PersonWords& words, std::string_view home,
                 const std::vector<NameSpan>& names, std::vector<std::string>& posts) {
  PostSharer(words, home, names, posts).share();
}

}  // namespace bayan::entity
