#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How long it takes from the start of the program to its first painted window, beside KeePassXC, another Qt Widgets program
# of everyday use: medians of five, in turns, each with a fresh home and display, after one round that fills the caches.
#   tests/bench/startup.sh SEGUE [ROUNDS]
set -euo pipefail
segue=$(realpath -- "${1:?the program}")
rounds=${2:-5}
. "$(dirname -- "${BASH_SOURCE[0]}")/first_window.sh"

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
