#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-format.sh ROOT
# Every C file is laid out exactly as clang-format lays it out; `./dev format` mends it.
# Other versions of clang-format lay some things out differently, so with another one it is skipped.
set -eu
cd "$1"
case $(clang-format --version) in
  *'version 14.'*) ;;
  *) echo 'clang-format 14 is not here' && exit 77 ;;
esac
find src tests -name '*.[ch]' -print0 | sort -z |
  xargs -0 -r clang-format --dry-run -Werror --ferror-limit=3 --style=file
echo 'nothing found'
