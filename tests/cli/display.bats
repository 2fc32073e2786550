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

@test "errors speak the language of --locale, before that the environment's" {
  sample_index
  both bayan-searcher -d sample.bayan --locale ar --country فرنصا
  expect_status 2
  grep -q '^bayan-searcher: لا توجد دولة باسم «فرنصا»$' stderr
  LC_ALL=ar_EG.UTF-8 both bayan-searcher --widht 3
  expect_status 2
  grep -q '^bayan-searcher: لا يوجد خيار --widht$' stderr
}

@test "less is told that it shows UTF-8" {
  needs_terminal
  sample_index
  export BAYAN_PAGER='printf "%s\n" "charset $LESSCHARSET"; cat >/dev/null' LESS=X TERM=dumb
  on_terminal 'bayan-searcher -d sample.bayan -n 1 فرنسا' | tr -d '\r' | grep -qx 'charset utf-8'
}
