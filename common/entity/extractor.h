#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/entity/entity.h"
#include "common/entity/issuer_names.h"
#include "common/entity/user_gazetteer.h"

namespace bayan::entity {

class Memos;

/// What is known of a statement besides its text; both may be empty.
struct Context {
  std::string_view issuer;  ///< as the record gives it («was», «وزارة الداخلية»)
  std::string_view publication_date;  ///< ISO day; not that of a crawl
};

/// Runs every recogniser over a statement and settles overlaps between them.
///
///   Result<Extractor> extractor = Extractor::load(*gazetteer_directory());
///   Recognised found = extractor->extract(title, body, {.issuer = "was"});
///
/// Loading takes some tens of milliseconds; extract() is const and safe from several threads.
class Extractor {
 public:
  [[nodiscard]] static Result<Extractor> load(const std::filesystem::path& gazetteer_directory);
  /// The same, with the user's names recognised besides.
  [[nodiscard]] static Result<Extractor> load_with(const std::filesystem::path& gazetteer_directory,
                                                   const UserGazetteer& known);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  [[nodiscard]] const IssuerNames& issuers() const;

  /// `title` and `body` are well-formed UTF-8 of at most 4 GB each.
  [[nodiscard]] Recognised extract(std::string_view title, std::string_view body,
                                   const Context& context) const;

 private:
  struct Recognisers;
  explicit Extractor(std::unique_ptr<const Recognisers> recognisers);
  std::unique_ptr<const Recognisers> recognisers_;
  std::unique_ptr<Memos> memos_;
};

}  // namespace bayan::entity
