# Options of the build and the two interface targets that every target of the project links.

option(BAYAN_BUILD_TESTS "Build the test programs" ON)
option(BAYAN_BUILD_BENCH "Build the measuring programs of tools/bench" OFF)
option(BAYAN_WERROR "Treat warnings as errors" OFF)
option(BAYAN_FUZZ "Build the fuzz targets with libFuzzer (clang only)" OFF)
option(BAYAN_FAULTS "Let BAYAN_FAULT stop the programs at their fault points (tests)" OFF)
set(BAYAN_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

add_library(bayan_options INTERFACE)
add_library(bayan::options ALIAS bayan_options)
target_compile_features(bayan_options INTERFACE cxx_std_20)
target_include_directories(bayan_options INTERFACE ${PROJECT_SOURCE_DIR})
if(BAYAN_FAULTS)
  target_compile_definitions(bayan_options INTERFACE BAYAN_FAULTS)
endif()
if(BAYAN_SANITIZE)
  target_compile_options(bayan_options INTERFACE -fsanitize=${BAYAN_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(bayan_options INTERFACE -fsanitize=${BAYAN_SANITIZE})
endif()
if(BAYAN_FUZZ)
  # Coverage for every library, so that the fuzzer sees into them; its main only for the targets.
  target_compile_options(bayan_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(bayan_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# -Wrestrict is off: GCC 12 sees overlaps in std::string's operator+ that are not there.
add_library(bayan_warnings INTERFACE)
add_library(bayan::warnings ALIAS bayan_warnings)
target_compile_options(bayan_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${BAYAN_WERROR}>:-Werror>)
