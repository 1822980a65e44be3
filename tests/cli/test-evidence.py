#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence by commands: adding, versions, what it proves, taking out."""
import hashlib
import os
import stat
import struct
import subprocess
import zlib

from sengen_cli import need, run_tests

PNG = b'\x89PNG\r\n\x1a\n'


def _chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))


def _exif():
    """EXIF with 35 degrees north and an orientation: two directories."""
    gps = 8 + 2 + 2 * 12 + 4
    values = gps + 2 + 2 * 12 + 4
    return (b'MM\0*' + struct.pack('>I', 8)
            + struct.pack('>H', 2)
            + struct.pack('>HHIHH', 0x0112, 3, 1, 6, 0)
            + struct.pack('>HHII', 0x8825, 4, 1, gps) + struct.pack('>I', 0)
            + struct.pack('>H', 2)
            + struct.pack('>HHI', 1, 2, 2) + b'N\0\0\0'
            + struct.pack('>HHII', 2, 5, 3, values) + struct.pack('>I', 0)
            + struct.pack('>6I', 35, 1, 41, 1, 22, 1))


def _photo(exif=None):
    """A PNG picture of 2 × 2 pixels."""
    pixels = zlib.compress(b'\0\1\2\3\4\5\6' * 2)
    return (PNG + _chunk(b'IHDR', struct.pack('>IIBBBBB', 2, 2, 8, 2, 0, 0, 0))
            + (_chunk(b'eXIf', exif) if exif else b'')
            + _chunk(b'IDAT', pixels) + _chunk(b'IEND', b''))


def _add(case, file, name, content, *words, item='SD-01'):
    case.write(name, content)
    said = case.run('evidence', 'add', file, item, case.path(name), *words)
    assert said.startswith('saved: evidence ') and said.endswith('\n'), said
    return int(said.split()[-1])


def _remarks(case, *words):
    done = case.call(*words)
    assert done.returncode == 0, done.stderr.decode()
    return done.stderr.decode('utf-8')


def _show(case, file, number):
    return case.json('evidence', 'show', file, str(number), '--json')


def a_file_is_kept_with_what_is_said_of_it(case):
    file = case.new()
    number = _add(case, file, '機器一覧.csv', '機器,確認日\n', '--title', '機器とソフトの一覧',
                  '--date', '2026-11-02', '--expires', '2099-03-31', '--by', '山﨑')
    shown = _show(case, file, number)
    assert shown['evidence'] == 1 and shown['state'] == 'current'
    assert shown['title'] == '機器とソフトの一覧' and shown['file_name'] == '機器一覧.csv'
    assert shown['media_type'] == 'text/csv'
    assert shown['dated'] == '2026-11-02' and shown['expires'] == '2099-03-31'
    assert shown['sha256'] == hashlib.sha256('機器,確認日\n'.encode()).hexdigest()
    assert shown['links'] == ['answer/1/SD-01'] and shown['by'] == '山﨑'
    case.run('verify', file)


def the_file_may_stand_before_the_second_word(case):
    file = case.new()
    case.write('a.txt', 'a')
    assert case.run('evidence', file, 'add', 'SD-01', case.path('a.txt')) == 'saved: evidence 1\n'
    assert len(case.json('evidence', file, 'list', '--json')) == 1
    assert 'a.txt' in case.run('evidence', file, 'export', case.path('out'))
    assert 'evidence add' in case.run('evidence', file, 'add', '--help')


def half_a_command_is_refused(case):
    case.fail(2, 'evidence')
    case.fail(2, 'evidence', 'a.sengen')
    case.fail(2, 'evidence', 'a.sengen', 'burn')
    case.fail(2, 'evidence', 'add', 'a.sengen', 'SD-01')


def an_item_is_named_in_every_way(case):
    file = case.new()
    _add(case, file, 'a.txt', 'a', '--catalogue', 'ipa-self-check', item='1')
    _add(case, file, 'b.txt', 'b', item='RU-1')
    _add(case, file, 'c.txt', 'c', item='answer/1/SD-02')
    case.run('declare', file, '--star', '1', '--id', '40012345678', '--date', '2026-11-20')
    _add(case, file, 'd.txt', 'd', item='declaration/1')
    links = [entry['links'] for entry in case.json('evidence', 'list', file, '--json')]
    assert links == [['answer/1/SD-01'], ['answer/2/RU-1'], ['answer/1/SD-02'], ['declaration/1']], links
    for item in ('SD-99', '1', 'declaration/9', 'weather/1', '/', 'answer/1/SD-99'):
        case.fail(2, 'evidence', 'add', file, item, case.path('a.txt'))


def what_cannot_be_kept_is_refused(case):
    file = case.new()
    case.write('empty.txt', '')
    case.write('tool.exe', b'MZ')
    case.write('run.bat', 'copy a b')
    os.mkfifo(case.path('pipe'))
    with open(case.path('huge.mp4'), 'wb') as huge:
        huge.truncate(61_234_567)
    said = case.fail(3, 'evidence', 'add', file, 'SD-01', case.path('huge.mp4'))
    assert '61.3 MB' in said and '50 MB' in said, said
    for name in ('none.txt', 'empty.txt', 'pipe', ''):
        case.fail(3, 'evidence', 'add', file, 'SD-01', case.path(name))
    for name in ('tool.exe', 'run.bat'):
        assert name in case.fail(2, 'evidence', 'add', file, 'SD-01', case.path(name))
    assert case.json('evidence', 'list', file, '--json') == []


def wrong_words_are_refused(case):
    file = case.new()
    case.write('a.txt', 'a')
    for words in (['--date', 'today'], ['--expires', '2026-02-30'],
                  ['--date', '2026-11-02', '--expires', '2026-11-01']):
        case.fail(2, 'evidence', 'add', file, 'SD-01', case.path('a.txt'), *words)
    for words in (['--replaces', '7'], ['--replaces', 'x'], ['--remove-location'],
                  ['--assessment', '9'], ['--assessment', 'x'], ['--catalogue', 'nist']):
        case.fail(2, 'evidence', 'add', file, 'SD-01', case.path('a.txt'), *words)
    for command in ('show', 'retire', 'restore', 'describe'):
        words = ['--title', 'x'] if command == 'describe' else []
        case.fail(2, 'evidence', command, file, '9', *words)
        case.fail(2, 'evidence', command, file, 'x', *words)
    case.fail(2, 'evidence', 'describe', file, '1')


def a_name_that_contradicts_the_content_is_told(case):
    file = case.new()
    case.write('a.pdf', _photo())
    assert 'PNG' in _remarks(case, 'evidence', 'add', file, 'SD-01', case.path('a.pdf'))
    assert _show(case, file, 1)['media_type'] == 'image/png'


def the_same_content_is_kept_once(case):
    file = case.new()
    _add(case, file, 'a.txt', 'same')
    case.write('b.txt', 'same')
    said = _remarks(case, 'evidence', 'add', file, 'SD-02', case.path('b.txt'))
    assert ' 1' in said, said
    listed = case.json('evidence', 'list', file, '--json')
    assert len(listed) == 1 and len(listed[0]['links']) == 2


def a_photograph_says_where_it_was_taken(case):
    file = case.new()
    case.write('a.png', _photo(_exif()))
    assert _remarks(case, 'evidence', 'add', file, 'SD-01', case.path('a.png')) != ''
    assert _show(case, file, 1)['location_removed'] is None


def a_photograph_forgets_where_it_was_taken(case):
    file = case.new()
    original = _photo(_exif())
    case.write('a.png', original)
    assert _remarks(case, 'evidence', 'add', file, 'SD-01', case.path('a.png'), '--remove-location') == ''
    assert case.read('a.png') == original
    shown = _show(case, file, 1)
    assert shown['location_removed'] == 1, shown['location_removed']
    assert shown['sha256'] != hashlib.sha256(original).hexdigest()
    case.run('evidence', 'export', file, case.path('out'))
    kept = case.read('out/a.png')
    assert struct.pack('>6I', 35, 1, 41, 1, 22, 1) not in kept
    assert struct.pack('<6I', 35, 1, 41, 1, 22, 1) not in kept
    assert zlib.compress(b'\0\1\2\3\4\5\6' * 2) in kept


def one_file_serves_several_items(case):
    file = case.new()
    _add(case, file, 'a.txt', 'a')
    assert case.run('evidence', 'link', file, '1', 'SD-02') == 'saved: evidence 1 linked\n'
    assert len(case.json('evidence', 'list', file, '--item', 'SD-02', '--json')) == 1
    case.run('evidence', 'unlink', file, '1', 'SD-02')
    assert case.json('evidence', 'list', file, '--item', 'SD-02', '--json') == []
    case.fail(2, 'evidence', 'unlink', file, '1', 'SD-02')
    case.fail(2, 'evidence', 'link', file, '1', 'SD-99')
    case.run('undo', file)
    assert len(case.json('evidence', 'list', file, '--item', 'SD-02', '--json')) == 1


def a_newer_version_retires_the_older(case):
    file = case.new()
    _add(case, file, 'a.txt', 'old')
    _add(case, file, 'b.txt', 'new', '--replaces', '1')
    old, new = case.json('evidence', 'list', file, '--json')
    assert old['state'] == 'replaced' and old['newer'] == 2
    assert new['state'] == 'current' and new['replaces'] == 1
    assert 'b.txt' in case.run('evidence', 'show', file, '1')
    assert 'a.txt' in case.run('evidence', 'show', file, '2')
    case.fail(2, 'evidence', 'restore', file, '1')
    case.run('verify', file)


def withdrawn_evidence_is_kept(case):
    file = case.new()
    _add(case, file, 'a.txt', 'a')
    case.run('evidence', 'retire', file, '1')
    assert _show(case, file, 1)['state'] == 'retired'
    case.fail(2, 'evidence', 'retire', file, '1')
    case.run('evidence', 'restore', file, '1')
    assert _show(case, file, 1)['state'] == 'current'


def a_closed_year_keeps_its_evidence(case):
    file = case.new()
    case.run('answer', file, 'SD-01', 'done')
    _add(case, file, 'a.txt', 'a')
    case.run('assessment', 'close', file, '1')
    case.fail(1, 'evidence', 'retire', file, '1')
    case.fail(1, 'evidence', 'link', file, '1', 'answer/1/SD-02')


def expired_evidence_is_said(case):
    file = case.new()
    case.write('a.txt', 'a')
    said = _remarks(case, 'evidence', 'add', file, 'SD-01', case.path('a.txt'), '--expires', '2020-01-31')
    assert said.startswith('sengen: '), said
    assert _show(case, file, 1)['state'] == 'expired'
    listed = case.run('evidence', 'list', file)
    assert '2020-01-31' in listed and '1 piece' in listed, listed
    case.run('evidence', 'describe', file, '1', '--expires', '')
    assert _show(case, file, 1)['state'] == 'current'


def a_description_can_change(case):
    file = case.new()
    _add(case, file, 'a.txt', 'a')
    case.run('evidence', 'describe', file, '1', '--title', '手引き', '--date', '2026-04-10')
    shown = _show(case, file, 1)
    assert shown['title'] == '手引き' and shown['dated'] == '2026-04-10'
    case.fail(2, 'evidence', 'describe', file, '1', '--title', ' ')


def an_empty_list_says_so(case):
    file = case.new()
    assert case.run('evidence', 'list', file).count('\n') == 1
    assert case.json('evidence', 'list', file, '--json') == []
    case.fail(1, 'evidence', 'export', file, case.path('out'))
    assert not os.path.exists(case.path('out'))


def files_are_taken_out_with_their_hashes(case):
    need('sha256sum')
    file = case.new()
    _add(case, file, 'a.txt', 'one')
    _add(case, file, 'a.txt', 'two')
    _add(case, file, '..\\CON:x?.txt', 'three')
    case.run('evidence', 'export', file, case.path('out'))
    assert sorted(os.listdir(case.path('out'))) == ['SHA256SUMS', '_.._CON_x_.txt', 'a (2).txt', 'a.txt']
    subprocess.run(['sha256sum', '--strict', '-c', 'SHA256SUMS'], cwd=case.path('out'), check=True,
                   stdout=subprocess.DEVNULL)
    case.fail(3, 'evidence', 'export', file, case.path('out'))
    case.run('evidence', 'export', file, case.path('one'), '--only', '2')
    assert case.read('one/a.txt') == b'two'
    case.fail(2, 'evidence', 'export', file, case.path('none'), '--only', '9')
    case.fail(2, 'evidence', 'export', file, case.path('none'), '--only', 'x')
    assert not os.path.exists(case.path('none'))


def a_folder_that_may_not_be_written_stays_empty(case):
    if os.geteuid() == 0:
        folder = '/proc/evidence'
    else:
        os.mkdir(case.path('locked'), stat.S_IRUSR | stat.S_IXUSR)
        folder = case.path('locked/out')
    file = case.new()
    _add(case, file, 'a.txt', 'one')
    case.fail(3, 'evidence', 'export', file, folder)


run_tests(globals())
