# cmake -D PROGRAM=… -D PAGE=… -D OUTPUT=… -P FillManual.cmake
# Writes PAGE to OUTPUT with each line «.\" @NAME@» replaced by what «PROGRAM --describe NAME» prints.
file(READ "${PAGE}" text)
string(REGEX MATCHALL "@[a-z-]+@" marks "${text}")
foreach(mark IN LISTS marks)
  string(REPLACE "@" "" name "${mark}")
  execute_process(COMMAND "${PROGRAM}" --describe "${name}"
                  OUTPUT_VARIABLE section COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE ".\\\" ${mark}\n" "${section}" text "${text}")
endforeach()
file(WRITE "${OUTPUT}" "${text}")
