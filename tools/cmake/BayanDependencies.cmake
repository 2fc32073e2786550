# Every external library as a target. Debian 12's packages are enough; tools/quickstart and
# tools/test name them.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(LibArchive REQUIRED)
find_package(ZLIB REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(pugixml REQUIRED)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)

# Xapian's package file sets variables and no target: wrapped once, here.
find_package(Xapian 1.4 REQUIRED)
add_library(bayan_xapian INTERFACE)
add_library(xapian::xapian ALIAS bayan_xapian)
target_include_directories(bayan_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(bayan_xapian INTERFACE ${XAPIAN_LIBRARIES})

# Xapian allocates a string for each term it buffers; with jemalloc an index costs some 7 % fewer
# CPU-seconds (tools/bench/INDEX-FORMAT.md).
# Sanitizers bring an allocator of their own.
if(NOT BAYAN_SANITIZE)
  pkg_check_modules(JEMALLOC IMPORTED_TARGET jemalloc)
endif()

if(BAYAN_BUILD_TESTS)
  find_package(Catch2 2.13 REQUIRED)
  find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
  find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
  find_program(BATS_PROGRAM bats REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
