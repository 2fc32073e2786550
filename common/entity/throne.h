#pragma once

#include <string_view>

namespace bayan::entity {

/// Whether a post is a throne or stands next to one: nobody is both at a time.
enum class Throne : unsigned char { kNone, kRuler, kHeir };

/// «عضو المجلس الأعلى حاكم الشارقة» is a ruler's, «ولي عهد ونائب حاكم الشارقة» an heir's or
/// deputy's, «مدير مكتب الحاكم» and «نائب رئيس الدولة» neither. `post` is folded.
[[nodiscard]] Throne throne_of(std::string_view post);

}  // namespace bayan::entity
