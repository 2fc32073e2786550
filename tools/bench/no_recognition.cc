// An Extractor that finds nothing, in place of the recognisers': linked into a bayan-indexer of its
// own (CMakeLists.txt), which shows what indexing costs without recognition. No dummy load either:
// the tables take their time too.

#include <utility>

#include "common/entity/extractor.h"
#include "common/entity/word_memo.h"

namespace bayan::entity {

struct Extractor::Recognisers {
  IssuerNames issuers;
};

Extractor::Extractor(std::unique_ptr<const Recognisers> recognisers)
    : recognisers_(std::move(recognisers)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const IssuerNames& Extractor::issuers() const { return recognisers_->issuers; }

Result<Extractor> Extractor::load(const std::filesystem::path& directory) {
  Result<IssuerNames> issuers = IssuerNames::load(directory);
  if (!issuers) return tl::unexpected(issuers.error());
  return Extractor(std::make_unique<const Recognisers>(Recognisers{std::move(*issuers)}));
}

Result<Extractor> Extractor::load_with(const std::filesystem::path& directory,
                                       const UserGazetteer& /*known*/) {
  return load(directory);
}

Recognised Extractor::extract(std::string_view /*title*/, std::string_view /*body*/,
                              const Context& /*context*/) const {
  return {};
}

}  // namespace bayan::entity
