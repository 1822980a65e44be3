#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, wrong words, and guidelines: what needs no company file."""
import glob
import json
import os
import re

from sengen_cli import run_tests

COMMANDS = [
    'demo', 'new', 'company', 'catalogue list', 'catalogue show', 'catalogue check', 'answer', 'import',
    'score', 'assessment list', 'assessment show', 'assessment open', 'assessment describe',
    'assessment close', 'assessment reopen', 'declare', 'policy', 'document list',
    'document write', 'find', 'history', 'undo', 'redo', 'verify', 'backup', 'restore',
]


def help_names_every_command(case):
    for words in (['help'], ['--help'], ['-h']):
        said = case.run(*words)
        for command in COMMANDS:
            assert re.search(rf'^sengen {command} ', said, re.M), command


def each_command_has_a_help_with_all_its_options(case):
    for command in COMMANDS:
        help_first = case.run('help', *command.split())
        assert case.run(*command.split(), '--help') == help_first
        assert help_first.startswith(f'sengen {command} '), help_first
        for one in help_first.split('\n\n'):
            usage, _, rest = one.partition('\n')
            for option in re.findall(r'--[a-z-]+', usage):
                assert re.search(rf'^ +{option} ', rest, re.M), (command, option)


def what_options_do_begins_below_each_other(case):
    lines = [line for line in case.run('help', 'assessment', 'open').splitlines() if line.startswith('    --')]
    assert any('★' in line for line in lines), lines
    assert all(line[28] == ' ' and line[29] != ' ' for line in lines), lines


def help_of_one_word_shows_all_that_begin_with_it(case):
    for words in (['help', 'document'], ['document', '--help']):
        said = case.run(*words)
        assert 'sengen document list' in said and 'sengen document write' in said
        assert 'sengen catalogue' not in said


def help_of_an_unknown_command_is_refused(case):
    assert 'fly' in case.fail(2, 'help', 'fly')


def version_is_one_line(case):
    assert re.fullmatch(r'sengen \d+\.\d+\.\d+\n', case.run('--version'))


def unknown_commands_are_refused(case):
    for word in ('fly', '--fly', 'Answer', ''):
        case.fail(2, word)


def half_a_command_is_refused(case):
    for word in ('document', 'catalogue', 'assessment'):
        assert f'sengen help {word}' in case.fail(2, word)
        case.fail(2, word, 'fly')


def missing_and_surplus_words_are_refused_with_the_usage(case):
    for words in (['answer'], ['answer', 'a', 'b'], ['answer', 'a', 'b', 'c', 'd'], ['import', 'a'],
                  ['score'], ['score', 'a', 'b', 'c'], ['verify'], ['verify', 'a', 'b'], ['history'],
                  ['document', 'write', 'a'], ['catalogue', 'show'], ['demo', 'x'], ['undo'], ['redo'],
                  ['backup'], ['restore'], ['declare'], ['policy'], ['new'], ['company']):
        assert 'sengen ' + words[0] in case.fail(2, *words), words


def unknown_options_are_refused(case):
    for words in (['answer', 'a', 'b', 'c', '--fly'], ['score', 'a', '--fly=1'], ['history', 'a', '-x']):
        assert f'sengen help {words[0]}' in case.fail(2, *words)


def an_option_twice_is_refused(case):
    assert '--note' in case.fail(2, 'answer', 'a', 'b', 'c', '--note', '1', '--note', '2')


def an_option_without_its_value_is_refused(case):
    case.fail(2, 'answer', 'a', 'b', 'c', '--note')


def needed_options_are_asked_for(case):
    for option, words in (('--output', ['demo']), ('--profile', ['new', 'a']),
                          ('--output', ['backup', 'a']), ('--output', ['restore', 'a'])):
        assert option in case.fail(2, *words), words


def words_that_are_not_utf8_are_refused(case):
    assert 'UTF-8' in case.fail(2, 'history', b'\x93\xfa.sengen')
    assert 'UTF-8' in case.fail(2, 'answer', 'a', 'b', 'c', b'--note=\x93\xfa')


def output_is_utf8_in_every_locale(case):
    for locale in ('C', 'C.UTF-8', 'POSIX'):
        listed = case.run('catalogue', 'show', 'ipa-rules', '--json', environment={'LC_ALL': locale})
        assert 'パソコン' in listed, locale


def output_that_cannot_be_written_is_an_error(case):
    with open('/dev/full', 'wb') as full:
        case.fail(3, 'catalogue', 'show', 'ipa-self-check', '--json', stdout=full)


def guidelines_are_listed_with_their_editions(case):
    listed = {(entry['id'], entry['edition']): entry for entry in case.json('catalogue', 'list', '--json')}
    expected = {('ipa-rules', '3.1'): 5, ('ipa-rules', '4.0'): 6,
                ('ipa-self-check', '3.1'): 25, ('ipa-self-check', '4.0'): 25}
    for key, items in expected.items():
        entry = listed[key]
        assert entry['items'] == items, key
        assert isinstance(entry['sections'], int) and entry['sections'] >= 1
        assert isinstance(entry['levels'], dict)
        assert entry['status'] == ('current' if key[1] == '4.0' else 'superseded')
    for identifier, edition in listed:
        assert re.search(rf'^{identifier} +{re.escape(edition)} ', case.run('catalogue', 'list'), re.M)


def a_guideline_is_shown_as_it_is_stored(case):
    for key in ('ipa-self-check@3.1', 'ipa-rules@4.0'):
        stored = os.path.join(os.environ['SENGEN_DATA_DIR'], 'catalogues', key + '.json')
        with open(stored, encoding='utf-8') as file:
            assert case.json('catalogue', 'show', key, '--json') == json.load(file)


def without_an_edition_the_current_one_is_shown(case):
    shown = case.json('catalogue', 'show', 'ipa-self-check', '--json')
    assert shown['edition'] == '4.0'
    assert len(shown['items']) == 25
    for item in shown['items']:
        assert {'id', 'number', 'section', 'title', 'question', 'evidence', 'refs'} <= set(item)
        assert item['question']['ja'] and item['question']['en']


def a_guideline_is_shown_to_people(case):
    shown = case.run('catalogue', 'show', 'ipa-rules')
    for number in range(1, 7):
        assert f'RU-{number}' in shown


def an_unknown_guideline_is_refused(case):
    for key in ('nist', 'ipa-rules@9.9', '@', 'ipa-rules@'):
        case.fail(2, 'catalogue', 'show', key)


def shipped_guidelines_check_as_ok(case):
    paths = glob.glob(os.path.join(os.environ['SENGEN_DATA_DIR'], 'catalogues', '*.json'))
    assert len(paths) >= 4
    for path in paths:
        assert case.run('catalogue', 'check', path) == 'ok\n'


def a_wrong_guideline_is_refused_with_the_place(case):
    path = os.path.join(os.environ['SENGEN_DATA_DIR'], 'catalogues', 'ipa-rules@4.0.json')
    with open(path, encoding='utf-8') as file:
        catalogue = json.load(file)
    del catalogue['items'][2]['title']['en']
    assert '/items/2/title' in case.fail(3, 'catalogue', 'check', case.write('bad.json', catalogue))
    assert 'line 1' in case.fail(3, 'catalogue', 'check', case.write('bad.json', '{"id":'))
    assert 'none.json' in case.fail(3, 'catalogue', 'check', case.path('none.json'))


run_tests(globals())
