#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

/// Near-duplicates: the same statement as several outlets carry it, with another headline, a name
/// more or less, a paragraph cut or added. tools/evaluation/DUPLICATES.md has what was measured.
///
/// Two statements are near-duplicates when kNearBins bins of their sketches (text/sketch.h) are
/// equal; clusters are the connected parts of that graph. So they hang on the set of statements
/// alone and not on the order or the runs in which these came, and removing one parts what it
/// alone held together. All is computed anew from the sketches, 64 bytes a statement: candidates
/// share three bins on end (locality-sensitive hashing, Indyk and Motwani 1998), found by sorting
/// once for each of 21 such bands.
namespace bayan::indexer {

/// Equal bins, of 64, from which on two statements are near-duplicates: runs of words shared by
/// more than half of what either has.
inline constexpr std::size_t kNearBins = 36;

/// For each sketch (kSketchBins bytes) the lowest place of its cluster; its own where it is alone.
[[nodiscard]] std::vector<std::uint32_t> cluster_sketches(const std::vector<std::string>& sketches);

/// Brings the cluster slots up to date: members of a cluster of two or more carry the hash of its
/// smallest id, all others nothing. Returns how many documents it changed. Throws Xapian's errors.
std::uint64_t update_clusters(Xapian::WritableDatabase& statements);

}  // namespace bayan::indexer
