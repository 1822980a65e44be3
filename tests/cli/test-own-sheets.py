#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's own guidelines: what customers ask, checked, loaded, answered and given back."""
import csv
import io
import json
import os
import zipfile

from sengen_cli import run_tests

QUESTIONS = os.path.join(os.environ['SENGEN_DATA_DIR'], 'samples', 'questionnaire', 'questionnaire.csv')
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def _workbook(case, name, sheets, texts=''):
    """A workbook as Excel writes it: tabs by name, each the XML of its rows."""
    with zipfile.ZipFile(case.path(name), 'w') as file:
        tabs = ''.join(f'<sheet name="{tab}" sheetId="{number}" r:id="rId{number + 4}"/>'
                       for number, tab in enumerate(sheets, 1))
        file.writestr('xl/workbook.xml', f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{tabs}</sheets></workbook>')
        links = ''.join(f'<Relationship Id="rId{number + 4}" Type="x" Target="worksheets/tab{number}.xml"/>'
                        for number in range(1, len(sheets) + 1))
        file.writestr('xl/_rels/workbook.xml.rels', f'<Relationships>{links}</Relationships>')
        file.writestr('xl/sharedStrings.xml', f'<sst xmlns="{MAIN}">{texts}</sst>')
        for number, rows in enumerate(sheets.values(), 1):
            file.writestr(f'xl/worksheets/tab{number}.xml', f'<worksheet><sheetData>{rows}</sheetData></worksheet>')
    return case.path(name)


def _rows(case, name):
    return list(csv.reader(io.StringIO(case.read(name).decode('utf-8-sig'))))


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


def a_table_of_questions_is_checked_too(case):
    assert case.run('catalogue', 'check', QUESTIONS) == 'ok\n'
    path = case.write('a.csv', '番号,設問\n1,甲\n1,乙\n,丙\n'.encode('cp932'))
    said = case.call('catalogue', 'check', path, environment={'LC_ALL': 'C.UTF-8'})
    lines = said.stdout.decode().splitlines()
    assert said.returncode == 3 and [line[len(path) + 1:len(path) + 4] for line in lines] == ['3:1', '4:1'], said
    case.fail(3, 'catalogue', 'check', case.write('b.csv', b'a,"b\n'))
    case.fail(3, 'catalogue', 'check', case.write('c.xlsx', b'PK\x03\x04'))


def sixty_questions_are_loaded_answered_and_given_back(case):
    """Four acts in all: load, carry, one answer of one's own, export."""
    file = case.new()
    case.answer_all(file)
    before = len(case.json('history', file, '--json'))
    said = case.run('catalogue', 'load', file, QUESTIONS, '--id', 'hinode', '--title', '調査票', '--owner', '日の出工業')
    key = said.strip().removeprefix('saved: ')
    assert key.startswith('hinode@'), said
    assert len(case.json('history', file, '--json')) == before + 1
    row = next(row for row in case.json('catalogue', 'list', file, '--json') if row['id'] == 'hinode')
    assert row['items'] == 60 and row['sections'] == 10
    assert 'hinode' not in case.run('catalogue', 'list')
    sheet = case.json('catalogue', 'show', file, 'hinode', '--json')
    assert sheet['owner']['ja'] == '日の出工業' and sheet['wording'] == 'customer'

    proposed = case.json('carry', file, 'all', 'hinode', '--json')['proposals']
    assert 8 <= len(proposed) <= 30
    for proposal in proposed:
        assert proposal['value'] == 'partial' and proposal['sureness'] in ('low', 'fair')
        assert all(source['catalogue'] == 'ipa-self-check@4.0' and source['likeness'] >= 28
                   and source['relation'] == 'intersects' for source in proposal['sources'])
    places = case.json('carry', file, 'all', 'hinode', '--item', 'hinode-27', '--json')['proposals'][0]
    assert places['sources'][0]['item'] == 'SD-21'
    case.run('carry', file, 'all', 'hinode', '--accept')
    case.run('answer', file, 'hinode-60', 'not-done', '--note', '社内だけの話', '--statement', '来年度に検討します。')

    assert case.run('catalogue', 'export', file, 'hinode', '--output', case.path('out.csv')).startswith('saved: ')
    rows = _rows(case, 'out.csv')
    with open(QUESTIONS, encoding='utf-8-sig', newline='') as asked:
        original = list(csv.reader(asked))
    assert [row[:3] for row in rows] == [row[:3] for row in original]
    assert sum(row[3] == '一部実施している' for row in rows) == len(proposed)
    assert rows[60][3:] == ['実施していない', '来年度に検討します。'] and '社内だけの話' not in str(rows)
    case.fail(3, 'catalogue', 'export', file, 'hinode', '--output', case.path('out.csv'))
    case.fail(2, 'catalogue', 'export', file, 'hinode', '--output', case.path('out.pdf'))
    case.run('catalogue', 'export', file, 'hinode', '--output', case.path('out.xlsx'), '--language', 'en')
    assert case.run('catalogue', 'check', case.path('out.xlsx')) == 'ok\n'
    assert case.run('verify', file)


def a_sheet_is_loaded_once(case):
    file = case.new()
    case.run('catalogue', 'load', file, QUESTIONS, '--id', 'hinode')
    head = case.head(file)
    case.fail(3, 'catalogue', 'load', file, QUESTIONS, '--id', 'hinode')
    case.fail(2, 'catalogue', 'load', file, QUESTIONS, '--id', 'scs')
    case.fail(3, 'catalogue', 'load', file, case.write('a.csv', 'a,b\n1,2\n'))
    case.fail(1, 'catalogue', 'export', file, 'hinode', '--output', case.path('out.csv'))
    assert case.head(file) == head
    case.run('undo', file)
    case.fail(2, 'catalogue', 'show', file, 'hinode')


def references_of_a_sheet_bring_answers(case):
    file = case.new()
    case.answer_all(file)
    case.run('catalogue', 'load', file, QUESTIONS, '--id', 'hinode')
    sheet = case.json('catalogue', 'show', file, 'hinode', '--json')
    case.run('undo', file)
    sheet['items'][59]['refs'] = [{'scheme': 'ipa-self-check@4.0', 'item': 'SD-15'}]
    case.run('catalogue', 'load', file, case.write('sheet.json', sheet))
    proposals = case.json('carry', file, 'all', 'hinode', '--item', 'hinode-60', '--json')['proposals']
    [source] = proposals[0]['sources']
    assert (source['item'], source['likeness'], source['sureness']) == ('SD-15', None, 'fair')


def a_workbook_of_excel_is_read(case):
    """A cover first; runs of rich text, reading aids, texts of cells, formulas and numbers."""
    texts = ('<si><t>番号</t></si><si><r><t>確認</t></r><r><t>事項</t></r><rPh sb="0" eb="2"><t>カクニン</t></rPh></si>'
             '<si><t xml:space="preserve">甲ですか。</t></si><si><t>ご回答にあたって</t></si>')
    rows = ('<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="E2" t="inlineStr"><is><t>回答</t></is></c></row>'
            '<row r="3"><c r="B3" s="4"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>'
            '<row r="5"><c r="B5"><f>B3+0.1</f><v>1.1</v></c><c r="C5" t="str"><f>"乙"</f><v>乙ですか。</v></c></row>')
    cover = '<row r="1"><c r="A1" t="s"><v>3</v></c></row>'
    path = _workbook(case, 'a.xlsx', {'表紙': cover, '調査票': rows}, texts)
    file = case.new()
    case.run('catalogue', 'load', file, path)
    sheet = case.json('catalogue', 'show', file, 'sheet-1', '--json')
    assert [(item['number'], item['question']['ja']) for item in sheet['items']] == [('1', '甲ですか。'), ('1.1', '乙ですか。')]
    assert sheet['sheet']['columns'] == ['other', 'number', 'question', 'other', 'answer']
    case.run('answer', file, 'sheet-1-02', 'done')
    case.run('catalogue', 'export', file, 'sheet-1', '--output', case.path('out.csv'))
    assert _rows(case, 'out.csv')[2] == ['', '1.1', '乙ですか。', '', '実施している']


def a_damaged_workbook_is_refused(case):
    good = '<row r="1"><c r="A1" t="inlineStr"><is><t>番号</t></is></c></row>'
    broken = {
        'far-away': '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
        'no-row': '<row r="1"><c r="A0"><v>1</v></c></row>',
        'huge-row': '<row r="4000000000"><c><v>1</v></c></row>',
        'no-text': '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        'cut': '<row r="1"><c r="A1">',
    }
    for name, rows in broken.items():
        path = _workbook(case, f'{name}.xlsx', {'a': good, 'b': rows})
        assert 'Excel' in case.fail(3, 'catalogue', 'check', path), name
    case.fail(3, 'catalogue', 'check', _workbook(case, 'none.xlsx', {'a': good}))


run_tests(globals())
