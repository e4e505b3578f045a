#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How long it takes from the start of the program to its first painted window, beside KeePassXC, another Qt Widgets program
# of everyday use: medians of five, in turns, each with a fresh home and display, after one round that fills the caches.
#   tests/bench/startup.sh SEGUE [ROUNDS]
set -euo pipefail
segue=$(realpath -- "${1:?the program}")
rounds=${2:-5}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

if [ -z "${SEGUE_BENCH_FOLDER-}" ]; then
    SEGUE_BENCH_FOLDER=$(mktemp -d)
    export SEGUE_BENCH_FOLDER
    trap 'rm -rf -- "$SEGUE_BENCH_FOLDER"' EXIT
    mkdir -m 0700 "$SEGUE_BENCH_FOLDER/bus"
    # The bus starts services with its own environment, so it gets a home of its own as well.
    HOME="$SEGUE_BENCH_FOLDER/bus" XDG_RUNTIME_DIR="$SEGUE_BENCH_FOLDER/bus" dbus-run-session -- "${BASH_SOURCE[0]}" "$segue" "$rounds"
    exit
fi

display=0
# one_start NAME COMMAND...: appends "milliseconds rss_mb pss_mb" to the file of that name.
one_start()
{
    local name=$1 home server=0 manager=0
    shift
    home=$(mktemp -d "$SEGUE_BENCH_FOLDER/home.XXXXXX")
    mkfifo "$home/display"
    Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -fbdir "$home" 3<>"$home/display" >/dev/null 2>&1 &
    server=$!
    read -r display <>"$home/display"
    DISPLAY=:$display openbox >/dev/null 2>&1 &
    manager=$!
    sleep 0.5
    HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home" \
        DISPLAY=:$display LC_ALL=C.UTF-8 python3 "$here/first_window.py" "$home/Xvfb_screen0" "$@" >>"$SEGUE_BENCH_FOLDER/$name" ||
        { echo "startup: $name showed no window" >&2; kill "$manager" "$server"; exit 1; }
    kill "$manager" "$server"
    wait "$manager" "$server" 2>/dev/null || true
}

# median NAME COLUMN
median()
{
    cut -d' ' -f"$2" "$SEGUE_BENCH_FOLDER/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

for round in $(seq 0 "$rounds"); do
    one_start segue "$segue"
    one_start keepassxc keepassxc
    if [ "$round" -eq 0 ]; then
        rm "$SEGUE_BENCH_FOLDER/segue" "$SEGUE_BENCH_FOLDER/keepassxc"
    fi
done

printf '%-10s %18s %10s %10s\n' program "first window (ms)" "RSS (MB)" "PSS (MB)"
for name in segue keepassxc; do
    printf '%-10s %18s %10s %10s\n' "$name" "$(median $name 1)" "$(median $name 2)" "$(median $name 3)"
done
awk -v a="$(median segue 1)" -v b="$(median keepassxc 1)" -v c="$(median segue 3)" -v d="$(median keepassxc 3)" \
    'BEGIN { printf "segue / keepassxc: %.2f of the time, %.2f of the memory (PSS)\n", a / b, c / d }'
