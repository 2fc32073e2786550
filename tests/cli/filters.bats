load setup

# How many statements the sample index holds with these filters.
total() {
  both bayan-searcher -d sample.bayan --all -n 1 --format json "$@"
  python3 -c 'import json; print(json.load(open("stdout"))["total"])'
}

@test "each filter and its not- part the statements between them" {
  sample_index
  all="$(total --facets=year)"
  while IFS='|' read -r option not_option value; do
    with="$(total "$option" "$value")"
    without="$(total "$not_option" "$value")"
    echo "$option: $with and $without of $all"
    [ "$with" -gt 0 ] && [ "$without" -gt 0 ] && [ $((with + without)) -eq "$all" ]
  done <<'ROWS'
--person|--not-person|سالم بن عبد الله
--country|--not-country|FR
--position|--not-position|وزير الداخلية
--issuer|--not-issuer|وزارة الداخلية
--path|--not-path|corpus/texts
--date|--not-date|2022
ROWS
  # The sample statements name no body that is recognised yet: an unknown one is an error.
  for option in --org --not-org ; do
    both bayan-searcher -d sample.bayan "$option" زحل
    expect_status 2
    grep -q '^hint: ' stderr
  done
}

@test "a path is a file, an archive, a member or a folder" {
  sample_index
  [ "$(total --path corpus/texts/2022/interior-paris.txt)" -eq 1 ]
  [ "$(total --path corpus/archive.zip)" -gt "$(total --path 'corpus/archive.zip!/crawl-2.json')" ]
  both bayan-searcher -d sample.bayan --path interior-paris
  expect_status 2
  expect_stderr <<'END'
bayan-searcher: the index holds no file or folder «interior-paris»
hint: did you mean corpus/texts/2022/interior-paris.txt?
END
}
