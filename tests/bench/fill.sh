#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a journal of generated events, unless it is there: fill.sh FILL_JOURNAL FOLDER EVENTS [NDJSON]
set -euo pipefail
fill=${1:?the program} folder=${2:?the folder} events=${3:?how many} lines=${4-}
if [ -e "$folder/complete" ] && { [ -z "$lines" ] || [ -e "$lines" ]; }; then
    exit
fi
rm -rf -- "$folder"
mkdir -m 0700 -p -- "$folder"
"$fill" "$folder" "$events" ${lines:+"$lines"}
touch -- "$folder/complete"
