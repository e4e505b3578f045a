# SPDX-License-Identifier: GPL-3.0-or-later
# For scripts that measure how long a program needs to its first painted window; sourced, with the script's arguments.
# Leaves a folder of its own in SEGUE_BENCH_FOLDER, which goes with the script, and a session bus of its own around it.
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

if [ -z "${SEGUE_BENCH_FOLDER-}" ]; then
    SEGUE_BENCH_FOLDER=$(mktemp -d)
    export SEGUE_BENCH_FOLDER
    trap 'rm -rf -- "$SEGUE_BENCH_FOLDER"' EXIT
    mkdir -m 0700 "$SEGUE_BENCH_FOLDER/bus"
    # The bus starts services with its own environment, so it gets a home of its own as well.
    HOME="$SEGUE_BENCH_FOLDER/bus" XDG_RUNTIME_DIR="$SEGUE_BENCH_FOLDER/bus" dbus-run-session -- "$0" "$@"
    exit
fi

# one_start NAME COMMAND...: starts it with a fresh home and display; appends "milliseconds rss_mb pss_mb" to the file of
# that name.
one_start()
{
    local name=$1 home server=0 manager=0 display=0
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
        { echo "$0: $name showed no window" >&2; kill "$manager" "$server"; exit 1; }
    kill "$manager" "$server"
    wait "$manager" "$server" 2>/dev/null || true
}

# median NAME COLUMN
median()
{
    cut -d' ' -f"$2" "$SEGUE_BENCH_FOLDER/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
