#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of each guideline before it is chosen, and which star a customer may ask for."""
from sengen_cli import run_tests

KNOWN = {'confirmed', 'reported', 'planned', 'unknown'}


def every_guideline_is_told_of(case):
    guides = case.json('guide', '--json')
    assert [guide['id'] for guide in guides][:2] == ['ipa-rules', 'ipa-self-check']
    listed = {row['id'] for row in case.json('catalogue', 'list', '--json')}
    assert {guide['id'] for guide in guides} == listed
    text = case.run('guide')
    assert all(f"\n{guide['id']} " in '\n' + text for guide in guides) and '\nstars ' in text


def what_is_not_known_is_said_so(case):
    scs = case.json('guide', 'scs', '--json')
    facts = {fact['id']: fact for fact in scs['facts']}
    assert {fact['known'] for fact in facts.values()} == KNOWN
    for name in ('fee', 'forms', 'mark', 'experts', 'not-applicable'):
        assert facts[name]['known'] == 'unknown' and facts[name]['checked'] == scs['checked'], name
    assert facts['period']['known'] == 'planned'
    text = case.run('guide', 'scs')
    assert '\nCost [Not known]\n' in text and '\nHow ★3 works [Confirmed]\n' in text
    assert f"\nAs of {scs['checked']}. See the official site for the latest.\nhttps://" in text


def a_time_is_an_estimate_of_our_own(case):
    assert '\nHow long it takes (our estimate)\n  About 10 minutes\n' in case.run('guide', 'ipa-rules')


def both_sides_learn_which_star(case):
    stars = case.json('guide', 'stars', '--json')
    assert [question['id'] for question in stars['questions']] == ['information', 'continuity', 'reach']
    text = case.run('guide', 'stars')
    for question in stars['questions']:
        assert question['supplier']['en'] in text and question['orderer']['en'] in text
    assert all(line['en'] in text for side in stars['advice'].values() for line in side)
    assert all(line['en'] in text for line in stars['differences'])


def what_is_not_there_is_refused(case):
    assert 'sengen guide' in case.fail(2, 'guide', 'iso-27001')
    case.fail(2, 'guide', 'scs', 'stars')


def the_guides_speak_japanese(case):
    text = case.run('guide', 'scs', environment={'LC_ALL': 'ja_JP.UTF-8', 'LANGUAGE': ''})
    assert text.startswith('SCS評価制度 ★3・★4 (scs)\n') and '\n  自社の点検を専門家が確かめ' in text


run_tests(globals())
