#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/change_set.h"

namespace bayan::indexer {

/// Makes a change set what readers see: in place where it is small, else as a new generation.
class Publisher {
 public:
  /// All must outlive the publisher. `previous`: what is built upon, if anything.
  Publisher(const index::IndexLock& lock, const std::optional<index::Generation>& previous,
            std::function<void(std::string_view)> on_step)
      : lock_(lock), previous_(previous), on_step_(std::move(on_step)) {}

  /// `paths` were named to the run. Returns how many statements the index holds.
  [[nodiscard]] Result<std::uint64_t> publish(const std::vector<WorkArea::Segment>& segments,
                                              const ChangeSet& changes,
                                              const index::EntityTableBuilder& entities,
                                              const std::vector<std::string>& paths) const;

 private:
  [[nodiscard]] Result<std::uint64_t> publish_in_place(
      const std::vector<WorkArea::Segment>& segments, const ChangeSet& changes,
      const index::EntityTableBuilder& entities, index::Manifest manifest) const;
  [[nodiscard]] Result<std::uint64_t> publish_generation(
      const std::vector<WorkArea::Segment>& segments, const ChangeSet& changes,
      const index::EntityTableBuilder& entities, index::Manifest manifest) const;

  const index::IndexLock& lock_;
  const std::optional<index::Generation>& previous_;
  std::function<void(std::string_view)> on_step_;
};

}  // namespace bayan::indexer
