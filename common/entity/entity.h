#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What is recognised in a statement. Plain values; all texts UTF-8.
namespace bayan::entity {

enum class Field : std::uint8_t { kTitle, kBody };

/// Where something is named: bytes [begin, end) of that field's text as it came.
struct Mention {
  Field field = Field::kBody;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// A post in the form that it is counted under (post_normalizer.h).
struct Post {
  /// Its folded words, with the country that it belongs to: «وزير الداخليه@FR».
  std::string key;
  std::string normal;  ///< «وزير الداخلية الفرنسي»
  friend bool operator==(const Post&, const Post&) = default;
};

/// A named individual, once a statement.
struct Person {
  /// Identity inside the statement: the folded name without connectors (بن, بنت, ابن), عبد joined
  /// to its second part: a pure function of `name`. «راشد بن عبد الله آل خليفة» ->
  /// «راشد عبدالله ال خليفه».
  std::string key;
  /// The fullest form in the statement, without honorific, rank or laqab, as printed but for
  /// diacritics and tatweel (removed), Persian letters, a final Egyptian ى (ي) and «عبد الله»
  /// (joined).
  std::string name;
  /// The post as printed, or empty.
  std::string position;
  /// In text order; the honorific is not part of a mention.
  std::vector<Mention> mentions;
  std::vector<Post> posts = {};  ///< what `position` holds; several where posts are chained
};

/// A country, once a statement.
struct Country {
  std::string code;  ///< ISO 3166-1 alpha-2
  std::vector<Mention> mentions;
};

/// A body: ministry, agency, union, company; once a statement.
struct Organisation {
  /// Its folded words, with the state that it belongs to: «وزارة الداخلية الفرنسية», and «وزارة
  /// الداخلية» in a French statement, give «وزاره الداخليه@FR».
  std::string key;
  /// As printed, without proclitics, diacritics and tatweel.
  std::string name;
  /// What is counted under: «وزارة الداخلية الفرنسية»; the same for all with that key, but for
  /// spelling.
  std::string normal;
  std::vector<Mention> mentions;
};

/// A day, a span of days, a month or a year that the text names, in the Gregorian calendar.
struct DateMention {
  std::string first;  ///< ISO 8601: 2024-07-26, 2024-07 or 2024
  std::string last;   ///< the same as `first` when it is no range
  Mention mention;
};

/// Everything recognised in one statement. Persons, countries and organisations in the order of
/// their first mention; a key or code occurs once.
struct Recognised {
  std::vector<Person> persons;
  std::vector<Country> countries;
  std::vector<Organisation> organisations;
  std::vector<DateMention> dates;
  /// The date that the statement gives itself in its dateline («الرياض 26 شوال 1436 هـ الموافق
  /// 11 أغسطس 2015 م واس»), as an ISO day; empty where it has none. Such a date is not in `dates`.
  std::string dateline;
};

}  // namespace bayan::entity
