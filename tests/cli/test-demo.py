#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo: the sample company and every document of it."""
import csv
import io
import json
import os

from sengen_cli import made_demo, run_tests


def _read(folder, name):
    with open(os.path.join(folder, name), 'rb') as file:
        return file.read()


def the_demo_writes_every_document(case):
    folder, written = made_demo(case)
    assert sorted(written) == sorted(os.listdir(folder))
    for entry in case.json('document', 'list', '--json'):
        for audience in entry['audiences']:
            for form in entry['formats']:
                for language in ('ja', 'en'):
                    assert f'{entry["id"]}-{audience}-{language}.{form}' in written
                for variant in entry.get('variants', [])[1:]:
                    assert f'{entry["id"]}-{variant}-{audience}-ja.{form}' in written
    assert 'declaration-poster-a3-horizontal-partner-en.pdf' in written
    assert not any('vertical' in name and '-en.' in name for name in written)
    for name in written:
        if name.endswith('.pdf') or name.endswith('.sengen'):
            case.run('verify', os.path.join(folder, name))


def the_demo_writes_one_language_when_told(case):
    _, written = made_demo(case, '--language', 'en')
    assert any('-en.' in name for name in written) and not any('-ja.' in name for name in written)
    case.fail(2, 'demo', '--output', case.path('other'), '--language', 'fr')
    assert not os.path.exists(case.path('other'))


def _without_salts(value):
    """The salts of a history are random, and so are its hashes and those of all that hangs on them."""
    if isinstance(value, dict):
        return {key: _without_salts(inner) for key, inner in value.items()
                if key not in ('hash', 'head', 'prev_hash')}
    return [_without_salts(inner) for inner in value] if isinstance(value, list) else value


def _rows_without_salts(content):
    return [_without_salts(row) for row in csv.DictReader(io.StringIO(content.decode('utf-8-sig')))]


def two_demos_say_the_same(case):
    whole, names = made_demo(case)
    english, some = made_demo(case, '--language', 'en')
    assert set(some) < set(names)
    for name in some:
        first, second = _read(whole, name), _read(english, name)
        if name.endswith('.csv'):
            assert _rows_without_salts(first) == _rows_without_salts(second), name
        if name.endswith('.json'):
            first, second = json.loads(first), json.loads(second)
            assert first['record']['head'] != second['record']['head']
            if not name.startswith('audit-set'):  # names the numbers of its sheets
                assert _without_salts(first) == _without_salts(second), name


def the_demo_wants_a_new_or_empty_folder(case):
    os.mkdir(case.path('full'))
    case.write('full/mine', 'mine')
    case.fail(3, 'demo', '--output', case.path('full'))
    case.fail(3, 'demo', '--output', case.path('full/mine'))
    case.fail(3, 'demo', '--output', case.path('none/deep'))
    assert os.listdir(case.path('full')) == ['mine']
    os.mkdir(case.path('empty'))
    said = case.run('demo', '--output', case.path('empty'), '--language', 'ja', timeout=300)
    assert f'{case.path("empty")}/sample.sengen\n' in said


def the_sample_says_that_it_is_one(case):
    folder, _ = made_demo(case)
    sheet = json.loads(_read(folder, 'self-check-result-partner-ja.json'))
    assert sheet['sample'] is True
    assert '見本' in sheet['company']['name']


run_tests(globals())
