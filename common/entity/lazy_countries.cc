#include "common/entity/lazy_countries.h"

#include "common/entity/gazetteer.h"

namespace bayan::entity {

Result<const CountryGazetteer*> LazyCountries::get() const {
  std::call_once(once_,
                 [this] { loaded_ = gazetteer_directory().and_then(&CountryGazetteer::load); });
  if (!*loaded_) return tl::unexpected(loaded_->error());
  return &**loaded_;
}

}  // namespace bayan::entity
