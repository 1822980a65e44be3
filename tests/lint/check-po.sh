#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-po.sh ROOT
# Every file with words for people is in po/POTFILES.in, and every language says every word.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

wrong () {
  printf '%s\n' "$*"
  status=1
}

grep -v '^#' po/POTFILES.in | sed '/^[[:space:]]*$/d' | sort >"$work/listed"
{
  find src -name '*.[ch]' -exec \
    grep -lE '(^|[^[:alnum:]_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2|Q_)[[:space:]]*\([[:space:]]*"' {} + || true
  find ui -name '*.ui' -exec grep -lE 'translatable="(yes|true|1)"' {} + 2>/dev/null || true
  find data/desktop -name '*.desktop.in' -o -name '*.metainfo.xml.in' 2>/dev/null || true
} | sort >"$work/needed"

for path in $(comm -13 "$work/listed" "$work/needed"); do
  wrong "po/POTFILES.in:1: “$path” has words for people but is not listed"
done
while read -r path; do
  [ -f "$path" ] || wrong "po/POTFILES.in:$(grep -nxF "$path" po/POTFILES.in | cut -d: -f1): “$path” does not exist"
done <"$work/listed"
[ "$status" -eq 0 ] || exit 1

xgettext --from-code=UTF-8 --package-name=sengen --output="$work/sengen.pot" --files-from="$work/listed" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=Q_:1g \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --flag=C_:2:pass-c-format --flag=_:1:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=N_:1:pass-c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format --flag=g_set_error:4:c-format

for language in $(grep -v '^#' po/LINGUAS); do
  po=po/$language.po
  msgfmt --check --output-file=/dev/null "$po" || wrong "$po:1: msgfmt refuses the file"
  [ -z "$(msgattrib --only-fuzzy --no-obsolete "$po")" ] || wrong "$po:1: has fuzzy entries"
  msgcmp "$po" "$work/sengen.pot" 2>"$work/missing" || {
    sed "s|^$work/|po/|" "$work/missing"
    wrong "$po:1: some words are missing or not translated"
  }
done
[ "$status" -ne 0 ] || echo 'nothing found'
exit "$status"
