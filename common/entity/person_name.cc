#include <algorithm>
#include <array>

#include "common/base/utf8.h"
#include "common/entity/person_recognizer.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {
namespace {

/// The letters as printed, without marks and tatweel; Persian kaf and yeh undone.
std::string without_marks(std::string_view printed) {
  std::string out;
  for (std::size_t i = 0; i < printed.size();) {
    const utf8::CodePoint c = utf8::decode_at(printed, i);
    i += c.byte_count;
    const char32_t folded = text::fold_by_table(c.value);
    if (folded == text::kDropped) continue;
    if (folded == text::kUnlisted) {
      for (const char32_t part : text::fold_by_icu(c.value)) utf8::append(out, part);
    } else if (c.value == 0x06A9 || c.value == 0x06CC) {
      utf8::append(out, folded);
    } else {
      utf8::append(out, c.value);
    }
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    words.back() += c;
    open = true;
  }
  return words;
}

/// Names whose last letter is a true alef maqsura, «العيسى» and «أويحيى» as well.
bool ends_in_alef_maqsura(std::string_view name) {
  for (const std::string_view prefix : {"ال", "أو", "و"}) {
    if (name.starts_with(prefix)) {
      name.remove_prefix(prefix.size());
      break;
    }
  }
  constexpr std::array<std::string_view, 32> kNames = {
      "موسى", "عيسى", "مصطفى", "يحيى",  "ليلى", "سلمى",  "لبنى",  "منى", "نهى",   "هدى", "بشرى",
      "يسرى", "سلوى", "نجوى",  "مرتضى", "مثنى", "مجتبى", "مقتدى", "رؤى", "ندى",   "شذى", "ضحى",
      "سهى",  "لمى",  "جنى",   "سجى",   "أروى", "ذكرى",  "تقوى",  "متى", "جلندى", "منسى"};
  return std::ranges::find(kNames, name) != kNames.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0 && words[i - 1] != "عبد") out += ' ';
    out += words[i];
  }
  return out;
}

}  // namespace

std::string canonical_name(std::string_view printed) {
  std::vector<std::string> words = words_of(without_marks(printed));
  for (std::string& word : words) {
    // Egyptian spelling writes a final yeh without its dots.
    if (word.size() > 4 && word.ends_with("ى") && !ends_in_alef_maqsura(word))
      word.replace(word.size() - 2, 2, "ي");
  }
  return joined(words);
}

std::string person_key(std::string_view name) {
  std::vector<std::string> words;
  for (const Word& word : split_words(canonical_name(name))) {
    if (word.kind != WordKind::kLetters || word.form == "بن" || word.form == "بنت" ||
        word.form == "ابن") {
      continue;
    }
    words.emplace_back(word.form);
  }
  return joined(words);
}

}  // namespace bayan::entity
