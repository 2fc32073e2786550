#!/usr/bin/env bats
# The statement that the project started from, where the machine has it: what is recognised in it
# and the questions that must find it. Nothing of its text stands here but the names and posts.
load setup

seed_index() {
  seed="$shared/data/seed-statement.txt"
  [ -f "$seed" ] || skip "the seed statement is not on this machine"
  bayan-indexer -q -d seed.bayan "$seed"
}

@test "its ten persons with their posts, its countries and the Olympic days" {
  seed_index
  bayan-indexer --dry-run "$seed" >dry.json
  python3 - >stdout <<'END'
import json
statement = json.load(open("dry.json"))
for person in statement["persons"]:
    print(f'{person["name"]} | {person["position"]}')
print(*sorted(statement["countries"]))
print(*(f'{date["first"]}..{date["last"]}' for date in statement["dates"]))
print(repr(statement["date"]))
END
  expect_stdout <<'END'
راشد بن عبدالله آل خليفة | وزير الداخلية
لوران نونيز | القائد العام لشرطة باريس
حمد بن عيسى آل خليفة | ملك البلاد المعظم
سلمان بن حمد آل خليفة | ولي العهد ، رئيس مجلس الوزراء
صوفي هات | مدير التعاون الأمني الدولي بوزارة الداخلية الفرنسية
موزيمان | 
كريستيان رودريجز | مدير عام قوات الدرك الوطنية
عصام عبدالعزيز الجاسم | سفير مملكة البحرين لدى فرنسا
حمد بن محمد آل خليفة | نائب رئيس الأمن العام
محمد بن دينه | مدير عام الإدارة العامة للإعلام والثقافة الأمنية
BH FR
2024-07-26..2024-08-11
''
END
}

@test "it is found as people would ask for it" {
  seed_index
  for query in 'زيارة وزير الداخلية لفرنسا' 'الشرطه الفرنسيه' 'person:"راشد ال خليفه"'; do
    both bayan-searcher -d seed.bayan --format json "$query"
    expect_status 0
    grep -q '"total":1' stdout
  done
}

@test "both its countries find it, and its facets name its people" {
  seed_index
  both bayan-searcher -d seed.bayan --country FR --country BH --facets
  expect_status 0
  grep -q 'راشد بن عبدالله آل خليفة' stdout
  grep -q 'France (FR)' stdout
  grep -q 'Bahrain (BH)' stdout
}
