#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-damaged.py SENGEN

Damages a good company file in every way that damages.py knows, and uses each one with the real program: it must
be recognised, named in a sentence of its own, left as it is byte for byte with nothing new beside it, and
whatever can still be read must be rescued.
"""
import csv
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, '..', '..', 'cli')]
from damages import DAMAGES, OPEN  # noqa: E402
from sengen_cli import SENTENCE  # noqa: E402

SENGEN = os.path.abspath(sys.argv[1])
# What looks the same from outside is called the same.
ALIKE = [{'magic', 'page_size'}, {'foreign_log', 'log_of_another_time'}]


def sengen(*words):
    return subprocess.run([SENGEN, *map(str, words)], capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'})


def must(*words):
    done = sengen(*words)
    assert done.returncode == 0, f'{words}: {done.returncode} {done.stderr}'
    return done.stdout


def make_good(folder):
    """The sample company: a history, people and attached files; its answers are made to fill several pages."""
    must('demo', '--output', folder / 'demo', '--language', 'ja')
    company = folder / 'demo' / 'sample.sengen'
    answers = folder / 'answers.json'
    answers.write_text(json.dumps({'catalogue': 'ipa-self-check', 'by': '田中 一郎', 'answers': [
        {'item': f'SD-{n:02}', 'value': 'done', 'note': f'{n}番の控え。' * 60} for n in range(1, 26)]}))
    must('import', company, answers)
    must('answer', company, 'SD-01', 'done', '--note', 'NOTE-OF-ONE', '--by', '山田 花子')
    must('verify', company)
    assert os.listdir(folder / 'demo').count('sample.sengen') == 1
    db = sqlite3.connect(company)
    attached = {row[0] for row in db.execute('SELECT sha256 FROM blob')}
    db.close()
    return company, attached


def look(folder):
    """Everything in the folder: what it is, and its bytes."""
    seen = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        mode = os.lstat(path).st_mode
        content = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() if stat.S_ISREG(mode) else ''
        seen[name] = (stat.S_IFMT(mode), content)
    return seen


class Trouble(Exception):
    """The program did not do with a damaged file what it must."""


def expect(condition, *what):
    if not condition:
        raise Trouble(' '.join(map(str, what)))


def expect_refusal(done, code, what):
    expect(done.returncode == code, what, 'code', done.returncode, 'not', code, done.stdout, done.stderr)
    expect(SENTENCE.fullmatch(done.stderr), what, 'said', repr(done.stderr))
    expect('saved:' not in done.stdout, what, 'said to be saved')


def check_rescue(path, target, rescuable, attached):
    done = sengen('rescue', path, '--output', target, '--json')
    if not rescuable:
        expect_refusal(done, 3, 'rescue')
        expect(not os.path.exists(target), 'rescue left an empty folder')
        return
    expect(done.returncode == 0, 'rescue', done.returncode, done.stderr)
    report = json.loads(done.stdout)
    expect(json.loads((target / 'report.json').read_text()) == report, 'rescue: the reports differ')
    expect((target / 'report.txt').stat().st_size > 0, 'rescue: no report')
    expect(report['entries']['answer'] + report['events'] > 0, 'rescue: nothing', report)
    expect(all((target / name).is_file() for name in report['written']), 'rescue: missing files')
    for name in report['written']:
        if name.startswith('files/'):
            content = (target / name).read_bytes()
            expect(hashlib.sha256(content).hexdigest() in attached, 'rescue: another file', name)
    check_answers(target, report)


def check_answers(target, report):
    """Every answer is in a table, and a table can be taken in again."""
    tables = [name for name in report['written'] if name.startswith('answers/')]
    entries = target / 'entries' / 'answer.json'
    answers = json.loads(entries.read_text()) if entries.is_file() else []
    rows = 0
    for name in tables:
        with open(target / name, encoding='utf-8-sig', newline='') as file:
            rows += len(list(csv.DictReader(file)))
    expect(rows == sum(answer['row']['value'] is not None for answer in answers), 'rescue:', rows, 'answers')
    if tables:
        again = target.parent / 'again.sengen'
        profile = target.parent / 'profile.json'
        profile.write_text('{"name": "再"}')
        must('new', again, '--profile', profile)
        # “answers/7-scs@2026-03-27.csv”; items that are mere numbers do not say which guideline is meant.
        guideline = pathlib.PurePath(tables[0]).stem.partition('-')[2]
        must('import', again, target / tables[0], '--catalogue', guideline)


def try_damage(good, folder, attached, damage, code, verify_code, rescuable):
    """Returns what was said of the file, without its name."""
    place = folder / 'place'
    place.mkdir()
    path = place / 'damaged.sengen'
    shutil.copy(good, path)
    damage(str(path))
    before = look(place)

    if code != OPEN:
        expect_refusal(sengen('score', path, 'ipa-self-check'), code, 'score')
        answer = sengen('answer', path, 'SD-02', 'unknown')
        expect_refusal(answer, code, 'answer')
        expect(look(place) == before, 'opening changed', before, look(place))
    else:
        must('score', path, 'ipa-self-check')
    verify = sengen('verify', path)
    expect_refusal(verify, verify_code, 'verify')
    check_rescue(path, folder / 'rescued', rescuable, attached)
    expect(look(place) == before, 'something changed', before, look(place))
    said = verify.stderr if code != OPEN else verify.stdout
    return said.replace(str(path), '').replace(path.name, '')


def is_alike(a, b):
    return any({a, b} <= group for group in ALIKE)


def run(number, good, attached, said, case):
    name = case[0].__name__
    with tempfile.TemporaryDirectory(prefix='sengen-damaged-') as folder:
        try:
            words = try_damage(good, pathlib.Path(folder), attached, *case)
            same = [other for other in said if said[other] == words and not is_alike(name, other)]
            expect(not same, 'says the same as', same, words)
            said[name] = words
        except (Trouble, AssertionError, OSError, KeyError, json.JSONDecodeError,
                subprocess.TimeoutExpired) as trouble:
            print(f'not ok {number} - {name}\n# {type(trouble).__name__}: {trouble}', flush=True)
            return False
    print(f'ok {number} - {name}\n# {words.splitlines()[-1]}', flush=True)
    return True


def main():
    print(f'1..{len(DAMAGES)}', flush=True)
    said = {}
    with tempfile.TemporaryDirectory(prefix='sengen-good-') as folder:
        good, attached = make_good(pathlib.Path(folder))
        results = [run(number, good, attached, said, case) for number, case in enumerate(DAMAGES, 1)]
    sys.exit(0 if all(results) else 1)


main()
