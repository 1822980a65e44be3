#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups by the command line: kept by the rule, listed, shown, sealed, restored."""
import glob
import os
import sqlite3

from sengen_cli import run_tests

PASSPHRASE = 'とても長い合言葉 correct horse\n'


def _kept(case):
    return sorted(glob.glob(os.path.join(case.home, 'sengen/backups/*/*.sengen')))


def _old_file(case):
    """A company's file, not for training, with entries of years ago."""
    fixture = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'store', 'fixtures',
                           'v1-hinata.sql')
    with open(fixture, encoding='utf-8') as source:
        database = sqlite3.connect(case.path('old.sengen'))
        database.executescript(source.read())
        database.execute('UPDATE company SET sample = 0')
        database.commit()
        database.close()
    return case.path('old.sengen')


def a_dated_copy_is_kept_once(case):
    file = case.new()
    said = case.run('backup', 'keep', file)
    assert said == f'saved: {_kept(case)[0]}\n', said
    again = case.run('backup', 'keep', file)
    assert 'saved:' not in again and len(_kept(case)) == 1, again


def commands_of_the_same_day_keep_nothing(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('answer', file, 'SD-02', 'done')
    assert not os.path.exists(os.path.join(case.home, 'sengen/backups'))


def the_first_command_of_a_later_day_keeps_the_state_before(case):
    """A company file whose entries are of another day."""
    file = _old_file(case)
    case.run('answer', file, 'SD-03', 'done')
    copies = case.json('backup', 'list', file, '--json')['backups']
    assert len(copies) == 1, copies
    before = copies[0]['contents']['events']
    case.run('answer', file, 'SD-04', 'done')
    copies = case.json('backup', 'list', file, '--json')['backups']
    assert [copy['contents']['events'] for copy in copies] == [before], copies


def the_list_and_the_copy_say_what_is_in_it(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('backup', 'keep', file)
    case.run('answer', file, 'SD-02', 'unknown')
    listed = case.json('backup', 'list', file, '--json')
    copy = listed['backups'][0]
    assert copy['state'] == 'good' and copy['place'] == 'here', copy
    assert copy['contents']['answers'] == 1, copy
    shown = case.json('backup', 'show', copy['path'], '--compare', file, '--json')
    assert shown['contents'] == copy['contents']
    assert [event['item'] for event in shown['comparison']['missing']] == ['SD-02'], shown
    people = case.run('backup', 'show', copy['path'], '--compare', file)
    assert '株式会社見本' in people, people


def a_second_folder_gets_copies_and_may_be_away(case):
    file = case.new()
    os.mkdir(case.path('usb'))
    case.run('backup', 'folder', file, case.path('usb'))
    case.run('backup', 'keep', file)
    assert len(glob.glob(case.path('usb/*/*.sengen'))) == 1
    os.rename(case.path('usb'), case.path('drawer'))
    case.run('answer', file, 'SD-01', 'done')
    done = case.call('backup', 'keep', file)
    assert done.returncode == 0 and b'saved: ' in done.stdout, done
    assert done.stderr.count(b'\n') == 1, done.stderr
    states = [b['state'] for b in case.json('backup', 'list', file, '--json')['backups']]
    assert sorted(states) == ['away', 'good'], states
    case.run('backup', 'folder', file, '--none')
    assert 'usb' not in case.run('backup', 'folder', file)
    case.fail(3, 'backup', 'folder', file, case.path('nowhere'))


def a_damaged_file_names_its_newest_good_backup(case):
    file = case.new()
    case.run('backup', 'keep', file)
    for content in (b'', b'no company', None):
        if content is None:
            os.unlink(file)
        else:
            case.write('a.sengen', content)
        said = case.fail(3, 'score', file)
        assert _kept(case)[0] in said, said
    listed = case.json('backup', 'list', file, '--json')
    assert len(listed['backups']) == 1
    restored = case.path('b.sengen')
    case.run('restore', _kept(case)[0], '--output', restored)
    case.run('verify', restored)


def a_sealed_copy_opens_with_its_passphrase_only(case):
    file = case.new()
    right = case.write('right.txt', PASSPHRASE)
    wrong = case.write('wrong.txt', 'another sentence\n')
    sealed, sheet = case.path('a.sengen-sealed'), case.path('sheet.pdf')
    case.run('backup', file, '--output', sealed, '--passphrase-file', right,
             '--recovery-sheet', sheet)
    assert case.read('sheet.pdf').startswith(b'%PDF-')
    assert b'SQLite' not in case.read('a.sengen-sealed')
    case.fail(2, 'backup', 'show', sealed)
    case.fail(3, 'backup', 'show', sealed, '--passphrase-file', wrong)
    case.fail(2, 'restore', sealed, '--output', case.path('b.sengen'))
    case.run('restore', sealed, '--output', case.path('b.sengen'), '--passphrase-file', right)
    case.run('verify', case.path('b.sengen'))


def words_that_cannot_seal_are_refused(case):
    file = case.new()
    right = case.write('right.txt', PASSPHRASE)
    short = case.write('short.txt', 'short\n')
    case.fail(2, 'backup', file, '--output', case.path('c.sengen'), '--passphrase-file', right)
    case.fail(2, 'backup', file, '--output', case.path('c.sengen-sealed'), '--passphrase-file',
              short)
    case.fail(2, 'backup', file, '--output', case.path('c.sengen'), '--recovery-sheet',
              case.path('s.pdf'))
    case.fail(3, 'backup', file, '--output', case.path('c.sengen-sealed'), '--passphrase-file',
              case.path('nowhere'))
    assert not [name for name in case.files() if name.startswith('c.')], case.files()


def a_file_without_backups_says_so(case):
    file = case.new()
    assert case.json('backup', 'list', file, '--json')['backups'] == []
    assert case.run('backup', 'list', file).count('\n') == 1


run_tests(globals())
