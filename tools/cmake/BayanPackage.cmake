# The Debian package, written by CPack: `cmake --workflow --preset package` configures, builds, tests
# and packs. Which libraries it depends on is read out of the programs by dpkg-shlibdeps.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bayan)
set(CPACK_PACKAGE_VENDOR "The Bayan developers")
set(CPACK_PACKAGE_CONTACT "The Bayan developers <bayan@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "bayan-indexer reads archives of statements, recognises the persons, countries, posts and dates
 they name, and builds a Xapian index. bayan-searcher answers ranked queries in a terminal, with
 snippets in the statements' own spelling, by words, by person and by country.")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/bayan)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/bayan)
include(CPack)
