#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of with-private-bus.sh that runs on the private bus: brings the keychain into its state, runs the command, and
# ends whatever it started.
set -euo pipefail
: "${SEGUE_TEST_BUS_ROOT:?run by with-private-bus.sh}"

mode=$1
shift
mute=
command=
finish()
{
    if [ -n "$command" ]; then
        kill "$command" 2>/dev/null || true
        wait "$command" 2>/dev/null || true
    fi
    if [ -n "$mute" ]; then
        kill "$mute" 2>/dev/null || true
    fi
    "$SEGUE_TEST_KEYRING" stop
}
trap finish EXIT
trap 'exit 143' TERM INT HUP
echo $$ > "$SEGUE_TEST_BUS_ROOT/inner.pid"

case $mode in
    unlocked) "$SEGUE_TEST_KEYRING" unlock ;;
    locked)
        "$SEGUE_TEST_KEYRING" unlock
        "$SEGUE_TEST_KEYRING" lock
        ;;
    silent)
        "$SEGUE_MUTE_SERVICE" org.freedesktop.secrets &
        mute=$!
        export SEGUE_TEST_MUTE_PID=$mute
        "$SEGUE_TEST_KEYRING" await
        ;;
esac

"$@" <&0 &
command=$!
status=0
wait "$command" || status=$?
command=
exit "$status"
