#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/error.h"

namespace bayan::indexer {

/// What a record's key stands for in a statement.
enum class RecordField : std::uint8_t {
  kId,
  kTitle,
  kBody,
  kDate,
  kCrawlDate,
  kIssuer,
  kUrl,
  kLanguage,
};
inline constexpr std::size_t kRecordFields = 8;

/// Which keys of a JSON record stand for which field: the usual ones (id, title or headline or
/// subject, العنوان, …), or those of `--map`. Letter case makes no difference.
class FieldMap {
 public:
  /// The usual keys.
  FieldMap();

  /// Reads «title=headline,body=content». A field named there has only that key; others keep their
  /// usual ones. Errors name the part that cannot be understood.
  [[nodiscard]] static Result<FieldMap> parse(std::string_view text);

  /// The field that `key` stands for and how far up it stands among that field's keys: where a
  /// record has several, the one with the lowest rank holds.
  struct Match {
    RecordField field;
    std::size_t rank;
  };
  [[nodiscard]] std::optional<Match> find(std::string_view key) const;

 private:
  std::map<std::string, Match, std::less<>> matches_;  ///< by folded key
};

}  // namespace bayan::indexer
