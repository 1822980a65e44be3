#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups, restoring and checking company files."""
import random

from sengen_cli import run_tests


def _record(case):
    file = case.new()
    case.answer_all(file, note='メモ')
    return file


def a_backup_is_a_whole_company_file(case):
    file = _record(case)
    copy = case.path('copy.sengen')
    assert case.run('backup', file, '--output', copy) == f'saved: {copy}\n'
    assert case.json('history', copy, '--json') == case.json('history', file, '--json')
    assert case.files() == ['a.sengen', 'copy.sengen']


def a_backup_never_overwrites(case):
    file = _record(case)
    case.write('copy', 'something')
    case.fail(3, 'backup', file, '--output', case.path('copy'))
    case.fail(3, 'backup', file, '--output', file)
    assert case.read('copy') == b'something'
    case.run('verify', file)


def a_backup_into_no_folder_is_refused(case):
    case.fail(3, 'backup', _record(case), '--output', case.path('none/copy'))
    assert case.files() == ['a.sengen']


def a_restored_file_goes_on_where_the_backup_stopped(case):
    file = _record(case)
    case.run('backup', file, '--output', case.path('copy'))
    case.run('answer', file, 'SD-01', 'unknown')
    restored = case.path('b.sengen')
    assert case.run('restore', case.path('copy'), '--output', restored) == f'saved: {restored}\n'
    assert case.json('score', restored, 'ipa-self-check', '--json')['total'] == 100
    case.run('answer', restored, 'SD-01', 'partial')
    case.run('verify', restored)
    assert case.files() == ['a.sengen', 'b.sengen', 'copy']


def restoring_never_overwrites(case):
    file = _record(case)
    before = case.read('a.sengen')
    case.run('backup', file, '--output', case.path('copy'))
    case.fail(3, 'restore', case.path('copy'), '--output', file)
    assert case.read('a.sengen') == before


def what_is_no_backup_is_not_restored(case):
    case.write('text', 'text')
    for name in ('text', 'none'):
        case.fail(3, 'restore', case.path(name), '--output', case.path('b.sengen'))
    assert case.files() == ['text']


def a_good_file_is_found_good(case):
    file = _record(case)
    events = len(case.json('history', file, '--json'))
    said = case.run('verify', file)
    assert case.head(file) in said and f' {events}\n' in said


def damage_is_found_and_never_mended_silently(case):
    _record(case)
    good = case.read('a.sengen')
    rand = random.Random(20261120)
    missed = 0
    for _round in range(12):
        bad = bytearray(good)
        for _byte in range(64):
            bad[rand.randrange(len(bad))] ^= 1 << rand.randrange(8)
        case.write('bad.sengen', bytes(bad))
        done = case.call('verify', case.path('bad.sengen'))
        said = done.stderr.decode()
        assert done.returncode in (0, 1, 3), said
        missed += done.returncode == 0
        assert done.returncode == 0 or said.startswith('sengen: ') and said.count('\n') == 1, said
        assert case.read('bad.sengen') == bytes(bad)
    assert missed == 0, f'{missed} of 12 damaged files were found good'


def a_text_changed_behind_the_chain_is_found(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done', '--note', 'QQQQORIGINALQQQQ')
    bad = case.read('a.sengen').replace(b'QQQQORIGINALQQQQ', b'QQQQTAMPERED!QQQ')
    assert bad != case.read('a.sengen')
    case.fail(1, 'verify', case.write('bad.sengen', bad))
    assert case.read('bad.sengen') == bad


def files_cut_off_are_refused(case):
    _record(case)
    good = case.read('a.sengen')
    for size in (1, 16, 100, 4096, len(good) // 2, len(good) - 4096):
        assert 'cut.sengen' in case.fail(3, 'verify', case.write('cut.sengen', good[:size])), size


def a_last_byte_lost_is_found(case):
    _record(case)
    done = case.call('verify', case.write('cut.sengen', case.read('a.sengen')[:-1]))
    assert done.returncode in (1, 3) and b'cut.sengen' in done.stderr


def what_is_neither_record_nor_sheet_is_refused(case):
    case.write('text', 'text')
    case.write('pdf', '%PDF-1.7\n%nothing\n')
    case.write('bare', '%PDF-')
    for name in ('text', 'pdf', 'bare', 'none', '.'):
        case.fail(3, 'verify', case.path(name))


run_tests(globals())
