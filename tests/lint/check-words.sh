#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-words.sh ROOT
# No mark of unfinished work, and no folder of the machine it was written on.
set -eu
cd "$1"
marks='(^|[^[:alnum:]_])(TO''DO|FIX''ME|XX''X)([^[:alnum:]_]|$)'
folders='(^|[^[:alnum:]_.}/])/(home|root|work|Users)/[[:alnum:]_.]'
found=$(grep -rnIE --exclude-dir=.git --exclude-dir='_build*' --exclude-dir=__pycache__ \
  -e "$marks" -e "$folders" . | cut -c 3-200)
printf '%s\n' "${found:-nothing found}"
[ -z "$found" ]
