#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

/// Which names are one person.
namespace bayan::entity {

/// How often something was seen beside a name.
struct Seen {
  std::uint32_t id = 0;
  std::uint32_t count = 0;  ///< statements
};

/// A name as an archive has it, with what speaks for and against its being another.
struct NameEvidence {
  std::string_view key;          ///< Person::key
  std::uint32_t statements = 0;  ///< in how many it was named; names of none join nothing
  std::vector<Seen> posts;       ///< rising ids into the list of posts
  std::vector<Seen> countries;   ///< in the same statements; rising ids of any numbering
  bool is_patronymic = false;    ///< printed as «X بن Y» and no more
};

/// Two names, by their numbers.
struct NamePair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// Beside whom, by whom and when a set of names was named.
struct Company {
  std::vector<Seen> names;        ///< other names in the same statements; rising numbers of names
  std::vector<Seen> issuers;      ///< rising ids of any numbering
  std::uint32_t first_month = 0;  ///< counted from any month; 0 where no statement has a date
  std::uint32_t last_month = 0;
};

/// Tells the company of each of some disjoint sets of names.
using CompanySource =
    std::function<std::vector<Company>(const std::vector<std::vector<std::uint32_t>>& sets)>;

/// Of pairs of sets, in how many statements both are named; sets are disjoint, and a pair is of
/// their numbers. Names that a statement holds apart are hardly one.
using TogetherSource = std::function<std::vector<std::uint32_t>(
    const std::vector<std::vector<std::uint32_t>>& sets, std::span<const NamePair> pairs)>;

/// Settles which names are one person: for each name the number of the name that it is known by
/// best, the fullest usual one; its own where it is a person by itself. `posts` are folded words.
///
/// The result hangs on the set of names alone, not on their order. Names are one person where they
/// are spelt in ways that people take for one (spelling_form()); a shorter name joins a fuller one
///   «عادل الجبير» -> «عادل احمد الجبير», «سلمان عبدالعزيز» -> «سلمان عبدالعزيز ال سعود»
/// where that is the only one it can stand for and its words are not what many bear, or where the
/// posts in which both were seen tell, or the company that both keep. Names of a shared surname are
/// never joined; a surname alone («بوتين») is him who alone is meant by it. Linear in the number of
/// names: only names that share their words' forms are ever compared. Names in `apart` are never
/// one, nor is anything with both; nor names of like words that stand beside one another in
/// statements. Without `company` and `together` nothing is decided by them.
[[nodiscard]] std::vector<std::uint32_t> find_identities(std::span<const NameEvidence> names,
                                                         std::span<const std::string_view> posts,
                                                         std::span<const NamePair> apart = {},
                                                         const CompanySource& company = {},
                                                         const TogetherSource& together = {});

}  // namespace bayan::entity
