#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which subsidy asks for which star, and what must be begun when."""
import datetime

from sengen_cli import run_tests


def _later(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


def every_row_says_how_well_it_is_known_and_by_whom(case):
    content = case.json('subsidy', 'list', '--json')
    text = case.run('subsidy', 'list')
    for subsidy in content['subsidies']:
        rows = [subsidy['star'], *subsidy['facts'], *subsidy['rounds']]
        assert all(row['source'] and row['known'] and row['checked'] for row in rows), subsidy['id']
        assert f"({subsidy['id']})\n" in text and subsidy['later']['en'] in text
    assert '  Not settled [The sources disagree]\n' in text
    assert '  2026-08-25  has passed [From one source]\n' in text
    assert f"\nAs of {content['checked']}. See the official site for the latest.\n" in text
    assert text.endswith('the office decides.\n'), text[-80:]


def days_are_counted_back_from_a_day_of_ones_own(case):
    plan = case.json('subsidy', 'plan', '--date', _later(60), '--json')
    days = {step['step']: step for step in plan['steps']}
    assert plan['subsidy'] is None and plan['star'] == 1 and plan['days_left'] == 60
    assert days['apply']['day'] == _later(60) and days['account-post']['day'] == _later(29)
    assert days['account-online']['at_best'] and not days['account-post']['at_best']
    assert 'policy' not in days
    plan = case.json('subsidy', 'plan', '--date', _later(60), '--star', '2', '--json')
    assert 'policy' in {step['step'] for step in plan['steps']}


def a_day_of_the_past_is_not_counted_from(case):
    said = case.fail(1, 'subsidy', 'plan', '--subsidy', 'digital-ai-2026-security')
    assert 'the last on 25 August 2026' in said, said
    said = case.fail(1, 'subsidy', 'plan', '--date', _later(-1))
    assert 'has passed. Nothing is counted from it.' in said, said
    case.fail(1, 'subsidy', 'plan', '--date', '2026-01-31', '--json')
    assert 'today' in case.run('subsidy', 'plan', '--date', _later(0))


def what_is_not_known_is_not_made_up(case):
    assert 'No closing date is known' in case.fail(1, 'subsidy', 'plan')
    assert 'No closing date is known' in case.fail(1, 'subsidy', 'plan', '--subsidy', 'tokyo-cyber')
    assert 'not offered' in case.fail(1, 'subsidy', 'plan', '--subsidy', 'monozukuri-digital', '--date', _later(60))
    text = case.run('subsidy', 'plan', '--subsidy', 'digital-ai-2026-security', '--date', _later(60))
    assert '★★ is counted, to be on the safe side.' in text, text


def what_a_company_has_done_is_done(case):
    file = case.new()
    case.run('declare', file, '--star', '1', '--id', '40000000001', '--date', '2026-01-15')
    plan = case.json('subsidy', 'plan', file, '--date', _later(60), '--json')
    assert {step['step']: step['done'] for step in plan['steps']}['declare']
    words = ('subsidy', 'plan', file, '--subsidy', 'digital-ai-2026', '--date', _later(60))
    assert not {step['step']: step['done'] for step in case.json(*words, '--json')['steps']}['declare']
    assert 'begins with 4' in case.run(*words)


def wrong_words_are_refused(case):
    case.fail(2, 'subsidy', 'plan', '--date', '2027-02-29')
    case.fail(2, 'subsidy', 'plan', '--date', _later(60), '--star', '3')
    assert 'sengen subsidy list' in case.fail(2, 'subsidy', 'plan', '--subsidy', 'osaka')
    case.fail(3, 'subsidy', 'plan', case.path('nothing.sengen'), '--date', _later(60))


run_tests(globals())
