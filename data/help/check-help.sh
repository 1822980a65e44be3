#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-help.sh FOLDER PAGE...
# Both languages have exactly the named pages and give the same code; the pages are good Mallard, no
# link leads nowhere and every page is reached. Without yelp-check only that they are good XML.
set -u
cd "$1" || exit 1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

tell() {
  echo "$1"
  status=1
}

# What stands between <code mime=…> and </code>: to be run as it is, so never translated.
print_code() {
  sed -n '/<code mime=/,/<\/code>/p' "$1"
}

printf '%s.page\n' "$@" | LC_ALL=C sort > "$work/named"
for language in C ja; do
  (cd "$language" && LC_ALL=C ls) > "$work/there"
  diff -u "$work/named" "$work/there" || tell "$language: not the pages that meson.build names"
  for page in "$@"; do
    grep -q " id=\"$page\"" "$language/$page.page" || tell "$language/$page.page: its id is not its name"
  done
  if command -v yelp-check > /dev/null; then
    for check in validate links orphans; do
      yelp-check "$check" "$language" > "$work/found" 2>&1 && [ ! -s "$work/found" ] || {
        cat "$work/found"
        tell "$language: yelp-check $check found something"
      }
    done
  else
    xmllint --noout "$language"/*.page || tell "$language: not good XML"
  fi
done

for page in "$@"; do
  print_code "C/$page.page" > "$work/c"
  print_code "ja/$page.page" | diff -u "$work/c" - || tell "$page: the code differs between the languages"
done
exit $status
