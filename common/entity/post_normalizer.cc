#include "common/entity/post_normalizer.h"

#include <algorithm>
#include <array>

#include "common/entity/post_country.h"
#include "common/entity/word.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using text::kLetterBytes;
constexpr std::string_view kArticle = "ال";
constexpr char kCountryMark = '@';

/// A post as it was printed behind «لل» has lost its article: «لمدير الفني» -> «المدير الفني».
std::string with_whole_head(std::string_view piece, const Word& first,
                            const WordClassifier& classifier) {
  const std::string_view form = first.form;
  if (form.starts_with("ل") && !form.starts_with("لا")) {
    const std::string whole = std::string(kArticle) + std::string(form.substr(kLetterBytes));
    if ((classifier.info(whole).flags & kHead) != 0) {
      return std::string(kArticle) + std::string(piece.substr(kLetterBytes));
    }
  }
  return std::string(piece);
}

/// «ملك البحرين» is how a throne is called, not «الملك البحريني».
bool is_throne(const std::vector<PostWord>& words) {
  constexpr std::array<std::string_view, 3> kThrones = {"الملك", "الامير", "السلطان"};
  return words.size() == 1 && is_one_of(words.front().form, kThrones) &&
         words.front().printed.starts_with(kArticle);
}

/// «وزيرا للداخلية», «رئيسا للجنة الوطنية», «رئيسا للجنة الأمن»: the preposition out of word `i`.
void take_for(std::vector<PostWord>& words, std::size_t i) {
  constexpr std::array<std::string_view, 3> kOwnLetter = {"للجنه", "للواء", "للجان"};
  PostWord& word = words[i];
  const bool has_own = std::ranges::find(kOwnLetter, word.form) != kOwnLetter.end();
  const bool has_genitive = has_own && i + 1 < words.size() &&
                            words[i + 1].form.starts_with(kArticle) && word.form != "للواء" &&
                            !words[i + 1].form.ends_with("يه") &&
                            !words[i + 1].form.ends_with("مه");
  for (std::string* text : {&word.form, &word.printed}) {
    const std::string bare = text->substr(has_own ? kLetterBytes : 2 * kLetterBytes);
    *text = (has_genitive ? "" : std::string(kArticle)) + bare;
  }
}

}  // namespace

Result<PostNormalizer> PostNormalizer::load(const std::filesystem::path& directory,
                                            const CountryGazetteer& countries) {
  Result<PostLexicon> lexicon = PostLexicon::load(directory);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return PostNormalizer(std::move(*lexicon), countries);
}

Post PostNormalizer::normalize(std::string_view printed,
                               const std::vector<std::string>& homes) const {
  PostParts parts;
  parts.words = post_words(printed);
  if (parts.words.empty()) return {};
  cut_sentence(parts.words);
  if (is_fragment(parts.words)) return {};
  drop_honours(parts);
  make_masculine(parts.words);
  drop_place(parts.words);
  const CountryOfPost country(lexicon_, *countries_);
  country.take_host(parts, homes);
  const bool has_country = country.take_country(parts, homes);
  make_general(parts.words);
  unify(parts.words);
  make_masculine(parts.former);
  if (!has_country) country.supply_country(parts, homes);
  return finish(parts);
}

/// «المشرف العام على |», «أمير منطقة الرياض | في مكتب سموه», «المدير الفني | آنذاك»: what is of the
/// sentence behind the post.
void PostNormalizer::cut_sentence(std::vector<PostWord>& words) const {
  constexpr std::array<std::string_view, 6> kRooms = {"مكتب",    "مكتبه", "قصر",
                                                      "الديوان", "ديوان", "مقر"};
  const auto is_end = [&](const PostWord& word) {
    return lexicon_.has(word.form, kCut) && !is_feminine(word);
  };
  words.erase(std::find_if(words.begin() + 1, words.end(), is_end), words.end());
  const auto in = std::ranges::find(words, "في", &PostWord::form);
  const bool is_room = in != words.end() && in + 1 != words.end() && in + 2 >= words.end() &&
                       std::ranges::find(kRooms, (in + 1)->form) != kRooms.end();
  if (is_room) words.erase(in, words.end());
  while (words.size() > 1 && lexicon_.has(words.back().form, kPreposition)) words.pop_back();
}

/// What names no post: «قائد» without saying of what, «نظيره الأمريكي», «أمام الجمهور».
bool PostNormalizer::is_fragment(const std::vector<PostWord>& words) const {
  constexpr std::size_t kLongest = 18;
  const PostWord& first = words.front();
  // «مساعدة وزير الخارجية» is folded like «مساعده».
  const bool is_reference = lexicon_.has(first.form, kReference) && !is_feminine(first);
  if (is_reference || first.printed == "أمام" || words.size() > kLongest) return true;
  const bool stands_alone = lexicon_.has(first.form, kRuler) || first.form.starts_with(kArticle) ||
                            lexicon_.sole().contains(first.form);
  return words.size() == 1 && !stands_alone;
}

/// «ملك البلاد المعظم حفظه الله ورعاه» -> «ملك البلاد»; «السابق» is set aside.
void PostNormalizer::drop_honours(PostParts& parts) const {
  std::vector<PostWord>& words = parts.words;
  while (words.size() > 1) {
    const std::string& last = words.back().form;
    if (lexicon_.has(last, kFormer)) {
      parts.former.insert(parts.former.begin(), words.back());
    } else if (!lexicon_.has(last, kHonour | kNew)) {
      return;
    }
    words.pop_back();
  }
}

/// «وزيرة», «وزيرا» -> «وزير», and «وزيرا للداخلية» -> «وزير الداخلية».
void PostNormalizer::make_masculine(std::vector<PostWord>& words) const {
  std::size_t behind_feminine = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = lexicon_.masculine().find(words[i].form);
    if (found == lexicon_.masculine().end()) continue;
    // «الهيئة العامة» stays; «المديرة العامة» does not.
    if (words[i].form == "العامه" && behind_feminine != i) continue;
    behind_feminine = i + 1;
    const bool is_accusative = words[i].form.ends_with("ا");
    words[i] = {folded_words(found->second), found->second};
    if (is_accusative && i + 1 < words.size() && words[i + 1].form.starts_with("لل")) {
      take_for(words, i + 1);
    }
  }
}

/// «وزير الداخلية في الرياض»: where he was met.
void PostNormalizer::drop_place(std::vector<PostWord>& words) const {
  if (words.front().form != "وزير") return;
  const auto in = std::ranges::find(words, "في", &PostWord::form);
  if (in == words.end() || in + 1 == words.end()) return;
  const auto* entry = countries_->find((in + 1)->form);
  const bool is_city = entry != nullptr && entry->kind == CountryGazetteer::Kind::kCity;
  if (is_city || (in + 1)->form == "العاصمه") words.erase(in, words.end());
}

/// «أمين عام مجلس النواب» -> «الأمين العام لمجلس النواب», «مدير عام السجون» -> «المدير العام
/// للسجون».
void PostNormalizer::make_general(std::vector<PostWord>& words) const {
  if (words.size() < 2 || words[1].form != "عام" || !lexicon_.has(words[0].form, kGeneral)) return;
  give_article(words[0]);
  give_article(words[1]);
  if (words.size() == 2) return;
  PostWord& of = words[2];
  if (lexicon_.has_behind_clitic(of.form, kPreposition) || of.form.starts_with("لل")) return;
  const bool is_definite = of.form.starts_with(kArticle);
  for (std::string* text : {&of.form, &of.printed}) {
    const std::size_t cut = is_definite && text->starts_with(kArticle) ? kLetterBytes : 0;
    // «اللجنة» -> «للجنة»
    *text = (text->substr(cut).starts_with("لل") ? "" : "ل") + text->substr(cut);
  }
}

/// Two ways to call one post; «رئيس الوزراء» inside «نائب رئيس الوزراء» too.
void PostNormalizer::unify(std::vector<PostWord>& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& [from, to] : lexicon_.same()) {
      if (i + from.size() > words.size()) continue;
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
      if (!std::ranges::equal(
              from, std::ranges::subrange(begin, begin + static_cast<std::ptrdiff_t>(from.size())),
              {}, {}, &PostWord::form)) {
        continue;
      }
      std::vector<PostWord> instead = post_words(to);
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

Post PostNormalizer::finish(const PostParts& parts) const {
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
    if (is_throne(parts.words)) {
      post.normal.erase(0, kArticle.size());
      post.normal += ' ' + country_name(parts.country, "ar");
    } else {
      post.normal +=
          adjective.empty() ? " (" + country_name(parts.country, "ar") + ")" : " " + adjective;
    }
  }
  if (!parts.country.empty() && !parts.host.empty() && parts.host != parts.country) {
    const std::string host = country_name(parts.host, "ar");
    post.key += " لدي " + folded_words(host);
    post.normal += " لدى " + host;
  }
  append(parts.former);
  if (!parts.country.empty()) post.key += kCountryMark + parts.country;
  return post;
}

std::vector<Post> PostNormalizer::split(std::string_view printed, const WordClassifier& classifier,
                                        const std::vector<std::string>& homes) const {
  std::vector<Post> posts = split_at(printed, classifier, homes);
  if (posts.size() < 2) return posts;
  const auto all_of = [&](const std::string& key) {
    std::vector<std::string> likelier = homes;
    likelier.insert(likelier.begin(), key.substr(key.find(kCountryMark) + 1));
    return split_at(printed, classifier, likelier);
  };
  // «ولي ولي العهد» is Saudi, so the ministry that follows is too wherever he is.
  for (const Post& post : split_at(printed, classifier, {})) {
    const std::size_t mark = post.key.find(kCountryMark);
    const std::string head = post.key.substr(0, post.key.find_first_of(" @"));
    if (lexicon_.has(head, kEnvoy)) return posts;  // sent by one state to another
    if (mark != std::string::npos) return all_of(post.key);
  }
  // An heir's state is not always the one at home: it has a throne.
  for (const Post& post : posts) {
    const bool is_heir = post.key.starts_with("ولي العهد@");
    if (is_heir) return all_of(post.key);
  }
  return posts;
}

std::vector<Post> PostNormalizer::split_at(std::string_view printed,
                                           const WordClassifier& classifier,
                                           const std::vector<std::string>& homes) const {
  std::vector<Post> posts;
  const Words words = split_words(printed);
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end <= begin) return;
    std::string_view piece =
        printed.substr(words[begin].begin, words[end - 1].end - words[begin].begin);
    if (words[begin].form.starts_with("وو") ||
        (!posts.empty() && piece.starts_with("و") && !piece.starts_with("وزير") &&
         !piece.starts_with("وكيل"))) {
      piece.remove_prefix(kLetterBytes);
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
    const std::string_view before = words[i - 1].form;
    const WordInfo last = classifier.info(before);
    const bool is_closed = has_article(before) || (last.flags & (kCountry | kNisba)) != 0 ||
                           before.starts_with("وال") || before.starts_with("لل");
    // «ولي عهده | الأمين» is no secretary.
    const bool is_trusted = words[i].form == "الامين" && before.starts_with("عهد");
    const bool is_adjective = (before == "العهد" && words[i].form == "الامين") || is_trusted ||
                              (has_article(words[i].form) &&
                               (words[i].form.ends_with("ي") || words[i].form.ends_with("يه")));
    if ((info.flags & kHead) != 0 && joins && is_closed && !is_adjective &&
        !lexicon_.has(std::string(words[i].form), kFormer)) {
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
