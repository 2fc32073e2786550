#include "indexer/near_duplicates.h"

#include <algorithm>
#include <random>
#include <set>

#include "common/index/schema.h"
#include "common/text/sketch.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// A sketch like that of `seed`, but for `changed` bins.
std::string sketch(unsigned seed, std::size_t changed = 0, unsigned change_seed = 0) {
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t i = 0; i < text::kSketchBins; ++i) out += static_cast<char>(random());
  std::mt19937 changes(1000 + change_seed);
  std::vector<std::size_t> bins(text::kSketchBins);
  for (std::size_t i = 0; i < bins.size(); ++i) bins[i] = i;
  std::shuffle(bins.begin(), bins.end(), changes);
  for (std::size_t i = 0; i < changed; ++i) out[bins[i]] = static_cast<char>(out[bins[i]] + 1);
  return out;
}

using Clusters = std::set<std::set<std::string>>;

/// The clusters as sets of sketches, whatever the order.
Clusters clusters_of(const std::vector<std::string>& sketches) {
  const std::vector<std::uint32_t> places = indexer::cluster_sketches(sketches);
  std::map<std::uint32_t, std::set<std::string>> sets;
  for (std::size_t i = 0; i < places.size(); ++i) sets[places[i]].insert(sketches[i]);
  Clusters clusters;
  for (auto& [place, members] : sets) clusters.insert(std::move(members));
  return clusters;
}

void add(Xapian::WritableDatabase& database, const std::string& id, const std::string& sketch) {
  Xapian::Document document;
  document.add_boolean_term(index::make_term(index::FieldId::kId, id));
  document.add_value(index::kIdSlot, id);
  if (!sketch.empty()) document.add_value(index::kSketchSlot, sketch);
  database.add_document(document);
}

std::string cluster_of(const Xapian::Database& database, const std::string& id) {
  const auto posting = database.postlist_begin(index::make_term(index::FieldId::kId, id));
  return database.get_document(*posting).get_value(index::kClusterSlot);
}

}  // namespace

TEST_CASE("sketches cluster from kNearBins equal bins on", "[indexer][duplicates]") {
  const std::size_t most = text::kSketchBins - indexer::kNearBins;
  CHECK(clusters_of({}).empty());
  CHECK(clusters_of({sketch(1), sketch(2)}).size() == 2);
  CHECK(clusters_of({sketch(1), sketch(1)}).size() == 1);
  CHECK(clusters_of({sketch(1), sketch(1, most)}).size() == 1);
  CHECK(clusters_of({sketch(1), sketch(1, most + 1)}).size() == 2);
}

TEST_CASE("the lowest place stands for a cluster", "[indexer][duplicates]") {
  CHECK(indexer::cluster_sketches({sketch(2), sketch(1), sketch(2), sketch(1, 3)}) ==
        std::vector<std::uint32_t>{0, 1, 0, 1});
}

TEST_CASE("clusters hang on the set and not on its order", "[indexer][duplicates][property]") {
  check_property("any order gives the same clusters", [] {
    std::vector<std::string> sketches;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      sketches.push_back(sketch(*rc::gen::inRange(0U, 6U), *rc::gen::inRange<std::size_t>(0, 34),
                                *rc::gen::inRange(0U, 9U)));
    }
    const Clusters before = clusters_of(sketches);
    std::shuffle(sketches.begin(), sketches.end(), std::mt19937(*rc::gen::inRange(0U, 99U)));
    RC_ASSERT(clusters_of(sketches) == before);
  });
}

TEST_CASE("twenty thousand like texts cost no square", "[indexer][duplicates]") {
  std::vector<std::string> sketches;
  for (unsigned i = 0; i < 20000; ++i) sketches.push_back(sketch(1, 6, i));
  CHECK(clusters_of(sketches).size() == 1);
}

TEST_CASE("the cluster slots follow what comes and goes", "[indexer][duplicates]") {
  const TemporaryDirectory folder;
  Xapian::WritableDatabase database((folder.path() / "d").string(), Xapian::DB_CREATE);
  add(database, "a", sketch(1));
  add(database, "c", sketch(1, 20, 1));
  add(database, "d", sketch(7));
  add(database, "short", "");
  CHECK(indexer::update_clusters(database) == 2);
  CHECK(cluster_of(database, "a").size() == 8);
  CHECK(cluster_of(database, "a") == cluster_of(database, "c"));
  CHECK(cluster_of(database, "d").empty());
  CHECK(cluster_of(database, "short").empty());
  CHECK(indexer::update_clusters(database) == 0);

  SECTION("one that joins changes nothing for the others") {
    add(database, "e", sketch(1, 4, 2));
    CHECK(indexer::update_clusters(database) == 1);
    CHECK(cluster_of(database, "e") == cluster_of(database, "a"));
  }
  SECTION("two that are left alone by one that held them together part") {
    add(database, "b", sketch(1, 10, 1));
    database.delete_document("Qa");
    indexer::update_clusters(database);
    CHECK(cluster_of(database, "b") == cluster_of(database, "c"));
    database.delete_document("Qb");
    indexer::update_clusters(database);
    CHECK(cluster_of(database, "c").empty());
  }
  SECTION("within a transaction as well") {
    database.commit();
    database.begin_transaction();
    add(database, "e", sketch(7, 2));
    CHECK(indexer::update_clusters(database) == 2);
    database.commit_transaction();
    CHECK(cluster_of(database, "d") == cluster_of(database, "e"));
  }
}
