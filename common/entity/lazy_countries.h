#pragma once

#include <mutex>
#include <optional>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"

namespace bayan::entity {

/// The country gazetteer, read when somebody first asks for it: reading it takes a third of the
/// CPU time of a whole search over 30,000 statements (4 of 9 ms), and most searches name no
/// country. Safe from several threads.
class LazyCountries {
 public:
  /// The gazetteer, for as long as this object lives. Errors: those of CountryGazetteer::load(),
  /// the same at each call.
  [[nodiscard]] Result<const CountryGazetteer*> get() const;
  /// Whether it was read.
  [[nodiscard]] bool is_loaded() const { return loaded_.has_value(); }

 private:
  mutable std::once_flag once_;
  mutable std::optional<Result<CountryGazetteer>> loaded_;
};

}  // namespace bayan::entity
