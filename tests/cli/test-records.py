#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Company files: making, answering, importing, scoring, declaring, undoing."""
import json
import os
import re
import stat
import subprocess
import unicodedata
import zipfile

from sengen_cli import Skip, run_tests


def _counts(case, file):
    return case.json('score', file, 'ipa-self-check', '--json')['counts']


def a_new_file_is_private_and_alone(case):
    file = case.new()
    assert case.files() == ['a.sengen']
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


def new_never_overwrites(case):
    file = case.new()
    before = case.read('a.sengen')
    profile = case.write('p.json', {'name': 'another'})
    case.fail(3, 'new', file, '--profile', profile)
    other = case.write('text.sengen', 'not ours')
    case.fail(3, 'new', other, '--profile', profile)
    assert case.read('a.sengen') == before
    assert case.read('text.sengen') == b'not ours'


def a_new_file_needs_a_company_with_a_name(case):
    for content in ({}, {'name': ''}, {'name': '　'}):
        profile = case.write('p.json', content)
        assert 'name' in case.fail(2, 'new', case.path('a'), '--profile', profile)
    assert case.files() == ['p.json']


def words_are_found_wherever_they_stand(case):
    file = case.path('sample.sengen')
    case.run('new', file, '--sample')
    hits = case.json('find', file, 'ﾊﾞｯｸｱｯﾌﾟ', '--json')
    groups = [hit['group'] for hit in hits]
    assert groups == sorted(groups, key=['question', 'note', 'evidence', 'task', 'policy', 'declaration',
                                         'document', 'company'].index), groups
    assert {'question', 'note'} <= set(groups), groups
    assert all(hit['title'] and hit['id'] for hit in hits)
    assert case.run('find', file, 'ﾊﾞｯｸｱｯﾌﾟ').count('\n') == len(hits)
    assert case.run('find', file, '無い言葉無い言葉') == ''
    case.fail(2, 'find', file)
    case.fail(3, 'find', case.path('nowhere.sengen'), 'x')


def the_sample_company_is_made_without_a_profile(case):
    file = case.path('sample.sengen')
    assert case.run('new', file, '--sample') == f'saved: {file}\n'
    assert 'ひなた精工' in case.json('company', file)['name']
    assert case.json('score', file, 'ipa-self-check', '--json')['answered'] == 25
    case.fail(3, 'new', file, '--sample')
    profile = case.write('p.json', {'name': 'a'})
    assert '--sample' in case.fail(2, 'new', case.path('a'), '--sample', '--profile', profile)
    assert '--sample' in case.fail(2, 'new', case.path('a'))
    assert case.files() == ['p.json', 'sample.sengen']


def the_company_of_a_seminar_says_so_on_every_sheet(case):
    file = case.path('seminar.sengen')
    assert case.run('new', file, '--training') == f'saved: {file}\n'
    assert '研修用' in case.json('company', file)['name']
    case.run('verify', file)
    for name, said in (('seminar', True), ('sample', False)):
        if not said:
            case.run('new', case.path('sample.sengen'), '--sample')
        sheet = case.path(f'{name}.xlsx')
        case.run('document', 'write', case.path(f'{name}.sengen'), 'self-check-result', '--format', 'xlsx',
                 '--output', sheet)
        with zipfile.ZipFile(sheet) as parts:
            words = parts.read('xl/sharedStrings.xml').decode('utf-8')
        assert ('研修用サンプル' in words) == said, name
    case.fail(2, 'new', case.path('a'), '--training', '--sample')


def a_wrong_profile_is_refused_by_name(case):
    for content, place in (({'name': 'a', 'colour': 1}, 'colour'), ({'name': 5}, 'name'),
                           ('{"name":', 'line 1'), (b'\x93\xfa', 'line 1'), ([], 'p.json')):
        said = case.fail(3, 'new', case.path('a'), '--profile', case.write('p.json', content))
        assert place in said and 'p.json' in said, said
    case.fail(3, 'new', case.path('a'), '--profile', case.path('none.json'))
    assert case.files() == ['p.json']


def a_new_file_in_no_folder_is_refused(case):
    profile = case.write('p.json', {'name': 'a'})
    case.fail(3, 'new', case.path('none/a.sengen'), '--profile', profile)


def an_odd_number_is_told_of_but_kept(case):
    profile = case.write('p.json', {'name': 'a', 'corporate_number': '123'})
    done = case.call('new', case.path('a.sengen'), '--profile', profile)
    assert done.returncode == 0 and done.stderr.startswith(b'sengen: ')
    assert case.json('company', case.path('a.sengen'))['corporate_number'] == '123'


def the_company_is_shown_and_replaced_as_typed(case):
    file = case.new()
    profile = {'name': '株式会社𠮷野・葛󠄀城', 'employees': 18, 'representative': '髙橋 﨑',
               'sites': [{'name': '本社', 'address': '東京', 'employees': 3}]}
    assert case.run('company', file, '--profile', case.write('p.json', profile)) == 'saved: company\n'
    shown = case.json('company', file)
    assert {key: shown[key] for key in ('name', 'employees', 'representative')} \
        == {key: profile[key] for key in ('name', 'employees', 'representative')}
    assert shown['sites'][0]['name'] == '本社'


def an_answer_is_acknowledged_in_one_line(case):
    file = case.new()
    assert case.run('answer', file, 'SD-01', 'done') == 'saved: SD-01 done\n'
    assert case.run('answer', file, 'RU-1', 'unknown') == 'saved: RU-1 unknown\n'
    assert case.files() == ['a.sengen']


def an_empty_value_takes_the_answer_away(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    assert case.run('answer', file, 'SD-01', '') == 'saved: SD-01 none\n'
    assert _counts(case, file)['done'] == 0


def options_may_stand_anywhere(case):
    file = case.new()
    case.run('answer', '--note', 'a', file, '--by', 'b', 'SD-01', 'done', '--statement=c')
    after = case.json('history', file, '--json')[-1]['after']
    assert (after['note'], after['statement']) == ('a', 'c')


def texts_stay_as_typed(case):
    file = case.new()
    note = '=1+1 𠮷 葛󠄀 ㈱ ～－ "q" \\ <b>\n二行目'
    case.run('answer', file, 'SD-03', 'partial', '--note', note, '--statement', '＝', '--by', '髙橋 﨑')
    event = case.json('history', file, '--json')[-1]
    assert event['after']['note'] == note
    assert event['after']['statement'] == '＝'
    assert event['by'] == '髙橋 﨑'
    assert event['item'] == 'SD-03' and event['act'] == 'answer'


def japanese_words_work_in_the_c_locale(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done', '--note', '更新', environment={'LC_ALL': 'C'})
    assert case.json('history', file, '--json')[-1]['after']['note'] == '更新'


def an_official_number_needs_the_guideline(case):
    file = case.new()
    case.fail(2, 'answer', file, '1', 'done')
    assert case.run('answer', file, '1', 'done', '--catalogue', 'ipa-self-check') == 'saved: SD-01 done\n'
    assert case.run('answer', file, '1', 'done', '--catalogue', 'ipa-rules') == 'saved: RU-1 done\n'


def wrong_answers_are_refused_and_nothing_is_written(case):
    file = case.new()
    before = case.head(file)
    for words in (['SD-99', 'done'], ['SD-01', 'perhaps'], ['SD-01', ' '], ['nothing', 'done'],
                  ['SD-01', 'done', '--catalogue', 'nist'], ['RU-1', 'done', '--catalogue', 'ipa-self-check'],
                  ['SD-01', 'done', '--assessment', '99'], ['SD-01', 'done', '--assessment', 'x'],
                  ['SD-01', 'done', '--assessment', '0']):
        case.fail(2, 'answer', file, *words)
    assert case.head(file) == before


def files_that_are_not_ours_are_refused_and_left_alone(case):
    case.write('empty.sengen', b'')
    case.write('text.sengen', 'text')
    case.write('cut.sengen', b'SQLite format 3\0' + b'\0' * 84)
    os.mkdir(case.path('folder.sengen'))
    before = {name: case.read(name) for name in ('empty.sengen', 'text.sengen', 'cut.sengen')}
    for name in (*before, 'folder.sengen', 'none.sengen'):
        for words in (['answer', case.path(name), 'SD-01', 'done'], ['score', case.path(name)],
                      ['history', case.path(name)], ['undo', case.path(name)], ['company', case.path(name)],
                      ['policy', case.path(name)], ['verify', case.path(name)],
                      ['backup', case.path(name), '--output', case.path('copy')]):
            assert name in case.fail(3, *words), words
    assert case.files() == ['cut.sengen', 'empty.sengen', 'folder.sengen', 'text.sengen']
    assert {name: case.read(name) for name in before} == before


def json_and_csv_are_imported(case):
    file = case.new()
    answers = {'catalogue': 'ipa-self-check', 'edition': '4.0', 'date': '2026-11-20', 'by': '山田',
               'answers': [{'item': 'SD-01', 'value': 'done', 'note': '=x'}, {'item': '2', 'value': 'unknown'}]}
    assert case.run('import', file, case.write('a.json', answers)) == 'saved: 2 answers\n'
    csv = "\ufeffitem,value,note\r\nSD-03,partial,'=1+1\r\nSD-04,not-done,\r\n"
    assert case.run('import', file, case.write('a.csv', csv)) == 'saved: 2 answers\n'
    counts = _counts(case, file)
    assert (counts['done'], counts['unknown'], counts['partial'], counts['not-done']) == (1, 1, 1, 1)
    notes = [event['after'].get('note') for event in case.json('history', file, '--json') if event['item']]
    assert '=x' in notes and '=1+1' in notes and "'=1+1" not in notes


def an_import_is_all_or_nothing(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    before = case.head(file)
    for content, place, code in (
            ('item,value\nSD-02,done\nSD-99,done\n', 'SD-99', 2), ('item,value\nSD-02,done\nSD-03,perhaps\n', 'perhaps', 2),
            ('item,value\nSD-02,done\nSD-02,done\n', 'line 3', 3), ('item,value\nSD-02,"done\n', 'line 2', 3),
            ('item,value,note\nSD-02,done,日本\n'.encode('cp932'), 'UTF-8', 3), ('', 'empty', 3), ('number,word\n1,x\n', 'item', 3),
            ('{"answers":[{"item":"SD-02","value":"done"},{"item":1}]}', '/answers/1/item', 3),
            ({'catalogue': 'nist', 'answers': [{'item': 'SD-02', 'value': 'done'}]}, 'nist', 2),
            ({'answers': []}, '', 2)):
        said = case.fail(code, 'import', file, case.write('bad', content))
        assert place in said, said
    case.fail(3, 'import', file, case.path('none.csv'))
    assert case.head(file) == before


def a_score_has_the_promised_shape(case):
    file = case.new()
    case.answer_all(file)
    case.run('answer', file, 'SD-01', 'unknown')
    score = case.json('score', file, 'ipa-self-check', '--json')
    assert (score['catalogue'], score['edition']) == ('ipa-self-check', '4.0')
    assert (score['total'], score['max'], score['answered'], score['items']) == (95, 100, 25, 25)
    assert isinstance(score['band'], str) and isinstance(score['assessment'], int)
    assert score['counts']['done'] == 24 and score['counts']['unknown'] == 1
    for section in score['sections']:
        assert {'id', 'total', 'max', 'answered', 'items'} <= set(section)
    assert sum(section['total'] for section in score['sections']) == 95


def a_band_waits_for_the_last_answer(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    score = case.json('score', file, 'ipa-self-check', '--json')
    assert score['band'] is None and score['answered'] == 1


def scores_of_all_guidelines_are_a_list(case):
    file = case.new()
    assert case.json('score', file, '--json') == []
    case.run('answer', file, 'RU-1', 'done')
    case.run('answer', file, 'SD-01', 'done')
    listed = [score['catalogue'] for score in case.json('score', file, '--json')]
    assert sorted(listed) == ['ipa-rules', 'ipa-self-check']
    for word in ('ipa-rules@4.0', 'ipa-self-check@4.0'):
        assert word in case.run('score', file)


def a_score_of_nothing_answered_is_zero(case):
    score = case.json('score', case.new(), 'ipa-self-check', '--json')
    assert (score['total'], score['answered'], score['band']) == (0, 0, None)


def wrong_words_of_a_score_are_refused(case):
    file = case.new()
    assert 'nist' in case.fail(2, 'score', file, 'nist')
    assert '★9' in case.fail(2, 'score', file, 'ipa-self-check', '--level', '★9')


def reading_changes_nothing(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    before = case.read('a.sengen')
    for words in (['score', file], ['history', file], ['company', file], ['policy', file],
                  ['verify', file], ['assessment', 'list', file]):
        case.run(*words)
    assert case.read('a.sengen') == before
    assert case.files() == ['a.sengen']


def acts_are_taken_back_and_done_again(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('answer', file, 'SD-01', 'partial')
    assert case.run('undo', file) == 'saved: undo\n'
    assert _counts(case, file)['done'] == 1
    assert case.run('redo', file, '--by', '山田') == 'saved: redo\n'
    assert _counts(case, file)['partial'] == 1
    history = case.json('history', file, '--json')
    assert [event['act'] for event in history][-2:] == ['undo', 'redo']
    assert history[-1]['by'] == '山田'
    case.fail(1, 'redo', file)
    assert case.run('verify', file)


def a_closed_assessment_refuses_answers(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    number = str(case.json('assessment', 'list', file, '--json')[0]['assessment'])
    assert case.run('assessment', 'close', file, number) == f'saved: assessment {number} closed\n'
    case.fail(1, 'answer', file, 'SD-01', 'partial', '--assessment', number)
    assert case.run('assessment', 'reopen', file, number) == f'saved: assessment {number} open\n'
    case.run('answer', file, 'SD-01', 'partial', '--assessment', number)
    for words in (['close', file, '99'], ['close', file, 'x'], ['reopen', file, '99']):
        case.fail(2, 'assessment', *words)


def declarations_are_recorded(case):
    file = case.new()
    assert case.run('declare', file, '--star', '1', '--id', '５０１２-3456789', '--date', '2026-04-10',
                    '--account', 'prime', '--shown', '会社案内', '--shown', '受付') == 'saved: ★ 2026-04-10\n'
    rows = [event['after'] for event in case.json('history', file, '--json') if event['act'] == 'declare']
    assert [row['number'] for row in rows if 'number' in row] == ['50123456789']
    assert sorted(row['place'] for row in rows if 'place' in row) == ['会社案内', '受付']


def an_old_number_is_kept_and_explained(case):
    done = case.call('declare', case.new(), '--star', '2', '--id', '40123456789', '--date', '2024-05-01')
    assert done.returncode == 0
    assert done.stdout.decode() == 'saved: ★★ 2024-05-01\n'
    assert b'2026' in done.stderr and done.stderr.count(b'\n') == 1


def the_number_explained_is_the_one_recorded(case):
    file = case.new()
    case.run('declare', file, '--star', '2', '--id', '50123456789', '--date', '2026-11-01')
    done = case.call('declare', file, '--star', '1', '--id', '40123456789', '--date', '2018-05-01')
    assert done.returncode == 0 and b'begins with 4' in done.stderr, done.stderr
    done = case.call('declare', file, '--star', '2', '--id', '50123456780', '--date', '2017-05-01')
    assert done.returncode == 0 and done.stderr == b'', done.stderr
    case.run('document', 'write', file, 'declaration-record', '--output', case.path('d.pdf'))
    assert case.run('verify', file)


def an_answer_is_acknowledged_by_its_id(case):
    file = case.new()
    case.run('answer', file, 'RU-1', 'done', '--catalogue', 'ipa-rules@3.1')
    old = {item['number']: item['id'] for item in case.json('catalogue', 'show', 'ipa-rules@3.1', '--json')['items']}
    for number, item in old.items():
        assert case.run('answer', file, number, 'partial', '--catalogue', 'ipa-rules') == f'saved: {item} partial\n'
    assert case.run('answer', file, '2', 'done', '--assessment', '1') == f'saved: {old["2"]} done\n'


def a_score_can_be_of_an_assessment_named(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('assessment', 'close', file, '1')
    case.run('answer', file, 'SD-01', 'unknown')
    assert case.json('score', file, 'ipa-self-check', '--json')['total'] == -1
    score = case.json('score', file, 'ipa-self-check', '--assessment', '1', '--json')
    assert (score['assessment'], score['total']) == (1, 4)
    for words in (['ipa-rules', '--assessment', '1'], ['ipa-self-check', '--assessment', '9'],
                  ['ipa-self-check', '--assessment', 'x'], ['--assessment', '1']):
        case.fail(2, 'score', file, *words)


def wrong_declarations_are_refused(case):
    file = case.new()
    before = case.head(file)
    good = {'--star': '1', '--id': '50123456789', '--date': '2026-04-10'}
    for changed in ({'--star': '3'}, {'--star': '0'}, {'--id': '123'}, {'--id': '60123456789'}, {'--id': 'x'},
                    {'--date': '2026-02-30'}, {'--date': '10.4.2026'}, {'--account': 'gold'}):
        case.fail(2, 'declare', file, *[word for pair in {**good, **changed}.items() for word in pair])
    for missing in good:
        assert missing in case.fail(2, 'declare', file, *[word for pair in good.items()
                                                          if pair[0] != missing for word in pair])
    assert case.head(file) == before


def a_policy_is_written_and_published(case):
    file = case.new()
    assert case.run('policy', file)
    assert case.run('policy', file, '--part', 'owner', '--text', '代表者が先頭に立ちます。') == 'saved: policy owner\n'
    assert case.run('policy', file, '--published', '受付', '--date', '2026-11-23') == 'saved: policy published 2026-11-23\n'
    shown = case.run('policy', file)
    assert '代表者が先頭に立ちます。' in shown and '受付' in shown and '2026-11-23' in shown
    case.run('policy', file, '--part', 'staff', '--text', '全員で。')
    assert '2026-11-23' not in case.run('policy', file), 'the next version is a draft'


def wrong_policies_are_refused(case):
    file = case.new()
    before = case.head(file)
    for words in (['--text', 'x'], ['--part', 'owner'], ['--published', 'x'], ['--date', '2026-11-23'],
                  ['--part', 'none', '--text', 'x']):
        case.fail(2, 'policy', file, *words)
    case.fail(1, 'policy', file, '--published', 'x', '--date', '2026-11-23')
    case.fail(1, 'policy', file, '--part', 'owner', '--text', '当社は二つ星の認定を受けました。')
    assert case.head(file) == before


def the_history_is_one_chain(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done', '--by', '山田')
    case.run('declare', file, '--star', '1', '--id', '50123456789', '--date', '2026-04-10')
    case.run('undo', file)
    history = case.json('history', file, '--json')
    assert history[0]['prev_hash'] == '0' * 64
    for before, after in zip(history, history[1:]):
        assert after['prev_hash'] == before['hash'] and after['seq'] == before['seq'] + 1
    for event in history:
        assert {'seq', 'time', 'by', 'act', 'item', 'before', 'after', 'prev_hash', 'hash'} <= set(event)
    assert len(case.run('history', file).splitlines()) == len(history)


def _columns_before_the_value(line):
    """On the terminal, where a wide character takes two."""
    label = re.match(r'\S+ +', line).group()
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in label)


def japanese_labels_leave_values_in_one_column(case):
    make_locale = os.path.join(os.path.dirname(__file__), '..', 'support', 'make-locale')
    if subprocess.run([make_locale, case.path('locale')], check=False,
                      stdout=subprocess.DEVNULL).returncode != 0:
        raise Skip('there is no localedef')
    japanese = {'LOCPATH': case.path('locale'), 'LC_ALL': 'ja_JP.UTF-8', 'LANGUAGE': '',
                'SENGEN_LOCALE_DIR': os.path.join(os.path.dirname(case.program), '..', 'po')}
    said = case.run('verify', case.new(), environment=japanese)
    *lines, last = said.splitlines()
    assert last == '記録のつながりに矛盾は見つかりません。', said
    assert len(lines) == 4 and {_columns_before_the_value(line) for line in lines} == {11}, said


def a_company_chooses_how_its_sheets_look(case):
    file = case.new()
    assert case.json('setting', file, '--json') == {'dates': 'western', 'stamps': '', 'fiscal-month': '4',
                                                       'goal': 'open'}
    assert case.run('setting', file, 'stamps', '作成、確認、承認') == 'saved: stamps 作成、確認、承認\n'
    case.run('setting', file, 'dates', 'era', '--by', '髙橋 美咲')
    assert case.json('setting', file, '--json')['dates'] == 'era'
    assert '承認' in case.run('setting', file)
    case.fail(2, 'setting', file, 'colour', 'red')
    case.fail(2, 'setting', file, 'dates')
    case.fail(2, 'setting', file, 'dates', 'martian')
    case.fail(2, 'setting', file, 'stamps', '一、二、三、四、五')
    assert case.json('setting', file, '--json')['dates'] == 'era'
    case.run('verify', file)


run_tests(globals())
