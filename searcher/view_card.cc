#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/base/json.h"
#include "common/cli/messages.h"
#include "common/entity/country_gazetteer.h"
#include "searcher/view_json_parts.h"
#include "searcher/view_text_parts.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;
using Json = nlohmann::ordered_json;

constexpr std::size_t kIndent = 3;

class CardWriter {
 public:
  CardWriter(const EntityCard& card, const TextStyle& style)
      : card_(card), style_(style), page_(style.page) {}

  std::string write() {
    page_.set_direction(cli::first_strong(card_.name, direction_of_messages(style_.locale)));
    write_head();
    write_forms();
    write_held("posts", card_.posts);
    write_held("holders", card_.holders);
    write_dated();
    if (!card_.timeline.periods.empty() || card_.timeline.undated > 0) {
      write_heading("over time");
      write_timeline(page_, card_.timeline, style_.locale);
    }
    for (const EntityCard::BesideOfField& beside : card_.beside) write_beside(beside);
    return page_.take();
  }

 private:
  [[nodiscard]] std::string translated(std::string_view english) const {
    return cli::translate(style_.locale.language(), english);
  }

  void write_heading(std::string_view english) {
    StyledText head;
    page_.paragraph(head.own(translated(english), Ink::kHeading));
  }

  void write_head() {
    StyledText name;
    name.document(entity_in_words(card_.field, card_.key, card_.name, style_.locale), Ink::kTitle);
    if (card_.field == "country" && entity::is_country_code(card_.key))
      name.own(" (" + card_.key + ")", Ink::kQuiet);
    page_.paragraph(name);
    StyledText line;
    line.own(field_name(card_.field, style_.locale.language()) + " · ", Ink::kQuiet);
    line.open_isolate().own(count_of_statements(card_.statements, style_.locale)).close_isolate();
    page_.paragraph(line);
    page_.blank_line();
  }

  void write_forms() {
    if (card_.forms.empty()) return;
    write_heading("forms");
    StyledText line;
    for (const FacetValue& form : card_.forms) {
      if (!line.empty()) line.own(" · ", Ink::kQuiet);
      line.document(form.name).own(" " + style_.locale.number(form.count), Ink::kQuiet);
    }
    page_.paragraph(line, kIndent);
    page_.blank_line();
  }

  /// «2015-07-21 – 2015-08-11  وزير الداخلية 12».
  void write_held(std::string_view heading, const std::vector<EntityCard::Held>& list) {
    if (list.empty()) return;
    write_heading(heading);
    for (const EntityCard::Held& held : list) {
      StyledText line;
      if (!held.first.empty()) {
        line.document(style_.locale.date(held.first), Ink::kQuiet);
        if (held.last != held.first) {
          line.own(" – ", Ink::kQuiet).document(style_.locale.date(held.last), Ink::kQuiet);
        }
        line.own("  ");
      }
      line.document(held.name).own(" " + style_.locale.number(held.count), Ink::kQuiet);
      page_.paragraph(line, kIndent, std::string(kIndent, ' '));
    }
    page_.blank_line();
  }

  void write_dated() {
    if (card_.first_and_last.empty()) return;
    write_heading("first and last statement");
    for (const EntityCard::Dated& dated : card_.first_and_last) {
      StyledText line;
      line.document(style_.locale.date(dated.date), Ink::kQuiet).own("  ");
      line.document(dated.title.empty() ? dated.id : dated.title);
      page_.paragraph(line, kIndent, std::string(kIndent, ' '));
    }
    page_.blank_line();
  }

  /// «12 of 40»: in how many statements of the entity, and in how many of all.
  void write_beside(const EntityCard::BesideOfField& beside) {
    StyledText head;
    page_.paragraph(head.own(
        translated("beside it") + " · " + field_name(beside.field, style_.locale.language()),
        Ink::kHeading));
    for (const EntityCard::Beside& value : beside.values) {
      StyledText line;
      line.document(entity_in_words(beside.field, value.key, value.name, style_.locale));
      line.own("  " + translated(fmt::format("of {}", style_.locale.number(value.all))),
               Ink::kQuiet);
      page_.paragraph(line, 0, count_label(value.together, style_.locale));
    }
    page_.blank_line();
  }

  const EntityCard& card_;
  const TextStyle& style_;
  cli::Page page_;
};

Json to_json(const std::vector<EntityCard::Held>& list) {
  Json json = Json::array();
  for (const EntityCard::Held& held : list) {
    json.push_back({{"key", held.key},
                    {"name", held.name},
                    {"first", held.first},
                    {"last", held.last},
                    {"count", held.count}});
  }
  return json;
}

Json to_json(const std::vector<EntityCard::Beside>& list) {
  Json json = Json::array();
  for (const EntityCard::Beside& value : list) {
    json.push_back({{"key", value.key},
                    {"name", value.name},
                    {"together", value.together},
                    {"all", value.all},
                    {"score", value.score}});
  }
  return json;
}

}  // namespace

std::string format_card(const EntityCard& card, const TextStyle& style) {
  return CardWriter(card, style).write();
}

std::string format_card_json(const EntityCard& card) {
  Json json;
  json["version"] = kJsonVersion;
  json["field"] = card.field;
  json["key"] = card.key;
  json["name"] = card.name;
  json["statements"] = card.statements;
  json["forms"] = Json::array();
  for (const FacetValue& form : card.forms) {
    json["forms"].push_back({{"name", form.name}, {"count", form.count}});
  }
  json["forms_read"] = card.forms_read;
  json["posts"] = to_json(card.posts);
  json["holders"] = to_json(card.holders);
  json["first_and_last"] = Json::array();
  for (const EntityCard::Dated& dated : card.first_and_last) {
    json["first_and_last"].push_back(
        {{"id", dated.id}, {"title", dated.title}, {"date", dated.date}});
  }
  json["timeline"] = timeline_json(card.timeline);
  json["beside"] = Json::object();
  for (const EntityCard::BesideOfField& beside : card.beside) {
    json["beside"][beside.field] = to_json(beside.values);
  }
  return to_json_text(json) + "\n";
}

}  // namespace bayan::searcher
