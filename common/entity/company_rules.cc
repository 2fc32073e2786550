#include "common/entity/company_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/entity/name_spelling.h"

namespace bayan::entity {
namespace {

/// A companion is telling where so large a part of its statements are with the name or the fuller
/// one: whom everybody meets tells nothing.
constexpr std::uint32_t kTellingPart = 10;
constexpr std::uint32_t kFarFewer = 4;  ///< ties of a rival
constexpr std::uint32_t kMonthsApart = 12;
constexpr std::uint32_t kTellingCompanions = 2;
/// A surname's bearer named more rarely than this says nothing.
constexpr std::uint32_t kLeastBearer = 20;
/// He is meant in all but one in so many statements; in company of his, in all but one in fewer.
constexpr std::uint32_t kDominant = 20;
constexpr std::uint32_t kDominantInCompany = 10;
constexpr double kLikePlaces = 0.5;

/// Whether two times are within a year of one another; unknown ones may be.
bool meet_in_time(const Company& a, const Company& b) {
  if (a.first_month == 0 || b.first_month == 0) return true;
  return a.first_month <= b.last_month + kMonthsApart &&
         b.first_month <= a.last_month + kMonthsApart;
}

/// Whether some issuer writes of both; unknown ones may.
bool share_issuer(const Company& a, const Company& b) {
  return a.issuers.empty() || b.issuers.empty() || likeness(a.issuers, b.issuers) > 0;
}

}  // namespace

std::vector<CompanyRules::Circle> CompanyRules::circles_of(
    std::vector<std::uint32_t> wholes) const {
  std::ranges::sort(wholes);
  wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
  const std::vector<std::vector<std::uint32_t>> members = groups_.members_of_wholes();
  std::vector<std::vector<std::uint32_t>> sets;
  for (const std::uint32_t whole : wholes) sets.push_back(members[whole]);
  std::vector<Company> companies = source_(sets);
  std::vector<std::uint32_t> whole_of_name;
  for (std::uint32_t whole = 0; whole < members.size(); ++whole) {
    for (const std::uint32_t name : members[whole]) {
      if (name >= whole_of_name.size()) whole_of_name.resize(std::size_t{name} + 1);
      whole_of_name[name] = whole;
    }
  }
  std::vector<Circle> circles;
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    std::vector<Seen>& seen = companies[i].names;
    for (Seen& one : seen) one.id = whole_of_name[one.id];
    std::ranges::sort(seen, {}, &Seen::id);
    std::size_t kept = 0;
    for (const Seen& one : seen) {
      if (kept > 0 && seen[kept - 1].id == one.id) {
        seen[kept - 1].count += one.count;
      } else {
        seen[kept++] = one;
      }
    }
    seen.resize(kept);
    circles.push_back({wholes[i], std::move(companies[i])});
  }
  return circles;
}

const CompanyRules::Circle& CompanyRules::circle_of(const std::vector<Circle>& circles,
                                                    std::uint32_t whole) {
  return *std::ranges::lower_bound(circles, whole, {}, &Circle::whole);
}

CompanyRules::Ties CompanyRules::ties(const Circle& name, const Circle& fuller) const {
  Ties ties;
  auto other = fuller.company.names.begin();
  for (const Seen& seen : name.company.names) {
    while (other != fuller.company.names.end() && other->id < seen.id) ++other;
    if (other == fuller.company.names.end()) break;
    const bool is_own = seen.id == name.whole || seen.id == fuller.whole;
    const bool is_telling =
        (seen.count + other->count) * kTellingPart >= groups_[seen.id].statements;
    if (other->id != seen.id || is_own || !is_telling) continue;
    ++ties.companions;
    ties.statements = std::max(ties.statements, seen.count);
  }
  return ties;
}

void CompanyRules::join_by_company(const std::vector<Undecided>& undecided) {
  std::vector<std::uint32_t> wholes;
  for (const Undecided& one : undecided) {
    wholes.push_back(groups_.whole_of(one.name));
    for (const std::uint32_t fuller : one.fuller) wholes.push_back(groups_.whole_of(fuller));
  }
  const std::vector<Circle> circles = circles_of(std::move(wholes));
  for (const Undecided& one : undecided) {
    const Circle& name = circle_of(circles, groups_.whole_of(one.name));
    if (groups_.whole_of(name.whole) != name.whole) continue;
    std::optional<std::uint32_t> best;
    Ties closest;
    std::uint32_t rival = 0;
    for (const std::uint32_t fuller : one.fuller) {
      const Circle& circle = circle_of(circles, groups_.whole_of(fuller));
      if (circle.whole == name.whole || best == circle.whole) continue;
      const Ties found = ties(name, circle);
      if (!best || found.statements > closest.statements) {
        rival = closest.statements;
        closest = found;
        best = circle.whole;
      } else {
        rival = std::max(rival, found.statements);
      }
    }
    if (!best) continue;
    const NameGroup& shorter = groups_[name.whole];
    const bool is_close = closest.companions >= kTellingCompanions &&
                          closest.statements * 2 >= shorter.statements &&
                          rival * kFarFewer <= closest.statements;
    const std::uint32_t whole = groups_.whole_of(*best);
    const bool may_join = whole != name.whole &&
                          !NameGroups::are_kept_apart(shorter, groups_[whole]) &&
                          !groups_.are_at_odds(shorter, groups_[whole]) &&
                          meet_in_time(name.company, circle_of(circles, *best).company);
    if (is_close && may_join) groups_.join(name.whole, whole);
  }
}

/// Who bears each surname that stands alone somewhere: wholes with their statements.
std::vector<CompanyRules::Dominant> CompanyRules::dominant_bearers() const {
  struct Bearers {
    std::uint32_t statements = 0;
    std::uint32_t as_given_name = 0;  ///< «سلمان»
    std::map<std::uint32_t, std::uint32_t> wholes;
  };
  std::unordered_map<std::string_view, Bearers> by_surname;
  std::vector<std::uint32_t> alone;
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].words.size() != 1 || groups_[g].joined != g) continue;
    alone.push_back(g);
    by_surname.try_emplace(groups_[g].words.front());
  }
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].words.size() < 2) continue;
    const auto given = by_surname.find(groups_[g].words.front());
    if (given != by_surname.end()) given->second.as_given_name += groups_[g].own_statements;
    const auto bearers = by_surname.find(groups_[g].words.back());
    if (bearers == by_surname.end()) continue;
    bearers->second.statements += groups_[g].own_statements;
    bearers->second.wholes[groups_.whole_of(g)] += groups_[g].own_statements;
  }
  std::vector<Dominant> dominant;
  for (const std::uint32_t g : alone) {
    const auto found = by_surname.find(groups_[g].words.front());
    if (found == by_surname.end() || found->second.wholes.empty()) continue;
    if (found->second.as_given_name * kDominant > found->second.statements) continue;
    const auto first = std::ranges::max_element(found->second.wholes, {},
                                                [](const auto& bearer) { return bearer.second; });
    if (first->second < std::max(kLeastBearer, groups_[g].statements)) continue;
    dominant.push_back(
        {g, first->first, found->second.statements - first->second, found->second.statements});
  }
  return dominant;
}

void CompanyRules::join_surnames() {
  const std::vector<Dominant> dominant = dominant_bearers();
  std::vector<std::uint32_t> wholes;
  for (const Dominant& one : dominant) {
    wholes.push_back(one.name);
    wholes.push_back(one.whole);
  }
  const std::vector<Circle> circles = circles_of(std::move(wholes));
  for (const Dominant& one : dominant) {
    const NameGroup& name = groups_[one.name];
    const NameGroup& whole = groups_[one.whole];
    const Circle& own = circle_of(circles, one.name);
    const Circle& his = circle_of(circles, one.whole);
    const bool is_met_beside_his = ties(own, his).companions >= kTellingCompanions;
    const std::uint32_t part = is_met_beside_his ? kDominantInCompany : kDominant;
    const bool agree =
        one.others * part <= one.all && likeness(name.countries, whole.countries) >= kLikePlaces &&
        !groups_.are_at_odds(name, whole) && meet_in_time(own.company, his.company) &&
        share_issuer(own.company, his.company);
    if (agree && !NameGroups::are_kept_apart(name, whole)) groups_.join(one.name, one.whole);
  }
}

}  // namespace bayan::entity
