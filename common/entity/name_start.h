#pragma once

#include <optional>

#include "common/entity/person_name_grammar.h"

// The rules of read_name(), and what they ask of the words around.
namespace bayan::entity {

/// The words of a field while its names are found from left to right.
struct NameContext {
  const PersonWords& words;
  const PersonLexicon& lexicon;
  std::size_t last_name_end;  ///< of the name found before; 0 where there is none
};

// Rules: the name that begins at word `i`, if this rule vouches for one.

/// «معالي الدكتور خالد …»: `run`, the titles that begin at word `i`, is not empty.
[[nodiscard]] std::optional<NameSpan> name_behind_titles(const NameContext& in, std::size_t i,
                                                         const TitleRun& run);
/// «ناصر بن فهاد العشوان», «سفر بن سويد».
[[nodiscard]] std::optional<NameSpan> name_with_bin(const NameContext& in, std::size_t i);
/// «خالد العتيبي», «لعبدالرحيم سليلي».
[[nodiscard]] std::optional<NameSpan> name_by_given(const NameContext& in, std::size_t i);
/// «دلاور خان»: a word that no Arabic one looks like before a listed surname or given name.
[[nodiscard]] std::optional<NameSpan> name_by_surname(const NameContext& in, std::size_t i);
/// «أبو الطيب المتنبي», «أبو بكر البغدادي»: named after a son, and a surname behind it.
[[nodiscard]] std::optional<NameSpan> name_by_son(const NameContext& in, std::size_t i);
/// «ستيفن جيرارد», «ولويس سواريز»: a first name of another language and what may be its second.
[[nodiscard]] std::optional<NameSpan> foreign_name(const NameContext& in, std::size_t i);
/// «سفير مملكة بلجيكا جيرت كريل ،»: what follows a complete post up to a mark, stop word or head
/// is a name, whatever its words look like.
[[nodiscard]] std::optional<NameSpan> name_behind_post(const NameContext& in, std::size_t i);
/// «العاهل الإسباني فيليبي السادس», where an ordinal is behind word `i`.
[[nodiscard]] std::optional<NameSpan> name_of_monarch(const NameContext& in, std::size_t i);
/// «ولي عهد اليابان ناروهيتو»: one word behind a throne.
[[nodiscard]] std::optional<NameSpan> name_of_heir(const NameContext& in, std::size_t i);
/// «بقيادة بريت دويل», «برئاسة وليام سكفنتون»: a foreign name behind whoever leads or attends.
[[nodiscard]] std::optional<NameSpan> name_of_leader(const NameContext& in, std::size_t i);
/// «دانيكا هيرنانديز من الفلبين»: two words that no Arabic ones look like before a land.
[[nodiscard]] std::optional<NameSpan> name_from_land(const NameContext& in, std::size_t i);
/// «سفير أستراليا نيل هاوكيز»; «بيتر سينكوك الرئيس السابق».
[[nodiscard]] std::optional<NameSpan> name_near_post(const NameContext& in, std::size_t i);
/// «الكرواتي سلافن بيليتش»: behind a man's nationality two words that no Arabic ones look like.
[[nodiscard]] std::optional<NameSpan> name_behind_nationality(const NameContext& in, std::size_t i);
/// «وأضاف الوايلي أن»: a verb of saying before a surname and what is said behind it.
[[nodiscard]] std::optional<NameSpan> name_of_speaker(const NameContext& in, std::size_t i);
/// «وأعرب رودريك دروموند عن شكره»: a verb before two words that no Arabic ones look like.
[[nodiscard]] std::optional<NameSpan> name_behind_verb(const NameContext& in, std::size_t i);
/// «قوات صالح», «نظام الأسد», «إدارة أوباما»: one word behind what a ruler rules.
[[nodiscard]] std::optional<NameSpan> name_of_ruler(const NameContext& in, std::size_t i);
/// «… ، وجاسم عساكر ، ورولان لافيت»: right behind a name and a comma or و.
[[nodiscard]] std::optional<NameSpan> name_in_list(const NameContext& in, std::size_t i);

// What the rules share.

/// A mark that opens a quotation, or a slash.
[[nodiscard]] bool is_opening_mark(const NameWord& word);
/// Whether the word is a given name, common or rare.
[[nodiscard]] bool is_given(const NameWord& word);
/// The same behind its proclitic, if it has one.
[[nodiscard]] bool starts_given(const NameWord& word);
/// «أبو», «لأبي».
[[nodiscard]] bool is_father(const NameWord& word);
/// Whether the word can be nothing but a foreign name.
[[nodiscard]] bool is_sure_foreign(const NameWord& word);
/// «المدرب البرتغالي جوميز», «المهاجم إيفولو»: a foreign surname alone behind a calling.
bool is_surname_of(const NameWord& calling, const NameWord& word, const NameWord& next);
/// «حسن الجوار», «لحسن الحظ», «باسم المفوضية»: pairs that look like a name and are none.
[[nodiscard]] bool is_no_name(const NameContext& in, const NameWord& word, const NameWord& next);
/// A head of a post some words back in the same stretch, no name between: «سفير ماليزيا …».
[[nodiscard]] bool head_before(const NameContext& in, std::size_t i);
/// What stands right before closes a post: an article, a country, or a mark.
[[nodiscard]] bool is_post_complete(const NameContext& in, std::size_t i);
/// «الهند ، وبيشنو تابا»: an unseen word behind a comma or another name begins with «and».
[[nodiscard]] bool drops_clitic(const NameContext& in, std::size_t begin);
/// The name that grows from word `begin`, if it has `least` words.
[[nodiscard]] std::optional<NameSpan> name_from(const NameContext& in, std::size_t begin,
                                                std::size_t least, bool vouched);
/// One word that may refer to a man named elsewhere in the statement.
[[nodiscard]] NameSpan reference_at(std::size_t i);

}  // namespace bayan::entity
