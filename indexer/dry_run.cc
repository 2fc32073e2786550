#include "indexer/dry_run.h"

#include <nlohmann/json.hpp>

#include "common/base/json.h"
#include "common/statement/statement_json.h"

namespace bayan::indexer {

std::string format_dry_run(const statement::Statement& statement) {
  nlohmann::ordered_json json;
  json["version"] = kDryRunVersion;
  json.update(to_json(statement));
  return to_json_text(json) + "\n";
}

}  // namespace bayan::indexer
