# What Bayan needs of Debian 12's packages, and how to install it. Sourced by the other scripts.

build_packages="g++ cmake ninja-build pkg-config libxapian-dev libicu-dev libboost-program-options-dev
  libfmt-dev libexpected-dev nlohmann-json3-dev libarchive-dev libzstd-dev libxxhash-dev
  libjemalloc-dev libxml2-dev libpugixml-dev libpoppler-cpp-dev libseccomp-dev zlib1g-dev libdeflate-dev"
test_packages="catch2 librapidcheck-dev bats xapian-tools python3 zip groff-base fish zsh"

# Installs the packages given that are missing; as root directly, else with sudo.
install_packages() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "installing:$missing"
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 # the list is meant to be split
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
