#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/base/string_table.h"

namespace bayan::entity {

/// What a word can be in the name of a body (organisation_words.tsv says what each means).
enum BodyFlag : std::uint32_t {
  kStateHead = 1U << 0,       ///< وزارة: its country is part of its identity
  kBodyHead = 1U << 1,        ///< شركة, جامعة
  kDefiniteHead = 1U << 2,    ///< الهيئة (العامة للإحصاء)
  kNationalHead = 1U << 3,    ///< الجيش (السوري)
  kNeedsTopic = 1U << 4,      ///< مركز: a common noun as often
  kNeedsEponym = 1U << 5,     ///< مدينة (الملك فهد الطبية)
  kTakesPurpose = 1U << 6,    ///< a whole name goes on with ل
  kTakesForeign = 1U << 7,    ///< جامعة (هارفارد)
  kTakesQuoted = 1U << 8,     ///< شركة («…»)
  kFeminineHead = 1U << 9,    ///< القوات: of that gender without its ending
  kOrgan = 1U << 10,          ///< (مجلس) إدارة: a part of a body
  kBodyAdjective = 1U << 11,  ///< العامة, and what looks like no nisba form
  kNoAdjective = 1U << 12,    ///< العملية: a noun that looks like a nisba form
  kTopic = 1U << 13,          ///< التعليم
  kNoPurpose = 1U << 14,      ///< لدى, لهذا
  kEponymTitle = 1U << 15,    ///< (جامعة) الملك …
  kCommonThing = 1U << 16,    ///< (مجلس) المنطقة: names no body without an adjective
  kBeginsKnown = 1U << 17,    ///< begins a name of organisations.tsv
  kOfPlace = 1U << 18,        ///< (إمارة) منطقة: whatever word follows is a place
  kCourt = 1U << 19,          ///< المحكمة (التجارية): whole with an adjective alone
  kOfBody = 1U << 20,  ///< الأمانة (العامة لمجلس الوزراء): of the whole body that it is of
  kNoEponym = 1U << 21,  ///< (برئاسة) الملك …: is named after nobody
};

/// A body that is known by name.
struct KnownBody {
  std::string name;          ///< as people write it
  std::string country;       ///< ISO code; empty where it has none or is not known
  bool is_at_home = false;   ///< a body of whichever state speaks: مجلس الوزراء
  bool needs_nisba = false;  ///< «الخارجية»: only where a nisba of its state follows
  std::vector<std::string> states;  ///< that have such a body; empty: any
};

/// The tables of the organisation recogniser. All keys are folded.
class OrganisationLexicon {
 public:
  [[nodiscard]] static Result<OrganisationLexicon> load(const std::filesystem::path& directory);

  /// The flags of a folded word; 0 for most.
  [[nodiscard]] std::uint32_t flags(std::string_view form) const;
  struct Known {
    const KnownBody* body = nullptr;  ///< of that name; nullptr if none
    bool goes_on = false;             ///< longer names begin so
  };
  /// What folded words joined by single spaces name.
  [[nodiscard]] Known find(std::string_view folded) const;

 private:
  struct Name {
    std::optional<std::size_t> body;
    bool goes_on = false;
  };
  std::uint32_t& flags_of(std::string_view folded);
  Name& name_of(std::string_view folded);
  Result<void> load_words(const std::filesystem::path& path);
  Result<void> load_bodies(const std::filesystem::path& path);
  void add_body(std::string_view name, std::size_t number);

  StringTable words_;
  std::vector<std::uint32_t> flags_;
  std::vector<KnownBody> bodies_;
  StringTable names_;        ///< and their beginnings
  std::vector<Name> named_;  ///< by their numbers
};

}  // namespace bayan::entity
