#include "indexer/source_tracker.h"

#include <algorithm>

namespace bayan::indexer {

bool SourceTracker::begin(const std::filesystem::path& file) {
  file_ = file;
  state_ = state_of(file).value_or(FileState{});
  current_ = {};
  current_.path = file.string();
  current_.size = state_.size;
  current_.mtime_ns = state_.mtime_ns;
  current_.settings = settings_;
  const auto known = before_.find(current_.path);
  if (!forced_.contains(current_.path)) {
    if (known != before_.end() ? is_unchanged(known->second) : is_moved(file)) return false;
  }
  is_open_ = true;
  return true;
}

/// By size and time; where only the time differs (a copy, a touch), by content.
bool SourceTracker::is_unchanged(const index::SourceRecord& record) {
  const bool is_settled = !record.hash.empty() && record.settings == settings_ &&
                          !(retries_ && record.lost_something());
  if (!is_settled || record.size != state_.size) return false;
  if (record.mtime_ns != state_.mtime_ns) {
    if (hash_of_file(file_) != record.hash) return false;
    index::SourceRecord touched = record;
    touched.mtime_ns = state_.mtime_ns;
    changed_[record.path] = std::move(touched);
  }
  pass_over(record);
  return true;
}

/// A file that is new under this name may be one that lay elsewhere.
bool SourceTracker::is_moved(const std::filesystem::path& file) {
  std::string hash;
  for (const auto& [path, record] : before_) {
    if (record.size != state_.size || record.settings != settings_ || record.hash.empty() ||
        moved_from_.contains(path) || !has_vanished(path)) {
      continue;
    }
    if (hash.empty()) hash = hash_of_file(file);
    if (hash != record.hash) continue;
    index::SourceRecord moved = record;
    moved.path = file.string();
    moved.mtime_ns = state_.mtime_ns;
    for (index::RememberedProblem& problem : moved.problems) {
      if (problem.place.starts_with(path)) problem.place.replace(0, path.size(), moved.path);
    }
    moved_from_.insert(path);
    moves_.push_back({path, moved.path});
    pass_over(record);
    changed_[moved.path] = std::move(moved);
    return true;
  }
  return false;
}

void SourceTracker::pass_over(const index::SourceRecord& record) {
  ++unchanged_count_;
  remembered_losses_ += static_cast<std::uint64_t>(
      std::ranges::count_if(record.problems, &index::RememberedProblem::is_loss));
}

void SourceTracker::note_problem(const Problem& problem) {
  if (!is_open_) return;
  ++current_.problem_count;
  const index::RememberedProblem remembered{std::string(row_of(problem.kind).name), problem.place,
                                            problem.fact, row_of(problem.kind).is_loss};
  if (current_.problems.size() < index::kMostRememberedProblems) {
    current_.problems.push_back(remembered);
  } else if (remembered.is_loss && !current_.lost_something()) {
    current_.problems.back() = remembered;
  }
}

void SourceTracker::end(bool is_whole) {
  is_open_ = false;
  if (!is_whole) return;
  read_.insert(current_.path);
  current_.hash = hash_of_file(file_);
  if (state_of(file_) != state_) current_.hash.clear();
  changed_[current_.path] = current_;
}

std::uint32_t SourceTracker::number_of(std::string_view path) {
  const auto [place, is_new] =
      numbers_.try_emplace(std::string(path), static_cast<std::uint32_t>(paths_.size()));
  if (is_new) paths_.emplace_back(path);
  return place->second;
}

}  // namespace bayan::indexer
