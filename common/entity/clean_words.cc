#include "common/entity/clean_words.h"

#include "common/base/utf8.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {

std::string_view without_letters(std::string_view printed, std::size_t letters) {
  std::size_t at = 0;
  while (at < printed.size()) {
    const utf8::CodePoint c = utf8::decode_at(printed, at);
    const bool is_letter = text::fold_by_table(c.value) != text::kDropped;
    if (is_letter && letters == 0) break;
    if (is_letter) --letters;
    at += c.byte_count;
  }
  return printed.substr(at);
}

std::string without_marks(std::string_view printed) {
  std::string out;
  for (std::size_t at = 0; at < printed.size();) {
    const utf8::CodePoint c = utf8::decode_at(printed, at);
    if (text::fold_by_table(c.value) != text::kDropped) utf8::append(out, c.value);
    at += c.byte_count;
  }
  return out;
}

std::string one_hamza(std::string form) {
  constexpr std::string_view kSeat = "ي";
  for (const std::string_view word : {"شيون", "مسيول"}) {
    const std::size_t at = form.find(word);
    if (at == std::string::npos) continue;
    const std::size_t seat = form.find(kSeat, at);
    return form.replace(seat, kSeat.size(), "و");
  }
  return form;
}

}  // namespace bayan::entity
