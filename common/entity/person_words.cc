#include "common/entity/person_words.h"

#include <algorithm>
#include <array>

#include "common/base/utf8.h"
#include "common/entity/person_name_grammar.h"
#include "common/text/fold.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {
namespace {

using text::kLetterBytes;

bool is_servant(std::string_view form) {
  return form == "عبد" || form == "وعبد" || form == "لعبد" || form == "بعبد" || form == "فعبد";
}

/// «على أحمد», «على بن سعود», «على الزهراني»; not «السير على الطرق».
bool may_follow_ali(const NameWord& word) {
  if (word.has(kStopWord)) return false;
  constexpr std::uint32_t kRare = 300;
  const bool is_ordinary = word.is(NameClass::kOther) &&
                           (word.has_article() || word.count >= kRare || looks_inflected(word));
  return word.has(kConnector) || !word.is_word() || !is_ordinary;
}

bool begins_with_hamza(std::string_view printed) {
  return printed.starts_with("أ") || printed.starts_with("إ") || printed.starts_with("آ");
}

/// Where a title ends that the word begins with; 0 where it does with none.
std::size_t glued_title(std::string_view form) {
  constexpr std::array<std::string_view, 18> kTitles = {
      "الدكتور",  "والدكتور", "الشيخ",   "والشيخ", "الامير", "المهندس",
      "والمهندس", "السيد",    "الاستاذ", "اللواء", "العقيد", "العميد",
      "الملك",    "السفير",   "سمو",     "معالي",  "سعاده",  "فضيله"};
  const auto* const title =
      std::ranges::find_if(kTitles, [form](std::string_view one) { return form.starts_with(one); });
  return title == kTitles.end() ? 0 : title->size();
}

bool binds_over_line_end(std::string_view form) {
  constexpr std::array<std::string_view, 8> kForms = {"بن",  "بنت",    "ابن",     "ال",
                                                      "ابو", "الملكي", "الدكتور", "الشيخ"};
  return std::ranges::find(kForms, form) != kForms.end();
}

bool is_ali(std::string_view form) { return form == "علي" || form == "وعلي"; }

/// What stands about a word that print tells from another of the same letters.
struct Printed {
  std::string_view word;  ///< as printed
  std::string_view next;  ///< form of the next word
  const WordClassifier& classifier;
};

/// «فإن» is no particle of foreign names.
void read_fan(NameWord& word, const Printed& in) {
  if (in.word.size() == word.form.size() && in.word != word.form) {
    word.info.flags &= ~std::uint32_t{kParticle};
  }
}

/// «وأدى السفير القسم»
void read_wadi(NameWord& word, const Printed& in) {
  if (in.word.starts_with("وأ")) word.info = in.classifier.info("وقال");
}

/// «آن باترسون», «آلان بيريز»: no «أن» and no «الآن», nor «آن لكم»
void read_an(NameWord& word, const Printed& in) {
  if (!in.word.starts_with("آ") || in.next.starts_with("ل")) return;
  word.info = in.classifier.info("جون");
  word.count = 0;
}

/// «شينزو آبي»
void read_abi(NameWord& word, const Printed& in) {
  if (in.word.starts_with("آ")) word.info = in.classifier.info("مون");
}

/// «بان كي مون», no «بأن»
void read_ban(NameWord& word, const Printed& in) {
  const bool is_joined = word.form.starts_with("و");
  if (!in.word.substr(is_joined ? kLetterBytes : 0).starts_with("با") || in.next != "كي") return;
  word.info = in.classifier.info(is_joined ? "وجون" : "مون");
  word.info.flags |= kForeignGiven;
}

/// «منى رضي»; «رضي الله عنه»
void read_radi(NameWord& word, const Printed& in) {
  if (in.next != "الله") word.info = in.classifier.info("فدا");
}

/// «إمام» is a post, «أمام» and «امام» are «before»
void read_imam(NameWord& word, const Printed& in) {
  const bool is_post = in.word.starts_with("إ");
  word.info.flags &= ~std::uint32_t{is_post ? kStopWord : kHead};
  if (is_post) word.info.name_class = word.info.base = NameClass::kOther;
}

struct Homograph {
  std::string_view form;
  void (*read)(NameWord& word, const Printed& in);
};
constexpr std::array<Homograph, 9> kHomographs = {{{"فان", read_fan},
                                                   {"وادي", read_wadi},
                                                   {"ان", read_an},
                                                   {"الان", read_an},
                                                   {"ابي", read_abi},
                                                   {"بان", read_ban},
                                                   {"وبان", read_ban},
                                                   {"رضي", read_radi},
                                                   {"امام", read_imam}}};

const Homograph* homograph(std::string_view form) {
  const auto* const found = std::ranges::find(kHomographs, form, &Homograph::form);
  return found == kHomographs.end() ? nullptr : found;
}

bool may_be_glued(std::string_view form, std::uint32_t count) {
  constexpr std::size_t kLeastBytes = 8 * kLetterBytes;
  constexpr std::uint32_t kHardlySeen = 20;
  return form.size() >= kLeastBytes && count <= kHardlySeen;
}

}  // namespace

bool is_told_by_print(std::string_view form, std::uint32_t count) {
  return is_servant(form) || is_ali(form) || homograph(form) != nullptr ||
         may_be_glued(form, count);
}

PersonWords::PersonWords(std::string_view text, const std::vector<Word>& words,
                         const std::vector<WordFacts>& facts, const PersonLexicon& lexicon,
                         const WordClassifier& classifier)
    : text_(text), words_(words), facts_(facts), lexicon_(lexicon), classifier_(classifier) {
  end_.kind = WordKind::kLineEnd;
  end_.begin = end_.end = static_cast<std::uint32_t>(text.size());
  list_.reserve(words.size());
  const auto count = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Word& word = words[i];
    if (word.kind == WordKind::kLineEnd &&
        ((i > 0 && binds_over_line_end(words[i - 1].form)) ||
         (i + 1 < count && (words[i + 1].form == "بن" || words[i + 1].form == "بنت")))) {
      continue;
    }
    if ((facts[i].roles & kIsToldByPrint) == 0) {
      add(word.form, i, i + 1, facts[i]);
    } else if (is_servant(word.form) && i + 1 < count && words[i + 1].kind == WordKind::kLetters) {
      joined_.emplace_back(word.form).append(words[i + 1].form);
      add_made(joined_.back(), i, i + 2);
      ++i;
    } else if (!add_glued(i)) {
      add(word.form, i, i + 1, facts[i]);
    }
  }
  tell_ali_from_on();
}

void PersonWords::add(std::string_view form, std::uint32_t first, std::uint32_t last,
                      const WordFacts& facts) {
  const std::string_view printed = text_.substr(words_[first].begin);
  const std::string_view all = text_.substr(0, words_[last - 1].end);
  NameWord word{form,
                words_[first].begin,
                words_[last - 1].end,
                first,
                last,
                0,
                words_[first].kind,
                facts.roles,
                form.ends_with("ه") && all.ends_with("ة"),
                form.starts_with("ا") && begins_with_hamza(printed),
                {}};
  if (word.kind == WordKind::kLetters) {
    word.count = facts.count;
    word.info = facts.info;
    if (is_other_by_seat(word)) word.info = classifier_.info("هذه");
    if (is_hamza_name(word)) word.info.name_class = word.info.base = NameClass::kUnknown;
    if (is_accusative(word)) word.info = classifier_.info("في");
    if ((facts.roles & kIsToldByPrint) != 0) tell_homograph(word);
  }
  list_.push_back(word);
}

/// Words that are told by the hamza they are printed with.
void PersonWords::tell_homograph(NameWord& word) const {
  const Homograph* const found = homograph(word.form);
  if (found == nullptr) return;
  found->read(
      word, {text_.substr(word.begin, word.end - word.begin),
             word.last < words_.size() ? words_[word.last].form : std::string_view(), classifier_});
}

/// «البئر», «جئنا»: no names of other languages that are written so but for the hamza («ألبير»).
bool PersonWords::is_other_by_seat(const NameWord& word) const {
  constexpr std::string_view kSeat = "ئ";
  if (!word.has(kForeignGiven | kForeignName) || word.info.given_share > 0) return false;
  const std::string_view printed = text_.substr(word.begin, word.end - word.begin);
  const std::size_t second = printed.starts_with("ال") ? 3 * kLetterBytes : kLetterBytes;
  return printed.size() > second && printed.substr(second).starts_with(kSeat);
}

/// «أليشر», «إلينور»: printed with hamza, so that its «ال» is no article.
bool PersonWords::is_hamza_name(const NameWord& word) {
  constexpr std::uint32_t kRare = 200;
  return word.begins_with_hamza && word.form.starts_with("ال") &&
         word.form.size() > 4 * kLetterBytes && word.count < kRare && !word.has(~kShapeFlags) &&
         (word.is(NameClass::kOther) || word.is(NameClass::kArticle));
}

/// «اتصالاً»: an ending that no name has; «محافظاً» is a post.
bool PersonWords::is_accusative(const NameWord& word) const {
  constexpr std::string_view kFathatanBytes = "\xD9\x8B";
  return word.form.ends_with("ا") && word.end - word.begin > word.form.size() &&
         !word.is(NameClass::kGiven) && !word.has(kHead) &&
         text_.substr(word.begin, word.end - word.begin).find(kFathatanBytes) !=
             std::string_view::npos;
}

/// «الدكتورمصطفى», «سموالأمير»: a rare word that is a title and a given name or another title.
bool PersonWords::add_glued(std::uint32_t i) {
  const Word& word = words_[i];
  const std::string_view form = word.form;
  if (!may_be_glued(form, facts_[i].count)) return false;
  std::size_t cut = glued_title(form);
  if (cut == 0) {
    cut = glued_words(form, facts_[i].count);
    if (cut == 0) return false;
  } else if (const PersonLexicon::Entry& rest = lexicon_.look_up(form.substr(cut));
             rest.given_share == 0 && (rest.flags & kStrongTitle) == 0 &&
             !is_servant(form.substr(cut, 3 * kLetterBytes))) {
    return false;
  }
  std::uint32_t split = word.begin;
  std::size_t letters = 0;
  while (split < word.end && letters * kLetterBytes < cut) {
    const utf8::CodePoint c = utf8::decode_at(text_, split);
    split += static_cast<std::uint32_t>(c.byte_count);
    if (text::fold_by_table(c.value) != text::kDropped) ++letters;
  }
  add_made(form.substr(0, cut), i, i + 1);
  list_.back().end = split;
  add_made(form.substr(cut), i, i + 1);
  list_.back().begin = split;
  return true;
}

/// «وزيرالداخلية», «المديرالعام»: two frequent words, the first of which ends in a letter that is
/// not bound to the next. Where the first ends; 0 where the word is none such.
std::size_t PersonWords::glued_words(std::string_view form, std::uint32_t count) const {
  constexpr std::uint32_t kFrequent = 50;
  constexpr std::size_t kLeastFirst = 3 * kLetterBytes;
  if (count > 0) return 0;
  const std::size_t cut = form.find("ال", kLeastFirst);
  if (cut == std::string_view::npos || form.size() < cut + 4 * kLetterBytes) return 0;
  const std::string_view last = form.substr(cut - kLetterBytes, kLetterBytes);
  if (last != "ر" && last != "د" && last != "ذ" && last != "ز" && last != "و") return 0;
  // «حمدالغريب» and «المدالله» are names.
  const PersonLexicon::Entry& first = lexicon_.look_up(form.substr(0, cut));
  const std::string_view second = form.substr(cut);
  const bool is_glued = first.count >= kFrequent && first.given_share == 0 && second != "الله" &&
                        lexicon_.count(second) >= kFrequent;
  return is_glued ? cut : 0;
}

/// «على» is the preposition, but «الدكتور على أحمد» and «بن على» write the name so.
void PersonWords::tell_ali_from_on() {
  for (std::size_t i = 0; i < list_.size(); ++i) {
    NameWord& word = list_[i];
    if ((word.roles & kIsToldByPrint) == 0 || !is_ali(word.form)) continue;
    const bool has_dots = !text_.substr(word.begin, word.end - word.begin).ends_with("ى");
    const bool is_placed = i > 0 &&
                           (list_[i - 1].form == "بن" || list_[i - 1].has(kStrongTitle) ||
                            list_[i - 1].form == "المخلوع") &&
                           i + 1 < list_.size() && may_follow_ali(list_[i + 1]);
    // «…، وعلى بن سامر القحطاني»
    const bool is_son = i + 3 < list_.size() && list_[i + 1].form == "بن" &&
                        list_[i + 2].is(NameClass::kGiven) && is_name_word(list_[i + 3]);
    const bool is_name = has_dots || is_placed || is_son;
    word.info = classifier_.info(is_name ? "علي" : "في");
    if (is_name) {
      word.info.flags = 0;
      word.info.name_class = word.info.base = NameClass::kGiven;
      word.info.given_share = 80;
      if (word.form == "وعلي") {
        word.info.name_class = NameClass::kClitic;
        word.info.proclitic = Proclitic::kAnd;
      }
    }
  }
}

std::uint32_t PersonWords::name_begin(std::size_t i, bool drops_clitic) const {
  const NameWord& word = list_[i];
  if (!drops_clitic) return word.begin;
  std::uint32_t at = word.begin + static_cast<std::uint32_t>(kLetterBytes);
  while (at < word.end) {
    const utf8::CodePoint c = utf8::decode_at(text_, at);
    if (text::fold_by_table(c.value) != text::kDropped) break;
    at += static_cast<std::uint32_t>(c.byte_count);
  }
  return std::min(at, word.end - 1);
}

}  // namespace bayan::entity
