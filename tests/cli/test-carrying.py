#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to one guideline are proposed for another, and carried over only when that is said."""
import os

from sengen_cli import run_tests

SAMPLE = os.path.join(os.environ['SENGEN_DATA_DIR'], 'samples', 'hinata', 'answers-2026.json')
JAPANESE = {'LC_ALL': 'ja_JP.UTF-8', 'LANGUAGE': ''}
ORDER = ['unknown', 'not-met', 'partly', 'met']
WORTH = {'unknown': 0, 'not-done': 1, 'partial': 2, 'done': 3}


def _company(case):
    """A new company with the 25 answers of the sample."""
    case.run('new', 'a.sengen', '--profile', case.write('profile.json', {'name': '株式会社𠮷葛󠄀'}))
    case.run('import', 'a.sengen', SAMPLE)
    return 'a.sengen'


def from_25_answers_to_three_stars(case):
    file = _company(case)
    shown = case.json('carry', file, 'ipa-self-check', 'scs', '--json')
    assert (shown['to'], shown['level'], shown['assessment']) == ('scs@2026-03-27', '★3', None)
    assert len(shown['proposals']) == 28
    for proposal in shown['proposals']:
        assert proposal['answered'] is None and proposal['sources'], proposal
        for source in proposal['sources']:
            assert source['catalogue'] == 'ipa-self-check@4.0' and source['item'].startswith('SD-')
            assert source['basis'] == 'own' and source['why']['ja'] and source['why']['en']
            assert ORDER.index(proposal['value']) <= WORTH[source['said']], proposal


def nothing_is_written_without_accept(case):
    file = _company(case)
    before = case.read(file)
    text = case.run('carry', file, 'ipa-self-check', 'scs')
    assert '28 proposals. Nothing is carried over without --accept.\n' in text
    assert '\n4-3-4-1    ' in text and '\n           ← SD-11 ' in text
    assert case.read(file) == before


def all_of_it_is_accepted_and_undone(case):
    file = _company(case)
    before = case.json('score', file, '--json')
    assert case.run('carry', file, 'ipa-self-check', 'scs', '--accept', '--by', '田中 一郎') \
        == 'saved: 28 answers\n'
    score = case.json('score', file, 'scs', '--json')
    assert score['counts']['met'] == 1 and score['counts']['partly'] == 15, score['counts']
    events = [row for row in case.json('history', file, '--json') if row['act'] == 'carry']
    carried = [row['after'].get('carried_from') for row in events if row['item']]
    assert carried.count('answer/1/SD-19') == 2 and events[0]['by'] == '田中 一郎'
    again = case.json('carry', file, 'ipa-self-check', 'scs', '--json')
    assert all(proposal['answered'] == proposal['value'] for proposal in again['proposals'])
    case.run('undo', file)
    assert case.json('score', file, '--json') == before
    case.run('verify', file)


def one_and_some_are_accepted(case):
    file = _company(case)
    assert case.run('carry', file, 'ipa-self-check', 'scs', '--item', '4-3-4-1', '--item', '1-2-3-1',
                    '--item', '4-3-4-1', '--accept') == 'saved: 2 answers\n'
    assert case.json('score', file, 'scs', '--json')['answered'] == 2
    text = case.run('carry', file, 'ipa-self-check', 'scs', '--item', '4-3-4-1', '--item', '4-3-4-3')
    assert 'not proposed, answered already: ' in text
    assert '\n1 proposal. Nothing' in text


def another_level_reaches_further(case):
    file = _company(case)
    shown = case.json('carry', file, 'ipa-self-check', 'scs', '--level', '★4', '--json')
    assert shown['level'] == '★4' and len(shown['proposals']) > 40
    assert '★5' in case.fail(2, 'carry', file, 'ipa-self-check', 'scs', '--level', '★5')


def five_rules_become_six(case):
    file = _company(case)
    rules = [{'item': f'RU-{number}', 'value': 'done', 'note': f'メモ{number}'} for number in range(1, 6)]
    case.run('import', file, case.write('five.json', {'catalogue': 'ipa-rules', 'edition': '3.1',
                                                      'answers': rules}))
    assert case.run('carry', file, 'ipa-rules@3.1', 'ipa-rules', '--accept') == 'saved: 5 answers\n'
    score = case.json('score', file, 'ipa-rules@4.0', '--json')
    assert (score['edition'], score['answered'], score['items']) == ('4.0', 5, 6), score


def what_cannot_be_carried_is_refused(case):
    file = _company(case)
    case.fail(1, 'carry', file, 'cloud-check', 'scs')
    case.fail(1, 'carry', file, 'ipa-self-check', 'ipa-rules@3.1')
    case.fail(2, 'carry', file, 'ipa-self-check', 'ipa-threats')
    case.fail(2, 'carry', file, 'ipa-self-check', 'no-such')
    case.fail(2, 'carry', file, 'no-such', 'scs')
    case.fail(2, 'carry', file, 'ipa-self-check', 'scs', '--item', '9-9-9-9')
    case.fail(2, 'carry', file, 'ipa-self-check', 'scs', '--accept', '--json')
    case.fail(3, 'carry', 'nowhere.sengen', 'ipa-self-check', 'scs')
    case.run('carry', file, 'ipa-self-check', 'scs', '--item', '4-3-4-1', '--accept')
    case.fail(2, 'carry', file, 'ipa-self-check', 'scs', '--item', '4-3-4-1', '--accept')


def proposals_speak_japanese(case):
    text = case.run('carry', _company(case), 'ipa-self-check', 'scs', environment=JAPANESE)
    assert '\n4-3-4-1    対象・頻度・期限: 一部満たしている\n' in text
    assert '\n           ← SD-11 バックアップ: 実施している (' in text
    assert 'いつまで残すかを、自社診断では聞いていません。' in text


run_tests(globals())
