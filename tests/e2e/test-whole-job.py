#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-whole-job.py PROGRAM: from the first start to all sheets on disk, as somebody does it who has
never seen the program and follows what home says: a company, six rules, one star, 25 questions, the
policy, two stars. Keys and clicks that are neither text nor an answer are counted."""
import datetime
import glob
import json
import os
import subprocess
import tempfile

import pyatspi

from support import begin, history, ok, run
from window import BUTTONS, LANGUAGE, Window, say, wait_for

MOST_PRESSES = 60
COMPANY = '株式会社こころみ工業'
NUMBERS = ['51234567890', '51234567906']
RULES = '112131'
QUESTIONS = '12134' * 5
POINTS = 5 * (4 + 2 + 4 + 0 - 1)
PROMISE = 'お預かりした図面は、社内の決まった場所にだけ置きます。'
PUBLISHED = '2026-11-20'
PLACE = 'https://kokoromi.example/policy'

# What the data sheet asks for after the name, in its order; None is left empty.
DATA = ['カブシキガイシャココロミコウギョウ', None, '144-0035', '東京都大田区南蒲田1-2-3', '代表取締役',
        '髙橋 美咲', '製造業', '18', None, None, '山﨑 健太', '総務課', 'soumu@kokoromi.example',
        '03-1234-5678', '取引先に説明するため']


class Walk(Window):
    """Counts what is neither text nor an answer, in all windows of the day."""

    presses = 0

    @staticmethod
    def count(number):
        Walk.presses += number

    def press(self, *keys):
        self.count(len(keys))
        self.key(*keys)

    def click(self, words, roles):
        self.count(1)
        super().click(words, roles)

    def push(self, words, roles):
        """A click on what lies further down than the screen goes."""
        self.count(1)
        self.find(words, roles).queryAction().doAction(0)

    def stand_on(self, words):
        """The keyboard is there by itself."""
        return wait_for(f'the focus on “{words}”', lambda: next(
            (node for node in self.nodes() if words in node.name
             and node.getState().contains(pyatspi.STATE_FOCUSED)), None))

    def take_next_step(self, words):
        """Home says what comes next, and Enter does it."""
        self.press('alt+1')
        self.stand_on(words)
        self.press('Return')


def company_file():
    return glob.glob(os.path.join(os.environ['XDG_DATA_HOME'], 'sengen', '*.sengen'))[0]


def begin_company(walk):
    walk.find(say('Company name (can be changed later)'))
    walk.focus()
    walk.type(COMPANY)
    walk.press('Return')
    walk.find(say('Where its file goes'))
    walk.press('Return')
    walk.find(say('Your next step'))
    walk.focus()
    ok('a name is enough for a company')


def choose_to_move_on(walk):
    """Who answers many questions wants the next one by itself."""
    walk.press('ctrl+comma')
    walk.push(say('Go to the next question after an answer'), {'check box', 'switch'})


def answer(walk, program, guideline, keys):
    walk.take_next_step(say('Begin with No. %s') % 1)
    for number, key in enumerate(keys, 1):
        walk.find(f'No.{number}')
        walk.key(key)
    walk.stand_on(say('See the Results'))
    answered = json.loads(run(program, 'score', company_file(), guideline, '--json'))['answered']
    assert answered == len(keys), answered
    ok(f'{len(keys)} keys answer {len(keys)} questions ({guideline})')


def prepare(walk):
    """The account, then what the scheme asks for, field by field."""
    walk.take_next_step(say('Open the Steps'))
    walk.stand_on(say('Get a GBizID ready'))
    walk.press('Return', 'Down')
    walk.stand_on(say('Prime: that of the representative'))
    walk.press('Tab', 'Return')
    for text in DATA:
        if text:
            walk.type(text)
        walk.press('Tab')
    walk.stand_on(say('Next: %s', 'step') % say('Declare in the system'))
    walk.press('Return')
    walk.stand_on(say('%s: %s') % (say('Company name'), COMPANY))
    ok('the data sheet is filled in, field by field')


def declare(walk, number):
    walk.click(say('Record the self-declaration ID'), {'list item'})
    walk.stand_on(say('Self-declaration ID, 11 digits'))
    walk.type(number)
    walk.press('Return')
    walk.find(say('The declaration is on record'))
    ok(f'the declaration with the ID {number} is on record')


def write_policy(walk):
    """The first part in words of its own, the others as they are proposed; then where it is public. What
    it promises beyond the answers is told once more."""
    walk.take_next_step(say('Open the Policy'))
    walk.stand_on(say('Begin with These Words'))
    walk.click(say('Preamble'), {'text'})
    walk.press('ctrl+a')
    walk.type(PROMISE)
    walk.push(say('Record Publication'), BUTTONS)
    walk.find(say('Say where it is public.'))
    walk.type(PLACE)
    walk.press('Return')
    walk.type(PUBLISHED)
    walk.press('Return')
    walk.find(say('Record Anyway'))
    walk.focus()
    walk.press('Tab')
    walk.press('Return')
    walk.find(say('The publication is on record'))
    walk.focus()
    walk.push(say('Go to the Declaration'), BUTTONS)
    ok('the policy is written and public')


def save_all(walk, folder):
    """Every sheet as a file of its own, in a new folder."""
    walk.press('alt+6')
    walk.find('1 / ')
    walk.push(say('_All Sheets at Once…'), BUTTONS)
    walk.find(say('How they are saved'))
    walk.focus()
    walk.press('Tab', 'Down', 'space', 'Tab', 'Return')
    walk.find(say('Where shall the new folder be?'))
    walk.focus()
    walk.press('ctrl+l')
    walk.type(folder)
    walk.press('Return')
    walk.find(say('The sheets are saved'))
    walk.focus()
    walk.press('Return')


def read(path):
    text = subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, text=True, check=True)
    return text.stdout.replace('\n', '')


def to_words(date):
    day = datetime.date.fromisoformat(date)
    return f'{day.year}年{day.month}月{day.day}日' if LANGUAGE == 'ja' else f'{day.day} {day:%B %Y}'


def look_at_sheets(program, folder):
    texts = {os.path.basename(path)[:2]: read(path)
             for path in glob.glob(os.path.join(folder, '*', '*.pdf'))}
    declared = [event['after'] for event in history(program, company_file())
                if event['act'] == 'declare'][-1]
    points = f'{POINTS}点' if LANGUAGE == 'ja' else f'{POINTS}points'
    expected = {'01': [points], '02': [], '03': [NUMBERS[1], to_words(declared['date'])],
                '04': [PROMISE, to_words(PUBLISHED)], '05': [], '06': [NUMBERS[0]]}
    assert sorted(texts) == sorted(expected), texts.keys()
    for sheet, words in expected.items():
        for word in [COMPANY, *words]:
            assert word in texts[sheet], (sheet, word, texts[sheet])
    ok(f'{len(texts)} sheets say whose they are, what was answered, promised and declared')


def do_the_job(walk, program, folder):
    begin_company(walk)
    choose_to_move_on(walk)
    answer(walk, program, 'ipa-rules', RULES)
    prepare(walk)
    declare(walk, NUMBERS[0])
    answer(walk, program, 'ipa-self-check', QUESTIONS)
    write_policy(walk)
    declare(walk, NUMBERS[1])
    save_all(walk, folder)
    assert walk.close() == 0


def main():
    program = begin(10)
    with tempfile.TemporaryDirectory() as folder:
        with Walk(program) as walk:
            do_the_job(walk, program, folder)
        look_at_sheets(program, folder)
    run(program, 'verify', company_file())
    ok('the record is whole')
    print(f'# {Walk.presses} keys and clicks besides text and answers')
    assert Walk.presses <= MOST_PRESSES, Walk.presses
    ok(f'no more than {MOST_PRESSES} keys and clicks besides text and answers')


if __name__ == '__main__':
    main()
