#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-author.py PROGRAM: who answers is chosen in the window, and the history says so."""
import json
import os
import sys
import tempfile

from window import BUTTONS, Window, run, say, wait_for

FIRST = '𠮷田 花子'
SECOND = '髙橋 美咲'


def ok(words):
    global count
    count += 1
    print(f'ok {count} {words}', flush=True)


def make_company(program, folder):
    profile = os.path.join(folder, 'profile.json')
    path = os.path.join(folder, 'company.sengen')
    with open(profile, 'w', encoding='utf-8') as file:
        json.dump({'name': '試験商店'}, file)
    run(program, 'new', path, '--profile', profile)
    return path


def authors(program, path):
    """Who gave the answers, oldest first."""
    events = json.loads(run(program, 'history', path, '--json'))
    return [event['by'] for event in sorted(events, key=lambda event: event['seq'])
            if event['kind'] == 'answer']


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
    window.focus()
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
    program = os.path.abspath(sys.argv[1])
    print('1..5', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        window = Window(program, path)
        try:
            first_name(window, program, path)
            second_name(window, program, path)
            assert window.close() == 0
            window = Window(program, path)
            button(window, answering(SECOND))
            ok('whoever answered last is there again')
        finally:
            if window.process.poll() is None:
                window.process.kill()
                window.process.wait()


count = 0
main()
