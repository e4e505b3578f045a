#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command as a person's desktop would: a display with a window manager, a private bus with a keychain in the given
# state (see with-private-bus.sh) and the accessibility bus on:
#   with-window.sh unlocked|locked|none|silent COMMAND [ARGUMENT…]
set -euo pipefail
support=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mode=$1
shift
# The locked mode takes the display away, so that nothing can ask for the password; the window wants it back.
exec xvfb-run --auto-servernum --server-args="-screen 0 1280x860x24 -dpi 96 -nolisten tcp" \
    bash -c 'export SEGUE_TEST_DISPLAY=$DISPLAY; exec "$@"' with-window \
    "$support/with-private-bus.sh" "$mode" \
    bash -c 'export DISPLAY=$SEGUE_TEST_DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
        openbox >/dev/null 2>&1 &
        manager=$!
        status=0
        "$@" || status=$?
        kill "$manager" 2>/dev/null || true
        exit "$status"' with-window "$@"
