#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-seminar.py PROGRAM: a trainer walks through the 25 questions with a clicker, counts hands,
shows the sample company and leaves; nothing of it stays, and a real company keeps its bytes."""
import glob
import os
import tempfile

from support import begin, make_company, ok
from window import Window, say, wait_for

QUESTIONS = 25


def folders():
    return set(glob.glob(os.path.join(tempfile.gettempdir(), 'sengen-seminar-*')))


def count_hands(window):
    window.find('No.1 / 25')
    window.focus()
    window.key('1', '1', '2', 'shift+1', '4')
    window.find('手を挙げた人 3人')
    ok('digits add hands and Shift takes one away')


def walk(window):
    for number in range(1, QUESTIONS + 1):
        window.find(f'No.{number} / {QUESTIONS}')
        window.key('3', 'Page_Down')
    window.find(say('The result of this room'))
    window.find('25問のうち25問')
    ok('a clicker goes through all questions to the result of the room')


def leave(window, before):
    window.key('Escape')
    window.find(say('Leave the seminar?'))
    window.focus()
    window.key('alt+l')
    wait_for('the end', lambda: window.process.poll() is not None)
    wait_for('nothing left', lambda: folders() == before)
    ok('leaving asks first, and nothing stays behind')


def show_company(program, before):
    with Window(program, '--seminar') as window:
        window.find('No.1 / 25')
        window.focus()
        window.key('o')
        window.find('株式会社みなも商会（研修用）')
        window.focus()
        window.key('ctrl+w')
        wait_for('the seminar alone', lambda: not window.has('株式会社みなも商会（研修用）'))
        window.focus()
        window.key('Escape')
        wait_for('the end', lambda: window.process.poll() is not None)
        wait_for('nothing left', lambda: folders() == before)
    ok('the sample company opens beside the room and goes away with it')


def main():
    program = begin(6)
    before = folders()
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        with open(path, 'rb') as file:
            real = file.read()
        with Window(program, '--seminar') as window:
            count_hands(window)
            assert window.nameless() == [], window.nameless()
            ok('every control says what it is')
            walk(window)
            leave(window, before)
        show_company(program, before)
        with open(path, 'rb') as file:
            assert file.read() == real
        ok('a real company keeps its bytes')


if __name__ == '__main__':
    main()
