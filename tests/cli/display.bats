load setup

@test "--links always links a page and a file, never leaves them plain" {
  sample_index
  bayan-searcher -d sample.bayan --links always --show moi-2021-001 | sed -n '/^source/,/^file/p' >out
  diff -u - out <<END
source      $(printf '\e]8;;https://example.org/moi/1\e\\')https://example.org/moi/1$(printf '\e]8;;\e\\')
file        $(printf '\e]8;;file://%s/corpus/statements.jsonl\e\\' "$PWD")corpus/statements.jsonl#1$(printf '\e]8;;\e\\')
END
  both bayan-searcher -d sample.bayan --links never --show moi-2021-001
  ! grep -q $'\e' stdout
}

# What a terminal would show of a command line.
# Skips the test where the machine gives no pseudo-terminals (a bare chroot, say).
needs_terminal() { script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no pseudo-terminals here'; }
on_terminal() { timeout 20 script -qec "$1" /dev/null </dev/null; }

@test "on a terminal answers go through the pager, unless --no-pager says otherwise" {
  needs_terminal
  sample_index
  export BAYAN_PAGER='sed s/^/paged:/' TERM=dumb
  on_terminal 'bayan-searcher -d sample.bayan -n 1 فرنسا' | grep -q '^paged:'
  on_terminal 'bayan-searcher -d sample.bayan -n 1 --no-pager فرنسا' >out
  grep -q . out
  ! grep -q '^paged:' out
}

# Answers on a terminal, typed beforehand, to what a command line asks.
answered() { printf '%s\n' "$1" | timeout 20 script -qec "$2" /dev/null | tr -d '\r'; }

@test "on a terminal the program asks which of several is meant" {
  needs_terminal
  cat >few.jsonl <<'END'
{"id": "1", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية ."}
{"id": "2", "text": "وصل معالي الشيخ طارق بن حسن السالمي وزير الداخلية اليوم ."}
{"id": "3", "text": "وصل السيد سعد بن حسن السالمي وزير التجارة ."}
END
  bayan-indexer -q -d few.bayan few.jsonl
  export TERM=dumb COLUMNS=200
  local command='bayan-searcher -d few.bayan --no-pager --bidi terminal --links never'
  answered 2 "$command --person Salmi" >out
  grep -qx 'several are named «Salmi»:' out
  grep -qx '   1  طارق بن حسن السالمي (2 statements, وزير الداخلية)' out
  grep -qx '   2  سعد بن حسن السالمي (1 statement, وزير التجارة)' out
  grep -q '^which one? 1 to 2, or nothing for none: ' out
  grep -q '1 statement$' out
  grep -q 'few.jsonl#3' out
  answered 1 "$command --together person:Salmi,person:طارق" | grep -q '2 statements$'
  answered 1 "$command --entity Salmi" | grep -q 'person · 2 statements'
  answered 1 "$command --person Salmi,=سعد" | grep -q 'the index names no person «سعد»'
  # Nothing chosen, or nonsense, is what it is where nobody can be asked.
  for answer in '' 3 x; do
    answered "$answer" "$command --person Salmi; echo status \$?" >out
    grep -q '^hint: write more of the name, or =NAME: ' out
    grep -qx 'status 2' out
  done
  # Nobody is asked about a query, behind --quiet, or where the answer goes into a file.
  answered 1 "$command person:Salmi" >out
  ! grep -q 'which one' out
  answered 1 "$command --quiet --person Salmi" >out
  ! grep -q 'which one' out
  answered 1 "$command --person Salmi >file" >out
  ! grep -q 'which one' out
}

@test "errors speak the language of --locale, before that the environment's" {
  sample_index
  both bayan-searcher -d sample.bayan --locale ar --country فرنصا
  expect_status 2
  grep -q '^bayan-searcher: لا توجد دولة باسم «فرنصا»$' stderr
  LC_ALL=ar_EG.UTF-8 both bayan-searcher --widht 3
  expect_status 2
  grep -q '^bayan-searcher: لا يوجد خيار --widht$' stderr
}

@test "what is wrong with the options is told in the language that they ask for" {
  for locale in '--locale ar' '--locale=ar-MA'; do
    # shellcheck disable=SC2086 # an option and its value
    both bayan-searcher $locale --sort best وزير
    expect_status 2
    expect_stderr <<'END'
bayan-searcher: --sort لا يعرف «best»
تلميح: القيم الممكنة: relevance, newest, oldest
END
  done
}

@test "every message has its Arabic" {
  both python3 "$BAYAN_SOURCE/tests/cli/untranslated.py" "$BAYAN_SOURCE"
  expect_stdout <<<'every message has its Arabic'
}

@test "errors too are ordered, joined and broken as the terminal needs it" {
  needs_terminal
  sample_index
  export TERM=xterm XTERM_VERSION='XTerm(379)' COLUMNS=60
  on_terminal 'stty cols 60; bayan-searcher -d sample.bayan --locale ar --country فرنصا' | tr -d '\r' >out
  diff -u - out <<'END'
bayan-searcher: «ﺎﺼﻧﺮﻓ» ﻢﺳﺎﺑ ﺔﻟﻭﺩ ﺪﺟﻮﺗ ﻻ
؟ﺎﺴﻧﺮﻓ ﺪﺼﻘﺗﺃ :ﺢﻴﻤﻠﺗ
END
  # A terminal that orders by itself shows the end of the query at the left.
  unset XTERM_VERSION
  VTE_VERSION=7006 on_terminal 'bayan-searcher -d sample.bayan "وزير دولة:فرنصا"' | tr -d '\r' | grep -qx '  ^^^^^^^^^^'
}

@test "less is told that it shows UTF-8" {
  needs_terminal
  sample_index
  export BAYAN_PAGER='printf "%s\n" "charset $LESSCHARSET"; cat >/dev/null' LESS=X TERM=dumb
  on_terminal 'bayan-searcher -d sample.bayan -n 1 فرنسا' | tr -d '\r' | grep -qx 'charset utf-8'
}
