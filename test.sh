#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Segue and its tests and runs them once. Further words are handed to ctest: ./test.sh -R journal
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
. installer/setup.sh

segue_install "${SEGUE_BUILD_PACKAGES[@]}" "${SEGUE_TEST_PACKAGES[@]}"
segue_configure always
segue_build
exec ctest --preset release "$@"
