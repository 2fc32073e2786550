load setup

@test "without arguments the help is shown" {
  both bayan-indexer
  expect_status 0
  grep -q '^usage: bayan-indexer' stdout
  for option in index rebuild gazetteer jobs memory map encoding errors dry-run check stats quiet verbose help version; do
    grep -q -- "--$option" stdout
  done
}

@test "--version prints name and version" {
  both bayan-indexer --version
  expect_status 0
  grep -qE '^bayan-indexer [0-9]+\.[0-9]+\.[0-9]+$' stdout
}

@test "an unknown option is told with the nearest one" {
  both bayan-indexer --job 2 x
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: there is no option --job
hint: did you mean --jobs? --help lists the options
END
}

@test "a number that is none is told" {
  both bayan-indexer --jobs many x
  expect_status 2
  grep -q 'is no number from 1 to 256' stderr
}

@test "a bad --memory is told" {
  both bayan-indexer --memory 10M corpus
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: --memory: 10M is too little
hint: write for example --memory 512M; the least is 96M
END
  both bayan-indexer --memory much corpus
  expect_status 2
  grep -q '^bayan-indexer: --memory: «much» is no size$' stderr
}

@test "a bad --map is told" {
  both bayan-indexer --map title x
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: --map: «title» is not FIELD=KEY
hint: write for example --map title=headline,body=content,date=pub_date
END
}

@test "the three shapes of the corpus are indexed and counted" {
  both bayan-indexer -d a.bayan corpus/texts corpus/statements.jsonl corpus/archive.zip
  expect_status 0
  total=$(sample_count)
  grep -q " $((total - 3))  statements with title and text" stderr
  grep -q ' 3  statements with a title only' stderr
  grep -q "^a.bayan: $total statements\$" stderr
  [ ! -s stdout ]
}

@test "a second run replaces and adds" {
  sample_index
  sed -i 's/"title": *"/&مصحح: /' corpus/statements.jsonl
  both bayan-indexer -d sample.bayan corpus/statements.jsonl
  expect_status 0
  changed=$(grep -c 'مصحح' corpus/statements.jsonl)
  grep -q " $changed  replaced what the index held under the same id" stderr
  grep -q "^sample.bayan: $(sample_count) statements\$" stderr
}

@test "a dry run prints a statement as it would be indexed" {
  printf 'زيارة\n\nزار السيد جان مارتيل وزير الصحة باريس.\n' >a.txt
  both bayan-indexer --dry-run a.txt
  expect_status 0
  expect_stdout <<'END'
{"version":1,"id":"a.txt","title":"زيارة","date":"","date_from":"","issuer":"","issuer_from":"","location":"a.txt","url":"","persons":[{"key":"جان مارتيل","name":"جان مارتيل","position":"وزير الصحة","posts":[{"key":"وزير الصحه@FR","normal":"وزير الصحة الفرنسي"}],"mentions":[["body",10,20]]}],"countries":["FR"],"organisations":[],"dates":[]}
END
}

@test "an empty file is a problem with its place" {
  : >empty.txt
  both bayan-indexer -d a.bayan empty.txt corpus/texts
  expect_status 3
  grep -q '^bayan-indexer: empty.txt: the file holds no text$' stderr
  grep -q "^a.bayan: $(find corpus/texts -type f | wc -l) statements\$" stderr
}

@test "a file that is missing is a problem, the others are indexed" {
  both bayan-indexer -d a.bayan nowhere.txt corpus/texts
  expect_status 3
  grep -q '^bayan-indexer: nowhere.txt: cannot be read (No such file or directory)$' stderr
  grep -q '^hint: ' stderr
  grep -q "^a.bayan: $(find corpus/texts -type f | wc -l) statements\$" stderr
}

@test "a folder without read permission is a problem" {
  mkdir closed
  chmod 000 closed
  # Root passes over permissions by two capabilities, so it runs the program without them.
  bound=""
  [ "$(id -u)" -ne 0 ] || bound="setpriv --bounding-set=-dac_override,-dac_read_search"
  both $bound bayan-indexer -d a.bayan closed corpus/texts
  chmod 755 closed
  expect_status 3
  grep -q '^bayan-indexer: closed: cannot be read (Permission denied)$' stderr
  grep -q '^a.bayan: [1-9][0-9]* statements$' stderr
}

@test "a truncated zip keeps what stands before the damage" {
  head -c 500 corpus/archive.zip >cut.zip
  both bayan-indexer -d a.bayan cut.zip corpus/texts
  expect_status 3
  grep -q '^bayan-indexer: cut.zip.*the archive is damaged here' stderr
  grep -q '^hint: ' stderr
}

@test "bytes that are no UTF-8 are replaced and told with their place" {
  printf 'عنوان البيان \xD8 هنا\n\nمتن البيان كامل في هذا السطر من النص\n' >bad.txt
  both bayan-indexer -d a.bayan bad.txt
  expect_status 0
  grep -q '^bayan-indexer: bad.txt: not valid UTF-8 at byte 24 (1 place replaced)$' stderr
  grep -q '^a.bayan: 1 statements$' stderr
}

@test "a record without title and text is counted and told" {
  printf '[{"id":"1","title":"a"},{"id":"2"}]' >r.json
  both bayan-indexer -d a.bayan r.json
  expect_status 3
  grep -q '^bayan-indexer: r.json#2: the record has neither title nor text$' stderr
  grep -q ' 1  without title and text$' stderr
}

@test "--errors lists every problem as JSON Lines" {
  printf '[{"id":"1","title":"a"},{"id":"2"}]' >r.json
  both bayan-indexer -q -d a.bayan --errors e.jsonl r.json
  expect_status 3
  [ ! -s stderr ]
  [ "$(cat e.jsonl)" = '{"kind":"empty","place":"r.json#2","fact":"the record has neither title nor text"}' ]
}

@test "a folder of other things does not become an index" {
  both bayan-indexer -d corpus corpus/texts
  expect_status 2
  grep -q 'holds other things than an index' stderr
}

@test "an index of another version is not added to" {
  sample_index
  sed -i 's/"format": [0-9]*/"format": 99/' sample.bayan/gen-*/manifest.json
  both bayan-indexer -d sample.bayan corpus/texts
  expect_status 4
  grep -q 'the index has version 99 of the index format' stderr
  bayan-indexer -q --rebuild -d sample.bayan corpus/texts
}

@test "control characters out of names and documents are not printed" {
  printf '[{"id":"1"}]' >"$(printf 'a\033[31m.json')"
  both bayan-indexer -d a.bayan .
  ! grep -q "$(printf '\033')" stderr
}

@test "the real archives account for every record" {
  archives="$shared/data/archives"
  [ -d "$archives" ] || skip "the archives are not on this machine"
  both bayan-indexer -d a.bayan "$archives"
  expect_status 3
  grep -q '^ *30,676  statements with title and text, or text alone$' stderr
  grep -q '^ *297  statements with a title only$' stderr
  grep -q '^ *57  without title and text$' stderr
  grep -q '^a.bayan: 30,973 statements$' stderr
}

@test "--check says that an index is sound, and what is wrong with one that is not" {
  sample_index
  both bayan-indexer -d sample.bayan --check
  expect_status 0
  expect_stdout <<'END'
sample.bayan: sound; 49 statements, 49 of them compared with their text
END
  sed -i 's/"statements": 49/"statements": 50/' sample.bayan/gen-*/manifest.json
  both bayan-indexer -d sample.bayan --check
  expect_status 4
  expect_stdout </dev/null
  expect_stderr <<'END'
bayan-indexer: sample.bayan/gen-1/manifest.json: says that there are 50 statements; there are 49
bayan-indexer: sample.bayan: the index is damaged
hint: build the index again: bayan-indexer --rebuild PATH…
END
}

@test "--check tells a dictionary and an entity table of other statements" {
  sample_index
  printf '{"id":"x","text":"%s"}\n' 'بيان آخر عن الوزير' >x.jsonl
  bayan-indexer -q -d x.bayan x.jsonl
  cp -r x.bayan y.bayan
  rm -r x.bayan/gen-1/entities y.bayan/gen-1/statements
  cp -r sample.bayan/gen-1/statements y.bayan/gen-1
  both bayan-indexer -d y.bayan --check
  expect_status 4
  grep -q 'y.bayan/gen-1/dictionary: lists [0-9]* words of the statements. [0-9]*: it is not theirs$' stderr
  grep -q 'names entities that the entity table does not$' stderr
  both bayan-indexer -d x.bayan --check
  expect_status 4
  grep -q 'x.bayan/gen-1/entities: ' stderr
}

@test "--check of what is no index is told as everywhere" {
  both bayan-indexer -d none.bayan --check
  expect_status 4
  grep -q 'none.bayan: there is no index' stderr
}

@test "--stats tells coverage, sources of dates and sizes" {
  sample_index
  both bayan-indexer -d sample.bayan --stats
  expect_status 0
  grep -qE '^statements +49$' stdout
  grep -qE '^date from +[0-9]+  metadata$' stdout
  grep -qE '^by format +[0-9]+  json$' stdout
  grep -qE '^ +[0-9]+  text$' stdout
  grep -qE '^by language +[0-9]+  (und-Arab|ar)$' stdout
  grep -qE '^ +[0-9.]+ MB  statements/postlist$' stdout
  bayan-indexer -d sample.bayan --stats=json >stats.json
  python3 - <<'END'
import json
stats = json.load(open("stats.json"))
assert stats["version"] == 1 and stats["statements"] == 49
for key in ("by_year", "by_date_source", "by_issuer", "by_issuer_source", "by_format", "by_language"):
    assert sum(stats[key].values()) == 49, (key, stats[key])
assert stats["by_year"].get("", 0) == stats["by_date_source"].get("", 0)
assert stats["by_issuer"].get("", 0) == stats["by_issuer_source"].get("", 0)
assert stats["by_issuer_source"]["metadata"] > 0 and stats["files"] >= 12
assert stats["problems"] == sum(stats["problems_by_kind"].values())
assert sum(stats["table_bytes"].values()) <= stats["bytes"]
END
  both bayan-indexer -d sample.bayan --stats=xml
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: --stats does not know «xml»
hint: it takes json
END
}

@test "the summary names formats and encodings" {
  printf '{"id":"1","text":"بيان"}\n' >a.jsonl
  printf 'بيان ثان عن الشواطئ' | iconv -t windows-1256 >b.txt
  both bayan-indexer -d a.bayan a.jsonl b.txt
  grep -qE '^ +2  documents: json 1, text 1; UTF-8 1, windows-1256 1$' stderr
}

@test "--encoding reads every file as it says" {
  # «وزير» in Windows-1256 is other letters in ISO-8859-6.
  printf '\xe6\xd2\xed\xd1' >word.txt
  both bayan-indexer --dry-run --encoding windows-1256 word.txt
  expect_status 0
  grep -q '"title":"وزير"' stdout
  both bayan-indexer --dry-run --encoding iso-8859-6 word.txt
  ! grep -q '"title":"وزير"' stdout
}

@test "--exclude passes over what matches, with all inside" {
  both bayan-indexer --dry-run --exclude 2022 --exclude 'crawl*' corpus/texts corpus/archive.zip
  expect_status 0
  grep -q '"location":"corpus/texts/2020/' stdout
  grep -q '"location":"corpus/archive.zip' stdout
  ! grep -qE '"location":"corpus/(texts/2022|archive.zip!/crawl)' stdout
}

@test "--verbose shows every problem" {
  mkdir broken
  for number in $(seq 40); do printf '{"title":"x"' >"broken/$number.json"; done
  both bayan-indexer -d broken.bayan broken
  brief="$(grep -c 'broken/[0-9]*.json' stderr)"
  both bayan-indexer -d broken.bayan --verbose --rebuild broken
  [ "$(grep -c 'broken/[0-9]*.json' stderr)" -ge 40 ]
  [ "$brief" -lt 40 ]
}
