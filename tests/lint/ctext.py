# SPDX-License-Identifier: GPL-3.0-or-later
"""What the source checks share: finding files, and reading C without its comments and strings."""
import pathlib
import re
import sys

TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def find_sources(root, *folders):
    """Every .c and .h below the folders, as paths relative to root, in a stable order."""
    for folder in folders:
        for path in sorted((root / folder).rglob('*')):
            if path.suffix in ('.c', '.h') and path.is_file():
                yield path.relative_to(root)


def blank(text):
    """The same text, same length and lines, with comments and the insides of strings spaced out."""
    def spaces(match):
        found = match.group(0)
        if found[0] in '"\'':
            return found[0] + ' ' * (len(found) - 2) + found[-1]
        return re.sub(r'[^\n]', ' ', found)
    return TOKEN.sub(spaces, text)


def strings(text):
    """(offset, content) of every string literal that is not inside a comment."""
    for match in TOKEN.finditer(text):
        if match.group(0)[0] == '"':
            yield match.start(), match.group(0)[1:-1]


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


class Findings:
    """Collects “path:line: what is wrong” and ends the program."""

    def __init__(self):
        self.lines = []

    def add(self, path, line, words):
        self.lines.append(f'{path}:{line}: {words}')

    def finish(self):
        print('\n'.join(self.lines) if self.lines else 'nothing found')
        sys.exit(1 if self.lines else 0)


def root_argument():
    if len(sys.argv) != 2:
        sys.exit(f'usage: {pathlib.Path(sys.argv[0]).name} ROOT')
    return pathlib.Path(sys.argv[1]).resolve()
