bats_require_minimum_version 1.5.0
load setup

head_line=$'#bayan-gazetteer 1\tkind\tname\tother\tyears'

few_statements() {
  cat > few.jsonl <<'END'
{"id": "1", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}
{"id": "2", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}
{"id": "3", "text": "وصل السيد سعد بن ماجد الفارس وزير التجارة في مملكة البحرين ."}
END
  bayan-indexer -q -d few.bayan few.jsonl
}

persons() {
  bayan-searcher -d few.bayan --list=person --format json |
    python3 -c 'import json, sys
for value in json.load(sys.stdin)["facets"]["person"]:
    print(value["count"], value["key"], "=", value["name"])'
}

@test "a gazetteer merges, renames and adds names without the archive" {
  few_statements
  mv few.jsonl gone.jsonl
  {
    echo "$head_line"
    printf 'same\tطارق بن حسن السالمي\tسعد بن ماجد الفارس\n'
    printf 'person\tطارق السالمي الأول\tأبو حسن | The Minister\n'
    printf 'same\tطارق بن حسن السالمي\tطارق السالمي الأول\n'
    printf 'country\tBH\tلؤلؤة الخليج\n'
  } > mine.tsv
  both bayan-indexer -d few.bayan --gazetteer mine.tsv
  expect_status 0
  expect_stdout < /dev/null
  expect_stderr < /dev/null
  persons > stdout
  expect_stdout <<'END'
3 طارق حسن السالمي = طارق السالمي الأول
END
  for name in 'أبو حسن' 'The Minister' 'سعد الفارس' 'Tariq al-Salmi'; do
    bayan-searcher -d few.bayan --all --person "$name" -n 1 | head -1 | grep -qx '3 statements'
  done
  bayan-searcher -d few.bayan --country 'لؤلؤة الخليج' -n 1 | head -1 | grep -qx '1 statement'
}

@test "added names are recognised in the text of what is read with them and later" {
  cat > texts.jsonl <<'END'
{"id": "1", "text": "حضر الأمسية صقر الليل فأنشد للحضور وشكر واحة المختبرات ."}
END
  sed 's/"1"/"2"/' texts.jsonl > later.jsonl
  sed 's/"1"/"0"/' texts.jsonl > before.jsonl
  { echo "$head_line"; printf 'person\tراشد بن ماجد\tصقر الليل\norganisation\tمختبر الواحة\tواحة المختبرات\n'; } > mine.tsv
  bayan-indexer -q -d few.bayan before.jsonl
  bayan-indexer -q -d few.bayan --gazetteer mine.tsv texts.jsonl
  bayan-indexer -q -d few.bayan later.jsonl
  [ "$(persons | sed 's/ .* = / /')" = '2 راشد بن ماجد' ]
  both bayan-searcher -d few.bayan --all --org 'مختبر الواحة' --format jsonl
  [ "$(grep -o '"id":"[0-9]*"' stdout | sort | tr -dc '0-9')" = 12 ]
  # What was read before takes reading anew.
  bayan-indexer -q -d few.bayan --rebuild before.jsonl texts.jsonl later.jsonl --gazetteer mine.tsv
  [ "$(persons | sed 's/ .* = / /')" = '3 راشد بن ماجد' ]
  both bayan-indexer --dry-run --gazetteer mine.tsv texts.jsonl
  grep -q '"persons":\[{"key":"صقر الليل","name":"صقر الليل"' stdout
}

@test "a gazetteer is kept, also in later runs, until another comes" {
  few_statements
  { echo "$head_line"; printf 'not\tطارق بن حسن السالمي\n'; } > mine.tsv
  bayan-indexer -d few.bayan --gazetteer mine.tsv
  rm mine.tsv
  echo '{"id": "4", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}' > more.jsonl
  bayan-indexer -q -d few.bayan more.jsonl
  persons > stdout
  expect_stdout <<'END'
1 سعد ماجد الفارس = سعد بن ماجد الفارس
END
  run -2 --separate-stderr bayan-searcher -d few.bayan --person 'طارق السالمي'
  echo "$head_line" > none.tsv
  bayan-indexer -d few.bayan --gazetteer none.tsv
  persons > stdout
  expect_stdout <<'END'
3 طارق حسن السالمي = طارق بن حسن السالمي
1 سعد ماجد الفارس = سعد بن ماجد الفارس
END
}

@test "a gazetteer goes with reading" {
  few_statements
  { echo "$head_line"; printf 'rename\tسعد بن ماجد الفارس\tسعد الفارس\n'; } > mine.tsv
  rm -r few.bayan
  bayan-indexer -q -d few.bayan --gazetteer mine.tsv few.jsonl
  persons | grep -qx '1 سعد ماجد الفارس = سعد الفارس'
  # Nothing new to read is no reason to leave it out.
  { echo "$head_line"; printf 'rename\tسعد بن ماجد الفارس\tسعد بن ماجد\n'; } > mine.tsv
  bayan-indexer -q -d few.bayan --gazetteer mine.tsv few.jsonl
  persons | grep -qx '1 سعد ماجد الفارس = سعد بن ماجد'
}

@test "what is wrong in a gazetteer is told by line, and the index stays" {
  few_statements
  find few.bayan -type f -not -name lock -exec sha256sum {} + | sort > before
  {
    echo "$head_line"
    printf 'same\tا ب\tت ث\n'
    printf 'same\tت ث\tج ح\n'
    printf 'same\tج ح\tا ب\n'
    printf 'people\tزيد\n'
    printf 'not\tزيد\t\t\tx\n'
    printf 'not\t\xd8\n'
  } > mine.tsv
  both bayan-indexer -d few.bayan --gazetteer mine.tsv
  expect_status 2
  expect_stdout < /dev/null
  expect_stderr <<'END'
bayan-indexer: mine.tsv:4: the merges before make these two one: this closes a circle
bayan-indexer: mine.tsv:5: there is no kind «people»: the kinds are person, organisation, country, post, same, not, rename
bayan-indexer: mine.tsv:6: too many columns: there are four
bayan-indexer: mine.tsv:7: not valid UTF-8 at byte 5
bayan-indexer: mine.tsv: not taken in, for 4 lines are wrong
hint: the manual page bayan-gazetteer(5) describes the format
END
  find few.bayan -type f -not -name lock -exec sha256sum {} + | sort > after
  cmp before after
  both bayan-indexer -d few.bayan --gazetteer nowhere.tsv
  expect_status 2
  expect_stderr <<'END'
bayan-indexer: nowhere.tsv: the gazetteer cannot be read (No such file or directory)
hint: the manual page bayan-gazetteer(5) describes the format
END
}

@test "a gazetteer without an index is an error" {
  echo "$head_line" > mine.tsv
  both bayan-indexer -d none.bayan --gazetteer mine.tsv
  expect_status 4
  [ ! -e none.bayan ]
}
