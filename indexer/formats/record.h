#pragma once

#include <array>
#include <string>

#include "indexer/formats/field_map.h"
#include "indexer/parse.h"

/// Records of JSON and CSV: values by field, and what becomes of them.
namespace bayan::indexer {

/// A record's values as strings, with the rank of the key that each came by.
class Record {
 public:
  void set(const FieldMap::Match& match, std::string value);
  std::string& operator[](RecordField field) {
    return slots_[static_cast<std::size_t>(field)].value;
  }

 private:
  struct Slot {
    std::string value;
    std::size_t rank = 0;
    bool is_set = false;
  };
  std::array<Slot, kRecordFields> slots_;
};

/// Turns records into statements, counts them, and tells of those that hold nothing.
class RecordSink {
 public:
  RecordSink(const statement::Location& place, const Limits& limits,
             const ParseCallbacks& callbacks)
      : place_(place), limits_(limits), callbacks_(callbacks) {}

  void take(Record& record);
  /// The record that comes next cannot be used.
  void reject(ProblemKind kind, std::string fact, std::string hint = {});
  /// The record that comes next is larger than the limit.
  void reject_oversized();
  /// To be called at the end of a document: one without records is told.
  void finish() const;

  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  statement::Location next_place();
  void set_date(statement::Statement& statement, const std::string& text,
                statement::DateSource source);

  const statement::Location& place_;
  const Limits& limits_;
  const ParseCallbacks& callbacks_;
  std::uint32_t count_ = 0;
};

}  // namespace bayan::indexer
