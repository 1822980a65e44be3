#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents: what goes out of the house."""
import csv
import io
import json
import os
import re
import secrets
import subprocess
import zipfile

from sengen_cli import ISSUED, need, run_tests

# Words put where an outsider must never read them.
SECRETS = {kind: f'zz{secrets.token_hex(8)}' for kind in ('note', 'contact', 'by', 'owner', 'email', 'phone', 'file')}


def _company(case):
    file = case.new(representative='髙橋 美咲', representative_title='代表取締役', address='東京都',
                    contact=SECRETS['contact'], contact_department='総務課', email=SECRETS['email'],
                    phone=SECRETS['phone'], employees=18)
    case.answer_all(file, statement='対策をしています。', note=SECRETS['note'])
    case.run('answer', file, 'SD-02', 'not-done', '--note', SECRETS['note'], '--by', SECRETS['by'])
    return file


def _declared(case):
    file = _company(case)
    case.run('policy', file, '--part', 'owner', '--text', '代表者が先頭に立ちます。')
    case.run('policy', file, '--published', '受付', '--date', '2026-11-23')
    case.run('declare', file, '--star', '2', '--id', '50123456789', '--date', '2026-11-23', '--shown', '受付')
    return file


def _complete(case):
    """A company that has something for every document, and a secret wherever one can be."""
    file = _declared(case)
    for item in ('SD-02', 'SD-03'):
        case.run('answer', file, item, 'unknown', '--note', SECRETS['note'])
    case.run('answer', file, 'RU-1', 'done', '--statement', '更新しています。', '--note', SECRETS['note'], '--by', SECRETS['by'])
    case.run('answer', file, '1-2-1-1', 'met', '--catalogue', 'scs', '--statement', '役割を決めています。',
             '--note', SECRETS['note'], '--by', SECRETS['by'])
    case.run('assessment', 'open', file, 'ipa-self-check', '--close-previous', '--answered-by', SECRETS['by'],
             '--reviewed-by', SECRETS['owner'])
    case.answer_all(file, statement='今年も対策をしています。', note=SECRETS['note'])
    case.run('answer', file, 'SD-02', 'unknown', '--note', SECRETS['note'], '--by', SECRETS['by'])
    case.run('evidence', 'add', file, 'SD-01', case.write(f'{SECRETS["file"]}.csv', 'a,b\n'), '--title', '更新の一覧',
             '--by', SECRETS['by'])
    case.run('task', 'add', file, 'SD-02', '手順を作る', '--owner', SECRETS['owner'], '--due', '2027-01-15',
             '--note', SECRETS['note'], '--by', SECRETS['by'])
    case.run('assessment', 'close', file, '4')
    case.run('answer', file, 'MG-1-1', '3', '--catalogue', 'meti-management', '--statement', '経営の課題にしています。',
             '--note', SECRETS['note'], '--by', SECRETS['by'])
    return file


def _write(case, file, document, name, *words):
    return case.run('document', 'write', file, document, '--output', case.path(name), '--issued', ISSUED, *words)


def a_sheet_on_criteria_goes_up_to_a_level(case):
    file = case.new()
    case.fail(1, 'document', 'write', file, 'scs-self-assessment', '--output', case.path('a.pdf'))
    case.run('answer', file, '1-2-1-1', 'met', '--catalogue', 'scs')
    for words, criteria, level in (((), 81, '★3'), (('--level', '★4'), 153, '★4')):
        _write(case, file, 'scs-self-assessment', 'a.json', *words)
        sheet = json.loads(case.read('a.json'))
        assert (sheet['criteria'], sheet['met'], sheet['level']) == (criteria, 1, level)
        assert level in sheet['title'] and len(sheet['items']) == criteria
    for document, level in (('scs-self-assessment', '★5'), ('history', '★3')):
        case.fail(2, 'document', 'write', file, document, '--output', case.path('b.pdf'), '--level', level)
    assert not os.path.exists(case.path('b.pdf'))


def documents_are_listed(case):
    listed = {entry['id']: entry for entry in case.json('document', 'list', '--json')}
    assert {'self-check-result', 'declaration-record', 'basic-policy'} <= set(listed)
    for entry in listed.values():
        assert entry['title'] and 'pdf' in entry['formats'] and entry['audiences']
        assert entry['id'] in case.run('document', 'list')


def a_sheet_is_a_pdf_that_verifies(case):
    said = _write(case, _company(case), 'self-check-result', 'a.pdf')
    assert said.startswith('saved: SC-2026-0001, ') and said.endswith(f' {case.path("a.pdf")}\n'), said
    assert case.read('a.pdf').startswith(b'%PDF-')
    checked = case.run('verify', case.path('a.pdf'))
    assert 'self-check-result' in checked


def the_same_words_give_the_same_bytes(case):
    file = _company(case)
    first = _write(case, file, 'self-check-result', 'a.pdf')
    second = _write(case, file, 'self-check-result', 'b.pdf')
    assert first.replace('a.pdf', 'b.pdf') == second
    assert case.read('a.pdf') == case.read('b.pdf')


def another_language_or_time_is_another_sheet(case):
    file = _company(case)
    numbers = [_write(case, file, 'self-check-result', 'a.pdf', *words).split(',')[0]
               for words in ([], ['--language', 'en'], ['--audience', 'partner'])]
    later = case.run('document', 'write', file, 'self-check-result', '--output', case.path('a.pdf'), '--issued',
                     '2026-11-24T10:00:00+09:00')
    assert len({*numbers, later.split(',')[0]}) == 4


def a_damaged_sheet_is_judged_in_one_line_at_most(case):
    _write(case, _company(case), 'self-check-result', 'a.pdf')
    good = case.read('a.pdf')
    for place in range(64, len(good), len(good) // 9):
        bad = bytearray(good)
        bad[place] ^= 0x55
        case.write('bad.pdf', bytes(bad))
        done = case.call('verify', case.path('bad.pdf'))
        assert done.returncode in (0, 1, 3), done.returncode
        assert done.stderr.count(b'\n') == (done.returncode != 0), done.stderr
    case.fail(3, 'verify', case.write('cut.pdf', good[:len(good) // 2]))


def json_holds_the_record_and_its_answers(case):
    file = _company(case)
    _write(case, file, 'self-check-result', 'a.json')
    sheet = json.loads(case.read('a.json'))
    assert sheet['document'] == 'self-check-result' and sheet['audience'] == 'internal'
    answers = {line['item']: line for line in sheet['answers']['answers']}
    assert answers['SD-02']['value'] == 'not-done' and answers['SD-02']['note'] == SECRETS['note']
    assert sheet['score'] == case.json('score', file, 'ipa-self-check', '--json')
    assert case.read('a.json').endswith(b'}\n')


def what_was_exported_can_be_imported(case):
    file = _company(case)
    for name in ('a.json', 'a.csv'):
        _write(case, file, 'self-check-result', name)
        other = case.new(f'from-{name}.sengen')
        assert case.run('import', other, case.path(name)) == 'saved: 25 answers\n'
        expected = case.json('score', file, 'ipa-self-check', '--json')
        found = case.json('score', other, 'ipa-self-check', '--json')
        assert {**found, 'assessment': 0} == {**expected, 'assessment': 0}


def csv_is_a_table_for_spreadsheets(case):
    file = _company(case)
    case.run('answer', file, 'SD-03', 'done', '--note', '=cmd|calc')
    _write(case, file, 'self-check-result', 'a.csv')
    data = case.read('a.csv')
    assert data.startswith(b'\xef\xbb\xbf') and data.count(b'\r\n') == data.count(b'\n')
    rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'))))
    assert list(rows[0]) == ['item', 'value', 'note', 'statement', 'number', 'section', 'short', 'word',
                             'points', 'statement_en']
    assert len(rows) == 25
    assert {row['item']: row['note'] for row in rows}['SD-03'] == "'=cmd|calc"
    assert {row['item']: row['points'] for row in rows}['SD-02'] == '0'


def exports_do_not_depend_on_the_locale(case):
    file = _company(case)
    written = set()
    for locale in ('C', 'C.UTF-8', 'ja_JP.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8'):
        for name in ('a.json', 'a.csv', 'a.xlsx'):
            case.run('document', 'write', file, 'self-check-result', '--output', case.path(name), '--issued', ISSUED,
                     environment={'LC_ALL': locale})
        written.add((case.read('a.json'), case.read('a.csv'), case.read('a.xlsx')))
    assert len(written) == 1


def _text_of_pdf(case, name):
    """All text of a PDF, and what is attached to it."""
    need('pdftotext')
    need('pdfdetach')
    text = subprocess.run(['pdftotext', case.path(name), '-'], stdout=subprocess.PIPE, check=True).stdout
    os.mkdir(case.path('attached'))
    subprocess.run(['pdfdetach', '-saveall', '-o', case.path('attached'), case.path(name)], check=True)
    names = os.listdir(case.path('attached'))
    assert names, 'nothing is attached'
    for attached in names:
        text += case.read(os.path.join('attached', attached))
        os.remove(case.path(os.path.join('attached', attached)))
    os.rmdir(case.path('attached'))
    return text.decode('utf-8')


def _text_of(case, name):
    """Everything in a sheet that can be read, whatever it is packed in."""
    if name.endswith('.pdf'):
        return _text_of_pdf(case, name)
    if name.endswith('.xlsx'):
        with zipfile.ZipFile(case.path(name)) as book:
            return ''.join(book.read(part).decode('utf-8') for part in book.namelist())
    return case.read(name).decode('utf-8')


def insiders_read_their_notes_so_that_the_next_test_means_something(case):
    file = _company(case)
    for name in ('a.pdf', 'a.xlsx', 'a.csv', 'a.json'):
        _write(case, file, 'self-check-result', name)
        assert SECRETS['note'] in _text_of(case, name), name


def partners_read_no_secret(case):
    file = _complete(case)
    for entry in case.json('document', 'list', '--json'):
        if 'partner' not in entry['audiences']:
            continue
        for form in entry['formats']:
            for extra in ([], ['--with-unmet']):
                name = f'{entry["id"]}.{form}'
                _write(case, file, entry['id'], name, '--audience', 'partner', *extra)
                text = _text_of(case, name)
                raw = case.read(name)
                for word in SECRETS.values():
                    assert word not in text, f'{name} {extra}: {word}'
                    assert word.encode() not in raw, f'{name} {extra}: {word}'


def partners_see_what_is_unmet_only_when_asked(case):
    file = _company(case)
    _write(case, file, 'self-check-result', 'a.json', '--audience', 'partner')
    assert 'SD-02' not in [item['id'] for item in json.loads(case.read('a.json'))['items']]
    _write(case, file, 'self-check-result', 'b.json', '--audience', 'partner', '--with-unmet')
    assert 'SD-02' in [item['id'] for item in json.loads(case.read('b.json'))['items']]


def a_private_character_stops_the_sheet_and_is_named(case):
    file = case.new(name='株式会社\ue000見本')
    case.answer_all(file)
    said = case.fail(1, 'document', 'write', file, 'self-check-result', '--output', case.path('a.pdf'))
    assert 'U+E000' in said and 'Company name' in said and '\ue000' in said, said
    assert case.files() == ['a.sengen']
    assert case.json('company', file)['name'] == '株式会社\ue000見本'
    assert all(event['act'] != 'issue' for event in case.json('history', file, '--json'))


def an_ending_of_another_format_is_refused(case):
    file = _declared(case)
    for name in ('a.xlsx', 'a.csv'):
        assert name[2:] in case.fail(2, 'document', 'write', file, 'basic-policy', '--output', case.path(name))
        assert name not in case.files()


def a_sheet_that_cannot_be_made_yet_says_why(case):
    file = case.new()
    for document in ('self-check-result', 'rules-result', 'declaration-record', 'basic-policy', 'unknown-list'):
        case.fail(1, 'document', 'write', file, document, '--output', case.path('a.pdf'))
    assert case.files() == ['a.sengen']


def an_interview_asks_what_somebody_has_taken_on(case):
    file = _company(case)
    for item in ('SD-21', 'SD-23'):
        case.run('answer', file, item, 'unknown')
    case.run('task', file, 'add', 'SD-23', '規約を調べる', '--owner', '原 大輔')
    for name, items in (('原 大輔', ['SD-23']), ('保守会社', ['SD-21']), (None, ['SD-21', 'SD-23'])):
        words = ['--recipient', name] if name else []
        _write(case, file, 'unknown-list', 'a.json', *words)
        sheet = json.loads(case.read('a.json'))
        assert [question['id'] for question in sheet['questions']] == items, (name, sheet['questions'])
        assert sheet.get('recipient') == name
    assert '保守会社' in case.fail(1, 'document', 'write', _taken(case, file), 'unknown-list', '--recipient', '保守会社',
                               '--output', case.path('b.pdf'))


def _taken(case, file):
    case.run('task', file, 'add', 'SD-21', '聞き取る', '--owner', '原 大輔')
    return file


def data_to_copy_are_for_the_company_alone(case):
    file = _company(case)
    _write(case, file, 'declaration-preparation', 'a.csv')
    rows = {row['key']: row['value'] for row in csv.DictReader(io.StringIO(case.read('a.csv').decode('utf-8-sig')))}
    assert rows['email'] == SECRETS['email'] and rows['business'] == '18名', rows
    case.fail(2, 'document', 'write', file, 'declaration-preparation', '--audience', 'partner',
              '--output', case.path('b.pdf'))


def what_to_prepare_is_listed_before_and_after_the_first_answer(case):
    file = case.new()
    for words, met in (([], ''), (['1-2-1-1', 'met', '--catalogue', 'scs'], '1')):
        if words:
            case.run('answer', file, *words)
        said = _write(case, file, 'scs-documents', 'a.csv')
        rows = {row['id']: row for row in csv.DictReader(io.StringIO(case.read('a.csv').decode('utf-8-sig')))}
        assert (len(rows), rows['organisation']['met']) == (22, met), rows
        assert '1-2-1-2' in rows['organisation']['items'] and rows['organisation']['criteria'] == '3'
        assert not re.search(r'[A-Z]{2}-[0-9]{4}-[0-9]{4}', said), said
    case.fail(2, 'document', 'write', file, 'scs-documents', '--audience', 'partner', '--output', case.path('b.pdf'))


def a_partner_does_not_see_which_rule_is_left_out(case):
    file = _company(case)
    for number in range(1, 7):
        case.run('answer', file, f'RU-{number}', 'not-done' if number == 5 else 'done',
                 *(['--statement', '決めています。'] if number < 3 else []))
    _write(case, file, 'rules-result', 'a.json', '--audience', 'partner')
    sheet = json.loads(case.read('a.json'))
    assert [rule['number'] for rule in sheet['items']] == ['1', '2']
    assert 'counts' not in sheet and '"not-done"' not in json.dumps(sheet['items'])
    _write(case, file, 'rules-result', 'b.json', '--audience', 'partner', '--with-unmet')
    assert json.loads(case.read('b.json'))['counts']['not-done'] == 1


def wrong_words_of_a_sheet_are_refused(case):
    file = _company(case)
    out = ['--output', case.path('a.pdf')]
    for words in (['nothing', *out], ['self-check-result'], ['self-check-result', *out, '--format', 'docx'],
                  ['basic-policy', *out, '--format', 'csv'], ['self-check-result', *out, '--language', 'fr'],
                  ['self-check-result', *out, '--audience', 'public'], ['self-check-result', *out, '--issued', 'now'],
                  ['self-check-result', *out, '--issued', '2026-11-23'],
                  ['self-check-result', *out, '--issued', '2026-13-01T10:00:00+09:00']):
        case.fail(2, 'document', 'write', file, *words)
    assert case.files() == ['a.sengen']


def a_sheet_into_no_folder_leaves_no_number_behind(case):
    file = _company(case)
    before = case.head(file)
    case.fail(3, 'document', 'write', file, 'self-check-result', '--output', case.path('none/a.pdf'))
    case.fail(3, 'document', 'write', file, 'self-check-result', '--output', case.folder)
    assert case.head(file) == before


def findings_are_listed_by_their_fields(case):
    file = case.new()
    assert case.json('document', 'check', file, '--json') == []
    case.fail(1, 'document', 'check', file, 'self-check-result')
    case.run('answer', file, 'SD-01', 'done', '--note', 'SECURITY ACTION 二つ星を取得しました。')
    found = case.json('document', 'check', file, 'self-check-result', '--json')
    assert [(f['severity'], f['code'], f['field']) for f in found] == [('warning', 'claim', 'items.SD-01.note')], found
    assert 'items.SD-01.note' in case.run('document', 'check', file)
    assert case.json('document', 'check', file, '--audience', 'partner', '--json') == []
    case.run('answer', file, 'SD-24', 'not-done', '--statement', 'SECURITY ACTIONの認証を取得しました。')
    assert case.json('document', 'check', file, '--audience', 'partner', '--json') == []
    found = case.json('document', 'check', file, '--audience', 'partner', '--with-unmet', '--json')
    assert [f['field'] for f in found] == ['items.SD-24.statement'], found
    case.run('answer', file, 'SD-03', 'done', '--note', '外字\ue000です')
    said = case.call('document', 'check', file)
    assert said.returncode == 1 and b'refusal' in said.stdout and b'U+E000' in said.stdout, said
    case.fail(2, 'document', 'check', file, 'nothing')
    case.fail(2, 'document', 'check', file, '--audience', 'all')


def all_sheets_are_bound_or_written_apart(case):
    file = _declared(case)
    said = _write(case, file, 'audit-set', 'set.pdf', '--audience', 'partner', '--recipient', '株式会社甲')
    assert said.startswith('saved: AS-2026-0001, '), said
    assert 'audit-set' in case.run('verify', case.path('set.pdf'))
    assert '株式会社甲' in subprocess.run(['pdftotext', '-l', '1', case.path('set.pdf'), '-'], check=True,
                                      capture_output=True, text=True).stdout
    said = case.run('document', 'write-all', file, '--output', case.path('all'), '--audience', 'partner',
                    '--issued', ISSUED)
    written = sorted(os.listdir(case.path('all')))
    assert said.endswith(f'saved: {len(written)} documents, {case.path("all")}\n'), said
    assert {'basic-policy.pdf', 'declaration-record.pdf', 'self-check-result.pdf'} <= set(written), written
    assert 'audit-set.pdf' not in written and 'history.pdf' not in written
    case.fail(3, 'document', 'write-all', file, '--output', case.path('all'))
    case.fail(2, 'document', 'write-all', file, '--output', case.path('b'), '--audience', 'all')
    case.fail(1, 'document', 'write-all', case.new('empty.sengen'), '--output', case.path('c'))


def a_sheet_never_replaces_a_record(case):
    file = _company(case)
    other = case.new('b.sengen')
    for target in (file, other):
        before = case.read(os.path.basename(target))
        case.fail(3, 'document', 'write', file, 'self-check-result', '--output', target)
        assert case.read(os.path.basename(target)) == before


def a_sheet_replaces_an_older_sheet(case):
    file = _company(case)
    case.write('a.pdf', 'an older sheet')
    _write(case, file, 'self-check-result', 'a.pdf')
    assert case.read('a.pdf').startswith(b'%PDF-')
    assert case.files() == ['a.pdf', 'a.sengen']


run_tests(globals())
