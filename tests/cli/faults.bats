load setup

# What the machine does to a run: each is told, and leaves a sound index.

records() { for i in $(seq "$1" "$2"); do printf '{"id":"%s","title":"بيان رقم %s","text":"%s"}\n' "$i" "$i" "نص البيان رقم $i عن خطة الطرق في محافظة المدينة $RANDOM $RANDOM"; done; }
expect_sound() { bayan-indexer -d "$1" --check >/dev/null; }
expect_total() { grep -q ": $1 statements\$" stderr || { cat stderr; return 1; }; }

# A small file system of its own, where that may be made.
small_disk() {
  mkdir disk
  mount -t tmpfs -o "size=$1" tmpfs disk 2>/dev/null || skip "no file system can be mounted here"
}
teardown() { umount disk 2>/dev/null || true; }

# Starts a program that stops at a fault point (common/base/fault_point.h), and waits until it has.
paused() {
  grep -q '^BAYAN_FAULTS:BOOL=ON$' "$BAYAN_BUILD/CMakeCache.txt" || skip "built without fault points"
  BAYAN_PAUSE=$1 "${@:2}" >stdout 2>stderr &
  paused_process=$!
  for _ in $(seq 600); do
    grep -q '^State:.T' "/proc/$paused_process/status" && return
    sleep 0.05
  done
  echo "never came to $1" && return 1
}
go_on() {
  kill -CONT "$paused_process"
  status=0
  wait "$paused_process" || status=$?
}

@test "a full disk is told, the published index stays, the next run goes on" {
  small_disk 900k
  records 1 20 >a.jsonl
  records 21 4000 >b.jsonl
  bayan-indexer -q -d disk/a.bayan a.jsonl
  both bayan-indexer -d disk/a.bayan b.jsonl
  expect_status 4
  grep -q 'No space left on device' stderr
  grep -q '^hint: make room on the disk' stderr
  expect_sound disk/a.bayan
  [ "$(bayan-searcher -d disk/a.bayan --format json بيان | grep -o '"total":[0-9]*')" = '"total":20' ]
  mount -o remount,size=100m disk
  both bayan-indexer -d disk/a.bayan b.jsonl
  expect_status 0
  expect_total 4,000
  expect_sound disk/a.bayan
}

@test "a limit on the size of files is told, in the middle of a batch, and loses nothing" {
  records 1 20 >a.jsonl
  records 21 4000 >b.jsonl
  bayan-indexer -q -d a.bayan a.jsonl
  # Whatever table of Xapian's meets the limit, and wherever in it.
  for blocks in 420 450 480 500 510 530; do
    (ulimit -f "$blocks"; both bayan-indexer -j 2 -d a.bayan b.jsonl; echo "$status" >status)
    [ "$(cat status)" = 4 ]
    grep -qE 'File too large|it could not write' stderr
    grep -q '^hint: make room on the disk' stderr
    expect_sound a.bayan
  done
  both bayan-indexer -d a.bayan b.jsonl
  expect_status 0
  expect_total 4,000
  expect_sound a.bayan
}

@test "a folder that is read-only is told, and can be searched" {
  small_disk 10m
  records 1 20 >a.jsonl
  bayan-indexer -q -d disk/a.bayan a.jsonl
  mount -o remount,ro disk
  both bayan-indexer -d disk/a.bayan a.jsonl
  expect_status 4
  expect_stderr <<'END'
bayan-indexer: disk/a.bayan/lock: cannot be written (Read-only file system)
hint: check the folder's permissions
END
  both bayan-indexer -d disk/b.bayan a.jsonl
  expect_status 4
  grep -q '^bayan-indexer: disk/b.bayan: the folder cannot be made (Read-only file system)$' stderr
  expect_sound disk/a.bayan
  bayan-searcher -d disk/a.bayan بيان | grep -q '^20 statements$'
}

@test "a second indexer on one index says so and stops" {
  mkfifo input
  bayan-indexer -q -d a.bayan - <input &
  first=$!
  exec 7>input
  for _ in $(seq 600); do [ -s a.bayan/lock ] && break; sleep 0.05; done
  records 1 3 >a.jsonl
  both bayan-indexer -d a.bayan a.jsonl
  records 4 6 >&7
  exec 7>&-
  wait "$first"
  expect_status 4
  grep -q "another program is writing to this index" stderr
  grep -q '^hint: ' stderr
  expect_sound a.bayan
  bayan-searcher -d a.bayan بيان | grep -q '^3 statements$'
}

@test "a source that is gone costs itself alone" {
  mkdir in
  records 1 3 >in/a.jsonl
  ln -s nowhere in/b.jsonl
  both bayan-indexer -d a.bayan in gone.jsonl
  expect_status 3
  grep -q '^bayan-indexer: gone.jsonl: ' stderr
  expect_total 3
  expect_sound a.bayan
}

@test "a file that grows while it is read is told and read again" {
  records 1 3000 >a.jsonl
  paused file-opened bayan-indexer -d a.bayan a.jsonl
  printf '{"id":"x","text":"بيان يكتب الآن"}\n' >>a.jsonl
  go_on
  expect_status 3
  grep -q 'changed while it was read' stderr
  expect_sound a.bayan
  both bayan-indexer -d a.bayan a.jsonl
  expect_status 0
  expect_total 3,001
}

@test "terms and names longer than Xapian takes lose nothing beside them" {
  python3 - <<'END' >a.jsonl
import json
long_word = "س" * 9000
for number in range(1, 4):
    print(json.dumps({"id": str(number), "text": "بيان قصير"}, ensure_ascii=False))
print(json.dumps({"id": "i" * 5000, "title": long_word, "source": f"{long_word} {long_word}",
                  "text": f"بيان قال الوزير محمد بن {long_word} وزير {long_word}"}, ensure_ascii=False))
for number in range(4, 7):
    print(json.dumps({"id": str(number), "text": "بيان قصير"}, ensure_ascii=False))
END
  both bayan-indexer -d a.bayan a.jsonl
  expect_status 0
  expect_total 7
  expect_sound a.bayan
  bayan-searcher -d a.bayan بيان | grep -q '^7 statements$'
}
