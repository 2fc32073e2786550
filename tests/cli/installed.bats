#!/usr/bin/env bats
# A copy installed under a prefix of its own, as the Debian package holds it.
load setup

install_copy() {
  prefix=$PWD/prefix
  cmake --install "$BAYAN_BUILD" --prefix "$prefix" >/dev/null
  PATH="$prefix/bin:$PATH"
  [ "$(command -v bayan-searcher)" = "$prefix/bin/bayan-searcher" ]
}

@test "everything that users need is installed" {
  install_copy
  (cd "$prefix" && find . -type f | grep -v gazetteers/ | sort) >stdout
  expect_stdout <<'END'
./bin/bayan-indexer
./bin/bayan-searcher
./share/bash-completion/completions/bayan-indexer
./share/bash-completion/completions/bayan-searcher
./share/doc/bayan/CHANGELOG.md
./share/doc/bayan/README.md
./share/doc/bayan/copyright
./share/fish/vendor_completions.d/bayan-indexer.fish
./share/fish/vendor_completions.d/bayan-searcher.fish
./share/man/man1/bayan-indexer.1
./share/man/man1/bayan-searcher.1
./share/man/man5/bayan-gazetteer.5
./share/man/man7/bayan-query.7
./share/zsh/vendor-completions/_bayan
END
  for table in "$BAYAN_SOURCE"/common/entity/gazetteers/*; do
    cmp "$table" "$prefix/share/bayan/gazetteers/$(basename "$table")"
  done
}

@test "an installed copy indexes and answers" {
  install_copy
  sample_index
  both bayan-searcher -d sample.bayan -n 1 --format jsonl وزير الداخليه فرنسا
  expect_status 0
  grep -q '"FR"' stdout
  bayan-indexer --version | grep -q '^bayan-indexer '
  bayan-searcher --version | grep -q '^bayan-searcher '
}

@test "an installed copy reads its own gazetteers, not those of the source tree" {
  install_copy
  echo 'no such column' >"$prefix/share/bayan/gazetteers/countries.tsv"
  both bayan-indexer -q -d sample.bayan corpus/texts
  [ "$status" -ne 0 ]
  grep -q 'countries.tsv' stderr
}
