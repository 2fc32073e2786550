#include "common/index/entity_evidence.h"

#include <algorithm>
#include <string>

#include "common/index/schema.h"

namespace bayan::index {
namespace {

/// Pairs are summed when so many more have come: memory follows what is distinct.
constexpr std::size_t kPairsBetweenSums = 1U << 20U;

/// Issuer, month and number of persons, before the persons of a statement.
constexpr std::uint32_t kRowHead = 3;

/// Reads one slot of rising documents.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  /// The value of `document`, or nothing; documents must be asked for in rising order.
  std::string value_of(Xapian::docid document) {
    if (at_ == end_) return {};
    if (at_.get_docid() < document) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

std::vector<std::uint32_t> ids_in(std::string_view value) {
  std::vector<std::uint32_t> ids;
  for_each_id(value, [&ids](std::uint32_t id) { ids.push_back(id); });
  return ids;
}

}  // namespace

void EntityEvidence::add(const Xapian::Database& statements,
                         std::span<const Xapian::docid> skipped) {
  SlotReader posts(statements, kPositionSlot);
  SlotReader holders(statements, kHolderSlot);
  SlotReader countries(statements, kCountrySlot);
  SlotReader issuers(statements, kIssuerSlot);
  SlotReader months(statements, kMonthSlot);
  const auto end = statements.valuestream_end(kPersonSlot);
  for (auto persons = statements.valuestream_begin(kPersonSlot); persons != end; ++persons) {
    const Xapian::docid document = persons.get_docid();
    if (std::ranges::binary_search(skipped, document)) continue;
    add_values({*persons, posts.value_of(document), holders.value_of(document),
                countries.value_of(document), issuers.value_of(document),
                months.value_of(document)});
  }
}

void EntityEvidence::add(const Xapian::Document& statement) {
  add_values({statement.get_value(kPersonSlot), statement.get_value(kPositionSlot),
              statement.get_value(kHolderSlot), statement.get_value(kCountrySlot),
              statement.get_value(kIssuerSlot), statement.get_value(kMonthSlot)});
}

void EntityEvidence::add_values(const Values& values) {
  const std::vector<std::uint32_t> person_ids = ids_in(values.persons);
  const std::vector<std::uint32_t> post_ids = ids_in(values.posts);
  for (const std::uint32_t person : person_ids) {
    if (person >= statements_.size()) statements_.resize(std::size_t{person} + 1);
    ++statements_[person];
    for_each_id(values.countries, [&](std::uint32_t country) {
      countries_.push_back({person, country, 1});
    });
  }
  for (const Holder& holder : decode_holders(values.holders)) {
    if (holder.person < person_ids.size() && holder.post < post_ids.size()) {
      posts_.push_back({person_ids[holder.person], post_ids[holder.post], 1});
    }
  }
  if (!person_ids.empty()) {
    const auto first_of = [](const std::string& value) {
      const std::vector<std::uint32_t> ids = ids_in(value);
      return ids.empty() ? 0U : ids.front();
    };
    rows_.push_back(first_of(values.issuers));
    rows_.push_back(first_of(values.months));
    rows_.push_back(static_cast<std::uint32_t>(person_ids.size()));
    rows_.insert(rows_.end(), person_ids.begin(), person_ids.end());
  }
  if (posts_.size() + countries_.size() >= next_sum_ + kPairsBetweenSums) {
    sum_up(posts_);
    sum_up(countries_);
    next_sum_ = posts_.size() + countries_.size();
  }
}

void EntityEvidence::sum_up(std::vector<Pair>& pairs) {
  std::ranges::sort(pairs, {}, [](const Pair& pair) { return std::pair(pair.person, pair.other); });
  std::size_t kept = 0;
  for (const Pair& pair : pairs) {
    if (kept > 0 && pairs[kept - 1].person == pair.person && pairs[kept - 1].other == pair.other) {
      pairs[kept - 1].count += pair.count;
    } else {
      pairs[kept++] = pair;
    }
  }
  pairs.resize(kept);
}

std::vector<std::uint32_t> EntityEvidence::statements_with_both(
    const std::vector<std::vector<std::uint32_t>>& sets,
    std::span<const entity::NamePair> pairs) const {
  std::vector<std::uint32_t> set_of(statements_.size(), 0);  // from 1
  for (std::uint32_t set = 0; set < sets.size(); ++set) {
    for (const std::uint32_t person : sets[set]) {
      if (person < set_of.size()) set_of[person] = set + 1;
    }
  }
  std::vector<std::vector<std::uint32_t>> rows_of(sets.size());  // each rising and unique
  for (std::uint32_t row = 0; row < rows_.size(); row += kRowHead + rows_[row + 2]) {
    for (std::uint32_t i = 0; i < rows_[row + 2]; ++i) {
      const std::uint32_t set = set_of[rows_[row + kRowHead + i]];
      if (set == 0) continue;
      std::vector<std::uint32_t>& rows = rows_of[set - 1];
      if (rows.empty() || rows.back() != row) rows.push_back(row);
    }
  }
  std::vector<std::uint32_t> counts;
  for (const entity::NamePair& pair : pairs) {
    const std::vector<std::uint32_t>* fewer = &rows_of[pair.first];
    const std::vector<std::uint32_t>* more = &rows_of[pair.second];
    if (fewer->size() > more->size()) std::swap(fewer, more);
    counts.push_back(static_cast<std::uint32_t>(std::ranges::count_if(
        *fewer, [more](std::uint32_t row) { return std::ranges::binary_search(*more, row); })));
  }
  return counts;
}

std::vector<EntityEvidence::Company> EntityEvidence::company_of(
    const std::vector<std::vector<std::uint32_t>>& sets) const {
  /// Lists of names (teams, graduates) are no company.
  constexpr std::uint32_t kLargestCompany = 40;
  std::vector<std::uint32_t> set_of(statements_.size(), 0);  // from 1
  for (std::uint32_t set = 0; set < sets.size(); ++set) {
    for (const std::uint32_t person : sets[set]) {
      if (person < set_of.size()) set_of[person] = set + 1;
    }
  }
  std::vector<Pair> persons;
  std::vector<Pair> issuers;
  std::vector<Company> companies(sets.size());
  for (std::size_t row = 0; row < rows_.size(); row += kRowHead + rows_[row + 2]) {
    const std::span<const std::uint32_t> named(rows_.data() + row + kRowHead, rows_[row + 2]);
    for (const std::uint32_t person : named) {
      if (set_of[person] == 0) continue;
      const std::uint32_t set = set_of[person] - 1;
      if (rows_[row] != 0) issuers.push_back({set, rows_[row], 1});
      if (rows_[row + 1] != 0) companies[set].months.push_back(rows_[row + 1]);
      if (named.size() > kLargestCompany) continue;
      for (const std::uint32_t other : named) {
        if (other != person) persons.push_back({set, other, 1});
      }
    }
  }
  sum_up(persons);
  sum_up(issuers);
  for (const Pair& pair : persons)
    companies[pair.person].persons.push_back({pair.other, pair.count});
  for (const Pair& pair : issuers)
    companies[pair.person].issuers.push_back({pair.other, pair.count});
  for (Company& company : companies) {
    std::ranges::sort(company.months);
    company.months.erase(std::unique(company.months.begin(), company.months.end()),
                         company.months.end());
  }
  return companies;
}

std::vector<EntityEvidence::Person> EntityEvidence::persons(std::uint32_t last_id) {
  std::vector<Person> persons(std::size_t{last_id} + 1);
  sum_up(posts_);
  sum_up(countries_);
  for (std::size_t id = 0; id < std::min(statements_.size(), persons.size()); ++id) {
    persons[id].statements = statements_[id];
  }
  for (const Pair& pair : posts_) {
    if (pair.person <= last_id && pair.other <= last_id) {
      persons[pair.person].posts.push_back({pair.other, pair.count});
    }
  }
  for (const Pair& pair : countries_) {
    if (pair.person <= last_id) persons[pair.person].countries.push_back({pair.other, pair.count});
  }
  return persons;
}

}  // namespace bayan::index
