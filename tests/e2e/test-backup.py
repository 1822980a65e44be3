#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-backup.py PROGRAM: closing makes a backup, a damaged file leads to it, and one can go back to
it; the second window on a file only reads."""
import glob
import os
import tempfile

from support import answered, begin, make_company, ok, run
from window import BUTTONS, Window, say, wait_for

NOTE = '毎週たしかめる'


def backups():
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'sengen', 'backups')
    return sorted(glob.glob(os.path.join(folder, '**', '*.sengen'), recursive=True))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def closing_makes_a_backup(program, path):
    with Window(program, path) as window:
        window.find_question()
        window.key('1')
        wait_for('the answer', lambda: answered(program, path) == 1)
        assert window.close() == 0
    assert len(backups()) == 1, backups()
    assert answered(program, backups()[0]) == 1
    assert os.listdir(os.path.dirname(path)).count('company.sengen-wal') == 0
    ok('a backup is made when the window is closed after an answer')

    with Window(program, path) as window:
        window.find_question()
        assert window.close() == 0
    assert len(backups()) == 1, backups()
    ok('and none when nothing was changed')


def a_missing_backup_never_stops_closing(program, path):
    """Where the folder of the backups is to be lies a file."""
    root = os.path.join(os.environ['XDG_DATA_HOME'], 'sengen', 'backups')
    os.rename(root, root + '-away')
    with open(root, 'w', encoding='utf-8'):
        pass
    with Window(program, path) as window:
        window.find_question()
        window.key('ctrl+Down', '2')
        wait_for('the answer', lambda: answered(program, path) == 2)
        window.key('ctrl+w')
        window.find(say('The file is closed, without a new backup'))
        window.focus()
        window.key('Return')
        assert window.process.wait(20) == 0
    os.remove(root)
    os.rename(root + '-away', root)
    run(program, 'verify', path)
    assert answered(program, path) == 2
    ok('a backup that cannot be made is told, and the window closes')


def damage(path):
    """The page with the note becomes noise."""
    content = bytearray(read(path))
    at = content.index(NOTE.encode()) // 4096 * 4096
    content[at:at + 4096] = bytes((i * 37 + 11) % 256 for i in range(4096))
    with open(path, 'wb') as file:
        file.write(content)
    return bytes(content)


def a_damaged_file_leads_to_its_backup(program, path):
    run(program, 'answer', path, 'SD-20', 'done', '--note', NOTE)
    with Window(program, path) as window:
        window.find_question()
        window.key('ctrl+Down', '1')
        wait_for('the answer', lambda: answered(program, path) == 4)
        assert window.close() == 0
    before = damage(path)
    with Window(program, path) as window:
        window.find(say('A part of this file cannot be read'))
        window.find(say('_Open This'), BUTTONS)
        window.find(say('Take out what can be read'))
        assert not window.nameless(), window.nameless()
        ok('a damaged file has a page on which everything has a name')

        window.focus()
        window.key('Return')
        window.find_question()
        assert window.close() == 0
    fresh = [name for name in glob.glob(os.path.join(os.path.dirname(path), '*.sengen')) if name != path]
    assert len(fresh) == 1 and answered(program, fresh[0]) == 4, fresh
    run(program, 'verify', fresh[0])
    assert read(path) == before
    ok('one key opens the backup as a new file; the damaged one stays as it was')
    return fresh[0]


def going_back_keeps_the_present_file(program, path):
    with Window(program, path) as window:
        window.find_question()
        window.key('ctrl+Down', '3')
        wait_for('the answer', lambda: answered(program, path) == 5)
        window.key('F10')
        window.find(say('Go _Back to a Backup…'))
        # The last but one line of the menu.
        window.key('Up', 'Up', 'Return')
        window.find(say('Go _Back to This Backup…'), BUTTONS)
        wait_for('the comparison', lambda: window.has(say('Beside the present file'))
                 and window.has(say('Now', 'comparison')))
        assert not window.nameless(), window.nameless()
        window.find(say('Go _Back to This Backup…'), BUTTONS).queryAction().doAction(0)
        window.find(say('_Go Back'), BUTTONS)
        window.focus()
        # From the button that cancels to the one that does it.
        window.key('Tab', 'Return')
        wait_for('the state of the backup', lambda: answered(program, path) == 4)
        window.find_question()
        assert window.close() == 0
    kept = [name for name in glob.glob(os.path.join(os.path.dirname(path), '*.sengen'))
            if name not in (path, os.path.join(os.path.dirname(path), 'company.sengen'))]
    assert len(kept) == 1 and answered(program, kept[0]) == 5, kept
    ok('going back puts the backup in place and keeps the present file')


def a_passphrase_can_be_left(program, path):
    """The key that closes the dialog is pressed in its field."""
    with Window(program, path) as window:
        window.find_question()
        window.key('F10')
        window.find(say('Back _Up Now…'))
        window.key('Up', 'Up', 'Up', 'Return')
        window.find(say('Seal it with a passphrase'))
        window.focus()
        window.key('space')
        window.find(say('Passphrase again'))
        assert not window.nameless(), window.nameless()
        window.key('Escape')
        wait_for('the dialog gone', lambda: not window.has(say('Seal it with a passphrase')))
        window.find_question()
        assert window.close() == 0
    ok('a passphrase that is not wanted after all can be left')


def the_second_window_only_reads(program, path):
    """A second window of the program, here a second file name on its command line."""
    with Window(program, path, path) as window:
        window.find(say('Make a Copy and Open It'), BUTTONS)
        assert window.has(say('Read-only'))
        ok('the second window on one file only reads, and says why')


def main():
    program = begin(8)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        closing_makes_a_backup(program, path)
        a_missing_backup_never_stops_closing(program, path)
        fresh = a_damaged_file_leads_to_its_backup(program, path)
        going_back_keeps_the_present_file(program, fresh)
        a_passphrase_can_be_left(program, fresh)
        the_second_window_only_reads(program, fresh)


main()
