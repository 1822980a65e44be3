#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-archive.py SENGEN CHECK-ARCHIVE: every PDF of the demo is PDF/A-3a and PDF/UA-1, as far as two
checks that share no code can see; and each of them sees every fault that is put in on purpose."""
import base64
import contextlib
import functools
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
import check_pdf

ISSUED = '2026-11-23T10:00:00+09:00'
# PDFBox and what it needs, as Debian names them.
JARS = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'commons-io', 'javax.activation',
        'jaxb-api', 'jaxb-runtime', 'jaxb-impl', 'jaxb-core']
ONLY_IN_A_1 = re.compile(r'^3\.1\.11\t.*CIDSet entry is missing')


class Skip(Exception):
    """The machine lacks what the test needs."""


@functools.lru_cache(maxsize=4)
def read_as_json(path):
    return subprocess.run(['qpdf', '--json-output', '--json-stream-data=inline', '--decode-level=generalized',
                           path, '-'], stdout=subprocess.PIPE, check=True).stdout


class Faulty:
    """A file as JSON, to be spoilt and written again."""

    def __init__(self, path):
        self.json = json.loads(read_as_json(path))
        self.objects = self.json['qpdf'][1]
        self.root = self.value(self.objects['trailer']['value']['/Root'])
        self.info = self.value(self.objects['trailer']['value']['/Info'])

    def value(self, reference):
        entry = self.objects[f'obj:{reference}']
        return entry['stream']['dict'] if 'stream' in entry else entry['value']

    def follow(self, value):
        return self.value(value) if isinstance(value, str) and re.fullmatch(r'\d+ 0 R', value) else value

    def first(self, **keys):
        """The first dictionary with these entries: names without their stroke."""
        return next(self.all(**keys))

    def all(self, **keys):
        for name in sorted(self.objects, key=lambda name: [int(n) for n in re.findall(r'\d+', name)]):
            entry = self.objects[name]
            value = entry['stream']['dict'] if 'stream' in entry else entry.get('value')
            if isinstance(value, dict) and all(value.get(f'/{key}') == f'/{text}' for key, text in keys.items()):
                yield value

    def page(self):
        return self.first(Type='Page')

    def edit(self, reference, change):
        stream = self.objects[f'obj:{reference}']['stream']
        before = base64.b64decode(stream['data'])
        after = change(before)
        assert after != before, 'the fault is not in the file'
        stream['data'] = base64.b64encode(after).decode('ascii')

    def edit_page(self, pattern, text):
        self.edit(self.page()['/Contents'], lambda data: re.sub(pattern, text, data, count=1, flags=re.S))

    def edit_xmp(self, pattern, text):
        self.edit(self.root['/Metadata'], lambda data: re.sub(pattern, text, data, count=1, flags=re.S))

    def write(self, path, *options):
        with open(path + '.json', 'w', encoding='utf-8') as file:
            json.dump(self.json, file)
        subprocess.run(['qpdf', '--json-input', '--compress-streams=n', *options, path + '.json', path], check=True)
        os.remove(path + '.json')

    def write_twin(self, path):
        """As PDF/A-1b, the only part that PDFBox knows: no attachment, an older file."""
        del self.root['/AF']
        del self.follow(self.root['/Names'])['/EmbeddedFiles']
        self.edit_xmp(rb'<pdfaid:part>3', b'<pdfaid:part>1')
        self.edit_xmp(rb'<pdfaid:conformance>A', b'<pdfaid:conformance>B')
        self.write(path, '--object-streams=disable', '--force-version=1.4', '--newline-before-endstream')


# Faults: the name says what is wrong, the note which rule must see it.

FAULTS = []


def fault(rule, document='declaration-record'):
    def note(function):
        FAULTS.append((rule, document, function))
        return function
    return note


@fault('forbidden')
def an_action_when_opened(pdf):
    pdf.root['/OpenAction'] = {'/S': '/JavaScript', '/JS': 'u:app.beep(0)'}


@fault('forbidden')
def a_named_script(pdf):
    pdf.follow(pdf.root['/Names'])['/JavaScript'] = {'/Names': ['u:a', {'/S': '/JavaScript', '/JS': 'u:1'}]}


@fault('forbidden')
def a_note_stuck_on_a_page(pdf):
    pdf.page()['/Annots'] = [{'/Type': '/Annot', '/Subtype': '/Text', '/Rect': [0, 0, 9, 9], '/Contents': 'u:x'}]


@fault('marked')
def not_marked_as_tagged(pdf):
    pdf.follow(pdf.root['/MarkInfo'])['/Marked'] = False


@fault('marked')
def marked_as_doubtful(pdf):
    pdf.follow(pdf.root['/MarkInfo'])['/Suspects'] = True


@fault('language')
def no_language(pdf):
    del pdf.root['/Lang']


@fault('language')
def a_language_that_is_none(pdf):
    pdf.root['/Lang'] = 'u:日本語'


@fault('title')
def the_file_name_shown_for_the_title(pdf):
    pdf.follow(pdf.root['/ViewerPreferences'])['/DisplayDocTitle'] = False


@fault('title')
def no_title(pdf):
    pdf.edit_xmp(rb'<dc:title>.*?</dc:title>', b'')


@fault('metadata')
def another_title_said_elsewhere(pdf):
    pdf.info['/Title'] = 'u:Something else'


@fault('metadata')
def another_company_said_elsewhere(pdf):
    pdf.edit_xmp(rb'<dc:creator>.*?</dc:creator>',
                 b'<dc:creator><rdf:Seq><rdf:li>Somebody</rdf:li></rdf:Seq></dc:creator>')


@fault('metadata')
def another_time_said_elsewhere(pdf):
    pdf.edit_xmp(rb'(<xmp:ModifyDate>)2026', rb'\g<1>2025')


@fault('metadata')
def a_time_written_otherwise(pdf):
    pdf.info['/CreationDate'] = 'u:20261123100000'


@fault('metadata')
def a_description_cut_short(pdf):
    pdf.edit_xmp(rb'</rdf:RDF>', b'')


@fault('metadata')
def no_description(pdf):
    del pdf.root['/Metadata']


@fault('claim')
def a_claim_to_another_part(pdf):
    pdf.edit_xmp(rb'<pdfaid:part>3', b'<pdfaid:part>2')


@fault('claim')
def a_claim_to_a_lower_level(pdf):
    pdf.edit_xmp(rb'<pdfaid:conformance>A', b'<pdfaid:conformance>B')


@fault('claim')
def no_claim_to_accessibility(pdf):
    pdf.edit_xmp(rb'<pdfuaid:part>1</pdfuaid:part>', b'')


@fault('claim')
def a_claim_in_words_nobody_explains(pdf):
    pdf.edit_xmp(rb'<pdfaExtension:schemas>.*</pdfaExtension:schemas>', b'')


@fault('output-intent')
def no_meaning_of_the_colours(pdf):
    del pdf.root['/OutputIntents']


@fault('output-intent')
def a_profile_for_four_inks(pdf):
    pdf.value(pdf.follow(pdf.root['/OutputIntents'][0])['/DestOutputProfile'])['/N'] = 4


@fault('output-intent')
def a_profile_that_is_none(pdf):
    pdf.edit(pdf.follow(pdf.root['/OutputIntents'][0])['/DestOutputProfile'],
             lambda data: data.replace(b'acsp', b'xxxx'))


@fault('attachment')
def an_attachment_without_a_relationship(pdf):
    del pdf.first(Type='Filespec')['/AFRelationship']


@fault('attachment')
def an_attachment_the_document_does_not_name(pdf):
    pdf.root['/AF'] = []


@fault('attachment')
def an_attachment_of_no_kind(pdf):
    del pdf.first(Type='EmbeddedFile')['/Subtype']


@fault('attachment')
def an_attachment_without_a_time(pdf):
    del pdf.follow(pdf.first(Type='EmbeddedFile')['/Params'])['/ModDate']


@fault('attachment')
def no_attachment(pdf):
    del pdf.root['/AF']
    del pdf.follow(pdf.root['/Names'])['/EmbeddedFiles']


@fault('transparency')
def a_page_that_is_a_group(pdf):
    pdf.page()['/Group'] = {'/Type': '/Group', '/S': '/Transparency', '/CS': '/DeviceRGB'}


@fault('transparency')
def half_transparent_ink(pdf):
    state = pdf.follow(pdf.follow(pdf.page()['/Resources'])['/ExtGState'])
    pdf.follow(state['/a0'])['/ca'] = 0.5


@fault('transparency')
def ink_that_multiplies(pdf):
    state = pdf.follow(pdf.follow(pdf.page()['/Resources'])['/ExtGState'])
    pdf.follow(state['/a0'])['/BM'] = '/Multiply'


@fault('colour')
def a_colour_of_four_inks(pdf):
    pdf.edit_page(rb' rg ', b' rg 0 0 0 1 k ')


@fault('font')
def a_font_that_is_not_there(pdf):
    for descriptor in pdf.all(Type='FontDescriptor'):
        descriptor.pop('/FontFile2', None)


@fault('font')
def glyphs_that_stand_for_nothing(pdf):
    for font in pdf.all(Type='Font', Subtype='Type0'):
        font.pop('/ToUnicode', None)


@fault('font')
def a_glyph_that_stands_for_no_character(pdf):
    pdf.edit(pdf.first(Type='Font', Subtype='Type0')['/ToUnicode'],
             lambda data: re.sub(rb'(beginbf(?:char|range)\n(?:<\w+> )+)<\w+>\n', rb'\1<feff>\n', data, count=1))


@fault('font')
def glyphs_that_are_not_found(pdf):
    for font in pdf.all(Type='Font', Subtype='CIDFontType2'):
        font.pop('/CIDToGIDMap', None)


@fault('font')
def a_font_said_to_be_whole(pdf):
    font = pdf.first(Type='Font', Subtype='Type0')
    font['/BaseFont'] = font['/BaseFont'].replace('+', '-')


@fault('content')
def rules_outside_all_tags(pdf):
    pdf.edit_page(rb'/Artifact BMC(.*?)EMC', rb'\1')


@fault('content')
def an_artifact_within_a_text(pdf):
    pdf.edit_page(rb'(/P << /MCID \d+ >> BDC)(.*?)EMC', rb'\1 /Artifact BMC\2EMC EMC')


@fault('content')
def a_tag_that_is_not_closed(pdf):
    pdf.edit(pdf.page()['/Contents'], lambda data: b''.join(data.rpartition(b'EMC')[::2]))


@fault('content')
def a_text_of_no_element(pdf):
    element = pdf.first(Type='StructElem', S='P')
    element['/K'] = []


@fault('content')
def a_piece_there_twice(pdf):
    pdf.edit_page(rb'/MCID 1 ', b'/MCID 2 ')


@fault('structure')
def no_structure(pdf):
    del pdf.root['/StructTreeRoot']


@fault('structure')
def a_kind_nobody_knows(pdf):
    pdf.first(Type='StructElem', S='P')['/S'] = '/Absatz'


@fault('structure')
def a_cell_right_in_the_table(pdf):
    pdf.first(Type='StructElem', S='TR')['/S'] = '/TD'


@fault('structure')
def an_element_with_another_parent(pdf):
    pdf.first(Type='StructElem', S='P')['/P'] = pdf.root['/StructTreeRoot']


@fault('structure')
def pieces_that_do_not_know_their_element(pdf):
    tree = pdf.follow(pdf.follow(pdf.root['/StructTreeRoot'])['/ParentTree'])
    tree['/Nums'][1] = [None for _ in pdf.follow(tree['/Nums'][1])]


@fault('structure')
def an_element_for_a_piece_that_is_not_there(pdf):
    pdf.first(Type='StructElem', S='P')['/K'] = 9999


@fault('table')
def a_heading_of_nothing(pdf):
    pdf.first(Type='StructElem', S='TH')['/A'] = {'/O': '/Table', '/ColSpan': 1}


@fault('table')
def a_table_without_headings(pdf):
    for cell in pdf.all(Type='StructElem', S='TH'):
        cell['/S'] = '/TD'
        cell.pop('/A', None)


@fault('table')
def a_row_that_is_too_long(pdf):
    pdf.first(Type='StructElem', S='TD')['/A'] = {'/O': '/Table', '/ColSpan': 5}


@fault('table')
def a_table_of_two_heads(pdf):
    pdf.first(Type='StructElem', S='TBody')['/S'] = '/THead'


@fault('list', 'declaration-poster')
def a_list_that_does_not_say_how_it_counts(pdf):
    del pdf.first(Type='StructElem', S='L')['/A']


@fault('structure', 'declaration-poster')
def an_item_outside_a_list(pdf):
    pdf.first(Type='StructElem', S='L')['/S'] = '/Div'


@fault('figure')
def a_picture_without_words(pdf):
    del pdf.first(Type='StructElem', S='Figure')['/Alt']


@fault('figure')
def a_picture_with_empty_words(pdf):
    pdf.first(Type='StructElem', S='Figure')['/Alt'] = 'u:'


@fault('heading')
def a_level_left_out(pdf):
    pdf.first(Type='StructElem', S='H2')['/S'] = '/H3'


@fault('heading')
def no_heading_of_the_first_level(pdf):
    pdf.first(Type='StructElem', S='H1')['/S'] = '/P'


class Suite:
    def __init__(self, sengen, checker, folder):
        self.sengen = sengen
        self.checker = checker
        self.folder = folder
        self.demo = os.path.join(folder, 'demo')
        self.call('demo', '--output', self.demo)
        self.pdfs = sorted(glob.glob(os.path.join(self.demo, '*.pdf')))
        assert len(self.pdfs) >= 10, self.pdfs

    def call(self, *words, **environment):
        done = subprocess.run([self.sengen, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                              env={**os.environ, 'XDG_DATA_HOME': os.path.join(self.folder, 'home'), **environment})
        assert done.returncode == 0, done.stderr.decode()
        return done.stderr.decode()

    def ours(self, *paths):
        """What the program's own check finds: {path: [rule:place, …]}."""
        done = subprocess.run([self.checker, *paths], stdout=subprocess.PIPE, check=True)
        lines = (line.split('\t') for line in done.stdout.decode().splitlines())
        return {path: found for path, *found in lines}

    def sheet(self, document):
        return os.path.join(self.demo, f'{document}-internal-en.pdf')

    # Tests.

    def every_sheet_passes_the_check_of_the_program(self):
        found = {os.path.basename(path): what for path, what in self.ours(*self.pdfs).items() if what}
        assert not found, found

    def every_sheet_passes_the_check_of_the_tests(self):
        found = {os.path.basename(path): check_pdf.check(path) for path in self.pdfs}
        assert not any(found.values()), {path: what for path, what in found.items() if what}

    def every_sheet_is_sound(self):
        for path in self.pdfs:
            done = subprocess.run(['qpdf', '--check', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            assert done.returncode == 0 and b'WARNING' not in done.stdout, (path, done.stdout)

    def the_attachment_is_the_exported_record(self):
        if shutil.which('pdfdetach') is None:
            raise Skip('pdfdetach is not installed')
        compared = 0
        for path in self.pdfs:
            exported = path[:-4] + '.json'
            if not os.path.exists(exported):
                continue
            detached = os.path.join(self.folder, 'detached.json')
            subprocess.run(['pdfdetach', '-save', '1', '-o', detached, path], check=True)
            assert read_json(detached) == read_json(exported), path
            compared += 1
        assert compared >= 10, compared

    def without_the_profile_there_is_no_claim_but_a_remark(self):
        empty = os.path.join(self.folder, 'no-profiles')
        os.mkdir(empty)
        path = os.path.join(self.folder, 'unclaimed.pdf')
        said = self.call('document', 'write', os.path.join(self.demo, 'sample.sengen'), 'basic-policy',
                         '--output', path, '--issued', ISSUED, XDG_DATA_DIRS=empty)
        assert said.count('PDF/A-3a') == 1 and 'colour profile' in said, said
        assert {rule for rule, _ in check_pdf.check(path)} == {'claim', 'output-intent'}, check_pdf.check(path)
        with open(path, 'rb') as file:
            assert b'pdfaid' not in file.read()

    def a_file_cut_short_is_found(self):
        path = os.path.join(self.folder, 'cut.pdf')
        with open(self.sheet('self-check-result'), 'rb') as whole, open(path, 'wb') as part:
            part.write(whole.read()[:-40])
        assert 'file:' in self.ours(path)[path], self.ours(path)
        assert ('file', '') in check_pdf.check(path), check_pdf.check(path)

    def a_locked_file_is_found(self):
        path = os.path.join(self.folder, 'locked.pdf')
        subprocess.run(['qpdf', '--encrypt', '', 'owner', '256', '--', self.sheet('basic-policy'), path], check=True)
        assert 'forbidden:/Encrypt' in self.ours(path)[path], self.ours(path)
        assert ('forbidden', '/Encrypt') in check_pdf.check(path), check_pdf.check(path)

    def a_file_written_again_unspoilt_passes(self):
        path = os.path.join(self.folder, 'again.pdf')
        Faulty(self.sheet('declaration-record')).write(path)
        assert not self.ours(path)[path] and not check_pdf.check(path), (self.ours(path), check_pdf.check(path))

    def another_validator_agrees(self):
        """PDFBox asks for one thing that only PDF/A-1 wants: a list of the glyphs in a part of a font."""
        paths = []
        for document, spoil in (('self-check-result', None), ('declaration-poster', None), ('basic-policy', None),
                                ('declaration-record', half_transparent_ink)):
            pdf = Faulty(self.sheet(document))
            if spoil is not None:
                spoil(pdf)
            paths.append(os.path.join(self.folder, f'twin-{len(paths)}.pdf'))
            pdf.write_twin(paths[-1])
        found = preflight(paths)
        for path in paths[:3]:
            assert found[path] and not [words for words in found[path] if not ONLY_IN_A_1.search(words)], found[path]
        assert [words for words in found[paths[3]] if not ONLY_IN_A_1.search(words)], 'transparency is not found'

    def find(self, rule, document, spoil):
        path = os.path.join(self.folder, spoil.__name__ + '.pdf')
        pdf = Faulty(self.sheet(document))
        spoil(pdf)
        pdf.write(path)
        ours = {place.split(':')[0] for place in self.ours(path)[path]}
        theirs = {name for name, _ in check_pdf.check(path)}
        assert rule in ours, f'the program finds {sorted(ours)}, not {rule}'
        assert rule in theirs, f'the tests find {sorted(theirs)}, not {rule}'


def preflight(paths):
    """What PDFBox says: {path: [code and words, …]}."""
    jars = [f'/usr/share/java/{name}.jar' for name in JARS]
    java = shutil.which('java')
    if java is None or not all(map(os.path.exists, jars)):
        raise Skip('PDFBox or Java is not installed')
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'Preflight.java')
    done = subprocess.run([java, '-cp', ':'.join(jars), program, *paths], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if b'jdk.compiler' in done.stderr:
        raise Skip('Java comes without its compiler')
    assert done.returncode == 0, done.stderr.decode()
    found = {path: [] for path in paths}
    for line in done.stdout.decode().splitlines():
        path, words = line.split('\t', 1)
        found[path].append(words)
    return found


def read_json(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def run(number, name, test, *words):
    try:
        test(*words)
    except Skip as why:
        print(f'ok {number} - {name} # SKIP {why}')
    except Exception as problem:  # a test fails in any way
        print(f'not ok {number} - {name}')
        for line in str(problem).splitlines() or [repr(problem)]:
            print(f'# {line}')
        return False
    else:
        print(f'ok {number} - {name}')
    return True


def main():
    if shutil.which('qpdf') is None:
        print('1..0 # SKIP qpdf is not installed')
        return 0
    tests = [Suite.every_sheet_passes_the_check_of_the_program, Suite.every_sheet_passes_the_check_of_the_tests,
             Suite.every_sheet_is_sound, Suite.the_attachment_is_the_exported_record,
             Suite.without_the_profile_there_is_no_claim_but_a_remark, Suite.a_file_cut_short_is_found,
             Suite.a_locked_file_is_found, Suite.a_file_written_again_unspoilt_passes, Suite.another_validator_agrees]
    print(f'1..{len(tests) + len(FAULTS)}', flush=True)
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix='sengen-archive-'))
        suite = Suite(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), folder)
        passed = [run(number, test.__name__.replace('_', ' '), test, suite) for number, test in enumerate(tests, 1)]
        passed += [run(number, f'found: {spoil.__name__.replace("_", " ")}', suite.find, rule, document, spoil)
                   for number, (rule, document, spoil) in enumerate(FAULTS, len(tests) + 1)]
    return 0 if all(passed) else 1


if __name__ == '__main__':
    sys.exit(main())
