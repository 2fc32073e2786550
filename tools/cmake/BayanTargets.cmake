# The kinds of target the project has, so that a folder's CMakeLists.txt is only its list.

# bayan_library(NAME SOURCES ... [PUBLIC ...] [PRIVATE ...]): the folder's library, as bayan::NAME.
function(bayan_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(bayan_${name} STATIC ${ARG_SOURCES})
  add_library(bayan::${name} ALIAS bayan_${name})
  target_link_libraries(bayan_${name} PUBLIC bayan::options ${ARG_PUBLIC}
                        PRIVATE bayan::warnings ${ARG_PRIVATE})
endfunction()

# bayan_program(TARGET OUTPUT_NAME LIBRARY): main.cc and the folder's library.
function(bayan_program target output_name library)
  add_executable(${target} main.cc)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${output_name}
                        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  target_link_libraries(${target} PRIVATE ${library} bayan::warnings)
  if(TARGET PkgConfig::JEMALLOC)
    target_link_libraries(${target} PRIVATE PkgConfig::JEMALLOC)
  endif()
  install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# bayan_manual(TARGET PAGE.SECTION ...): pages that are built into man/ and installed with the
# programs; their sections of options and fields come from the tables of the program TARGET.
function(bayan_manual target)
  foreach(page IN LISTS ARGN)
    string(REGEX MATCH "[0-9]$" section ${page})
    set(built ${PROJECT_BINARY_DIR}/man/${page})
    add_custom_command(OUTPUT ${built}
      COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${target}>
              -D PAGE=${CMAKE_CURRENT_SOURCE_DIR}/${page} -D OUTPUT=${built}
              -P ${PROJECT_SOURCE_DIR}/tools/cmake/FillManual.cmake
      DEPENDS ${target} ${page} ${PROJECT_SOURCE_DIR}/tools/cmake/FillManual.cmake VERBATIM)
    add_custom_target(manual-${page} ALL DEPENDS ${built})
    install(FILES ${built} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
  endforeach()
endfunction()

# bayan_test(NAME SOURCES ... LIBRARIES ...): a Catch2 program, run by CTest under the label unit.
function(bayan_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE bayan_catch_main ${ARG_LIBRARIES} bayan::warnings)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS unit)
endfunction()
