#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers gathered on paper, and finished checks side by side."""
import csv
import io
import json

from sengen_cli import ISSUED, run_tests


def _write(case, file, document, name, *words):
    return case.run('document', 'write', file, document, '--output', case.path(name), '--issued', ISSUED, *words)


def _two_checks(case):
    """SD-01 rose from one finished check to the next, SD-02 fell."""
    file = case.new(representative='髙橋 美咲')
    for values in (('partial', 'done'), ('done', 'unknown')):
        case.run('assessment', 'open', file, 'ipa-self-check', '--close-previous')
        case.answer_all(file, note='社内のメモ')
        for item, value in zip(('SD-01', 'SD-02'), values):
            case.run('answer', file, item, value)
    case.run('assessment', 'close', file, '2')
    return file


def a_blank_sheet_needs_no_answer_and_gets_no_number(case):
    file = case.new()
    said = _write(case, file, 'answer-sheet', 'a.pdf', '--recipient', '製造課　原')
    assert said == f'saved: answer-sheet, 2 pages, {case.path("a.pdf")}\n', said
    _write(case, file, 'answer-sheet', 'a.json', '--recipient', '製造課　原')
    sheet = json.loads(case.read('a.json'))
    assert sheet['variant'] == 'blank' and sheet['recipient'] == '製造課　原'
    assert [item['number'] for item in sheet['items']] == [str(n) for n in range(1, 26)]


def answers_given_so_far_can_be_taken_in_again(case):
    file = case.new()
    for item, value in (('SD-01', 'done'), ('SD-07', 'not-applicable')):
        case.run('answer', file, item, value, '--catalogue', 'ipa-self-check', '--note', f'{item}のメモ')
    _write(case, file, 'answer-sheet', 'a.csv', '--variant', 'filled')
    rows = list(csv.DictReader(io.StringIO(case.read('a.csv').decode('utf-8-sig'))))
    assert {row['item']: row['note'] for row in rows if row['value']} == {'SD-01': 'SD-01のメモ', 'SD-07': 'SD-07のメモ'}

    other = case.new('b.sengen')
    assert case.run('import', other, case.path('a.csv'), '--catalogue', 'ipa-self-check') == 'saved: 2 answers\n'


def a_sheet_without_answers_says_so(case):
    file = case.new()
    case.fail(1, 'document', 'write', file, 'answer-sheet', '--variant', 'filled', '--output', case.path('a.pdf'))
    case.fail(2, 'document', 'write', file, 'answer-sheet', '--variant', 'round', '--output', case.path('a.pdf'))
    case.fail(2, 'document', 'write', file, 'answer-sheet', '--audience', 'partner', '--output', case.path('a.pdf'))
    case.run('answer', file, 'RU-1', 'done')
    case.fail(2, 'document', 'write', file, 'answer-sheet', '--assessment', '1', '--output', case.path('a.pdf'))


def two_finished_checks_stand_side_by_side(case):
    file = _two_checks(case)
    assert _write(case, file, 'comparison', 'a.pdf').startswith('saved: CO-2026-0001, 1 page, ')
    _write(case, file, 'comparison', 'a.json')
    sheet = json.loads(case.read('a.json'))
    assert [date['total'] for date in sheet['dates']] == [98, 95]
    assert sheet['trends']['risen'] == ['1'] and [fall['number'] for fall in sheet['trends']['fallen']] == ['2']


def a_customer_sees_points_and_no_item(case):
    file = _two_checks(case)
    _write(case, file, 'comparison', 'a.json', '--audience', 'partner')
    _write(case, file, 'comparison', 'a.csv', '--audience', 'partner')
    text = case.read('a.json').decode()
    assert 'SD-02' not in text and 'メモ' not in text and '"areas"' not in text
    rows = list(csv.DictReader(io.StringIO(case.read('a.csv').decode('utf-8-sig'))))
    assert {row['kind'] for row in rows} == {'total', 'part'} and len(rows) == 2 * 4


def one_finished_check_cannot_be_compared(case):
    file = case.new()
    case.answer_all(file)
    case.fail(1, 'document', 'write', file, 'comparison', '--output', case.path('a.pdf'))
    case.fail(2, 'document', 'write', file, 'comparison', '--assessment', '9', '--output', case.path('a.pdf'))


run_tests(globals())
