#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-words.py FOLDER CATALOGUE DATA: what the help calls a button, a page or a field is what the
window calls it, in both languages."""
import html
import json
import pathlib
import re
import sys

# Of the toolkit's own dialog to print.
TOOLKIT = {'Preview', 'Print to File', 'プレビュー', 'ファイルに出力する'}
COUNT = re.compile(r'\d+ / \d+')
# So many letters of its own keep words like “%s: %s” from reading as anything.
OWN = 4
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[sud]')


def plain(words):
    """Without the letter that a key reaches, and without what says that a dialog follows."""
    words = re.sub(r'\(_.\)', '', words).replace('_', '').replace('\u2060', '')
    return re.sub(r'\s+', ' ', words).strip().rstrip('…')


def quoted(lines):
    return plain(''.join(json.loads(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', lines)))


def window_words(catalogue):
    """The words of the window in English and in Japanese."""
    english, japanese = set(), set()
    for block in catalogue.read_text(encoding='utf-8').split('\n\n'):
        found = re.search(r'(?ms)^msgid (.*?)(?:^msgid_plural .*?)?^msgstr(?:\[0\])? (.*)\Z', block)
        if found:
            english.add(quoted(found.group(1)))
            japanese.add(quoted(found.group(2)))
    return english, japanese


def data_words(folder):
    """Names of documents, guidelines and answers, in both languages."""
    texts = (path.read_text(encoding='utf-8') for path in folder.rglob('*.json'))
    return {plain(json.loads(part)) for text in texts for part in re.findall(r'"(?:[^"\\]|\\.)*"', text)}


def says(word, name):
    """Whether @word of the window begins with @name, or can read so once it is filled in."""
    parts = PLACEHOLDER.split(word)
    own = re.sub(r'\W', '', ''.join(parts))
    filled = len(parts) > 1 and len(own) >= OWN and re.fullmatch('.+'.join(map(re.escape, parts)), name)
    return word.startswith(name) or filled


def is_known(name, words):
    return name in TOOLKIT or COUNT.fullmatch(name) or any(says(word, name) for word in words)


def check(folder, words):
    for page in sorted(folder.glob('*.page')):
        names = re.findall(r'<gui>(.*?)</gui>', page.read_text(encoding='utf-8'), re.S)
        for name in names:
            if not is_known(plain(html.unescape(name)), words):
                yield f'{folder.name}/{page.name}: nothing in the window is called “{name}”'


def main():
    folder, catalogue, data = map(pathlib.Path, sys.argv[1:])
    named = data_words(data)
    english, japanese = window_words(catalogue)
    found = [*check(folder / 'C', english | named), *check(folder / 'ja', japanese | named)]
    print(*found, sep='\n')
    sys.exit(1 if found else 0)


main()
