#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian package in a clean Debian 12 and looks whether it works there: lintian, missing libraries, version,
# demo, window. Needs root, debootstrap and the network.
#   installer/check-package.sh [PACKAGE.deb]        without a package it builds one from build/release
# SEGUE_CHECK_FOLDER (default /var/tmp/segue-package-check) keeps the clean system for the next time.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

folder=${SEGUE_CHECK_FOLDER:-/var/tmp/segue-package-check}
mirror=${SEGUE_CHECK_MIRROR:-http://deb.debian.org/debian}

fail()
{
    printf 'check-package: %s\n' "$*" >&2
    exit 1
}

[ "$(id -u)" -eq 0 ] || fail "needs root, for chroot."
command -v debootstrap >/dev/null || fail "needs debootstrap: apt-get install debootstrap"

package=${1-}
if [ -z "$package" ]; then
    cpack --preset deb >/dev/null
    package=$(find build/packages -name 'segue_*.deb' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)
fi
[ -f "$package" ] || fail "no such package: $package"
package=$(realpath -- "$package")

# The mounts made below are seen by this process alone and vanish with it, so that no clean-up can reach the real /dev.
if [ -z "${SEGUE_CHECK_OWN_MOUNTS-}" ]; then
    SEGUE_CHECK_OWN_MOUNTS=1 exec unshare --mount --propagation private --fork -- "${BASH_SOURCE[0]}" "$package"
fi

if command -v lintian >/dev/null; then
    echo "== lintian"
    # Who distributes the package gives an address of its own (SEGUE_MAINTAINER); this one is nobody's on purpose.
    lintian --allow-root --fail-on error,warning --suppress-tags \
        initial-upload-closes-no-bugs,bogus-mail-host,bogus-mail-host-in-debian-changelog "$package"
fi

if [ ! -e "$folder/base/etc/debian_version" ]; then
    echo "== a clean Debian 12 in $folder/base"
    mkdir -p "$folder"
    debootstrap --variant=minbase bookworm "$folder/base.new" "$mirror" >"$folder/debootstrap.log"
    mv "$folder/base.new" "$folder/base"
fi

root=$(mktemp -d "$folder/run.XXXXXX")
cleanup()
{
    umount -R "$root" 2>/dev/null || true
    mountpoint -q "$root/system/proc" || rm -rf -- "$root"
}
trap cleanup EXIT
mkdir "$root/system"
cp -a --reflink=auto "$folder/base/." "$root/system"
for each in proc dev; do
    mount --rbind "/$each" "$root/system/$each"
done
cp "$package" "$root/system/var/tmp/segue.deb"
cp /etc/resolv.conf "$root/system/etc/resolv.conf" 2>/dev/null || true

inside()
{
    chroot "$root/system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
as_person()
{
    inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/person XDG_RUNTIME_DIR=/home/person/run "$@"
}

echo "== install, without what is only recommended"
inside apt-get -q update >"$root/apt.log"
inside apt-get -q -y install --no-install-recommends /var/tmp/segue.deb >>"$root/apt.log" 2>&1 ||
    { tail -20 "$root/apt.log" >&2; fail "the package cannot be installed."; }
inside useradd --create-home --uid 1000 person
inside install -d -m 0700 -o person -g person /home/person/run

echo "== libraries"
if inside ldd /usr/bin/segue | grep 'not found'; then
    fail "a library is missing."
fi
for plugin in tls/libqopensslbackend.so platforms/libqxcb.so iconengines/libqsvgicon.so; do
    inside sh -c "ls /usr/lib/*/qt6/plugins/$plugin" >/dev/null || fail "the plug-in $plugin is missing."
done
inside sh -c 'ls /usr/lib/*/libsecret-1.so.0' >/dev/null || fail "libsecret is missing."

echo "== segue --version"
as_person segue --version

echo "== segue demo"
as_person segue demo | tee "$root/demo.txt"
[ "$(grep -c -w confirmed "$root/demo.txt")" -ge 7 ] || fail "the demo did not confirm its seven events."

echo "== receiver's unit"
unit=/usr/lib/systemd/user/segue.service
inside test -f "$unit" || fail "the unit is missing."
line=$(inside sed -n 's/^ExecStart=//p' "$unit")
[ "$line" = "/usr/bin/segue receive --quiet" ] || fail "the unit starts something else: $line"
if command -v systemd-analyze >/dev/null; then
    sed "s|=/usr/bin/segue|=$root/system/usr/bin/segue|" "$root/system$unit" >"$root/segue.service"
    # It complains of a word that it does not know without a failure of its own.
    said=$(XDG_RUNTIME_DIR=$root systemd-analyze --user --man=no verify "$root/segue.service" 2>&1) ||
        fail "the unit is not well formed: $said"
    [ -z "$said" ] || fail "the unit is not well formed: $said"
fi
# Its line, as the unit runs it: it listens, answers, and ends in order when it is asked to.
# shellcheck disable=SC2086
as_person timeout --preserve-status --signal=TERM 20 $line --port 8765 >"$root/receive.txt" 2>&1 &
receiver=$!
for _ in $(seq 100); do
    grep -q 8765 "$root/receive.txt" && break
    sleep 0.2
done
as_person bash -c 'exec 3<>/dev/tcp/127.0.0.1/8765
printf "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nConnection: close\r\n\r\n" >&3; cat <&3' | grep -q '"status":"ok"' ||
    fail "the receiver does not answer."
wait "$receiver" || fail "the receiver did not end in order."

echo "== window"
status=0
as_person env QT_QPA_PLATFORM=offscreen timeout --preserve-status --signal=TERM 8 segue 2>"$root/window.log" || status=$?
cat "$root/window.log"
# Asked to stop, it ends in order; 143 would be the signal itself.
[ "$status" -eq 0 ] || fail "the window ended with $status."
if grep -qiE 'cannot open|could not load|error while loading' "$root/window.log"; then
    fail "the window misses a file."
fi
as_person sh -c 'test "$(stat -c %a ~/.local/share/segue)" = 700' || fail "the data folder is open to others."

echo "== removal"
inside apt-get -q -y purge segue >>"$root/apt.log" 2>&1
left=$(inside sh -c 'find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /var \) -prune -o -name "*segue*" -print')
[ -z "$left" ] || fail "left behind: $left"
echo "check-package: all is well"
