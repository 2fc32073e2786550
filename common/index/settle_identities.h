#pragma once

#include "common/index/entity_evidence.h"
#include "common/index/entity_table.h"
#include "common/index/identities.h"

namespace bayan::index {

/// Settles which keys are one entity, from all that an archive says of them
/// (entity::find_identities()).
///
/// The key that stands for an entity never changes while the entity lasts: what was published keeps
/// its key whatever joins it, and only where two published entities prove to be one does one of
/// their keys stand for both, that with more statements. An entity that was not published before
/// is known by the key of its fullest usual name. What the user's gazetteer says goes before
/// (EntityTableBuilder::known()).
[[nodiscard]] Identities settle_identities(const EntityTableBuilder& entities,
                                           EntityEvidence evidence);

}  // namespace bayan::index
