#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-names.py PROGRAM: on every page, in every menu and dialog that keys lead to, all that can take
the focus says what it is, to somebody who does not see it."""
import os
import tempfile
import time

from support import begin, ok, run
from window import LANGUAGE, Window, say

# Where keys lead from the page before, what is there then, and how one leaves it.
PAGES = [
    ('home', ['alt+1'], say('Your next step'), []),
    ('question', ['alt+2'], say('What counts as done'), []),
    ('results', ['alt+3'], say('What to Do First'), []),
    ('declaration', ['alt+4'], say('Steps to a declaration'), []),
    ('plan', ['alt+5'], say('By Day', 'tasks'), []),
    ('new task', ['Insert'], say('What is to be done'), ['Escape']),
    ('documents', ['alt+6'], say('Issue as PDF'), []),
    ('history', ['alt+7'], say('Check Again'), []),
    ('review', ['alt+8'], say('Worth Mending', 'findings'), []),
    ('search', ['ctrl+f'], say('What was found'), []),
    ('settings', ['ctrl+comma'], say('Corporate Number (13 Digits)'), []),
    ('menu', ['F10'], say('_Close This File'), ['Escape']),
    ('who is answering', ['F10', 'Return'], say('Who is answering?'), ['Escape']),
    ('guidelines', ['F10', 'Down', 'Return'], 'JC-STAR', []),
    ('backups', ['F10', *['Down'] * 11, 'Return'], say('Go _Back to This Backup…'), []),
    ('help', ['F1'], say('All _Topics'), ['Escape']),
    ('keys', ['ctrl+question'], say('Pages of the sidebar, from the top'), ['Escape']),
]
START = [
    ('start', [], say('Try with the sample company'), []),
    ('menu of the start page', ['F10'], say('_Help'), ['Escape']),
    ('help of the start page', ['F1'], say('All _Topics'), ['Escape']),
]
SEMINAR = [
    ('seminar', [], say('No. %s / %u') % ('1', 25), []),
    ('what counts as done in a seminar', ['a'], say('What counts as done'), []),
    ('result of the room', ['End'], say('The result of this room'), []),
]


def look(window, place):
    """A page fills itself; only what stays is told of."""
    for _ in range(20):
        silent = window.nameless()
        if not silent:
            return ok(f'{place}: all that takes the focus says what it is')
        time.sleep(0.2)
    raise AssertionError(f'on {place}: {silent}')


def visit(words, pages):
    with Window(*words) as window:
        window.find(pages[0][2])
        for place, keys, sign, leave in pages:
            window.focus()
            if keys:
                window.key(*keys)
            window.find(sign)
            look(window, place)
            if leave:
                window.focus()
                window.key(*leave)


def main():
    program = begin(len(START) + len(PAGES) + len(SEMINAR))
    with tempfile.TemporaryDirectory() as folder:
        language = LANGUAGE if LANGUAGE == 'ja' else 'en'
        run(program, 'demo', '--output', folder, '--language', language)
        path = next(name for name in os.listdir(folder) if name.endswith('.sengen'))
        visit([program], START)
        visit([program, os.path.join(folder, path)], PAGES)
        visit([program, '--seminar'], SEMINAR)


main()
