# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: a folder for each test, the real program, TAP.

A test is a function whose name is a sentence: `def answers_are_saved(case)`. Each file ends with
`run_tests(globals())`; the program's path is its first argument.
"""
import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

ISSUED = '2026-11-23T10:00:00+09:00'
# Whole sentences: a capital, an option or quoted words at the start, one full stop at the end.
SENTENCE = re.compile(r'sengen: (?:[A-Z]|“|--)(?:(?!; ).)*[^.]\.\n')


class Skip(Exception):
    """The machine lacks what the test needs."""


class Case:
    """One test: its folder, the program, and a place for what the program keeps for itself."""

    def __init__(self, program, place):
        self.program = program
        self.folder = os.path.join(place, 'files')
        self.home = os.path.join(place, 'home')
        os.mkdir(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Writes a file: bytes, text, or anything else as JSON. Returns its path."""
        if not isinstance(content, (bytes, str)):
            content = json.dumps(content, ensure_ascii=False)
        if isinstance(content, str):
            content = content.encode('utf-8')
        with open(self.path(name), 'wb') as file:
            file.write(content)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def files(self):
        return sorted(os.listdir(self.folder))

    def call(self, *words, environment=None, stdout=subprocess.PIPE, timeout=120):
        return subprocess.run([self.program, *words], stdout=stdout, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, cwd=self.folder, timeout=timeout, check=False,
                              env={**os.environ, 'XDG_DATA_HOME': self.home,
                                   **(environment or {})})

    def run(self, *words, **options):
        """Runs what must work; returns what it printed."""
        done = self.call(*words, **options)
        assert done.returncode == 0, f'{words}: code {done.returncode}: {done.stderr.decode()}'
        return done.stdout.decode('utf-8')

    def json(self, *words):
        return json.loads(self.run(*words))

    def fail(self, code, *words, **options):
        """Runs what must fail with `code` and one line of explanation, which is returned."""
        done = self.call(*words, **options)
        said = done.stderr.decode('utf-8')
        assert done.returncode == code, f'{words}: code {done.returncode}, not {code}: {said}'
        assert said.startswith('sengen: ') and said.endswith('\n'), f'{words}: {said!r}'
        assert said.count('\n') == 1, f'{words}: more than one line: {said!r}'
        assert SENTENCE.fullmatch(said), f'{words}: no sentence: {said!r}'
        assert 'saved:' not in (done.stdout or b'').decode('utf-8'), f'{words}: said to be saved'
        return said

    def new(self, file='a.sengen', **profile):
        """A new company file; returns its path."""
        source = self.write('profile.json', {'name': '株式会社見本', **profile})
        said = self.run('new', self.path(file), '--profile', source)
        assert said == f'saved: {self.path(file)}\n', said
        os.remove(source)
        return self.path(file)

    def answer_all(self, file, value='done', **options):
        """Answers the whole self-check at once."""
        items = [f'SD-{number:02}' for number in range(1, 26)]
        answers = [{'item': item, 'value': value, **options} for item in items]
        source = self.write('answers.json', {'catalogue': 'ipa-self-check', 'answers': answers})
        self.run('import', file, source)
        os.remove(source)

    def head(self, file):
        return self.json('history', file, '--json')[-1]['hash']


def need(tool):
    if shutil.which(tool) is None:
        raise Skip(f'{tool} is not installed')


_demos = {}


def made_demo(case, *words):
    """The folder of a demo made with `words`, and what it said to have written. Made once."""
    if words not in _demos:
        place = tempfile.mkdtemp(prefix='sengen-demo-')
        atexit.register(shutil.rmtree, place)
        said = case.run('demo', '--output', os.path.join(place, 'demo'), *words, timeout=600).splitlines()
        assert said[-1].startswith('saved: '), said[-1]
        _demos[words] = os.path.join(place, 'demo'), [os.path.basename(line) for line in said[:-1]]
    return _demos[words]


def run_one(number, test, program):
    name = test.__name__.replace('_', ' ')
    place = tempfile.mkdtemp(prefix='sengen-cli-')
    try:
        test(Case(program, place))
        print(f'ok {number} - {name}')
        return True
    except Skip as why:
        print(f'ok {number} - {name} # SKIP {why}')
        return True
    except Exception:
        print(f'not ok {number} - {name}')
        for line in traceback.format_exc().splitlines():
            print(f'# {line}')
        return False
    finally:
        shutil.rmtree(place)
        sys.stdout.flush()


def run_tests(names):
    """Runs every public function defined in the test file, in its order."""
    tests = [thing for name, thing in names.items()
             if callable(thing) and getattr(thing, '__module__', None) == '__main__'
             and not name.startswith('_')]
    program = os.path.abspath(sys.argv[1])
    print(f'1..{len(tests)}')
    passed = [run_one(number, test, program) for number, test in enumerate(tests, 1)]
    sys.exit(0 if all(passed) else 1)
