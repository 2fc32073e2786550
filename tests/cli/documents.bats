load setup

@test "every folder named in ARCHITECTURE.md is there" {
  for folder in $(grep -oE '^## `[a-z/]+`' "$BAYAN_SOURCE/ARCHITECTURE.md" | tr -d '#` '); do
    [ -d "$BAYAN_SOURCE/$folder" ]
  done
}

@test "includes never go backwards" {
  cd "$BAYAN_SOURCE"
  order="base text entity statement index"
  lower=""
  for folder in $order; do
    for above in $order; do
      case " $lower $folder " in *" $above "*) continue ;; esac
      ! grep -rn "#include \"common/$above/" "common/$folder"
    done
    lower="$lower $folder"
  done
  ! grep -rn '#include "\(indexer\|searcher\)/' common
  ! grep -rn '#include "searcher/' indexer
  ! grep -rn '#include "indexer/' searcher
  ! grep -rln 'xapian.h' common/base common/text common/entity common/statement
}

@test "no source holds an invisible control" {
  cd "$BAYAN_SOURCE"
  ! grep -rnP '[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FEFF}]' \
    common indexer searcher tests tools --include=*.cc --include=*.h --include=*.bats
}

@test "the sample zip is what its sources make" {
  cp corpus/archive.zip before.zip
  python3 corpus/make_archive.py
  cmp before.zip corpus/archive.zip
}

@test "the README's examples are what the program prints" {
  sample_index
  export BAYAN_INDEX=sample.bayan
  # A command behind «$», and what stands indented under it.
  python3 - "$BAYAN_SOURCE/README.md" <<'END'
import re, subprocess, sys
text = open(sys.argv[1], encoding="utf-8").read()
examples = re.findall(r"^    \$ (.+)\n((?:(?:    (?!\$ ).*)?\n)+)", text, re.M)
assert len(examples) >= 6, len(examples)
for command, shown in examples:
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    lines = [line[4:] for line in shown.rstrip("\n").split("\n")]
    assert [""] + done.stdout.rstrip("\n").split("\n") == lines, (command, done.stdout, done.stderr)
END
}

@test "the README's commands are understood" {
  sample_index
  export BAYAN_INDEX=sample.bayan
  grep -E '^    bayan-searcher ' "$BAYAN_SOURCE/README.md" >commands
  [ "$(wc -l <commands)" -ge 15 ]
  while IFS= read -r command; do
    status=0
    bash -c "$command" >stdout 2>stderr </dev/null || status=$?
    # Of whom the sample statements do not know: an error of the query, not of the options.
    [ "$status" -le 1 ] || grep -q 'the index names no' stderr || { echo "$command"; cat stderr; return 1; }
  done <commands
}

manual_pages() { find "$BAYAN_BIN/../man" -name '*.[157]'; }

@test "the manual pages are well formed and refer to each other alone" {
  [ "$(manual_pages | wc -l)" -ge 4 ]
  for page in $(manual_pages); do
    groff -Kutf8 -mdoc -Tutf8 -ww -z "$page" 2>warnings
    [ ! -s warnings ] || { cat warnings; return 1; }
    grep -oE '^\.Xr [a-z-]+ [0-9]' "$page" | while read -r _ name section; do
      [ -n "$(manual_pages | grep "/$name.$section$")" ] || { echo "$page: $name($section)"; return 1; }
    done
  done
  cd "$BAYAN_SOURCE"
  for name in $(grep -rhoE 'bayan-[a-z]+\([0-9]\)' common indexer searcher README.md | sort -u); do
    [ -n "$(manual_pages | grep "/${name%(*}.${name:${#name}-2:1}$")" ] || { echo "$name"; return 1; }
  done
}

@test "the manual pages name every option of --help, and no other" {
  for program in bayan-indexer bayan-searcher; do
    page="$(manual_pages | grep "/$program.1$")"
    "$program" --help | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u >helped
    grep '^\.It' "$page" | grep -oE 'Fl -[a-z-]+' | sed 's/^Fl -/--/' | sort -u >written
    [ "$(wc -l <helped)" -gt 8 ]
    diff -u helped written
  done
}

@test "every option of --help is used in some test of the programs" {
  cd "$BAYAN_SOURCE/tests"
  cat cli/*.bats cli/*.py cli/*.bash faults/*.py >"$BATS_TEST_TMPDIR/tests"
  for program in bayan-indexer bayan-searcher; do
    "$program" --help | grep -oE '^ +(-[a-z], )?--[a-z-]+' | while read -r letter option; do
      [ -n "$option" ] || option=$letter
      letter=${letter%,}
      # «-n» stands for «--count».
      grep -qE "$program.* $letter |[ '\"({|]$option([]= ',\")|]|\$)" "$BATS_TEST_TMPDIR/tests" ||
        echo "$program $option"
    done >"$BATS_TEST_TMPDIR/untested"
    [ ! -s "$BATS_TEST_TMPDIR/untested" ] || { cat "$BATS_TEST_TMPDIR/untested"; return 1; }
  done
}

@test "every terminal that decides how Arabic is sent is written down, and no picture is missing" {
  cd "$BAYAN_SOURCE"
  grep -oE 'TriedTerminal\{"[A-Za-z-]+' common/cli/bidi_mode.cc | sed 's/.*"//' >"$BATS_TEST_TMPDIR/names"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/names")" -ge 8 ]
  while read -r name; do grep -qE "^\| $name" searcher/doc/terminals.md; done <"$BATS_TEST_TMPDIR/names"
  for picture in $(grep -ohE 'pictures/[a-z-]+\.png' searcher/doc/terminals.md | sort -u); do
    [ -f "searcher/doc/$picture" ]
  done
}
