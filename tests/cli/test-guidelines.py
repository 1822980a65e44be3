#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Guidelines above the self-check: lists, answers in their own words, requirements, levels."""
import json
import os
import shutil
import subprocess

from sengen_cli import Skip, run_tests


def _scs(case):
    return case.json('catalogue', 'show', 'scs', '--json')


def _criteria(case, requirement):
    return [item for item in _scs(case)['items'] if item['group'] == requirement]


def _group(case, file, name, *words):
    groups = case.json('score', file, 'scs', '--json', *words)['groups']
    return next(group for group in groups if group['id'] == name)


def the_list_counts_criteria_and_requirements(case):
    rows = {(row['id'], row['edition']): row for row in case.json('catalogue', 'list', '--json')}
    scs = next(row for (name, _), row in rows.items() if name == 'scs')
    assert (scs['sections'], scs['requirements'], scs['items']) == (7, 43, 153)
    assert scs['levels'] == {'★3': 81, '★4': 153}
    assert scs['requirement_levels'] == {'★3': 26, '★4': 43}
    assert rows['ipa-self-check', '4.0']['items'] == 25
    assert all('requirements' not in row for (name, _), row in rows.items() if name != 'scs')


def what_is_shown_is_what_is_counted(case):
    scs = _scs(case)
    assert (len(scs['groups']), len(scs['items'])) == (43, 153)
    for item in scs['items']:
        assert item['number'] and item['question']['ja'] and item['question']['en'] and item['evidence']
    text = case.run('catalogue', 'show', 'scs')
    assert all(f"\n{item['id']} " in text for item in scs['items'])


def answers_use_the_words_of_their_scale(case):
    file = case.new()
    first = _scs(case)['items'][0]['id']
    for value in ('met', 'partly', 'not-met', 'unknown', 'not-applicable'):
        said = case.run('answer', file, first, value, '--catalogue', 'scs', '--note', value)
        assert said == f'saved: {first} {value}\n', said
        counts = case.json('score', file, 'scs', '--json')['counts']
        assert counts == {'none': 152, **{key: int(key == value) for key in counts if key != 'none'}}
    for value in ('done', 'partial', 'not-done', '1'):
        assert 'met, partly, not-met' in case.fail(2, 'answer', file, first, value, '--catalogue', 'scs')
    assert 'several guidelines' in case.fail(2, 'answer', file, first, 'met')
    last = case.json('history', file, '--json')[-1]
    assert last['after']['value'] == 'not-applicable' and last['item'] == first


def a_requirement_is_met_by_all_its_criteria(case):
    file = case.new()
    name = next(group['id'] for group in _scs(case)['groups'] if len(_criteria(case, group['id'])) > 2)
    criteria = [item['id'] for item in _criteria(case, name)]
    for item in criteria[:-1]:
        case.run('answer', file, item, 'met', '--catalogue', 'scs')
    case.run('answer', file, criteria[-1], 'partly', '--catalogue', 'scs')
    assert not _group(case, file, name)['met']
    case.run('answer', file, criteria[-1], 'not-applicable', '--catalogue', 'scs')
    group = _group(case, file, name)
    assert group['met'] and group['not_applicable'] == 1 and group['total'] == len(criteria) - 1
    score = case.json('score', file, 'scs', '--json')
    assert (score['requirements'], score['requirements_met']) == (43, 1)
    assert score['total'] == len(criteria) - 1 and score['max'] == 153 and score['band'] is None
    text = case.run('score', file, 'scs', environment={'LC_ALL': 'C.UTF-8'})
    assert '%' not in text and 'not applicable: 1' in text, text


def a_level_counts_what_it_asks_for(case):
    file = case.new()
    items = _scs(case)['items']
    answers = [{'item': item['id'], 'value': 'met' if item['level'] == '★3' else 'not-met'}
               for item in items]
    case.run('import', file, case.write('a.json', {'catalogue': 'scs', 'answers': answers}))
    for level, expected in (('★3', (81, 81, 26, 26)), ('★4', (81, 153, 43, None))):
        for typed in (level, level[1:]):
            score = case.json('score', file, 'scs', '--level', typed, '--json')
            assert score['level'] == level
            assert (score['total'], score['max'], score['requirements']) == expected[:3], score
            assert expected[3] in (None, score['requirements_met']), score
            assert sum(part['max'] for part in score['sections']) == score['max']
            assert sum(part['requirements'] for part in score['sections']) == score['requirements']
    met = case.json('score', file, 'scs', '--level', '4', '--json')['requirements_met']
    only_three = {item['group'] for item in items} - {item['group'] for item in items
                                                      if item['level'] == '★4'}
    assert met == len(only_three)
    assert '★5' in case.fail(2, 'score', file, 'scs', '--level', '★5')


def levels_of_maturity_are_not_added_up(case):
    file = case.new()
    item = case.json('catalogue', 'show', 'meti-management', '--json')['items'][0]['id']
    case.run('answer', file, item, '4')
    case.fail(2, 'answer', file, item, '6')
    score = case.json('score', file, 'meti-management', '--json')
    assert score['total'] is None and score['max'] is None and score['band'] is None
    assert score['counts']['4'] == 1 and score['answered'] == 1 and 'groups' not in score
    assert '0 / 0' not in case.run('score', file, 'meti-management')


def what_is_for_reference_is_not_answered(case):
    file = case.new()
    for name in ('ipa-threats', 'cpsf'):
        item = case.json('catalogue', 'show', name, '--json')['items'][0]
        assert 'question' not in item
        assert 'reference' in case.fail(2, 'answer', file, item['id'], 'done', '--catalogue', name,
                                        environment={'LC_ALL': 'C.UTF-8'})
        assert 'reference' in case.fail(2, 'score', file, name, environment={'LC_ALL': 'C.UTF-8'})
        case.fail(2, 'assessment', 'open', file, name)
        source = case.write('a.json', {'catalogue': name, 'answers': [{'item': item['id'], 'value': 'done'}]})
        case.fail(2, 'import', file, source)
    assert case.json('score', file, '--json') == []


def only_guidelines_that_are_asked_for_are_read(case):
    if shutil.which('strace') is None or subprocess.run(['strace', '-o', os.devnull, 'true'], check=False,
                                                        stderr=subprocess.DEVNULL).returncode != 0:
        raise Skip('strace cannot follow a process here')
    # A sanitizer cannot look for leaks in a process that is followed.
    environment = {**os.environ, 'XDG_DATA_HOME': case.home, 'ASAN_OPTIONS': 'detect_leaks=0'}
    file = case.new()
    case.run('answer', file, '1', 'done', '--catalogue', 'ipa-rules')
    for words, wanted in ((('score', file), {'ipa-rules'}), (('history', file), {'ipa-rules'}),
                          (('catalogue', 'show', 'scs'), {'scs'}), (('catalogue', 'list'), None)):
        trace = case.path('trace')
        subprocess.run(['strace', '-f', '-e', 'trace=openat', '-o', trace, case.program, *words], check=True,
                       stdout=subprocess.DEVNULL, env=environment)
        with open(trace, encoding='utf-8') as lines:
            read = {line.split('/catalogues/')[1].split('@')[0] for line in lines
                    if '/catalogues/' in line and '@' in line}
        if wanted is None:
            assert len(read) == len({row['id'] for row in case.json('catalogue', 'list', '--json')})
        else:
            assert read == wanted, (words, read)


def _with_damaged(case, start):
    """The program's data with one guideline that cannot be read: its file's name and the environment."""
    data = case.path('data')
    shutil.copytree(os.environ['SENGEN_DATA_DIR'], data)
    [name] = [name for name in os.listdir(os.path.join(data, 'catalogues')) if name.startswith(start)]
    path = os.path.join(data, 'catalogues', name)
    with open(path, encoding='utf-8') as source:
        catalogue = json.load(source)
    catalogue['items'][4]['caution'] = 'text'
    with open(path, 'w', encoding='utf-8') as target:
        json.dump(catalogue, target)
    return name, {'SENGEN_DATA_DIR': data}


def a_damaged_guideline_is_named_and_the_others_work(case):
    file = case.new()
    name, environment = _with_damaged(case, 'scs@')
    case.run('answer', file, '1', 'done', '--catalogue', 'ipa-rules', environment=environment)
    for words in (('catalogue', 'show', 'scs'), ('catalogue', 'list'), ('score', file, 'scs'),
                  ('answer', file, '1-2-1-1', 'met', '--catalogue', 'scs')):
        assert f'{name}”, /items/4/caution' in case.fail(3, *words, environment=environment).replace('」、', '”, ')


def no_declaration_is_put_on_record_without_its_edition(case):
    file = case.new()
    name, environment = _with_damaged(case, 'ipa-rules@3.1')
    words = ('declare', file, '--star', '1', '--id', '50000000000', '--date', '2026-11-23')
    assert name in case.fail(3, *words, environment=environment)
    assert case.json('history', file, '--kind', 'declaration', '--json') == []
    case.run(*words)
    [event] = case.json('history', file, '--kind', 'declaration', '--json')
    assert event['after']['edition'] == '4.0'


run_tests(globals())
