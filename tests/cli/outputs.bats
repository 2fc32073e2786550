load setup

@test "CSV is one table with a row a statement, as RFC 4180 wants it" {
  sample_index
  both bayan-searcher -d sample.bayan --format csv id:moi-2021-001
  expect_status 0
  tr -d '\r' <stdout >lines
  diff -u - lines <<'END'
rank,score,id,date,issuer,title,snippet,persons,positions,countries,location,url
1,0.0000,moi-2021-001,2021-06-14,وزارة الداخلية,وزير الداخليه يستقبل السفير الفرنسى,استقبل معالي الشيخ سالم بن عبدالله وزير الداخليه ، السفير الفرنسى السيد لوك برنارد ، وبحث معه التعاون بين البحرين وفرنسا .,سالم بن عبدالله آل منصور; لوك برنارد,وزير الداخليه; السفير الفرنسى,FR; BH,corpus/statements.jsonl#1,https://example.org/moi/1
END
  [ "$(grep -c $'\r$' stdout)" -eq 2 ]
}

@test "the option --bom puts a byte order mark before a table, and goes with tables alone" {
  sample_index
  both bayan-searcher -d sample.bayan -n 1 --format csv --bom وزير
  expect_status 0
  [ "$(head -c 3 stdout | od -An -tx1 | tr -d ' ')" = efbbbf ]
  both bayan-searcher -d sample.bayan --bom وزير
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: --bom goes with --format csv or tsv alone
hint: take it away
END
}

@test "a formula in a statement is text in a spreadsheet" {
  printf '%s\n' '{"id":"=1+1","title":"@SUM(A1)","text":"-2+3 وزير \"a\", b","source":"+x"}' >formula.jsonl
  bayan-indexer -q -d formula.bayan formula.jsonl
  for format in csv tsv; do
    bayan-searcher -d formula.bayan --format $format وزير >out
    python3 - $format <<'END'
import csv, sys
rows = list(csv.DictReader(open("out", newline=""), dialect="excel" if sys.argv[1] == "csv" else "excel-tab"))
assert len(rows) == 1, rows
assert [rows[0][key] for key in ("id", "title", "issuer", "snippet")] == \
    ["'=1+1", "'@SUM(A1)", "'+x", "'-2+3 وزير \"a\", b"], rows
END
  done
}

@test "facets are a table of their own in CSV and TSV" {
  sample_index
  both bayan-searcher -d sample.bayan --facets=year,country --country FR --format tsv
  expect_status 0
  expect_stdout <<'END'
facet	key	name	count
year	2020	2020	1
year	2021	2021	1
country	BH	البحرين	4
country	MA	المغرب	4
country	SA	المملكة العربية السعودية	4
country	FR	فرنسا	3
country	JP	اليابان	3
country	AT	النمسا	2
country	DE	ألمانيا	2
country	OM	عُمان	2
country	TN	تونس	2
country	AE	الإمارات العربية المتحدة	1
END
}

@test "Markdown quotes a statement with its source" {
  sample_index
  both bayan-searcher -d sample.bayan --facets=year --format markdown id:moi-2021-001
  expect_status 0
  expect_stdout <<'END'
> **وزير الداخليه يستقبل السفير الفرنسى**
>
> استقبل معالي الشيخ سالم بن عبدالله وزير الداخليه ، السفير الفرنسى السيد لوك برنارد ، وبحث معه التعاون بين البحرين وفرنسا .
>
> — وزارة الداخلية, 2021-06-14, [https://example.org/moi/1](<https://example.org/moi/1>)

| year | |
|---|---:|
| 2021 | 1 |

END
}

@test "a file of queries prints no table" {
  printf '1\tوزير\n' >queries.tsv
  both bayan-searcher -d sample.bayan --queries queries.tsv --format csv
  expect_status 2
  grep -q '^bayan-searcher: --queries prints no csv, tsv or markdown$' stderr
}

@test "JSON has the keys that the manual describes, and no other" {
  sample_index
  bayan-searcher -d sample.bayan -n 1 --facets=country --format json 'وزير الداخليه فرنسا' >out
  python3 - <<'END'
import json
answer = json.load(open("out"))
assert list(answer) == ["version", "query", "match", "total", "exact", "with_all_words",
                        "suggestions", "results", "facets", "facet_sizes"], list(answer)
result = answer["results"][0]
assert list(result) == ["rank", "id", "score", "title", "date", "issuer", "location", "url",
                        "persons", "countries", "similar", "older", "sources", "snippet"], list(result)
assert list(result["persons"][0]) == ["key", "name", "position"]
assert list(result["snippet"]) == ["text", "highlights"]
marked = [result["snippet"]["text"][a:b] for a, b in result["snippet"]["highlights"]]
assert "وفرنسا" in marked and "الداخليه" in marked, marked
assert list(answer["facets"]["country"][0]) == ["key", "name", "count"]
END
}
