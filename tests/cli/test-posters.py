#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posters of the declaration, and the words that choose what a sheet is like."""
import json
import re
import subprocess

from sengen_cli import ISSUED, need, run_tests

VARIANTS = ['a4-horizontal', 'a4-vertical', 'a3-horizontal', 'a3-vertical']
NAME = '社会福祉法人\U00020BB7田葛\U000E0100城OS第12支援センター'


def _company(case, **profile):
    return case.new(**{'name': NAME, 'representative': '髙橋 美咲', 'representative_title': '理事長', **profile})


def _declare(case, file, star=2):
    case.run('declare', file, '--star', str(star), '--id', '50123456789', '--date', '2026-11-23')


def _write(case, file, name, *words):
    return case.run('document', 'write', file, 'declaration-poster', '--output', case.path(name), '--issued', ISSUED,
                    *words)


def _text(case, name):
    """What a reader of the structure meets, tag and text a line each."""
    need('pdfinfo')
    return subprocess.run(['pdfinfo', '-struct-text', case.path(name)], stdout=subprocess.PIPE, check=True,
                          env={'LC_ALL': 'C.UTF-8'}).stdout.decode('utf-8')


def variants_are_listed(case):
    listed = {entry['id']: entry for entry in case.json('document', 'list', '--json')}
    assert listed['declaration-poster']['variants'] == VARIANTS
    assert 'variants' not in listed['basic-policy']


def every_variant_is_written_and_verifies(case):
    need('pdfinfo')
    file = _company(case)
    sizes = {}
    for variant in VARIANTS:
        said = _write(case, file, 'a.pdf', '--variant', variant)
        assert said.startswith('saved: DP-2026-000') and ', 1 page, ' in said, said
        case.run('verify', case.path('a.pdf'))
        info = subprocess.run(['pdfinfo', case.path('a.pdf')], stdout=subprocess.PIPE, check=True).stdout.decode()
        sizes[variant] = re.search(r'Page size:.*\((A[0-9])\)', info).group(1)
    assert sizes == {'a4-horizontal': 'A4', 'a4-vertical': 'A4', 'a3-horizontal': 'A3', 'a3-vertical': 'A3'}, sizes


def a_variant_has_a_number_of_its_own(case):
    file = _company(case)
    usual = _write(case, file, 'a.pdf').split(',')[0]
    other = _write(case, file, 'b.pdf', '--variant', 'a4-vertical').split(',')[0]
    assert usual != other
    assert _write(case, file, 'c.pdf', '--variant', 'a4-vertical').split(',')[0] == other
    assert case.read('b.pdf') == case.read('c.pdf')
    assert 'S-07H' in _text(case, 'a.pdf') and 'S-07V' in _text(case, 'b.pdf')


def the_usual_variant_can_be_named(case):
    file = _company(case)
    _write(case, file, 'a.json')
    _write(case, file, 'b.json', '--variant', VARIANTS[0])
    assert json.loads(case.read('a.json'))['variant'] == VARIANTS[0]
    assert json.loads(case.read('b.json'))['variant'] == VARIANTS[0]


def columns_are_read_from_the_right_as_they_were_typed(case):
    file = _company(case)
    _declare(case, file)
    _write(case, file, 'a.pdf', '--variant', 'a4-vertical')
    text = _text(case, 'a.pdf')
    lines = [line.strip() for line in text.splitlines()]
    spoken = [line[1:-1] for line in lines if line.startswith('"')]
    title = spoken.index('情報セキュリティの宣言')
    numerals = [spoken.index(numeral) for numeral in '一二三四五六']
    date = spoken.index('二〇二六年十一月二十三日')
    name = spoken.index(NAME)
    assert [title, *numerals, date, name] == sorted([title, *numerals, date, name]), spoken
    assert spoken[name + 1] == '理事長髙橋 美咲', spoken
    for tag, count in (('H1', 1), ('L', 1), ('LI', 6), ('Lbl', 6), ('LBody', 6)):
        assert sum(line.split(' ')[0] == tag for line in lines) == count, tag


def a_star_is_named_only_when_it_was_declared(case):
    file = _company(case)
    for variant in VARIANTS[:2]:
        _write(case, file, 'a.pdf', '--variant', variant)
        text = _text(case, 'a.pdf')
        assert 'SECURITY ACTION' not in text and '星' not in text and '商標' not in text, text
        assert '自己宣言に基づく自社の記録' in text
    _declare(case, file, 1)
    for variant in VARIANTS[:2]:
        _write(case, file, 'a.pdf', '--variant', variant)
        text = _text(case, 'a.pdf')
        assert '一つ星を宣言しました（自己宣言ID 50123456789）' in text and '二つ星' not in text, text
        assert '商標' in text


def english_is_set_in_rows_only(case):
    file = _company(case)
    _write(case, file, 'a.pdf', '--language', 'en', '--variant', 'a3-horizontal')
    said = case.fail(2, 'document', 'write', file, 'declaration-poster', '--output', case.path('b.pdf'), '--language',
                     'en', '--variant', 'a4-vertical')
    assert 'Japanese' in said, said
    assert case.files() == ['a.pdf', 'a.sengen']


def unknown_variants_are_refused(case):
    file = _company(case)
    case.answer_all(file)
    for variant in ('a5-horizontal', 'A4-vertical', 'vertical', ''):
        said = case.fail(2, 'document', 'write', file, 'declaration-poster', '--output', case.path('a.pdf'),
                         '--variant', variant)
        assert 'a4-horizontal, a4-vertical' in said, said
    said = case.fail(2, 'document', 'write', file, 'self-check-result', '--output', case.path('a.pdf'), '--variant',
                     'a4-vertical')
    assert 'a4-vertical' in said, said
    assert case.files() == ['a.sengen']
    assert all(event['act'] != 'issue' for event in case.json('history', file, '--json'))


def a_private_character_stops_the_poster_too(case):
    file = _company(case, representative='髙橋\ue000')
    for variant in VARIANTS:
        said = case.fail(1, 'document', 'write', file, 'declaration-poster', '--output', case.path('a.pdf'),
                         '--variant', variant)
        assert 'U+E000' in said, said
    assert case.files() == ['a.sengen']


def who_gets_a_sheet_is_recorded(case):
    file = _company(case)
    case.answer_all(file)
    case.run('document', 'write', file, 'self-check-result', '--output', case.path('a.json'), '--issued', ISSUED,
             '--recipient', '株式会社大手（見本）')
    assert json.loads(case.read('a.json'))['recipient'] == '株式会社大手（見本）'
    issued = case.json('history', file, '--json')[-1]
    assert issued['act'] == 'issue' and issued['after']['recipient'] == '株式会社大手（見本）', issued
    case.run('document', 'write', file, 'self-check-result', '--output', case.path('b.json'), '--issued', ISSUED)
    assert 'recipient' not in json.loads(case.read('b.json'))
    assert case.json('history', file, '--json')[-1]['after']['recipient'] is None


run_tests(globals())
