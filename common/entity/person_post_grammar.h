#pragma once

#include <string_view>
#include <vector>

#include "common/entity/person_name_grammar.h"

// What the two ways to read a post share: read_posts() of person_post.h joins what they find.
namespace bayan::entity {

/// In words.
inline constexpr std::size_t kLongestPost = 28;

/// The post that ends where the name or its titles begin; empty where it has none. Words before
/// `taken` belong to the man before.
[[nodiscard]] Span post_before_name(const PersonWords& words, std::string_view home,
                                    const NameSpan& name, std::size_t taken);

/// The post that begins behind name `n`; empty where it has none. `has_one_before`: another was
/// found before the name.
[[nodiscard]] Span post_behind_name(const PersonWords& words, std::string_view home,
                                    const std::vector<NameSpan>& names, std::size_t n,
                                    bool has_one_before);

/// A quotation mark of any kind, or a dash.
[[nodiscard]] bool is_quote(const NameWord& word);
[[nodiscard]] bool is_opening_quote(const NameWord& word);
[[nodiscard]] bool is_in(const NameWord& word);

/// «مدير الجمعية سابقا سالم …».
[[nodiscard]] bool is_adverb(const NameWord& word);

/// «نظيره الفرنسي», «نائبه»: says of whom, not what.
[[nodiscard]] bool is_reference(const PersonWords& words, const NameWord& word);

/// A head alone that is a title: «الرئيس», «الأمير».
[[nodiscard]] bool is_lone_title(const PersonWords& words, Span post);

/// «الديوان | الملكي»: of the body's name, where «السمو الملكي» is a title.
[[nodiscard]] bool is_of_court(const PersonWords& words, std::size_t i);

/// «رئيس وفد البريد»: elsewhere وفد ends a post.
[[nodiscard]] bool is_delegation(const PersonWords& words, std::size_t i);

/// Whether «مملكة البحرين» at home, or «المملكة», begins at word `i`.
[[nodiscard]] bool begins_home(const PersonWords& words, std::string_view home, std::size_t i);

/// Whether one of the words names the country at home.
[[nodiscard]] bool names_home(const PersonWords& words, std::string_view home, Span span);

}  // namespace bayan::entity
