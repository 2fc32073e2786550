#include "common/entity/person_recognizer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/entity/gazetteer.h"

// A run of titles opens a name; the name grows until a mark, a stop word, a formula, a title or the
// head of a post; a post follows directly or behind one comma:
//
//   «وسعادة السيد لوران نونيز القائد العام لشرطة باريس.»
//    ----titles--- --name---- ----------post----------
namespace bayan::entity {
namespace {

using Class = PersonRecognizer::Class;

constexpr std::size_t kLongestName = 9;
constexpr std::size_t kLongestPost = 12;

bool is_comma(const Word& word) { return word.form == "," || word.form == "،"; }

bool is_connector(std::string_view form) {
  return form == "بن" || form == "بنت" || form == "ابن" || form == "ال" || form == "ابو" ||
         form == "عبد";
}

struct Span {
  std::size_t begin;
  std::size_t end;
};

std::string printed(const PersonField& field, const Span& span) {
  const std::uint32_t begin = field.words[span.begin].begin;
  return std::string(field.text.substr(begin, field.words[span.end - 1].end - begin));
}

/// Finds names with their posts in one field.
class FieldReader {
 public:
  FieldReader(const PersonRecognizer& recognizer, const PersonField& field)
      : recognizer_(recognizer), field_(field), words_(field.words) {}

  struct Found {
    Span name;
    std::string position;
    bool is_strong;
  };

  std::vector<Found> read() {
    for (std::size_t i = 0; i < words_.size();) {
      const std::optional<Found> found = read_at(i);
      if (found) found_.push_back(*found);
      i = found ? found->name.end : std::max(i + 1, run_end_);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] Class class_at(std::size_t i) const {
    return i < words_.size() && words_[i].kind == WordKind::kLetters
               ? recognizer_.class_of(words_[i].form)
               : Class::kNone;
  }

  std::optional<Found> read_at(std::size_t i) {
    run_end_ = i;
    bool strong = false;
    while (class_at(run_end_) == Class::kStrong || class_at(run_end_) == Class::kTitle) {
      strong = strong || class_at(run_end_) == Class::kStrong;
      ++run_end_;
    }
    if (i > 0 && class_at(i - 1) == Class::kEponym) return std::nullopt;
    if (run_end_ == i) return read_patronymic(i);
    const Span name = grow(strong ? run_end_ : skip_adjective(run_end_));
    if (name.end == name.begin) return std::nullopt;
    if (!strong && name.end - name.begin < 2) return std::nullopt;
    if (!strong && is_weak_run(i) && !looks_like_name(name)) return std::nullopt;
    return Found{name, post_after(name.end), strong};
  }

  /// «ناصر بن فهاد …»: a name that بن alone gives away.
  [[nodiscard]] std::optional<Found> read_patronymic(std::size_t i) const {
    const bool is_patronymic = i + 2 < words_.size() && words_[i].kind == WordKind::kLetters &&
                               words_[i + 2].kind == WordKind::kLetters &&
                               (words_[i + 1].form == "بن" || words_[i + 1].form == "بنت") &&
                               class_at(i) == Class::kNone && !is_connector(words_[i].form);
    if (!is_patronymic) return std::nullopt;
    const Span name = grow(i);
    if (name.end - name.begin < 3) return std::nullopt;
    return Found{name, post_after(name.end), true};
  }

  /// A lone «الوزير» or «الفريق» is a title as often as a noun.
  [[nodiscard]] bool is_weak_run(std::size_t i) const { return run_end_ - i == 1; }

  [[nodiscard]] bool looks_like_name(const Span& name) const {
    for (std::size_t i = name.begin; i < name.end; ++i) {
      if (is_connector(words_[i].form)) return true;
    }
    return !words_[name.begin].form.starts_with("ال") && name.end - name.begin <= 3;
  }

  [[nodiscard]] Span grow(std::size_t begin) const {
    std::size_t end = begin;
    while (end < words_.size() && end - begin < kLongestName && may_be_name(end, begin)) ++end;
    while (end > begin && is_connector(words_[end - 1].form)) --end;
    return {begin, end};
  }

  [[nodiscard]] bool has_connector(std::size_t begin, std::size_t end) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Word& word) { return word.form == "بن" || word.form == "بنت"; });
  }

  /// «الرئيس المصري عبدالفتاح …»: what stands between a weak title and a name without the article.
  [[nodiscard]] std::size_t skip_adjective(std::size_t i) const {
    const bool has_next = i + 1 < words_.size() && words_[i + 1].kind == WordKind::kLetters;
    if (!has_next || !words_[i].form.starts_with("ال") || is_connector(words_[i].form)) return i;
    const std::string& next = words_[i + 1].form;
    return next.starts_with("ال") || is_connector(next) || class_at(i + 1) != Class::kNone ? i
                                                                                           : i + 1;
  }

  [[nodiscard]] bool may_be_name(std::size_t i, std::size_t begin) const {
    if (words_[i].kind != WordKind::kLetters) return false;
    const std::string& form = words_[i].form;
    if (is_connector(form)) return true;
    const bool after_connector = i > begin && is_connector(words_[i - 1].form);
    if (after_connector) return true;
    if (class_at(i) != Class::kNone) return false;
    // Behind a surname with the article, or in a name with بن, only articles and connectors follow:
    // «محمد بن نايف بن عبدالعزيز | اتصالا هاتفيا».
    if (!form.starts_with("ال") && i > begin + 1 &&
        (words_[i - 1].form.starts_with("ال") || has_connector(begin, i))) {
      return false;
    }
    // A conjunction, a preposition with the article, or a verb goes no further.
    return !(i > begin &&
             (form.starts_with("وال") || form.starts_with("لل") || form.starts_with("بال") ||
              form.starts_with("لت") || form.starts_with("يت") || form.starts_with("وا")));
  }

  /// The post behind a name, one comma and any formulas («حفظه الله») stepped over.
  [[nodiscard]] std::string post_after(std::size_t i) const {
    if (i < words_.size() && is_comma(words_[i])) ++i;
    if (class_at(i) != Class::kHead) return {};
    const Span post = grow_post(i);
    return printed(field_, post);
  }

  /// A post is a construct that its first word with the article closes; behind that only more
  /// articles, prepositions that bind a body to it, or a second post follow:
  /// «مدير عام الإدارة العامة للإعلام», «وزير التعليم | مباني جديدة».
  [[nodiscard]] Span grow_post(std::size_t begin) const {
    std::size_t end = begin + 1;
    bool is_closed = words_[begin].form.starts_with("ال");
    while (end < words_.size() && end - begin < kLongestPost) {
      const std::string& form = words_[end].form;
      if (is_comma(words_[end]) && class_at(end + 1) == Class::kHead && !form.starts_with("و")) {
        end += 2;
        is_closed = false;
        continue;
      }
      if (words_[end].kind != WordKind::kLetters) break;
      if (form == "المعظم" || form == "المفدي" || form == "الموقر") return {begin, end + 1};
      if (!may_be_post(end, is_closed)) break;
      is_closed = form.starts_with("ال") || form.starts_with("لل") || form.starts_with("وال");
      ++end;
    }
    while (end > begin + 1 && words_[end - 1].form == "لدي") --end;
    return {begin, end};
  }

  [[nodiscard]] bool may_be_post(std::size_t i, bool is_closed) const {
    const std::string& form = words_[i].form;
    const Class word_class = class_at(i);
    if (form == "لدي") return true;
    if (word_class == Class::kStop || word_class == Class::kFormula ||
        word_class == Class::kStrong || form.starts_with("وسعاد") || form.starts_with("ومعالي")) {
      return false;
    }
    if (!is_closed || word_class == Class::kHead) return true;
    return form.starts_with("ال") || form.starts_with("لل") || form.starts_with("وال") ||
           form.starts_with("ل") || form.starts_with("ب");
  }

  const PersonRecognizer& recognizer_;
  const PersonField& field_;
  const std::vector<Word>& words_;
  std::size_t run_end_ = 0;
  std::vector<Found> found_;
};

std::vector<std::string> key_words(const std::string& key) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// A shorter name that is a later mention of the fuller: its words occur in it in their order, the
/// first with the first unless it is a surname alone. Two men of one surname stay two.
bool is_mention_of(const std::string& shorter, const std::string& fuller) {
  if (shorter == fuller) return true;
  const std::vector<std::string> a = key_words(shorter);
  const std::vector<std::string> b = key_words(fuller);
  if (a.empty() || a.size() >= b.size()) return false;
  if (a.size() == 1) return std::ranges::find(b, a[0]) != b.end();
  if (a[0] != b[0]) return false;
  const bool second_agrees = a[1] == b[1] || (a.size() == 2 && a[1] == b.back());
  std::size_t at = 0;
  for (const std::string& word : b) {
    if (at < a.size() && word == a[at]) ++at;
  }
  return second_agrees && at == a.size();
}

/// Joins the finds of all fields into persons.
class PersonList {
 public:
  void add(const PersonField& field, const FieldReader::Found& found) {
    Person person;
    person.name = canonical_name(printed(field, found.name));
    person.key = person_key(person.name);
    person.position = found.position;
    person.mentions = {
        {field.field, field.words[found.name.begin].begin, field.words[found.name.end - 1].end}};
    if (person.key.empty()) return;
    for (Person& known : persons_) {
      if (is_mention_of(person.key, known.key)) return absorb(known, person, false);
      if (is_mention_of(known.key, person.key)) return absorb(known, person, true);
    }
    persons_.push_back(std::move(person));
  }
  std::vector<Person> take() { return std::move(persons_); }

 private:
  static void absorb(Person& known, Person& other, bool other_is_fuller) {
    if (other_is_fuller) {
      known.name = other.name;
      known.key = other.key;
    }
    if (known.position.empty()) known.position = other.position;
    known.mentions.insert(known.mentions.end(), other.mentions.begin(), other.mentions.end());
  }
  std::vector<Person> persons_;
};

}  // namespace

Result<PersonRecognizer> PersonRecognizer::load(const std::filesystem::path& directory) {
  const Result<GazetteerTable> table =
      GazetteerTable::load(directory / "person_words.tsv", {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  constexpr std::array<std::pair<std::string_view, Class>, 6> kClasses = {
      {{"strong", Class::kStrong},
       {"title", Class::kTitle},
       {"head", Class::kHead},
       {"stop", Class::kStop},
       {"formula", Class::kFormula},
       {"eponym", Class::kEponym}}};
  PersonRecognizer recognizer;
  for (const GazetteerRow& row : table->rows()) {
    const auto named =
        std::ranges::find(kClasses, row.cells[0], &std::pair<std::string_view, Class>::first);
    if (named == kClasses.end()) {
      return fail(ErrorKind::kUsage,
                  "person_words.tsv:" + std::to_string(row.line) + ": there is no class «" +
                      row.cells[0] + "»",
                  "the classes are strong, title, head, stop, formula and eponym");
    }
    for (const std::string& cell : split_cell(row.cells[1])) {
      const std::vector<Word> words = split_words(cell);
      if (words.size() == 1) recognizer.classes_.try_emplace(words[0].form, named->second);
    }
  }
  return recognizer;
}

PersonRecognizer::Class PersonRecognizer::class_of(std::string_view form) const {
  const auto look_up = [this](const std::string& word) {
    const auto found = classes_.find(word);
    return found == classes_.end() ? Class::kNone : found->second;
  };
  std::string word(form);
  if (const Class direct = look_up(word); direct != Class::kNone) return direct;
  if (word.starts_with("لل")) return look_up("ال" + word.substr(4));
  constexpr std::size_t kShortest = 6;
  for (const std::string_view clitic : {"و", "ف", "ل", "ب"}) {
    if (word.starts_with(clitic) && word.size() > kShortest) {
      if (const Class rest = look_up(word.substr(clitic.size())); rest != Class::kNone) return rest;
    }
  }
  return Class::kNone;
}

PersonRecognizer::Found PersonRecognizer::recognize(const std::vector<PersonField>& fields) const {
  Found result;
  PersonList persons;
  for (const PersonField& field : fields) {
    result.is_name.emplace_back(field.words.size(), false);
    for (const FieldReader::Found& found : FieldReader(*this, field).read()) {
      for (std::size_t i = found.name.begin; i < found.name.end; ++i)
        result.is_name.back()[i] = true;
      persons.add(field, found);
    }
  }
  result.persons = persons.take();
  return result;
}

}  // namespace bayan::entity
