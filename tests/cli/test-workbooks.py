#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for people: what a spreadsheet program finds in an XLSX."""
import csv
import os
import re
import subprocess
import time
import zipfile
from xml.etree import ElementTree

from sengen_cli import ISSUED, need, run_tests

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
# What people type, and what a spreadsheet would make of it if it were not told that it is text.
NOTES = ['0123456789012', '0600001', '=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', "'quoted", 'two\nlines', '1/2',
         '2026-11-23', '1E5', 'TRUE', '_x0041_', '髙﨑𠮷葛󠄀', '<b>&"', '"q", x', '0.10', '1,000', '#N/A', '{=A1}',
         '=HYPERLINK("http://example.com")', '😀', 'か\u3099', '①㈱']
# Every sheet, UTF-8, texts in quotes and numbers not.
AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1'


def _company(case):
    file = case.new()
    answers = [{'item': f'SD-{number:02}', 'value': 'done', 'note': note} for number, note in enumerate(NOTES, 1)]
    source = case.write('answers.json', {'catalogue': 'ipa-self-check', 'answers': answers})
    case.run('import', file, source)
    return file


def _write(case, file, name, *words):
    return case.run('document', 'write', file, 'self-check-result', '--output', case.path(name), '--issued', ISSUED,
                    *words)


def _cells(case, name, number):
    """The cells of a worksheet by row: texts, or numbers. A formula would be a KeyError."""
    with zipfile.ZipFile(case.path(name)) as book:
        texts = [''.join(part.itertext()) for part in ElementTree.fromstring(book.read('xl/sharedStrings.xml'))]
        sheet = ElementTree.fromstring(book.read(f'xl/worksheets/sheet{number}.xml'))
    assert not list(sheet.iter(f'{MAIN}f'))
    rows = []
    for row in sheet.iter(f'{MAIN}row'):
        rows.append([])
        for cell in row:
            value = cell.findtext(f'{MAIN}v')
            text = cell.get('t') == 's'
            rows[-1].append(texts[int(value)] if text else float(value) if value is not None else None)
    return rows


def notes_stand_in_a_workbook_as_typed(case):
    _write(case, _company(case), 'a.xlsx')
    head, *rows = _cells(case, 'a.xlsx', 2)
    assert head[:4] == ['番号', '項目', '回答', '点'], head
    assert [row[0] for row in rows] == [str(number) for number in range(1, 26)]
    assert {row[3] for row in rows} == {4.0}
    notes = [row[head.index('メモ')].replace('_x005F_', '_') for row in rows]
    assert notes == NOTES


def the_same_words_give_the_same_workbook(case):
    file = _company(case)
    said = _write(case, file, 'a.xlsx')
    assert said == f'saved: SC-2026-0001, {case.path("a.xlsx")}\n', said
    time.sleep(1.1)
    _write(case, file, 'b.xlsx')
    assert case.read('a.xlsx') == case.read('b.xlsx')
    _write(case, file, 'c.xlsx', '--language', 'en')
    assert _cells(case, 'c.xlsx', 2)[0][:4] == ['No.', 'Item', 'Answer', 'Points']


def every_table_is_offered_as_a_workbook_too(case):
    for entry in case.json('document', 'list', '--json'):
        assert ('csv' in entry['formats']) == ('xlsx' in entry['formats']), entry


def a_note_too_long_for_a_cell_stops_the_workbook_and_is_named(case):
    file = _company(case)
    case.run('answer', file, 'SD-07', 'done', '--note', '長' * 32767)
    _write(case, file, 'a.xlsx')
    case.run('answer', file, 'SD-07', 'done', '--note', '長' * 32768)
    before = case.head(file)
    said = case.fail(1, 'document', 'write', file, 'self-check-result', '--output', case.path('b.xlsx'))
    assert 'メモ' in said and ' 8 ' in said, said
    assert case.head(file) == before and 'b.xlsx' not in case.files()


def a_spreadsheet_program_finds_every_cell_as_typed(case):
    need('soffice')
    _write(case, _company(case), 'a.xlsx')
    os.mkdir(case.path('out'))
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{case.path("profile")}', '--convert-to',
                    AS_CSV, '--outdir', case.path('out'), case.path('a.xlsx')], check=True, timeout=110,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    names = sorted(os.listdir(case.path('out')))
    assert len(names) == 2 and 'a-この表について.csv' in names, names
    about = case.read('out/a-この表について.csv').decode('utf-8')
    assert re.search(r'^"発行日",2026-11-23$', about, re.M), about
    table = case.read(f'out/{[name for name in names if "この表" not in name][0]}').decode('utf-8')
    head, *rows = csv.reader(table.splitlines(keepends=True))
    assert [row[head.index('メモ')] for row in rows] == NOTES
    for note in NOTES:
        assert '"{}"'.format(note.replace('"', '""')) in table, note
    assert table.count('"実施",4,') == 25


run_tests(globals())
