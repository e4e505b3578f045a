#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Segue and opens its window. Further words are handed to the program: ./run.sh log
set -euo pipefail
caller_folder=$PWD
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
. installer/setup.sh

packages=("${SEGUE_BUILD_PACKAGES[@]}")
if [ -n "${WAYLAND_DISPLAY-}" ] && [ -z "${DISPLAY-}" ]; then
    packages+=("qt6-wayland: windows on Wayland")
fi
segue_install "${packages[@]}"
segue_configure
segue_build segue

program=$PWD/build/release/ui/segue
cd -- "$caller_folder"
if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-}" ]; then
    case "${1-}" in
    "" | --data-dir | --data-dir=* | --theme | --theme=*)
        segue_say "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so this is the demonstration in the terminal; ./run.sh --help lists the commands."
        exec "$program" demo
        ;;
    esac
fi
exec "$program" "$@"
