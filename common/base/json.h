#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace bayan {

/// `value` as JSON on one line without line end: UTF-8 as it is, but control characters and what
/// could steer a terminal (bidi controls, invisible format characters) as \uXXXX. Ill-formed UTF-8
/// becomes U+FFFD.
[[nodiscard]] std::string to_json_text(const nlohmann::ordered_json& value);

}  // namespace bayan
