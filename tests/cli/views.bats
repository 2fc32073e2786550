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
                                    moi-2021-001      ﻑﺮﻌﻤﻟﺍ
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
  grep -q ' Morocco ' stdout
}

@test "a timeline is a row a year of its months, by the width" {
  sample_index
  both bayan-searcher -d sample.bayan --timeline --width 60
  expect_status 0
  expect_stdout <<'END'
49 statements

                 1  2  3  4  5  6  7  8  9  10 11 12
        2  2019                       ▃▃▃·········▃▃▃
        4  2020  ···▃▃▃▃▃▃···············▆▆▆·········
        6  2021  ▃▃▃···▃▃▃···▃▃▃▃▃▃······▃▃▃···▃▃▃···
       13  2022  ▃▃▃▃▃▃▃▃▃···███▆▆▆▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃···
        7  2023  ···▃▃▃▃▃▃▃▃▃▃▃▃···▃▃▃······▃▃▃▃▃▃···
        6  2024  ▃▃▃▃▃▃······▃▃▃·········▃▃▃▃▃▃▃▃▃
       11  without a date

END
  both bayan-searcher -d sample.bayan --timeline --width 40 --locale ar-EG --bidi program
  expect_status 0
  expect_stdout <<'END'
                                ﺎﻧًﺎﻴﺑ ٤٩

           ▃···▃         ٢٠١٩  ٢
           ···▆·····▃▃·  ٢٠٢٠  ٤
           ·▃·▃··▃▃·▃·▃  ٢٠٢١  ٦
           ·▃▃▃▃▃▆█·▃▃▃  ٢٠٢٢  ١٣
           ·▃▃··▃·▃▃▃▃·  ٢٠٢٣  ٧
            ▃▃▃···▃··▃▃  ٢٠٢٤  ٦
                     ﺦﻳﺭﺎﺗ ﻼﺑ  ١١

END
}

@test "a short timeline is a row a month, a timeline of years a row a year" {
  sample_index
  both bayan-searcher -d sample.bayan --timeline --since 2021-05 --until 2021-09 --width 60
  expect_status 0
  expect_stdout <<'END'
3 statements

        1  2021-05  ████████████████████████████████████████
        1  2021-06  ████████████████████████████████████████
        0  2021-07
        0  2021-08
        1  2021-09  ████████████████████████████████████████

END
  both bayan-searcher -d sample.bayan --timeline=year --country MA --width 60
  expect_status 0
  expect_stdout <<'END'
4 statements

        1  2019  ████████████████████████████████████████
        0  2020
        0  2021
        1  2022  ████████████████████████████████████████
        0  2023
        1  2024  ████████████████████████████████████████
        1  without a date

END
}

@test "a timeline goes to programs too, beside statements where they are asked for" {
  sample_index
  both bayan-searcher -d sample.bayan --timeline=year --country MA --format tsv
  expect_status 0
  expect_stdout <<'END'
facet	key	name	count
year	2019	2019	1
year	2020	2020	0
year	2021	2021	0
year	2022	2022	1
year	2023	2023	0
year	2024	2024	1
END
  both bayan-searcher -d sample.bayan --timeline=year --country MA --format json -n 1
  expect_status 0
  python3 - <<'JSON'
import json
answer = json.load(open("stdout"))
timeline = answer["timeline"]
assert timeline["unit"] == "year" and len(answer["results"]) == 1
assert sum(period["count"] for period in timeline["periods"]) + timeline["undated"] == answer["total"]
JSON
}

@test "statements that name several stand under their years, whatever kind the names are of" {
  sample_index
  both bayan-searcher -d sample.bayan --together 'سالم بن عبدالله,فرنسا' --width 80
  expect_status 0
  expect_stdout <<'END'
سالم بن عبدالله آل منصور + France
2 statements

        1  2021  ████████████████████████████████████████
        1  without a date

2021
1. وزير الداخليه يستقبل السفير الفرنسى
   2021-06-14 · وزارة الداخلية · France, Bahrain · سالم بن عبدالله آل منصور ·
   لوك برنارد
   استقبل معالي الشيخ سالم بن عبدالله وزير الداخليه ، السفير الفرنسى السيد لوك
   برنارد ، وبحث معه التعاون بين البحرين وفرنسا .
   corpus/statements.jsonl#1

without a date
2. وزير الداخلية يبحث التعاون الأمني في باريس
   France, Bahrain · سالم بن عبدالله آل منصور · جان مارتيل · يوسف بن علي الناصري
   · طارق بن حسن السالمي
   في إطار الزيارة الرسمية ، عقد الفريق معالي الشيخ سالم بن عبد الله آل منصور
   وزير الداخلية ، اجتماعا مع سعادة السيد جان مارتيل مدير عام الشرطة الوطنية.
   corpus/texts/2022/interior-paris.txt

END
  both bayan-searcher -d sample.bayan --together 'FR,BH' --format json --facets=country
  expect_status 0
  python3 - <<'JSON'
import json
answer = json.load(open("stdout"))
assert answer["together"] == [{"field": "country", "name": "فرنسا"}, {"field": "country", "name": "البحرين"}]
assert all({"FR", "BH"} <= set(result["countries"]) for result in answer["results"]) and answer["results"]
assert sum(period["count"] for period in answer["timeline"]["periods"]) + answer["timeline"]["undated"] == answer["total"]
counts = {value["key"]: value["count"] for value in answer["facets"]["country"]}
assert counts["FR"] == counts["BH"] == answer["total"], counts
JSON
  both bayan-searcher -d sample.bayan --together FR
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: --together wants two names or more
hint: write for example --together FR,BH
END
}
