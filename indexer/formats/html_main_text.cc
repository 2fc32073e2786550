#include "indexer/formats/html_main_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/base/utf8.h"
#include "common/text/fold.h"

// The page is cut into blocks, the lines that a browser would draw. A block is good when it is long
// enough and few of its letters are links; it counts against its surroundings when it is a menu
// (all links), stands in an element that calls itself navigation, or says what only frames say
// («جميع الحقوق محفوظة»). The main text is the element whose blocks sum up highest, and in it what
// does not count against it. (The idea of text and link density: Kohlschütter, Fankhauser and
// Nejdl, Boilerplate Detection using Shallow Text Features, 2010.)
//
//   <div>الرئيسية | الأخبار</div> <td>استقبل معالي الوزير …</td>   ->   «استقبل معالي الوزير …»
namespace bayan::indexer::html {
namespace {

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& list, std::string_view value) {
  return std::ranges::find(list, value) != list.end();
}

/// Elements whose content is never read.
bool is_skipped(std::string_view tag) {
  constexpr std::array<std::string_view, 19> kTags = {
      "script", "style",  "noscript", "template", "svg",   "iframe", "object",
      "select", "button", "textarea", "input",    "head",  "canvas", "audio",
      "video",  "map",    "applet",   "embed",    "option"};
  return contains(kTags, tag);
}

bool is_frame_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 5> kTags = {"nav", "aside", "footer", "menu", "dialog"};
  return contains(kTags, tag);
}

bool is_inline(std::string_view tag) {
  constexpr std::array<std::string_view, 27> kTags = {
      "a",    "abbr",   "b",      "bdi", "bdo",   "big",  "cite", "code", "del",
      "em",   "font",   "i",      "ins", "label", "mark", "q",    "s",    "small",
      "span", "strike", "strong", "sub", "sup",   "time", "tt",   "u",    "wbr"};
  return contains(kTags, tag);
}

/// The words of class and id: «post-content siteFooter» -> post, content, site, footer.
std::vector<std::string> words_of(const std::string& names) {
  std::vector<std::string> words(1);
  bool was_lower = false;
  for (const char c : names) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_lower = c >= 'a' && c <= 'z';
    if ((!is_upper && !is_lower) || (is_upper && was_lower)) words.emplace_back();
    if (is_upper || is_lower) words.back() += is_upper ? static_cast<char>(c + 32) : c;
    was_lower = is_lower;
  }
  return words;
}

/// An element that says by its name that it frames the page rather than fills it.
bool is_frame(const xmlNode* element) {
  constexpr std::array<std::string_view, 38> kWords = {
      "nav",       "navbar",     "navigation",  "menu",       "menus",     "submenu", "footer",
      "sidebar",   "breadcrumb", "breadcrumbs", "share",      "sharing",   "social",  "comment",
      "comments",  "related",    "widget",      "banner",     "advert",    "ads",     "ad",
      "copyright", "copyrights", "cookie",      "cookies",    "popup",     "modal",   "pagination",
      "pager",     "login",      "search",      "newsletter", "subscribe", "toolbar", "hidden",
      "tags",      "ticker",     "skip"};
  const std::string_view tag = tag_of(element);
  if (tag == "body" || tag == "html") return false;
  if (is_frame_tag(tag)) return true;
  const std::string role = attribute(element, "role");
  if (role == "navigation" || role == "search" || role == "banner" || role == "contentinfo" ||
      role == "complementary") {
    return true;
  }
  const std::string style = attribute(element, "style");
  if (style.find("display:none") != std::string::npos ||
      style.find("display: none") != std::string::npos ||
      xmlHasProp(element, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) {
    return true;
  }
  const std::string names = attribute(element, "class") + " " + attribute(element, "id");
  return std::ranges::any_of(words_of(names),
                             [&](const std::string& w) { return contains(kWords, w); });
}

/// Short lines that stand on every page of a site.
bool is_phrase_of_frames(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  if (text.size() > kLongest) return false;
  constexpr std::array<std::string_view, 24> kPhrases = {"جميع الحقوق محفوظه",
                                                         "حقوق النشر",
                                                         "اقرا ايضا",
                                                         "مواضيع ذات صله",
                                                         "اخبار ذات صله",
                                                         "طباعه",
                                                         "شارك",
                                                         "مشاركه عبر",
                                                         "ارسل الي صديق",
                                                         "ارسال الي صديق",
                                                         "عدد المشاهدات",
                                                         "عدد الزيارات",
                                                         "عدد القراءات",
                                                         "تكبير الخط",
                                                         "حجم الخط",
                                                         "سياسه الخصوصيه",
                                                         "خريطه الموقع",
                                                         "اتصل بنا",
                                                         "all rights reserved",
                                                         "copyright",
                                                         "read more",
                                                         "share this",
                                                         "print this",
                                                         "skip to"};
  const std::string folded = text::fold(text);
  return std::ranges::any_of(kPhrases, [&](std::string_view phrase) {
    const std::size_t at = folded.find(phrase);
    // A word of a sentence is no button: the phrase begins the line or fills half of it.
    return at != std::string::npos && (at < 4 || phrase.size() * 2 >= folded.size());
  });
}

struct Block {
  std::string text;
  long letters = 0;
  long link_letters = 0;
  bool in_frame = false;
  bool is_heading = false;
  const xmlNode* parent = nullptr;

  [[nodiscard]] bool is_linked() const { return link_letters * 2 > letters; }
  [[nodiscard]] bool is_against() const {
    return in_frame || is_linked() || is_phrase_of_frames(text);
  }
  [[nodiscard]] long worth() const {
    constexpr long kGoodLetters = 40;
    if (is_against()) return -letters * 2;
    return letters >= kGoodLetters ? letters : 0;
  }
};

/// Cuts a page into blocks.
class BlockCutter {
 public:
  std::vector<Block> cut(const xmlNode* root) {
    const xmlNode* node = root;
    while (node != nullptr) {
      const bool skips = is_element(node) && is_skipped(tag_of(node));
      enter(node, skips);
      const bool has_children = !skips && is_element(node) && node->children != nullptr;
      if (has_children) {
        node = node->children;
        continue;
      }
      while (node != nullptr && node != root && node->next == nullptr) {
        leave(node);
        node = node->parent;
      }
      if (node == nullptr || node == root) break;
      leave(node);
      node = node->next;
    }
    end_block(nullptr);
    return std::move(blocks_);
  }

 private:
  void enter(const xmlNode* node, bool skips) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      add_text(reinterpret_cast<const char*>(node->content), node->parent);
    }
    if (!is_element(node) || skips) return;
    const std::string_view tag = tag_of(node);
    if (!is_inline(tag)) end_block(node->parent);
    if (tag == "a") ++links_;
    if (tag == "h1" || tag == "h2") is_heading_ = tag == "h1";
    if (frame_ == nullptr && is_frame(node)) frame_ = node;
  }

  void leave(const xmlNode* node) {
    if (!is_element(node) || is_skipped(tag_of(node))) return;
    const std::string_view tag = tag_of(node);
    if (!is_inline(tag)) end_block(node);
    if (tag == "a") --links_;
    if (tag == "h1") is_heading_ = false;
    if (frame_ == node) frame_ = nullptr;
  }

  void add_text(std::string_view text, const xmlNode* parent) {
    const auto letters = static_cast<long>(utf8::code_point_count(squeeze(text)));
    if (block_.text.empty() && letters > 0) {
      block_.parent = parent;
      block_.in_frame = frame_ != nullptr;
      block_.is_heading = is_heading_;
    }
    block_.text += text;
    block_.letters += letters;
    if (links_ > 0) block_.link_letters += letters;
  }

  void end_block(const xmlNode* parent) {
    block_.text = squeeze(block_.text);
    if (!block_.text.empty()) {
      // The parent is the block element around, not a <font> inside.
      while (block_.parent != nullptr && is_element(block_.parent) &&
             is_inline(tag_of(block_.parent))) {
        block_.parent = block_.parent->parent;
      }
      if (block_.parent == nullptr) block_.parent = parent;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  std::vector<Block> blocks_;
  Block block_;
  int links_ = 0;
  bool is_heading_ = false;
  const xmlNode* frame_ = nullptr;
};

bool says_it_is_the_article(const xmlNode* element) {
  const std::string_view tag = tag_of(element);
  return tag == "article" || tag == "main" || attribute(element, "itemprop") == "articleBody" ||
         attribute(element, "role") == "main";
}

using Worths = std::unordered_map<const xmlNode*, long>;

/// What the blocks below each element sum up to. Elements nested beyond any real page share the
/// sum of the one that far down, so that a hostile page costs no more than its size.
Worths sum_up(const std::vector<Block>& blocks) {
  constexpr int kDeepest = 100;
  Worths worths;
  for (const Block& block : blocks) {
    int depth = 0;
    for (const xmlNode* e = block.parent; e != nullptr && is_element(e) && depth < kDeepest;
         e = e->parent, ++depth) {
      worths[e] += block.worth();
    }
  }
  return worths;
}

/// The element that holds the main text.
const xmlNode* find_container(const std::vector<Block>& blocks, const xmlNode* root) {
  const Worths worths = sum_up(blocks);
  long good = 0;
  for (const Block& block : blocks) good += std::max(0L, block.worth());
  const xmlNode* best = root;
  long best_worth = 0;
  const xmlNode* named = nullptr;
  long named_worth = 0;
  // In the order of the page, so that the outermost of equals is found first.
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    const auto worth = worths.find(node);
    if (worth == worths.end()) continue;
    if (worth->second > best_worth) {
      best = node;
      best_worth = worth->second;
    }
    if (worth->second > named_worth && says_it_is_the_article(node)) {
      named = node;
      named_worth = worth->second;
    }
  }
  // A page of many articles has none that is it.
  return named != nullptr && named_worth * 5 >= good * 2 ? named : best;
}

bool lies_inside(const xmlNode* node, const xmlNode* container) {
  while (node != nullptr && node != container) node = node->parent;
  return node != nullptr;
}

}  // namespace

MainText find_main_text(const xmlNode* root) {
  const std::vector<Block> blocks = BlockCutter().cut(root);
  const xmlNode* const container = find_container(blocks, root);
  MainText main;
  std::unordered_set<std::string_view> seen;
  for (const Block& block : blocks) {
    if (block.is_heading && !block.in_frame) main.headings.push_back(block.text);
    if (!block.is_against() && lies_inside(block.parent, container) &&
        seen.insert(block.text).second) {
      main.paragraphs.push_back(block.text);
    }
  }
  return main;
}

}  // namespace bayan::indexer::html
