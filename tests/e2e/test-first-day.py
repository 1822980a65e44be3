#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-first-day.py PROGRAM: a new company, three answers, a PDF – all by keyboard."""
import glob
import os
import subprocess
import tempfile

from support import begin, ok, run, score
from window import Window, say, wait_for

COMPANY = '株式会社こころみ'
NOTE = '𠮷田さんが毎週確かめる'


def company_file():
    return glob.glob(os.path.join(os.environ['XDG_DATA_HOME'], 'sengen', '*.sengen'))


def name_company(window):
    window.find(say('Company name (can be changed later)'))
    assert not window.nameless(), window.nameless()
    ok('everything on the start page has a name')

    window.begin_company(COMPANY)
    window.find_question()
    assert len(company_file()) == 1 and COMPANY in company_file()[0]
    ok('a name is enough for a company')


def answer(window, program):
    assert not window.nameless(), window.nameless()
    ok('everything on a question has a name')

    window.focus()
    window.key('1', 'Page_Down', '2', 'Page_Down', 'm')
    window.type(NOTE)
    window.key('alt+Down', 'alt+Up', 'shift+question')
    path = company_file()[0]
    wait_for('three answers', lambda: score(program, path)['answered'] == 3)
    ok('three keys are three answers on disk')


def issue(window, folder):
    pdf = os.path.join(folder, 'result.pdf')
    window.key('alt+6')
    wait_for('the preview', lambda: '1 / ' in window.find('1 / ').name)
    assert not window.nameless(), window.nameless()
    ok('everything on the documents page has a name')

    window.key('ctrl+s')
    window.find(say('Save the sheet'))
    window.focus()
    window.key('ctrl+a')
    window.type(pdf)
    window.key('Return')
    wait_for('the PDF', lambda: os.path.exists(pdf) and os.path.getsize(pdf) > 10000)
    window.find('result.pdf')
    ok('the sheet is saved where the dialog says')

    text = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True, check=True).stdout
    for words in (COMPANY, '自己宣言に基づく自社の記録', NOTE):
        assert words in text.replace('\n', ''), text
    ok('the sheet says what was answered')


def end(window, program):
    assert window.close() == 0
    path = company_file()[0]
    counts = score(program, path)['counts']
    assert (counts['done'], counts['partial'], counts['unknown']) == (1, 1, 1), counts
    run(program, 'verify', path)
    assert sorted(os.listdir(os.path.dirname(path))) == sorted(['backups', os.path.basename(path)])
    ok('the closed file is whole, and one file beside its backups')


def main():
    program = begin(8)
    with tempfile.TemporaryDirectory() as folder:
        with Window(program) as window:
            name_company(window)
            answer(window, program)
            issue(window, folder)
            end(window, program)


main()
