#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-new-year.py PROGRAM: the next year begins with the one before closed, and an item is still the
same; a file that another computer holds is taken over after a warning."""
import json
import sqlite3
import tempfile

from support import answered, begin, history, make_company, ok, run, score
from window import BUTTONS, Window, say, wait_for

NOTE = '毎週たしかめる'


def checks(program, path):
    return json.loads(run(program, 'assessment', 'list', path, '--json'))


def answer_of(program, path, item):
    """The newest answer to the item, as the history has it."""
    return [event['after'] for event in history(program, path) if event.get('item') == item][-1]


def begin_a_year(program, path, window):
    window.find_question()
    window.click(say('List'), BUTTONS)
    window.click(say('Guidelines, categories, and this check'), BUTTONS)
    window.find(say('Start a _New Check…'))
    window.focus()
    # Below what leads to other guidelines.
    window.key('Down', 'Down', 'Return')
    window.find(say('Start a new year?'))
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
             and len(history(program, path)) > 4)
    wait_for('no more to confirm', lambda: not window.has(say('Still the same as last time, key S')))
    now = score(program, path)
    assert now['answered'] == 1 and now['counts']['partial'] == 1, now
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
    with Window(program, path) as window:
        window.find(say('_Write Here…'), BUTTONS)
        assert not window.nameless(), window.nameless()
        window.find_question()
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
        window.find_question()
        window.key('ctrl+Down', '1')
        wait_for('the answer', lambda: answered(program, path) == 2)
        assert window.close() == 0
        ok('a file that another computer holds is written here after a warning')


def main():
    program = begin(5)
    with tempfile.TemporaryDirectory() as folder:
        path = make_company(program, folder)
        run(program, 'answer', path, 'SD-01', 'partial', '--note', NOTE)
        with Window(program, path) as window:
            begin_a_year(program, path, window)
            say_still_the_same(program, path, window)
            assert window.close() == 0
        take_over(program, path)


main()
