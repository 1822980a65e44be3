#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's own guidelines: what customers ask, checked, loaded, answered and given back."""
import json

from sengen_cli import run_tests


def a_check_lists_all_that_is_wrong(case):
    guideline = case.json('catalogue', 'show', 'ipa-rules', '--json')
    path = case.write('good.json', json.dumps(guideline, ensure_ascii=False, indent=1))
    assert case.run('catalogue', 'check', path) == 'ok\n'
    assert case.json('catalogue', 'check', path, '--json') == []

    del guideline['items'][0]['question']['en']
    guideline['items'][2]['section'] = 'nowhere'
    guideline['colour'] = 'blue'
    path = case.write('bad.json', json.dumps(guideline, ensure_ascii=False, indent=1))
    said = case.call('catalogue', 'check', path, environment={'LC_ALL': 'C.UTF-8'})
    lines = said.stdout.decode().splitlines()
    text = case.read('bad.json').decode().splitlines()
    assert said.returncode == 3 and len(lines) == 3 and b'3 faults' in said.stderr, said
    for line, place in zip(lines, ('/items/0/question/en', '/items/2/section', '/colour')):
        _, row, column, pointer, _ = line.split(':', 4)
        assert pointer == ' ' + place and line.startswith(path), line
        assert text[int(row) - 1][int(column) - 1] in '{"', line
    found = json.loads(case.call('catalogue', 'check', path, '--json').stdout)
    assert [fault['place'] for fault in found] == ['/items/0/question/en', '/items/2/section', '/colour']
    assert all(fault['wrong'] and fault['expected'] for fault in found)
    case.fail(3, 'catalogue', 'check', case.write('cut.json', '{'))


run_tests(globals())
