#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a seminar: handout, scripts and key."""
import re
import shutil
import subprocess

from sengen_cli import Skip, run_tests


def _read(path):
    if shutil.which('pdftotext') is None:
        raise Skip('pdftotext is not installed')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
    return re.sub(r'\s+', '', text)


def _papers(case, language):
    file = case.path('seminar.sengen')
    case.run('new', file, '--training')
    said = case.run('seminar', file, '--output', case.folder, '--language', language)
    names = [f'seminar-{name}-{language}.pdf' for name in ('handout', 'script-60', 'script-90', 'key')]
    assert said == ''.join(f'saved: {case.path(name)}\n' for name in names), said
    return [_read(case.path(name)) for name in names]


def the_papers_say_what_a_trainer_needs(case):
    handout, sixty, ninety, key = _papers(case, 'ja')
    assert '参加者用の資料' in handout and '気づいたこと' in handout and 'OS・ソフトの更新' in handout
    assert '画面のふちに' in handout and '明日やること' in handout
    assert '60分の場合' in sixty and '55–60' in sixty and '85–90' not in sixty
    assert '90分の場合' in ninety and '85–90' in ninety
    assert 'No.24' in key and '25問全部' in key
    for text in (handout, sixty, ninety, key):
        assert '研修用の資料です。実在する会社の記録ではありません。' in text


def they_speak_english(case):
    handout, sixty, ninety, key = _papers(case, 'en')
    assert 'Whatyounoticed' in handout and 'MinamoTradingCo.,Ltd.' in handout
    assert 'For60minutes' in sixty and 'For90minutes' in ninety and 'Thetrainer' in key.replace('TheTrainer', 'Thetrainer')
    for text in (handout, sixty, ninety, key):
        assert 'Madefortraining.Thisisnottherecordofarealcompany.' in text


def a_real_company_gets_none(case):
    assert '--training' in case.fail(1, 'seminar', case.new(), '--output', case.folder)
    assert not any(name.endswith('.pdf') for name in case.files())


def wrong_words_are_refused(case):
    file = case.path('seminar.sengen')
    case.run('new', file, '--training')
    case.fail(2, 'seminar', file)
    case.fail(2, 'seminar', file, '--output', case.folder, '--language', 'fr')
    case.fail(3, 'seminar', case.path('nothing.sengen'), '--output', case.folder)
    case.fail(3, 'seminar', file, '--output', case.path('nowhere'))
    case.run('seminar', file, '--output', case.folder, '--language', 'ja')
    case.fail(3, 'seminar', file, '--output', case.folder, '--language', 'ja')


run_tests(globals())
