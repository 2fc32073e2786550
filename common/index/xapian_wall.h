#pragma once

#include <xapian.h>

#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "common/base/error.h"

/// The wall at which Xapian's exceptions stop and become errors.
namespace bayan::index {

/// The error that an exception out of Xapian stands for; `place` is the index or file it concerns.
[[nodiscard]] Error to_error(const Xapian::Error& exception, std::string_view place);

/// The same for what the file system refuses (a full disk, a folder that is read-only).
[[nodiscard]] Error to_error(const std::filesystem::filesystem_error& exception,
                             std::string_view place);

/// The error that stands for a size which no table can mean: Xapian believes damaged ones, and asks
/// for that much memory.
[[nodiscard]] Error senseless_size(std::string_view place);

/// Runs `work`, which returns a Result or a plain value, and turns what Xapian or the file system
/// throws into an error.
template <typename Work>
[[nodiscard]] auto guarded(std::string_view place, Work&& work) {
  using Value = std::invoke_result_t<Work>;
  constexpr bool is_result = requires(std::add_rvalue_reference_t<Value>(*result)()) {
    result().error();
  };
  using Returned = typename std::conditional_t<is_result, std::type_identity<Value>,
                                               std::type_identity<Result<Value>>>::type;
  try {
    if constexpr (std::is_void_v<Value>) {
      std::forward<Work>(work)();
      return Returned{};
    } else {
      return Returned(std::forward<Work>(work)());
    }
  } catch (const Xapian::Error& exception) {
    return Returned(tl::unexpected<Error>(to_error(exception, place)));
  } catch (const std::filesystem::filesystem_error& exception) {
    return Returned(tl::unexpected<Error>(to_error(exception, place)));
  } catch (const std::length_error&) {
    return Returned(tl::unexpected<Error>(senseless_size(place)));
  } catch (const std::bad_alloc&) {
    return Returned(tl::unexpected<Error>(senseless_size(place)));
  }
}

}  // namespace bayan::index
