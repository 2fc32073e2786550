#include "common/index/provenance.h"

#include "common/base/bytes.h"

namespace bayan::index {

std::string encode_provenance(const Provenance& provenance) {
  std::string value;
  append_string(value, provenance.format);
  append_string(value, provenance.date_from);
  append_string(value, provenance.language);
  append_string(value, provenance.issuer_from);
  return value;
}

Provenance decode_provenance(std::string_view value) {
  ByteReader in(value);
  Provenance provenance;
  provenance.format = in.read_string();
  provenance.date_from = in.read_string();
  provenance.language = in.read_string();
  provenance.issuer_from = in.read_string();
  return provenance;
}

}  // namespace bayan::index
