load setup

@test "a statement is shown whole by its id, the words of the query marked" {
  sample_index
  both bayan-searcher -d sample.bayan --show moi-2021-001
  expect_status 0
  expect_stdout <<'END'
وزير الداخليه يستقبل السفير الفرنسى
2021-06-14 · وزارة الداخلية

استقبل معالي الشيخ سالم بن عبدالله وزير الداخليه ، السفير الفرنسى السيد لوك برنارد ، وبحث معه التعاون بين البحرين وفرنسا .

persons     سالم بن عبدالله (وزير الداخليه) · لوك برنارد (السفير الفرنسى)
countries   France (FR) · Bahrain (BH)
source      https://example.org/moi/1
file        corpus/statements.jsonl#1
id          moi-2021-001
END
  bayan-searcher -d sample.bayan --show moi-2021-001 --color always فرنسا >out
  grep -q $'السفير \e\\[0m\e\\[1;31mالفرنسى\e\\[0m' out
}

@test "a statement is shown by its number in an answer, that of a suggestion too" {
  sample_index
  for query in 'وزير الداخليه فرنسا' Fahad; do
    both bayan-searcher -d sample.bayan --format jsonl -n 2 "$query"
    [ "$status" -eq 0 ] || both bayan-searcher -d sample.bayan --format jsonl -n 2 فهد
    mv stdout answer
    both bayan-searcher -d sample.bayan --show 2 "$query"
    expect_status 0
    id="$(python3 -c 'import json; print(json.loads(open("answer").readlines()[1])["id"])')"
    [ "$(sed -n 's/^id  *//p' stdout)" = "$id" ]
  done
}

@test "in Arabic a statement is shown in Arabic, aligned to the right" {
  sample_index
  both bayan-searcher -d sample.bayan --show moi-2021-001 --locale ar-EG --width 60 --bidi program
  expect_status 0
  expect_stdout <<'END'
                         ﻰﺴﻧﺮﻔﻟﺍ ﺮﻴﻔﺴﻟﺍ ﻞﺒﻘﺘﺴﻳ ﻪﻴﻠﺧﺍﺪﻟﺍ ﺮﻳﺯﻭ
                              ﺔﻴﻠﺧﺍﺪﻟﺍ ﺓﺭﺍﺯﻭ · ٢٠٢١ ﻮﻴﻧﻮﻳ ١٤

   ﺮﻴﻔﺴﻟﺍ ، ﻪﻴﻠﺧﺍﺪﻟﺍ ﺮﻳﺯﻭ ﻪﻠﻟﺍﺪﺒﻋ ﻦﺑ ﻢﻟﺎﺳ ﺦﻴﺸﻟﺍ ﻲﻟﺎﻌﻣ ﻞﺒﻘﺘﺳﺍ
     ﻦﻳﺮﺤﺒﻟﺍ ﻦﻴﺑ ﻥﻭﺎﻌﺘﻟﺍ ﻪﻌﻣ ﺚﺤﺑﻭ ، ﺩﺭﺎﻧﺮﺑ ﻙﻮﻟ ﺪﻴﺴﻟﺍ ﻰﺴﻧﺮﻔﻟﺍ
                                                    . ﺎﺴﻧﺮﻓﻭ

    ﺩﺭﺎﻧﺮﺑ ﻙﻮﻟ · (ﻪﻴﻠﺧﺍﺪﻟﺍ ﺮﻳﺯﻭ) ﻪﻠﻟﺍﺪﺒﻋ ﻦﺑ ﻢﻟﺎﺳ       ﺹﺎﺨﺷﺃ
                                (ﻰﺴﻧﺮﻔﻟﺍ ﺮﻴﻔﺴﻟﺍ)
                       (BH) ﻦﻳﺮﺤﺒﻟﺍ · (FR) ﺎﺴﻧﺮﻓ         ﻝﻭﺩ
                       https://example.org/moi/1      ﺭﺪﺼﻤﻟﺍ
                       corpus/statements.jsonl#1       ﻒﻠﻤﻟﺍ
                                    moi-2021-001      ﻑﺮّﻌﻤﻟﺍ
END
}

@test "a statement in Markdown is a quotation with its source" {
  sample_index
  both bayan-searcher -d sample.bayan --show moi-2021-001 --format markdown
  expect_status 0
  expect_stdout <<'END'
> **وزير الداخليه يستقبل السفير الفرنسى**
>
> استقبل معالي الشيخ سالم بن عبدالله وزير الداخليه ، السفير الفرنسى السيد لوك برنارد ، وبحث معه التعاون بين البحرين وفرنسا .
>
> — وزارة الداخلية, 2021-06-14, [https://example.org/moi/1](<https://example.org/moi/1>)
END
}

@test "a statement in JSON is what the indexer tells of it, with body and highlights" {
  sample_index
  bayan-searcher -d sample.bayan --show moi-2021-001 --format json فرنسا >out
  bayan-indexer --dry-run corpus/statements.jsonl | head -1 >dry
  python3 - <<'END'
import json
shown, dry = json.load(open("out")), json.loads(open("dry").readline())
assert list(shown) == list(dry) + ["body", "highlights"]
assert {key: shown[key] for key in dry} == dry
assert [shown[field][begin:end] for field, begin, end in shown["highlights"]] == ["الفرنسى", "الفرنسى", "وفرنسا"]
END
}

@test "a statement that is not there is an error with what is near" {
  sample_index
  both bayan-searcher -d sample.bayan --show moi-2021
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: the index holds no statement «moi-2021»
hint: did you mean moi-2021-001?
END
  both bayan-searcher -d sample.bayan --show 99 فرنسا -n 1
  expect_status 2
  grep -q '^bayan-searcher: there is no result 99: [0-9]* were found$' stderr
  both bayan-searcher -d sample.bayan --show moi-2021-001 --format csv
  expect_status 2
}

@test "ids with commas, quotes and signs are found as they are" {
  printf '%s\n' '{"id":"=a,\"b\" 1","title":"","text":"وزير"}' >odd.jsonl
  bayan-indexer -q -d odd.bayan odd.jsonl
  both bayan-searcher -d odd.bayan --show '=a,"b" 1'
  expect_status 0
  expect_stdout <<'END'

وزير

file        odd.jsonl#1
id          =a,"b" 1
END
}

@test "what is like a statement is about the same, without itself, within the filters" {
  sample_index
  both bayan-searcher -d sample.bayan --similar moi-2021-001 -n 3 --format json
  expect_status 0
  python3 - <<'END'
import json
answer = json.load(open("stdout"))
assert answer["similar_to"] == "moi-2021-001"
ids = [result["id"] for result in answer["results"]]
assert "moi-2021-001" not in ids and len(ids) == answer["total"] == 3, ids
assert any(person["name"].startswith("سالم بن عبدالله") for person in answer["results"][0]["persons"])
END
  both bayan-searcher -d sample.bayan --similar moi-2021-001 --country MA -n 1
  expect_status 0
  [ "$(head -1 stdout)" = 'like: وزير الداخليه يستقبل السفير الفرنسى' ]
  grep -q ' MA ' stdout
}
