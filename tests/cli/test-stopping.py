#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C while sheets are written, and the line that says how far it is."""
import os
import pty
import re
import signal
import subprocess
import time

from sengen_cli import SENTENCE, Skip, run_tests

PROGRESS = re.compile(rb'\r\x1b\[K +\d+ %  ')


def _hear_all():
    """Whoever runs the tests may have hung up already, as nohup does."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _start(case, *words, **options):
    return subprocess.Popen([case.program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            cwd=case.folder, env={**os.environ, 'XDG_DATA_HOME': case.home, 'TERM': 'xterm'},
                            **{'stderr': subprocess.PIPE, 'preexec_fn': _hear_all, **options})


def _catches(process, number):
    """Whether the process listens to the signal by now: then the writing has begun."""
    with open(f'/proc/{process.pid}/status', encoding='ascii') as file:
        caught = next(line for line in file if line.startswith('SigCgt:'))
    return int(caught.split()[1], 16) >> (number - 1) & 1


def _stop(process, number):
    until = time.monotonic() + 60
    while not _catches(process, number):
        assert process.poll() is None, 'ended before it listened'
        assert time.monotonic() < until, 'does not listen'
        time.sleep(0.001)
    process.send_signal(number)
    said, complained = process.communicate(timeout=60)
    return said.decode('utf-8'), complained.decode('utf-8')


def _sample(case):
    file = case.path('sample.sengen')
    case.run('new', file, '--sample')
    return file


def _expect_stopped(case, number, *words):
    process = _start(case, *words)
    said, complained = _stop(process, number)
    assert process.returncode == 1, (process.returncode, complained)
    assert SENTENCE.fullmatch(complained) and 'Stopped' in complained, complained
    assert 'saved' not in said, said


def a_stopped_set_leaves_the_older_one(case):
    file = _sample(case)
    head = case.head(file)
    case.write('set.pdf', 'older')
    _expect_stopped(case, signal.SIGINT, 'document', 'write', file, 'audit-set', '--output', case.path('set.pdf'))
    assert case.files() == ['sample.sengen', 'set.pdf'], case.files()
    assert case.read('set.pdf') == b'older'
    assert case.head(file) == head
    case.run('verify', file)


def stopped_files_leave_no_folder(case):
    file = _sample(case)
    head = case.head(file)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        _expect_stopped(case, number, 'document', 'write-all', file, '--output', case.path('all'))
        assert case.files() == ['sample.sengen'], case.files()
    assert case.head(file) == head
    case.run('document', 'write-all', file, '--output', case.path('all'))


def a_stopped_demo_says_where_its_files_are(case):
    process = _start(case, 'demo', '--output', case.path('demo'))
    _, complained = _stop(process, signal.SIGINT)
    assert process.returncode == 1, complained
    assert case.path('demo') in complained and 'Stopped' in complained, complained
    assert not [name for name in os.listdir(case.path('demo')) if name.startswith('.')]


def who_hangs_up_under_nohup_is_not_heard(case):
    file = _sample(case)
    process = _start(case, 'document', 'write', file, 'audit-set', '--output', case.path('set.pdf'),
                     preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    while not _catches(process, signal.SIGINT):
        assert process.poll() is None, 'ended before it listened'
        time.sleep(0.001)
    process.send_signal(signal.SIGHUP)
    said, complained = process.communicate(timeout=60)
    assert process.returncode == 0, complained
    assert said.startswith(b'saved: AS-'), said


def _on_terminal(case, *words):
    """What a terminal shows, and how long it took."""
    ours, theirs = pty.openpty()
    begun = time.monotonic()
    process = _start(case, *words, stderr=theirs)
    os.close(theirs)
    shown = b''
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # nobody has the other end any more
            break
        if not part:
            break
        shown += part
    process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, shown
    return shown, time.monotonic() - begun


def a_terminal_shows_how_far_it_is(case):
    shown, seconds = _on_terminal(case, 'document', 'write-all', _sample(case), '--output', case.path('all'))
    lines = shown.split(b'\r\x1b[K')
    if seconds < 1:
        raise Skip('too fast to be shown')
    assert len(lines) > 2 and PROGRESS.match(shown), shown
    percents = [int(line.split(b'%')[0]) for line in lines[1:-1]]
    assert percents == sorted(percents) and percents[-1] <= 100, percents
    assert b' of ' in lines[-2] and b' files: ' in lines[-2], lines
    assert b'%' not in lines[-1], 'the line stays'


def a_pipe_shows_no_progress(case):
    done = case.call('document', 'write-all', _sample(case), '--output', case.path('all'))
    assert done.returncode == 0 and b'\r' not in done.stderr, done.stderr


run_tests(globals())
