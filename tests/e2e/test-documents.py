#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-documents.py PROGRAM: all sheets of an audience as files in a new folder, and the way from
there to dates and stamp boxes – all by keyboard."""
import glob
import os
import subprocess
import tempfile

from support import begin, history, make_company, ok, run
from window import Window, say, wait_for

CUSTOMER = 'ACME'


def show_sheets(window):
    window.focus()
    window.key('alt+6')
    wait_for('the preview', lambda: '1 / ' in window.find('1 / ').name)


def open_dialog(window):
    button = window.find(say('_All Sheets at Once…'), {'push button', 'button'})
    button.queryAction().doAction(0)
    window.find(say('How they are saved'))
    assert not window.nameless(), window.nameless()
    ok('everything in the dialog of all sheets has a name')


def write_files(window, program, path, folder):
    """The focus is on the audience: on to the way of saving, to the customer, and to the place."""
    window.focus()
    window.key('Tab', 'Down', 'space', 'Tab')
    window.type(CUSTOMER)
    window.key('Return')
    window.find(say('Where shall the new folder be?'))
    window.focus()
    window.key('ctrl+l')
    window.type(folder)
    window.key('Return')
    window.find(say('The sheets are saved'))
    files = glob.glob(os.path.join(folder, '*', '*.pdf'))
    assert files and all(os.path.getsize(file) > 10000 for file in files), files
    ok('every sheet that can be made is a file of its own')

    issued = [event for event in history(program, path) if event['act'] == 'issue']
    assert len(issued) == len(files), (issued, files)
    ok('each has its number on record')


def main():
    program = begin(4)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        run(program, 'answer', path, 'SD-01', 'done')
        places = os.path.join(folder, 'out')
        os.mkdir(places)
        with Window(program, path) as window:
            window.find_question()
            show_sheets(window)
            open_dialog(window)
            write_files(window, program, path, places)
            window.key('Return')
            assert window.close() == 0
            ok('the window closes without a question')
        assert subprocess.run([program, 'verify', path], capture_output=True, check=False).returncode == 0


main()
