load setup

@test "formats and containers of one folder give their statements with their places" {
  mkdir -p mixed && cd mixed
  cp "$BAYAN_SOURCE"/tests/data/office/libreoffice.docx "$BAYAN_SOURCE"/tests/data/pdf/cairo.pdf .
  printf '<html lang=ar><title>زيارة رسمية - موقع</title><h1>زيارة رسمية</h1><p>نص البيان' >a.html
  printf 'title;text\nبيان;نص\n' >b.csv
  gzip -c b.csv >c.csv.gz
  cd ..
  tar czf all.tar.gz mixed
  both bayan-indexer --dry-run all.tar.gz
  expect_status 0
  grep -oE '"location":"[^"]*"' stdout | sort >places
  diff -u - places <<'EXPECTED'
"location":"all.tar.gz!/mixed/a.html"
"location":"all.tar.gz!/mixed/b.csv#1"
"location":"all.tar.gz!/mixed/c.csv.gz#1"
"location":"all.tar.gz!/mixed/cairo.pdf"
"location":"all.tar.gz!/mixed/libreoffice.docx"
EXPECTED
}

@test "Windows-1256 and UTF-8 of one statement are one" {
  printf 'زيارة وزير\n\nاستقبل السيد جان مارتيل وزير الصحة في باريس وفدا من البحرين.\n' >a.txt
  bayan-indexer --dry-run a.txt >utf8
  iconv -f utf-8 -t windows-1256 a.txt >b.txt && mv b.txt a.txt
  bayan-indexer --dry-run a.txt >windows
  cmp utf8 windows
}

@test "a bad --limit, --format or --include is told" {
  both bayan-indexer --dry-run --limit depth=x a.txt
  expect_status 2
  expect_stderr <<'EXPECTED'
bayan-indexer: --limit: «x» is no value of depth
hint: write for example --limit document=256M,depth=2
EXPECTED
  both bayan-indexer --dry-run --format doc a.txt
  expect_status 2
  grep -q '^bayan-indexer: --format: «doc» is no format that is read$' stderr
}

@test "a bomb is stopped, told, and the others are read" {
  head -c 120000000 /dev/zero | tr '\0' ' ' >bomb.txt
  zip -q bomb.zip bomb.txt && rm bomb.txt
  printf 'عنوان\n\nمتن\n' >good.txt
  both bayan-indexer --dry-run bomb.zip good.txt
  expect_status 3
  grep -qE '^bayan-indexer: bomb.zip!/bomb.txt: (unpacks to more than 250 times its size|is larger than 64 MB)' stderr
  grep -q '"id":"good.txt"' stdout
}

@test "Windows-1256 and UTF-8 of one statement give the same tokens, entities and snippet" {
  mkdir utf8 cp1256
  printf 'وزير الصحة يستقبل السفير الفرنسي\n\nاستقبل معالي الدكتور سامي بن راشد المطيري وزير الصحة في مكتبه بالمنامة يوم 12 مايو 2021 سفير فرنسا، وبحثا التعاون في مجال المستشفيات.\n' >utf8/a.txt
  iconv -f utf-8 -t windows-1256 utf8/a.txt >cp1256/a.txt
  for way in utf8 cp1256; do
    (cd "$way" && bayan-indexer --dry-run a.txt >../"$way.dry" && bayan-indexer -q -d a.bayan a.txt &&
      bayan-searcher -d a.bayan --format json --facets 'المستشفيات' >../"$way.found" &&
      xapian-delve -a -1 a.bayan >../"$way.terms" 2>/dev/null || true)
  done
  grep -q '"persons":\[{' utf8.dry
  diff utf8.dry cp1256.dry
  diff utf8.found cp1256.found
  diff utf8.terms cp1256.terms
}
