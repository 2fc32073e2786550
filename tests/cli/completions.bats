load setup

# What bash offers for a line, one candidate a line.
bash_completes() {
  bash -c '
    compopt() { :; }  # only allowed while bash itself completes
    source "$1/common/cli/completions/bayan.bash"
    COMP_LINE=$2 COMP_POINT=${#2}
    _bayan_complete
    printf "%s\n" "${COMPREPLY[@]}"' _ "$BAYAN_SOURCE" "$1"
}

@test "every option of --help is completed" {
  for program in bayan-indexer bayan-searcher; do
    "$program" --help | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u >helped
    "$program" --complete -- | cut -f1 | tr -d = | sort -u >completed
    diff -u helped completed
  done
}

@test "values are completed behind the option and behind its equals sign" {
  [ "$(bayan-searcher --complete --format js | cut -f1 | paste -sd' ')" = "json jsonl" ]
  [ "$(bayan-searcher --complete --format=tr | cut -f1)" = "--format=trec" ]
  [ "$(bayan-searcher --complete --queries '')" = ":files" ]
  [ "$(bayan-indexer --complete -d '')" = ":folders" ]
  [ "$(bayan-indexer --complete arch)" = ":files" ]
}

@test "a value that an option offers is one that it takes" {
  sample_index
  for option in $(bayan-searcher --complete -- | cut -f1 | grep '=$'); do
    for value in $(bayan-searcher --complete "$option" | cut -f1 | grep -v '^:' | grep -v ' '); do
      both bayan-searcher -d sample.bayan "$value" وزير
      [ "$status" -le 1 ] || { echo "$value"; cat stderr; return 1; }
    done
  done
}

@test "names come out of the index, the most frequent first" {
  sample_index
  bayan-searcher --complete -d sample.bayan --person 'سالم بن' | head -1 | grep -q '^سالم بن عبدالله'
  [ "$(bayan-searcher --complete -d sample.bayan --country فرن | cut -f1)" = فرنسا ]
  [ "$(bayan-searcher --complete -d sample.bayan --country DE,Fra | cut -f1)" = DE,France ]
  [ "$(bayan-searcher --complete -d sample.bayan دول | cut -f1)" = دولة: ]
  bayan-searcher --complete -d sample.bayan 'شخص:سال' | cut -f1 | grep -qx 'شخص:"سالم بن عبدالله آل منصور"'
  both bayan-searcher --complete -d nowhere.bayan --person س
  expect_status 0
  [ ! -s stdout ]
}

@test "bash completes options, values and names" {
  sample_index
  export BAYAN_INDEX=sample.bayan
  [ "$(bash_completes 'bayan-searcher --form')" = "--format=" ]
  [ "$(bash_completes 'bayan-searcher --format=jsonl')" = "jsonl" ]
  [ "$(bash_completes 'bayan-searcher --format jsonl')" = "jsonl" ]
  [ "$(bash_completes 'bayan-searcher country:FR')" = "France" ]
  [ "$(bash_completes 'bayan-indexer --reb')" = "--rebuild" ]
  bash_completes 'bayan-searcher --person سالم\ بن\ عبدالله' | grep -q '^سالم\\ بن\\ عبدالله\\ آل\\ منصور$'
}

@test "fish completes options, values and names" {
  command -v fish >/dev/null || skip "fish is not installed"
  sample_index
  export BAYAN_INDEX=sample.bayan HOME=$PWD
  fish_completes() { fish -c 'source $argv[1]/common/cli/completions/bayan.fish; complete -C $argv[2]' "$BAYAN_SOURCE" "$1" | cut -f1; }
  [ "$(fish_completes 'bayan-searcher --form')" = "--format=" ]
  [ "$(fish_completes 'bayan-searcher --format=jsonl')" = "--format=jsonl" ]
  [ "$(fish_completes 'bayan-searcher --country فرن')" = فرنسا ]
}

@test "zsh completes options, values and names" {
  command -v zsh >/dev/null || skip "zsh is not installed"
  sample_index
  export BAYAN_INDEX=sample.bayan HOME=$PWD
  cat >complete.zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1='> '; fpath=($BAYAN_SOURCE/common/cli/completions \$fpath); autoload -U compinit; compinit -u -D; compdef _bayan bayan-searcher"
zpty -w -n shell $'bayan-searcher --form\t\tjsonl\t \C-x=\C-aecho =\C-m'
for i in {1..150}; do
  sleep 0.2
  while zpty -r -t shell more; do out+=$more; done
  [[ $out == *--format=jsonl* ]] && break
done
print -r -- $out
END
  zsh -f complete.zsh >seen
  grep -q -- '--format=jsonl' seen
}
