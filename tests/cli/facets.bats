load setup

@test "filters and facet counts are what a recount over all results gives, for a hundred queries" {
  sample_index
  both python3 "$BAYAN_SOURCE/tests/cli/recount_facets.py" sample.bayan 100
  expect_status 0
  expect_stdout <<<'100 queries: every filter and every count as recounted'
}

@test "every value that is listed can be pasted back as a filter" {
  sample_index
  both python3 "$BAYAN_SOURCE/tests/cli/paste_facets.py" sample.bayan
  expect_status 0
  grep -qE '^[0-9]{3,} filters, [0-9]{3,} fields$' stdout
}

@test "-n says how much of a list is shown" {
  sample_index
  both bayan-searcher -d sample.bayan --list=country -n 2 --width 60
  expect_status 0
  expect_stdout <<'END'
49 statements

country (2 of 46)
        4  Bahrain (BH)  ████████████████████████
        4  Morocco (MA)  ████████████████████████

END
}

@test "facets are bars where there is an edge, with how many values there are" {
  sample_index
  both bayan-searcher -d sample.bayan --list=country,year --facet-count 3 --width 60
  expect_status 0
  expect_stdout <<'END'
49 statements

country (3 of 46)
        4  Bahrain (BH)       ████████████████████████
        4  Morocco (MA)       ████████████████████████
        4  Saudi Arabia (SA)  ████████████████████████

year (3 of 6)
       13  2022  ████████████████████████
        7  2023  █████████████
        6  2021  ███████████

END
  both bayan-searcher -d sample.bayan --list=country --facet-count 3 --width 60 --locale ar-EG --bidi program
  expect_status 0
  expect_stdout <<'END'
                                                    ﺎﻧًﺎﻴﺑ ٤٩

                                              (٤٦ ﻦﻣ ٣) ﺔﻟﻭﺩ
██████████████████                   (BH) ﻦﻳﺮﺤﺒﻟﺍ  ٤
██████████████████                    (MA) ﺏﺮﻐﻤﻟﺍ  ٤
██████████████████  (SA) ﺔﻳﺩﻮﻌﺴﻟﺍ ﺔﻴﺑﺮﻌﻟﺍ ﺔﻜﻠﻤﻤﻟﺍ  ٤

END
}

@test "a value is found among many by words of its name" {
  sample_index
  both bayan-searcher -d sample.bayan --facets=person,country --facet-find 'بن عب' -n 1 id:moi-2021-001 --format json
  expect_status 0
  both bayan-searcher -d sample.bayan --list=country --facet-find fr
  expect_status 0
  expect_stdout <<'END'
49 statements

country
        3  France (FR)

END
  both bayan-searcher -d sample.bayan --list=month,year --facet-find 2021
  expect_status 0
  [ "$(grep -cE '^ +[0-9]+  2021' stdout)" -eq 7 ]
  both bayan-searcher -d sample.bayan --list=person --facet-find زيدان
  expect_status 1
}

@test "what belongs to facets wants some" {
  sample_index
  for option in '--facet-count 3' '--facet-find x'; do
    # shellcheck disable=SC2086 # an option and its value
    both bayan-searcher -d sample.bayan $option وزير
    expect_status 2
    expect_stderr <<'END'
bayan-searcher: --facet-count and --facet-find go with --facets or --list
hint: write for example --facets=person
END
  done
}

@test "a list goes to programs too, of the statements that match" {
  sample_index
  both bayan-searcher -d sample.bayan --list=person --country FR --format csv
  expect_status 0
  tr -d '\r' <stdout >lines
  [ "$(head -1 lines)" = facet,key,name,count ]
  grep -q '^person,لوك برنارد,لوك برنارد,1$' lines
}
