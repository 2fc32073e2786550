#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What a user knows of the persons, bodies and countries of an archive: a gazetteer with the
/// columns kind, name, other, years, described in bayan-gazetteer(5).
///
///   person        NAME     alias | alias
///   organisation  NAME     alias | alias
///   country       CODE     alias | alias
///   post          NAME     post              2004-2011
///   same          NAME     NAME
///   not           NAME
///   not           NAME     NAME
///   rename        NAME     new name
namespace bayan::entity {

struct UserGazetteer {
  struct Named {
    std::string name;
    std::vector<std::string> others;
  };
  struct Post {
    std::string name;
    std::string post;
    std::string years;  ///< as written, or empty
  };
  struct Pair {
    std::string first;
    std::string second;
  };
  std::vector<Named> persons;
  std::vector<Named> organisations;
  std::vector<Named> countries;  ///< by ISO code
  std::vector<Post> posts;
  std::vector<Pair> same;
  std::vector<Pair> apart;
  std::vector<std::string> nobody;
  std::vector<Pair> renames;
};

/// What is wrong in a line of it.
struct GazetteerProblem {
  std::size_t line;  ///< 1-based
  std::string fact;
};

/// Reads all of it and adds everything that is wrong to `problems`, rising by line: another head,
/// ill-formed UTF-8, unknown kinds, cells missing or too many, years that are none, unknown
/// countries, names given to two, merges that repeat or close a circle, contradictions. Time is
/// linear in the text.
[[nodiscard]] UserGazetteer parse_user_gazetteer(std::string_view text,
                                                 std::vector<GazetteerProblem>& problems);

/// What spellings of a name have in common: for persons Person::key, for others their folded words.
[[nodiscard]] std::string gazetteer_key(std::string_view name);

}  // namespace bayan::entity
