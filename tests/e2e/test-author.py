#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-author.py PROGRAM: who answers is chosen in the window, and the history says so."""
import tempfile

from support import begin, history, make_company, ok
from window import BUTTONS, Window, say, wait_for

FIRST = '𠮷田 花子'
SECOND = '髙橋 美咲'


def authors(program, path):
    """Who gave the answers, oldest first."""
    return [event['by'] for event in history(program, path) if event['kind'] == 'answer']


def button(window, words):
    return window.find(words, BUTTONS)


def answering(name):
    return say('Answering: %s') % name


def first_name(window, program, path):
    # Pressed as a screen reader presses it.
    button(window, say('Choose Who Answers')).queryAction().doAction(0)
    window.find(say('Who is answering?'))
    assert not window.nameless(), window.nameless()
    ok('everything in the dialog has a name')

    window.focus()
    window.type(FIRST)
    window.key('Return')
    button(window, answering(FIRST))
    window.find_question()
    window.key('1')
    wait_for('the answer', lambda: authors(program, path) == [FIRST])
    ok('a new name is typed, and the answer is kept under it')


def second_name(window, program, path):
    # By keyboard alone: the first line of the menu, and below the people of the file a new name.
    window.key('F10')
    window.find(say('_Who Is Answering…'))
    window.key('Return')
    window.find(say('Who is answering?'))
    window.focus()
    window.key('Escape', '2')
    wait_for('the answer', lambda: authors(program, path) == [FIRST, FIRST])
    ok('the dialog can be left without choosing')

    window.key('F10', 'Return')
    window.find(say('Who is answering?'))
    window.focus()
    window.key('Tab')
    window.type(SECOND)
    window.key('Return')
    button(window, answering(SECOND))
    window.focus()
    window.key('3')
    wait_for('the answer', lambda: authors(program, path) == [FIRST, FIRST, SECOND])
    ok('another name is chosen by keyboard')


def main():
    program = begin(5)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        with Window(program, path) as window:
            first_name(window, program, path)
            second_name(window, program, path)
            assert window.close() == 0
        with Window(program, path) as window:
            button(window, answering(SECOND))
            ok('whoever answered last is there again')


main()
