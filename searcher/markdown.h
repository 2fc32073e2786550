#pragma once

#include <string>
#include <string_view>

/// Text out of documents for a page of Markdown (CommonMark and GitHub's).
namespace bayan::searcher {

/// One line that reads as plain text wherever it stands in a paragraph: signs of Markdown and of
/// HTML are escaped, controls are U+FFFD, white space is single spaces. Any bytes may come.
///
///   «*new* <b>»  ->  «\*new\* \<b\>»
[[nodiscard]] std::string markdown_text(std::string_view text);

/// «[text](url)» where the URL is http or https, else the text alone.
[[nodiscard]] std::string markdown_link(std::string_view text, std::string_view url);

/// «— issuer, date, [url](<url>)», without URL the location: where a quotation comes from.
[[nodiscard]] std::string markdown_source(std::string_view issuer, std::string_view date,
                                          std::string_view location, std::string_view url);

}  // namespace bayan::searcher
