#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do next, and how far a company is."""
from sengen_cli import run_tests


def a_new_company_begins_with_the_rules(case):
    file = case.new()
    step = case.json('next', file, '--json')
    assert step['rule'] == 'begin' and step['catalogue'] == 'ipa-rules@4.0', step
    assert step['item'] == 'RU-1' and step['left'] == 6 and step['task'] is None
    assert [stop['star'] for stop in step['road']] == ['★', '★★', '★3', '★4']
    assert [stop['state'] for stop in step['road']] == ['next', 'later', 'later', 'later']
    lines = case.run('next', file).splitlines()
    assert 'About 15 minutes.' in lines[1], lines
    assert any(line.startswith('★: ') for line in lines), lines


def an_answer_leads_to_the_next_question(case):
    file = case.new()
    case.run('answer', file, 'RU-1', 'done')
    step = case.json('next', file, '--json')
    assert step['rule'] == 'continue' and step['item'] == 'RU-2' and step['left'] == 5, step
    assert step['road'][0]['state'] == 'now'


def the_goal_of_the_company_counts(case):
    file = case.new()
    case.run('setting', file, 'goal', 'star-2')
    states = [stop['state'] for stop in case.json('next', file, '--json')['road']]
    assert states == ['later', 'next', 'later', 'later'], states
    case.fail(2, 'setting', file, 'goal', 'star-9')


def what_is_no_company_file_is_said(case):
    case.fail(2, 'next')
    case.fail(3, 'next', case.path('nothing.sengen'))


if __name__ == '__main__':
    run_tests(globals())
