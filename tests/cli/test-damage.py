#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rescuing what is left, and files that are open elsewhere."""
import hashlib
import json
import os
import socket
import sqlite3
import subprocess

from sengen_cli import run_tests


def _record(case):
    file = case.new()
    case.answer_all(file, note='メモ')
    return file


def _cut(case, file):
    good = case.read('a.sengen')
    return case.write('cut.sengen', good[:-1])


def what_is_left_is_rescued(case):
    cut = _cut(case, _record(case))
    before = case.read('cut.sengen')
    assert 'cut off' in case.fail(3, 'score', cut, 'ipa-self-check')
    said = case.run('rescue', cut, '--output', case.path('left'))
    assert said.endswith(f'saved: {case.path("left")}\n'), said
    assert case.read('cut.sengen') == before
    answers = json.loads(case.read('left/entries/answer.json'))
    assert len(answers) == 25 and answers[0]['row']['note'] == 'メモ', answers
    again = case.new('b.sengen')
    table = [name for name in os.listdir(case.path('left/answers'))]
    case.run('import', again, case.path('left/answers/' + table[0]))
    assert case.json('score', again, 'ipa-self-check', '--json')['total'] == 100
    history = json.loads(case.read('left/history.json'))
    assert sum(not event['whole'] for event in history) <= 1  # the byte may have been one of it
    assert 'cut.sengen' in case.read('left/report.txt').decode()


def a_rescue_goes_into_an_empty_folder_only(case):
    cut = _cut(case, _record(case))
    os.mkdir(case.path('full'))
    case.write('full/mine', 'mine')
    case.fail(3, 'rescue', cut, '--output', case.path('full'))
    assert os.listdir(case.path('full')) == ['mine']
    os.mkdir(case.path('empty'))
    case.run('rescue', cut, '--output', case.path('empty'), '--json')


def nothing_to_rescue_makes_no_folder(case):
    case.write('text', 'text' * 3000)
    case.fail(3, 'rescue', case.path('text'), '--output', case.path('left'))
    assert case.files() == ['text']


def _open_elsewhere(file):
    db = sqlite3.connect(file)
    db.execute("INSERT INTO lease VALUES (1, 'h', 'elsewhere', 'b', 'n', 1, 1, '2026-11-20T16:42:00+09:00')")
    db.commit()
    db.close()


def another_computers_file_is_taken_over_only_when_said(case):
    file = _record(case)
    _open_elsewhere(file)
    before = case.read('a.sengen')
    said = case.fail(3, 'answer', file, 'SD-01', 'unknown')
    assert 'another computer' in said and '2026-11-20 16:42' in said, said
    assert '--yes' in case.fail(3, 'take-over', file)
    assert case.read('a.sengen') == before and case.files() == ['a.sengen']
    assert case.run('take-over', file, '--yes') == f'saved: {file}\n'
    case.run('answer', file, 'SD-01', 'unknown')
    case.run('verify', file)


def a_file_that_nobody_has_open_needs_no_taking_over(case):
    file = _record(case)
    assert case.run('take-over', file) == f'saved: {file}\n'
    case.run('verify', file)


def _hold(file):
    """Another real process that has the file open as a window does, until it is killed."""
    script = ('import sqlite3, sys, time\n'
              'db = sqlite3.connect(sys.argv[1], isolation_level=None)\n'
              'db.execute("PRAGMA journal_mode = WAL")\n'
              'db.execute("BEGIN"); db.execute("SELECT count(*) FROM event").fetchone()\n'
              'print("open", flush=True); time.sleep(60)\n')
    process = subprocess.Popen(['/usr/bin/python3', '-c', script, file], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b'open\n'
    return process


def a_living_process_keeps_its_lease_and_a_dead_one_does_not(case):
    file = _record(case)
    holder = _hold(file)
    try:
        # The lease of that process, on this computer and since this start of it.
        with open(f'/proc/{holder.pid}/stat', encoding='utf-8') as stat:
            started = int(stat.read().rsplit(')', 1)[1].split()[19])
        case_lease = _own_lease()
        db = sqlite3.connect(file)
        db.execute('INSERT INTO lease VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
                   ('h', *case_lease, holder.pid, started, '2026-11-20T16:42:00+09:00'))
        db.commit()
        db.close()
        assert 'another window' in case.fail(3, 'answer', file, 'SD-01', 'unknown')
        assert 'another window' in case.fail(3, 'take-over', file, '--yes')
        assert case.json('score', file, 'ipa-self-check', '--json')['total'] == 100
    finally:
        holder.kill()
        holder.wait()
    case.run('answer', file, 'SD-01', 'unknown')
    case.run('verify', file)
    assert case.files() == ['a.sengen']


def _own_lease():
    """What this computer, this start of it and this process space are called in a lease."""
    def read(path):
        try:
            with open(path, encoding='utf-8') as file:
                return file.read()
        except OSError:
            return ''

    def hidden(text):
        return hashlib.sha256(('Sengen lease\n' + text).encode()).hexdigest()

    host = hidden(read('/etc/machine-id') + '\n' + socket.gethostname())
    return host, hidden(read('/proc/sys/kernel/random/boot_id')), os.readlink('/proc/self/ns/pid')


run_tests(globals())
