#include "common/statement/codec.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

statement::Statement sample() {
  statement::Statement sample;
  sample.id = "archives/a.zip!/b.json#12";
  sample.title = "وزير الداخلية يزور باريس";
  sample.body = std::string(5000, 'x') + "\nالسطر الثاني";
  sample.date = "2024-07-26";
  sample.date_source = statement::DateSource::kDateline;
  sample.issuer = "وزارة الداخلية";
  sample.issuer_source = statement::IssuerSource::kDateline;
  sample.url = "https://example.org/1";
  sample.language = "ar";
  sample.location = {"archives/a.zip", "b.json", 12};
  sample.entities.persons = {{"راشد عبدالله",
                              "راشد بن عبدالله",
                              "وزير الداخلية",
                              {{entity::Field::kTitle, 0, 8}, {entity::Field::kBody, 10, 30}}}};
  sample.entities.countries = {{"FR", {{entity::Field::kTitle, 20, 30}}}};
  sample.entities.organisations = {
      {"وزاره الداخليه@FR", "وزارة الداخلية", "وزارة الداخلية الفرنسية", {}}};
  sample.entities.dates = {{"2024-07-26", "2024-08-11", {entity::Field::kBody, 5, 40}}};
  sample.entities.dateline = "2024-07-26";
  return sample;
}

}  // namespace

TEST_CASE("a statement comes back whole from its stored form", "[statement][codec]") {
  const statement::Statement before = sample();
  const std::string stored = statement::Encoder().encode(before, "stream");
  CHECK(statement::token_stream_of(stored).value() == "stream");
  const statement::Statement after = statement::Decoder().decode(stored).value();
  CHECK(after.id == before.id);
  CHECK(after.title == before.title);
  CHECK(after.body == before.body);
  CHECK(after.date == before.date);
  CHECK(after.date_source == before.date_source);
  CHECK(after.issuer == before.issuer);
  CHECK(after.issuer_source == before.issuer_source);
  CHECK(after.url == before.url);
  CHECK(after.language == before.language);
  CHECK(statement::format_location(after.location) == "archives/a.zip!/b.json#12");
  REQUIRE(after.entities.persons.size() == 1);
  CHECK(after.entities.persons[0].name == "راشد بن عبدالله");
  CHECK(after.entities.persons[0].position == "وزير الداخلية");
  CHECK(after.entities.persons[0].mentions == before.entities.persons[0].mentions);
  CHECK(after.entities.countries.at(0).code == "FR");
  CHECK(after.entities.organisations.at(0).key == "وزاره الداخليه@FR");
  CHECK(after.entities.dates.at(0).last == "2024-08-11");
  CHECK(after.entities.dates.at(0).mention == before.entities.dates[0].mention);
  CHECK(after.entities.dateline == "2024-07-26");
}

TEST_CASE("a stored form of another version is refused", "[statement][codec]") {
  std::string stored = statement::Encoder().encode(sample(), "");
  stored[0] = 99;
  CHECK(statement::Decoder().decode(stored).error().kind == ErrorKind::kIndexDamaged);
  CHECK_FALSE(statement::token_stream_of("").has_value());
}

TEST_CASE("damaged stored forms give errors and never crash", "[statement][codec]") {
  const std::string stored = statement::Encoder().encode(sample(), "stream");
  check_property("one byte changed, or cut short", [&stored] {
    std::string damaged = stored;
    damaged[*rc::gen::inRange<std::size_t>(0, stored.size())] = *rc::gen::arbitrary<char>();
    damaged.resize(*rc::gen::inRange<std::size_t>(0, stored.size() + 1));
    const Result<statement::Statement> decoded = statement::Decoder().decode(damaged);
    if (!decoded) RC_ASSERT(decoded.error().kind == ErrorKind::kIndexDamaged);
    (void)statement::token_stream_of(damaged);
  });
}

TEST_CASE("texts are compressed by what the first of them have in common", "[statement][codec]") {
  statement::SharedDictionary shared;
  statement::Encoder encoder(&shared);
  statement::Statement statement = sample();
  const auto edition = [&statement](int number) -> const statement::Statement& {
    // Each has words of its own, so that no sample is another.
    statement.body.clear();
    for (int word = 0; word < 60; ++word) {
      statement.body += "قرار " + std::to_string(number * 7919 + word * 31) + " ";
    }
    statement.id = std::to_string(number);
    return statement;
  };
  const std::string first = encoder.encode(edition(0), "");
  std::string last;
  for (int number = 1; number < 1500; ++number) last = encoder.encode(edition(number), "");
  const std::string bytes = shared.bytes();
  REQUIRE(statement::dictionary_id(bytes) != 0);
  CHECK(last.size() < first.size());

  const statement::Decoder decoder([&](std::uint32_t id) {
    return id == statement::dictionary_id(bytes) ? bytes : std::string();
  });
  CHECK(decoder.decode(first).value().id == "0");
  CHECK(decoder.decode(last).value().id == "1499");
  CHECK(decoder.decode(last).value().body == statement.body);
  // Without it, with another or with a damaged one.
  CHECK(statement::Decoder().decode(last).error().kind == ErrorKind::kIndexDamaged);
  CHECK(statement::Decoder().decode(first).has_value());
  for (const std::string& wrong : {std::string("no dictionary"), bytes.substr(0, 100)}) {
    const statement::Decoder misled([&](std::uint32_t /*id*/) { return wrong; });
    CHECK(misled.decode(last).error().kind == ErrorKind::kIndexDamaged);
  }

  statement::SharedDictionary again(bytes);
  const std::string later = statement::Encoder(&again).encode(edition(2000), "");
  CHECK(decoder.decode(later).value().id == "2000");
  CHECK(again.bytes() == bytes);
}
