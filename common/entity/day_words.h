#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/entity/word.h"

/// Days of a month in words: «الأول من ديسمبر», «الحادي والعشرين من فبراير».
namespace bayan::entity {

/// A number from 1 to 31 that begins at some word; 0 where none does.
struct OrdinalDay {
  int number = 0;
  std::size_t word_count = 0;
};

/// False where no such number begins with a word of this form.
[[nodiscard]] bool may_begin_ordinal_day(std::string_view form);

/// «الخامس عشر» -> 15. What counts something else («الأسبوع الأول من …») is no day.
[[nodiscard]] OrdinalDay ordinal_day_at(const std::vector<Word>& words, std::size_t i);

}  // namespace bayan::entity
