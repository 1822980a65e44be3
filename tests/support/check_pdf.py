#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_pdf.py FILE...: what keeps a PDF from being PDF/A-3a and PDF/UA-1, as far as our sheets go.

Reads the file through `qpdf --json` and shares nothing with the program's own check but the names
of the rules, so that a mistake in one is seen by the other. Prints a line a file: its path and, after
tabs, rule and place of each finding; exits 1 when there is any.
"""
import base64
import datetime
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
NAMES = {
    'dc': 'http://purl.org/dc/elements/1.1/', 'pdf': 'http://ns.adobe.com/pdf/1.3/',
    'xmp': 'http://ns.adobe.com/xap/1.0/', 'pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
    'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/', 'rdf': RDF[1:-1],
    'pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
    'pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
    'pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
}
KIDS = {
    'StructTreeRoot': {'Document'}, 'Table': {'THead', 'TBody', 'TFoot', 'TR', 'Caption'},
    'THead': {'TR'}, 'TBody': {'TR'}, 'TFoot': {'TR'}, 'TR': {'TH', 'TD'},
    'L': {'LI', 'L', 'Caption'}, 'LI': {'Lbl', 'LBody'}, 'Figure': set(),
    **{heading: {'Span'} for heading in ('H1', 'H2', 'H3', 'H4')},
    'P': {'Span', 'Figure'}, 'Span': {'Span'}, 'Lbl': {'Span'}, 'Caption': {'Span'},
}
PARENTS = {'TR': {'Table', 'THead', 'TBody', 'TFoot'}, 'TH': {'TR'}, 'TD': {'TR'}, 'LI': {'L'},
           'Lbl': {'LI'}, 'LBody': {'LI'}, 'THead': {'Table'}, 'TBody': {'Table'}, 'TFoot': {'Table'},
           'Document': {'StructTreeRoot'}}
# Held by other elements only, never by content itself.
FRAMES = {'Document', 'Part', 'Sect', 'Div', 'Table', 'THead', 'TBody', 'TFoot', 'TR', 'L', 'LI'}
STANDARD = (FRAMES | {'P', 'TH', 'TD', 'Lbl', 'LBody', 'Span', 'Figure', 'Caption'}
            | {'H1', 'H2', 'H3', 'H4'})
PAINTS = {b'S', b's', b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'sh', b'Do', b'EI', b'Tj', b'TJ', b"'", b'"'}
COLOURS = {b'k', b'K', b'cs', b'CS', b'sc', b'SC', b'scn', b'SCN'}
TOKEN = re.compile(rb'\s+|%[^\r\n]*|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>'
                   rb'|[\[\]{}]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+', re.S)
REFERENCE = re.compile(r'\d+ \d+ R')


class Damaged(Exception):
    """qpdf cannot read the file, or only by guessing."""


class Pdf:
    """A file as qpdf reads it: values with references followed, streams unpacked."""

    def __init__(self, path):
        done = subprocess.run(
            ['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized',
             '--no-original-object-ids', path],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise Damaged(done.stderr.decode('utf-8', 'replace'))
        read = json.loads(done.stdout)
        self.header, self.objects = read['qpdf']
        self.encrypted = read['encrypt']['encrypted']
        self.trailer = self.objects['trailer']['value']
        self.root = self.follow(self.trailer['/Root'])
        self.pages = [page['object'] for page in read['pages']]

    def follow(self, value):
        """The value behind a reference; of a stream its dictionary."""
        for _ in range(10):
            if not (isinstance(value, str) and REFERENCE.fullmatch(value)):
                return value
            entry = self.objects.get(f'obj:{value}', {})
            value = entry['stream']['dict'] if 'stream' in entry else entry.get('value')
        return None

    def get(self, value, *keys):
        for key in keys:
            value = self.follow(value)
            value = value.get(key) if isinstance(value, dict) else None
        return self.follow(value)

    def stream(self, reference):
        entry = self.objects.get(f'obj:{reference}', {}) if isinstance(reference, str) else {}
        return base64.b64decode(entry['stream']['data']) if 'stream' in entry else None

    def text(self, value, *keys):
        found = self.get(value, *keys)
        if isinstance(found, str) and found.startswith('u:'):
            return found[2:]
        return bytes.fromhex(found[2:]).decode('latin-1') if isinstance(found, str) and found[:2] == 'b:' else None

    def inherited(self, page, key):
        while page is not None and self.get(page, key) is None:
            page = (self.follow(page) or {}).get('/Parent')
        return self.get(page, key)


class Check:
    def __init__(self, path):
        self.found = []
        self.on_page = {}
        self.in_tree = {}
        self.pdf = Pdf(path)

    def need(self, holds, rule, place):
        if not holds:
            self.found.append((rule, place))
        return bool(holds)

    def run(self):
        self.need('/ID' in self.pdf.trailer, 'file', '/ID')
        self.document()
        self.metadata()
        for reference in self.pdf.pages:
            self.page(reference)
            self.content(reference)
        self.structure()
        return self.found

    # The document as a whole.

    def document(self):
        pdf, root = self.pdf, self.pdf.root
        for key in ('/AA', '/AcroForm', '/Collection', '/OCProperties', '/OpenAction', '/Perms',
                    '/Requirements', '/URI', '/NeedsRendering'):
            self.need(key not in root, 'forbidden', key)
        self.need(pdf.get(root, '/Names', '/JavaScript') is None, 'forbidden', '/JavaScript')
        self.need(not pdf.encrypted, 'forbidden', '/Encrypt')
        self.need(pdf.get(root, '/MarkInfo', '/Marked') is True
                  and pdf.get(root, '/MarkInfo', '/Suspects') is not True, 'marked', '/MarkInfo')
        self.need(re.fullmatch(r'[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*', pdf.text(root, '/Lang') or ''),
                  'language', '/Lang')
        self.need(pdf.get(root, '/ViewerPreferences', '/DisplayDocTitle') is True, 'title', '/ViewerPreferences')
        self.output_intent()
        self.attachments()

    def output_intent(self):
        intents = self.pdf.get(self.pdf.root, '/OutputIntents') or []
        intent = self.pdf.follow(intents[0]) if len(intents) == 1 else {}
        profile = self.pdf.stream(intent.get('/DestOutputProfile')) or b''
        self.need(intent.get('/S') == '/GTS_PDFA1' and self.pdf.text(intent, '/OutputConditionIdentifier')
                  and self.pdf.get(intent, '/DestOutputProfile', '/N') == 3
                  and int.from_bytes(profile[:4], 'big') == len(profile) and profile[36:40] == b'acsp'
                  and profile[16:20] == b'RGB ', 'output-intent', '/OutputIntents')

    def attachments(self):
        pdf = self.pdf
        pairs = pdf.get(pdf.root, '/Names', '/EmbeddedFiles', '/Names') or []
        associated = pdf.get(pdf.root, '/AF') or []
        self.need(pairs and sorted(pairs[1::2]) == sorted(associated), 'attachment', '/AF')
        for reference in pairs[1::2]:
            name = pdf.text(reference, '/UF')
            stream = pdf.get(reference, '/EF', '/F') or {}
            data = pdf.stream((pdf.get(reference, '/EF') or {}).get('/F')) or b''
            self.need(pdf.get(reference, '/AFRelationship') == '/Data' and name
                      and pdf.text(reference, '/F') == name and stream.get('/Type') == '/EmbeddedFile'
                      and re.fullmatch(r'/[a-z]+/[a-z0-9.+-]+', stream.get('/Subtype', ''))
                      and read_time(pdf.text(stream, '/Params', '/ModDate') or '')
                      and pdf.get(stream, '/Params', '/Size') == len(data), 'attachment', name or '/Filespec')

    # What the file says about itself.

    def metadata(self):
        pdf = self.pdf
        reference = pdf.root.get('/Metadata')
        dictionary = pdf.get(reference) or {}
        try:
            tree = xml.fromstring((pdf.stream(reference) or b'').decode('utf-8'))
        except (xml.ParseError, UnicodeDecodeError):
            tree = None
        if not self.need(tree is not None and dictionary.get('/Type') == '/Metadata'
                         and dictionary.get('/Subtype') == '/XML', 'metadata', '/Metadata'):
            return
        self.need(said(tree, 'dc:title/rdf:Alt/rdf:li'), 'title', 'dc:title')
        info = pdf.trailer.get('/Info')
        for key, path in (('/Title', 'dc:title/rdf:Alt/rdf:li'), ('/Author', 'dc:creator/rdf:Seq/rdf:li'),
                          ('/Creator', 'xmp:CreatorTool'), ('/Producer', 'pdf:Producer')):
            self.need((said(tree, path) or '') == (pdf.text(info, key) or ''), 'metadata', key)
        for key, path in (('/CreationDate', 'xmp:CreateDate'), ('/ModDate', 'xmp:ModifyDate')):
            there = read_time(pdf.text(info, key) or '')
            try:
                here = datetime.datetime.fromisoformat(said(tree, path) or '')
            except ValueError:
                here = None
            self.need(here is not None and there == here, 'metadata', key)
        self.need(said(tree, 'pdfaid:part') == '3' and said(tree, 'pdfaid:conformance') == 'A', 'claim', 'pdfaid')
        schema = 'pdfaExtension:schemas/rdf:Bag/rdf:li/'
        self.need(said(tree, 'pdfuaid:part') == '1'
                  and said(tree, schema + 'pdfaSchema:namespaceURI') == NAMES['pdfuaid']
                  and said(tree, schema + 'pdfaSchema:prefix') == 'pdfuaid'
                  and said(tree, schema + 'pdfaSchema:schema')
                  and all(said(tree, f'{schema}pdfaSchema:property/rdf:Seq/rdf:li/pdfaProperty:{field}') == value
                          for field, value in (('name', 'part'), ('valueType', 'Integer'), ('category', 'internal'))),
                  'claim', 'pdfuaid')

    # Pages.

    def page(self, reference):
        pdf = self.pdf
        page = pdf.follow(reference)
        resources = pdf.inherited(reference, '/Resources') or {}
        self.need(not pdf.get(page, '/Annots') and '/AA' not in page, 'forbidden', '/Annots')
        self.need('/Group' not in page, 'transparency', '/Group')
        for name, state in (pdf.get(resources, '/ExtGState') or {}).items():
            state = pdf.follow(state)
            self.need(state.get('/BM', '/Normal') in ('/Normal', '/Compatible')
                      and state.get('/SMask', '/None') == '/None'
                      and min(state.get('/CA', 1), state.get('/ca', 1)) >= 1, 'transparency', name)
        for name, font in (pdf.get(resources, '/Font') or {}).items():
            self.need(self.is_whole(pdf.follow(font)), 'font', name)
        for name, thing in (pdf.get(resources, '/XObject') or {}).items():
            thing = pdf.follow(thing)
            self.need('/SMask' not in thing and '/Group' not in thing, 'transparency', name)
            self.need(thing.get('/ColorSpace') in (None, '/DeviceRGB', '/DeviceGray'), 'colour', name)
            self.need(thing.get('/Subtype') == '/Image' and thing.get('/Interpolate') is not True
                      and not {'/F', '/Alternates', '/OPI'} & set(thing)
                      and thing.get('/Filter') != '/LZWDecode', 'forbidden', name)

    def is_whole(self, font):
        """Embedded, a subset, and every code stands for a character."""
        pdf = self.pdf
        inner = font
        if font.get('/Subtype') == '/Type0':
            inner = pdf.follow((pdf.get(font, '/DescendantFonts') or [None])[0]) or {}
            if inner.get('/Subtype') == '/CIDFontType2':
                mapping = inner.get('/CIDToGIDMap')
                if mapping != '/Identity' and pdf.stream(mapping) is None:
                    return False
        descriptor = pdf.get(inner, '/FontDescriptor') or {}
        if not any(pdf.stream(descriptor.get(f'/FontFile{n}')) for n in ('', '2', '3')):
            return False
        if not re.match(r'/[A-Z]{6}\+', font.get('/BaseFont', '')):
            return False
        targets = re.findall(rb'<[0-9A-Fa-f]+>\s+<([0-9A-Fa-f]+)>\s*\n', pdf.stream(font.get('/ToUnicode')) or b'')
        return bool(targets) and not {b'0000', b'fffe', b'feff'} & {target.lower() for target in targets[1:]}

    def content(self, reference):
        data = self.pdf.stream(self.pdf.follow(reference).get('/Contents'))
        if not self.need(data is not None, 'content', reference):
            return
        seen = self.on_page.setdefault(reference, set())
        marks, operands, at = [], [], 0
        while at < len(data):
            match = TOKEN.match(data, at)
            if not self.need(match, 'content', reference):
                return
            at, token = match.end(), match.group()
            if token[:1] in b' \t\r\n\f\0%':
                continue
            if token[:1] in b'/(<[]>{}+-.0123456789' or token in (b'true', b'false', b'null'):
                operands.append(token)
                continue
            self.take(reference, token, operands, marks, seen)
            operands = []
        self.need(not marks, 'content', reference)

    def take(self, page, operator, operands, marks, seen):
        self.need(operator not in COLOURS, 'colour', page)
        if operator in (b'BDC', b'BMC'):
            number = int(operands[operands.index(b'/MCID') + 1]) if b'/MCID' in operands else None
            kind = 'artifact' if operands[0] == b'/Artifact' else 'other' if number is None else 'tagged'
            self.need(kind == 'other' or not {'artifact', 'tagged'} & set(marks), 'content', page)
            if number is not None:
                self.need(number not in seen, 'content', page)
                seen.add(number)
            marks.append(kind)
        elif operator == b'EMC':
            self.need(marks, 'content', page)
            del marks[-1:]
        elif operator in PAINTS:
            self.need({'artifact', 'tagged'} & set(marks), 'content', page)

    # The structure.

    def structure(self):
        root = self.pdf.root.get('/StructTreeRoot')
        numbers = self.pdf.get(root, '/ParentTree', '/Nums') or []
        lists = {key: self.pdf.follow(value) for key, value in zip(numbers[::2], numbers[1::2])}
        self.parents = {page: lists.get(self.pdf.get(page, '/StructParents'), []) for page in self.pdf.pages}
        self.headings = []
        kids = self.kids(root)
        if self.need(len(kids) == 1, 'structure', 'StructTreeRoot'):
            self.element(kids[0], root, 'StructTreeRoot')
        for before, after in zip([0] + self.headings, self.headings):
            self.need(after <= before + 1, 'heading', f'H{after}')
        for page, seen in self.on_page.items():
            self.need(seen <= self.in_tree.get(page, set()), 'content', page)

    def kids(self, element):
        kids = self.pdf.get(element, '/K')
        raw = (self.pdf.follow(element) or {}).get('/K')
        if isinstance(kids, list):
            return kids
        return [] if raw is None else [raw]

    def kind(self, element):
        value = self.pdf.follow(element)
        return value['/S'][1:] if isinstance(value, dict) and '/S' in value else None

    def element(self, reference, parent, above):
        value = self.pdf.follow(reference)
        kind = self.kind(reference)
        if not self.need(kind in STANDARD and value.get('/P') == parent
                         and kind in KIDS.get(above, STANDARD) and above in PARENTS.get(kind, {above}),
                         'structure', f'{above}/{kind}'):
            return
        if re.fullmatch(r'H\d', kind):
            self.headings.append(int(kind[1]))
        if kind == 'Figure':
            self.need(self.pdf.text(value, '/Alt') or self.pdf.text(value, '/ActualText') is not None, 'figure', '/Alt')
        if kind == 'Table':
            self.table(reference)
        if kind == 'L' and any(self.kind(kid) == 'Lbl' for item in self.kids(reference) for kid in self.kids(item)):
            self.need(self.attribute(value, '/List', '/ListNumbering') not in (None, '/None'), 'list', '/ListNumbering')
        for kid in self.kids(reference):
            if self.kind(kid) is not None:
                self.element(kid, reference, kind)
            else:
                self.piece(reference, value, kind, self.pdf.follow(kid))

    def piece(self, reference, value, kind, kid):
        page = value.get('/Pg')
        if isinstance(kid, dict) and kid.get('/Type') == '/MCR':
            page, kid = kid.get('/Pg', page), kid.get('/MCID')
        listed = self.parents.get(page, [])
        tree = self.in_tree.setdefault(page, set())
        self.need(kind not in FRAMES and isinstance(kid, int) and kid in self.on_page.get(page, set())
                  and kid not in tree and kid < len(listed) and listed[kid] == reference, 'structure', kind)
        tree.add(kid)

    def attribute(self, value, owner, key):
        sets = self.pdf.get(value, '/A')
        for attributes in sets if isinstance(sets, list) else [sets]:
            attributes = self.pdf.follow(attributes)
            if isinstance(attributes, dict) and attributes.get('/O') == owner and key in attributes:
                return attributes[key]
        return None

    def table(self, table):
        """Lays the cells out on a grid: no gap, no overlap, and a heading for each cell of data."""
        parts = [self.kind(kid) for kid in self.kids(table)]
        rows = []
        for kid in self.kids(table):
            rows += [kid] if self.kind(kid) == 'TR' else self.kids(kid) if self.kind(kid) != 'Caption' else []
        grid = {}
        for y, row in enumerate(rows):
            x = 0
            for cell in self.kids(row):
                while (x, y) in grid:
                    x += 1
                value = self.pdf.follow(cell)
                width, height = (self.attribute(value, '/Table', key) or 1 for key in ('/ColSpan', '/RowSpan'))
                scope = self.attribute(value, '/Table', '/Scope')
                heading = self.kind(cell) == 'TH'
                self.need(not heading or scope in ('/Row', '/Column', '/Both'), 'table', '/Scope')
                places = [(x + i, y + j) for j in range(height) for i in range(width)]
                self.need(not any(place in grid for place in places), 'table', 'overlap')
                grid.update({place: (heading, scope) for place in places})
                self.need(heading or self.headed(grid, x, y, width), 'table', f'column {x + 1}, row {y + 1}')
                x += width
        columns = max((x for x, _ in grid), default=-1) + 1
        self.need(rows and len(grid) == columns * len(rows) == columns * (max(y for _, y in grid) + 1),
                  'table', 'uneven rows')
        self.need(parts.count('THead') <= 1 and parts.count('TFoot') <= 1
                  and ('TBody' in parts or not {'THead', 'TFoot'} & set(parts)), 'table', '/'.join(map(str, parts)))

    @staticmethod
    def headed(grid, x, y, width):
        left = any(grid.get((i, y)) in ((True, '/Row'), (True, '/Both')) for i in range(x))
        above = any(grid.get((i, j)) in ((True, '/Column'), (True, '/Both'))
                    for i in range(x, x + width) for j in range(y))
        return left or above


def said(tree, path):
    found = tree.find(f'.//rdf:Description/{path}', NAMES)
    return found.text if found is not None else None


def read_time(text):
    """D:20261123100000+09'00', nothing else."""
    match = re.fullmatch(r"D:(\d{14})([+-]\d\d)'(\d\d)'", text)
    if match is None:
        return None
    return datetime.datetime.strptime(match[1] + match[2] + match[3], '%Y%m%d%H%M%S%z')


def check(path):
    """[(rule, place), …] of one file, each rule once."""
    found = {}
    try:
        everything = Check(path).run()
    except Damaged:
        return [('file', '')]
    for rule, place in everything:
        found.setdefault(rule, place)
    return list(found.items())


def main():
    bad = False
    for path in sys.argv[1:]:
        found = check(path)
        bad |= bool(found)
        print('\t'.join([path, *(f'{rule}:{place}' for rule, place in found)]))
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
