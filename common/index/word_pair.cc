#include "common/index/word_pair.h"

#include <fmt/format.h>

#include "common/index/schema.h"
#include "common/text/compact_letters.h"
#include "common/text/frequent_words.h"

namespace bayan::index {

bool is_pair_word(std::string_view form) { return text::is_frequent_word(form); }

bool is_pair_indexed(std::string_view first, std::string_view second) {
  return is_pair_word(first) && is_pair_word(second);
}

std::string pair_term(std::string_view first, std::string_view second) {
  return fmt::format("{}{} {}", kPairPrefix, text::compact_letters(first),
                     text::compact_letters(second));
}

}  // namespace bayan::index
