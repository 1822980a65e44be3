# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests share: how they count, a company of their own, and what its file says."""
import itertools
import json
import os
import subprocess
import sys

numbers = itertools.count(1)


def begin(count):
    """The program that is tested, with so many steps."""
    print(f'1..{count}', flush=True)
    return os.path.abspath(sys.argv[1])


def ok(words):
    print(f'ok {next(numbers)} {words}', flush=True)


def run(program, *words):
    return subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout


def make_company(program, folder):
    profile = os.path.join(folder, 'profile.json')
    path = os.path.join(folder, 'company.sengen')
    with open(profile, 'w', encoding='utf-8') as file:
        json.dump({'name': '試験商店'}, file)
    run(program, 'new', path, '--profile', profile)
    return path


def score(program, path):
    return json.loads(run(program, 'score', path, 'ipa-self-check', '--json'))


def answered(program, path):
    return score(program, path)['answered']


def history(program, path):
    """Every entry, oldest first."""
    events = json.loads(run(program, 'history', path, '--json'))
    return sorted(events, key=lambda event: event['seq'])
