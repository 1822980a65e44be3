# SPDX-License-Identifier: GPL-3.0-or-later
"""What can happen to a company file: each damage makes a damaged file out of a good one.

A damage is a function that gets the path of a good file, in a folder of its own, and changes what is at
that path or beside it. DAMAGES says of each what the program must make of it.
"""
import os
import shutil
import sqlite3
import struct

PAGE = 4096
APPLICATION = 0x53676e31


def _read(path):
    with open(path, 'rb') as file:
        return bytearray(file.read())


def _write(path, content):
    with open(path, 'wb') as file:
        file.write(content)


def _patch(path, offset, content):
    with open(path, 'r+b') as file:
        file.seek(offset)
        file.write(content)


def _sql(path, script):
    db = sqlite3.connect(path)
    db.executescript(script)
    db.commit()
    db.close()


def _without_triggers(path, script):
    db = sqlite3.connect(path)
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _text in triggers:
        db.execute(f'DROP TRIGGER {name}')
    db.executescript(script)
    for _name, text in triggers:
        db.execute(text)
    db.commit()
    db.close()


def _schema(path, old, new):
    """Changes the schema's text and nothing else."""
    db = sqlite3.connect(path)
    version = db.execute('PRAGMA schema_version').fetchone()[0]
    db.execute('PRAGMA writable_schema = ON')
    done = db.execute('UPDATE sqlite_schema SET sql = replace (sql, ?, ?) WHERE instr (sql, ?)', (old, new, old))
    assert done.rowcount == 1, old
    db.execute(f'PRAGMA schema_version = {version + 1}')
    db.commit()
    db.close()


def _pages(path, name):
    """The pages of a table or index, its first one first."""
    db = sqlite3.connect(path)
    pages = [row[0] for row in db.execute('SELECT pageno FROM dbstat WHERE name = ? ORDER BY path', (name,))]
    db.close()
    return pages


def _leaf(path, name):
    db = sqlite3.connect(path)
    pages = [row[0] for row in db.execute(
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", (name,))]
    db.close()
    return pages[len(pages) // 2]


def _break_page(path, page):
    _patch(path, (page - 1) * PAGE, b'\xa5' * 64)


def _flip_text(path, old, new, table):
    """Changes bytes on the pages of one table only, as a bad disk would."""
    content = _read(path)
    count = 0
    for page in _pages(path, table):
        start = (page - 1) * PAGE
        at = content.find(old, start, start + PAGE)
        if at >= 0:
            content[at:at + len(old)] = new
            count += 1
    assert count > 0, old
    _write(path, content)


# What is no file of ours

def gone(path):
    os.remove(path)


def folder(path):
    os.remove(path)
    os.mkdir(path)


def pipe(path):
    os.remove(path)
    os.mkfifo(path)


def dangling_link(path):
    os.remove(path)
    os.symlink(path + '.elsewhere', path)


def another_text(path):
    _write(path, 'これは会社のファイルではない。\n'.encode() * 500)


def another_program(path):
    _sql(path, 'PRAGMA application_id = 7')


# Cut off

def empty(path):
    _write(path, b'')


def first_bytes_only(path):
    _write(path, _read(path)[:64])


def one_byte_missing(path):
    _write(path, _read(path)[:-1])


def one_page_missing(path):
    _write(path, _read(path)[:-PAGE])


def half_missing(path):
    content = _read(path)
    _write(path, content[:len(content) // 2 + 100])


def too_long(path):
    _write(path, _read(path) + b'tail')


# Bits

def magic(path):
    _patch(path, 0, b'SQLitf')


def page_size(path):
    _patch(path, 16, b'\x12\x34')


def schema_page(path):
    _patch(path, 100, b'\xa5' * 12)


def answer_page(path):
    _break_page(path, _leaf(path, 'answer'))


def event_page(path):
    _break_page(path, _leaf(path, 'event'))


def person_page(path):
    _break_page(path, _leaf(path, 'person'))


def file_bit(path):
    """A bit of an attached file."""
    db = sqlite3.connect(path)
    content = db.execute('SELECT data FROM blob ORDER BY size DESC').fetchone()[0]
    db.close()
    middle = bytes(content[200:240])
    _flip_text(path, middle, bytes([middle[0] ^ 4]) + middle[1:], 'blob')


def file_leaf(path):
    _break_page(path, _leaf(path, 'blob'))


def state_bit(path):
    _flip_text(path, b'NOTE-OF-ONE', b'NOTE-OF-0NE', 'answer')


def event_bit(path):
    _flip_text(path, b'NOTE-OF-ONE', b'NOTE-OF-0NE', 'event')


# The schema

def extra_trigger(path):
    _sql(path, 'CREATE TRIGGER evil AFTER UPDATE ON answer BEGIN DELETE FROM issue; END')


def extra_view(path):
    _sql(path, 'CREATE VIEW evil AS SELECT * FROM answer')


def extra_table(path):
    _sql(path, 'CREATE TABLE evil (x)')


def extra_index(path):
    _sql(path, 'CREATE INDEX evil ON answer (note)')


def virtual_table(path):
    _sql(path, 'CREATE VIRTUAL TABLE evil_search USING fts5 (x)')


def changed_rule(path):
    _schema(path, "CHECK (state IN ('open', 'closed'))", "CHECK (state IN ('open', 'clozed'))")


def view_for_table(path):
    """A view in the place of a table: whoever reads it would run it."""
    _sql(path, 'PRAGMA foreign_keys = OFF; DROP TABLE place;'
               'CREATE VIEW place AS SELECT 1 AS id, randomblob (1000000) AS place')


def missing_table(path):
    _sql(path, 'DROP TABLE lease')


def no_version(path):
    _sql(path, 'PRAGMA user_version = 0')


def broken_reference(path):
    _without_triggers(path, 'PRAGMA foreign_keys = OFF; UPDATE answer SET person = 999 WHERE item = \'SD-01\'')


def forbidden_value(path):
    _without_triggers(path, "PRAGMA ignore_check_constraints = ON; UPDATE assessment SET state = 'ajar'")


# What lies beside

def _leave_log(path, script):
    """Leaves a log as a process does that is killed: a copy while it is open."""
    db = sqlite3.connect(path)
    db.execute('PRAGMA journal_mode = WAL')
    db.execute('PRAGMA wal_autocheckpoint = 0')
    db.executescript(script)
    db.commit()
    copies = {name: _read(path + name) for name in ('', '-wal')}
    db.close()
    for name, content in copies.items():
        _write(path + name, content)
    if os.path.exists(path + '-shm'):
        os.remove(path + '-shm')


def foreign_log(path):
    """The log of another company's file."""
    other = path + '.other'
    db = sqlite3.connect(other)
    db.executescript('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE other (x);'
                     'INSERT INTO other SELECT zeroblob (9999) FROM (VALUES (1), (2), (3), (4))')
    db.commit()
    log = _read(other + '-wal')
    db.close()
    os.remove(other)
    _write(path + '-wal', log)


def log_of_another_time(path):
    """A log that was left beside a later state of the same file."""
    earlier = path + '.earlier'
    shutil.copy(path, earlier)
    _leave_log(earlier, "UPDATE answer SET note = 'earlier' WHERE item = 'SD-01'")
    _sql(path, "UPDATE lease SET pid = 1; VACUUM")
    os.replace(earlier + '-wal', path + '-wal')
    os.remove(earlier)


def damaged_without_log(path):
    """Half of a log was taken in when the rest of it was lost."""
    _leave_log(path, "UPDATE answer SET note = 'later'")
    os.remove(path + '-wal')
    _break_page(path, _leaf_of_log_mode(path))


def _leaf_of_log_mode(path):
    copy = path + '.copy'
    shutil.copy(path, copy)
    page = _leaf(copy, 'answer')
    for name in (copy, copy + '-wal', copy + '-shm'):
        if os.path.exists(name):
            os.remove(name)
    return page


def foreign_journal(path):
    """A journal of another file: taking it back would write strange pages over this one."""
    other = path + '.other'
    db = sqlite3.connect(other)
    db.executescript('CREATE TABLE other (x); INSERT INTO other SELECT zeroblob (9999) FROM (VALUES (1), (2), (3))')
    db.commit()
    db.close()
    pid = os.fork()
    if pid == 0:
        db = sqlite3.connect(other, isolation_level=None)
        db.execute('PRAGMA cache_size = 2')
        db.execute('BEGIN')
        db.execute('UPDATE other SET x = randomblob (9999)')
        db.execute('INSERT INTO other SELECT zeroblob (99999)')
        os._exit(0)
    os.waitpid(pid, 0)
    os.replace(other + '-journal', path + '-journal')
    os.remove(other)


# name → (what makes it, exit code of opening, of verify, whether anything can be rescued)
OPEN = 0
DAMAGES = [
    (gone, 3, 3, False),
    (folder, 3, 3, False),
    (pipe, 3, 3, False),
    (dangling_link, 3, 3, False),
    (another_text, 3, 3, False),
    (another_program, 3, 3, True),
    (empty, 3, 3, False),
    (first_bytes_only, 3, 3, False),
    (one_byte_missing, 3, 3, True),
    (one_page_missing, 3, 3, True),
    (half_missing, 3, 3, True),
    (too_long, 3, 3, True),
    (magic, 3, 3, True),
    (page_size, 3, 3, True),
    (schema_page, 3, 3, False),
    (answer_page, 3, 3, True),
    (event_page, 3, 3, True),
    (person_page, 3, 3, True),
    (file_bit, OPEN, 1, True),
    (file_leaf, OPEN, 1, True),
    (state_bit, OPEN, 1, True),
    (event_bit, OPEN, 1, True),
    (extra_trigger, 3, 3, True),
    (extra_view, 3, 3, True),
    (extra_table, 3, 3, True),
    (extra_index, 3, 3, True),
    (virtual_table, 3, 3, True),
    (changed_rule, 3, 3, True),
    (view_for_table, 3, 3, True),
    (missing_table, 3, 3, True),
    (no_version, 3, 3, True),
    (broken_reference, 3, 3, True),
    (forbidden_value, 3, 3, True),
    (foreign_log, 3, 3, True),
    (log_of_another_time, 3, 3, True),
    (damaged_without_log, 3, 3, True),
    (foreign_journal, 3, 3, True),
]
