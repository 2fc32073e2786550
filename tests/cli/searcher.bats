load setup

@test "without query and filter the help is shown" {
  both bayan-searcher
  expect_status 0
  grep -q '^usage: bayan-searcher' stdout
}

@test "a missing index is told" {
  both bayan-searcher -d none.bayan وزير
  expect_status 4
  expect_stderr <<'END'
bayan-searcher: none.bayan: there is no index
hint: build one: bayan-indexer -d DIR PATH…
END
}

@test "a damaged index is told" {
  sample_index
  for table in sample.bayan/gen-*/statements/*.glass; do : >"$table"; done
  both bayan-searcher -d sample.bayan وزير
  expect_status 4
  grep -q '^hint: ' stderr
}

@test "an index of another version is told" {
  sample_index
  sed -i 's/"format": [0-9]*/"format": 99/' sample.bayan/gen-*/manifest.json
  both bayan-searcher -d sample.bayan وزير
  expect_status 4
  expect_stdout </dev/null
  grep -q 'the index has version 99 of the index format' stderr
  grep -q '^hint: ' stderr
}

@test "words are found however they are typed, the statement first" {
  sample_index
  for query in 'وزير الداخليه فرنسا' 'لوزير الداخلية الفرنسية'; do
    both bayan-searcher -d sample.bayan -n 1 "$query"
    expect_status 0
    grep -q 'وزير الداخليه يستقبل السفير الفرنسى' stdout
  done
}

@test "a result is shown whole" {
  sample_index
  both bayan-searcher -d sample.bayan 'المغاربة'
  expect_status 0
  expect_stdout <<'END'
1 statement

1. وزير الزراعة يزور الرباط
   2019-08-13 · وزارة الزراعة · Morocco · كريم بن ياسين الوافي
   زار معالي المهندس كريم بن ياسين الوافي وزير الزراعة العاصمة المغربية الرباط يوم ١٢ غشت ٢٠١٩ والتقى عددا من المسؤولين المغاربة.
   corpus/statements.jsonl#5

END
}

@test "a phrase wants its order, a minus keeps out" {
  sample_index
  both bayan-searcher -d sample.bayan '"الداخلية وزير"'
  expect_status 1
  both bayan-searcher -d sample.bayan '"الدفاع المدني"' -فرنسا
  expect_status 0
  grep -q '^2 statements$' stdout
}

@test "countries are any of a list and all of repeated options" {
  sample_index
  both bayan-searcher -d sample.bayan --country FR,JP -n 1
  grep -q '^5 statements$' stdout
  both bayan-searcher -d sample.bayan --country FR --country BH -n 1
  grep -q '^3 statements$' stdout
  both bayan-searcher -d sample.bayan --country JP --not-country BH -n 1 --format json
  expect_status 0
}

@test "a person is found by part of the name, with بن or without" {
  sample_index
  both bayan-searcher -d sample.bayan --person 'سالم بن عبد الله'
  grep -q '^7 statements$' stdout
  both bayan-searcher -d sample.bayan 'person:"سالم عبدالله"'
  grep -q '^7 statements$' stdout
}

@test "a person is found in Latin letters and by a title; several of a name are listed" {
  cat > few.jsonl <<'END'
{"id": "1", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}
{"id": "2", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}
{"id": "3", "text": "وصل السيد سعد بن حسن السالمي وزير التجارة ."}
END
  bayan-indexer -q -d few.bayan few.jsonl
  for name in 'Tariq al-Salmi' 'Shaikh Tarek Alsalmi' 'tareq bin hassan' 'الشيخ طارق السالمي'; do
    both bayan-searcher -d few.bayan --all --person "$name" -n 1
    head -1 stdout | grep -qx '2 statements'
  done
  both bayan-searcher -d few.bayan --person 'Salmi'
  expect_status 2
  expect_stdout < /dev/null
  expect_stderr <<'END'
bayan-searcher: several are named «Salmi»
hint: write more of the name, or =NAME: طارق بن حسن السالمي (2 statements, وزير الداخلية) · سعد بن حسن السالمي (1 statement, وزير التجارة)
END
  both bayan-searcher -d few.bayan --all --person '=سعد بن حسن السالمي' -n 1
  head -1 stdout | grep -qx '1 statement'
}

@test "bodies, posts and issuers are found by their English names, abbreviations and aliases" {
  cat > offices.jsonl <<'END'
{"id": "1", "source": "واس", "text": "أعلنت وزارة الداخلية بمملكة البحرين وجامعة الدول العربية ذلك ."}
{"id": "2", "source": "واس", "text": "استقبل وزير الخارجية الفرنسي السيد بيار مونتان وفدا من مجلس التعاون ."}
{"id": "3", "source": "okaz", "text": "صرح السيد بيار مونتان وزير الخارجية الفرنسي بذلك ."}
END
  bayan-indexer -q -d offices.bayan offices.jsonl
  while IFS='|' read -r option name ids; do
    both bayan-searcher -d offices.bayan "--$option" "$name" --sort oldest --format jsonl
    expect_status 0
    [ "$(grep -o '"id":"[0-9]*"' stdout | tr -dc '0-9\n' | sort | tr -d '\n')" = "$ids" ] || {
      echo "$option $name"
      return 1
    }
  done <<'END'
org|Ministry of Interior|1
org|Ministry of Interior, Bahrain|1
org|Bahrain's interior ministry|1
org|Arab League|1
org|الجامعة العربية|1
org|GCC|2
position|foreign minister|23
position|French minister of foreign affairs|23
issuer|Saudi Press Agency|12
issuer|SPA|12
issuer|عكاظ|3
country|French|23
END
  both bayan-searcher -d offices.bayan 'org:"Ministry of Interior" org:"Arab League"' --format trec
  grep -q '^1 Q0 1 1 ' stdout
  both bayan-searcher -d offices.bayan --entity 'French foreign minister'
  [ "$(head -1 stdout)" = 'وزير الخارجية الفرنسي' ]
  both bayan-searcher -d offices.bayan --org 'Ministry of Silence'
  expect_status 2
  grep -q '^bayan-searcher: the index names no org «Ministry of Silence»$' stderr
}

@test "a filter without words shows the passage that names it, marked" {
  {
    printf '{"id": "1", "title": "بيان", "text": "%s' 'استقبل الوزير في مكتبه الوفد الزائر . '
    for _ in 1 2 3 4 5 6 7 8 9; do printf 'واستعرض معه جوانب من العمل في الفترة الماضية . '; done
    printf '%s"}\n' 'وأشاد بالعلاقات مع الجمهورية الفرنسية .'
  } > long.jsonl
  bayan-indexer -q -d long.bayan long.jsonl
  for query in '--country FR' 'country:FR'; do
    # shellcheck disable=SC2086 # an option and its value
    both bayan-searcher -d long.bayan $query --format json
    expect_status 0
    python3 - <<'END'
import json
snippet = json.load(open("stdout"))["results"][0]["snippet"]
assert snippet["text"].startswith("…") and snippet["text"].endswith("مع الجمهورية الفرنسية ."), snippet
marked = [snippet["text"][begin:end] for begin, end in snippet["highlights"]]
assert marked[-1] == "الفرنسية", marked
END
  done
}

@test "an unknown person, country, facet, date or field is an error" {
  sample_index
  for arguments in '--person زيد' '--country فرنصا' '--facets=colour' '--since soon' 'colour:x' '"x'; do
    # shellcheck disable=SC2086 # an option and its value
    both bayan-searcher -d sample.bayan $arguments
    expect_status 2
    grep -q '^hint: ' stderr
  done
}

@test "a known country without statements is just no result" {
  sample_index
  both bayan-searcher -d sample.bayan --country NZ
  expect_status 1
}

@test "facets count all matches and ignore their own filter" {
  sample_index
  both bayan-searcher -d sample.bayan --country FR --facets=country -n 1 --format json
  expect_status 0
  python3 - <<'END'
import json
answer = json.load(open("stdout"))
counts = {value["key"]: value["count"] for value in answer["facets"]["country"]}
assert counts["FR"] == answer["total"], counts
assert "DE" in counts, counts  # a statement without France: seen beside the chosen value
END
}

@test "a run for evaluation has a line a result" {
  sample_index
  printf 'q1\tوزير الداخلية (باريس؟\n' >q.tsv
  both bayan-searcher -d sample.bayan --queries q.tsv --format trec -n 1
  expect_status 0
  grep -qE '^q1 Q0 [^ ]+ 1 [0-9.]+ bayan$' stdout
}

@test "the published index opens with Xapian's own tools" {
  command -v xapian-delve >/dev/null || skip "xapian-tools is not installed"
  sample_index
  mv sample.bayan moved.bayan
  xapian-delve moved.bayan | grep -q "number of documents = $(sample_count)"
}

@test "a query that is not closed shows the place" {
  sample_index
  both bayan-searcher -d sample.bayan 'وزير "الداخلية'
  expect_status 2
  expect_stdout </dev/null
  expect_stderr <<'EOF'
bayan-searcher: query: a quote is not closed
  وزير "الداخلية
       ^
hint: close it with "
EOF
  both bayan-searcher -d sample.bayan '(وزير'
  expect_status 2
  grep -qF 'a bracket is not closed' stderr
  grep -qxF '  ^' stderr
}

@test "a query that names no country reads no gazetteer, one that does says where it misses it" {
  sample_index
  BAYAN_GAZETTEERS=/nowhere both bayan-searcher -d sample.bayan وزير
  expect_status 0
  BAYAN_GAZETTEERS=/nowhere both bayan-searcher -d sample.bayan --country FR
  expect_status 2
  grep -q '^bayan-searcher: /nowhere/countries.tsv: the gazetteer cannot be read$' stderr
}

@test "a wrong word of a query is shown in its place, under Arabic text too" {
  sample_index
  both bayan-searcher -d sample.bayan 'وَزِير دولة:فرنصا'
  expect_status 2
  expect_stderr <<'EOF'
bayan-searcher: query: there is no country «فرنصا»
  وَزِير دولة:فرنصا
       ^^^^^^^^^^
hint: did you mean فرنسا?
EOF
}

# The suggestions of the JSON answer: its one line of them.
suggestions() {
  both bayan-searcher -d sample.bayan --format json "$1"
  expect_status "$2"
  grep -o '"suggestions":.*,"results":' stdout >found
}

@test "what was probably meant is suggested with its count, and results stay empty" {
  sample_index
  while IFS='|' read -r typed meant; do
    suggestions "$typed" 1
    grep -qF "{\"query\":\"$meant\",\"count\":" found || { echo "$typed:"; cat found; return 1; }
    grep -q '"total":0,.*"results":\[\]' stdout
  done <<'ROWS'
hglkhlm|المنامة
Fahad|فهد
Bahrain|البحرين
البحرسن|البحرين
الداخليع|الداخليه
ROWS
}

@test "in the text view the likeliest suggestion is shown, and said to be" {
  sample_index
  both bayan-searcher -d sample.bayan -n 1 Fahad
  expect_status 1  # what was asked for is not there
  [ "$(head -n 1 stdout)" = 'no statement holds «Fahad»; showing «فهد»' ]
  grep -q '^1\. ' stdout
}

@test "a word that some statement holds is never corrected; each word's own count is told" {
  sample_index
  suggestions 'وزير' 0
  [ "$(cat found)" = '"suggestions":[],"results":' ]
  suggestions 'المنامه وارسو' 0
  [ "$(cat found)" = '"suggestions":[{"query":"المنامه","count":1}],"results":' ]
  suggestions 'xyzzy' 1
  [ "$(cat found)" = '"suggestions":[],"results":' ]
  suggestions '"xyzzy Fahad"' 1
  [ "$(cat found)" = '"suggestions":[],"results":' ]
}

@test "habits of typists match without a word said" {
  sample_index
  while IFS='|' read -r typed usual; do
    for query in "$typed" "$usual"; do
      both bayan-searcher -d sample.bayan -n 0 --match all --format json "$query"
      expect_status 0
      grep -o '"total":[0-9]*' stdout >"total"
      [ "$query" = "$typed" ] && mv total total-typed
    done
    diff total total-typed || { echo "$typed and $usual differ"; return 1; }
  done <<'ROWS'
شئون|شؤون
مسئول|مسؤول
ال وزير|الوزير
وزارة الداخليه|وزارة الداخلية
السفير الفرنسى|السفير الفرنسي
وزيــر|وزير
عبدالله|عبد الله
استقبال|إستقبال
وزیر|وزير
ROWS
}
