# Shared by the program tests: a folder of the test's own, the programs on PATH, a sample index.
setup() {
  # Real archives, where the machine has them; BAYAN_SHARED=/nowhere skips the tests that read them.
  shared=${BAYAN_SHARED:-$BAYAN_SOURCE/../shared}
  PATH="$BAYAN_BIN:$PATH"
  unset BAYAN_INDEX NO_COLOR CLICOLOR_FORCE
  export LC_ALL=C.UTF-8
  cd "$BATS_TEST_TMPDIR"
  cp -r "$BAYAN_SOURCE/corpus" .
}

# Runs a command; standard output and error go to files of these names, the status to $status.
both() {
  status=0
  "$@" >stdout 2>stderr || status=$?
}

expect_status() { [ "$status" -eq "$1" ] || { echo "status $status"; cat stdout stderr; return 1; }; }
expect_stderr() { diff -u - stderr; }
expect_stdout() { diff -u - stdout; }
sample_index() { bayan-indexer -q -d sample.bayan corpus/texts corpus/statements.jsonl corpus/archive.zip; }

# How many statements sample_index holds: those of the gold but for the hard cases.
sample_count() { grep -vc '"statement": "cases.jsonl#' corpus/gold.jsonl; }
