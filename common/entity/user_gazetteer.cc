#include "common/entity/user_gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "common/base/utf8.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/gazetteer.h"
#include "common/entity/person_recognizer.h"
#include "common/text/blank.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

constexpr std::string_view kHead = "#bayan-gazetteer 1\tkind\tname\tother\tyears";
constexpr std::size_t kColumns = 4;

using Cells = std::array<std::string_view, kColumns>;

/// Sets of names that are one, joined row by row.
class Unions {
 public:
  std::size_t number_of(const std::string& key) {
    const auto [place, is_new] = numbers_.try_emplace(key, parents_.size());
    if (is_new) parents_.push_back(parents_.size());
    return place->second;
  }
  /// False where both were joined already.
  bool join(const std::string& a, const std::string& b) {
    const std::size_t first = root_of(number_of(a));
    const std::size_t second = root_of(number_of(b));
    parents_[second] = first;
    return first != second;
  }
  bool are_joined(const std::string& a, const std::string& b) {
    return root_of(number_of(a)) == root_of(number_of(b));
  }

 private:
  std::size_t root_of(std::size_t at) {
    while (parents_[at] != at) {
      parents_[at] = parents_[parents_[at]];
      at = parents_[at];
    }
    return at;
  }
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::size_t> parents_;
};

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// «2004», «2004-», «-2011», «2004-2011».
bool is_years(std::string_view text) {
  if (text.empty() || is_year(text)) return true;
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || text.size() == 1) return false;
  const std::string_view first = text.substr(0, dash);
  const std::string_view last = text.substr(dash + 1);
  const bool are_years = (first.empty() || is_year(first)) && (last.empty() || is_year(last));
  return are_years && (first.empty() || last.empty() || first <= last);
}

class Parser {
 public:
  explicit Parser(std::vector<GazetteerProblem>& problems) : problems_(problems) {}

  UserGazetteer parse(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      read_line(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (line_ == 0) {
      line_ = 1;
      wrong("the file is empty");
    }
    check_apart();
    std::ranges::stable_sort(problems_, {}, &GazetteerProblem::line);
    return std::move(gazetteer_);
  }

 private:
  void wrong(std::string fact) { problems_.push_back({line_, std::move(fact)}); }

  void read_line(std::string_view line) {
    if (const auto byte = utf8::find_ill_formed(line)) {
      wrong(fmt::format("not valid UTF-8 at byte {}", *byte + 1));
    } else if (line_ == 1) {
      if (line != kHead) {
        wrong(
            "the first line is not «#bayan-gazetteer 1» and the columns kind, name, other, years");
      }
    } else if (!text::trim(line).empty() && line.front() != '#') {
      read_row(line);
    }
  }

  void read_row(std::string_view line) {
    Cells cells;
    for (std::size_t column = 0;; ++column) {
      const std::size_t end = std::min(line.find('\t'), line.size());
      if (column == kColumns) return wrong("too many columns: there are four");
      cells[column] = text::trim(line.substr(0, end));
      if (end == line.size()) break;
      line.remove_prefix(end + 1);
    }
    const auto& [kind, name, other, years] = cells;
    if (name.empty()) return wrong("the name is missing");
    if (kind != "country" && gazetteer_key(name).empty()) {
      return wrong(fmt::format("«{}» holds no letter", name));
    }
    if (!years.empty() && kind != "post") return wrong("only a post has years");
    if (kind == "person" || kind == "organisation") return read_named(kind, name, other);
    if (kind == "country") return read_country(name, other);
    if (kind == "post") return read_post(name, other, years);
    if (kind == "same") return read_same(name, other);
    if (kind == "not") return read_not(name, other);
    if (kind == "rename") return read_rename(name, other);
    wrong(
        fmt::format("there is no kind «{}»: the kinds are person, organisation, country, post, "
                    "same, not, rename",
                    kind));
  }

  void read_named(std::string_view kind, std::string_view name, std::string_view other) {
    UserGazetteer::Named named{std::string(name), split_cell(other)};
    if (!take_name(kind, name)) return;
    for (const std::string& alias : named.others) {
      if (gazetteer_key(alias).empty()) return wrong(fmt::format("«{}» holds no letter", alias));
      // Another spelling of the name itself is no alias of somebody else.
      if (gazetteer_key(alias) != gazetteer_key(name) && !take_name(kind, alias)) return;
    }
    (kind == "person" ? gazetteer_.persons : gazetteer_.organisations).push_back(std::move(named));
  }

  bool take_name(std::string_view kind, std::string_view name) {
    const auto [place, is_new] =
        owners_.try_emplace(fmt::format("{}\t{}", kind, gazetteer_key(name)), line_);
    if (!is_new) wrong(fmt::format("«{}» is named in line {} already", name, place->second));
    return is_new;
  }

  void read_country(std::string_view code, std::string_view other) {
    std::vector<std::string> aliases = split_cell(other);
    const bool is_code = code.size() == 2 && country_name(code, "en") != code;
    if (!is_code) return wrong(fmt::format("«{}» is no ISO 3166-1 code of a country", code));
    if (aliases.empty()) return wrong("the country's other names are missing");
    for (const std::string& alias : aliases) {
      if (!take_name("country", alias)) return;
    }
    gazetteer_.countries.push_back({std::string(code), std::move(aliases)});
  }

  void read_post(std::string_view name, std::string_view post, std::string_view years) {
    if (post.empty()) return wrong("the post is missing");
    if (!is_years(years)) {
      return wrong(fmt::format("«{}» are no years: write 2004, 2004-, -2011 or 2004-2011", years));
    }
    gazetteer_.posts.push_back({std::string(name), std::string(post), std::string(years)});
  }

  void read_same(std::string_view first, std::string_view second) {
    if (second.empty()) return wrong("the second name is missing");
    const std::string a = gazetteer_key(first);
    const std::string b = gazetteer_key(second);
    if (a == b) return wrong("a name cannot be merged with itself");
    const std::string pair = a < b ? a + '\t' + b : b + '\t' + a;
    const auto [place, is_new] = pairs_.try_emplace(pair, line_);
    if (!is_new) return wrong(fmt::format("merged in line {} already", place->second));
    if (!same_.join(a, b))
      return wrong("the merges before make these two one: this closes a circle");
    gazetteer_.same.push_back({std::string(first), std::string(second)});
  }

  void read_not(std::string_view first, std::string_view second) {
    if (second.empty()) {
      if (!nobody_.try_emplace(gazetteer_key(first), line_).second) {
        return wrong(fmt::format("«{}» is vetoed already", first));
      }
      gazetteer_.nobody.emplace_back(first);
      return;
    }
    if (gazetteer_key(first) == gazetteer_key(second)) {
      return wrong("a name cannot be kept apart from itself");
    }
    gazetteer_.apart.push_back({std::string(first), std::string(second)});
    apart_lines_.push_back(line_);
  }

  void read_rename(std::string_view name, std::string_view other) {
    if (other.empty()) return wrong("the new name is missing");
    const auto [place, is_new] = renames_.try_emplace(gazetteer_key(name), line_);
    if (!is_new) {
      return wrong(fmt::format("«{}» is renamed in line {} already", name, place->second));
    }
    gazetteer_.renames.push_back({std::string(name), std::string(other)});
  }

  /// What is kept apart must not be merged, and nobody cannot be somebody's other name.
  void check_apart() {
    for (std::size_t i = 0; i < gazetteer_.apart.size(); ++i) {
      const UserGazetteer::Pair& pair = gazetteer_.apart[i];
      if (!same_.are_joined(gazetteer_key(pair.first), gazetteer_key(pair.second))) continue;
      line_ = apart_lines_[i];
      wrong("other lines merge these two");
    }
    for (const UserGazetteer::Pair& pair : gazetteer_.same) {
      for (const std::string& name : {pair.first, pair.second}) {
        const auto vetoed = nobody_.find(gazetteer_key(name));
        if (vetoed == nobody_.end()) continue;
        line_ = vetoed->second;
        wrong(fmt::format("«{}» is merged in another line", name));
      }
    }
  }

  std::vector<GazetteerProblem>& problems_;
  UserGazetteer gazetteer_;
  std::size_t line_ = 0;
  std::unordered_map<std::string, std::size_t> owners_;  ///< lines, by kind and key
  std::unordered_map<std::string, std::size_t> pairs_;
  std::unordered_map<std::string, std::size_t> nobody_;
  std::unordered_map<std::string, std::size_t> renames_;
  std::vector<std::size_t> apart_lines_;
  Unions same_;
};

}  // namespace

std::string gazetteer_key(std::string_view name) { return person_key(name); }

UserGazetteer parse_user_gazetteer(std::string_view text, std::vector<GazetteerProblem>& problems) {
  return Parser(problems).parse(text);
}

}  // namespace bayan::entity
