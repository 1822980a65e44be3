#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keys.py PROGRAM: undo and redo, larger letters, the menu, and what happens without a display
or with a file that is none."""
import os
import subprocess
import tempfile

from support import answered, begin, make_company, ok
from window import Window, say, wait_for


def undo_and_redo(program, path, window):
    window.find_question()
    window.key('1')
    wait_for('the answer', lambda: answered(program, path) == 1)
    assert not window.has(say('Undone'))
    window.key('ctrl+z')
    wait_for('nothing answered', lambda: answered(program, path) == 0)
    window.find(say('Undone'))
    ok('undo takes the answer back and says so')
    window.key('shift+ctrl+z')
    wait_for('the answer again', lambda: answered(program, path) == 1)
    ok('redo brings it again')


def largest_letters(window):
    window.key(*['ctrl+plus'] * 5)
    assert not window.has(say('_Keyboard Shortcuts'))
    window.key('F10')
    window.find(say('_Keyboard Shortcuts'))
    ok('the menu opens at 300 per cent, where the sidebar is folded')
    window.key('Escape', 'Escape', 'ctrl+0', 'alt+6', 'alt+2', 'Page_Down')
    window.find('No.2')
    ok('pages change by key and the question has the focus again')


def not_a_company(program, folder):
    path = os.path.join(folder, 'not.sengen')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('hello')
    with Window(program, path) as window:
        window.find(say('The file could not be opened'))
        with open(path, encoding='utf-8') as file:
            assert file.read() == 'hello'
        ok('a file that is none is told in a dialog and left alone')


def no_display(program):
    # GDK speaks up about words of GDK_DEBUG that it no longer knows.
    environment = {key: value for key, value in os.environ.items()
                   if key not in ('DISPLAY', 'WAYLAND_DISPLAY', 'GDK_DEBUG')}
    result = subprocess.run([program], env=environment, capture_output=True, text=True)
    assert result.returncode == 2, result.returncode
    assert result.stderr.count('\n') == 1 and result.stdout == '', result.stderr
    ok('without a display there is one line and status 2')


def main():
    program = begin(6)
    no_display(program)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        with Window(program, path) as window:
            undo_and_redo(program, path, window)
            largest_letters(window)
            assert window.close() == 0
        not_a_company(program, folder)


main()
