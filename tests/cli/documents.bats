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

@test "the README's example is what the program prints" {
  sample_index
  bayan-searcher -d sample.bayan -n 1 وزير الداخليه فرنسا >out
  while IFS= read -r line; do
    [ -z "$line" ] || grep -qF -- "$line" "$BAYAN_SOURCE/README.md"
  done <out
}
