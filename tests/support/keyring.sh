#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The keyring of a private test bus: keyring.sh unlock|lock|stop|await
# unlock  opens it; a running daemon cannot be opened without asking a person, so it is ended and another one started
# lock    locks it, in the running daemon
# stop    ends the daemon, if there is one
# await   waits until somebody owns the keychain's name
set -euo pipefail
: "${SEGUE_TEST_BUS_ROOT:?only below with-private-bus.sh, which keeps the real keyring out of reach}"

service=org.freedesktop.secrets
password=only-for-this-test

on_bus()
{
    gdbus call --session --timeout 5 -d org.freedesktop.DBus -o /org/freedesktop/DBus -m "org.freedesktop.DBus.$1" \
        "$service" 2>/dev/null
}

has_owner()
{
    [[ $(on_bus NameHasOwner) == *true* ]]
}

default_path()
{
    gdbus call --session --timeout 5 -d "$service" -o /org/freedesktop/secrets \
        -m org.freedesktop.Secret.Service.ReadAlias default 2>/dev/null | grep -o "/[A-Za-z0-9_/]*" | head -n 1
}

is_open()
{
    [[ $(gdbus call --session --timeout 5 -d "$service" -o "$(default_path)" -m org.freedesktop.DBus.Properties.Get \
        org.freedesktop.Secret.Collection Locked 2>/dev/null) == *false* ]]
}

# await SECONDS COMMAND: until the command succeeds.
await()
{
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        if [ $SECONDS -ge $until ]; then
            return 1
        fi
        sleep 0.05
    done
}

owner_pid()
{
    on_bus GetConnectionUnixProcessID | grep -o '[0-9]*,' | tr -d ,
}

gone()
{
    # In a container nobody may collect the ended daemon; and the bus may notice its end a little later.
    { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null; } && [ "$(owner_pid)" != "$1" ]
}

stop()
{
    local pid
    # This bus is ours alone, and so is whoever owns a name on it.
    pid=$(owner_pid) || return 0
    kill "$pid" 2>/dev/null || true
    if ! await 10 gone "$pid"; then
        kill -KILL "$pid" 2>/dev/null || true
        await 10 gone "$pid"
    fi
}

unlock()
{
    # The bus may start a locked daemon of its own in between; then it goes again.
    for _ in 1 2 3 4 5; do
        stop
        printf '%s' "$password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        if await 10 has_owner && await 2 is_open; then
            return 0
        fi
    done
    echo "$0: the keyring could not be opened" >&2
    return 1
}

lock()
{
    gdbus call --session --timeout 10 -d "$service" -o /org/freedesktop/secrets -m org.freedesktop.Secret.Service.Lock \
        "[objectpath '$(default_path)']" >/dev/null
    ! is_open
}

case ${1:-} in
    unlock) unlock ;;
    lock) lock ;;
    stop) stop ;;
    await) await 20 has_owner ;;
    *)
        echo "usage: $0 unlock|lock|stop|await" >&2
        exit 2
        ;;
esac
