load setup

# A text of sixty words, invented; its first word is the argument.
body() {
  printf '%s' "$1 "
  printf 'في بيان لها أن لجنة السواحل اجتمعت صباح الأحد وبحثت خطة تنظيف الشواطئ قبل موسم الصيف، '
  printf 'وأقرت تخصيص عشرين فريقا من المتطوعين لكل محافظة ساحلية، على أن تبدأ الحملة منتصف مايو وتستمر '
  printf 'ستة أسابيع، ودعت سكان القرى القريبة إلى التسجيل عبر مراكز البلديات، مؤكدة أن الأدوات والقفازات '
  printf 'ستوزع مجانا على جميع المشاركين.'
}
record() { printf '{"id":"%s","source":"%s","title":"%s","text":"%s"}\n' "$@"; }
outlets() {
  record a الوكالة "حملة لتنظيف الشواطئ" "$(body ذكرت)"
  record b الصحيفة "عشرون فريقا للشواطئ" "$(body أعلنت)"
  record c الإذاعة "تنظيف الشواطئ في مايو" "$(body أكدت)"
  record d الوكالة "الشواطئ في يوم مفتوح" "يوم مفتوح للأطفال على الشواطئ يوم الجمعة."
}
# «id:similar» of each result.
shown() { bayan-searcher -d a.bayan --format jsonl "$@" | sed 's/.*"id":"\([^"]*\)".*"similar":\([0-9]*\).*/\1:\2/' | paste -sd' '; }

@test "one statement in three outlets is one result, its total counts three" {
  outlets >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  both bayan-searcher -d a.bayan الشواطئ
  expect_status 0
  sed -i 's/^   ذكرت في بيان.*/   …/' stdout
  expect_stdout <<'END'
4 statements

1. الشواطئ في يوم مفتوح
   الوكالة
   يوم مفتوح للأطفال على الشواطئ يوم الجمعة.
   a.jsonl#4

2. حملة لتنظيف الشواطئ
   الوكالة
   …
   a.jsonl#1
   +2 similar

END
  [ "$(shown الشواطئ)" = "d:0 a:2" ]
  [ "$(bayan-searcher -d a.bayan --format json --facets=issuer الشواطئ | grep -o '"total":[0-9]*')" = '"total":4' ]
}

@test "--all shows each, sorted by date too" {
  outlets >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  [ "$(shown --all الشواطئ | tr ' ' '\n' | sort | paste -sd' ')" = "a:0 b:0 c:0 d:0" ]
  [ "$(shown --sort oldest الشواطئ | wc -w)" = 2 ]
  [ "$(shown --all --sort oldest الشواطئ | wc -w)" = 4 ]
  [ "$(shown -n 1 --offset 1 الشواطئ)" = "a:2" ]
  [ -z "$(shown --offset 2 الشواطئ)" ]
}

@test "only near-duplicates that match are counted" {
  outlets >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  [ "$(shown 'الشواطئ issuer:الصحيفة')" = "b:0" ]
  [ "$(shown --not-issuer الصحيفة تنظيف)" = "a:1" ]
}

@test "runs for evaluation show each" {
  outlets >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  printf '1\tالشواطئ\n' >queries.tsv
  [ "$(bayan-searcher -d a.bayan --format trec --queries queries.tsv | wc -l)" = 4 ]
  [ "$(bayan-searcher -d a.bayan --format trec الشواطئ | wc -l)" = 4 ]
  [ "$(bayan-searcher -d a.bayan --format jsonl --queries queries.tsv | wc -l)" = 4 ]
}

@test "equal scores are told apart by id, in runs and answers alike, whatever the order of reading" {
  for id in c a d b; do echo "{\"id\":\"$id\",\"body\":\"وصل الوفد إلى الشاطئ.\"}"; done >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  printf '1\tالوفد\n2\tالشاطئ الوفد\n' >queries.tsv
  bayan-searcher -d a.bayan --format trec --queries queries.tsv >run
  [ "$(cut -d' ' -f1,3 run | tr '\n' ';')" = "1 a;1 b;1 c;1 d;2 a;2 b;2 c;2 d;" ]
  [ "$(cut -d' ' -f1,5 run | sort -u | wc -l)" = 2 ]  # one score a query
  [ "$(bayan-searcher -d a.bayan --format csv --all الوفد | tail -n +2 | cut -d, -f3 | tr -d '\n')" = abcd ]
}

@test "clusters follow what later runs add and take out" {
  outlets >all.jsonl
  sed -n '1p;4p' all.jsonl >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  [ "$(shown الشواطئ)" = "d:0 a:0" ]
  sed -n 2,3p all.jsonl >b.jsonl
  bayan-indexer -q -d a.bayan b.jsonl
  [ "$(shown الشواطئ)" = "d:0 a:2" ]
  bayan-indexer -q -d a.bayan --remove a
  [ "$(shown الشواطئ)" = "d:0 b:1" ]
  bayan-indexer -q -d a.bayan --remove b.jsonl
  [ "$(shown الشواطئ)" = "d:0" ]
}

@test "copies of a text that has no id are one statement with all its sources" {
  mkdir x y
  body ذكرت >x/a.txt
  cp x/a.txt y/b.txt
  cp x/a.txt y/c.txt
  both bayan-indexer -d a.bayan x y
  expect_status 0
  grep -q '^ *2  exact copies of others, counted once$' stderr
  grep -q '^a.bayan: 1 statements$' stderr
  both bayan-searcher -d a.bayan الشواطئ
  tail -n 3 stdout | head -n 2 | diff -u - <(printf '   x/a.txt\n   also in y/b.txt · also in y/c.txt\n')
  bayan-searcher -d a.bayan --format jsonl الشواطئ | grep -q '"sources":\["x/a.txt","y/b.txt","y/c.txt"\]'
}

@test "a copy that comes later is listed with the first, and outlives it" {
  mkdir x y
  body ذكرت >x/a.txt
  bayan-indexer -q -d a.bayan x
  cp x/a.txt y/b.txt
  both bayan-indexer -d a.bayan y
  grep -q '^a.bayan: 1 statements$' stderr
  bayan-searcher -d a.bayan --format jsonl الشواطئ | grep -q '"id":"x/a.txt".*"sources":\["x/a.txt","y/b.txt"\]'
  rm x/a.txt
  both bayan-indexer -d a.bayan --prune x y
  grep -q '^a.bayan: 1 statements$' stderr
  bayan-searcher -d a.bayan --format jsonl الشواطئ | grep -q '"id":"y/b.txt".*"sources":\[\]'
}

@test "a copy that changes is a statement of its own" {
  mkdir x
  body ذكرت >x/a.txt
  cp x/a.txt x/b.txt
  bayan-indexer -q -d a.bayan x
  body 'وأضافت الوزارة' >x/b.txt
  both bayan-indexer -d a.bayan x
  grep -q '^a.bayan: 2 statements$' stderr
  bayan-searcher -d a.bayan --all --format jsonl الشواطئ | grep -c '"sources":\[\]' | grep -qx 2
}

@test "records with ids of their own stay apart, however alike" {
  record 1 "" عنوان متن >a.jsonl
  record 2 "" عنوان متن >>a.jsonl
  both bayan-indexer -d a.bayan a.jsonl
  grep -q '^a.bayan: 2 statements$' stderr
}

@test "of a corrected statement the newest is kept, and says that there are older ones" {
  printf '{"url":"https://agency.example/7","text":"النص الأول للبيان"}\n' >a.jsonl
  printf '{"url":"https://agency.example/7","text":"النص المصحح للبيان"}\n' >b.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  bayan-indexer -q -d a.bayan b.jsonl
  both bayan-searcher -d a.bayan للبيان
  expect_stdout <<'END'
1 statement

1. https://agency.example/7
   agency.example
   النص المصحح للبيان
   b.jsonl#1
   older versions: 1 · also in a.jsonl

END
  bayan-searcher -d a.bayan --format jsonl للبيان | grep -q '"older":1'
}

@test "another text under the URL of a statement corrects it, whatever its id" {
  body='وقعت الوزارة اليوم اتفاقية لتطوير مراكز التدريب في خمس محافظات بقيمة'
  record() { printf '{"id":"%s","url":"%s","date":"%s","title":"%s","text":"%s"}\n' "$@"; }
  record 1 https://www.moi.example/n/7 2024-07-01 'اتفاقية للتدريب' "$body مليونين" >a.jsonl
  record 2 http://moi.example/n/7/ 2024-07-02 'تصحيح: اتفاقية للتدريب' "$body ثلاثة ملايين" >b.jsonl
  record 3 https://moi.example/n/7#x 2024-06-30 'اتفاقية' "$body مليون" >c.jsonl
  # Other matters under the page of a list, and the page of a site, are no corrections.
  record 4 https://moi.example/n/7 2024-07-03 'إغلاق طريق' 'يغلق الطريق الساحلي مساء الجمعة للصيانة' >>a.jsonl
  record 5 https://moi.example/ 2024-07-01 'اتفاقية للتدريب' "$body مليونين" >>a.jsonl
  record 6 https://moi.example/ 2024-07-02 'اتفاقية للتدريب' "$body مليونين" >>a.jsonl
  shown() {
    bayan-searcher -d "$1" --format jsonl --all اتفاقية OR الطريق |
      sed 's/.*"id":"\([^"]*\)".*"date":"\([^"]*\)".*"older":\([0-9]*\).*/\1 \2 older \3/' | sort
  }
  for file in a b c; do bayan-indexer -q -d a.bayan $file.jsonl; done
  shown a.bayan >one-by-one
  cat >expected <<'END'
2 2024-07-02 older 2
4 2024-07-03 older 0
5 2024-07-01 older 0
6 2024-07-02 older 0
END
  diff -u expected one-by-one
  both bayan-indexer -d b.bayan c.jsonl b.jsonl a.jsonl
  grep -qE '^ +2  older texts under one URL: the newest holds$' stderr
  shown b.bayan | diff -u expected -
  # What was corrected stays out when its file is read again.
  printf '\n' >>a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  shown a.bayan | diff -u expected -
  bayan-indexer -d a.bayan --check >/dev/null
  # By and by its text changes: it is a later version.
  record 1 https://moi.example/n/7 2024-07-09 'اتفاقية للتدريب' "$body أربعة ملايين" >a.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  shown a.bayan | grep -qx '1 2024-07-09 older 3'
  bayan-indexer -d a.bayan --check >/dev/null
}
