#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: told, searched, set back, erased, recomputed from outside, and tampered with."""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

from sengen_cli import need, run_tests

HELP = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'help')
MALLARD = '{http://projectmallard.org/1.0/}'
NAME, KANA, ENGLISH = '忘却 太郎', 'ボウキャク タロウ', 'Taro Bokyaku'


def _lines(case, file, *words):
    return case.run('history', file, *words).splitlines()


def _seqs(case, file, *words):
    return [event['seq'] for event in case.json('history', file, *words, '--json')]


def _told(case):
    """A file with a few acts of two people."""
    file = case.new()
    case.run('answer', file, 'SD-03', 'partial', '--note', 'バックアップ', '--by', '山﨑 健太')
    case.run('answer', file, 'SD-03', 'done', '--by', '髙橋 美咲')
    case.run('answer', file, 'RU-3', 'unknown')
    case.run('undo', file, '--by', '山﨑 健太')
    return file


def the_history_is_told_in_words(case):
    lines = _lines(case, _told(case))
    assert 'New company file: the company – added, “株式会社見本”' in lines[0], lines[0]
    said = [line for line in lines if 'Answer to No. 3 (check 1)' in line]
    assert 'not answered → Partly done; Note: nothing → “バックアップ”' in said[0], said
    assert 'Partly done → Done' in said[1] and '髙橋 美咲' in said[1], said
    assert 'Undone: ' in lines[-1] and '山﨑 健太' in lines[-1], lines[-1]
    assert 'Name not recorded' in lines[0], lines[0]
    assert not [line for line in lines if 'SGN' in line or 'evidence-link' in line]


def filters_narrow_the_history(case):
    file = _told(case)
    every = _seqs(case, file)
    assert every == list(range(1, len(every) + 1))
    assert _seqs(case, file, '--newest') == every[::-1]
    assert _seqs(case, file, '--newest', '--limit', '2') == every[::-1][:2]
    third = case.json('history', file, '--item', '3', '--json')
    assert {event['item'] for event in third} == {'SD-03', 'RU-3'}
    assert {event['by'] for event in case.json('history', file, '--by', '山﨑健太', '--json')} == {'山﨑 健太'}
    assert {event['by'] for event in case.json('history', file, '--by', '', '--json')} == {None}
    assert {event['act'] for event in case.json('history', file, '--act', 'undo', '--json')} == {'undo'}
    assert {event['kind'] for event in case.json('history', file, '--kind', 'person', '--json')} == {'person'}
    assert len(_seqs(case, file, '--text', 'ﾊﾞｯｸｱｯﾌﾟ')) == 2  # once as before, once as after
    assert _seqs(case, file, '--to', '2000-01-01') == []
    assert _seqs(case, file, '--from', '2000-01-01') == every
    assert case.run('history', file, '--act', 'import') == ''


def wrong_filters_are_refused(case):
    file = case.new()
    for words in (['--from', '1.1.2026'], ['--to', '2026-02-30'], ['--act', 'sing'], ['--kind', 'song'],
                  ['--limit', '0'], ['--limit', 'x']):
        case.fail(2, 'history', file, *words)


def one_value_is_set_back(case):
    file = _told(case)
    first = [event for event in case.json('history', file, '--item', 'SD-03', '--json')][0]
    head = case.head(file)
    assert case.run('set-back', file, str(first['seq']), '--by', '髙橋 美咲') \
        == f'saved: set back to entry {first["seq"]}\n'
    newest = case.json('history', file, '--json')[-1]
    assert (newest['act'], newest['by'], newest['after']) == ('set-back', '髙橋 美咲', first['after'])
    assert newest['prev_hash'] == head
    case.run('set-back', file, str(first['seq']), '--before')
    assert case.json('history', file, '--json')[-1]['after'] is None
    case.run('undo', file)
    assert case.json('history', file, '--json')[-1]['after'] == first['after']
    case.run('verify', file)


def what_cannot_be_set_back_is_said(case):
    file = _told(case)
    check = case.json('history', file, '--kind', 'assessment', '--json')[0]['seq']
    answer = case.json('history', file, '--item', 'SD-03', '--json')[0]['seq']
    for number in ('x', '0', '999', str(check)):
        case.fail(2, 'set-back', file, number)
    case.run('assessment', 'close', file, '1')
    assert 'eopen' in case.fail(1, 'set-back', file, str(answer))
    case.fail(2, 'set-back', file)


def people_are_listed_added_and_changed(case):
    file = case.new()
    assert case.run('person', 'add', file, '𠮷田 葛󠄀', '--kana', 'ヨシダ', '--role', '担当') == 'saved: person 1\n'
    case.fail(2, 'person', 'add', file, '𠮷田 葛󠄀')
    case.fail(2, 'person', 'add', file, ' ')
    case.fail(2, 'person', 'change', file, '誰か', '--role', 'x')
    case.fail(2, 'person', 'change', file, '𠮷田 葛󠄀', '--left', 'soon')
    assert case.run('person', 'change', file, '𠮷田 葛󠄀', '--name', '𠮷田', '--role', '', '--left',
                    '2026-11-30') == 'saved: person 1\n'
    person = case.json('person', 'list', file, '--json')[0]
    assert (person['person'], person['name'], person['kana'], person['role'], person['left_on']) \
        == (1, '𠮷田', 'ヨシダ', None, '2026-11-30')
    assert '𠮷田' in case.run('person', 'list', file)


def _bytes_of_all(case):
    return b'\n'.join(case.read(name) for name in case.files())


def _known(case):
    """A file in which somebody with a reading and an English name has left traces."""
    file = case.new(contact=NAME)
    case.run('person', 'add', file, NAME, '--kana', KANA, '--name-en', ENGLISH)
    case.run('answer', file, 'SD-01', 'done', '--note', f'{NAME} が確認', '--by', NAME)
    case.run('answer', file, 'SD-01', 'partial', '--note', '確認した', '--by', '髙橋 美咲')
    return file


def nothing_is_erased_without_a_yes(case):
    file = _known(case)
    before = case.read('a.sengen')
    done = case.call('person', 'erase', file, NAME)
    shown = done.stdout.decode()
    assert done.returncode == 1 and b'--yes' in done.stderr, done
    for word in (NAME, KANA, ENGLISH, 'Contact of the company', 'backup'):
        assert word in shown, (word, shown)
    assert case.read('a.sengen') == before
    head = case.head(file)
    case.fail(2, 'person', 'erase', file, '誰でもない', '--yes')
    assert case.head(file) == head


def an_erased_person_is_in_no_byte(case):
    file = _known(case)
    said = case.fail(1, 'person', 'erase', file, NAME, '--everywhere', '--yes')
    assert 'Contact of the company' in said and NAME not in said, said
    case.run('company', file, '--profile', case.write('p.json', {'name': '株式会社見本', 'contact': '総務課'}))
    os.remove(case.path('p.json'))
    assert re.match(r'saved: person 1 erased, \d+ entries blanked\n',
                    case.run('person', 'erase', file, NAME, '--everywhere', '--yes'))
    everything = _bytes_of_all(case)
    for word in (NAME, KANA, ENGLISH):
        assert word.encode() not in everything, word
    case.run('verify', file)
    events = case.json('history', file, '--json')
    assert [event['act'] for event in events if event['kind'] == 'event']
    assert case.json('person', 'list', file, '--json')[0]['name'] == ''
    assert '(erased)' in case.run('person', 'list', file)
    assert 'its content was erased' in case.run('history', file)
    case.fail(1, 'undo', file)
    case.run('person', 'erase', file, '1', '--yes')
    assert case.json('history', file, '--json') == events


def an_erased_file_is_in_no_byte(case):
    need('sqlite3')
    shutil.copy(_sample(case), case.path('b.sengen'))
    shutil.rmtree(case.path('demo'))
    file = case.path('b.sengen')
    with sqlite3.connect(file) as db:
        number, content = db.execute('SELECT id, data FROM evidence JOIN blob USING (sha256) '
                                     'WHERE blob.size > 100 ORDER BY id LIMIT 1').fetchone()
    piece = content[20:84]
    assert piece in case.read('b.sengen')
    shown = case.call('evidence', 'erase', file, str(number))
    assert shown.returncode == 1 and b'--yes' in shown.stderr
    assert piece in case.read('b.sengen')
    assert case.run('evidence', 'erase', file, str(number), '--yes').startswith(
        f'saved: content of evidence {number} erased\n')
    assert piece not in case.read('b.sengen')
    case.run('verify', file)
    for word in ('x', '999', '0'):
        case.fail(2, 'evidence', 'erase', file, word, '--yes')


def _sample(case):
    os.mkdir(case.path('demo'))
    case.run('new', case.path('demo/sample.sengen'), '--sample')
    return case.path('demo/sample.sengen')


def _commands(language):
    """What stands in the help to be run, in its order."""
    page = xml.etree.ElementTree.parse(os.path.join(HELP, language, 'recompute-chain.page'))
    return [code.text for code in page.iter(MALLARD + 'code')
            if code.get('mime') == 'application/x-shellscript']


def _run_help(folder, command):
    return subprocess.run(['sh', '-c', command], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=120, check=False)


def _tamper(file, *statements):
    """Behind the program's back, with nothing in the way."""
    with sqlite3.connect(file) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f'DROP TRIGGER {name}')
        db.execute('PRAGMA foreign_keys = OFF')
        for statement in statements:
            db.execute(statement)
        for _, sql in triggers:
            db.execute(sql)
    db.close()


# What is done to a copy of the sample, which of the commands of the help sees it, and what it says.
OUTSIDE = (
    ("UPDATE event SET payload = replace (payload, 'partial', 'done') WHERE seq = 14 "
     "OR payload LIKE '%partial%'", 0, 'content changed'),
    ("UPDATE event SET header = replace (header, '2024', '2023') WHERE seq = 12", 0, '12: entry changed'),
    ("UPDATE event SET hash = lower (hex (randomblob (32))) WHERE seq = 20", 0, '20: entry changed'),
    ("UPDATE event SET prev_hash = lower (hex (randomblob (32))) WHERE seq = 9", 0, '9: does not follow'),
    ('DELETE FROM event WHERE seq = 30', 0, '30: entry missing'),
    ("UPDATE event SET salt = NULL, payload = NULL WHERE seq = 13", 0, '13: content erased'),
    ("UPDATE answer SET value = 'done' WHERE assessment = 2 AND item = 'SD-24'", 1,
     '2/SD-24: not what the history says'),
    ("UPDATE answer SET note = 'x' WHERE assessment = 1 AND item = 'SD-01'", 1,
     '1/SD-01: not what the history says'),
    ("UPDATE blob SET data = zeroblob (size) WHERE rowid = 1", 2, 'file changed'),
)


def an_outsider_recomputes_the_chain(case):
    need('sqlite3')
    sample = _sample(case)
    folder = os.path.dirname(sample)
    commands = _commands('C')
    assert len(commands) == 4 and commands == _commands('ja')
    events = case.json('history', sample, '--json')
    head = events[-1]['hash']
    assert head in case.run('verify', sample)

    chain, state, files, reading = (_run_help(folder, command) for command in commands)
    assert (chain.returncode, chain.stdout) == (0, head + '\n'), chain
    assert (state.returncode, state.stdout) == (0, ''), state
    assert (files.returncode, files.stdout) == (0, ''), files
    assert [line.split('|')[0] for line in reading.stdout.splitlines()] \
        == [str(event['seq']) for event in events], reading
    assert 'attached.bin' not in os.listdir(folder)


def an_outsider_sees_what_was_tampered_with(case):
    need('sqlite3')
    sample = _sample(case)
    folder = os.path.dirname(sample)
    commands = _commands('ja')
    whole = case.read('demo/sample.sengen')
    head = case.head(sample)
    for statement, which, word in OUTSIDE:
        case.write('demo/sample.sengen', whole)
        _tamper(sample, statement)
        said = _run_help(folder, commands[which])
        assert word in said.stdout, (statement, said)
        if which == 0 and 'erased' not in word:
            assert said.returncode == 1 and head not in said.stdout, (statement, said)
        assert case.call('verify', sample).returncode == 1, statement

    # What the help says it cannot show: a history cut off at its end looks whole.
    case.write('demo/sample.sengen', whole)
    _tamper(sample, 'DELETE FROM event WHERE seq = (SELECT max (seq) FROM event)')
    said = _run_help(folder, commands[0])
    assert said.returncode == 0 and head not in said.stdout, said


def an_outsider_passes_over_what_was_erased(case):
    need('sqlite3')
    file = _known(case)
    case.run('person', 'erase', file, NAME, '--yes')
    os.rename(file, case.path('sample.sengen'))
    said = _run_help(case.folder, _commands('C')[0])
    blanked = [str(event['seq']) for event in
               case.json('history', case.path('sample.sengen'), '--json') if event['erased']]
    lines = said.stdout.splitlines()
    assert said.returncode == 0 and lines[-1] == case.head(case.path('sample.sengen')), said
    assert lines[:-1] == [f'{seq}: content erased' for seq in blanked], said


# What is done to a copy, and the words in which verify names it.
INSIDE = (
    ("UPDATE event SET payload = replace (payload, '見本', '本物') WHERE seq = 1",
     'Entry 1 of the history: its content was changed after it was written'),
    ("UPDATE event SET header = replace (header, '\"act\":\"answer\"', '\"act\":\"import\"') WHERE seq = 4",
     'Entry 4 of the history: it was changed after it was written'),
    ("UPDATE event SET prev_hash = hash WHERE seq = 3", 'Entry 3 of the history: it does not follow'),
    ('DELETE FROM event WHERE seq = 4', 'Entry 5 of the history: the entry before it is missing'),
    ('UPDATE event SET salt = NULL, payload = NULL WHERE seq = 4',
     'The content of entry 4 of the history is missing, and no act says that it was erased'),
    ("UPDATE answer SET value = 'not-done'", '“Answer of No. 3 (check 1)” is not what the history says'),
    ("UPDATE company SET contact = 'x'", '“Contact of the company” is not what the history says'),
    ("UPDATE person SET name = '別人' WHERE id = 1", '“Name of Person 1” is not what the history says'),
    ('DELETE FROM answer', '“No. 3 (check 1)” is missing, but the history says that it is there'),
    ("INSERT INTO site (id, name) VALUES (7, 'x')", '“Site 7” is there, but the history does not say so'),
    ("UPDATE assessment SET state = 'closed'", '“State of Check 1” is not what the history says'),
    ("UPDATE id_counter SET last = 99 WHERE kind = 'person'",
     'The highest number given to “People” is not what the history says'),
)


def verify_names_what_was_tampered_with(case):
    file = _told(case)
    case.run('verify', file)
    whole = case.read('a.sengen')
    for statement, words in INSIDE:
        case.write('a.sengen', whole)
        _tamper(file, statement)
        done = case.call('verify', file)
        found, said = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == 1, (statement, done)
        assert words in found, (statement, found)
        assert said.count('\n') == 1 and 'contradiction' in said, said
        # The first that is named of the chain is the first that is wrong.
        links = re.findall(r'Entry (\d+) of the history: ', found)
        assert not links or links[0] == re.search(r'Entry (\d+)', words).group(1), (statement, found)

    # Some files cannot be opened at all.
    for statement, words in (("UPDATE event SET header = 'x' WHERE seq = 5", 'Entry 5 of the history is damaged'),
                             ('DELETE FROM person WHERE id = 2', 'belongs to something that is missing')):
        case.write('a.sengen', whole)
        _tamper(file, statement)
        assert words in case.fail(3, 'verify', file), statement


if __name__ == '__main__':
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    run_tests(globals())
