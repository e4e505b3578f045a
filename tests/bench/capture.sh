#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Durable capture: `wrk` with 16 connections on the same cores posts calls of Segment's API to `segue receive`, which
# answers after the commit, and in the same run to a Node service that only reads. Medians of five runs:
#   tests/bench/capture.sh SEGUE [SECONDS [RUNS]]
set -euo pipefail
segue=$(realpath -- "${1:?the program}") seconds=${2:-5} runs=${3:-5}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf -- "$home"' EXIT

node "$here/read_sink.js" >"$home/sink" &
export XDG_RUNTIME_DIR="$home" DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus"
"$segue" receive --port 0 --quiet --data-dir "$home/data" >"$home/events" 2>"$home/messages" &
receiver=$!
until grep -q ^port "$home/sink" && grep -q 'http://127' "$home/messages"; do sleep 0.1; done
sink=$(sed -n 's/^port //p' "$home/sink")
port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$home/messages" | head -1)

# once URL BODY: events a second, failures, 99th percentile of the latency in ms
once() {
    wrk -t2 -c16 -d"$seconds"s -s "$here/post.lua" "$1" -- "$2" |
        awk -v batch="$3" '/^result/ { printf "%d %d %s\n", $2 / $3 * 1e6 * batch, $4, $5 }'
}
median() { sort -n | awk '{ value[NR] = $0 } END { print value[int((NR + 1) / 2)] }'; }

printf '%-10s %18s %18s %8s %12s %9s\n' 'a request' 'Segue, events/s' 'Node sink, ev./s' ratio '99 %, ms' failures
for batch in 1 15 100; do
    "$here/capture_body.py" "$batch" >"$home/body"
    path=$([ "$batch" = 1 ] && echo /v1/track || echo /v1/batch)
    for ((run = 0; run < runs; run++)); do
        once "http://127.0.0.1:$port$path" "$home/body" "$batch" >>"$home/segue-$batch"
        once "http://127.0.0.1:$sink$path" "$home/body" "$batch" >>"$home/node-$batch"
    done
    ours=$(cut -d' ' -f1 "$home/segue-$batch" | median)
    theirs=$(cut -d' ' -f1 "$home/node-$batch" | median)
    awk -v batch="$batch" -v ours="$ours" -v theirs="$theirs" -v late="$(cut -d' ' -f3 "$home/segue-$batch" | median)" \
        -v failed="$(cut -d' ' -f2 "$home/segue-$batch" | paste -sd+ | bc)" \
        'BEGIN { printf "%-10s %18d %18d %8.2f %12s %9d\n", batch, ours, theirs, ours / theirs, late, failed }'
done
ps -o rss=,time= -p "$receiver" | awk '{ printf "memory %d MB, CPU %s\n", $1 / 1024, $2 }'
kill -TERM "$receiver"
wait "$receiver"
