#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-format.sh ROOT
# Every C file is laid out exactly as clang-format lays it out; `./dev format` mends it.
set -eu
cd "$1"
find src tests -name '*.[ch]' -print0 | sort -z |
  xargs -0 -r clang-format --dry-run -Werror --ferror-limit=3 --style=file
echo 'nothing found'
