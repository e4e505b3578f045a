# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Sourced by run.sh and test.sh: installs what is missing on Debian 12 and builds the release preset. Everything that is
# said goes to standard error, so that the output of `./run.sh log --json` stays clean.

segue_say()
{
    printf 'segue: %s\n' "$*" >&2
}

segue_fail()
{
    segue_say "$*"
    exit 3
}

# "package: why it is needed"
SEGUE_BUILD_PACKAGES=(
    "g++: compiler"
    "cmake: build system"
    "ninja-build: runs the build"
    "pkgconf: finds zstd"
    "qt6-base-dev: Qt Core, Network, DBus, Gui, Widgets, Test"
    "qt6-svg-dev: Qt Svg, for the icons"
    "qt6-tools-dev: Qt LinguistTools for CMake"
    "qt6-l10n-tools: lupdate and lrelease, for the translations"
    "qt6-translations-l10n: translations of Qt's own texts"
    "qtkeychain-qt6-dev: the operating system's keychain"
    "libsecret-1-0: the Secret Service, loaded by QtKeychain when it runs"
    "libsqlite3-dev: the journal"
    "libzstd-dev: compressed payloads in the journal"
    "zlib1g-dev: gzip bodies in the receiver"
    "libsimdjson-dev: takes JSON apart without changing it"
    "libboost-dev: Boost.Beast, the HTTP server"
    "ca-certificates: https to Segment and Pushwoosh"
    "fonts-dejavu-core: letters, where no other font is installed"
)

SEGUE_TEST_PACKAGES=(
    "dbus: a private bus for the keychain tests"
    "gnome-keyring: a real keychain"
    "libsecret-tools: looks into that keychain from outside"
    "libglib2.0-bin: gdbus, to lock that keychain"
    "xvfb: a display for the window tests"
    "xauth: access to that display"
    "openbox: a window manager for that display"
    "xdotool: finds and clicks the window"
    "at-spi2-core: the accessibility bus"
    "python3: drives the window"
    "python3-gi: the accessibility bus in Python"
    "gir1.2-atspi-2.0: the accessibility bus in Python"
    "openssl: certificates for the https tests"
    "procps: looks at the program from outside"
    "desktop-file-utils: checks the desktop entry"
    "appstream: checks the AppStream metainfo"
)

# Debian 12, and what says that it is built upon it.
segue_is_debian_12()
(
    [ -r /etc/os-release ] || exit 1
    # shellcheck disable=SC1091
    . /etc/os-release
    [ "${ID-} ${VERSION_ID-}" = "debian 12" ] || { [[ " ${ID_LIKE-} " == *" debian "* ]] && [ "${DEBIAN_CODENAME:-${VERSION_CODENAME-}}" = bookworm ]; }
)

# The lines of the given list whose package is not installed.
segue_missing()
{
    local installed line
    # dpkg-query fails when one package is unknown, and still answers for the others.
    installed=" $(dpkg-query --show --showformat '${db:Status-Abbrev}${Package}\n' "${@%%:*}" 2>/dev/null |
        sed -n 's/^ii //p' | tr '\n' ' ')" || true
    for line in "$@"; do
        [[ "$installed" == *" ${line%%:*} "* ]] || printf '%s\n' "$line"
    done
}

segue_apt_get()
{
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            as_root=(sudo)
        fi
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
        "$@" </dev/null >&2
}

# Another program may hold apt's lists, for which apt itself does not wait.
segue_apt_get_patiently()
{
    segue_apt_get "$@" && return
    segue_say "apt-get $1 failed; once more in 20 seconds."
    sleep 20
    segue_apt_get "$@"
}

segue_can_become_root()
{
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null || return 1
    # Without a terminal sudo could only ask nobody for a password.
    sudo -n true 2>/dev/null || [ -t 2 ]
}

# Installs what is missing of the given "package: why" lines. Needs neither root nor network when nothing is.
segue_install()
{
    local missing line
    if ! segue_is_debian_12; then
        segue_say "this system is not Debian 12: nothing is installed, the build goes on with the tools that are here."
        return
    fi
    mapfile -t missing < <(segue_missing "$@")
    [ ${#missing[@]} -eq 0 ] && return
    segue_say "these Debian packages are missing and will be installed:"
    for line in "${missing[@]}"; do
        printf '  %-22s %s\n' "${line%%:*}" "${line#*: }" >&2
    done
    segue_can_become_root ||
        segue_fail "installing them needs root, and sudo is not usable here. As root: apt-get install --no-install-recommends ${missing[*]%%:*}"
    segue_apt_get_patiently update || segue_say "the package lists could not be renewed; trying with those that are here."
    segue_apt_get_patiently install --no-install-recommends "${missing[@]%%:*}" ||
        segue_fail "the packages could not be installed; see apt-get's message above."
}

# One compiler per processor, and no more than the memory carries (1 GB each).
segue_jobs()
{
    local processors gigabytes
    processors=$(nproc 2>/dev/null || echo 2)
    gigabytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || echo 2)
    if [ "$gigabytes" -lt 1 ]; then
        gigabytes=1
    fi
    echo $((processors < gigabytes ? processors : gigabytes))
}

# segue_configure [always]: makes build/release, or renews it.
segue_configure()
{
    local arguments=(--preset release) source
    if [ -f build/release/CMakeCache.txt ]; then
        source=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' build/release/CMakeCache.txt)
        if [ "$source" != "$(pwd -P)" ] && [ "$source" != "$PWD" ]; then
            segue_say "this folder has been moved: the build starts afresh."
            arguments+=(--fresh)
        elif [ "${1-}" != always ] && [ -f build/release/build.ninja ]; then
            return
        fi
    fi
    # Another compiler may warn of more than the one the code was written with.
    segue_is_debian_12 || arguments+=(-DSEGUE_WARNINGS_AS_ERRORS=OFF)
    command -v cmake >/dev/null || segue_fail "cmake is not here. Segue needs CMake 3.25, Ninja, a C++20 compiler and Qt 6.4."
    cmake "${arguments[@]}" >&2
}

# segue_build [target …]
segue_build()
{
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cmake --build --preset release --parallel "$(segue_jobs)" "${targets[@]}" >&2
}
