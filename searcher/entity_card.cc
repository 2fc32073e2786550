#include "searcher/entity_card.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"
#include "searcher/association.h"
#include "searcher/entity_choice.h"
#include "searcher/entity_forms.h"
#include "searcher/entity_statements.h"
#include "searcher/facet_names.h"
#include "searcher/held_posts.h"
#include "searcher/match_counts.h"
#include "searcher/timeline.h"

namespace bayan::searcher {
namespace {

using index::FieldId;
using Xapian::Query;

constexpr std::array kBesideFields = {FieldId::kPerson, FieldId::kCountry, FieldId::kOrganisation};
/// Together once is chance or one statement's matter.
constexpr std::uint64_t kFewestTogether = 2;
/// Statements that are read for the forms of a name.
constexpr Xapian::doccount kMostRead = 500;

/// «20240726» -> «2024-07-26».
std::string iso_day(const std::string& day) {
  return day.size() == 8 ? day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6) : day;
}

/// The ids in a facet's slot, in their order.
std::vector<std::uint32_t> ids_in(const Xapian::Document& document, index::Slot slot) {
  std::vector<std::uint32_t> ids;
  index::for_each_id(document.get_value(slot), [&ids](std::uint32_t id) { ids.push_back(id); });
  return ids;
}

class CardMaker {
 public:
  CardMaker(const index::IndexReader& index, FieldId field, std::uint32_t id, std::size_t most)
      : index_(index), field_(field), id_(id), most_(most) {}

  Result<EntityCard> make() {
    Result<void> done = find_members()
                            .and_then([this] { return name(); })
                            .and_then([this] { return read_statements(); })
                            .and_then([this] { return list_held(); })
                            .and_then([this] { return list_beside(); });
    if (!done) return tl::unexpected(done.error());
    return std::move(card_);
  }

 private:
  /// The keys of the entity, and the query for its statements.
  Result<void> find_members() {
    const Result<std::vector<std::string>> keys = index_.entities.member_keys(id_);
    if (!keys) return tl::unexpected(keys.error());
    std::vector<Query> parts;
    for (const std::string& key : *keys) {
      keys_.insert(key);
      parts.emplace_back(index::make_term(field_, key));
    }
    query_ = Query(Query::OP_OR, parts.begin(), parts.end());
    return {};
  }

  Result<void> name() {
    const Result<index::EntityRecord> entity = index_.entities.entity(id_);
    if (!entity) return tl::unexpected(entity.error());
    card_.field = index::field(field_).name;
    card_.key = entity->key;
    card_.name = facet_name(*entity);
    return {};
  }

  /// One walk over the entity's statements, the newest first.
  Result<void> read_statements() {
    Xapian::Enquire enquire(index_.statements);
    enquire.set_query(query_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value_then_relevance(index::kDateSlot, true);
    const Xapian::MSet matches = enquire.get_mset(0, index_.statements.get_doccount());
    card_.statements = matches.size();
    EntityForms forms(field_, keys_);
    std::string newest;
    std::string oldest;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const Xapian::Document document = match.get_document();
      const std::string day = iso_day(document.get_value(index::kDateSlot));
      note_held(document, *match, day);
      if (!day.empty()) {
        if (newest.empty()) newest = document.get_value(index::kIdSlot);
        oldest = document.get_value(index::kIdSlot);
      }
      if (match.get_rank() >= kMostRead) continue;
      const auto statement = index_.decoder.decode(document.get_data());
      if (!statement) return tl::unexpected(statement.error());
      forms.read(*statement);
      ++card_.forms_read;
    }
    card_.forms = forms.most_frequent(most_);
    return list_dated(oldest, newest);
  }

  Result<void> list_dated(const std::string& oldest, const std::string& newest) {
    for (const std::string& id : {oldest, newest}) {
      const bool is_listed = !card_.first_and_last.empty() && oldest == newest;
      if (id.empty() || is_listed) continue;
      const std::string term = index::make_term(FieldId::kId, id);
      const auto posting = index_.statements.postlist_begin(term);
      if (posting == index_.statements.postlist_end(term)) continue;
      const auto statement =
          index_.decoder.decode(index_.statements.get_document(*posting).get_data());
      if (!statement) return tl::unexpected(statement.error());
      card_.first_and_last.push_back({statement->id, statement->title, statement->date});
    }
    return {};
  }

  /// Who is named in which post on that day.
  void note_held(const Xapian::Document& document, Xapian::docid number, const std::string& day) {
    if (field_ != FieldId::kPerson && field_ != FieldId::kPosition) return;
    const std::string value = document.get_value(index::kHolderSlot);
    if (value.empty()) return;
    const std::vector<std::uint32_t>& entity_ids = index_.entities.entity_ids();
    const std::vector<std::uint32_t> persons = ids_in(document, index::kPersonSlot);
    const std::vector<std::uint32_t> posts = ids_in(document, index::kPositionSlot);
    std::set<std::uint32_t> others;
    for (const index::Holder& holder : index::decode_holders(value)) {
      if (holder.person >= persons.size() || holder.post >= posts.size()) continue;
      std::uint32_t own = persons[holder.person];
      std::uint32_t other = posts[holder.post];
      if (field_ == FieldId::kPosition) std::swap(own, other);
      if (own >= entity_ids.size() || other >= entity_ids.size()) continue;
      if (entity_ids[own] == id_ && entity_ids[other] != 0) others.insert(entity_ids[other]);
    }
    for (const std::uint32_t other : others) {
      HeldPost& post = held_[other];
      post.documents.push_back(number);
      if (day.empty()) continue;
      EntityCard::Held& held = post.held;
      if (held.first.empty() || day < held.first) held.first = day;
      held.last = std::max(held.last, day);
    }
  }

  /// The most frequent of them, in the order of time.
  Result<void> list_held() {
    std::vector<HeldPost> posts;
    for (auto& [id, post] : held_) {
      const Result<index::EntityRecord> record = index_.entities.entity(id);
      if (!record) return tl::unexpected(record.error());
      post.held.key = record->key;
      post.held.name = record->name;
      post.held.count = post.documents.size();
      std::ranges::sort(post.documents);
      posts.push_back(std::move(post));
    }
    if (field_ == FieldId::kPerson) join_stray_states(posts);
    std::vector<EntityCard::Held> list;
    for (HeldPost& post : posts) list.push_back(std::move(post.held));
    std::ranges::sort(list, [](const EntityCard::Held& a, const EntityCard::Held& b) {
      return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    if (list.size() > most_) list.resize(most_);
    std::ranges::stable_sort(list, {}, [](const EntityCard::Held& held) {
      return held.first.empty() ? std::string("~") : held.first;
    });
    (field_ == FieldId::kPerson ? card_.posts : card_.holders) = std::move(list);
    return {};
  }

  Result<void> list_beside() {
    std::vector<FieldId> fields(kBesideFields.begin(), kBesideFields.end());
    fields.push_back(FieldId::kMonth);
    const MatchCounts counts = count_matches(index_, query_, fields);
    Result<Timeline> timeline =
        make_timeline(index_, counts.facets.back(), counts.total, TimelineUnit::kMonth);
    if (!timeline) return tl::unexpected(timeline.error());
    card_.timeline = std::move(*timeline);
    for (std::size_t i = 0; i < kBesideFields.size(); ++i) {
      Result<EntityCard::BesideOfField> values = beside(counts.facets[i]);
      if (!values) return tl::unexpected(values.error());
      if (!values->values.empty()) card_.beside.push_back(std::move(*values));
    }
    return {};
  }

  Result<EntityCard::BesideOfField> beside(const MatchCounts::OfFacet& counts) {
    struct Candidate {
      std::uint32_t id;
      EntityCard::Beside value;
    };
    std::vector<Candidate> candidates;
    for (const auto& [id, together] : counts.values) {
      if (together < kFewestTogether || (counts.field == field_ && id == id_)) continue;
      const Result<std::uint64_t> all =
          count_statements(index_.statements, index_.entities, counts.field, id);
      if (!all) return tl::unexpected(all.error());
      const double score =
          association({together, card_.statements, *all, index_.statements.get_doccount()});
      if (score >= kSurelyAssociated) candidates.push_back({id, {{}, {}, together, *all, score}});
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      return a.value.score != b.value.score ? a.value.score > b.value.score : a.id < b.id;
    });
    if (candidates.size() > most_) candidates.resize(most_);
    EntityCard::BesideOfField listed{std::string(index::field(counts.field).name), {}};
    for (Candidate& candidate : candidates) {
      const Result<index::EntityRecord> record = index_.entities.entity(candidate.id);
      if (!record) return tl::unexpected(record.error());
      candidate.value.key = record->key;
      candidate.value.name = facet_name(*record);
      listed.values.push_back(std::move(candidate.value));
    }
    return listed;
  }

  const index::IndexReader& index_;
  const FieldId field_;
  const std::uint32_t id_;
  const std::size_t most_;
  std::set<std::string> keys_;
  Query query_;
  std::map<std::uint32_t, HeldPost> held_;
  EntityCard card_;
};

}  // namespace

Result<EntityCard> make_entity_card(const index::IndexReader& index, FieldId field,
                                    std::uint32_t id, std::size_t most) {
  return CardMaker(index, field, id, most).make();
}

Result<EntityCard> find_entity_card(const index::IndexReader& index,
                                    const entity::LazyCountries& countries,
                                    const std::string& typed, std::size_t most) {
  return index::guarded("the index", [&]() -> Result<EntityCard> {
    const Result<ChosenEntity> chosen = choose_entity(index, countries, typed);
    if (!chosen) return tl::unexpected(chosen.error());
    if (chosen->id == 0) {
      EntityCard card;
      card.field = index::field(chosen->field).name;
      card.key = chosen->key;
      card.name = chosen->name;
      return card;
    }
    return make_entity_card(index, chosen->field, chosen->id, most);
  });
}

}  // namespace bayan::searcher
