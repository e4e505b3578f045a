#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a session bus of its own, in a home of its own, with a keychain in a known state:
#   with-private-bus.sh unlocked|locked|none|silent COMMAND [ARGUMENT…]
# unlocked  a real keyring, open
# locked    the same, locked, and no window can be opened that asks for its password
# none      a bus on which there is no keychain and none can be started
# silent    a bus on which somebody owns the keychain's name and never answers (needs SEGUE_MUTE_SERVICE)
# The command sees SEGUE_TEST_BUS_MODE, SEGUE_TEST_BUS_ROOT (everything below it goes at the end) and SEGUE_TEST_KEYRING,
# a script that opens, locks or ends the keyring while the command runs. The exit status is the command's.
set -euo pipefail

if [ $# -lt 2 ]; then
    echo "usage: $0 unlocked|locked|none|silent COMMAND [ARGUMENT...]" >&2
    exit 2
fi
mode=$1
shift
support=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

bus=()
case $mode in
    unlocked) ;;
    locked) unset DISPLAY WAYLAND_DISPLAY ;;
    none) bus=("--config-file=$support/no-secret-service.conf") ;;
    silent)
        bus=("--config-file=$support/no-secret-service.conf")
        : "${SEGUE_MUTE_SERVICE:?the path of the program mute_service}"
        ;;
    *)
        echo "$0: unknown mode $mode" >&2
        exit 2
        ;;
esac

# In /tmp whatever TMPDIR says: the path of a socket has little room.
root=$(mktemp -d /tmp/segue-bus-XXXXXXXX)
inner=
finish()
{
    if [ -n "$inner" ] && [ -s "$root/inner.pid" ]; then
        kill -TERM "$(cat "$root/inner.pid")" 2>/dev/null || true
        wait "$inner" || true
    fi
    rm -rf "$root"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Before the bus starts as well: a service that the bus starts gets the environment of the bus.
mkdir -m 0700 "$root"/{home,config,data,cache,state,run}
export HOME=$root/home XDG_CONFIG_HOME=$root/config XDG_DATA_HOME=$root/data XDG_CACHE_HOME=$root/cache
export XDG_STATE_HOME=$root/state XDG_RUNTIME_DIR=$root/run
unset DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS DBUS_STARTER_BUS_TYPE GNOME_KEYRING_CONTROL GNOME_KEYRING_PID
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION
export SEGUE_TEST_BUS_MODE=$mode SEGUE_TEST_BUS_ROOT=$root SEGUE_TEST_KEYRING=$support/keyring.sh

dbus-run-session "${bus[@]}" -- "$support/with-keyring.sh" "$mode" "$@" <&0 &
inner=$!
status=0
wait "$inner" || status=$?
inner=
exit "$status"
