#include "common/statement/statement_json.h"

#include <nlohmann/json.hpp>

#include "common/base/utf8.h"

namespace bayan::statement {
namespace {

using Json = nlohmann::ordered_json;

/// Turns mentions into [field, start, end] with offsets in code points.
class MentionWriter {
 public:
  explicit MentionWriter(const Statement& statement)
      : title_(statement.title), body_(statement.body) {}

  Json write(const entity::Mention& mention) {
    const bool in_title = mention.field == entity::Field::kTitle;
    utf8::CodePointCounter& counter = in_title ? title_ : body_;
    const std::size_t begin = counter.at(mention.begin);
    return Json::array({in_title ? "title" : "body", begin, counter.at(mention.end)});
  }

  Json write(const std::vector<entity::Mention>& mentions) {
    Json list = Json::array();
    for (const entity::Mention& mention : mentions) list.push_back(write(mention));
    return list;
  }

 private:
  utf8::CodePointCounter title_;
  utf8::CodePointCounter body_;
};

Json posts_of(const entity::Person& person) {
  Json list = Json::array();
  for (const entity::Post& post : person.posts) {
    list.push_back({{"key", post.key}, {"normal", post.normal}});
  }
  return list;
}

Json persons_of(const Statement& statement, MentionWriter& writer) {
  Json list = Json::array();
  for (const entity::Person& person : statement.entities.persons) {
    list.push_back({{"key", person.key},
                    {"name", person.name},
                    {"position", person.position},
                    {"posts", posts_of(person)},
                    {"mentions", writer.write(person.mentions)}});
  }
  return list;
}

}  // namespace

nlohmann::ordered_json to_json(const Statement& statement) {
  MentionWriter writer(statement);
  Json json;
  json["id"] = statement.id;
  json["title"] = statement.title;
  json["date"] = statement.date;
  json["date_from"] = date_source_name(statement.date_source);
  json["issuer"] = statement.issuer;
  json["issuer_from"] = issuer_source_name(statement.issuer_source);
  json["location"] = format_location(statement.location);
  json["url"] = statement.url;
  json["persons"] = persons_of(statement, writer);
  json["countries"] = Json::array();
  for (const entity::Country& country : statement.entities.countries) {
    json["countries"].push_back(country.code);
  }
  json["organisations"] = Json::array();
  for (const entity::Organisation& organisation : statement.entities.organisations) {
    json["organisations"].push_back({{"key", organisation.key},
                                     {"name", organisation.name},
                                     {"normal", organisation.normal},
                                     {"mentions", writer.write(organisation.mentions)}});
  }
  json["dates"] = Json::array();
  for (const entity::DateMention& date : statement.entities.dates) {
    json["dates"].push_back(
        {{"first", date.first}, {"last", date.last}, {"mention", writer.write(date.mention)}});
  }
  return json;
}

}  // namespace bayan::statement
