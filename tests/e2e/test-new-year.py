#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-new-year.py PROGRAM: the next year begins with the one before closed, and an item is still the
same; a file that another computer holds is taken over after a warning."""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

import pyatspi

from window import BUTTONS, Window, run, say, wait_for

NOTE = '毎週たしかめる'


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
    run(program, 'answer', path, 'SD-01', 'partial', '--note', NOTE)
    return path


def checks(program, path):
    return json.loads(run(program, 'assessment', 'list', path, '--json'))


def answer_of(program, path, item):
    """The newest answer to the item, as the history has it."""
    events = json.loads(run(program, 'history', path, '--json'))
    return [event['after'] for event in sorted(events, key=lambda event: event['seq'])
            if event.get('item') == item][-1]


def find_question(window):
    window.find('実施している', {'check box', 'radio button'})
    window.focus()


def click(window, words):
    """With the mouse: the two buttons of the title offer no action to a screen reader on GTK 4.8."""
    extents = window.find(words).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    subprocess.run(['xdotool', 'mousemove', str(extents.x + 5 + extents.width // 2),
                    str(extents.y + 5 + extents.height // 2), 'click', '1'], check=True)


def begin_a_year(program, path, window):
    find_question(window)
    click(window, say('List'))
    click(window, say('Start, close or reopen this check'))
    window.find(say('Start a _New Check…'))
    window.focus()
    window.key('Return')
    window.find(say('Close the check that is still open?'))
    assert not window.nameless(), window.nameless()
    window.focus()
    window.key('Tab', 'Return')
    wait_for('a second check', lambda: len(checks(program, path)) == 2)
    ok('a new check closes the one before when that is wanted')

    window.find(say('Still the same as last time, key S'), BUTTONS)
    assert window.has(NOTE)
    assert not window.nameless(), window.nameless()
    ok('last year’s answer and its note stand beside the question')


def say_still_the_same(program, path, window):
    window.focus()
    window.key('s')
    wait_for('the answer of last time', lambda: answer_of(program, path, 'SD-01')['value'] == 'partial'
             and len(json.loads(run(program, 'history', path, '--json'))) > 4)
    wait_for('no more to confirm', lambda: not window.has(say('Still the same as last time, key S')))
    score = json.loads(run(program, 'score', path, 'ipa-self-check', '--json'))
    assert score['answered'] == 1 and score['counts']['partial'] == 1, score
    assert answer_of(program, path, 'SD-01')['note'] == NOTE
    ok('one key says that it is still the same')


def hold_elsewhere(path):
    """What another computer leaves in a file that stands open on it."""
    database = sqlite3.connect(path)
    database.execute("INSERT OR REPLACE INTO lease VALUES (1, 'h', 'elsewhere', 'b', 'n', 1, 1, "
                     "'2026-11-20T16:00:00+09:00')")
    database.commit()
    database.close()


def take_over(program, path):
    hold_elsewhere(path)
    window = Window(program, path)
    try:
        window.find(say('_Write Here…'), BUTTONS)
        assert not window.nameless(), window.nameless()
        find_question(window)
        window.find(say('_Write Here…'), BUTTONS).queryAction().doAction(0)
        window.find(say('Write on this computer?'))
        window.focus()
        window.key('Return')
        wait_for('the question gone', lambda: not window.has(say('Write on this computer?')))
        assert window.has(say('_Write Here…'))
        ok('nothing is taken over without saying so')

        window.focus()
        window.find(say('_Write Here…'), BUTTONS).queryAction().doAction(0)
        window.find(say('Write on this computer?'))
        window.focus()
        window.key('Tab', 'Return')
        wait_for('the bar gone', lambda: not window.has(say('_Write Here…')))
        find_question(window)
        window.key('ctrl+Down', '1')
        wait_for('the answer', lambda: json.loads(
            run(program, 'score', path, 'ipa-self-check', '--json'))['answered'] == 2)
        assert window.close() == 0
        ok('a file that another computer holds is written here after a warning')
    finally:
        window.process.kill()
        window.process.wait()


def main():
    program = os.path.abspath(sys.argv[1])
    print('1..5', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        window = Window(program, path)
        try:
            begin_a_year(program, path, window)
            say_still_the_same(program, path, window)
            assert window.close() == 0
        finally:
            window.process.kill()
            window.process.wait()
        take_over(program, path)


count = 0
main()
