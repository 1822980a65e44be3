#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-po.sh ROOT
# Every file with words for people is in po/POTFILES.in, and every language says every word.
# `./dev words` mends the list and shows what is left to translate.
set -eu
words=$(realpath "$(dirname "$0")/../../po/words")
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

wrong () {
  printf '%s\n' "$*"
  status=1
}

grep -v '^#' po/POTFILES.in | sed '/^[[:space:]]*$/d' | LC_ALL=C sort >"$work/listed"
"$words" list . >"$work/needed"

for path in $(LC_ALL=C comm -13 "$work/listed" "$work/needed"); do
  wrong "po/POTFILES.in:1: “$path” has words for people but is not listed"
done
while read -r path; do
  [ -f "$path" ] ||
    wrong "po/POTFILES.in:$(grep -nxF "$path" po/POTFILES.in | cut -d: -f1): “$path” does not exist"
done <"$work/listed"
[ "$status" -eq 0 ] || exit 1

"$words" pot . "$work/sengen.pot" 2>"$work/warnings"
if [ -s "$work/warnings" ]; then
  # Such as a number's format put together from pieces: no translation would ever be found.
  cat "$work/warnings"
  status=1
fi
for language in $(grep -v '^#' po/LINGUAS); do
  po=po/$language.po
  msgfmt --check --output-file=/dev/null "$po" || wrong "$po:1: msgfmt refuses the file"
  [ -z "$(msgattrib --only-fuzzy --no-obsolete "$po")" ] || wrong "$po:1: has fuzzy entries"
  msgcmp "$po" "$work/sengen.pot" 2>"$work/missing" || {
    sed "s|^$work/|po/|" "$work/missing"
    wrong "$po:1: some words are missing or not translated"
  }
done
# The language of longer words keeps every value and tag; see ../support/make-pseudo.
"$(dirname "$words")/../tests/support/make-pseudo" . "$work" || wrong "po: no longer words can be made"
[ "$status" -ne 0 ] || echo 'nothing found'
exit "$status"
