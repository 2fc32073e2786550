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
on_terminal() { timeout 20 script -qec "$1" /dev/null </dev/null; }

@test "on a terminal answers go through the pager, unless --no-pager says otherwise" {
  sample_index
  export BAYAN_PAGER='sed s/^/paged:/' TERM=dumb
  on_terminal 'bayan-searcher -d sample.bayan -n 1 فرنسا' | grep -q '^paged:'
  on_terminal 'bayan-searcher -d sample.bayan -n 1 --no-pager فرنسا' >out
  grep -q . out
  ! grep -q '^paged:' out
}
