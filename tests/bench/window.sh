#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a measurement of the window on a display of its own, over a copy of a journal:
#   tests/bench/window.sh PROGRAM WHAT FOLDER [ARGUMENT…], as bench_window and bench_attack have them
set -euo pipefail
bench=$(realpath -- "${1:?the program}") what=${2:?what is measured} folder=${3:?the journal}
shift 3
home=$(mktemp -d)
server=0
trap '[ "$server" = 0 ] || kill "$server"; rm -rf -- "$home"' EXIT
mkdir -m 0700 "$home/data"
cp -- "$folder"/journal.sqlite* "$home/data/"
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3<>"$home/display" >/dev/null 2>&1 &
server=$!
read -r display <>"$home/display"
# No bus: nothing of the desktop shall be asked.
HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/share" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home" \
    DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus" DISPLAY=:$display QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 \
    "$bench" "$what" "$home/data" "$@"
