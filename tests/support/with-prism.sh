#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command beside Prism, an HTTP server that answers as an OpenAPI file says and refuses what the file does not allow:
#   with-prism.sh FOLDER OPENAPI COMMAND [ARGUMENT…]
# Prism is fetched into FOLDER by npm once. The command sees SEGUE_PRISM_URL. The exit status is the command's; 77, which
# ctest shows as skipped, when there is no npm or it cannot fetch.
set -euo pipefail

if [ $# -lt 3 ]; then
    echo "usage: $0 FOLDER OPENAPI COMMAND [ARGUMENT...]" >&2
    exit 2
fi
folder=$1
openapi=$2
shift 2
version=5.16.0
prism=$folder/node_modules/@stoplight/prism-cli/dist/index.js

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    echo "Skipped: this test needs node and npm, which are not installed (apt install npm)." >&2
    exit 77
fi
mkdir -p "$folder"
if [ ! -e "$folder/fetched-$version" ]; then
    # Apart from everything that npm would find of its own accord, and without running what packages bring along.
    if ! timeout 300 npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier \
        "@stoplight/prism-cli@$version" > "$folder/npm.log" 2>&1; then
        echo "Skipped: npm could not fetch @stoplight/prism-cli@$version:" >&2
        tail -n 5 "$folder/npm.log" >&2
        exit 77
    fi
    touch "$folder/fetched-$version"
fi

log=$(mktemp /tmp/segue-prism-XXXXXXXX)
server=
finish()
{
    if [ -n "$server" ]; then
        kill "$server" 2> /dev/null || true
        wait "$server" 2> /dev/null || true
    fi
    rm -f "$log"
}
trap finish EXIT
node "$prism" mock -h 127.0.0.1 -p 0 "$openapi" > "$log" 2>&1 &
server=$!

url=
for _ in $(seq 600); do
    url=$(grep -o 'listening on http://127\.0\.0\.1:[0-9]*' "$log" | grep -o 'http.*' || true)
    if [ -n "$url" ]; then
        break
    fi
    if ! kill -0 "$server" 2> /dev/null; then
        echo "Prism ended before it listened:" >&2
        cat "$log" >&2
        exit 1
    fi
    sleep 0.1
done
if [ -z "$url" ]; then
    echo "Prism does not listen after a minute:" >&2
    cat "$log" >&2
    exit 1
fi
status=0
SEGUE_PRISM_URL=$url "$@" || status=$?
if [ "$status" -ne 0 ]; then
    echo "What Prism says:" >&2
    tail -n 40 "$log" >&2
fi
exit "$status"
