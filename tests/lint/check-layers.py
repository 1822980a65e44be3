#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py ROOT: who may include whom, and which library belongs to which layer.

The build keeps layers apart by giving each library only its own dependencies. That does not stop
headers that lie in the compiler's default folder (sqlite3.h does on Debian); this check does.
"""
import re

from ctext import Findings, blank, find_sources, line_of, root_argument

# Layer -> layers whose public headers it may include, besides its own.
MAY_INCLUDE = {
    'core': set(),
    'store': {'core'},
    'report': {'core'},
    'exchange': {'core'},
    'session': {'core', 'store', 'report', 'exchange'},
    'cli': {'core', 'session'},
    'app': {'core', 'session'},
    'main': {'core', 'session', 'cli', 'app'},
}

# The preview paints with the same painter as the printer, so the window sees this one header.
EXTRA = {'app': {'sgn-pages.h'}}

# Header (whole name or folder) -> layers that may include it. Nothing else may be included.
LIBRARIES = {
    'nettle': {'core'},
    'sqlite3.h': {'store'},
    'adwaita.h': {'app', 'main'},
    'gtk': {'app', 'main'},
    'gdk': {'app'},
    'gsk': {'app'},
    'graphene.h': {'app'},
    'pango': {'report', 'app'},
    'cairo.h': {'report', 'app'},
    'cairo-ft.h': {'report'},
    'cairo-pdf.h': {'report'},
    'hb.h': {'report'},
    'hb-ft.h': {'report'},
    'hb-ot.h': {'report'},
    'hb-subset.h': {'report'},
    'fontconfig': {'report'},
    'ft2build.h': {'report'},
    'freetype2': {'report'},
    'gdk-pixbuf': {'report'},
    'qpdf': {'report'},
    'qrencode.h': {'report'},
    'archive.h': {'exchange'},
    'archive_entry.h': {'exchange'},
    'xlsxwriter.h': {'exchange'},
    'sodium.h': {'exchange'},
    'gexiv2': {'exchange'},
    'jansson.h': {'core', 'store', 'report', 'exchange', 'session', 'cli', 'app'},
}

# The C library and GLib, open to every layer.
EVERYWHERE = re.compile(
    r'(?:assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|signal|stdarg|stdbool|stddef'
    r'|stdint|stdio|stdlib|string|strings|time|unistd)\.h'
    r'|sys/(?:file|mman|random|stat|statfs|statvfs|types|vfs|wait)\.h|linux/magic\.h'
    r'|glib\.h|glib-object\.h|glib-unix\.h|glib/[\w-]+\.h|gmodule\.h'
    r'|gio/(?:gio|gunix\w+|gfiledescriptorbased)\.h')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


def layer_of(path):
    return path.parts[1] if len(path.parts) > 2 else 'main'


def judge_own(layer, name, owner):
    """What is wrong with `layer` including our header `name` of layer `owner`, or None."""
    if layer == owner or name in EXTRA.get(layer, ()):
        return None
    if name.endswith('-private.h'):
        return f'“{name}” is private to {owner}'
    if owner not in MAY_INCLUDE[layer]:
        return f'{layer} may not include {owner} (“{name}”)'
    return None


def judge_library(layer, name):
    """What is wrong with `layer` including a library's header, or None."""
    if EVERYWHERE.fullmatch(name):
        return None
    allowed = LIBRARIES.get(name, LIBRARIES.get(name.split('/')[0]))
    if allowed is None:
        return f'<{name}> belongs to no layer; tests/lint/check-layers.py lists those that do'
    if layer not in allowed:
        return f'{layer} may not include <{name}>'
    return None


def main():
    root = root_argument()
    findings = Findings()
    paths = list(find_sources(root, 'src'))
    owners = {path.name: layer_of(path) for path in paths if path.suffix == '.h'}
    for path in paths:
        layer = layer_of(path)
        if layer not in MAY_INCLUDE:
            findings.add(path, 1, f'“{layer}” is not a layer')
            continue
        text = (root / path).read_text(encoding='utf-8')
        code = blank(text)
        for match in INCLUDE.finditer(text):
            if not code[match.start():match.end()].lstrip().startswith('#'):
                continue
            quote, name = match.groups()
            own = name.rsplit('/', 1)[-1]
            if quote == '"' and name == 'config.h':
                continue
            if own in owners:
                wrong = judge_own(layer, own, owners[own])
            elif quote == '"':
                wrong = f'“{name}” is not a header of this program'
            else:
                wrong = judge_library(layer, name)
            if wrong:
                findings.add(path, line_of(text, match.start()), wrong)
    findings.finish()


if __name__ == '__main__':
    main()
