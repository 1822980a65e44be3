#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-source.py ROOT: the rules for C that no compiler knows. Each rule is one function."""
import hashlib
import re

from ctext import Findings, blank, find_sources, line_of, root_argument, strings

FUNCTION_LINES = 80
FILE_LINES = 700
WINDOW_LINES = 500
LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
TESTED_LAYERS = ('core', 'store', 'report', 'exchange', 'session')

# Word -> why not. Looked for in code, not in comments or strings.
BANNED = {
    r'goto': 'no goto; g_autoptr and early return clean up',
    r'g_object_set_data(?:_full)?|g_object_set_qdata(?:_full)?':
        'no data hung on objects by name; use a field or a subclass',
    r'G_LOCK_DEFINE_STATIC|g_once_init_enter':
        'no hidden global state; hand things down from the application',
    r'GSocket\w*|GNetwork\w*|GResolver|GTcp\w+|GUdp\w+|GTlsConnection|GTlsClient\w+|GProxy\w*'
    r'|g_socket_\w+|g_network_\w+|g_resolver_\w+|g_tls_\w+|g_proxy_\w+'
    r'|soup_\w+|Soup[A-Z]\w+|curl_\w+|CURL\w*|getaddrinfo|gethostbyname':
        'nothing leaves the PC: no network code',
}
NETWORK_HEADER = re.compile(
    r'#\s*include\s*[<"](libsoup|curl|netdb|netinet|arpa|sys/socket|sys/un|gio/gnetworking)')
NETWORK_LIBRARY = re.compile(r"'(libsoup[\w.-]*|libcurl[\w.-]*|libnm\b|rest-[\w.-]*|webkit[\w.-]*)'")
SQL = re.compile(
    r'\b(?:SELECT\b.*\bFROM\b|SELECT\s*$|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM'
    r'|(?:CREATE|DROP|ALTER)\s+(?:TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w|BEGIN\s+IMMEDIATE)')

# Variables that GObject itself asks for.
STATIC_NAMES = re.compile(r'\b(?:properties|props|signals|\w+_signals|\w+_properties)\b')
STATIC_TYPES = re.compile(r'^(?:GQuark|GType|volatile GType)\b')


def check_licence(path, text, _code, findings):
    if not text.startswith(LICENCE + '\n'):
        findings.add(path, 1, f'the first line must be {LICENCE}')


def check_banned_words(path, text, code, findings):
    for pattern, why in BANNED.items():
        for match in re.finditer(rf'\b(?:{pattern})\b', code):
            findings.add(path, line_of(text, match.start()), f'“{match.group(0)}”: {why}')
    for match in NETWORK_HEADER.finditer(text):
        findings.add(path, line_of(text, match.start()), 'nothing leaves the PC: no network header')


def check_places(path, text, code, findings):
    """Words that have one home."""
    layer = path.parts[1]
    if layer != 'store':
        for match in re.finditer(r'\bsqlite3_\w+', code):
            findings.add(path, line_of(text, match.start()), f'“{match.group(0)}” outside store/')
    if path.name != 'sgn-compat.c':
        for match in re.finditer(r'\b(?:GTK|ADW|GLIB)_CHECK_VERSION\b', code):
            findings.add(path, line_of(text, match.start()),
                         f'“{match.group(0)}”: versions are compared in app/sgn-compat.c only')
    if layer in ('app', 'cli') or len(path.parts) == 2:
        for offset, content in strings(text):
            if SQL.search(content):
                findings.add(path, line_of(text, offset), f'SQL outside store/: “{content[:40]}”')


# The pages of the help are our own words; sgn-help-parse.c escapes what stands between the marks.
SHOWS_MARKUP = 'src/app/help/sgn-help-window.c'


def check_markup(path, text, code, findings):
    if path.as_posix() == SHOWS_MARKUP:
        return
    for match in re.finditer(r'\b\w+_set_markup\s*\(', code):
        arguments = re.match(r'[^,;]*,\s*(.*)', text[match.end():], re.S)
        if not arguments or not re.match(r'_?\s*\(?\s*"', arguments.group(1)):
            findings.add(path, line_of(text, match.start()),
                         'markup must be a literal: what people typed is text, not markup')


def is_mutable(declaration):
    """Whether “static …” declares a variable that can change. Cut before = ; or {."""
    words = declaration.strip()
    function_pointer = re.search(r'\(\s*\*\s*(const\s+)?\w+\s*(\[[^\]]*\]\s*)?\)\s*\(', words)
    if function_pointer:
        return function_pointer.group(1) is None
    if '(' in words or STATIC_NAMES.search(words) or STATIC_TYPES.match(words):
        return False
    if '*' in words:
        return not re.match(r'\s*(?:const|restrict const)\b', words.rpartition('*')[2])
    return re.search(r'\bconst\b', words) is None


def check_statics(path, text, code, findings):
    for match in re.finditer(r'^[ \t]*static[ \t]+([^=;{]*)([=;{])', code, re.M):
        declaration, end = match.groups()
        if declaration.startswith('inline') or (end == '{' and ')' in declaration):
            continue
        if is_mutable(declaration):
            findings.add(path, line_of(text, match.start()),
                         f'mutable static “{" ".join(declaration.split())}”; make it const or hand it down')


def functions_of(code):
    """(name, first line, last line) of each function, counted from its name to its closing brace."""
    lines = code.split('\n')
    name = start = None
    for number, line in enumerate(lines, 1):
        head = re.match(r'^(?:[A-Za-z_][\w \t*]*[ \t*])?([A-Za-z_]\w*)[ \t]*\(', line)
        if head and not line.rstrip().endswith(';'):
            name, start = head.group(1), number
        if line.rstrip() == '}' and name and '{' in ''.join(lines[start - 1:number]):
            yield name, start, number
            name = None
        elif re.match(r'^\};|^\} ', line):
            name = None


def check_function_length(path, _text, code, findings):
    for name, first, last in functions_of(code):
        if name.endswith('class_init') or (path.parts[0] == 'tests' and name == 'main'):
            continue
        if last - first + 1 > FUNCTION_LINES:
            findings.add(path, first, f'“{name}” has {last - first + 1} lines; {FUNCTION_LINES} is the most')


def check_file_length(path, text, _code, findings):
    most = WINDOW_LINES if path.name.endswith('-window.c') else FILE_LINES
    count = text.count('\n')
    if count > most:
        findings.add(path, most, f'{count} lines; {most} is the most. Split it by concept')


def read_tested_through(root, findings):
    """tested-through.txt: source, test, why. Both must exist, so that the list cannot go stale."""
    place = 'tests/lint/tested-through.txt'
    allowed = set()
    path = root / place
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines() if path.exists() else [], 1):
        if not line.strip() or line.startswith('#'):
            continue
        source, test, *why = line.split(None, 2)
        if not why:
            findings.add(place, number, 'say why in words after the two paths')
        for named in (source, test):
            if not (root / named).is_file():
                findings.add(place, number, f'“{named}” does not exist')
        allowed.add(source)
    return allowed


def check_tests_exist(root, findings):
    allowed = read_tested_through(root, findings)
    tests = {path.name for path in find_sources(root, 'tests')}
    for path in find_sources(root, *(f'src/{layer}' for layer in TESTED_LAYERS)):
        if path.suffix != '.c' or str(path) in allowed:
            continue
        stem = path.stem[4:] if path.stem.startswith('sgn-') else path.stem
        if f'test-{stem}.c' not in tests:
            findings.add(path, 1, f'no test-{stem}.c, and tests/lint/tested-through.txt does not name it')


def check_migrations(root, findings):
    """A released migration never changes: its hash is written down. Newer ones may still be in work."""
    place = 'tests/lint/migrations.sha256'
    path = root / place
    released = {}
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines() if path.exists() else [], 1):
        if not line.strip() or line.startswith('#'):
            continue
        digest, name = line.split()
        released[name] = digest
        if not (root / name).is_file():
            findings.add(place, number, f'“{name}” is released and has been removed')
        elif hashlib.sha256((root / name).read_bytes()).hexdigest() != digest:
            findings.add(name, 1, 'a released migration has been changed; write a new one instead')
    newest = max(released, default='')
    for found in sorted((root / 'src/store/migrations').glob('*.sql')):
        name = str(found.relative_to(root))
        if name not in released and name < newest:
            findings.add(name, 1, f'older than the released “{newest}”, but not listed in {place}')


def check_build_files(root, findings):
    for path in sorted([root / 'meson.build', *(root / 'src').rglob('meson.build')]):
        if not path.exists():
            continue
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            match = NETWORK_LIBRARY.search(line)
            if match:
                findings.add(path.relative_to(root), number, f'“{match.group(1)}”: no network library')


IN_SOURCES = (check_licence, check_banned_words, check_places, check_markup, check_statics,
              check_function_length, check_file_length)
IN_TESTS = (check_licence, check_function_length)
IN_TREE = (check_tests_exist, check_migrations, check_build_files)


def main():
    root = root_argument()
    findings = Findings()
    for folder, rules in (('src', IN_SOURCES), ('tests', IN_TESTS)):
        for path in find_sources(root, folder):
            text = (root / path).read_text(encoding='utf-8')
            code = blank(text)
            for rule in rules:
                rule(path, text, code, findings)
    for rule in IN_TREE:
        rule(root, findings)
    findings.finish()


if __name__ == '__main__':
    main()
