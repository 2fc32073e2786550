#include "common/cli/locale_format.h"

#include <fmt/format.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "common/base/utf8.h"

// Month names and digits come from ICU's resource bundles directly: its formatters live in a
// library of their own, and loading that one would make every start slower.
namespace bayan::cli {
namespace {

constexpr char32_t kArabicZero = 0x0660;

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

/// The bundle at a path of keys, with fallback to the parent locales; null where there is none.
Bundle find_bundle(const std::string& locale, std::initializer_list<const char*> path) {
  UErrorCode error = U_ZERO_ERROR;
  Bundle bundle(ures_open(nullptr, locale.c_str(), &error));
  for (const char* key : path) {
    if (U_FAILURE(error)) return nullptr;
    bundle.reset(ures_getByKey(bundle.get(), key, nullptr, &error));
  }
  return U_SUCCESS(error) ? std::move(bundle) : nullptr;
}

std::string to_utf8(const UChar* text, std::int32_t unit_count) {
  std::string out;
  icu::UnicodeString(text, unit_count).toUTF8String(out);
  return out;
}

std::string canonical(std::string_view name) {
  std::array<char, ULOC_FULLNAME_CAPACITY> buffer{};
  UErrorCode error = U_ZERO_ERROR;
  // Behind a dot stands the character set of a POSIX name, which is none of ours.
  const std::string text(name.substr(0, name.find('.')));
  const bool is_tag = text.find('-') != std::string::npos;
  if (is_tag) {
    uloc_forLanguageTag(text.c_str(), buffer.data(), buffer.size(), nullptr, &error);
  } else {
    uloc_canonicalize(text.c_str(), buffer.data(), buffer.size(), &error);
  }
  return U_SUCCESS(error) ? std::string(buffer.data()) : std::string();
}

std::string numbering_system(const std::string& locale) {
  std::array<char, ULOC_KEYWORDS_CAPACITY> buffer{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getKeywordValue(locale.c_str(), "numbers", buffer.data(), buffer.size(), &error);
  if (U_SUCCESS(error) && buffer[0] != '\0') return buffer.data();
  const Bundle bundle = find_bundle(locale, {"NumberElements", "default"});
  error = U_ZERO_ERROR;
  std::int32_t unit_count = 0;
  const UChar* name =
      bundle == nullptr ? nullptr : ures_getString(bundle.get(), &unit_count, &error);
  return name == nullptr || U_FAILURE(error) ? "latn" : to_utf8(name, unit_count);
}

std::string_view locale_of(const Environment& environment) {
  for (const std::string_view name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const std::string_view value = environment(name); !value.empty()) return value;
  }
  return "C";
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> split_date(std::string_view iso) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= iso.size();) {
    const std::size_t end = std::min(iso.find('-', at), iso.size());
    parts.push_back(iso.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string without_zeros_before(std::string_view number) {
  return std::string(number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)));
}

}  // namespace

Result<LocaleFormat> LocaleFormat::choose(std::string_view wanted, const Environment& environment) {
  const std::string_view name = wanted.empty() ? locale_of(environment) : wanted;
  LocaleFormat format;
  if (name.starts_with("ar")) {
    const std::string locale = canonical(name);
    if (locale == "ar" || locale.starts_with("ar_") || locale.starts_with("ar@")) {
      format.load_arabic(locale);
      return format;
    }
  }
  const bool is_english = name == "en" || name.starts_with("en-") || name.starts_with("en_");
  if (!wanted.empty() && wanted != "C" && !is_english) {
    return fail(ErrorKind::kUsage,
                fmt::format("--locale: «{}» is neither Arabic nor English", name),
                "write for example ar, ar-MA, en, or ar-EG-u-nu-latn for Latin digits");
  }
  return format;
}

void LocaleFormat::load_arabic(const std::string& locale) {
  language_ = Language::kArabic;
  has_arabic_digits_ = numbering_system(locale) == "arab";
  const Bundle names =
      find_bundle(locale, {"calendar", "gregorian", "monthNames", "format", "wide"});
  for (std::size_t i = 0; i < months_.size() && names != nullptr; ++i) {
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t unit_count = 0;
    const UChar* month =
        ures_getStringByIndex(names.get(), static_cast<std::int32_t>(i), &unit_count, &error);
    if (U_SUCCESS(error)) months_[i] = to_utf8(month, unit_count);
  }
}

std::string LocaleFormat::digits(std::string_view text) const {
  if (!has_arabic_digits_) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      utf8::append(out, kArabicZero + static_cast<char32_t>(c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

std::string LocaleFormat::number(std::uint64_t value) const {
  std::string text = std::to_string(value);
  const std::string_view separator = has_arabic_digits_ ? "٬" : ",";
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, separator);
  return digits(text);
}

std::string LocaleFormat::date(std::string_view iso) const {
  const std::vector<std::string_view> parts = split_date(iso);
  if (language_ == Language::kEnglish || parts.size() > 3 ||
      !std::ranges::all_of(parts, is_digits)) {
    return std::string(iso);
  }
  if (parts.size() == 1) return digits(iso);
  const std::size_t month =
      parts[1].size() == 2 ? static_cast<std::size_t>((parts[1][0] - '0') * 10 + parts[1][1] - '0')
                           : 0;
  if (month < 1 || month > months_.size() || months_[month - 1].empty()) return std::string(iso);
  const std::string month_and_year = fmt::format("{} {}", months_[month - 1], digits(parts[0]));
  if (parts.size() == 2) return month_and_year;
  return fmt::format("{} {}", digits(without_zeros_before(parts[2])), month_and_year);
}

}  // namespace bayan::cli
