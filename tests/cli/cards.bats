load setup

# An index of a man who changes his post, and of another in the one he left.
people_index() {
  while IFS='|' read -r date text; do
    printf '{"id":"%s","title":"لقاء %s","text":"%s","date":"%s"}\n' "$date" "${date%%-*}" "$text" "$date"
  done >people.jsonl <<'ROWS'
2019-03-02|صرح بذلك معالي الشيخ سالم بن خالد المنصوري وزير الزراعة .
2019-11-20|صرح بذلك معالي الشيخ سالم المنصوري وزير الزراعة .
2021-05-06|صرح بذلك معالي الشيخ سالم بن خالد المنصوري وزير التعليم .
2021-06-07|صرح بذلك معالي السيد كريم الوافي وزير الزراعة .
2023-01-02|صرح بذلك معالي الشيخ سالم بن خالد المنصوري وزير التعليم .
ROWS
  bayan-indexer -q -d people.bayan people.jsonl
}

@test "the card of a person: forms, posts, first and last statement, timeline" {
  people_index
  both bayan-searcher -d people.bayan --entity 'سالم المنصوري' --width 80
  expect_status 0
  expect_stdout <<'END'
سالم بن خالد المنصوري
person · 4 statements

forms
   سالم بن خالد المنصوري 3 · سالم المنصوري 1

posts
   2019-03-02 – 2019-11-20  وزير الزراعة 2
   2021-05-06 – 2023-01-02  وزير التعليم 2

first and last statement
   2019-03-02  لقاء 2019
   2023-01-02  لقاء 2023

over time
                 1  2  3  4  5  6  7  8  9  10 11 12
        2  2019        ███·····················███···
        0  2020  ····································
        1  2021  ············███·····················
        0  2022  ····································
        1  2023  ███

END
}

@test "the card of a country has its forms; a country is meant by any of its names" {
  sample_index
  both bayan-searcher -d sample.bayan --entity France --format json
  mv stdout france
  for name in فرنسا FR country:FRA 'دولة:الفرنسية'; do
    both bayan-searcher -d sample.bayan --entity "$name" --format json
    expect_status 0
    cmp france stdout
  done
  python3 - <<'END'
import json
card = json.load(open("france"))
assert list(card) == ["version", "field", "key", "name", "statements", "forms", "forms_read", "posts", "holders",
                      "first_and_last", "timeline", "beside"], list(card)
assert (card["field"], card["key"], card["name"]) == ("country", "FR", "فرنسا")
assert {"فرنسا", "الفرنسية"} <= {form["name"].lstrip("وب") for form in card["forms"]}, card["forms"]
assert card["forms_read"] == card["statements"] >= 3
assert sum(period["count"] for period in card["timeline"]["periods"]) + card["timeline"]["undated"] == card["statements"]
END
}

@test "the card of a post has its holders with their days" {
  people_index
  both bayan-searcher -d people.bayan --entity 'منصب:وزير الزراعة' --format json
  expect_status 0
  python3 - <<'END'
import json
card = json.load(open("stdout"))
assert card["field"] == "position" and card["posts"] == []
holders = [(one["name"], one["first"], one["last"], one["count"]) for one in card["holders"]]
assert holders == [("سالم بن خالد المنصوري", "2019-03-02", "2019-11-20", 2),
                   ("كريم الوافي", "2021-06-07", "2021-06-07", 1)], holders
END
}

@test "who is beside somebody is told by association, not by counts" {
  # فرنسا is in every second statement; ليلى is seldom, and then beside سالم.
  for i in $(seq 40); do
    person='معالي السيد كريم الوافي'
    [ "$i" -gt 12 ] || person='معالي الشيخ سالم المنصوري والسيدة ليلى الهادي'
    [ "$i" -lt 11 ] || [ "$i" -gt 14 ] || person='معالي الشيخ سالم المنصوري'
    place=''
    [ $((i % 2)) -eq 0 ] || place=' في فرنسا'
    printf '{"id":"%s","title":"لقاء","text":"التقى %s الوفد%s .","date":"2020-01-%02d"}\n' "$i" "$person" "$place" $((i % 28 + 1))
  done >met.jsonl
  bayan-indexer -q -d met.bayan met.jsonl
  both bayan-searcher -d met.bayan --entity 'سالم المنصوري' --format json
  expect_status 0
  python3 - <<'END'
import json
beside = json.load(open("stdout"))["beside"]
assert [one["name"] for one in beside["person"]] == ["ليلى الهادي"], beside
assert beside["person"][0]["together"] == beside["person"][0]["all"] == 10, beside
assert "country" not in beside, beside
END
}

@test "who is not known, and who may be several, is told with the nearest" {
  sample_index
  both bayan-searcher -d sample.bayan --entity زيدان
  expect_status 2
  grep -q '^bayan-searcher: the index names nobody and nothing «زيدان»$' stderr
  both bayan-searcher -d sample.bayan --entity 'فرنساا'
  expect_status 2
  grep -q '^hint: did you mean فرنسا' stderr
  both bayan-searcher -d sample.bayan --entity France --format csv
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: --entity prints text or json alone
hint: write --format text or json
END
}

@test "a country that no statement names is known, and nothing is found" {
  sample_index
  both bayan-searcher -d sample.bayan --entity NZ
  expect_status 1
  expect_stdout <<'END'
New Zealand (NZ)
country · 0 statements

END
  both bayan-searcher -d sample.bayan --together NZ,FR
  expect_status 1
  both bayan-searcher -d sample.bayan --country NZ
  expect_status 1
  both bayan-searcher -d sample.bayan --show 1 --country NZ
  expect_status 1
  both bayan-searcher -d sample.bayan --show 9 --country FR
  expect_status 2
}
