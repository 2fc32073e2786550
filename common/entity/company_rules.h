#pragma once

#include <cstdint>
#include <vector>

#include "common/entity/identity.h"
#include "common/entity/name_groups.h"
#include "common/entity/short_name_rules.h"

namespace bayan::entity {

/// Joins names by whom they are named beside, when and by whom: the last evidence, asked for those
/// names alone that nothing else decided.
class CompanyRules {
 public:
  /// Both must outlive the rules.
  CompanyRules(NameGroups& groups, const CompanySource& source)
      : groups_(groups), source_(source) {}

  /// A shorter name joins the one fuller name that keeps its company.
  ///   «راشد صقر» beside two persons who stand beside «راشد صقر مهيوب» and hardly anybody else
  void join_by_company(const std::vector<Undecided>& undecided);

  /// A surname alone joins him who is meant whenever it ends a fuller name, but for one in twenty
  /// statements, or one in ten where both keep one company, if times, places and issuers agree:
  /// «بوتين» = «فلاديمير بوتين». Never a name that is a given name too.
  void join_surnames();

 private:
  /// A whole with its company; other persons as the wholes that they are part of.
  struct Circle {
    std::uint32_t whole = 0;
    Company company;
  };
  struct Ties {
    std::uint32_t companions = 0;  ///< shared and telling
    std::uint32_t statements = 0;  ///< of the shorter name, at least, that they stand in
  };
  /// A surname alone and its most frequent bearer.
  struct Dominant {
    std::uint32_t name = 0;
    std::uint32_t whole = 0;
    std::uint32_t others = 0;  ///< statements of fuller names with the surname that are not his
    std::uint32_t all = 0;
  };
  [[nodiscard]] std::vector<Dominant> dominant_bearers() const;
  /// Each once, rising.
  [[nodiscard]] std::vector<Circle> circles_of(std::vector<std::uint32_t> wholes) const;
  [[nodiscard]] static const Circle& circle_of(const std::vector<Circle>& circles,
                                               std::uint32_t whole);
  [[nodiscard]] Ties ties(const Circle& name, const Circle& fuller) const;

  NameGroups& groups_;
  const CompanySource& source_;
};

}  // namespace bayan::entity
