load setup

# A line of the summary: «expect_line 3 taken out».
expect_line() { grep -qE "^ *$1  $2" stderr || { cat stderr; return 1; }; }
expect_total() { grep -q "^a.bayan: $1 statements\$" stderr || { cat stderr; return 1; }; }
title_of() { bayan-searcher -d a.bayan --format jsonl "id:\"$1\"" | sed 's/.*"title":"\([^"]*\)".*/\1/'; }

records() { printf '{"id":"%s","title":"%s","text":"متن البيان"}\n' "$@"; }

index_sample() {
  records 1 أول 2 ثان 3 ثالث >a.jsonl
  records 4 رابع 5 خامس >b.jsonl
  bayan-indexer -q -d a.bayan a.jsonl b.jsonl
}

@test "a second run over unchanged files reads nothing" {
  index_sample
  both bayan-indexer -d a.bayan a.jsonl b.jsonl
  expect_status 0
  grep -q '^0 files, ' stderr
  expect_line 2 "files unchanged and not read again"
  expect_total 5
}

@test "a file that was only touched is not read again" {
  index_sample
  touch -d 2020-01-01 a.jsonl
  both bayan-indexer -d a.bayan a.jsonl b.jsonl
  grep -q '^0 files, ' stderr
  both bayan-indexer -d a.bayan a.jsonl
  grep -q '^0 files, ' stderr
}

@test "of a changed file only what is new is worked on, what it lost is dropped" {
  index_sample
  records 1 أول 2 جديد 6 سادس >a.jsonl
  both bayan-indexer -d a.bayan a.jsonl b.jsonl
  expect_status 0
  expect_line 2 "statements with title and text"
  expect_line 1 "unchanged in files that were read again"
  expect_line 1 "replaced what the index held"
  expect_line 1 "taken out of the index"
  expect_total 5
  [ "$(title_of 2)" = جديد ]
  [ -z "$(title_of 3)" ]
}

@test "statements that only moved inside their file keep their place right" {
  index_sample
  records 0 صفر 1 أول 2 ثان 3 ثالث >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  bayan-searcher -d a.bayan --format jsonl id:3 | grep -q '"location":"a.jsonl#4"'
}

@test "other reading options read a file again" {
  index_sample
  both bayan-indexer -d a.bayan --map title=text a.jsonl
  expect_line 3 "replaced what the index held"
}

@test "a vanished file is dropped with --prune alone" {
  mkdir in
  records 1 أول >in/a.jsonl
  records 2 ثان >in/b.jsonl
  bayan-indexer -q -d a.bayan in
  rm in/b.jsonl
  both bayan-indexer -d a.bayan in
  expect_total 2
  both bayan-indexer -d a.bayan --prune in
  expect_status 0
  expect_line 1 "taken out of the index"
  expect_total 1
}

@test "--prune leaves what lay below a folder that is gone itself" {
  mkdir in
  records 1 أول >in/a.jsonl
  bayan-indexer -q -d a.bayan in
  mv in elsewhere
  both bayan-indexer -d a.bayan --prune in
  expect_status 3
  expect_total 1
}

@test "a renamed file is known by its content" {
  index_sample
  printf 'عنوان\n\nنص البيان\n' >c.txt
  bayan-indexer -q -d a.bayan c.txt
  mv a.jsonl z.jsonl
  mv c.txt y.txt
  both bayan-indexer -d a.bayan z.jsonl y.txt
  expect_status 0
  grep -q '^0 files, ' stderr
  expect_line 2 "of them known under another name"
  expect_total 6
  bayan-searcher -d a.bayan --format jsonl id:1 | grep -q '"location":"z.jsonl#1"'
  bayan-searcher -d a.bayan --format jsonl path:y.txt | grep -q '"id":"y.txt"'
  [ -z "$(title_of c.txt)" ]
  [ -z "$(bayan-searcher -d a.bayan --format jsonl path:a.jsonl)" ]
}

@test "one id in two files is one statement; the file read last gives its text" {
  records 1 قديم >a.jsonl
  records 1 جديد >b.jsonl
  both bayan-indexer -d a.bayan a.jsonl b.jsonl
  expect_line 1 "came again later in this run"
  expect_total 1
  [ "$(title_of 1)" = جديد ]
  records 1 أحدث >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl b.jsonl
  [ "$(title_of 1)" = أحدث ]
}

@test "a statement that its last file lost falls back to the other file that has it" {
  records 1 قديم 2 ثان >a.jsonl
  records 1 جديد 3 ثالث >b.jsonl
  bayan-indexer -q -d a.bayan a.jsonl b.jsonl
  records 3 ثالث >b.jsonl
  both bayan-indexer -d a.bayan a.jsonl b.jsonl
  expect_total 3
  [ "$(title_of 1)" = قديم ]
  rm a.jsonl
  both bayan-indexer -d a.bayan --prune .
  [ -z "$(title_of 1)" ]
}

@test "--remove takes out one statement, which stays out until its text changes" {
  index_sample
  both bayan-indexer -d a.bayan --remove 2
  expect_status 0
  expect_line 1 "taken out of the index"
  expect_total 4
  records 1 أول 2 ثان 3 ثالث 7 سابع >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  [ -z "$(title_of 2)" ]
  records 1 أول 2 مصحح 3 ثالث 7 سابع >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  [ "$(title_of 2)" = مصحح ]
}

@test "--remove takes out a file, an archive's member, a folder" {
  bayan-indexer -q -d a.bayan corpus/archive.zip corpus/texts
  total=$(bayan-indexer -d a.bayan --stats | sed -n 's/^statements *//p')
  both bayan-indexer -d a.bayan --remove 'corpus/archive.zip!/notice.txt'
  expect_total $((total - 1))
  both bayan-indexer -d a.bayan --remove corpus/texts/2023 --remove corpus/archive.zip
  expect_status 0
  both bayan-indexer -d a.bayan corpus/archive.zip corpus/texts
  expect_total $((total - 1))
}

@test "--remove of something unknown changes nothing and says so" {
  index_sample
  both bayan-indexer -d a.bayan --remove 1 --remove nothing
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: --remove: «nothing» is no statement and no source of the index
hint: ids and locations stand in the results of bayan-searcher --format json
END
  [ "$(title_of 1)" = أول ]
}

@test "--remove beside something to read is wrong usage" {
  both bayan-indexer -d a.bayan --remove 1 corpus
  expect_status 2
  grep -q '^bayan-indexer: --remove reads nothing' stderr
}

@test "--remove without an index names what is missing and makes no folder" {
  both bayan-indexer -d none.bayan --remove 1
  expect_status 4
  [ ! -e none.bayan ]
}

@test "problems are remembered; --retry reads again" {
  printf '[{"id":"1","title":"a"},{"id":"2"}]' >r.json
  bayan-indexer -q -d a.bayan r.json || true
  both bayan-indexer -d a.bayan r.json
  expect_status 3
  grep -q '^0 files, ' stderr
  expect_line 1 "problems of unchanged files stand; --retry reads them again"
  both bayan-indexer -d a.bayan --retry r.json
  expect_status 3
  grep -q '^1 file, ' stderr
}

@test "a file without read permission is tried again by itself" {
  records 1 أول >a.jsonl
  chmod 000 a.jsonl
  bound=""
  [ "$(id -u)" -ne 0 ] || bound="setpriv --bounding-set=-dac_override,-dac_read_search"
  both $bound bayan-indexer -d a.bayan a.jsonl
  expect_status 3
  chmod 644 a.jsonl
  both bayan-indexer -d a.bayan a.jsonl
  expect_status 0
  expect_total 1
}

@test "standard input adds and never drops" {
  records 1 أول | bayan-indexer -q -d a.bayan -
  records 2 ثان | bayan-indexer -q -d a.bayan -
  both bayan-indexer -d a.bayan --prune corpus/texts
  [ "$(title_of 1)" = أول ]
  [ "$(title_of 2)" = ثان ]
}

@test "a small change is made in place, a large one makes a generation" {
  bayan-indexer -q -d a.bayan corpus/texts
  ls a.bayan | grep -qx gen-1
  records 1 أول | bayan-indexer -q -d a.bayan -
  ls a.bayan | grep -qx gen-1
  bayan-searcher -d a.bayan أول | grep -q أول
  records $(seq 1 200) >many.jsonl
  bayan-indexer -q -d a.bayan many.jsonl
  ls a.bayan | grep -qx gen-2
  [ ! -e a.bayan/work ]
}
