#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Segment's own client for Node sends events to `segue receive`: each is there once, its properties byte for byte.
#   analytics_node.sh FOLDER SEGUE COUNT FLUSH_AT|default calm|faults|impatient
# faults: the receiver plays each of its faults to 6 of 100 requests. impatient: it answers as many late, and the client
# does not wait for them.
# The client is fetched into FOLDER by npm once; without npm the exit status is 77, which ctest shows as skipped.
set -euo pipefail
folder=$1 segue=$2 count=$3 flush=$4 way=$5
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
version=3.1.0
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    echo "Skipped: this test needs node and npm, which are not installed (apt install npm)." >&2
    exit 77
fi
mkdir -p "$folder"
exec 9> "$folder/lock"
flock 9
if [ ! -e "$folder/fetched-$version" ]; then
    # Apart from everything that npm would find of its own accord, and without running what packages bring along.
    if ! timeout 300 npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier \
        "@segment/analytics-node@$version" > "$folder/npm.log" 2>&1; then
        echo "Skipped: npm could not fetch @segment/analytics-node@$version:" >&2
        tail -n 5 "$folder/npm.log" >&2
        exit 77
    fi
    touch "$folder/fetched-$version"
fi
flock -u 9

home=$(mktemp -d /tmp/segue-client-XXXXXXXX)
trap 'kill $(jobs -p) 2> /dev/null || true; wait || true; rm -rf -- "$home"' EXIT
# No bus: nothing of the desktop is asked.
export XDG_RUNTIME_DIR="$home" DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus" LC_ALL=C.UTF-8
mkdir -m 0700 "$home/data"
case $way in
    calm) ;;
    faults) faults='tooMany=6\nretryAfterSeconds=1\nserverError=6\ndelay=6\ndelaySeconds=1\nreset=6' ;;
    impatient) faults='delay=6\ndelaySeconds=5' patience=3000 ;;
esac
printf '[faults]\n%b\n' "${faults-}" > "$home/data/settings.ini"
"$segue" receive --port 0 --data-dir "$home/data" > "$home/printed" 2> "$home/messages" &
receiver=$!
for _ in $(seq 600); do
    grep -q 'http://127' "$home/messages" && break
    kill -0 "$receiver" || { cat "$home/messages" >&2; exit 1; }
    sleep 0.1 # between two looks
done
address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$home/messages" | head -n 1)
export NODE_PATH="$folder/node_modules"
node "$here/analytics_node.js" "$address" "$count" "$flush" ${patience:+"$patience"} > "$home/client"
kill -TERM "$receiver"
wait "$receiver"
node "$here/analytics_node.js" expected "$count" - > "$home/expected"
"$segue" log --format ndjson --output "$home/log" --data-dir "$home/data"
/usr/bin/python3 "$here/analytics_node_check.py" "$home/expected" "$home/log" "$home/client" "$way"
