load setup

# Four statements of the test's own, so that counts stay.
small_index() {
  cat >small.jsonl <<'END'
{"id":"a","title":"الوزير يستقبل السفير","body":"استقبل وزير الداخلية سفير فرنسا.","date":"2021-03-01"}
{"id":"b","title":"السفراء في الوزارة","body":"زار السفراء وزارة الداخلية في المنامة.","date":"2018-03-01"}
{"id":"c","title":"زيارة المغرب","body":"زار وزير الداخلية المغرب والتقى السفير المغربي.","date":"2022-03-01"}
{"id":"d","title":"دورة","body":"تبدأ الدورة في المنامة.","date":"2022-04-01"}
END
  bayan-indexer -q -d small.bayan small.jsonl
}

@test "--explain shows how a query was understood and what a score is made of" {
  small_index
  both bayan-searcher -d small.bayan --explain -n 1 'السفير في "وزير الداخليه" -المغرب'
  expect_status 0
  diff -u - <(head -7 stdout) <<'END'
1 statement

how the query was understood:
  «السفير» · a word · 3 statements · forms: السفير سفير السفراء
  «في» · a function word, not asked for · 2 statements
  «"وزير الداخليه"» · a phrase · 2 statements
  «-المغرب» · a word · must not occur · 1 statement · forms: المغرب · for ranking alone: المغربي
END
  grep -q '^1\. الوزير يستقبل السفير$' stdout
  grep -q '^   score [0-9.]*: words [0-9.]* (السفير [0-9.]* وزير [0-9.]* الداخليه [0-9.]*) · ' stdout
  grep -q ' · best passage [0-9.]*$' stdout
}

@test "--explain says which word or filter empties an answer" {
  small_index
  both bayan-searcher -d small.bayan --explain -n 1 'وزير وارسو'
  grep -q '^  «وزير» · a word · .* · without it: 0 statements$' stdout
  grep -q '^  «وارسو» · a word · 0 statements · forms: وارسو · without it: 2 statements$' stdout
  both bayan-searcher -d small.bayan --explain وزير --country NZ --since 2019
  expect_status 1
  grep -q '^  «وزير» · .* · without it: 0 statements$' stdout
  grep -q '^  «--country NZ» · a filter · 0 statements · without it: 2 statements$' stdout
  grep -q '^  «--since 2019» · a filter · 3 statements · without it: 0 statements$' stdout
}

@test "--explain speaks Arabic" {
  small_index
  both bayan-searcher -d small.bayan --locale ar --explain -n 1 'وزير المغرب'
  grep -q '^قراءة الاستعلام:$' stdout
  grep -q '^  «المغرب» · كلمة · بيان واحد · صيغها: المغرب · للترتيب وحده: ' stdout
  grep -q '^   الدرجة [^ ]*: الكلمات ' stdout
}

@test "in JSON the parts of a score are numbers that make it up" {
  small_index
  both bayan-searcher -d small.bayan --format json --explain 'وزير فرنسا'
  expect_status 0
  python3 - <<'END'
import json
answer = json.load(open("stdout"))
words = answer["explanation"]["parts"]
assert [part["text"] for part in words] == ["وزير", "فرنسا"], words
assert words[0]["forms"][0] == {"form": "وزير", "grade": "same"}, words
assert answer["results"]
for result in answer["results"]:
    parts = result["explanation"]
    of_words = sum(word[key] for word in parts["words"] for key in ("forms", "exact", "grams"))
    total = of_words + sum(parts[key] for key in ("title", "opening", "pairs", "window"))
    assert abs(total - result["score"]) < 1e-6, result
END
}

@test "--explain is for text, json and jsonl" {
  both bayan-searcher --explain --format csv وزير
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: --explain goes with --format text, json or jsonl alone
hint: take it away
END
}
