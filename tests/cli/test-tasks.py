#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks by commands: what is to be done about an item, by whom, until when."""
from sengen_cli import run_tests


def _add(case, file, item, text, *words):
    said = case.run('task', 'add', file, item, text, *words)
    assert said.startswith('saved: task ') and said.endswith('\n'), said
    return int(said.split()[-1])


def _show(case, file, number):
    return case.json('task', 'show', file, str(number), '--json')


def a_task_is_kept_with_what_is_said_of_it(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'partial')
    number = _add(case, file, 'SD-01', '更新の手順を作る', '--owner', '𠮷田 直子', '--due', '2099-01-15',
                  '--note', '見積もり待ち', '--title-en', 'Write it down', '--by', '山﨑')
    shown = _show(case, file, number)
    assert shown['task'] == 1 and shown['title'] == '更新の手順を作る'
    assert shown['owner'] == '𠮷田 直子' and shown['by'] == '山﨑'
    assert shown['due'] == '2099-01-15' and shown['note'] == '見積もり待ち'
    assert shown['title_en'] == 'Write it down'
    assert shown['state'] == 'todo' and shown['overdue'] is False and shown['done_on'] is None
    assert shown['items'] == ['SD-01'] and shown['links'] == ['answer/1/SD-01']
    assert '更新の手順を作る' in case.run('task', 'show', file, '1')
    case.run('verify', file)


def the_file_may_stand_before_the_second_word(case):
    file = case.new()
    assert case.run('task', file, 'add', 'SD-01', '直す') == 'saved: task 1\n'
    assert len(case.json('task', file, 'list', '--json')) == 1
    assert case.run('task', file, 'done', '1') == 'saved: task 1 done\n'
    assert 'task add' in case.run('task', file, 'add', '--help')


def the_list_is_by_day_and_what_is_done_comes_last(case):
    file = case.new()
    _add(case, file, 'SD-01', 'a', '--due', '2099-02-01')
    _add(case, file, 'SD-02', 'b')
    _add(case, file, 'SD-03', 'c', '--due', '2020-01-01')
    _add(case, file, 'SD-04', 'd', '--due', '2019-01-01')
    case.run('task', 'done', file, '4', '--on', '2026-01-15')
    listed = case.json('task', 'list', file, '--json')
    assert [line['task'] for line in listed] == [3, 1, 2, 4]
    assert [line['overdue'] for line in listed] == [True, False, False, False]
    assert listed[3]['state'] == 'done' and listed[3]['done_on'] == '2026-01-15'
    assert len(case.json('task', 'list', file, '--open', '--json')) == 3
    lines = case.run('task', 'list', file).splitlines()
    assert [line.split()[0] for line in lines] == ['3', '1', '2', '4'], lines
    assert 'overdue' in lines[0] and '[SD-03]' in lines[0], lines


def an_answer_that_nobody_knows_is_to_be_found_out(case):
    file = case.new()
    case.run('answer', file, 'SD-21', 'unknown')
    listed = case.json('task', 'list', file, '--json')
    assert [(line['task'], line['state'], line['items']) for line in listed] == [
        (None, 'unknown', ['SD-21'])], listed
    assert 'find out' in case.run('task', 'list', file)
    head = case.head(file)

    _add(case, file, 'SD-21', '全員に聞く')
    listed = case.json('task', 'list', file, '--json')
    assert [line['task'] for line in listed] == [1], listed
    assert case.head(file) != head
    case.run('task', 'done', file, '1')
    assert len(case.json('task', 'list', file, '--open', '--json')) == 1
    case.run('answer', file, 'SD-21', 'done')
    assert case.json('task', 'list', file, '--open', '--json') == []


def nothing_to_do_is_said(case):
    file = case.new()
    assert case.run('task', 'list', file).strip() != ''
    assert case.json('task', 'list', file, '--json') == []


def a_task_is_changed_done_and_open_again(case):
    file = case.new()
    _add(case, file, 'SD-01', '直す', '--due', '2099-01-15', '--owner', '原')
    said = case.run('task', 'change', file, '1', '--title', '早く直す', '--owner', '小口', '--due', '',
                    '--state', 'doing')
    assert said == 'saved: task 1 changed\n', said
    shown = _show(case, file, 1)
    assert shown['title'] == '早く直す' and shown['owner'] == '小口'
    assert shown['due'] is None and shown['state'] == 'doing'

    assert case.run('task', 'done', file, '1') == 'saved: task 1 done\n'
    assert _show(case, file, 1)['done_on'] is not None
    assert case.run('task', 'reopen', file, '1') == 'saved: task 1 reopened\n'
    assert _show(case, file, 1)['done_on'] is None
    assert case.run('task', 'decline', file, '1') == 'saved: task 1 declined\n'
    assert _show(case, file, 1)['state'] == 'declined'
    case.run('undo', file)
    assert _show(case, file, 1)['state'] == 'todo'
    case.run('verify', file)


def a_task_may_be_for_several_items(case):
    file = case.new()
    _add(case, file, 'SD-11', '控えを増やす')
    assert case.run('task', 'link', file, '1', 'RU-6') == 'saved: task 1 linked\n'
    assert _show(case, file, 1)['items'] == ['SD-11', 'RU-6']
    assert case.run('task', 'unlink', file, '1', 'SD-11') == 'saved: task 1 unlinked\n'
    assert _show(case, file, 1)['links'] == ['answer/2/RU-6']
    case.fail(2, 'task', 'unlink', file, '1', 'SD-11')
    case.fail(2, 'task', 'link', file, '1', 'SD-99')


def a_closed_assessment_takes_tasks(case):
    file = case.new()
    case.answer_all(file, 'partial')
    case.run('assessment', 'close', file, '1')
    _add(case, file, 'SD-01', '直す')
    _add(case, file, '2', '直す', '--assessment', '1')
    _add(case, file, 'answer/1/SD-03', '直す')
    assert [_show(case, file, n)['links'] for n in (1, 2, 3)] == [
        ['answer/1/SD-01'], ['answer/1/SD-02'], ['answer/1/SD-03']]


def what_is_wrong_is_refused(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'partial')
    before = case.head(file)
    for words in (('SD-99', '直す'), ('1', '直す'), ('SD-01', '直す', '--assessment', '9'),
                  ('SD-01', '直す', '--assessment', 'x'), ('declaration/1', '直す'),
                  ('person/1', '直す'), ('SD-01', ''), ('SD-01', ' 　'),
                  ('SD-01', '直す', '--due', '2027-02-30'), ('SD-01', '直す', '--due', '来週')):
        case.fail(2, 'task', 'add', file, *words)
    assert case.head(file) == before
    case.fail(2, 'task', 'add', file, 'SD-01')
    case.fail(2, 'task', 'nothing', file)


def what_is_not_there_is_refused(case):
    file = case.new()
    _add(case, file, 'SD-01', '直す')
    before = case.head(file)
    for number in ('2', '0', '-1', 'x', ''):
        case.fail(2, 'task', 'show', file, '--', number)
        case.fail(2, 'task', 'done', file, '--', number)
        case.fail(2, 'task', 'reopen', file, '--', number)
        case.fail(2, 'task', 'decline', file, '--', number)
        case.fail(2, 'task', 'change', file, '--title', 'x', '--', number)
    assert case.head(file) == before


def wrong_changes_are_refused(case):
    file = case.new()
    _add(case, file, 'SD-01', '直す')
    before = case.head(file)
    case.fail(2, 'task', 'change', file, '1')
    case.fail(2, 'task', 'change', file, '1', '--title', '')
    case.fail(2, 'task', 'change', file, '1', '--due', '1.1.2027')
    case.fail(2, 'task', 'change', file, '1', '--state', 'later')
    case.fail(2, 'task', 'done', file, '1', '--on', '2999-01-01')
    case.fail(2, 'task', 'done', file, '1', '--on', 'x')
    case.fail(2, 'task', 'reopen', file, '1')
    assert case.head(file) == before
    case.run('task', 'done', file, '1')
    case.fail(2, 'task', 'done', file, '1')


def the_history_says_what_was_done(case):
    file = case.new()
    _add(case, file, 'SD-01', '直す', '--by', '山﨑 健太')
    case.run('task', 'done', file, '1', '--by', '原 大輔')
    events = [event for event in case.json('history', file, '--json') if event['act'] == 'task']
    assert events[-1]['by'] == '原 大輔'
    assert events[-1]['before']['state'] == 'todo' and events[-1]['after']['state'] == 'done'
    assert 'to do → done' in case.run('history', file)


def a_file_that_is_no_company_takes_no_task(case):
    case.write('x.sengen', 'no database')
    case.fail(3, 'task', 'add', case.path('x.sengen'), 'SD-01', '直す')
    case.fail(3, 'task', 'list', case.path('none.sengen'))


def what_is_open_goes_into_a_calendar(case):
    file = case.new()
    plan = case.path('plan.ics')
    case.fail(1, 'task', 'export', file, '--output', plan)
    _add(case, file, 'SD-01', '更新の手順を作る', '--owner', '𠮷田 直子', '--due', '2099-01-15', '--note', 'x;y')
    case.fail(2, 'task', 'export', file)
    case.fail(2, 'task', 'export', file, '--output', case.path('plan.txt'))
    case.fail(2, 'task', 'export', file, '--output', plan, '--owner', '誰か')
    assert case.run('task', file, 'export', '--output', plan) == f'saved: {plan}\n'
    with open(plan, encoding='utf-8', newline='') as stream:
        text = stream.read().replace('\r\n ', '')
    assert 'SUMMARY:更新の手順を作る\r\n' in text and 'DTSTART;VALUE=DATE:20990115\r\n' in text
    assert '𠮷田' not in text and 'x' not in text.split('DESCRIPTION:')[1].split('\r\n')[0]
    case.fail(3, 'task', 'export', file, '--output', plan)
    other = case.path('named.ics')
    case.run('task', 'export', file, '--output', other, '--with-names', '--owner', '𠮷田 直子')
    with open(other, encoding='utf-8', newline='') as stream:
        assert '𠮷田 直子\\nx\\;y\r\n' in stream.read().replace('\r\n ', '')


run_tests(globals())
