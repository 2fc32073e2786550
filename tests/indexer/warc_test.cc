#include <zlib.h>

#include <catch2/catch.hpp>

#include "indexer/containers/http_message.h"
#include "tests/indexer/archive_maker.h"
#include "tests/indexer/source_listing.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
namespace fs = std::filesystem;

namespace {

std::string record(const std::string& type, const std::string& uri, const std::string& content,
                   const std::string& more = "", const std::string& version = "WARC/1.0") {
  return version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2020-05-01T10:00:00Z\r\n" + more +
         "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& header = "",
                     const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\n" + header +
         "\r\n" + body;
}

std::string gzip(const std::string& text) { return make_archive("raw", "gzip", {{"a", text}}); }

std::string deflate_bare(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(text.size() + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Warc {
  TemporaryDirectory folder;
  fs::path path = folder.path() / "w.warc";

  std::string list(const std::string& bytes, const indexer::SourceOptions& options = {}) const {
    write_text(path, bytes);
    return list_sources(path, options);
  }
};

}  // namespace

TEST_CASE("web archives give the bodies of their pages", "[indexer][warc]") {
  const Warc warc;
  const std::string bytes =
      record("warcinfo", "", "software: x") +
      record("request", "http://a.example/1", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "http://a.example/", response("home")) +
      record("response", "<http://a.example/1>", response("one"), "", "WARC/1.1") +
      record("response", "http://a.example/gone", response("no", "", "404 Not Found")) +
      record("response", "http://a.example/p.png",
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
      record("resource", "http://a.example/r", "res", "Content-Type: text/plain\r\n") +
      record("metadata", "http://a.example/1", "outlinks");
  const std::string expected =
      "w.warc!/http://a.example/=home\n"
      "w.warc!/http://a.example/1=one\n"
      "w.warc!/http://a.example/r=res\n";
  CHECK(warc.list(bytes) == expected);
  CHECK(warc.list(gzip(bytes)) == expected);
  // Each record a gzip member of its own, as crawlers write them.
  CHECK(warc.list(gzip(record("response", "http://a.example/1", response("one"))) +
                  gzip(record("response", "http://a.example/2", response("two")))) ==
        "w.warc!/http://a.example/1=one\nw.warc!/http://a.example/2=two\n");
}

TEST_CASE("bodies lose their transfer and content coding", "[indexer][warc]") {
  const Warc warc;
  const std::string chunked = "3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n";
  const std::string packed = gzip("packed");
  const std::string plain = deflate_bare("bare");
  const std::pair<std::string, std::string> rows[] = {
      {response(chunked, "Transfer-Encoding: chunked\r\n"), "one two"},
      {response("not chunked", "Transfer-Encoding: chunked\r\n"), "not chunked"},
      {response(packed, "Content-Encoding: gzip\r\n"), "packed"},
      {response("already plain", "Content-Encoding: gzip\r\n"), "already plain"},
      {response(plain, "Content-Encoding: deflate\r\n"), "bare"},
      {"HTTP/1.0 200 OK\nContent-Type: text/plain\n\nbare line ends", "bare line ends"},
  };
  for (const auto& [content, expected] : rows) {
    CHECK(warc.list(record("response", "http://a.example/", content)) ==
          "w.warc!/http://a.example/=" + expected + "\n");
  }
  CHECK(warc.list(
            record("response", "http://a.example/", response("x", "Content-Encoding: br\r\n"))) ==
        "!unsupported w.warc!/http://a.example/\n");
}

TEST_CASE("a revisit gives its page again under another URL only", "[indexer][warc]") {
  const Warc warc;
  const std::string digest = "WARC-Payload-Digest: sha1:AAAA\r\n";
  const std::string first = record("response", "http://a.example/1", response("one"), digest);
  const auto revisit = [&](const std::string& uri, const std::string& of) {
    return record("revisit", uri, "HTTP/1.1 200 OK\r\n\r\n",
                  digest + "WARC-Refers-To-Target-URI: " + of + "\r\n");
  };
  CHECK(warc.list(first + revisit("http://a.example/1", "http://a.example/1")) ==
        "w.warc!/http://a.example/1=one\n");
  CHECK(warc.list(first + revisit("http://a.example/2", "http://a.example/1")) ==
        "w.warc!/http://a.example/1=one\nw.warc!/http://a.example/2=one\n");
  CHECK(warc.list(revisit("http://a.example/2", "http://a.example/1")) ==
        "!unsupported w.warc!/http://a.example/2\n");
}

TEST_CASE("damaged web archives keep what stands before", "[indexer][warc]") {
  const Warc warc;
  const std::string good = record("response", "http://a.example/1", response("one"));
  const std::string kept = "w.warc!/http://a.example/1=one\n";
  CHECK(warc.list(good + "garbage\r\n\r\n") == kept + "!malformed w.warc (record 2)\n");
  CHECK(warc.list(good + good.substr(0, good.size() - 8)) ==
        kept + "!malformed w.warc (record 2)\n");
  CHECK(warc.list(good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n") ==
        kept + "!malformed w.warc (record 2)\n");
  indexer::SourceOptions options;
  options.limits.set(indexer::Limit::kDocument, 500);
  CHECK(warc.list(record("response", "http://a.example/0", response(std::string(600, 'x'))) + good,
                  options) == "!limit w.warc!/http://a.example/0\n" + kept);
  CHECK(warc.list(record("response", "http://a.example/0",
                         response(gzip(std::string(5000, 'x')), "Content-Encoding: gzip\r\n")) +
                      good,
                  options) == "!limit w.warc!/http://a.example/0\n" + kept);
}

TEST_CASE("content types are read with their charset", "[indexer][warc]") {
  using indexer::parse_content_type;
  CHECK(parse_content_type("Text/HTML; Charset=\"Windows-1256\"").charset == "Windows-1256");
  CHECK(parse_content_type("Text/HTML; Charset=\"Windows-1256\"").media_type == "text/html");
  CHECK(parse_content_type("text/html").charset.empty());
  CHECK(indexer::parse_header_fields("A: 1\r\n 2\r\nnone\r\nB:x\r\na: 3\r\n") ==
        indexer::HeaderFields{{"a", "1 2"}, {"b", "x"}});
}
