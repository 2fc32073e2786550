#include "common/entity/person_post.h"

#include <algorithm>
#include <array>

#include "common/entity/person_post_grammar.h"
#include "common/entity/person_post_shared.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

/// «وبرئيس المركز»: two proclitics, where «ولاعب» has one.
bool has_two_clitics(std::string_view form) {
  constexpr std::array<std::string_view, 9> kHeads = {"باحث", "بابا",  "بطل",  "بطريرك", "باحثه",
                                                      "لاعب", "لاعبه", "بطله", "لواء"};
  if (!form.starts_with("وب") && !form.starts_with("ول")) return false;
  return form != "ولي" &&
         std::ranges::find(kHeads, form.substr(text::kLetterBytes)) == kHeads.end();
}

std::string printed(const PersonWords& words, Span span) {
  if (span.end <= span.begin) return {};
  const NameWord& first = words[span.begin];
  const bool has_clitic = first.has_clitic() && !is_wali(words, span.begin);
  const bool is_twice = has_clitic && has_two_clitics(first.form);
  const std::uint32_t dropped = is_twice ? static_cast<std::uint32_t>(text::kLetterBytes) : 0;
  const std::uint32_t begin = words.name_begin(span.begin, has_clitic) + dropped;
  // «للشاعر» is «ل» and «الشاعر», «للاعب الفرنسي» «ل» and «اللاعب».
  const bool drops_alef = has_clitic && first.form.substr(dropped).starts_with("لل");
  const bool is_player = drops_alef && first.form.substr(dropped).starts_with("للاعب");
  const bool is_definite = drops_alef && !is_player;
  const char* article =
      is_definite ? "ا" : (is_player && words[span.begin + 1].has_article() ? "ال" : "");
  return article + one_line(words.text().substr(begin, words[span.end - 1].end - begin));
}

/// «الشاعران»: one word for two men; «الفنان» is for one.
bool is_dual(const PersonWords& words, Span post) {
  constexpr std::array<std::string_view, 6> kDuals = {"الشاعران", "الفنانان", "الممثلان",
                                                      "النايبان", "اللاعبان", "الباحثان"};
  return post.end == post.begin + 1 &&
         std::ranges::find(kDuals, words[post.begin].form) != kDuals.end();
}

/// Whether nothing but «،», «و» and titles stands between a name and the one before it.
bool follows(const PersonWords& words, const NameSpan& before, const NameSpan& name) {
  const bool has_titles = name.titles.end > name.titles.begin;
  const std::size_t begin = has_titles ? name.titles.begin : name.name.begin;
  const std::size_t end = before.name.end;
  const bool is_joined = words[begin].form.starts_with("و");
  return is_joined && (begin == end || (begin == end + 1 && is_comma(words[end])));
}

std::string singular(std::string post) {
  post.resize(post.size() - 2 * text::kLetterBytes);
  return post;
}

std::string join(const PersonWords& words, Span before, Span behind) {
  std::string post = printed(words, before);
  if (is_dual(words, before) && post.ends_with("ان")) post = singular(std::move(post));
  const std::string second = printed(words, behind);
  if (second.empty()) return post;
  // «خادم الحرمين الشريفين الملك … عاهل المملكة»: the post yields.
  if (post.empty() || words[before.begin].form.ends_with("خادم")) return second;
  return post + " " + second;
}

}  // namespace

std::vector<std::string> read_posts(const PersonWords& words, const std::vector<NameSpan>& names,
                                    std::string_view home) {
  std::vector<std::string> posts;
  std::size_t taken = 0;  // words that belong to the man before
  bool was_dual = false;
  for (std::size_t n = 0; n < names.size(); ++n) {
    // «معالي الرئيس | التنفيذي | للهيئة»: an adjective that some man is named, inside a post.
    if (names[n].is_reference && words[names[n].name.end].form.starts_with("ل")) {
      posts.emplace_back();
      continue;
    }
    Span before = post_before_name(words, home, names[n], taken);
    taken = names[n].name.end;
    const Span behind = post_behind_name(words, home, names, n, before.end > before.begin);
    if (behind.end > behind.begin) {
      taken = behind.end;
      // «بحضور مدير الأمن العام، السيد سامر … | السفير المعين»: the first post is another man's.
      const bool is_parted = before.end > before.begin && is_comma(words[before.end]);
      if (is_parted && !is_comma(words[names[n].name.end])) before = {};
    }
    std::string post = join(words, before, behind);
    // «الشاعران سامر القحطاني وفهد العتيبي»
    if (post.empty() && was_dual && follows(words, names[n - 1], names[n])) post = posts.back();
    was_dual = before.end > before.begin && is_dual(words, before);
    posts.push_back(std::move(post));
  }
  share_posts(words, home, names, posts);
  return posts;
}

}  // namespace bayan::entity
