#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What does not fit together: found, weighed, and led to its place."""
import json
import os

from sengen_cli import made_demo, run_tests

KEYS = {'id', 'rule', 'severity', 'kind', 'ref', 'other', 'catalogue', 'item', 'text', 'advice'}


def _findings(case, file, **options):
    """The findings, whether one of them must be mended or not."""
    done = case.call('check', file, '--json', **options)
    found = json.loads(done.stdout)
    assert done.returncode == int(any(one['severity'] == 'must' for one in found)), done.returncode
    return found


def a_new_company_has_nothing_to_mend(case):
    file = case.new()
    assert case.json('check', file, '--json') == []
    assert case.run('check', file) == 'Nothing was found that does not fit together.\n'


def what_is_said_without_proof_is_found(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('answer', file, 'SD-02', 'not-applicable')
    found = _findings(case, file)
    assert [one['id'] for one in found] == [
        'done-without-proof:answer/1/SD-01', 'not-applicable-without-reason:answer/1/SD-02']
    for one in found:
        assert set(one) == KEYS and one['severity'] == 'should' and one['other'] is None
        assert set(one['text']) == set(one['advice']) == {'ja', 'en'}
        assert one['catalogue'] == 'ipa-self-check@4.0' and one['kind'] == 'answer'
    case.run('answer', file, 'SD-01', 'done', '--note', '毎月確かめる')
    case.run('answer', file, 'SD-02', 'not-applicable', '--note', '使っていない')
    assert _findings(case, file) == []


def a_promise_that_an_answer_denies_ends_with_1(case):
    file = case.new()
    case.run('answer', file, 'SD-24', 'not-done')
    case.run('policy', file, '--part', 'incidents', '--text', '事故には速やかに対処します。')
    [found] = [one for one in _findings(case, file) if one['rule'] == 'promise-denied']
    assert found['severity'] == 'should' and found['other'] == 'answer/1/SD-24'
    case.run('policy', file, '--published', '受付', '--date', '2026-11-23')
    said = case.fail(1, 'check', file)
    assert said == 'sengen: The record has 1 fault to mend before anything is shown to others.\n', said
    text = case.call('check', file).stdout.decode()
    assert text.startswith('must ') and '[policy/1]' in text and '→ Make the sentence true' in text
    case.run('answer', file, 'SD-24', 'done', '--note', '連絡網がある')
    assert all(one['rule'] != 'promise-denied' for one in _findings(case, file))


def two_stars_want_a_published_policy(case):
    file = case.new()
    case.run('declare', file, '--star', '2', '--id', '50000000000', '--date', '2026-11-23')
    rules = {one['rule']: one['severity'] for one in _findings(case, file)}
    assert rules == {'policy-unpublished': 'must', 'declared-without-check': 'should',
                     'declaration-not-shown': 'remark'}, rules


def where_it_is_shown_is_noted_and_looked_at(case):
    file = case.new()
    assert 'Record the declaration first' in case.fail(1, 'shown', file, 'add', '受付')
    case.run('declare', file, '--star', '1', '--id', '50000000000', '--date', '2026-11-23')
    assert case.run('shown', file, 'list') == ''
    said = case.run('shown', file, 'add', '自社ウェブサイト', '--how', '文を掲載', '--date', '2026-11-24')
    assert said == 'saved: shown 自社ウェブサイト\n', said
    assert case.run('shown', file, 'confirm', '1', '--date', '2026-11-30') == 'saved: confirmed 1\n'
    assert case.run('shown', file, 'list') == '1 自社ウェブサイト – 文を掲載 (looked at 2026-11-30)\n'
    assert all(one['rule'] != 'declaration-not-shown' for one in _findings(case, file))
    for words in (('add',), ('list', 'x'), ('remove', '1'), ('confirm', '7'), ('confirm', 'x')):
        case.fail(2, 'shown', file, *words)


def both_languages_are_said_whatever_the_locale(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    plain = _findings(case, file)
    assert plain == _findings(case, file, environment={'LANGUAGE': 'ja'})
    assert 'No.1「' in plain[0]['text']['ja'] and 'No. 1 “' in plain[0]['text']['en']


def looking_changes_nothing(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    before = case.read('a.sengen')
    _findings(case, file)
    assert case.read('a.sengen') == before


def the_sample_promises_what_it_does_not_do(case):
    folder, _ = made_demo(case)
    [file] = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith('.sengen')]
    found = {one['id']: one['severity'] for one in _findings(case, file)}
    denied = [name for name, severity in found.items() if severity == 'must']
    assert denied == ['promise-denied:policy/2:answer/3/SD-24'], denied
    assert found['promise-denied:policy/2:answer/3/SD-25'] == 'should'


def what_cannot_be_looked_at_is_said(case):
    case.fail(2, 'check')
    case.fail(3, 'check', case.path('none.sengen'))
    case.fail(2, 'check', case.new(), '--mend')


run_tests(globals())
