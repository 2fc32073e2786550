#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/base/json.h"
#include "common/base/utf8.h"
#include "common/cli/messages.h"
#include "common/statement/statement_json.h"
#include "searcher/markdown.h"
#include "searcher/view_text_parts.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLabelColumns = 12;

class StatementWriter {
 public:
  StatementWriter(const ShownStatement& shown, const TextStyle& style)
      : shown_(shown), statement_(shown.statement), style_(style), page_(style.page) {}

  std::string write() {
    const cli::Direction usual = direction_of_messages(style_.locale);
    page_.set_direction(
        cli::first_strong(shown_.title.text.empty() ? statement_.body : shown_.title.text, usual));
    write_head();
    write_body();
    write_entities();
    write_row("source", statement_.url, web_link(statement_.url));
    const std::string location = format_location(statement_.location);
    write_row("file", location, file_link(location));
    write_row("id", statement_.id, "");
    return page_.take();
  }

 private:
  void write_head() {
    StyledText title;
    if (!shown_.title.text.empty()) {
      append_marked(title, shown_.title, Ink::kTitle);
      page_.paragraph(title);
    }
    StyledText line;
    if (!statement_.date.empty()) line.document(style_.locale.date(statement_.date));
    if (!statement_.issuer.empty()) {
      if (!line.empty()) line.own(" · ", Ink::kQuiet);
      line.document(statement_.issuer);
    }
    if (!line.empty()) page_.paragraph(line);
    page_.blank_line();
  }

  /// Lines as they came; several empty ones are one.
  void write_body() {
    bool is_gap = true;
    for (const Snippet& line : shown_.lines) {
      if (!line.text.empty()) {
        StyledText text;
        append_marked(text, line, Ink::kPlain);
        page_.paragraph(text);
      } else if (!is_gap) {
        page_.blank_line();
      }
      is_gap = line.text.empty();
    }
    if (!is_gap) page_.blank_line();
  }

  void write_entities() {
    const entity::Recognised& entities = statement_.entities;
    StyledText persons;
    for (const entity::Person& person : entities.persons) {
      begin_next(persons);
      persons.document(person.name);
      if (!person.position.empty()) {
        persons.own(" (", Ink::kQuiet).document(person.position, Ink::kQuiet).own(")", Ink::kQuiet);
      }
    }
    write_row("persons", persons);
    StyledText countries;
    for (const entity::Country& country : entities.countries) {
      begin_next(countries);
      countries.document(country_in_words(country.code, country.code, style_.locale));
      countries.own(" (" + country.code + ")", Ink::kQuiet);
    }
    write_row("countries", countries);
    StyledText organisations;
    for (const entity::Organisation& organisation : entities.organisations) {
      begin_next(organisations);
      organisations.document(organisation.name);
    }
    write_row("bodies", organisations);
    StyledText dates;
    for (const entity::DateMention& date : entities.dates) {
      begin_next(dates);
      dates.document(style_.locale.date(date.first));
      if (date.last != date.first) dates.own(" – ").document(style_.locale.date(date.last));
    }
    write_row("dates", dates);
  }

  static void begin_next(StyledText& line) {
    if (!line.empty()) line.own(" · ", Ink::kQuiet);
  }

  void write_row(std::string_view label, std::string_view text, const std::string& link) {
    StyledText line;
    if (!text.empty()) line.begin_link(link).document(text).end_link();
    write_row(label, line);
  }

  void write_row(std::string_view label, const StyledText& text) {
    if (text.empty()) return;
    std::string head = cli::translate(style_.locale.language(), label);
    const std::size_t columns = cli::display_width(head);
    head += std::string(kLabelColumns - std::min(columns, kLabelColumns - 1), ' ');
    page_.paragraph(text, kLabelColumns, head);
  }

  const ShownStatement& shown_;
  const statement::Statement& statement_;
  const TextStyle& style_;
  cli::Page page_;
};

void add_marks(Json& json, std::string_view field, std::string_view text,
               const std::vector<std::pair<std::size_t, std::size_t>>& marks) {
  utf8::CodePointCounter counter(text);
  for (const auto& [begin, end] : marks) {
    const std::size_t first = counter.at(begin);
    json.push_back(Json::array({field, first, counter.at(end)}));
  }
}

}  // namespace

std::string format_statement(const ShownStatement& shown, const TextStyle& style) {
  return StatementWriter(shown, style).write();
}

std::string format_statement_json(const ShownStatement& shown) {
  Json json;
  json["version"] = kJsonVersion;
  json.update(to_json(shown.statement));
  json["body"] = shown.statement.body;
  Json& highlights = json["highlights"] = Json::array();
  add_marks(highlights, "title", shown.statement.title, shown.title_marks);
  add_marks(highlights, "body", shown.statement.body, shown.body_marks);
  return to_json_text(json) + "\n";
}

std::string format_statement_markdown(const ShownStatement& shown) {
  const statement::Statement& statement = shown.statement;
  std::string out;
  if (!shown.title.text.empty()) out += fmt::format("> **{}**\n", markdown_text(shown.title.text));
  for (const Snippet& line : shown.lines) {
    if (!line.text.empty()) out += fmt::format(">\n> {}\n", markdown_text(line.text));
  }
  const std::string source = markdown_source(statement.issuer, statement.date,
                                             format_location(statement.location), statement.url);
  return fmt::format("{}>\n> {}\n", out, source);
}

}  // namespace bayan::searcher
