load setup

# Statements of three countries that name ministers and ministries of the same names.
bodies_index() {
  cat >states.jsonl <<'END'
{"id":"bh","title":"زيارة","body":"استقبل الشيخ سالم بن علي الناصري وزير الداخلية وفدا من فرنسا . وأشادت وزارة الداخلية بمملكة البحرين بالزيارة .","source":"وكالة أنباء البحرين"}
{"id":"sa","title":"اجتماع","body":"اجتمع الدكتور فهد بن سعيد العمري وزير الداخلية في الرياض . وأعلنت وزارة الداخلية ذلك .","source":"واس"}
{"id":"fr","title":"لقاء","body":"التقى الشيخ راشد بن حمد الكعبي ، نائب وزير الداخلية ، وزار باريس . وقال السيد جان مارتيل ، وزير داخلية فرنسا ، ذلك . وأشاد بوزارة الداخلية الفرنسية .","source":"وكالة أنباء البحرين"}
END
  both bayan-indexer -d states.bayan --quiet states.jsonl
  expect_status 0
}

# found OPTION VALUE: the ids that it leaves, sorted.
found() {
  bayan-searcher -d states.bayan --format json "$1" "$2" | grep -o '"id":"[a-z]*"' |
    cut -d'"' -f4 | sort | tr '\n' ' '
}

@test "a post without a country is that of every country, with one of that country alone" {
  bodies_index
  [ "$(found --position 'وزير الداخلية')" = 'bh fr sa ' ]
  [ "$(found --position 'وزير الداخليه الفرنسي')" = 'fr ' ]
  [ "$(found --position 'وزير داخلية فرنسا')" = 'fr ' ]
  [ "$(found --position 'وزيرة الداخلية السعودية')" = 'sa ' ]
  [ "$(found --position 'نائب وزير الداخلية')" = 'fr ' ]
}

@test "part of a post finds the posts that hold it" {
  bodies_index
  [ "$(found --position 'الداخلية')" = 'bh fr sa ' ]
  both bayan-searcher -d states.bayan --position 'وزير البحار'
  expect_status 2
  grep -q 'the index names no position «وزير البحار»' stderr
}

@test "ministries of one name are told by their country" {
  bodies_index
  both bayan-searcher -d states.bayan --org 'وزارة الداخلية'
  expect_status 2
  grep -q 'وزارة الداخلية البحرينية (1 statement)' stderr
  [ "$(found --org 'وزارة الداخلية الفرنسية')" = 'fr ' ]
  [ "$(found --org 'وزارة الداخلية السعودية')" = 'sa ' ]
}

@test "the facets name post and body with their country" {
  bodies_index
  both bayan-searcher -d states.bayan --format json --facets=position,org --country FR
  expect_status 0
  grep -q '"key":"وزير الداخليه@FR","name":"وزير الداخلية الفرنسي","count":1' stdout
  grep -q '"key":"وزاره الداخليه@BH","name":"وزارة الداخلية البحرينية","count":1' stdout
}
