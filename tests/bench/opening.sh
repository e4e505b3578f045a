#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How long it takes to the first painted window over an empty journal, one of a million and one of ten million events:
# medians, in turns, after one round that fills the caches.
#   tests/bench/opening.sh SEGUE FILL_JOURNAL MILLION [ROUNDS]
set -euo pipefail
segue=$(realpath -- "${1:?the program}") fill=$(realpath -- "${2:?fill_journal}") million=$(realpath -- "${3:?a journal}")
rounds=${4:-7}
. "$(dirname -- "${BASH_SOURCE[0]}")/first_window.sh"

ten=$(dirname -- "$million")/ten-million
"$here/fill.sh" "$fill" "$ten" 10000000
for name in empty million ten-million; do
    mkdir -m 0700 "$SEGUE_BENCH_FOLDER/data-$name"
    # Nothing shall be too much or too old, or it would go while we measure.
    printf '[journal]\nkeepEntries=0\nkeepMegabytes=0\nkeepDays=0\n' >"$SEGUE_BENCH_FOLDER/data-$name/settings.ini"
done
cp -- "$million"/journal.sqlite* "$SEGUE_BENCH_FOLDER/data-million/"
cp --reflink=auto -- "$ten"/journal.sqlite* "$SEGUE_BENCH_FOLDER/data-ten-million/"

for round in $(seq 0 "$rounds"); do
    for name in empty million ten-million; do
        one_start "$name" "$segue" --data-dir "$SEGUE_BENCH_FOLDER/data-$name"
    done
    if [ "$round" -eq 0 ]; then
        rm "$SEGUE_BENCH_FOLDER/empty" "$SEGUE_BENCH_FOLDER/million" "$SEGUE_BENCH_FOLDER/ten-million"
    fi
done

printf '%-12s %18s %10s %10s %10s\n' journal "first window (ms)" "to empty" "RSS (MB)" "PSS (MB)"
for name in empty million ten-million; do
    awk -v name="$name" -v ms="$(median $name 1)" -v base="$(median empty 1)" -v rss="$(median $name 2)" -v pss="$(median $name 3)" \
        'BEGIN { printf "%-12s %18s %10.2f %10s %10s\n", name, ms, ms / base, rss, pss }'
done
