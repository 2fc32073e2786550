#include "common/entity/throne.h"

#include <algorithm>
#include <array>

#include "common/entity/word.h"

namespace bayan::entity {
namespace {

/// Two words of a post that begin one for a ruler or for who comes next to him. Where the first
/// post runs on («عضو المجلس الأعلى حاكم الشارقة»), its last word goes before them.
struct Row {
  std::string_view first;
  std::string_view second;  ///< empty: any
  Throne throne;
};

constexpr std::array<Row, 25> kRows = {
    {{"ولي", "عهد", Throne::kHeir},       {"ولي", "العهد", Throne::kHeir},
     {"ولي", "عهده", Throne::kHeir},      {"ولي", "ولي", Throne::kHeir},
     {"وليا", "للعهد", Throne::kHeir},    {"نايب", "حاكم", Throne::kHeir},
     {"نايب", "الحاكم", Throne::kHeir},   {"نايب", "امير", Throne::kHeir},
     {"نايب", "الامير", Throne::kHeir},   {"نايبا", "لحاكم", Throne::kHeir},
     {"حاكم", "", Throne::kRuler},        {"ملك", "", Throne::kRuler},
     {"عاهل", "", Throne::kRuler},        {"العاهل", "", Throne::kRuler},
     {"سلطان", "عمان", Throne::kRuler},   {"سلطان", "سلطنه", Throne::kRuler},
     {"امير", "البلاد", Throne::kRuler},  {"امير", "دوله", Throne::kRuler},
     {"امير", "الكويت", Throne::kRuler},  {"امير", "قطر", Throne::kRuler},
     {"رييس", "الدوله", Throne::kRuler},  {"رييس", "دوله", Throne::kRuler},
     {"خادم", "الحرمين", Throne::kRuler}, {"سلطانا", "", Throne::kRuler},
     {"ملكا", "", Throne::kRuler}}};

/// Last words of posts that rulers have besides: members of a council, prime ministers, commanders.
constexpr std::array<std::string_view, 6> kEnds = {"الاعلي",  "للاتحاد", "المتحده",
                                                   "الوزراء", "الدوله",  "المسلحه"};

std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find_first_of(" @"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

}  // namespace

Throne throne_of(std::string_view post) {
  std::string_view before;
  std::string_view first = take_word(post);
  while (!first.empty()) {
    const std::string_view second = take_word(post);
    const bool may_begin = before.empty() || is_one_of(before, kEnds);
    const auto* const row = std::ranges::find_if(kRows, [&](const Row& one) {
      return one.first == first && (one.second.empty() || one.second == second);
    });
    if (may_begin && row != kRows.end()) return row->throne;
    before = first;
    first = second;
  }
  return Throne::kNone;
}

}  // namespace bayan::entity
