#include "tests/vocabulary/respell_hamzas.h"

#include <algorithm>
#include <array>

namespace bayan::tests {
namespace {

struct Habit {
  std::string_view from;
  std::string_view to;
  bool at_the_end = false;
};

constexpr auto kHabits = std::to_array<Habit>({
    {"ؤو", "ئو"},      {"ؤو", "ءو"},      {"ئو", "ؤو"},         {"ئو", "ءو"},
    {"ءو", "ؤو"},      {"ءو", "ئو"},      {"يئة", "يأة", true}, {"يأة", "يئة", true},
    {"ئ", "يء", true}, {"ئ", "ىء", true}, {"ئ", "ي", true},     {"ئ", "ى", true},
    {"يء", "ئ", true}, {"ىء", "ئ", true}, {"اء", "ا", true},    {"وء", "و", true},
    {"أ", "ا"},        {"إ", "ا"},        {"آ", "ا"},           {"إ", "أ"},
    {"ؤ", "و"},        {"ئ", "ي"},
});

std::string respelt(std::string_view word, const Habit& habit) {
  std::string out(word);
  if (habit.at_the_end) {
    if (out.ends_with(habit.from)) {
      out.replace(out.size() - habit.from.size(), habit.from.size(), habit.to);
    }
    return out;
  }
  for (std::size_t at = out.find(habit.from); at != std::string::npos;
       at = out.find(habit.from, at + habit.to.size())) {
    out.replace(at, habit.from.size(), habit.to);
  }
  return out;
}

}  // namespace

std::vector<std::string> respell_hamzas(std::string_view word) {
  std::vector<std::string> out;
  for (const Habit& habit : kHabits) {
    std::string other = respelt(word, habit);
    if (other != word && std::ranges::find(out, other) == out.end())
      out.push_back(std::move(other));
  }
  return out;
}

}  // namespace bayan::tests
