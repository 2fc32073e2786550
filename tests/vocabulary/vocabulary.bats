load ../cli/setup

@test "each word of the sample statements is itself, hamza seats meet, what matches is matched" {
  sample_index
  both "$BAYAN_CHECK" sample.bayan
  cat stdout
  expect_status 0
}
