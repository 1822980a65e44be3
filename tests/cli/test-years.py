#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new year, closing and reopening, several sites, and who looks answers over."""
import subprocess

from sengen_cli import ISSUED, need, run_tests

SITES = [{'name': '本社'}, {'name': '工場𠮷'}]


def _say(case, *words):
    """What must work and say something on stderr; returns both."""
    done = case.call(*words)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode('utf-8'), done.stderr.decode('utf-8')


def _list(case, file):
    return case.json('assessment', 'list', file, '--json')


def _show(case, file, number):
    shown = case.json('assessment', 'show', file, str(number), '--json')
    return shown, {line['item']: line for line in shown['items']}


def _import_values(case, file, values, *options):
    answers = [{'item': f'SD-{number:02}', 'value': value}
               for number, value in enumerate(values, 1)]
    return case.run('import', file, case.write('values.json', {'answers': answers}), *options)


def a_new_year_starts_empty_beside_the_last(case):
    file = case.new()
    case.answer_all(file, note='毎週')
    assert case.run('assessment', 'open', file, 'ipa-self-check', '--close-previous', '--period',
                    '2026-04-01..2026-06-30', '--scope', '本社', '--by', '山田') \
        == 'saved: assessment 2 open\n'
    first, second = _list(case, file)
    assert first['state'] == 'closed' and first['answers'] == 25
    assert second['previous'] == 1 and second['answers'] == 0
    assert (second['period_start'], second['period_end']) == ('2026-04-01', '2026-06-30')
    shown, items = _show(case, file, 2)
    assert shown['last'] == 1 and shown['sites'] == 0
    assert items['SD-01']['now'] is None and items['SD-01']['changed'] is None
    assert items['SD-01']['before']['value'] == 'done'
    assert items['SD-01']['before']['note'] == '毎週'
    assert items['SD-01']['last'] == 'answered'
    assert case.json('score', file, 'ipa-self-check', '--json')['answered'] == 0


def an_open_year_is_not_passed_over(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    said = case.fail(2, 'assessment', 'open', file, 'ipa-self-check')
    assert '--close-previous' in said
    assert len(_list(case, file)) == 1


def still_so_is_said_of_one_item(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done', '--note', '毎週')
    case.run('answer', file, 'SD-02', 'partial')
    case.run('assessment', 'open', file, 'ipa-self-check', '--close-previous')
    assert case.run('answer', file, 'SD-01', 'same', '--by', '佐藤') == 'saved: SD-01 done\n'
    assert case.run('answer', file, '2', 'same', '--catalogue', 'ipa-self-check') \
        == 'saved: SD-02 partial\n'
    case.run('answer', file, 'SD-02', 'done')
    _shown, items = _show(case, file, 2)
    assert items['SD-01']['now']['note'] == '毎週' and items['SD-01']['now']['by'] == '佐藤'
    assert items['SD-01']['changed'] is False and items['SD-02']['changed'] is True
    assert case.json('history', file, '--json')[-1]['act'] == 'answer'
    for _ in range(3):
        case.run('undo', file)
    assert _list(case, file)[1]['answers'] == 0


def still_so_needs_a_last_time(case):
    file = case.new()
    case.fail(2, 'answer', file, 'SD-01', 'same')
    case.run('answer', file, 'SD-01', 'done')
    case.fail(2, 'answer', file, 'SD-01', 'same')
    case.run('assessment', 'open', file, 'ipa-self-check', '--close-previous')
    case.fail(2, 'answer', file, 'SD-02', 'same')
    case.fail(2, 'answer', file, 'SD-01', 'same', '--note', '新しい')
    # There is no word for many at once.
    case.fail(2, 'import', file, case.write('a.json', {'answers': [
        {'item': 'SD-01', 'value': 'same'}]}))
    assert _list(case, file)[1]['answers'] == 0


def closing_says_what_is_missing_and_reopening_what_follows(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    said, remark = _say(case, 'assessment', 'close', file, '1')
    assert said == 'saved: assessment 1 closed\n' and '24 of 25' in remark, remark
    case.fail(1, 'answer', file, 'SD-01', 'not-done', '--assessment', '1')
    case.run('assessment', 'open', file, 'ipa-self-check')
    said, remark = _say(case, 'assessment', 'reopen', file, '1')
    assert said == 'saved: assessment 1 open\n' and 'Assessment 2' in remark, remark
    case.run('answer', file, 'SD-01', 'partial', '--assessment', '1')
    case.answer_all(file)
    said, remark = _say(case, 'assessment', 'close', file, '2')
    assert remark == '', remark


def a_closed_check_takes_nothing_in(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    _say(case, 'assessment', 'close', file, '1')
    head = case.head(file)
    answers = case.write('a.json', {'answers': [{'item': 'SD-02', 'value': 'done'}]})
    case.fail(1, 'import', file, answers, '--assessment', '1')
    case.fail(1, 'assessment', 'describe', file, '1', '--scope', '本社')
    assert case.head(file) == head


def a_check_is_described(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    assert case.run('assessment', 'describe', file, '1', '--scope', '本社・工場',
                    '--reviewed-by', '髙橋', '--period', '2026-04-01..') \
        == 'saved: assessment 1 described\n'
    row = _list(case, file)[0]
    assert row['scope'] == '本社・工場' and row['period_start'] == '2026-04-01'
    assert row['reviewed_by'] is not None
    case.fail(2, 'assessment', 'describe', file, '1')
    for period in ('2026-04-01..2026-03-31', '令和8年4月1日..', '2026/4/1', '0008-04-01',
                   '2026-02-30'):
        case.fail(2, 'assessment', 'describe', file, '1', '--period', period)
    case.run('assessment', 'describe', file, '1', '--period', '', '--scope', '')
    row = _list(case, file)[0]
    assert row['period_start'] is None and row['scope'] is None


def an_import_goes_where_it_is_told(case):
    file = case.new(sites=SITES)
    csv = case.write('a.csv', 'item,value,note,statement\n1,done,,\n')
    case.fail(2, 'import', file, csv)
    assert case.run('import', file, csv, '--catalogue', 'ipa-self-check') == 'saved: 1 answers\n'
    assert case.run('import', file, csv, '--catalogue', 'ipa-self-check', '--site', '工場𠮷') \
        == 'saved: 1 answers\n'
    assert case.run('import', file, csv, '--assessment', '2') == 'saved: 1 answers\n'
    assert [(row['parent'], row['answers']) for row in _list(case, file)] == [(None, 1), (1, 1)]
    old = case.write('b.json', {'catalogue': 'ipa-self-check', 'edition': '3.1',
                                'answers': [{'item': 'SD-01', 'value': 'done'}]})
    case.fail(2, 'import', file, old, '--catalogue', 'ipa-rules')
    case.fail(2, 'import', file, old, '--catalogue', 'ipa-self-check@4.0')
    case.fail(2, 'import', file, old, '--assessment', '1')
    case.fail(2, 'import', file, old, '--site', '支社')
    case.fail(2, 'import', file, csv, '--assessment', '2', '--site', '本社')
    case.run('import', file, old)
    assert [row['edition'] for row in _list(case, file)] == ['4.0', '4.0', '3.1']


def sites_make_up_the_companys_row(case):
    file = case.new(sites=SITES)
    assert case.run('assessment', 'open', file, 'ipa-self-check', '--sites') \
        == 'saved: assessments 1 2 3 open\n'
    _import_values(case, file, ['done', 'done', 'not-applicable', 'partial'], '--catalogue',
                   'ipa-self-check', '--site', '本社')
    _import_values(case, file, ['done', 'unknown', 'not-applicable'], '--catalogue',
                   'ipa-self-check', '--site', '工場𠮷')
    shown, items = _show(case, file, 1)
    assert shown['sites'] == 2
    assert [items[f'SD-0{i}']['now'] and items[f'SD-0{i}']['now']['value'] for i in range(1, 5)] \
        == ['done', 'unknown', 'not-applicable', None]
    assert items['SD-02']['sites'] == {'from': '工場𠮷', 'decided': False, 'answered': 2,
                                       'differing': 1}
    score = case.json('score', file, 'ipa-self-check', '--json')
    assert (score['assessment'], score['total'], score['answered']) == (1, 4 - 1 + 0, 3)

    # The person in charge decides, and it stands in the history.
    case.run('answer', file, 'SD-02', 'partial', '--by', '髙橋')
    assert case.json('score', file, 'ipa-self-check', '--json')['total'] == 4 + 2
    _shown, items = _show(case, file, 1)
    assert items['SD-02']['sites']['decided'] is True
    event = case.json('history', file, '--json')[-1]
    assert event['by'] == '髙橋' and event['item'] == 'SD-02'
    case.run('answer', file, 'SD-02', '')
    assert case.json('score', file, 'ipa-self-check', '--json')['total'] == 3


def sites_are_opened_one_by_one_too(case):
    file = case.new(sites=SITES)
    assert case.run('assessment', 'open', file, 'ipa-self-check', '--site', '工場𠮷') \
        == 'saved: assessments 1 2 open\n'
    case.fail(2, 'assessment', 'open', file, 'ipa-self-check', '--site', '工場𠮷')
    case.fail(2, 'assessment', 'open', file, 'ipa-self-check', '--site', '支社')
    case.fail(2, 'assessment', 'open', file, 'ipa-self-check', '--site', '本社', '--sites')
    case.run('answer', file, 'SD-01', 'done')
    said, remark = _say(case, 'assessment', 'open', file, 'ipa-self-check', '--sites')
    assert said == 'saved: assessment 3 open\n' and 'of its own' in remark, remark
    assert '工場𠮷' in case.run('assessment', 'list', file)


def a_site_with_checks_stays(case):
    file = case.new(sites=SITES)
    case.run('answer', file, 'SD-01', 'done', '--site', '本社')
    profile = case.write('p.json', {'name': '株式会社見本', 'sites': SITES[1:]})
    assert '本社' in case.fail(2, 'company', file, '--profile', profile)
    profile = case.write('p.json', {'name': '株式会社見本', 'sites': SITES[:1]})
    case.run('company', file, '--profile', profile)
    assert [site['name'] for site in case.json('company', file)['sites']] == ['本社']


def a_site_goes_on_under_another_name(case):
    file = case.new(sites=SITES)
    case.run('answer', file, 'SD-01', 'done', '--site', '工場𠮷')
    assert case.run('company', file, '--rename-site', '工場𠮷', '--to', '岡谷工場') \
        == 'saved: company\n'
    case.run('answer', file, 'SD-02', 'done', '--site', '岡谷工場')
    assert [row['answers'] for row in _list(case, file)] == [0, 2]
    case.fail(2, 'company', file, '--rename-site', '工場𠮷', '--to', '東')
    case.fail(2, 'company', file, '--rename-site', '本社')
    case.fail(2, 'company', file, '--to', '東')
    case.fail(2, 'company', file, '--rename-site', '本社', '--to', ' ')


def _read_sheet(case, file, language, *options):
    sheet = case.path(f'{language}.pdf')
    case.call('document', 'write', file, 'self-check-result', '--output', sheet, '--language',
              language, '--issued', ISSUED, *options)
    text = subprocess.run(['pdftotext', '-layout', sheet, '-'], check=True,
                          stdout=subprocess.PIPE).stdout.decode('utf-8')
    return ' '.join(text.split())


def a_sheet_says_how_many_sites_it_gathers(case):
    need('pdftotext')
    file = case.new(sites=SITES)
    case.run('assessment', 'open', file, 'ipa-self-check', '--sites')
    _import_values(case, file, ['done', 'partial'], '--catalogue', 'ipa-self-check', '--site',
                   '本社')
    _import_values(case, file, ['done', 'done'], '--catalogue', 'ipa-self-check', '--site',
                   '工場𠮷')
    assert '2拠点の点検をまとめ' in _read_sheet(case, file, 'ja')
    assert 'Gathers the checks of 2 sites' in _read_sheet(case, file, 'en')
    partner = _read_sheet(case, file, 'ja', '--audience', 'partner')
    assert '2拠点の点検をまとめ' in partner and '本社' not in partner
    # The sheet of one site is that site's own.
    alone = _read_sheet(case, file, 'ja', '--assessment', '3')
    assert '拠点の点検' not in alone and '工場' in alone


def a_company_without_sites_prints_as_before(case):
    need('pdftotext')
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    assert '拠点' not in _read_sheet(case, file, 'ja')
    assert case.json('assessment', 'show', file, '1', '--json')['items'][0]['sites'] is None


def all_of_it_verifies(case):
    file = case.new(sites=SITES)
    case.run('assessment', 'open', file, 'ipa-self-check', '--sites')
    case.run('answer', file, 'SD-01', 'done', '--site', '本社')
    case.run('answer', file, 'SD-01', 'done', '--site', '工場𠮷')
    case.run('assessment', 'open', file, 'ipa-self-check', '--sites', '--close-previous')
    case.run('answer', file, 'SD-01', 'same', '--site', '工場𠮷')
    said = case.fail(2, 'answer', file, 'SD-01', 'same')
    assert 'each site' in said
    case.run('verify', file)
    assert [row['previous'] for row in _list(case, file)] == [None, None, None, 1, 2, 3]


def five_rules_become_six(case):
    """The edition of the check changes: five answers stay, the sixth is asked."""
    need('pdftotext')
    file = case.new()
    for number in range(1, 6):
        case.run('answer', file, f'RU-{number}', 'done' if number < 4 else 'partial', '--catalogue',
                 'ipa-rules@3.1', '--note', f'メモ{number}')
    case.run('assessment', 'open', file, 'ipa-rules@4.0', '--close-previous')
    assert _list(case, file)[1]['previous'] == 1
    proposed = case.run('carry', file, 'ipa-rules@3.1', 'ipa-rules@4.0')
    assert _list(case, file)[1]['answers'] == 0, proposed
    case.run('carry', file, 'ipa-rules@3.1', 'ipa-rules@4.0', '--accept')
    items = _show(case, file, 2)[1]
    assert [items[f'RU-{number}']['now']['value'] for number in range(1, 6)] \
        == ['done', 'done', 'done', 'partial', 'partial']
    assert items['RU-1']['now']['carried_from'] == 'answer/1/RU-1'
    assert items['RU-6']['now'] is None
    assert items['RU-6']['last'] == 'other-edition' and items['RU-6']['before'] is None
    case.run('answer', file, 'RU-6', 'not-done')
    score = case.json('score', file, 'ipa-rules', '--json')
    assert (score['edition'], score['answered'], score['items']) == ('4.0', 6, 6)
    old = case.json('score', file, 'ipa-rules@3.1', '--json')
    assert (old['edition'], old['answered'], old['items']) == ('3.1', 5, 5)
    case.run('verify', file)


def each_edition_of_the_rules_prints_with_its_own_name(case):
    need('pdftotext')
    file = case.new()
    case.run('answer', file, 'RU-1', 'done', '--catalogue', 'ipa-rules@3.1')
    case.run('assessment', 'open', file, 'ipa-rules@4.0', '--close-previous')
    case.run('answer', file, 'RU-6', 'done')
    for number, name, other, english in ((1, '5か条', '6か条', 'Five Rules'),
                                         (2, '6か条', '5か条', 'Six Rules')):
        for language in ('ja', 'en'):
            path = case.path(f'{number}-{language}.pdf')
            case.run('document', 'write', file, 'rules-result', '--assessment', str(number),
                     '--language', language, '--output', path, '--issued', ISSUED)
            text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True,
                                  text=True).stdout
            if language == 'ja':
                assert name in text and other not in text, text
            else:
                assert english in text, text


def a_check_aims_at_a_level(case):
    file = case.new()
    case.run('assessment', 'open', file, 'scs', '--level', '4')
    assert _list(case, file)[0]['level'] == '★4'
    said = case.fail(2, 'assessment', 'describe', file, '1', '--level', '★5')
    assert '★3, ★4' in said
    case.run('assessment', 'describe', file, '1', '--level', '')
    assert _list(case, file)[0]['level'] is None


def somebody_looks_answers_over(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    case.run('answer', file, 'SD-02', 'done')
    assert case.run('review', file, 'SD-01', 'SD-02', '--by', '佐藤', '--date', '2026-01-31') \
        == 'saved: SD-01 SD-02 reviewed\n'
    now = _show(case, file, 1)[1]['SD-02']['now']
    assert (now['reviewed_by'], now['reviewed_on']) == ('佐藤', '2026-01-31')
    assert case.run('review', file, 'SD-01', '--none') == 'saved: SD-01 not reviewed\n'
    case.run('answer', file, 'SD-02', 'partial')
    items = _show(case, file, 1)[1]
    assert items['SD-01']['now']['reviewed_by'] is None
    assert items['SD-02']['now']['reviewed_on'] is None
    assert case.json('history', file, '--json')[-2]['act'] == 'review'
    case.run('verify', file)


def a_review_is_all_or_nothing(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    assert 'SD-02' in case.fail(2, 'review', file, 'SD-01', 'SD-02', '--by', '佐藤')
    case.fail(2, 'review', file, 'SD-01')
    case.fail(2, 'review', file, 'SD-01', '--by', '佐藤', '--date', '2999-01-01')
    case.fail(2, 'review', file)
    assert _show(case, file, 1)[1]['SD-01']['now']['reviewed_by'] is None


def an_expert_is_asked(case):
    file = case.new()
    scs = ('--catalogue', 'scs')
    case.run('answer', file, '1-2-1-1', 'met', *scs)
    assert case.run('expert', file, '1-2-1-1', 'asked', *scs) == 'saved: 1-2-1-1 expert asked\n'
    case.run('expert', file, '1-2-1-1', 'seen', '--name', '林 次郎（情報処理安全確保支援士）', '--date',
             '2026-01-31', *scs)
    now = _show(case, file, 1)[1]['1-2-1-1']['now']
    assert now['expert'] == 'seen' and now['expert_on'] == '2026-01-31'
    assert now['expert_name'] == '林 次郎（情報処理安全確保支援士）' and now['reviewed_by'] is None
    assert 'asked, seen' in case.fail(2, 'expert', file, '1-2-1-1', 'passed', *scs)
    assert case.run('expert', file, '1-2-1-1', 'none', *scs) == 'saved: 1-2-1-1 expert none\n'
    assert _show(case, file, 1)[1]['1-2-1-1']['now']['expert'] is None


run_tests(globals())
