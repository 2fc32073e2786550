#include "common/index/document_draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/glass/packing.h"

namespace bayan::index {
namespace {

/// Xapian's own limit.
constexpr std::size_t kMostTermBytes = 245;

}  // namespace

DocumentDraft::DocumentDraft(const Xapian::Document& document) : data_(document.get_data()) {
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    add_term(*term, term.get_wdf());
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    add_value(value.get_valueno(), *value);
  }
}

void DocumentDraft::add_term(std::string_view term, Xapian::termcount wdf) {
  if (term.empty()) throw Xapian::InvalidArgumentError("an empty term");
  if (term.size() > kMostTermBytes) {
    throw Xapian::InvalidArgumentError(fmt::format("a term of {} bytes: {}", term.size(), term));
  }
  entries_.push_back({glass::beginning_of(term), static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint32_t>(term.size()), wdf});
  letters_ += term;
}

void DocumentDraft::add_value(Xapian::valueno slot, std::string value) {
  if (value.empty()) {
    values_.erase(slot);
  } else {
    values_[slot] = std::move(value);
  }
}

std::vector<DocumentDraft::Term> DocumentDraft::terms() const {
  std::vector<Entry> sorted = entries_;
  std::ranges::sort(sorted, [this](const Entry& a, const Entry& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : text_of(a) < text_of(b);
  });
  std::vector<Term> terms;
  terms.reserve(sorted.size());
  for (const Entry& entry : sorted) {
    const std::string_view text = text_of(entry);
    if (!terms.empty() && terms.back().text == text) {
      terms.back().wdf += entry.wdf;
    } else {
      terms.push_back({text, entry.wdf});
    }
  }
  return terms;
}

Xapian::Document DocumentDraft::document() const {
  Xapian::Document document;
  for (const Term& term : terms()) document.add_term(std::string(term.text), term.wdf);
  for (const auto& [slot, value] : values_) document.add_value(slot, value);
  document.set_data(data_);
  return document;
}

}  // namespace bayan::index
