#include "common/entity/post_normalizer.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/entity/clean_words.h"
#include "common/entity/gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter
constexpr std::string_view kArticle = "ال";
constexpr char kCountryMark = '@';

enum PostFlag : std::uint32_t {
  kHonour = 1U << 0,
  kNew = 1U << 1,
  kFormer = 1U << 2,
  kHomeWord = 1U << 3,
  kOfState = 1U << 4,
  kWide = 1U << 5,
  kEnvoy = 1U << 6,
  kRuler = 1U << 7,
  kGeneral = 1U << 8,
  kPreposition = 1U << 9,
  kReference = 1U << 10,
  kCut = 1U << 11,
};

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 12> kClasses = {
    {{"honour", kHonour},
     {"new", kNew},
     {"former", kFormer},
     {"home", kHomeWord},
     {"state", kOfState},
     {"wide", kWide},
     {"envoy", kEnvoy},
     {"ruler", kRuler},
     {"general", kGeneral},
     {"preposition", kPreposition},
     {"reference", kReference},
     {"cut", kCut}}};

bool has_article(std::string_view form) {
  return form.starts_with(kArticle) && form.size() > 4 * kLetter;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text)) {
    if (word.kind != WordKind::kLetters) continue;
    out += (out.empty() ? "" : " ") + word.form;
  }
  return out;
}

/// A post as it was printed behind «لل» has lost its article: «لمدير الفني» -> «المدير الفني».
std::string with_whole_head(std::string_view piece, const Word& first,
                            const WordClassifier& classifier) {
  const std::string_view form = first.form;
  if (form.starts_with("ل") && !form.starts_with("لا")) {
    const std::string whole = std::string(kArticle) + std::string(form.substr(kLetter));
    if ((classifier.info(whole).flags & kHead) != 0) {
      return std::string(kArticle) + std::string(piece.substr(kLetter));
    }
  }
  return std::string(piece);
}

}  // namespace

/// A post while it is being read.
struct PostNormalizer::Parts {
  std::vector<PostWord> words;
  std::vector<PostWord> former;  ///< «السابق», to stand behind the country
  std::string country;           ///< ISO code
  std::string host;              ///< of an envoy
};

Result<PostNormalizer> PostNormalizer::load(const std::filesystem::path& directory,
                                            const CountryGazetteer& countries) {
  const std::filesystem::path path = directory / "post_words.tsv";
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"class", "words"});
  if (!table) return tl::unexpected(table.error());
  PostNormalizer normalizer(countries);
  for (const GazetteerRow& row : table->rows()) {
    const auto* found = std::ranges::find(kClasses, std::string_view(row.cells[0]),
                                          &decltype(kClasses)::value_type::first);
    for (const std::string& value : split_cell(row.cells[1])) {
      const std::size_t equals = value.find('=');
      if (found != kClasses.end()) {
        normalizer.flags_[folded(value)] |= found->second;
      } else if (row.cells[0] == "masculine" && equals != std::string::npos) {
        normalizer.masculine_.emplace(folded(value.substr(0, equals)), value.substr(equals + 1));
      } else if (row.cells[0] == "sole" && equals != std::string::npos) {
        normalizer.sole_.emplace(folded(value.substr(0, equals)), value.substr(equals + 1));
      } else if (row.cells[0] == "same" && equals != std::string::npos) {
        std::vector<std::string> forms;
        for (const PostWord& word : words_of(value.substr(0, equals))) forms.push_back(word.form);
        normalizer.same_.emplace_back(std::move(forms), value.substr(equals + 1));
      } else {
        return fail(ErrorKind::kUsage, path.string() + ":" + std::to_string(row.line) +
                                           ": there is no class «" + row.cells[0] +
                                           "» with such values");
      }
    }
  }
  if (Result<void> bodies = normalizer.load_bodies(directory); !bodies) {
    return tl::unexpected(bodies.error());
  }
  // The longest first: «نائب رئيس وزراء» before «رئيس وزراء».
  std::ranges::stable_sort(normalizer.same_, std::ranges::greater{},
                           [](const auto& pair) { return pair.first.size(); });
  return normalizer;
}

/// «مجلس النواب» and its like, which not all states have.
Result<void> PostNormalizer::load_bodies(const std::filesystem::path& directory) {
  const Result<GazetteerTable> table =
      GazetteerTable::load(directory / "organisations.tsv", {"name", "country", "aliases"});
  if (!table) return tl::unexpected(table.error());
  for (const GazetteerRow& row : table->rows()) {
    std::vector<std::string> states = split_cell(row.cells[1]);
    if (states.size() < 2 || states.front() != "home") continue;
    states.erase(states.begin());
    std::vector<std::string> forms;
    for (const PostWord& word : words_of(row.cells[0])) forms.push_back(word.form);
    bodies_.emplace_back(std::move(forms), std::move(states));
  }
  return {};
}

/// The first of `homes` that has the bodies that the post is of; empty if none has.
std::string PostNormalizer::home_of(const std::vector<PostWord>& words,
                                    const std::vector<std::string>& homes) const {
  for (const auto& [forms, states] : bodies_) {
    const auto found = std::ranges::search(words, forms, {}, &PostWord::form);
    if (found.empty()) continue;
    const auto home = std::ranges::find_if(homes, [&states](const std::string& code) {
      return std::ranges::find(states, code) != states.end();
    });
    return home == homes.end() ? std::string() : *home;
  }
  return homes.empty() ? std::string() : homes.front();
}

bool PostNormalizer::is_feminine(const PostWord& word) { return word.printed.ends_with("ة"); }

void PostNormalizer::give_article(PostWord& word) {
  if (word.form.starts_with(kArticle)) return;
  word.form.insert(0, kArticle);
  word.printed.insert(0, kArticle);
}

std::vector<PostNormalizer::PostWord> PostNormalizer::words_of(std::string_view printed) {
  std::vector<PostWord> words;
  for (Word& word : split_words(printed)) {
    if (word.kind != WordKind::kLetters && word.kind != WordKind::kDigits) continue;
    std::string clean = without_marks(printed.substr(word.begin, word.end - word.begin));
    words.push_back({one_hamza(std::move(word.form)), std::move(clean)});
  }
  return words;
}

bool PostNormalizer::has(const std::string& form, std::uint32_t flag) const {
  const auto found = flags_.find(form);
  return found != flags_.end() && (found->second & flag) != 0;
}

/// The word with a proclitic taken off: «لشركة» -> «شركة», «للجمهورية» -> «الجمهورية».
bool PostNormalizer::has_behind_clitic(const std::string& form, std::uint32_t flag) const {
  if (has(form, flag)) return true;
  if (form.starts_with("لل")) return has(std::string(kArticle) + form.substr(2 * kLetter), flag);
  return (form.starts_with("ل") || form.starts_with("ب")) && has(form.substr(kLetter), flag);
}

bool PostNormalizer::has_any(const std::vector<PostWord>& words, std::uint32_t flag) const {
  return std::ranges::any_of(
      words, [&](const PostWord& word) { return has_behind_clitic(word.form, flag); });
}

/// «ملك البلاد المعظم حفظه الله ورعاه» -> «ملك البلاد»; «السابق» is set aside.
void PostNormalizer::drop_honours(Parts& parts) const {
  std::vector<PostWord>& words = parts.words;
  while (words.size() > 1) {
    const std::string& last = words.back().form;
    if (has(last, kFormer)) {
      parts.former.insert(parts.former.begin(), words.back());
    } else if (!has(last, kHonour | kNew)) {
      return;
    }
    words.pop_back();
  }
}

/// «المشرف العام على |», «أمير منطقة الرياض | في مكتب سموه», «المدير الفني | آنذاك»: what is of the
/// sentence behind the post.
void PostNormalizer::cut_sentence(std::vector<PostWord>& words) const {
  constexpr std::array<std::string_view, 6> kRooms = {"مكتب",    "مكتبه", "قصر",
                                                      "الديوان", "ديوان", "مقر"};
  const auto is_end = [&](const PostWord& word) {
    return has(word.form, kCut) && !is_feminine(word);
  };
  words.erase(std::find_if(words.begin() + 1, words.end(), is_end), words.end());
  const auto in = std::ranges::find(words, "في", &PostWord::form);
  const bool is_room = in != words.end() && in + 1 != words.end() && in + 2 >= words.end() &&
                       std::ranges::find(kRooms, (in + 1)->form) != kRooms.end();
  if (is_room) words.erase(in, words.end());
  while (words.size() > 1 && has(words.back().form, kPreposition)) words.pop_back();
}

/// What names no post: «قائد» without saying of what, «نظيره الأمريكي», «أمام الجمهور».
bool PostNormalizer::is_fragment(const std::vector<PostWord>& words) const {
  constexpr std::size_t kLongest = 18;
  const PostWord& first = words.front();
  // «مساعدة وزير الخارجية» is folded like «مساعده».
  const bool is_reference = has(first.form, kReference) && !is_feminine(first);
  if (is_reference || first.printed == "أمام" || words.size() > kLongest) return true;
  const bool stands_alone =
      has(first.form, kRuler) || first.form.starts_with(kArticle) || sole_.contains(first.form);
  return words.size() == 1 && !stands_alone;
}

/// «وزيرة», «وزيرا» -> «وزير», and «وزيرا للداخلية» -> «وزير الداخلية».
void PostNormalizer::make_masculine(std::vector<PostWord>& words) const {
  std::size_t behind_feminine = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = masculine_.find(words[i].form);
    if (found == masculine_.end()) continue;
    // «الهيئة العامة» stays; «المديرة العامة» does not.
    if (words[i].form == "العامه" && behind_feminine != i) continue;
    behind_feminine = i + 1;
    const bool is_accusative = words[i].form.ends_with("ا");
    words[i] = {folded(found->second), found->second};
    if (is_accusative && i + 1 < words.size() && words[i + 1].form.starts_with("لل")) {
      words[i + 1].form = std::string(kArticle) + words[i + 1].form.substr(2 * kLetter);
      words[i + 1].printed = std::string(kArticle) + words[i + 1].printed.substr(2 * kLetter);
    }
  }
}

/// Two ways to call one post; «رئيس الوزراء» inside «نائب رئيس الوزراء» too.
void PostNormalizer::unify(std::vector<PostWord>& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& [from, to] : same_) {
      if (i + from.size() > words.size()) continue;
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
      if (!std::ranges::equal(
              from, std::ranges::subrange(begin, begin + static_cast<std::ptrdiff_t>(from.size())),
              {}, {}, &PostWord::form)) {
        continue;
      }
      std::vector<PostWord> instead = words_of(to);
      const std::size_t count = instead.size();
      words.erase(begin, begin + static_cast<std::ptrdiff_t>(from.size()));
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i),
                   std::make_move_iterator(instead.begin()),
                   std::make_move_iterator(instead.end()));
      i += count - 1;
      break;
    }
  }
}

/// The country that words [begin, end) are, empty where they are none or a city. `is_name`: as a
/// name, not as an adjective.
std::string PostNormalizer::country_of(const std::vector<PostWord>& words, std::size_t begin,
                                       std::size_t end, bool& is_name) const {
  std::string key;
  for (std::size_t i = begin; i < end; ++i) key += (i > begin ? " " : "") + words[i].form;
  is_name = true;
  const bool is_envoy = has(words.front().form, kEnvoy);
  if (key == "خادم الحرمين الشريفين") return is_envoy ? "SA" : "";
  if (key == "عمان") return "OM";  // Amman is no state's name
  const CountryGazetteer::Entry* entry = countries_->find(key);
  // «مملكة البحرين», «الجمهورية الفرنسية» where the gazetteer has the bare name only
  if (entry == nullptr && end - begin > 1) {
    constexpr std::array<std::string_view, 6> kStyles = {"دوله",  "مملكه",     "جمهوريه",
                                                         "سلطنه", "الجمهوريه", "المملكه"};
    if (std::ranges::find(kStyles, words[begin].form) != kStyles.end()) {
      bool unused = false;
      return country_of(words, begin + 1, end, unused);
    }
  }
  if (entry == nullptr || entry->kind == Kind::kCity) return {};
  is_name = entry->kind == Kind::kName;
  return entry->code;
}

std::string PostNormalizer::joined(const std::vector<PostWord>& words) {
  std::string out;
  for (const PostWord& word : words) out += (out.empty() ? "" : " ") + word.form;
  return out;
}

/// «الرئيس», «نائب الرئيس»; the king of «رئيس مدينة الملك …» is no ruler's post.
bool PostNormalizer::is_of_ruler(const std::vector<PostWord>& words) const {
  if (has(words.front().form, kRuler)) return words.size() == 1 || has_article(words.front().form);
  return words.size() == 2 && has(words[1].form, kRuler);
}

bool PostNormalizer::names_place(const std::vector<PostWord>& words) const {
  return std::ranges::any_of(words, [&](const PostWord& word) {
    const auto* entry = countries_->find(word.form);
    return entry != nullptr && entry->kind == Kind::kCity;
  });
}

/// «… لدى فرنسا» behind an envoy; without it, he is accredited at home.
void PostNormalizer::take_host(Parts& parts, const std::vector<std::string>& homes) const {
  std::vector<PostWord>& words = parts.words;
  if (!has(words.front().form, kEnvoy)) return;
  constexpr std::array<std::string_view, 2> kTo = {"لدي", "المعتمد"};
  const auto to = std::ranges::find_if(
      words, [&](const PostWord& word) { return std::ranges::find(kTo, word.form) != kTo.end(); });
  if (to == words.end()) {
    parts.host = homes.empty() ? std::string() : homes.front();
    return;
  }
  auto begin = static_cast<std::size_t>(to - words.begin());
  const std::size_t cut = begin;
  while (begin < words.size() && std::ranges::find(kTo, words[begin].form) != kTo.end()) ++begin;
  bool unused = false;
  for (std::size_t end = words.size(); end > begin; --end) {
    std::string code = country_of(words, begin, end, unused);
    if (code.empty() && end == begin + 1 && has(words[begin].form, kHomeWord) && !homes.empty()) {
      code = homes.front();
    }
    if (code.empty()) continue;
    parts.host = std::move(code);
    words.resize(cut);
    return;
  }
}

/// The country at the end: «الفرنسي», «في مملكة البحرين», or a genitive that gives its article back
/// to the word before it.
void PostNormalizer::take_country(Parts& parts) const {
  std::vector<PostWord>& words = parts.words;
  for (std::size_t begin = 1; begin < words.size(); ++begin) {
    bool is_name = false;
    std::string code = country_of(words, begin, words.size(), is_name);
    if (code.empty() && words[begin].form.starts_with("ب")) {
      std::vector<PostWord> bare(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end());
      bare.front().form.erase(0, kLetter);
      code = country_of(bare, 0, bare.size(), is_name);
      is_name = false;  // a place, no genitive
    }
    if (code.empty()) continue;
    // «رئيس إقليم كردستان العراق»: of a part of the country
    const std::span<const PostWord> before(words.data(), begin);
    if (is_name && std::ranges::any_of(before, [&](const PostWord& word) {
          return has_behind_clitic(word.form, kWide);
        })) {
      return;
    }
    parts.country = std::move(code);
    words.resize(begin);
    if (words.size() > 1 && words.back().form == "في") {
      words.pop_back();
      return;
    }
    PostWord& last = words.back();
    if (is_name && !has_article(last.form)) give_article(last);
    return;
  }
}

/// «نائب وزير الخارجية | الأمريكي | لشؤون آسيا»: an adjective that stands inside.
void PostNormalizer::take_inner_country(Parts& parts) const {
  std::vector<PostWord>& words = parts.words;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const auto* entry = countries_->find(words[i].form);
    if (entry == nullptr || !has_article(words[i].form) || words[i - 1].form == "في") continue;
    const bool is_adjective = entry->kind == Kind::kNisba ||
                              (words[i].form.ends_with("يه") && has_article(words[i - 1].form));
    if (!is_adjective) continue;
    parts.country = entry->code;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

/// «ملك البلاد», «سفير المملكة», «مفتي عام المملكة».
bool PostNormalizer::take_home_word(Parts& parts, const std::vector<std::string>& homes) const {
  std::vector<PostWord>& words = parts.words;
  if (words.size() < 2 || !has(words.back().form, kHomeWord)) return false;
  const std::string& before = words[words.size() - 2].form;
  if (words.size() > 2 && (has_article(before) || before == "في" || before == "رييس")) return false;
  // «وزير الدولة», «وزير شؤون الدولة»
  const bool is_of_ministry = words.size() > 2 || words.front().form == "وزير";
  if (is_of_ministry && words.back().form == "الدوله") return false;
  if (!homes.empty()) parts.country = homes.front();
  words.pop_back();
  if (words.back().form == "عام" && has(words.front().form, kGeneral)) return true;
  give_article(words.back());
  return true;
}

/// «أمين عام مجلس النواب» -> «الأمين العام لمجلس النواب», «مدير عام السجون» -> «المدير العام
/// للسجون».
void PostNormalizer::make_general(std::vector<PostWord>& words) const {
  if (words.size() < 2 || words[1].form != "عام" || !has(words[0].form, kGeneral)) return;
  give_article(words[0]);
  give_article(words[1]);
  if (words.size() == 2) return;
  PostWord& of = words[2];
  if (has_behind_clitic(of.form, kPreposition) || of.form.starts_with("لل")) return;
  const bool is_definite = of.form.starts_with(kArticle);
  for (std::string* text : {&of.form, &of.printed}) {
    const std::size_t cut = is_definite && text->starts_with(kArticle) ? kLetter : 0;
    *text = "ل" + text->substr(cut);
  }
}

/// «وزير الداخلية في الرياض»: where he was met.
void PostNormalizer::drop_place(std::vector<PostWord>& words) const {
  if (words.front().form != "وزير") return;
  const auto in = std::ranges::find(words, "في", &PostWord::form);
  if (in == words.end() || in + 1 == words.end()) return;
  const auto* entry = countries_->find((in + 1)->form);
  const bool is_city = entry != nullptr && entry->kind == Kind::kCity;
  if (is_city || (in + 1)->form == "العاصمه") words.erase(in, words.end());
}

Post PostNormalizer::finish(const Parts& parts) const {
  Post post;
  const auto append = [&post](const std::vector<PostWord>& words) {
    for (const PostWord& word : words) {
      post.key += (post.key.empty() ? "" : " ") + word.form;
      post.normal += (post.normal.empty() ? "" : " ") + word.printed;
    }
  };
  append(parts.words);
  if (!parts.country.empty()) {
    const std::string adjective = countries_->adjective(parts.country, false);
    post.normal +=
        adjective.empty() ? " (" + country_name(parts.country, "ar") + ")" : " " + adjective;
  }
  if (!parts.country.empty() && !parts.host.empty() && parts.host != parts.country) {
    const std::string host = country_name(parts.host, "ar");
    post.key += " لدي " + folded(host);
    post.normal += " لدى " + host;
  }
  append(parts.former);
  if (!parts.country.empty()) post.key += kCountryMark + parts.country;
  return post;
}

Post PostNormalizer::normalize(std::string_view printed,
                               const std::vector<std::string>& homes) const {
  Parts parts;
  parts.words = words_of(printed);
  if (parts.words.empty()) return {};
  cut_sentence(parts.words);
  if (is_fragment(parts.words)) return {};
  drop_honours(parts);
  make_masculine(parts.words);
  drop_place(parts.words);
  take_host(parts, homes);
  const bool is_at_home = take_home_word(parts, homes);
  if (!is_at_home) take_country(parts);
  make_general(parts.words);
  unify(parts.words);
  make_masculine(parts.former);
  if (is_at_home || !parts.country.empty()) return finish(parts);
  if (const auto sole = sole_.find(joined(parts.words)); sole != sole_.end()) {
    const bool is_of_home = sole->second == "home";
    parts.country = !is_of_home ? sole->second : homes.empty() ? std::string() : homes.front();
    return finish(parts);
  }
  const bool is_of_state = (has_any(parts.words, kOfState) || is_of_ruler(parts.words)) &&
                           !has_any(parts.words, kWide) && !names_place(parts.words);
  if (is_of_state) take_inner_country(parts);
  // A lone envoy is sent by another country than the one at home.
  const bool is_envoy = has(parts.words.front().form, kEnvoy);
  if (is_of_state && parts.country.empty() && !is_envoy) {
    parts.country = home_of(parts.words, homes);
  }
  return finish(parts);
}

std::vector<Post> PostNormalizer::split(std::string_view printed, const WordClassifier& classifier,
                                        const std::vector<std::string>& homes) const {
  std::vector<Post> posts = split_at(printed, classifier, homes);
  if (posts.size() < 2) return posts;
  // «ولي ولي العهد» is Saudi, so the ministry that follows is too wherever he is.
  for (const Post& post : split_at(printed, classifier, {})) {
    const std::size_t mark = post.key.find(kCountryMark);
    const std::string head = post.key.substr(0, post.key.find_first_of(" @"));
    if (has(head, kEnvoy)) return posts;  // sent by one state to another
    if (mark == std::string::npos) continue;
    std::vector<std::string> likelier = homes;
    likelier.insert(likelier.begin(), post.key.substr(mark + 1));
    return split_at(printed, classifier, likelier);
  }
  return posts;
}

std::vector<Post> PostNormalizer::split_at(std::string_view printed,
                                           const WordClassifier& classifier,
                                           const std::vector<std::string>& homes) const {
  std::vector<Post> posts;
  const std::vector<Word> words = split_words(printed);
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end <= begin) return;
    std::string_view piece =
        printed.substr(words[begin].begin, words[end - 1].end - words[begin].begin);
    if (words[begin].form.starts_with("وو") ||
        (!posts.empty() && piece.starts_with("و") && !piece.starts_with("وزير") &&
         !piece.starts_with("وكيل"))) {
      piece.remove_prefix(kLetter);
    }
    Post post = normalize(with_whole_head(piece, words[begin], classifier), homes);
    const bool is_new = std::ranges::find(posts, post.key, &Post::key) == posts.end();
    if (!post.key.empty() && is_new) posts.push_back(std::move(post));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_comma = words[i].form == "," || words[i].form == "،" || words[i].form == "؛";
    if (is_comma) {
      cut(i);
      begin = i + 1;
      continue;
    }
    if (i == begin || words[i].kind != WordKind::kLetters) continue;
    const WordInfo info = classifier.info(words[i].form);
    const bool joins = info.proclitic == Proclitic::kNone || words[i].form.starts_with("و");
    const std::string& before = words[i - 1].form;
    const WordInfo last = classifier.info(before);
    const bool is_closed = has_article(before) || (last.flags & (kCountry | kNisba)) != 0 ||
                           before.starts_with("وال") || before.starts_with("لل");
    const bool is_adjective = has_article(words[i].form) &&
                              (words[i].form.ends_with("ي") || words[i].form.ends_with("يه"));
    if ((info.flags & kHead) != 0 && joins && is_closed && !is_adjective &&
        !has(words[i].form, kFormer)) {
      cut(i);
      begin = i;
    }
  }
  cut(words.size());
  return posts;
}

bool PostNormalizer::means(std::string_view typed_key, std::string_view counted_key) {
  const std::size_t typed_at = typed_key.find(kCountryMark);
  const std::size_t counted_at = counted_key.find(kCountryMark);
  const std::string_view typed = typed_key.substr(0, typed_at);
  const std::string_view counted = counted_key.substr(0, counted_at);
  if (typed_at != std::string_view::npos &&
      (counted_at == std::string_view::npos ||
       typed_key.substr(typed_at) != counted_key.substr(counted_at))) {
    return false;
  }
  return counted == typed ||
         (counted.starts_with(typed) && counted.substr(typed.size()).starts_with(" لدي "));
}

}  // namespace bayan::entity
