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

/// The same of the post whose head, of several men, is word `head` behind name `n`.
[[nodiscard]] Span post_from_head(const PersonWords& words, std::string_view home,
                                  const std::vector<NameSpan>& names, std::size_t n,
                                  std::size_t head);

/// A quotation mark of any kind, or a dash.
[[nodiscard]] bool is_quote(const NameWord& word);
[[nodiscard]] bool is_opening_quote(const NameWord& word);
[[nodiscard]] bool is_in(const NameWord& word);

/// A word that begins a post: a head, or «المكلف», «القائمة» before what they are charged with.
[[nodiscard]] bool begins_post(const PersonWords& words, std::size_t i);

/// «والي ولاية صحار», «والي نزوى»: printed so, where «وإلى» is "and to".
[[nodiscard]] bool is_wali(const PersonWords& words, std::size_t i);

/// «محافظا», «نائبا»: a head that says what somebody became; not «وزيرا التعليم والعمل», who are
/// two.
[[nodiscard]] bool is_accusative_head(const PersonWords& words, std::size_t i);

/// «أم القرى», «أحد رفيدة» behind a word for a place: the beginning of its name, where «أم» is
/// else "or" and «أحد» "one of".
[[nodiscard]] bool begins_place(const PersonWords& words, std::size_t i);

/// «مدير المرصد السوري | لوكالة فرانس برس»: whether word `i` of the post that begins at `head` is
/// whom he told it to.
bool is_told_to(const PersonWords& words, std::size_t head, std::size_t i);

/// «أمير البلاد | آنذاك».
bool is_then(const NameWord& word);

/// «السفير غير المقيم», «السفير فوق العادة»: whether such two words begin at word `i`.
bool is_rank_of_envoy(const PersonWords& words, std::size_t i);

/// «لدى مصر», «لدى المملكة»: accredited there; «لدى وصوله» is a moment.
[[nodiscard]] bool names_host(const PersonWords& words, std::size_t i);

/// «مدير جامعة أكسفورد الحالي»; not «العام الحالي».
[[nodiscard]] bool is_present(const PersonWords& words, std::size_t i);

/// «التعليم عن بعد», «النهي عن المنكر»: whether word `i` is the second or third of them.
[[nodiscard]] bool is_from_afar(const PersonWords& words, std::size_t i);

/// «الاجتماع», «العزاء», «الشكر»: behind a whole post the object of the sentence, which no post
/// goes on with; with ب too.
[[nodiscard]] bool is_occasion(const NameWord& word);

/// «الوزير المسؤول عن الشؤون الخارجية»: whether word `i` is its «عن».
[[nodiscard]] bool is_in_charge_of(const PersonWords& words, std::size_t i);

/// «سفيرا فوق العادة، مفوضا», «… ومفوضا»: whether word `i` is the envoy's second rank.
[[nodiscard]] bool is_plenipotentiary(const PersonWords& words, std::size_t i);

/// «سفير السلطنة», «سفير المملكة»: sent by the state at home, so that its host is
/// abroad.
[[nodiscard]] bool is_sent_from_home(const PersonWords& words, Span span);

/// «لدى الدولة», «لدى السلطنة»: the host, whoever it is.
[[nodiscard]] bool is_host(const NameWord& word);

/// «السفير الفلسطيني | في الدوحة»: whether word `i` is the capital at home behind the post of an
/// envoy from elsewhere.
[[nodiscard]] bool is_sent_here(const PersonWords& words, std::string_view home, Span post,
                                std::size_t i);

/// «المعين», «المعتمد»: says nothing of an envoy whose host is left out.
[[nodiscard]] bool is_accredited(const NameWord& word);

/// «بالإنابة», «بالوكالة»: how a post is held.
[[nodiscard]] bool is_acting(const NameWord& word);

/// «بصورة غير قانونية»: whether word `i` is one of the three, as of the residents whom a body
/// looks after.
[[nodiscard]] bool is_unlawfully(const PersonWords& words, std::size_t i);

/// «سفير», «القنصل العام», «مبعوث»: who is sent holds none of the posts of those who receive him.
[[nodiscard]] bool is_envoy(const NameWord& word);

/// The same, or «السفير», which is a title too.
[[nodiscard]] bool is_any_envoy(const NameWord& word);

/// «الكويتية - الصينية»: whether word `i` is a dash between two nationalities.
[[nodiscard]] bool is_pair_of_nations(const PersonWords& words, std::size_t i);

/// «مدير الجمعية سابقا سالم …».
[[nodiscard]] bool is_adverb(const NameWord& word);

/// «نظيره الفرنسي», «نائبه»: says of whom, not what.
[[nodiscard]] bool is_reference(const PersonWords& words, const NameWord& word);

/// A head alone that is a title: «الرئيس», «الأمير».
[[nodiscard]] bool is_lone_title(const PersonWords& words, Span post);

/// «الديوان | الملكي», «سلاح الجو | الملكي»: of the body's name, where «السمو الملكي» is a title.
[[nodiscard]] bool is_of_court(const PersonWords& words, std::size_t i);

/// «رئيس وفد البريد»: elsewhere وفد ends a post.
[[nodiscard]] bool is_delegation(const PersonWords& words, std::size_t i);
/// «إدارة المرافق», «الطرق والمرافق»: what is used by all, not who goes with somebody.
[[nodiscard]] bool is_facilities(const PersonWords& words, std::size_t i);

/// «المملكة» alone, where «المملكة المتحدة» is a state's name.
[[nodiscard]] bool is_the_kingdom(const PersonWords& words, std::size_t i);

/// Whether «مملكة البحرين» at home, or «المملكة», begins at word `i`.
[[nodiscard]] bool begins_home(const PersonWords& words, std::string_view home, std::size_t i);

/// Whether one of the words names the country at home.
[[nodiscard]] bool names_home(const PersonWords& words, std::string_view home, Span span);

}  // namespace bayan::entity
