#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants every forbidden thing into a small clean tree, and sees whether the check finds it there.

Speaks TAP. A case is a check, a file to write, and the “path:line” and words that must be reported.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
SKIPPED = 77
MIGRATION = 'CREATE TABLE company (id INTEGER PRIMARY KEY) STRICT;\n'
PO_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'

# A small tree in which every check is content.
CLEAN = {
    'meson.build': "project('sengen', 'c')\n",
    'src/main.c': SPDX + '#include "sgn-cli.h"\n#include "sgn-window.h"\n',
    'src/core/sgn-item.h': SPDX + '#pragma once\n#include <glib.h>\n',
    'src/core/sgn-item.c': SPDX + '#include "sgn-item.h"\n#include <jansson.h>\n',
    'src/core/sgn-item-private.h': SPDX + '#pragma once\n',
    'src/store/sgn-store.h': SPDX + '#pragma once\n#include "sgn-item.h"\n',
    'src/store/sgn-store.c': SPDX + '#include "sgn-store.h"\n#include <sqlite3.h>\n\n'
                                    'static const char *const query = "SELECT id FROM company";\n',
    'src/store/migrations/0001-company.sql': MIGRATION,
    'src/report/sgn-pages.h': SPDX + '#pragma once\n',
    'src/report/sgn-flow.h': SPDX + '#pragma once\n',
    'src/exchange/sgn-csv.h': SPDX + '#pragma once\n',
    'src/session/sgn-session.h': SPDX + '#pragma once\n#include "sgn-store.h"\n',
    'src/cli/sgn-cli.h': SPDX + '#pragma once\n#include "sgn-session.h"\n',
    'src/app/sgn-window.h': SPDX + '#pragma once\n#include "sgn-pages.h"\n#include <gtk/gtk.h>\n',
    'src/app/sgn-window.c': SPDX + '#include "sgn-window.h"\n\n'
        'static GParamSpec *properties[2];\n'
        'static guint signals[1];\n'
        'static const struct {\n  const char *name;\n} table[] = {\n  { "goto" }, /* no goto here */\n};\n\n'
        'static void show (GtkWindow *window);\n\n'
        'static void\nshow (GtkWindow *window)\n{\n  gtk_window_set_title (window, _ ("Save"));\n}\n',
    'tests/core/test-item.c': SPDX,
    'tests/store/test-store.c': SPDX,
    'tests/lint/tested-through.txt': '# none\n',
    'tests/lint/migrations.sha256':
        hashlib.sha256(MIGRATION.encode()).hexdigest() + '  src/store/migrations/0001-company.sql\n',
    'po/LINGUAS': 'ja\n',
    'po/POTFILES.in': 'src/app/sgn-window.c\n',
    'po/ja.po': PO_HEADER + '\nmsgid "Save"\nmsgstr "保存"\n',
    'data/readme.txt': 'Nothing to do.\n',
}

# A function of 81 lines, name to brace; a file of 701; a window of 501.
LONG_FUNCTION = SPDX + '\nstatic void\nrun (void)\n{\n' + '  step ();\n' * 78 + '}\n'
LONG_CLASS_INIT = SPDX + '\nstatic void\nsgn_page_class_init (void)\n{\n' + '  step ();\n' * 200 + '}\n'

LAYERS, SOURCE, FORMAT, PO, WORDS = (
    'check-layers.py', 'check-source.py', 'check-format.sh', 'check-po.sh', 'check-words.sh')


def include(name, quotes='""'):
    return SPDX + f'#include {quotes[0]}{name}{quotes[1]}\n'


def code(line):
    return SPDX + line + '\n'


# name, check, file to write, its text (None removes it), what the report must contain
CASES = [
    ('core may not include store', LAYERS, 'src/core/x.h', include('sgn-store.h'), 'src/core/x.h:2: core may not'),
    ('store may not include report', LAYERS, 'src/store/x.h', include('sgn-flow.h'), 'src/store/x.h:2: store may not'),
    ('report may not include store', LAYERS, 'src/report/x.h', include('sgn-store.h'), 'src/report/x.h:2: report may'),
    ('exchange may not include store', LAYERS, 'src/exchange/x.h', include('sgn-store.h'), 'src/exchange/x.h:2:'),
    ('session may not include cli', LAYERS, 'src/session/x.h', include('sgn-cli.h'), 'src/session/x.h:2: session may'),
    ('cli may not include store', LAYERS, 'src/cli/x.h', include('sgn-store.h'), 'src/cli/x.h:2: cli may not'),
    ('cli may not include the painter', LAYERS, 'src/cli/x.h', include('sgn-pages.h'), 'src/cli/x.h:2: cli may not'),
    ('app may not include other report headers', LAYERS, 'src/app/x.h', include('sgn-flow.h'), 'src/app/x.h:2: app'),
    ('app may not include cli', LAYERS, 'src/app/x.h', include('sgn-cli.h'), 'src/app/x.h:2: app may not'),
    ('a path does not hide the layer', LAYERS, 'src/core/x.h', include('../store/sgn-store.h'), 'src/core/x.h:2: core'),
    ('private headers stay in their layer', LAYERS, 'src/store/x.h', include('sgn-item-private.h'), 'x.h:2: “sgn-item-'),
    ('private headers serve their own layer', LAYERS, 'src/core/x.h', include('sgn-item-private.h'), None),
    ('sqlite belongs to store', LAYERS, 'src/session/x.h', include('sqlite3.h', '<>'), 'src/session/x.h:2: session may'),
    ('gtk belongs to app', LAYERS, 'src/session/x.h', include('gtk/gtk.h', '<>'), 'src/session/x.h:2: session may not'),
    ('adwaita belongs to app', LAYERS, 'src/core/x.h', include('adwaita.h', '<>'), 'src/core/x.h:2: core may not'),
    ('pango belongs to report and app', LAYERS, 'src/core/x.h', include('pango/pango.h', '<>'), 'src/core/x.h:2:'),
    ('cairo belongs to report and app', LAYERS, 'src/exchange/x.h', include('cairo.h', '<>'), 'src/exchange/x.h:2:'),
    ('harfbuzz belongs to report', LAYERS, 'src/session/x.h', include('hb.h', '<>'), 'src/session/x.h:2: session may'),
    ('qpdf belongs to report', LAYERS, 'src/exchange/x.h', include('qpdf/qpdf-c.h', '<>'), 'src/exchange/x.h:2:'),
    ('archives belong to exchange', LAYERS, 'src/store/x.h', include('archive.h', '<>'), 'src/store/x.h:2: store may'),
    ('excel belongs to exchange', LAYERS, 'src/report/x.h', include('xlsxwriter.h', '<>'), 'src/report/x.h:2: report'),
    ('sodium belongs to exchange', LAYERS, 'src/core/x.h', include('sodium.h', '<>'), 'src/core/x.h:2: core may not'),
    ('an unknown library belongs nowhere', LAYERS, 'src/core/x.h', include('zlib.h', '<>'), 'x.h:2: <zlib.h> belongs'),
    ('an unknown own header is named', LAYERS, 'src/core/x.h', include('sgn-lost.h'), 'src/core/x.h:2: “sgn-lost.h”'),
    ('a comment is not an include', LAYERS, 'src/core/x.h', SPDX + '/*\n#include <gtk/gtk.h>\n*/\n', None),
    ('a new folder is not a layer', LAYERS, 'src/util/x.h', SPDX, 'src/util/x.h:1: “util” is not a layer'),

    ('goto', SOURCE, 'src/app/x.c', code('  goto out;'), 'src/app/x.c:2: “goto”'),
    ('object data', SOURCE, 'src/app/x.c', code('  g_object_set_data (o, "k", v);'), 'x.c:2: “g_object_set_data”'),
    ('object data with a destructor', SOURCE, 'src/app/x.c', code('  g_object_set_data_full (o, k, v, f);'), 'x.c:2:'),
    ('sqlite calls outside store', SOURCE, 'src/session/x.h', code('int sqlite3_step (void);'), 'x.h:2: “sqlite3_step”'),
    ('toolkit versions outside the seam', SOURCE, 'src/app/x.c', code('#if GTK_CHECK_VERSION (4, 10, 0)'), 'x.c:2: “GTK'),
    ('toolkit versions in the seam', SOURCE, 'src/app/sgn-compat.c', code('#if GTK_CHECK_VERSION (4, 10, 0)'), None),
    ('SQL in app', SOURCE, 'src/app/x.c', code('  run ("SELECT id FROM company");'), 'src/app/x.c:2: SQL outside'),
    ('SQL in cli', SOURCE, 'src/cli/x.c', code('  run ("DELETE FROM company");'), 'src/cli/x.c:2: SQL outside'),
    ('plain words are not SQL', SOURCE, 'src/cli/x.c', code('  run ("Select a file from the list");'), None),
    ('a counter in a file', SOURCE, 'src/core/sgn-item.c', code('static int count = 0;'), 'sgn-item.c:2: mutable static'),
    ('a counter in a function', SOURCE, 'src/core/sgn-item.c', code('  static gboolean done;'), 'item.c:2: mutable'),
    ('a pointer that can change', SOURCE, 'src/core/sgn-item.c', code('static const char *last;'), 'item.c:2: mutable'),
    ('a table that can change', SOURCE, 'src/core/sgn-item.c', code('static struct {'), 'sgn-item.c:2: mutable static'),
    ('a function pointer that can change', SOURCE, 'src/core/sgn-item.c', code('static void (*hook) (void);'), 'c:2: mut'),
    ('a type id', SOURCE, 'src/core/sgn-item.c', code('static GType type;'), None),
    ('a constant function pointer', SOURCE, 'src/core/sgn-item.c', code('static void (*const hook) (void) = f;'), None),
    ('81 lines of function', SOURCE, 'src/app/x.c', LONG_FUNCTION, 'src/app/x.c:4: “run” has 81 lines'),
    ('80 lines of function', SOURCE, 'src/app/x.c', LONG_FUNCTION.replace('  step ();\n', '', 1), None),
    ('a long class_init is a table', SOURCE, 'src/app/x.c', LONG_CLASS_INIT, None),
    ('81 lines of test', SOURCE, 'tests/app/test-x.c', LONG_FUNCTION, 'tests/app/test-x.c:4: “run” has 81'),
    ('701 lines of file', SOURCE, 'src/app/x.c', SPDX + '\n' * 700, 'src/app/x.c:700: 701 lines'),
    ('501 lines of window', SOURCE, 'src/app/sgn-window.c', SPDX + '\n' * 500, 'sgn-window.c:500: 501 lines'),
    ('no licence line', SOURCE, 'src/app/x.c', '#include <gtk/gtk.h>\n', 'src/app/x.c:1: the first line'),
    ('no licence line in a test', SOURCE, 'tests/app/test-x.c', '\n', 'tests/app/test-x.c:1: the first line'),
    ('no test', SOURCE, 'src/report/sgn-flow.c', SPDX, 'src/report/sgn-flow.c:1: no test-flow.c'),
    ('tested through another', SOURCE, 'tests/lint/tested-through.txt',
     'src/core/sgn-item.c tests/store/test-store.c the store walks through it\n', None),
    ('a stale exception', SOURCE, 'tests/lint/tested-through.txt',
     'src/core/sgn-gone.c tests/store/test-store.c moved\n', 'tested-through.txt:1: “src/core/sgn-gone.c”'),
    ('an exception without a reason', SOURCE, 'tests/lint/tested-through.txt',
     'src/core/sgn-item.c tests/store/test-store.c\n', 'tested-through.txt:1: say why'),
    ('markup from a variable', SOURCE, 'src/app/x.c', code('  gtk_label_set_markup (l, name);'), 'src/app/x.c:2: markup'),
    ('markup from a literal', SOURCE, 'src/app/x.c', code('  gtk_label_set_markup (l, "<b>1</b>");'), None),
    ('a socket', SOURCE, 'src/exchange/x.h', code('GSocketClient *c;'), 'src/exchange/x.h:2: “GSocketClient”'),
    ('a resolver', SOURCE, 'src/core/x.h', code('GResolver *r;'), 'src/core/x.h:2: “GResolver”'),
    ('a network address', SOURCE, 'src/core/x.h', code('GNetworkAddress *a;'), 'src/core/x.h:2: “GNetworkAddress”'),
    ('a soup header', SOURCE, 'src/core/x.h', include('libsoup/soup.h', '<>'), 'src/core/x.h:2: nothing leaves'),
    ('a curl header', SOURCE, 'src/core/x.h', include('curl/curl.h', '<>'), 'src/core/x.h:2: nothing leaves'),
    ('a network library', SOURCE, 'src/meson.build', "dependency('libsoup-3.0')\n", 'src/meson.build:1: “libsoup-3.0”'),
    ('a released migration changed', SOURCE, 'src/store/migrations/0001-company.sql', '-- other\n', '0001-company.sql:1:'),
    ('a released migration removed', SOURCE, 'src/store/migrations/0001-company.sql', None, 'migrations.sha256:1:'),
    ('an older migration slipped in', SOURCE, 'src/store/migrations/0000-early.sql', '\n', '0000-early.sql:1: older'),
    ('the next migration in work', SOURCE, 'src/store/migrations/0002-next.sql', '\n', None),

    ('bad layout', FORMAT, 'src/app/x.c', SPDX + 'int  f(void) { return 1; }\n', 'src/app/x.c:2:'),
    ('bad layout in a test', FORMAT, 'tests/core/test-item.c', SPDX + 'int  x;\n', 'tests/core/test-item.c:2:'),

    ('a file not listed', PO, 'src/app/x.c', code('const char *s = N_ ("Open");'), '“src/app/x.c” has words'),
    ('a ui file not listed', PO, 'ui/x.ui', '<property translatable="yes">Open</property>\n', '“ui/x.ui” has words'),
    ('a listed file that is gone', PO, 'src/app/sgn-window.c', None, 'POTFILES.in:1: “src/app/sgn-window.c” does not'),
    ('a word in pieces', PO, 'src/app/sgn-window.c', code('x = g_strdup_printf (_ ("%" G_GINT64_FORMAT " files"), n);'),
     'sgn-window.c:2: warning'),
    ('a word missing', PO, 'po/ja.po', PO_HEADER, 'po/ja.po:1: some words are missing'),
    ('a word not translated', PO, 'po/ja.po', PO_HEADER + '\nmsgid "Save"\nmsgstr ""\n', 'po/ja.po:1: some words'),
    ('a fuzzy word', PO, 'po/ja.po', PO_HEADER + '\n#, fuzzy\nmsgid "Save"\nmsgstr "保存"\n', 'po/ja.po:1: has fuzzy'),
    ('a broken format', PO, 'po/ja.po', PO_HEADER + '\nmsgid "Save"\nmsgstr "保存"\n'
     '\n#, c-format\nmsgid "%d files"\nmsgstr "%s 件"\n', 'po/ja.po:1: msgfmt refuses'),

    ('unfinished work', WORDS, 'data/readme.txt', 'one\nTO' + 'DO: more\n', 'data/readme.txt:2:'),
    ('something to mend', WORDS, 'src/app/x.c', code('/* FIX' + 'ME */'), 'src/app/x.c:2:'),
    ('three crosses', WORDS, 'src/app/x.c', code('/* XX' + 'X */'), 'src/app/x.c:2:'),
    ('somebody’s home', WORDS, 'data/readme.txt', 'see /ho' + 'me/hanako/notes\n', 'data/readme.txt:1:'),
    ('somebody’s work folder', WORDS, 'data/readme.txt', 'see /wo' + 'rk/notes\n', 'data/readme.txt:1:'),
    ('a template of a file name', WORDS, 'data/readme.txt', 'sengen.XXXXXX\n', None),
]

# Compiled with nothing: (name, C source, what must be reported)
LINKED = [
    ('a program without network', 'int main (void) { return 0; }', None),
    ('a program that connects', 'int connect (int, void *, int); int main (void) { return connect (0, 0, 0); }', '“connect”'),
]


def write(tree, name, text):
    path = tree / name
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def run(check, argument):
    done = subprocess.run([HERE / check, argument], capture_output=True, text=True, check=False,
                          env={**os.environ, 'PYTHONDONTWRITEBYTECODE': '1'})
    return done.returncode, done.stdout + done.stderr


def explain(status, report, wanted):
    """None when the check did what was wanted, else what went wrong."""
    if status == SKIPPED:
        return f'# SKIP {report.strip()}'
    if wanted is None:
        return None if status == 0 else f'expected nothing, got {status}: {report.strip()}'
    if status == 0:
        return 'found nothing'
    return None if wanted in report else f'“{wanted}” is not in: {report.strip()}'


def try_clean(check, tree):
    return explain(*run(check, tree), None)


def try_case(case, tree):
    _name, check, path, text, wanted = case
    before = (tree / path).read_text(encoding='utf-8') if (tree / path).exists() else None
    write(tree, path, text)
    try:
        return explain(*run(check, tree), wanted)
    finally:
        if before is not None or (tree / path).exists():
            write(tree, path, before)


def try_linked(case, folder):
    _name, source, wanted = case
    (folder / 'x.c').write_text(source, encoding='utf-8')
    subprocess.run(['cc', '-o', folder / 'x', folder / 'x.c'], check=True)
    return explain(*run('check-linked.py', folder / 'x'), wanted)


def main():
    checks = (LAYERS, SOURCE, FORMAT, PO, WORDS)
    number = failed = 0
    print(f'1..{len(checks) + len(CASES) + len(LINKED)}')
    with tempfile.TemporaryDirectory(prefix='sengen-lint-') as folder:
        tree = pathlib.Path(folder) / 'tree'
        for name, text in CLEAN.items():
            write(tree, name, text)
        shutil.copy(HERE.parent.parent / '.clang-format', tree)
        tries = [(f'{check}: a clean tree', try_clean, check, tree) for check in checks]
        tries += [(f'{case[1]}: {case[0]}', try_case, case, tree) for case in CASES]
        tries += [(f'check-linked.py: {case[0]}', try_linked, case, pathlib.Path(folder)) for case in LINKED]
        for name, function, *arguments in tries:
            number += 1
            problem = function(*arguments) or ''
            skipped = problem if problem.startswith('# SKIP') else ''
            failed += bool(problem and not skipped)
            print(f'{"ok" if skipped or not problem else "not ok"} {number} - {name} {skipped}'.rstrip(), flush=True)
            for line in ('' if skipped else problem).splitlines():
                print(f'# {line}')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
