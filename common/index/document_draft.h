#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bayan::index {

/// A document of the index while it is put together: what Xapian::Document is, without a tree of
/// strings. Terms lie one behind another and are sorted once. Not safe from several threads.
class DocumentDraft {
 public:
  struct Term {
    std::string_view text;
    Xapian::termcount wdf;
  };

  DocumentDraft() = default;
  /// A copy of a document of an index.
  explicit DocumentDraft(const Xapian::Document& document);

  /// Adds to the term's frequency in the document. Throws Xapian::InvalidArgumentError where Xapian
  /// would: of an empty term and of one that is too long.
  void add_term(std::string_view term, Xapian::termcount wdf = 1);
  void add_boolean_term(std::string_view term) { add_term(term, 0); }
  /// Replaces the slot's value; an empty one takes it away.
  void add_value(Xapian::valueno slot, std::string value);
  void set_data(std::string data) { data_ = std::move(data); }

  /// The terms once each, rising; valid until one is added.
  [[nodiscard]] std::vector<Term> terms() const;
  /// By slot; none is empty.
  [[nodiscard]] const std::map<Xapian::valueno, std::string>& values() const { return values_; }
  [[nodiscard]] const std::string& data() const { return data_; }

  /// The same as a document that Xapian can add to a database.
  [[nodiscard]] Xapian::Document document() const;

 private:
  struct Entry {
    std::uint64_t beginning;  ///< the term's first bytes as a number: most pairs differ in them
    std::uint32_t offset;
    std::uint32_t byte_count;
    Xapian::termcount wdf;
  };
  [[nodiscard]] std::string_view text_of(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.offset, entry.byte_count);
  }

  std::string letters_;
  std::vector<Entry> entries_;
  std::map<Xapian::valueno, std::string> values_;
  std::string data_;
};

}  // namespace bayan::index
