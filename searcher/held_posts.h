#pragma once

#include <cstdint>
#include <vector>

#include "searcher/entity_card.h"

namespace bayan::searcher {

/// A post of a man, with the documents that name him in it, rising.
struct HeldPost {
  EntityCard::Held held;
  std::vector<std::uint32_t> documents;
};

/// Joins what differs in the state alone where one state has nearly all: «وزير الخارجية السعودي» 36
/// and «وزير الخارجية المصري» 2 of one man are 38 and the Saudi one, since a text that writes «وزير
/// الخارجية» on a visit to Egypt does not say whose he is. A post without a state is that of the
/// only state in which he has it. Envoys keep their hosts.
void join_stray_states(std::vector<HeldPost>& posts);

}  // namespace bayan::searcher
