#include "common/text/fold.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("folding takes spellings that readers take as one as one", "[text][fold]") {
  struct Row {
    const char* why;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"harakat go", "و\u064Eز\u0650ير\u064F", "وزير"},
      {"shadda and fathatan go", "جد\u0651ا\u064B", "جدا"},
      {"superscript alef goes", "الرحم\u0670ن", "الرحمن"},
      {"tatweel goes", "الـــوزير", "الوزير"},
      {"alef with hamza above", "\u0623حمد", "احمد"},
      {"alef with hamza below", "\u0625براهيم", "ابراهيم"},
      {"alef with madda", "\u0622ل", "ال"},
      {"alef wasla", "\u0671لله", "الله"},
      {"decomposed alef with hamza", "ا\u0654حمد", "احمد"},
      {"decomposed waw with hamza", "م\u0648\u0654تمر", "موتمر"},
      {"alef maqsura", "مصطف\u0649", "مصطفي"},
      {"teh marbuta", "الداخلي\u0629", "الداخليه"},
      {"hamza on waw", "م\u0624تمر", "موتمر"},
      {"hamza on yeh", "طوار\u0626", "طواري"},
      {"a hamza of its own stays", "طواري\u0621", "طواري\u0621"},
      {"Persian kaf and yeh", "\u06A9ر\u06CCم", "كريم"},
      {"Urdu heh", "\u06C1ند", "هند"},
      {"veh", "\u06A4يينا", "فيينا"},
      {"Arabic-Indic digits", "\u0662\u0660\u0662\u0664", "2024"},
      {"extended digits", "\u06F2\u06F4", "24"},
      {"Devanagari digits", "\u0968\u096A", "24"},
      {"lam-alef ligature", "ا\uFEFBمن", "الامن"},
      {"the name of God as a ligature", "عبد\uFDF2", "عبدالله"},
      {"presentation forms", "\uFEED\uFEAF\uFEF3\uFEAE", "وزير"},
      {"a presented fatha does not split", "و\uFE77زير", "وزير"},
      {"bidi and zero-width controls", "و\u200Fز\u2067ي\u200Cر\uFEFF", "وزير"},
      {"Latin case and accents", "Ál-Khalífa", "al-khalifa"},
      {"decomposed Latin accents", "e\u0301te\u0301", "ete"},
      {"full width", "\uFF21\uFF22", "ab"},
      {"sharp s", "Stra\u00DFe", "strasse"},
      {"Greek accents", "\u1F08\u03B8\u03AE\u03BD\u03B1", "\u03B1\u03B8\u03B7\u03BD\u03B1"},
      {"other scripts keep their vowel signs", "\u0915\u093F", "\u0915\u093F"},
      {"ill-formed bytes are replaced",
       "a\xFF"
       "b",
       "a\uFFFD"
       "b"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(code_points(text::fold(row.text)) == code_points(row.expected));
    CHECK(code_points(text::FoldedText(row.text).text()) == code_points(row.expected));
  }
}

TEST_CASE("folding twice is folding once", "[text][fold]") {
  check_property("fold(fold(x)) == fold(x)", [] {
    const std::string once = text::fold(*rc::gen::oneOf(any_bytes(), arabic_text()));
    RC_ASSERT(text::fold(once) == once);
    RC_ASSERT(!utf8::find_ill_formed(once).has_value());
  });
}

TEST_CASE("every code point folds to a fixed point", "[text][fold]") {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string one;
    utf8::append(one, c);
    const std::string folded = text::fold(one);
    if (text::fold(folded) != folded) {
      INFO(code_points(one) << " -> " << code_points(folded));
      CHECK(code_points(text::fold(folded)) == code_points(folded));
    }
  }
}

TEST_CASE("offsets lead back to the source: never down, always on a border", "[text][fold]") {
  check_property("offset map", [] {
    const std::string source = *arabic_text();
    const text::FoldedText folded(source);
    std::size_t last = 0;
    for (std::size_t i = 0; i <= folded.text().size(); ++i) {
      const std::size_t offset = folded.source_offset(i);
      RC_ASSERT(offset >= last);
      RC_ASSERT(offset == source.size() ||
                (static_cast<unsigned char>(source[offset]) & 0xC0) != 0x80);
      last = offset;
    }
    RC_ASSERT(last == source.size());
  });
}
