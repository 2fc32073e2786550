#pragma once

#include "common/entity/user_gazetteer.h"
#include "common/index/entity_table.h"

namespace bayan::index {

/// Finds the names of `gazetteer` in the table. Names that it adds become keys, so that they can be
/// asked for; the others are left out where no statement names them.
[[nodiscard]] UserKnowledge resolve(const entity::UserGazetteer& gazetteer,
                                    EntityTableBuilder& entities);

/// Resolves the gazetteer that the table holds (EntityTableBuilder::gazetteer()) and gives the
/// table what it says. Call when all keys are there and before identities are settled.
void learn_gazetteer(EntityTableBuilder& entities);

}  // namespace bayan::index
