load setup

# Statements of the test's own: which of them a query finds is told by their ids.
typed_index() {
  cat >typed.jsonl <<'END'
{"id":"hamza","body":"أكد مسؤول في إدارة الطوارئ أن الإجراءات تسير كما خُطط لها."}
{"id":"name","body":"التقى السيد عبد الله في الرياض فهد بن سالم وعددا من الكتّاب."}
{"id":"minister","body":"وصل الوزير إلى المدينة في ٢٠١٩ على رأس وفد كبير."}
{"id":"hall","body":"افتُتحت القاعة الكبرى بمستشفى المنامة."}
{"id":"english","body":"The ministers of both countries agreed on regional policies."}
{"id":"far","body":"زار الوزير معرض الكتاب، وهو في القاعة الصغرى."}
END
  bayan-indexer -q -d typed.bayan typed.jsonl
}

# The ids that a query finds, all its words asked for, in their order.
found() {
  both bayan-searcher -d typed.bayan --match all --format csv "$1"
  python3 -c 'import csv; print(*sorted(row["id"] for row in csv.DictReader(open("stdout"))))'
}

@test "habits of typing find what the usual spelling finds" {
  typed_index
  while IFS='|' read -r habit typed ids; do
    [ "$(found "$typed")" = "$ids" ] || { echo "$habit: «$typed» found «$(found "$typed")»"; return 1; }
  done <<'ROWS'
as it stands|مسؤول إدارة|hamza
no hamza|ادارة الاجراءات|hamza
another seat of the hamza|مسئول|hamza
a hamza apart|طواريء|hamza
heh for teh marbuta|اداره المدينه|
heh for teh marbuta|القاعه الكبري|hall
alef maqsura for yeh|الكبري|hall
yeh for alef maqsura|مستشفي|hall
diacritics|الوَزِيرُ المَدِينَة|minister
tatweel|الوزيـــر المدينـة|minister
Persian letters|الوزیر کبیر|minister
Western digits|2019|minister
Persian digits|۲۰۱۹|minister
a name in one word|عبدالله|name
a name in two words|عبد الله|name
the article apart|ال وزير ال مدينة|minister
no article|وزير مدينة|minister
a conjunction and a preposition glued on|وبالمدينة|minister
a plural|وزراء مدن|minister
an English plural|minister country|english
an English singular|policy|english
a presentation form|ﻣﺪﻳﻨﺔ|minister
ROWS
}

@test "marks without width and of direction within a word do not count" {
  typed_index
  [ "$(found $'\u0627\u0644\u0648\u200b\u0632\u200f\u064a\u0631 المدينة')" = minister ]
}

# The first suggestion of the JSON answer.
suggested() {
  both bayan-searcher -d typed.bayan --format json "$1"
  python3 -c 'import json; print(*[s["query"] for s in json.load(open("stdout"))["suggestions"][:1]])'
}

@test "glued and split words, Latin letters and slips are listed in JSON, shown and said in the text view" {
  typed_index
  while IFS='|' read -r habit typed meant; do
    [ "$(suggested "$typed")" = "$meant" ] || { echo "$habit: $(suggested "$typed")"; return 1; }
    grep -q '"total":0,.*"results":\[\]' stdout
    both bayan-searcher -d typed.bayan --no-pager "$typed"
    expect_status 1
    [ "$(head -n 1 stdout)" = "no statement holds «$typed»; showing «$meant»" ]
    grep -q '^1\. ' stdout
  done <<'ROWS'
glued|القاعةالكبرى|القاعه الكبري
split|مست شفى|مستشفى
a Latin spelling|Manama|المنامه
a Latin name|Fahad|فهد
a Latin name of two words|Abdullah|عبد الله
keys of the other layout|hglkhlm|المنامة
a letter beside the right one|المدبنة|المدينه
letters in the wrong order|المدنية|المدينه
ROWS
}

@test "a word that few statements hold is doubted beside one that many hold, and its results stay" {
  for i in $(seq 60); do echo "{\"id\":\"m$i\",\"body\":\"قال الوزير إن العمل مستمر في الموقع $i.\"}"; done >many.jsonl
  echo '{"id":"slip","body":"قال الوزبر إن العمل مستمر."}' >>many.jsonl
  echo '{"id":"other","body":"هذه صحيفة أخرى."}' >>many.jsonl
  bayan-indexer -q -d typed.bayan many.jsonl
  [ "$(suggested الوزبر)" = الوزير ]
  [ "$(answer total)" = 1 ]
  both bayan-searcher -d typed.bayan --no-pager الوزبر
  expect_status 0
  grep -q 'other searches: «الوزير» (60)' stdout
  [ -z "$(suggested صحيفة)" ]  # nothing is near
  [ -z "$(suggested الوزير)" ]
}

@test "in a query of words that exist, the rarest is the likeliest slip" {
  typed_index
  echo '{"id":"rare","body":"الوزيز كلمة نادرة."}' >rare.jsonl
  bayan-indexer -q -d typed.bayan typed.jsonl rare.jsonl
  [ "$(suggested 'الوزيز المدينة')" = 'الوزير المدينة' ]
}

@test "mistyped words of the sample statements are put right" {
  sample_index
  "$BAYAN_SOURCE/tools/evaluation/score_mistypings" bayan-searcher sample.bayan --misses \
    --least .7 .7
}

@test "queries of marks alone, endless words, mixed scripts and broken bytes are answered in JSON" {
  typed_index
  for query in $'\u064e' $'\u0640\u0640' "$(printf 'وال%.0s' {1..3400})" 'وزيرminister٢٠١٩мир' \
    $'الوزير\xd9' $'\xff\xfe' $'\U0001F1E7\U0001F1ED' "وزير$(printf '\u064e%.0s' {1..2000})"; do
    run timeout 10 bash -c 'bayan-searcher -d typed.bayan --format json -- "$1" 2>stderr >stdout' _ "$query"
    [ "$status" -le 2 ] || { echo "$status: $(head -c 40 <<<"$query")"; return 1; }
    [ "$status" -eq 2 ] || python3 -c 'import json; json.load(open("stdout", encoding="utf-8"))'
    iconv -f UTF-8 -t UTF-8 stdout stderr >/dev/null
  done
}

# Fields of the JSON answer.
answer() { python3 -c 'import json, sys
answer = json.load(open("stdout"))
print(*[answer[key] for key in sys.argv[1:]])' "$@"; }

@test "--match auto: all the words where statements hold them all, else any; one rule in every view" {
  typed_index
  while IFS='|' read -r query match total with_all; do
    both bayan-searcher -d typed.bayan -n 0 --facets=country --format json "$query"
    [ "$(answer match total with_all_words)" = "$match $total $with_all" ] || { answer match total with_all_words; return 1; }
    [ "$(python3 -c 'import json; print(len(json.load(open("stdout"))["results"]))')" -eq "$total" ]
    both bayan-searcher -d typed.bayan -n 0 --format jsonl "$query"
    [ "$(wc -l <stdout)" -eq "$total" ]
    for format in csv tsv; do
      both bayan-searcher -d typed.bayan -n 0 --format $format "$query"
      [ "$(wc -l <stdout)" -eq $((total + 1)) ]
    done
    for sort in relevance newest oldest; do
      both bayan-searcher -d typed.bayan -n 0 --sort $sort --no-pager "$query"
      [ "$(grep -c '^[0-9]*\. ' stdout)" -eq "$total" ]
    done
  done <<'ROWS'
الوزير|all|2|2
الوزير المدينة|all|1|1
القاعة المدينة|any|3|0
في القاعة المدينة|any|3|0
ROWS
  both bayan-searcher -d typed.bayan --match all 'القاعة المدينة'
  expect_status 1
  both bayan-searcher -d typed.bayan -n 0 --match any --format json 'الوزير المدينة'
  [ "$(answer match total with_all_words)" = 'any 2 1' ]
}

@test "--match auto is settled within the filters" {
  sample_index
  both bayan-searcher -d sample.bayan -n 0 --format json 'وزير السفير'
  [ "$(answer match)" = all ]
  both bayan-searcher -d sample.bayan -n 0 --format json 'وزير السفير' --country MA
  [ "$(answer match with_all_words)" = 'any 0' ]
}

# Statement N of forty holds the words from N on, so the first words are the rarest.
stairs() { python3 - "$@" <<'END_OF_PYTHON'
import json, sys
words = [f"كلم{one}{other}" for one in "بتجد" for other in "رسعفقمنهحط"]
if sys.argv[1] == "statements":
    for i in range(40):
        print(json.dumps({"id": f"s{i}", "body": " ".join(words[i:])}))
elif sys.argv[1] == "text":
    print(" ".join(words))
else:
    print(" OR ".join(words + [f"غير{word}" for word in words]))
END_OF_PYTHON
}

@test "of a pasted text the most telling words are asked for, of a long list each as typed; answers say so" {
  stairs statements >stairs.jsonl
  bayan-indexer -q -d stairs.bayan stairs.jsonl
  both bayan-searcher -d stairs.bayan --no-pager -n 1 "$(stairs text)"
  expect_status 0
  diff -u - <(head -2 stdout) <<'END'
1 statement
a long query: its 24 most telling words are asked for, 16 are left out
END
  both bayan-searcher -d stairs.bayan --no-pager --locale ar -n 1 "$(stairs text)"
  grep -q '^استعلام طويل: البحث بأكثر كلماته دلالة ([^ ]*)، و[^ ]* متروكة$' stdout
  both bayan-searcher -d stairs.bayan --no-pager --explain -n 1 "$(stairs text)"
  [ "$(grep -c ' · less telling, not asked for · ' stdout)" = 16 ]
  both bayan-searcher -d stairs.bayan --format json "$(stairs text)"
  [ "$(answer total left_out_words)" = "1 16" ]
  # Whatever is asked for with a sign stays.
  both bayan-searcher -d stairs.bayan --format json "$(stairs text) +كلمدط"
  [ "$(answer total left_out_words)" = "1 16" ]
  both bayan-searcher -d stairs.bayan --format json "$(stairs list)"
  [ "$(answer total as_typed)" = "40 True" ]
  both bayan-searcher -d stairs.bayan --no-pager -n 1 "$(stairs list)"
  grep -q '^a long query: its words are found as typed alone$' stdout
  # Shorter ones say nothing of it.
  both bayan-searcher -d stairs.bayan --format json 'كلمبر كلمبس'
  [ "$(grep -c -e left_out_words -e as_typed stdout)" = 0 ]
}
