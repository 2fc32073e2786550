#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "common/cli/messages.h"
#include "common/cli/page.h"
#include "common/index/schema.h"
#include "searcher/long_query.h"
#include "searcher/view_explain.h"
#include "searcher/view_text_parts.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

using cli::Direction;
using cli::Ink;
using cli::StyledText;

constexpr std::size_t kNamesShown = 6;
constexpr std::size_t kCountriesShown = 4;
constexpr std::size_t kIndent = 3;  // of what belongs to a result, under its title

/// The direction that most of the results read in; that of the messages where there are none.
Direction direction_of(const Answer& answer, const cli::LocaleFormat& locale) {
  const Direction usual = direction_of_messages(locale);
  const auto from_right =
      std::ranges::count_if(answer.results, [usual](const SearchResult& result) {
        const std::string& text =
            result.title.text.empty() ? result.snippet.text : result.title.text;
        return cli::first_strong(text, usual) == Direction::kRightToLeft;
      });
  if (answer.results.empty()) return usual;
  return 2 * static_cast<std::size_t>(from_right) > answer.results.size() ? Direction::kRightToLeft
                                                                          : Direction::kLeftToRight;
}

class TextWriter {
 public:
  explicit TextWriter(const TextStyle& style) : style_(style), page_(style.page) {}

  std::string write(const Answer& answer) {
    page_.set_direction(direction_of(answer, style_.locale));
    if (style_.counts) write_counts(answer);
    if (answer.explanation) write_explanation(page_, *answer.explanation, style_.locale);
    if (answer.timeline) write_timeline(page_, *answer.timeline, style_.locale);
    write_results(answer);
    for (const Facet& facet : answer.facets) write_facet(page_, facet, style_.locale);
    return page_.take();
  }

 private:
  /// Of what is named together the statements stand under their years.
  void write_results(const Answer& answer) {
    constexpr std::size_t kYearSize = 4;
    std::string year = "?";
    for (const SearchResult& result : answer.results) {
      const std::string own = result.date.substr(0, kYearSize);
      if (!answer.together.empty() && own != year) {
        StyledText head;
        if (own.empty()) {
          head.own(cli::translate(style_.locale.language(), "without a date"), Ink::kHeading);
        } else {
          head.document(style_.locale.digits(own), Ink::kHeading);
        }
        page_.paragraph(head);
        year = own;
      }
      write_result(result);
      if (result.parts && answer.explanation) {
        write_score(page_, result.score, *result.parts, answer.explanation->ranked_words, kIndent,
                    style_.locale);
      }
      page_.blank_line();
    }
  }

  /// «no statement holds X; showing Y», or what else might have been meant.
  void write_suggestions(const Answer& answer) {
    const auto language = style_.locale.language();
    StyledText line;
    line.open_isolate();
    if (!answer.shown_for.empty()) {
      line.own(cli::translate(language, "no statement holds")).own(" «");
      line.document(answer.shown_for).own("»");
      line.own(cli::translate(language, "; showing")).own(" «");
      line.document(answer.query).own("»");
    } else if (!answer.suggestions.empty()) {
      line.own(cli::translate(language, "other searches:"));
      for (const Suggestion& suggestion : answer.suggestions) {
        line.own(" «").document(suggestion.query).own("» ");
        line.own(style_.locale.digits(fmt::format("({})", suggestion.count)));
      }
    } else {
      return;
    }
    page_.paragraph(line.close_isolate());
  }

  void write_likeness(const SimilarTo& similar_to) {
    StyledText line;
    line.own(cli::translate(style_.locale.language(), "like:") + " ");
    line.document(similar_to.title.empty() ? similar_to.id : similar_to.title, Ink::kTitle);
    page_.paragraph(line);
    page_.blank_line();
  }

  void write_together(const Answer& answer) {
    if (answer.together.empty()) return;
    StyledText line;
    for (const RequestedEntity& entity : answer.together) {
      if (!line.empty()) line.own(" + ", Ink::kQuiet);
      line.document(
          entity_in_words(index::field(entity.field).name, entity.key, entity.name, style_.locale),
          Ink::kTitle);
    }
    page_.paragraph(line);
  }

  void write_counts(const Answer& answer) {
    if (answer.similar_to) return write_likeness(*answer.similar_to);
    write_suggestions(answer);
    write_together(answer);
    StyledText line;
    line.open_isolate().own(count_of_statements(answer.total, style_.locale));
    if (answer.match == "any" && answer.total > 0 && !answer.query.empty()) {
      line.own(cli::translate(style_.locale.language(),
                              " with some of the words; none holds all of them"));
    }
    page_.paragraph(line.close_isolate());
    write_shortening(answer);
    page_.blank_line();
  }

  /// What of a long query was not asked for.
  void write_shortening(const Answer& answer) {
    const auto language = style_.locale.language();
    const auto write = [this](const std::string& note) {
      StyledText line;
      page_.paragraph(line.open_isolate().own(note).close_isolate());
    };
    if (answer.left_out_words > 0) {
      write(cli::translate(language,
                           fmt::format("a long query: its {} most telling words are asked for, {} "
                                       "are left out",
                                       style_.locale.number(kMostSideBySide),
                                       style_.locale.number(answer.left_out_words))));
    }
    if (answer.is_as_typed) {
      write(cli::translate(language, "a long query: its words are found as typed alone"));
    }
  }

  void write_result(const SearchResult& result) {
    StyledText title;
    if (result.title.text.empty()) {
      title.document(result.id, Ink::kTitle);
    } else {
      append_marked(title, result.title, Ink::kTitle);
    }
    page_.paragraph(title, kIndent, style_.locale.digits(std::to_string(result.rank)) + ". ");
    write_details(result);
    if (!result.snippet.text.empty()) {
      StyledText snippet;
      append_marked(snippet, result.snippet, Ink::kPlain);
      page_.paragraph(snippet, kIndent);
    }
    StyledText place;
    const std::string page = web_link(result.url);
    place.begin_link(page.empty() ? file_link(result.location) : page);
    place.document(result.location, Ink::kQuiet).end_link();
    page_.paragraph(place, kIndent);
    write_others(result);
  }

  /// «+3 similar · replaces 1 older · also in b.zip».
  void write_others(const SearchResult& result) {
    const auto language = style_.locale.language();
    StyledText line;
    const auto add = [&](std::string_view english, const std::string& value) {
      if (!line.empty()) line.own(" · ", Ink::kQuiet);
      const std::string words(cli::translate(language, english));
      const std::size_t hole = words.find("{}");
      line.own(words.substr(0, hole), Ink::kQuiet).document(value, Ink::kQuiet);
      line.own(words.substr(hole + 2), Ink::kQuiet);
    };
    if (result.similar > 0) add("+{} similar", style_.locale.number(result.similar));
    if (result.older_versions > 0) {
      add("older versions: {}", style_.locale.number(result.older_versions));
    }
    for (const std::string& source : result.sources) {
      if (!result.location.starts_with(source)) add("also in {}", source);
    }
    if (!line.empty()) page_.paragraph(line, kIndent);
  }

  /// «France, Bahrain, Austria, Germany +3».
  [[nodiscard]] std::string countries_of(const SearchResult& result) const {
    const bool is_arabic = style_.locale.language() == cli::Language::kArabic;
    const std::size_t shown = std::min(result.countries.size(), kCountriesShown);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shown; ++i) {
      names.push_back(country_in_words(result.countries[i], result.countries[i], style_.locale));
    }
    std::string line = fmt::format("{}", fmt::join(names, is_arabic ? "، " : ", "));
    if (const std::size_t rest = result.countries.size() - shown; rest > 0) {
      line += " +" + style_.locale.number(rest);
    }
    return line;
  }

  /// «date · issuer · countries · persons».
  void write_details(const SearchResult& result) {
    std::vector<std::string> parts;
    if (!result.date.empty()) parts.push_back(style_.locale.date(result.date));
    if (!result.issuer.empty()) parts.push_back(result.issuer);
    if (!result.countries.empty()) parts.push_back(countries_of(result));
    for (std::size_t i = 0; i < std::min(result.persons.size(), kNamesShown); ++i) {
      parts.push_back(result.persons[i].name);
    }
    if (result.persons.size() > kNamesShown) {
      parts.push_back("+" + style_.locale.number(result.persons.size() - kNamesShown));
    }
    if (parts.empty()) return;
    StyledText line;
    for (const std::string& part : parts) {
      if (!line.empty()) line.own(" · ", Ink::kQuiet);
      line.document(part);
    }
    page_.paragraph(line, kIndent);
  }

  const TextStyle& style_;
  cli::Page page_;
};

}  // namespace

std::string format_text(const Answer& answer, const TextStyle& style) {
  return TextWriter(style).write(answer);
}

}  // namespace bayan::searcher
