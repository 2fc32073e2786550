#include "searcher/view_explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/messages.h"
#include "searcher/view_text_parts.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;

constexpr std::size_t kFormsShown = 8;
constexpr std::size_t kIndent = 2;
constexpr std::string_view kBetween = " · ";

std::string_view name_of(ExplainedPart::Kind kind) {
  switch (kind) {
    case ExplainedPart::Kind::kWord:
      return "a word";
    case ExplainedPart::Kind::kExact:
      return "a word as typed";
    case ExplainedPart::Kind::kPhrase:
      return "a phrase";
    case ExplainedPart::Kind::kWildcard:
      return "a pattern";
    case ExplainedPart::Kind::kNear:
      return "words near each other";
    case ExplainedPart::Kind::kFilter:
      return "a filter";
    case ExplainedPart::Kind::kGroup:
      return "several together";
    case ExplainedPart::Kind::kFunctionWord:
      return "a function word, not asked for";
    case ExplainedPart::Kind::kLessTelling:
      return "less telling, not asked for";
  }
  return "";
}

/// Lines about a query and a score in one language.
class Explaining {
 public:
  Explaining(cli::Page& page, const cli::LocaleFormat& locale) : page_(page), locale_(locale) {}

  void write(const ExplainedPart& part) {
    StyledText line;
    line.open_isolate().own("«").document(part.text, Ink::kMatch).own("»");
    line.own(kBetween, Ink::kQuiet).own(in_words(name_of(part.kind)));
    if (part.is_excluded) line.own(kBetween, Ink::kQuiet).own(in_words("must not occur"));
    line.own(kBetween, Ink::kQuiet).own(count_of_statements(part.statements, locale_));
    if (part.kind == ExplainedPart::Kind::kWord) write_forms(line, part.forms);
    if (part.without) {
      line.own(kBetween, Ink::kQuiet).own(in_words("without it:")).own(" ");
      line.own(count_of_statements(*part.without, locale_),
               *part.without > 0 ? Ink::kHeading : Ink::kPlain);
    }
    page_.paragraph(line.close_isolate(), kIndent, std::string(kIndent, ' '));
  }

  void write(double score, const ScoreParts& parts, const std::vector<std::string>& words,
             std::size_t indent) {
    StyledText line;
    line.open_isolate().own(in_words("score")).own(" ").own(number(score)).own(": ");
    write_words(line, parts, words);
    WordScore sums;
    for (const WordScore& word : parts.words) {
      sums.exact += word.exact;
      sums.grams += word.grams;
    }
    const std::pair<std::string_view, double> named[] = {
        {"as typed", sums.exact},      {"letters in common", sums.grams},
        {"in the title", parts.title}, {"at the beginning", parts.opening},
        {"side by side", parts.pairs}, {"best passage", parts.window}};
    for (const auto& [name, value] : named) {
      if (value <= 0) continue;
      line.own(kBetween, Ink::kQuiet).own(in_words(name)).own(" ").own(number(value));
    }
    page_.paragraph(line.close_isolate(), indent, std::string(indent, ' '));
  }

 private:
  [[nodiscard]] std::string in_words(std::string_view english) const {
    return cli::translate(locale_.language(), english);
  }

  [[nodiscard]] std::string number(double value) const {
    return locale_.digits(fmt::format("{:.2f}", value));
  }

  /// Those that match, then those that no more than rank.
  void write_forms(StyledText& line, const std::vector<index::RelatedForm>& forms) const {
    const auto matches = [](const index::RelatedForm& form) { return index::is_match(form.grade); };
    const auto ranking = std::ranges::find_if_not(forms, matches);
    write_list(line, "forms:", {forms.begin(), ranking});
    write_list(line, "for ranking alone:", {ranking, forms.end()});
  }

  void write_list(StyledText& line, std::string_view head,
                  const std::vector<index::RelatedForm>& forms) const {
    if (forms.empty()) return;
    line.own(kBetween, Ink::kQuiet).own(in_words(head));
    for (std::size_t i = 0; i < std::min(forms.size(), kFormsShown); ++i) {
      line.own(" ").document(forms[i].form);
    }
    if (forms.size() > kFormsShown) {
      line.own(" +" + locale_.number(forms.size() - kFormsShown), Ink::kQuiet);
    }
  }

  /// «words 12.30 (وزير 8.10, فرنسا 4.20)».
  void write_words(StyledText& line, const ScoreParts& parts,
                   const std::vector<std::string>& words) const {
    double sum = 0;
    for (const WordScore& word : parts.words) sum += word.forms;
    line.own(in_words("words")).own(" ").own(number(sum)).own(" (");
    for (std::size_t i = 0; i < std::min(parts.words.size(), words.size()); ++i) {
      if (i > 0) line.own(" ");
      line.document(words[i]).own(" ").own(number(parts.words[i].forms));
    }
    line.own(")");
  }

  cli::Page& page_;
  const cli::LocaleFormat& locale_;
};

}  // namespace

void write_explanation(cli::Page& page, const Explanation& explanation,
                       const cli::LocaleFormat& locale) {
  StyledText head;
  page.paragraph(
      head.own(cli::translate(locale.language(), "how the query was understood:"), Ink::kHeading));
  for (const ExplainedPart& part : explanation.parts) Explaining(page, locale).write(part);
  for (const std::string& note : explanation.notes) {
    StyledText line;
    page.paragraph(line.document(cli::translate(locale.language(), note)), kIndent,
                   std::string(kIndent, ' '));
  }
  page.blank_line();
}

void write_score(cli::Page& page, double score, const ScoreParts& parts,
                 const std::vector<std::string>& words, std::size_t indent,
                 const cli::LocaleFormat& locale) {
  Explaining(page, locale).write(score, parts, words, indent);
}

}  // namespace bayan::searcher
