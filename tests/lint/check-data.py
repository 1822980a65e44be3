#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-data.py DATA: what catalogues, mappings, texts of sheets and the sample must be.

check-data.py --self-test DATA: breaks the same data in many ways and sees that each break is found.

Speaks TAP, one line a rule. A finding says file, place and what is wrong.
"""
import copy
import csv
import functools
import importlib.util
import json
import pathlib
import re
import sys
import unicodedata

import jsonschema

# ---------------------------------------------------------------- facts the data must agree with

SECTION_SIZES = {
    'ipa-self-check@3.1': [5, 13, 7],
    'ipa-self-check@4.0': [5, 13, 7],
    'ipa-rules@3.1': [5],
    'ipa-rules@4.0': [6],
    'scs@2026-03-27': [19, 7, 29, 82, 8, 6, 2],
    'meti-management@3.0': [0, 13, 16, 9, 3, 2],
    'ipa-sme-guideline@4.0': [3, 7],
    'cloud-check@4.0': [6, 4, 5],
    'ipa-threats@2025': [10],
    'ipa-threats@2026': [10],
    'cpsf@1.0': [104],
}
# How the ids of a guideline whose numbers run from 1 are made.
ID_FORMS = {'ipa-self-check': 'SD-{:02d}', 'ipa-rules': 'RU-{}', 'cloud-check': 'CL-{:02d}', 'ipa-threats': 'TH-{:02d}'}
# Items of each group; of a requirement of SCS those of ★3 and those that ★4 adds.
GROUP_SIZES = {
    'scs@2026-03-27': {
        '1-1-1': (0, 3), '1-2-1': (3, 1), '1-2-2': (0, 2), '1-2-3': (2, 2), '1-3-1': (3, 1), '1-4-1': (0, 2),
        '2-1-1': (2, 1), '2-1-2': (1, 0), '2-1-3': (0, 1), '2-1-4': (1, 0), '2-1-5': (0, 1),
        '3-1-1': (4, 3), '3-1-2': (2, 2), '3-1-3': (2, 0), '3-1-4': (3, 5), '3-1-5': (0, 3), '3-2-1': (0, 5),
        '4-1-1': (4, 0), '4-1-2': (8, 0), '4-1-3': (4, 1), '4-1-4': (2, 0), '4-1-5': (5, 0), '4-1-6': (3, 0),
        '4-1-7': (1, 5), '4-1-8': (0, 4), '4-1-9': (0, 3), '4-2-1': (0, 5), '4-2-2': (3, 0), '4-3-1': (0, 2),
        '4-3-2': (0, 1), '4-3-3': (0, 1), '4-3-4': (3, 0), '4-4-1': (3, 3), '4-4-2': (0, 1), '4-4-3': (0, 3),
        '4-4-4': (2, 1), '4-4-5': (3, 2), '4-5-1': (7, 2),
        '5-1-1': (3, 0), '5-1-2': (0, 3), '5-2-1': (0, 2), '6-1-1': (6, 0), '7-1-1': (1, 1),
    },
    'meti-management@3.0': {
        'MG-P1': 0, 'MG-P2': 0, 'MG-P3': 0, 'MG-1': 4, 'MG-2': 4, 'MG-3': 5, 'MG-4': 6, 'MG-5': 6, 'MG-6': 4,
        'MG-7': 5, 'MG-8': 4, 'MG-9': 3, 'MG-10': 2,
    },
    'cpsf@1.0': {
        'CPS.AM': 7, 'CPS.BE': 3, 'CPS.GV': 4, 'CPS.RA': 6, 'CPS.RM': 2, 'CPS.SC': 11, 'CPS.AC': 9, 'CPS.AT': 3,
        'CPS.DS': 15, 'CPS.IP': 10, 'CPS.MA': 2, 'CPS.PT': 3, 'CPS.AE': 5, 'CPS.CM': 7, 'CPS.DP': 4, 'CPS.RP': 4,
        'CPS.CO': 3, 'CPS.AN': 3, 'CPS.MI': 1, 'CPS.IM': 2,
    },
}
# What is known of the official text of the items.
CONFIDENCE = {
    'scs@2026-03-27': {'confirmed': 81, 'reported': 72},
    'meti-management@3.0': {'confirmed': 36, 'unverified': 7},
    'ipa-sme-guideline@4.0': {'confirmed': 6, 'inherited': 4},
    'cloud-check@4.0': {'inherited': 5, 'unverified': 10},
    'cpsf@1.0': {'confirmed': 15, 'unverified': 89},
}
SCS_VALUES = ['met', 'partly', 'not-met', 'unknown', 'not-applicable']
MATURITY_MARKS = {'1': 'not-done', '2': 'partial', '3': 'partial', '4': 'done', '5': 'done', 'unknown': 'unknown'}
# Criteria that are easily misread, and those that are due every month.
SCS_CAUTIONS = {'1-4-1-1', '2-1-2-1', '2-1-4-1', '2-1-5-1', '4-1-3-3', '4-1-4-1', '4-1-5-3', '4-2-2-1', '4-3-4-2',
                '4-4-4-2', '5-1-1-1', '5-1-1-3'}
SCS_DUTIES = {
    'monthly': '3-2-1-5 4-4-3-3',
    'yearly': '1-2-1-3 2-1-1-2 3-1-1-4 3-1-4-2 4-2-2-1 4-2-2-3 6-1-1-4 6-1-1-6 1-1-1-2 1-3-1-4 1-4-1-1 2-1-3-1 '
              '3-1-1-7 3-1-2-4 3-1-4-4 3-1-4-6 3-1-5-3 4-1-7-2 4-1-9-3 4-2-1-2 4-2-1-3 4-2-1-5 5-1-2-2',
    'on-joining': '1-2-3-2 4-2-2-1 1-2-3-3 1-2-3-4 4-2-1-3',
    'on-leaving': '4-1-1-3 4-1-1-4 4-1-2-6 3-1-4-5',
    'with-partners': '2-1-2-1 2-1-5-1',
    'on-release': '4-4-4-2',
    'on-incident': '6-1-1-6',
    'keep-records': '4-1-8-4 4-4-3-1',
}
SCS_MONTHLY = {'3-2-1-5', '4-4-3-3'}
SCS_FIGURES = {
    '4-1-3-3': ['2'], '4-1-3-4': ['8'], '4-1-4-1': ['10'], '4-1-4-2': ['6'], '4-1-5-3': ['10', '8'],
    '4-1-8-4': ['6'], '4-4-3-1': ['6'], '4-4-4-2': ['14', '7.0'], '4-4-4-3': ['7.0'],
}
AREAS = {
    'devices': [1, 2, 9], 'access': [3, 4], 'awareness': [5, 20], 'mail': [6, 7, 8, 10],
    'storage': [11, 12, 13, 18, 21], 'office': [14, 15, 16, 17], 'partners': [19, 22, 23],
    'incidents': [24, 25],
}
POINTS = {'done': 4, 'partial': 2, 'not-done': 0, 'unknown': -1, 'not-applicable': 0}
VALUE_KEYS = list(POINTS)
RULE_TITLES = [
    'OSやソフトウェアは常に最新の状態にしよう！', 'ウイルス対策ソフトを導入しよう！', 'パスワードを強化しよう！',
    '共有設定を見直そう！', '脅威や攻撃の手口を知ろう！', 'バックアップを取ろう！',
]
POLICY_TITLES = {
    'preamble': None, 'owner': '経営者の責任', 'organisation': '社内体制の整備',
    'staff': '従業員の取組み', 'law': '法令及び契約上の要求事項の遵守', 'incidents': '違反及び事故への対応',
}
PAIRS = {
    'ipa-self-check@3.1--ipa-self-check@4.0': 25,
    'ipa-rules@3.1--ipa-rules@4.0': 5,
    'ipa-self-check@4.0--scs@2026-03-27': 51,
    'ipa-rules@4.0--ipa-self-check@4.0': 6,
    'scs@2026-03-27--meti-management@3.0': 33,
    'ipa-sme-guideline@4.0--ipa-self-check@4.0': 9,
    'cloud-check@4.0--ipa-self-check@4.0': 8,
    'cloud-check@4.0--scs@2026-03-27': 5,
}
SAMPLE_TOTALS = {
    'answers-2024.json': ('ipa-self-check@3.1', [6, 24, 1]),
    'answers-2025.json': ('ipa-self-check@3.1', [10, 34, 3]),
    'answers-2026.json': ('ipa-self-check@4.0', [16, 44, 12]),
}
SAMPLE_RISEN = {3: (0, 2), 4: (2, 4), 5: (0, 2), 6: (2, 4), 11: (2, 4), 14: (2, 4), 16: (2, 4),
                18: (2, 4), 20: (0, 4), 22: (2, 4), 24: (-1, 0), 25: (0, 2)}
SAMPLE_EVIDENCE = [3, 2, 2, 1, 0, 3, 1, 1, 1, 1, 4, 1, 1, 1, 2, 1, 1, 3, 2, 2, 0, 2, 0, 0, 1]
SAMPLE_STATEMENTS = 19
# Requirement by requirement, o met, t partly, x not met, ? unknown, - not applicable, . not answered.
SAMPLE_SCS = ('1-2-1 oot 1-2-3 oo 1-3-1 ooo 2-1-1 oo 2-1-2 o 2-1-4 o 3-1-1 oooo 3-1-2 oo 3-1-3 xo 3-1-4 o.t '
              '4-1-1 oooo 4-1-2 ooo-toxo 4-1-3 ooto 4-1-4 xo 4-1-5 ooooo 4-1-6 oto 4-1-7 o 4-2-2 tox 4-3-4 oox '
              '4-4-1 oto 4-4-4 ot 4-4-5 ooo 4-5-1 oxooo?? 5-1-1 oxt 6-1-1 xtxxxo 7-1-1 x').split()
SCS_LETTERS = {'met': 'o', 'partly': 't', 'not-met': 'x', 'unknown': '?', 'not-applicable': '-', None: '.'}
# Direction by direction, question by question.
SAMPLE_LEVELS = {
    'management-2025.json': '3322 2222 23122 221212 221222 2122 11111 1121 222 22',
    'management-2026.json': '4424 3323 33242 322322 332233 3243 11221 2241 332 32',
}
RARE_LETTERS = ('\U00020BB7', '葛\U000E0100')

MEANS_JA, SHORT_JA, SHORT_EN_WORDS, WHY_JA = 24, 12, 4, 90
# What is not known of SCS, or only planned, on the day its guide was checked.
STARS = 'stars.json'
SUBSIDIES = 'subsidies@'
PAPERS = 'scs-documents.json'
SCS_UNKNOWN = {'fee', 'forms', 'mark', 'experts', 'unit', 'not-applicable', 'changes', 'two-stars', 'star-5'}
SCS_PLANNED = {'start', 'period', 'assessors'}
GUIDE_JA = 120
PAIR_WHY_JA = 60
SECTION_JA, SECTION_EN = 10, 24
QUESTION_JA, GOOD_JA, ACTION_JA, FIGURE_JA, CAUTION_JA = 180, 120, 100, 24, 160

# Schemes that are no catalogue of ours, and how they write the numbers of what they ask.
OUTSIDE = {
    'iso-27001@2022': r'([4-9]|10)(\.[1-9][0-9]?)*|A\.[5-8]\.[1-9][0-9]?',
    'jama-japia@2.3': r'[1-9][0-9]{0,2}',
    'cyber-essentials@16': r'A[2-8]\.[1-9][0-9]?(\.[1-9])?',
    'cmmc@32cfr170': r'[A-Z]{2}\.L[12]-(b\.1\.[ivx]+|3\.[0-9]+\.[0-9]+)',
    'gov-standard@r7': r'[1-8]\.[1-9](\.[1-9])?(\([1-9]\))?',
    'nist-csf@2.0': r'GV|ID|PR|DE|RS|RC',
}

# Words our texts do without, and what to write instead. 多要素認証 and 認証サーバー are techniques, not claims;
# 派遣社員 are other people than 従業員.
UNWANTED = {
    r'合格': 'no pass mark exists', r'取得': 'write 取る, 受け取る or 宣言', r'適合|保証': 'a claim',
    r'認定|(?<!要素)認証(?!サーバー|されていない)': 'a claim', r'控え': 'write バックアップ or 写し', r'(?<!派遣)社員': 'write 従業員',
    r'有効期限': 'write 見直す予定',
}
CHARACTERS = {
    '\u2060': 'WORD JOINER belongs to the sheets, not to the data',
    '\uff61-\uff9f': 'half-width kana',
    '\ue000-\uf8ff\U000f0000-\U0010fffd': 'a private-use character',
    '\x00-\x09\x0b-\x1f\x7f-\x9f': 'a control character',
    '\ufeff\u200b\u00ad': 'an invisible character',
}
# The official Japanese names of sections, groups and items, by guideline and id.
OFFICIAL_NAMES = pathlib.Path(__file__).with_name('official-names.json')
# What the wording guard must let through, and what it must find.
INNOCENT = [
    'SECURITY ACTION 二つ星を宣言しました', 'SECURITY ACTION　二つ星（★★）を宣言しました', '重要な業務では多要素認証を使っています。',
    '情報セキュリティ6か条に取り組んでいます', 'We have declared SECURITY ACTION two stars',
    'The participants have passed the message on.',
]
GUILTY = [
    'SECURITY ACTION 二つ星の認定を受けました', '当社は二つ星を取得しました', 'ＩＰＡ認定の企業です', 'security action 一つ星に合格',
    'SCS評価制度に適合しています', '自己宣言の有効期限は2027年です', 'SECURITY ACTION 三つ星を宣言しました',
    'We are certified by IPA', 'We obtained Security Action two stars',
]


# ---------------------------------------------------------------- reading

def no_twins(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f'the key “{key}” stands twice')
    return dict(pairs)


class Data:
    """All files by folder and name, so that the self-test can break a copy of them."""

    def __init__(self, root):
        self.unreadable = []
        self.schemas = self.read(root / 'schema')
        self.catalogues = self.read(root / 'catalogues')
        self.mappings = self.read(root / 'mappings')
        self.guides = self.read(root / 'guides')
        self.sheets = self.read(root / 'sheets')
        self.documents = self.read(root / 'documents')
        self.sample = self.read(root / 'samples' / 'hinata')
        self.training = self.read(root / 'samples' / 'minamo')
        self.questionnaire = {'questionnaire.csv': read_table(root / 'samples' / 'questionnaire' / 'questionnaire.csv')}
        self.official = json.loads(OFFICIAL_NAMES.read_text(encoding='utf-8'), object_pairs_hook=no_twins)
        self.made = made_files(root / 'samples' / 'make-evidence.py')

    def read(self, folder):
        found = {}
        for path in sorted(folder.glob('*.json')):
            try:
                found[path.name] = json.loads(path.read_text(encoding='utf-8'), object_pairs_hook=no_twins)
            except ValueError as error:
                self.unreadable.append(f'{folder.name}/{path.name}: {error}')
        return found

    def catalogue(self, key):
        return self.catalogues.get(f'{key}.json')

    def folders(self):
        return (('catalogues', self.catalogues), ('mappings', self.mappings), ('guides', self.guides),
                ('sheets', self.sheets), ('documents', self.documents), ('sample', self.sample))

    def all_strings(self):
        """(place, key of the nearest object, string) for every string in every file."""
        for folder, files in self.folders():
            for name, content in files.items():
                yield from strings(f'{folder}/{name}', None, content)

    def texts(self):
        """(place, {ja, en}) for every text in both languages."""
        for folder, files in self.folders():
            for name, content in files.items():
                yield from texts(f'{folder}/{name}', content)


def read_table(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


def made_files(script):
    spec = importlib.util.spec_from_file_location('make_evidence', script)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return dict(module.files())


def strings(place, key, value):
    if isinstance(value, str):
        yield place, key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(f'{place}/{name}', name, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(f'{place}/{number}', key, inner)


def texts(place, value):
    if isinstance(value, dict):
        if set(value) & {'ja', 'en'}:
            yield place, value
        else:
            for name, inner in value.items():
                yield from texts(f'{place}/{name}', inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(f'{place}/{number}', inner)


def keyed(catalogue):
    return f"{catalogue['id']}@{catalogue['edition']}"


def item_ids(catalogue):
    return [item['id'] for item in catalogue['items']] if catalogue else []


def twice(values):
    return sorted({value for value in values if values.count(value) > 1})


# ---------------------------------------------------------------- rules: each yields findings

def files_are_readable(data):
    yield from data.unreadable
    for folder, files in (*data.folders(), ('schema', data.schemas)):
        if not files:
            yield f'{folder}: no files'


def subsidies(data):
    return {name: guide for name, guide in data.guides.items() if name.startswith(SUBSIDIES)}


def guides_alone(data):
    """Of guides/ what is about a guideline."""
    return {name: guide for name, guide in data.guides.items()
            if name != STARS and not name.startswith(SUBSIDIES)}


def schemas_hold(data):
    stars = {name: guide for name, guide in data.guides.items() if name == STARS}
    kinds = (('catalogue', data.catalogues), ('mapping', data.mappings), ('documents', data.documents),
             ('guide', guides_alone(data)), ('stars', stars), ('subsidies', subsidies(data)), ('sheet', data.sheets))
    for kind, files in kinds:
        schema = data.schemas[f'{kind}.schema.json']
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for name, content in files.items():
            for error in validator.iter_errors(content):
                place = '/'.join(str(step) for step in error.absolute_path)
                yield f'{name}: /{place}: {error.message[:160]}'


def sheets_are_understood(data):
    form = data.sheets['customer.json']
    plain = [unicodedata.normalize('NFKC', heading).lower() for role in form['headings'].values() for heading in role]
    for found in twice(plain):
        yield f'sheets/customer.json: “{found}” stands above two kinds of columns'
    for role, text in form['columns'].items():
        if not {text['ja'], text['en'].lower()} <= set(form['headings'][role]):
            yield f'sheets/customer.json: what is written above “{role}” is not understood'
    catalogue = data.schemas['catalogue.schema.json']
    scale = {**catalogue['properties']['scales']['items'], 'definitions': catalogue['definitions']}
    for error in jsonschema.Draft7Validator(scale).iter_errors(form['scale']):
        yield f'sheets/customer.json: /scale: {error.message[:160]}'
    for name, shipped in data.catalogues.items():
        if shipped['wording'] == 'customer' or 'sheet' in shipped:
            yield f'{name}: is what a customer asks'


def questionnaire_has_sixty_questions(data):
    head, *rows = data.questionnaire['questionnaire.csv']
    if head != ['番号', '区分', '確認事項', '回答', '補足']:
        yield f'questionnaire.csv: headed {head}'
    if [row[0] for row in rows] != [str(number) for number in range(1, 61)]:
        yield 'questionnaire.csv: not numbered from 1 to 60'
    for row in rows:
        if len(row) != 5 or not row[1] or not row[2].endswith('か。') or row[3] or row[4]:
            yield f'questionnaire.csv: {row[0]}: no question to be answered'
    for found in twice([row[2] for row in rows]):
        yield f'questionnaire.csv: “{found}” is asked twice'


def names_agree(data):
    for name, catalogue in data.catalogues.items():
        if name != keyed(catalogue) + '.json':
            yield f'{name}: holds {keyed(catalogue)}'
    for name, mapping in data.mappings.items():
        if name != f"{mapping['from']}--{mapping['to']}.json":
            yield f"{name}: holds {mapping['from']}--{mapping['to']}"


def ids_are_unique(data):
    for name, catalogue in data.catalogues.items():
        for part in ('items', 'sections', 'areas', 'scales', 'levels', 'groups'):
            for found in twice([entry['id'] for entry in catalogue.get(part, [])]):
                yield f'{name}: {part}: “{found}” stands twice'
        for found in twice([item['number'] for item in catalogue['items']]):
            yield f'{name}: the number {found} stands twice'
        for scale in catalogue['scales']:
            for found in twice([value['key'] for value in scale['values']]):
                yield f"{name}: scale {scale['id']}: “{found}” stands twice"


def one_edition_is_current(data):
    for family in sorted({catalogue['id'] for catalogue in data.catalogues.values()}):
        states = [c['status'] for c in data.catalogues.values() if c['id'] == family]
        if states.count('current') != 1:
            yield f"{family}: {states.count('current')} editions are current"


def items_point_to_what_exists(data):
    for name, catalogue in data.catalogues.items():
        for field, part in (('section', 'sections'), ('area', 'areas'), ('scale', 'scales'),
                            ('level', 'levels'), ('group', 'groups')):
            known = {entry['id'] for entry in catalogue.get(part, [])}
            for item in catalogue['items']:
                if item.get(field) is not None and item[field] not in known:
                    yield f"{name}: {item['id']}: no {field} “{item[field]}”"
        for item in catalogue['items']:
            for ref in item['refs']:
                if not leads_somewhere(data, ref):
                    yield f"{name}: {item['id']}: no {ref['scheme']} {ref['item']}"
            for found in twice([(ref['scheme'], ref['item']) for ref in item['refs']]):
                yield f"{name}: {item['id']}: the reference {' '.join(found)} stands twice"


def leads_somewhere(data, ref):
    if ref['scheme'] in OUTSIDE:
        return re.fullmatch(OUTSIDE[ref['scheme']], ref['item']) is not None
    return ref['item'] in item_ids(data.catalogue(ref['scheme']))


def groups_have_a_place(data):
    for name, catalogue in data.catalogues.items():
        place = {group['id']: group['section'] for group in catalogue.get('groups', [])}
        levels = [level['id'] for level in catalogue['levels']]
        for group in catalogue.get('groups', []):
            if group['section'] not in [section['id'] for section in catalogue['sections']]:
                yield f"{name}: {group['id']}: no section “{group['section']}”"
            found = [item.get('level') for item in catalogue['items'] if item.get('group') == group['id']]
            if 'level' in group and group['level'] != next((one for one in levels if one in found), None):
                yield f"{name}: {group['id']}: “{group['level']}” is not the lowest level in it"
        for item in catalogue['items']:
            if place.get(item.get('group'), item['section']) != item['section']:
                yield f"{name}: {item['id']}: its group is in another section"


def confidence_is_said(data):
    for name, catalogue in data.catalogues.items():
        inherited = any(item['confidence'] == 'inherited' for item in catalogue['items'])
        if inherited != ('inherited_note' in catalogue):
            yield f'{name}: an inherited_note goes with inherited items'
    for key, expected in CONFIDENCE.items():
        said = [item['confidence'] for item in (data.catalogue(key) or {'items': []})['items']]
        found = {one: said.count(one) for one in sorted(set(said))}
        if found != expected:
            yield f'{key}: {found}, expected {expected}'
    for item in data.catalogue('scs@2026-03-27')['items']:
        if (item['level'] == '★3') != (item['confidence'] == 'confirmed'):
            yield f"scs: {item['id']}: {item['confidence']} at {item['level']}"


def counts_are_official(data):
    for key, sizes in SECTION_SIZES.items():
        catalogue = data.catalogue(key)
        if catalogue is None:
            yield f'{key}: missing'
            continue
        found = [sum(item['section'] == section['id'] for item in catalogue['items'])
                 for section in catalogue['sections']]
        if found != sizes:
            yield f'{key}: parts of {found} items, expected {sizes}'
        written = [item['number'] for item in catalogue['items']]
        if catalogue['id'] in ID_FORMS and written != [str(n) for n in range(1, sum(sizes) + 1)]:
            yield f'{key}: the numbers do not run from 1 to {sum(sizes)}'


def groups_are_official(data):
    for key, sizes in GROUP_SIZES.items():
        groups = (data.catalogue(key) or {'groups': []})['groups']
        if [group['id'] for group in groups] != list(sizes):
            yield f'{key}: not the {len(sizes)} groups in their order'
        for group in groups:
            yield from group_is_official(key, data.catalogue(key), group['id'], sizes.get(group['id'], 0))


def group_is_official(key, catalogue, group, size):
    """The items of a group are numbered from 1, those that a higher level adds where they stand."""
    items = [item for item in catalogue['items'] if item.get('group') == group]
    if [item['id'] for item in items] != [f'{group}-{n}' for n in range(1, len(items) + 1)]:
        yield f'{key}: {group}: the ids of its items do not run from 1'
    found = len(items)
    if isinstance(size, tuple):
        found = tuple(sum(item['level'] == level['id'] for item in items) for level in catalogue['levels'])
    if found != size:
        yield f'{key}: {group}: {found} items, expected {size}'


def criteria_are_official(data):
    """Which criteria of SCS hold numbers, are easily misread, are due each month."""
    items = {item['id']: item for item in data.catalogue('scs@2026-03-27')['items']}
    for what, found, expected in (
            ('cautions', {i for i, item in items.items() if 'caution' in item}, SCS_CAUTIONS),
            ('monthly', {i for i, item in items.items() if item['cadence'] == 'monthly'}, SCS_MONTHLY)):
        for one in sorted(found ^ expected):
            yield f'scs: {what}: {one}'
    for rhythm, expected in SCS_DUTIES.items():
        found = {i for i, item in items.items() if rhythm in item.get('duties', [])}
        for one in sorted(found ^ set(expected.split())):
            yield f'scs: duties: {rhythm}: {one}'
    for one, expected in SCS_FIGURES.items():
        shown = ' '.join(figure['ja'] for figure in items[one].get('figures', []))
        if sorted(numbers(shown)) != expected:
            yield f'scs: figures: {one}: {sorted(numbers(shown))}, expected {expected}'
    for one, item in items.items():
        if '毎年1回以上' in item['question']['ja'] and not any('毎年1回以上' in f['ja'] for f in item.get('figures', [])):
            yield f'scs: figures: {one}: yearly, but not said beside the answer'


def ids_follow_numbers(data):
    for name, catalogue in data.catalogues.items():
        form = ID_FORMS.get(catalogue['id'])
        for item in catalogue['items'] if form else []:
            if item['id'] != form.format(int(item['number'])):
                yield f"{name}: {item['id']} has the number {item['number']}"


def areas_are_whole(data):
    for name, catalogue in data.catalogues.items():
        if catalogue['id'] != 'ipa-self-check':
            continue
        found = {area['id']: [int(i['number']) for i in catalogue['items'] if i.get('area') == area['id']]
                 for area in catalogue['areas']}
        for area in sorted(set(found) | set(AREAS)):
            if found.get(area) != AREAS.get(area):
                yield f'{name}: area {area}: {found.get(area)}, expected {AREAS.get(area)}'


def scales_are_ours(data):
    for name, catalogue in data.catalogues.items():
        for scale in catalogue['scales']:
            keys = [value['key'] for value in scale['values']]
            expected = SCS_VALUES if catalogue['id'] == 'scs' else VALUE_KEYS
            if scale['kind'] != 'maturity' and keys != expected:
                yield f"{name}: scale {scale['id']}: {keys}"
            marks = {value['key']: value['mark'] for value in scale['values']}
            if scale['kind'] == 'maturity' and marks != MATURITY_MARKS:
                yield f"{name}: scale {scale['id']}: {marks}"
            if catalogue['id'] == 'ipa-self-check':
                points = {value['key']: value['points'] for value in scale['values']}
                if points != POINTS:
                    yield f"{name}: scale {scale['id']}: {points}"


def bands_cover_every_total(data):
    for name, catalogue in data.catalogues.items():
        if catalogue['scoring']['method'] != 'points':
            continue
        worth = {s['id']: [v['points'] for v in s['values']] for s in catalogue['scales']}
        least = sum(min(worth[item['scale']]) for item in catalogue['items'])
        most = sum(max(worth[item['scale']]) for item in catalogue['items'])
        if most != catalogue['scoring']['max']:
            yield f"{name}: the points add up to {most}, not {catalogue['scoring']['max']}"
        edges = [(band['min'], band['max']) for band in catalogue['bands']]
        expected = most
        for low, high in edges:
            if high != expected or low > high:
                yield f'{name}: band {low} to {high}: expected one that ends at {expected}'
            expected = low - 1
        if expected != least - 1:
            yield f'{name}: the bands end at {expected + 1}, the least total is {least}'


def official_titles_are_exact(data):
    for key in ('ipa-rules@3.1', 'ipa-rules@4.0'):
        found = [item['title']['ja'] for item in data.catalogue(key)['items']]
        for title, expected in zip(found, RULE_TITLES):
            if title != expected:
                yield f'{key}: “{title}” is not “{expected}”'
    for key, parts in data.official.items():
        for part, names in parts.items():
            found = {entry['id']: entry['title']['ja'] for entry in (data.catalogue(key) or {part: []})[part]}
            for one, name in names.items():
                if found.get(one) != name:
                    yield f'{key}: {one}: “{found.get(one)}” is not “{name}”'
    found = {part['id']: part['title'] and part['title']['ja'] for part in data.documents['policy.json']['parts']}
    if found != POLICY_TITLES or list(found) != list(POLICY_TITLES):
        yield f'policy.json: the parts are {found}'


def texts_fit(data):
    for name, catalogue in data.catalogues.items():
        for scale in catalogue['scales']:
            for value in scale['values']:
                yield from too_long(name, f"{value['key']} means", value['means']['ja'], MEANS_JA)
                yield from too_long(name, f"{value['key']} short", value['short']['ja'], SHORT_JA)
        for item in catalogue['items']:
            yield from too_long(name, f"{item['id']} short", item['short']['ja'], SHORT_JA)
            if len(item['short']['en'].split()) > SHORT_EN_WORDS:
                yield f"{name}: {item['id']} short: “{item['short']['en']}” has more than {SHORT_EN_WORDS} words"
            for field, most in (('why', WHY_JA), ('question', QUESTION_JA), ('good', GOOD_JA),
                                ('action', ACTION_JA), ('caution', CAUTION_JA)):
                if field in item:
                    yield from too_long(name, f"{item['id']} {field}", item[field]['ja'], most)
            for figure in item.get('figures', []):
                yield from too_long(name, f"{item['id']} figure", figure['ja'], FIGURE_JA)
        for section in catalogue['sections'] if asks(catalogue) else []:
            shown = section.get('short', section['title'])
            yield from too_long(name, f"{section['id']} in the list", shown['ja'], SECTION_JA)
            yield from too_long(name, f"{section['id']} in the list", shown['en'], SECTION_EN)
        for group in catalogue.get('groups', []):
            if 'short' in group:
                yield from too_long(name, f"{group['id']} short", group['short']['ja'], SHORT_JA)


def asks(catalogue):
    return any('question' in item for item in catalogue['items'])


def too_long(name, field, text, most):
    if len(text) > most:
        yield f'{name}: {field}: {len(text)} characters, {most} is the most'


def both_languages_speak(data):
    for place, text in data.texts():
        for language in ('ja', 'en'):
            if not text.get(language):
                yield f'{place}: no {language}'
        english = text.get('en')
        if isinstance(english, str) and re.search(r'[\u3040-\u30ff\u4e00-\u9fff]', english):
            yield f'{place}: Japanese in the English text'


def questions_ask(data):
    for name, catalogue in data.catalogues.items():
        for item in catalogue['items']:
            if 'question' not in item:
                continue
            if not item['question']['ja'].endswith('か。') or not item['question']['en'].endswith('?'):
                yield f"{name}: {item['id']}: the question does not end as one"
            for field in ('why', 'good', 'action', 'caution'):
                if field in item and not (item[field]['ja'].endswith('。') and item[field]['en'].endswith('.')):
                    yield f"{name}: {item['id']}: {field} does not end as a sentence"


def figures_stand_in_the_question(data):
    """A number beside the answer is one that the question itself names."""
    for name, catalogue in data.catalogues.items():
        for item in catalogue['items']:
            for figure in item.get('figures', []):
                for language in ('ja', 'en'):
                    known = numbers(item.get('question', {}).get(language, ''))
                    if not numbers(figure[language]) <= known:
                        yield f"{name}: {item['id']}: “{figure[language]}” is not in the question"


def numbers(text):
    return set(re.findall(r'\d+(?:\.\d+)?', text))


def no_two_items_say_the_same(data):
    for name, catalogue in data.catalogues.items():
        for field in ('question', 'good', 'action'):
            for found in twice([item[field]['ja'] for item in catalogue['items'] if field in item]):
                yield f'{name}: the same {field} twice: “{found}”'


def own_words_are_said(data):
    """Each catalogue says on the sheet which part is ours."""
    for name, catalogue in data.catalogues.items():
        note = catalogue['edition_note']
        if catalogue['wording'] == 'own' and not ('宣言帳' in note['ja'] and re.search(r'\bour own\b', note['en'])):
            yield f'{name}: the edition_note does not say whose words these are'


def what_is_not_asked_is_not_answered(data):
    for name, catalogue in data.catalogues.items():
        for item in catalogue['items']:
            for field in ('scale', 'cadence', 'figures', 'evidence') if 'question' not in item else ():
                if field in item:
                    yield f"{name}: {item['id']}: {field} without a question"


def placeholders_pair(data):
    for place, text in data.texts():
        if not all(isinstance(text.get(language), str) for language in ('ja', 'en')):
            continue
        found = [set(re.findall(r'\{([a-z_]+)\}', text[language])) for language in ('ja', 'en')]
        if found[0] != found[1]:
            yield f'{place}: {sorted(found[0] ^ found[1])} in one language only'
        for language in ('ja', 'en'):
            if re.search(r'[{}]', re.sub(r'\{[a-z_]+\}', '', text[language])):
                yield f'{place}: a brace that is no placeholder'


def characters_are_plain(data):
    for place, _, text in data.all_strings():
        for letters, why in CHARACTERS.items():
            if re.search(f'[{letters}]', text):
                yield f'{place}: {why}'


def folded(text):
    return unicodedata.normalize('NFKC', text).casefold()


@functools.lru_cache(maxsize=None)
def phrase_matcher(phrase):
    """ASCII words count only when no ASCII letter or digit touches them."""
    escaped = re.escape(folded(phrase))
    return re.compile(rf'(?<![a-z0-9]){escaped}(?![a-z0-9])' if phrase.isascii() else escaped)


def phrase_spans(text, phrases):
    """Where the phrases stand."""
    for phrase in phrases:
        for match in phrase_matcher(phrase).finditer(text):
            yield match.span()


def guard(rules, text, language):
    """The ids of the rules that fire."""
    text = folded(text)
    for rule in rules:
        if language not in rule['languages']:
            continue
        claims = list(phrase_spans(text, rule['claim']))
        if not claims:
            continue
        for start, end in phrase_spans(text, rule['subject']):
            if any(max(low - end, start - high) <= rule['within'] for low, high in claims):
                yield rule['id']
                break


def guarded(data, text):
    """The ids of the rules that fire in either language."""
    rules = data.documents['wording.json']['rules']
    return sorted({found for language in ('ja', 'en') for found in guard(rules, text, language)})


def own_texts(data):
    """Everything we wrote but the guard's own rules and the sentences that deny a claim."""
    exempt = data.documents['wording.json']['exempt']
    for place, _, text in data.all_strings():
        disclaimer = re.match(r'documents/documents\.json/disclaimers/([a-z-]+)/', place)
        if place.startswith('documents/wording.json') or (
                disclaimer and f'disclaimer.{disclaimer.group(1)}' in exempt):
            continue
        yield place, text


def the_guard_knows_right_from_wrong(data):
    for sentence in INNOCENT:
        if guarded(data, sentence):
            yield f'fires on “{sentence}”: {guarded(data, sentence)}'
    for sentence in GUILTY:
        if not guarded(data, sentence):
            yield f'does not fire on “{sentence}”'


def no_claims_are_made(data):
    for place, text in own_texts(data):
        for found in guarded(data, text):
            yield f'{place}: {found}'
        for pattern, why in UNWANTED.items():
            match = re.search(pattern, text)
            if match and not is_official_name(data, place, text):
                yield f'{place}: “{match.group(0)}”: {why}'


def is_official_name(data, place, text):
    """Whether @text is, letter by letter, the official name of what it is the title of."""
    found = re.fullmatch(r'catalogues/(.+)\.json/(sections|groups|items)/([0-9]+)/title/ja', place)
    if not found:
        return False
    key, part, number = found.groups()
    entry = data.catalogue(key)[part][int(number)]
    return data.official.get(key, {}).get(part, {}).get(entry['id']) == text


def exempt_sentences_exist(data):
    known = {f'disclaimer.{key}' for key in data.documents['documents.json']['disclaimers']}
    for found in data.documents['wording.json']['exempt']:
        if found not in known:
            yield f'wording.json: exempt “{found}” is no sentence of ours'


def readings_of_our_own_stay_careful(data):
    """No official table relates one guideline to another, so nothing there is “equal” or “official”,
    and what has no question has no answer to go on from or to arrive at."""
    for name, mapping in data.mappings.items():
        if mapping['from'].split('@')[0] == mapping['to'].split('@')[0]:
            continue
        asked = {side: {item['id'] for item in (data.catalogue(mapping[side]) or {'items': []})['items']
                        if 'question' in item} for side in ('from', 'to')}
        for pair in mapping['pairs']:
            where = f"{name}: {pair['from']} → {pair['to']}"
            if pair['relation'] == 'equal' or pair['basis'] != 'own':
                yield f"{where}: {pair['relation']}, {pair['basis']}; it is a reading of our own"
            if pair['confidence'] == 'confirmed':
                yield f'{where}: nothing official to hold it against'
            if any(pair[side] not in asked[side] for side in asked):
                yield f'{where}: one of them asks nothing'


def mappings_lead_somewhere(data):
    for name, mapping in data.mappings.items():
        for side in ('from', 'to'):
            known = item_ids(data.catalogue(mapping[side]))
            for pair in mapping['pairs']:
                if pair[side] not in known:
                    yield f'{name}: no {mapping[side]} {pair[side]}'
        for found in twice([(pair['from'], pair['to']) for pair in mapping['pairs']]):
            yield f'{name}: {found} stands twice'
    for key, count in PAIRS.items():
        pairs = data.mappings.get(f'{key}.json', {'pairs': []})['pairs']
        if len(pairs) != count:
            yield f'{key}: {len(pairs)} pairs, expected {count}'


def guides_tell_of_every_guideline(data):
    families = {catalogue['id'] for catalogue in data.catalogues.values()}
    guides = guides_alone(data)
    for missing in sorted(families - {guide['id'] for guide in guides.values()}):
        yield f'guides: nothing is said of {missing}'
    for found in twice([guide['order'] for guide in guides.values()]):
        yield f'guides: the place {found} stands twice'
    for name, guide in guides.items():
        if name != guide['id'] + '.json' or guide['id'] not in families:
            yield f"guides/{name}: holds {guide['id']}, of which there is no catalogue"
        for found in twice([fact['id'] for fact in guide['facts']]):
            yield f'guides/{name}: the fact “{found}” stands twice'


def guides_admit_what_is_unknown(data):
    """What nobody knows of SCS yet is said to be unknown or planned, never as a fact."""
    facts = {fact['id']: fact for fact in data.guides['scs.json']['facts']}
    for name in sorted(SCS_UNKNOWN):
        if facts.get(name, {}).get('known') != 'unknown':
            yield f'guides/scs.json: “{name}” is not said to be unknown'
    for name in sorted(SCS_PLANNED):
        if facts.get(name, {}).get('known') != 'planned':
            yield f'guides/scs.json: “{name}” is not said to be planned'


def guides_speak_in_sentences(data):
    for name, guide in data.guides.items():
        for place, text in texts(f'guides/{name}', guide):
            if re.search(r'/(what|star|text|basis|supplier|orderer|why|remark|how|when|later)$|/subsidies/[0-9]+/about$', place) and not (
                    text['ja'].endswith(('。', 'か。')) and text['en'].endswith(('.', '?'))):
                yield f'{place}: does not end as a sentence'
            if len(text['ja']) > GUIDE_JA:
                yield f"{place}: {len(text['ja'])} characters, {GUIDE_JA} is the most"


def stars_follow_from_three_questions(data):
    stars = data.guides[STARS]
    if [question['id'] for question in stars['questions']] != ['information', 'continuity', 'reach']:
        yield f'guides/{STARS}: not the three questions'
    if [answer['id'] for answer in stars['answers']] != ['star-4', 'star-3', 'open']:
        yield f'guides/{STARS}: not the three answers, in their order'


def subsidies_keep_to_their_day(data):
    """What changes with the world says when it was looked up, and closes in order of time."""
    for name, content in subsidies(data).items():
        if name != f"{SUBSIDIES}{content['checked']}.json":
            yield f"guides/{name}: was looked up on {content['checked']}"
        ids = [subsidy['id'] for subsidy in content['subsidies']]
        for found in twice(ids + [duration['id'] for duration in content['durations']]):
            yield f'guides/{name}: “{found}” stands twice'
        for place, row in rows_that_were_looked_up(f'guides/{name}', content):
            if row['checked'] > content['checked']:
                yield f"{place}: was looked up on {row['checked']}, after all of it"
        for subsidy in content['subsidies']:
            days = [round['date'] for round in subsidy['rounds']]
            if days != sorted(set(days)):
                yield f"guides/{name}: {subsidy['id']}: {days}"
        for duration in content['durations']:
            if duration['subsidy'] not in (None, *ids):
                yield f"guides/{name}: {duration['id']}: there is no {duration['subsidy']}"
            if duration['most'] is not None and duration['most'] < duration['least']:
                yield f"guides/{name}: {duration['id']}: at most {duration['most']} days"


def subsidies_admit_what_is_open(data):
    """A star that is not settled is said to be unknown or disputed, and the other way round."""
    for name, content in subsidies(data).items():
        for subsidy in content['subsidies']:
            if (subsidy['star']['needs'] == 'open') != (subsidy['star']['known'] in ('unknown', 'disputed')):
                yield f"guides/{name}: {subsidy['id']}: {subsidy['star']['needs']}, {subsidy['star']['known']}"
            if subsidy['ended'] and subsidy['rounds']:
                yield f"guides/{name}: {subsidy['id']}: is offered no more and closes"


def rows_that_were_looked_up(place, content):
    for key, value in content.items() if isinstance(content, dict) else enumerate(content):
        if isinstance(value, dict) and 'checked' in value:
            yield f'{place}/{key}', value
        if isinstance(value, (dict, list)):
            yield from rows_that_were_looked_up(f'{place}/{key}', value)


def pairs_say_why(data):
    """Whoever is offered an answer from elsewhere reads why, in one or two short sentences."""
    for name, mapping in data.mappings.items():
        for pair in mapping['pairs']:
            where, why = f"{name}: {pair['from']} → {pair['to']}", pair.get('why') or {}
            ja, en = why.get('ja', ''), why.get('en', '')
            if not ja.endswith('。') or not en.endswith('.'):
                yield f'{where}: why is no sentence'
            if len(ja) > PAIR_WHY_JA:
                yield f'{where}: why has {len(ja)} characters, more than {PAIR_WHY_JA}'


def documents_are_complete(data):
    listing = data.documents['documents.json']
    for field in ('id', 'prefix', 'form'):
        for found in twice([document[field] for document in listing['documents'] if field in document]):
            yield f'documents.json: {field} “{found}” stands twice'
    for document in listing['documents']:
        if 'strings' not in data.documents.get(f"{document['id']}.json", {}):
            yield f"{document['id']}.json: no texts for this sheet"
        if document['disclaimer'] not in listing['disclaimers']:
            yield f"documents.json: {document['id']}: no disclaimer “{document['disclaimer']}”"


def papers_serve_every_criterion(data):
    """The list of documents to prepare names criteria of every edition, and leaves none of its level out."""
    papers = data.documents[PAPERS]['papers']
    for found in twice([paper['id'] for paper in papers]):
        yield f'{PAPERS}: “{found}” stands twice'
    named = {item for paper in papers for item in paper['items']}
    for name, catalogue in data.catalogues.items():
        if catalogue['id'] != 'scs':
            continue
        lowest = catalogue['levels'][0]['id']
        asked = [item['id'] for item in catalogue['items'] if item['level'] == lowest]
        for item in sorted(named - set(asked)):
            yield f'{PAPERS}: {item} is no criterion of {lowest} in {name}'
        for item in sorted(set(asked) - named):
            yield f'{PAPERS}: no document serves {item} of {name}'
        for paper in papers:
            if paper['items'] != [item for item in asked if item in paper['items']]:
                yield f"{PAPERS}: {paper['id']}: the criteria are not in their order"


def promises_stand_in_the_text(data):
    for part in data.documents['policy.json']['parts']:
        for promise in part['promises']:
            for language in ('ja', 'en'):
                if promise['phrase'][language] not in part['text'][language]:
                    yield f"policy.json: {part['id']}: “{promise['phrase'][language]}” is not in the text"
                if promise['phrase'][language] in promise['instead'][language]:
                    yield f"policy.json: {part['id']}: “{promise['instead'][language]}” still promises it"
            if promise['item']['item'] not in item_ids(data.catalogue(promise['item']['scheme'])):
                yield f"policy.json: {part['id']}: no item {promise['item']}"
    for shown in data.documents['policy.json']['shown_by']:
        if shown['item'] not in item_ids(data.catalogue(shown['scheme'])):
            yield f'policy.json: shown_by: no item {shown}'


def rules_of_consistency_say_what_to_do(data):
    """A sentence or several, a title and an advice each."""
    keys = [key for key in data.documents['consistency.json']['strings'] if not key.startswith('item.')]
    for rule in sorted({key.split('.')[0] for key in keys}):
        parts = {key.partition('.')[2] for key in keys if key.split('.')[0] == rule}
        for part in sorted({'title', 'advice'} - parts):
            yield f'consistency.json: {rule}: no {part}'
        if not parts - {'title', 'advice'}:
            yield f'consistency.json: {rule}: no sentence'


def sample_points(data, name):
    catalogue = data.catalogue(SAMPLE_TOTALS[name][0])
    worth = {value['key']: value['points'] for value in catalogue['scales'][0]['values']}
    return {answer['item']: worth[answer['value']] for answer in data.sample[name]['answers']}


def answers_fit(data, sample):
    for meta in sample['assessments.json']:
        answers = sample[meta['file']]
        catalogue = data.catalogue(f"{answers['catalogue']}@{answers['edition']}")
        given = [answer['item'] for answer in answers['answers']]
        whole = item_ids(catalogue) if catalogue['id'] != 'scs' else [i for i in item_ids(catalogue) if i in given]
        values = [value['key'] for value in catalogue['scales'][0]['values']]
        if given != whole:
            yield f"{meta['file']}: not every item once, in order"
        for answer in answers['answers']:
            if answer['value'] not in values:
                yield f"{meta['file']}: {answer['item']}: no value “{answer['value']}”"
            if not meta['period_start'] <= answer['at'][:10] <= meta['period_end'] or (
                    meta['closed'] and answer['at'] > meta['closed_at']):
                yield f"{meta['file']}: {answer['item']}: answered outside the period"


def sample_answers_fit(data):
    yield from answers_fit(data, data.sample)


def training_answers_fit(data):
    yield from answers_fit(data, data.training)


def rooms_are_asked_everything(data):
    """Each question of the current self-check has its words for the wall: two lines that fit."""
    room = data.documents['seminar.json']['strings']
    current = next(catalogue for catalogue in data.catalogues.values()
                   if catalogue['id'] == 'ipa-self-check' and catalogue['status'] == 'current')
    for item in item_ids(current):
        text = room.get(f"question.{item.lower().replace('-', '_')}")
        if text is None:
            yield f'seminar.json: no words for {item}'
            continue
        for language, most in (('ja', 20), ('en', 36)):
            lines = text[language].split('\n')
            if len(lines) != 2 or max(map(len, lines)) > most:
                yield f'seminar.json: {item}: {language}: not two lines of at most {most}'


def sample_time_runs_forward(data):
    last = ''
    for meta in data.sample['assessments.json']:
        times = [answer['at'] for answer in data.sample[meta['file']]['answers']]
        told = (meta['opened_at'], *times, *([meta['closed_at']] if meta['closed'] else []))
        if 'imported_at' in meta and max(told) > meta['imported_at']:
            yield f"{meta['file']}: {max(told)} comes after the import"
        for time in [meta['imported_at']] if 'imported_at' in meta else told:
            if time < last:
                yield f"{meta['file']}: {time} comes after {last}"
            last = time


def sample_totals_are_printed_ones(data):
    for name, (key, expected) in SAMPLE_TOTALS.items():
        points = sample_points(data, name)
        catalogue = data.catalogue(key)
        found = [sum(points[item['id']] for item in catalogue['items'] if item['section'] == section['id'])
                 for section in catalogue['sections']]
        if found != expected:
            yield f'{name}: {sum(found)} = {found}, expected {sum(expected)} = {expected}'


def sample_states_are_printed_ones(data):
    given = {answer['item']: answer['value'] for answer in data.sample['scs-2026.json']['answers']}
    for group, expected in zip(SAMPLE_SCS[::2], SAMPLE_SCS[1::2]):
        criteria = [item for item in data.catalogue('scs@2026-03-27')['items'] if item['level'] == '★3']
        found = ''.join(SCS_LETTERS[given.get(item['id'])] for item in criteria if item['group'] == group)
        if found != expected:
            yield f'{group}: {found}, expected {expected}'
    for name, expected in SAMPLE_LEVELS.items():
        found = ''.join(answer['value'] for answer in data.sample[name]['answers'])
        if found != expected.replace(' ', ''):
            yield f'{name}: {found}, expected {expected}'


def sample_changes_are_printed_ones(data):
    before, after = (sample_points(data, name) for name in ('answers-2025.json', 'answers-2026.json'))
    found = {int(item[3:]): (before[item], after[item]) for item in after if before[item] != after[item]}
    for number in sorted(set(found) | set(SAMPLE_RISEN)):
        if found.get(number) != SAMPLE_RISEN.get(number):
            yield f'item {number}: {found.get(number)}, expected {SAMPLE_RISEN.get(number)}'


def sample_statements_tell_nothing_false(data):
    answers = data.sample['answers-2026.json']['answers']
    for answer in answers + data.sample['scs-2026.json']['answers']:
        if ('statement' in answer) != ('statement_en' in answer):
            yield f"{answer['item']}: a statement in one language only"
        if 'statement' in answer and answer['value'] not in ('done', 'partial', 'met', 'partly'):
            yield f"{answer['item']}: a statement about what is not done"
    count = sum('statement' in answer for answer in answers)
    if count != SAMPLE_STATEMENTS:
        yield f'{count} statements, expected {SAMPLE_STATEMENTS}'


def sample_evidence_is_counted(data):
    known = {'items': item_ids(data.catalogue('ipa-self-check@4.0')),
             'rules': item_ids(data.catalogue('ipa-rules@4.0')),
             'scs': item_ids(data.catalogue('scs@2026-03-27')),
             'management': item_ids(data.catalogue('meti-management@3.0')),
             'declarations': [entry['id'] for entry in data.sample['declarations.json']]}
    evidence = data.sample['evidence.json']
    for entry in evidence:
        for field, ids in known.items():
            for found in entry.get(field, []):
                if found not in ids:
                    yield f"{entry['file']}: no {field} “{found}”"
    linked = [item for entry in evidence for item in entry['items']]
    found = [linked.count(item) for item in known['items']]
    if found != SAMPLE_EVIDENCE:
        yield f'{sum(found)} = {found}, expected {sum(SAMPLE_EVIDENCE)} = {SAMPLE_EVIDENCE}'


def sample_evidence_is_made(data):
    named = [entry['file'] for entry in data.sample['evidence.json']]
    for found in twice(named):
        yield f'{found}: stands twice'
    for found in sorted(set(named) ^ set(data.made)):
        yield f'{found}: named in evidence.json or made by the script, not both'
    for name, content in data.made.items():
        if not 100 < len(content) < 20000:
            yield f'{name}: {len(content)} bytes'


def sample_people_are_known(data):
    people = {person['name'] for person in data.sample['people.json']}
    for place, key, text in strings('sample', None, data.sample):
        if key in ('by', 'reviewed_by') and text not in people:
            yield f'{place}: “{text}” is not in people.json'
    for letters in RARE_LETTERS:
        if not any(letters in name for name in people):
            yield f'people.json: no name with {letters}'
        if not any(letters in answer['note'] for answer in data.sample['answers-2026.json']['answers']):
            yield f'answers-2026.json: no note with {letters}'


def sample_declarations_are_sound(data):
    editions = {c['edition'] for c in data.catalogues.values() if c['id'] == 'ipa-rules'}
    for entry in data.sample['declarations.json']:
        if not re.fullmatch(r'[45][0-9]{10}', entry['id']):
            yield f"{entry['id']}: not 11 digits that start with 4 or 5"
        if (entry['id'][0] == '5') != (entry['date'] >= '2026-04-01'):
            yield f"{entry['id']}: the wrong system for {entry['date']}"
        if entry['star'] not in (1, 2) or entry['edition'] not in editions:
            yield f"{entry['id']}: star {entry['star']}, edition {entry['edition']}"


def sample_policy_has_every_part(data):
    for policy in data.sample['policy.json']:
        for field in ('parts', 'parts_en'):
            if field in policy and list(policy[field]) != list(POLICY_TITLES):
                yield f"version {policy['version']}: {field} are {list(policy[field])}"


RULES = [
    files_are_readable, schemas_hold, names_agree, ids_are_unique, one_edition_is_current,
    items_point_to_what_exists, groups_have_a_place, confidence_is_said, counts_are_official,
    groups_are_official, criteria_are_official, ids_follow_numbers,
    areas_are_whole, scales_are_ours, bands_cover_every_total, official_titles_are_exact, texts_fit,
    both_languages_speak, questions_ask, figures_stand_in_the_question, no_two_items_say_the_same,
    own_words_are_said, what_is_not_asked_is_not_answered, placeholders_pair, characters_are_plain,
    the_guard_knows_right_from_wrong, no_claims_are_made, exempt_sentences_exist,
    mappings_lead_somewhere, sheets_are_understood, questionnaire_has_sixty_questions, readings_of_our_own_stay_careful, guides_tell_of_every_guideline,
    guides_admit_what_is_unknown, guides_speak_in_sentences, stars_follow_from_three_questions,
    subsidies_keep_to_their_day, subsidies_admit_what_is_open,
    pairs_say_why,
    documents_are_complete, papers_serve_every_criterion,
    promises_stand_in_the_text, rules_of_consistency_say_what_to_do, sample_answers_fit,
    training_answers_fit, rooms_are_asked_everything,
    sample_time_runs_forward, sample_totals_are_printed_ones, sample_states_are_printed_ones,
    sample_changes_are_printed_ones, sample_statements_tell_nothing_false, sample_evidence_is_counted,
    sample_evidence_is_made, sample_people_are_known, sample_declarations_are_sound, sample_policy_has_every_part,
]


# ---------------------------------------------------------------- breaking the data on purpose

CHECK = ('catalogues', 'ipa-self-check@4.0.json')
OLD_CHECK = ('catalogues', 'ipa-self-check@3.1.json')
SIX = ('catalogues', 'ipa-rules@4.0.json')
SCS = ('catalogues', 'scs@2026-03-27.json')
MANAGEMENT = ('catalogues', 'meti-management@3.0.json')
CLOUD = ('catalogues', 'cloud-check@4.0.json')
THREATS = ('catalogues', 'ipa-threats@2026.json')
CPSF = ('catalogues', 'cpsf@1.0.json')
CONSISTENCY = ('documents', 'consistency.json')
CARRY = ('mappings', 'ipa-rules@3.1--ipa-rules@4.0.json')
READING = ('mappings', 'ipa-self-check@4.0--scs@2026-03-27.json')
LIST = ('documents', 'documents.json')
SHEET = ('documents', 'self-check-result.json')
POLICY = ('documents', 'policy.json')
PREPARED = ('documents', PAPERS)
WORDING = ('documents', 'wording.json')
GUIDE = ('guides', 'scs.json')
STAR_GUIDE = ('guides', STARS)
SUBSIDY_GUIDE = ('guides', 'subsidies@2026-11-22.json')
CUSTOMER = ('sheets', 'customer.json')
QUESTIONS = ('questionnaire', 'questionnaire.csv')
GONE = object()
OUTSIDE_REF = {'scheme': 'nist-csf@2.0', 'item': 'XX'}
FIRST_ACTION = 'まず機器の一覧を作り、自動更新を有効にして、古い機器から入れ替え時期を決めます。'
RULE_TWICE = [{'scheme': 'ipa-rules@4.0', 'item': 'RU-1'}] * 2

# rule, file, path inside it, new value (GONE removes), words the finding must have
BREAKS = [
    (schemas_hold, CHECK, ['items', 0, 'confidence'], 'sure', 'sure'),
    (schemas_hold, CHECK, ['items', 0, 'why'], GONE, 'why'),
    (schemas_hold, CHECK, ['published'], '2026-13-27', '/published'),
    (schemas_hold, CHECK, ['source', 'url'], 'ipa.go.jp', '/source/url'),
    (schemas_hold, CHECK, ['colour'], 'blue', 'colour'),
    (schemas_hold, CHECK, ['scales', 0, 'values', 0, 'points'], GONE, 'points'),
    (schemas_hold, CHECK, ['license'], GONE, 'license'),
    (schemas_hold, CHECK, ['items', 0, 'figures'], [], 'items/0/figures'),
    (schemas_hold, CHECK, ['items', 0, 'caution'], {'ja': '注意。'}, 'items/0/caution'),
    (schemas_hold, CHECK, ['items', 0, 'refs', 0, 'item'], '2.1.1 (1)', 'refs/0/item'),
    (schemas_hold, CHECK, ['groups'], [{'id': 'g', 'number': '1', 'section': 'part-1', 'plain': {}}], 'groups/0'),
    (schemas_hold, CARRY, ['pairs', 0, 'relation'], 'same', 'same'),
    (schemas_hold, LIST, ['documents', 0, 'formats', 0], 'doc', 'documents.json'),
    (schemas_hold, WORDING, ['rules', 0, 'within'], 0, 'wording.json'),
    (schemas_hold, GUIDE, ['facts', 0, 'known'], 'sure', 'facts/0/known'),
    (schemas_hold, GUIDE, ['checked'], GONE, 'checked'),
    (schemas_hold, STAR_GUIDE, ['questions', 0, 'orderer'], GONE, 'orderer'),
    (schemas_hold, CUSTOMER, ['owner'], GONE, 'owner'),
    (sheets_are_understood, CUSTOMER, ['headings', 'answer', 0], '番号', '“番号” stands above two'),
    (sheets_are_understood, CUSTOMER, ['columns', 'answer', 'ja'], '返事', '“answer” is not understood'),
    (sheets_are_understood, CUSTOMER, ['scale', 'values', 0, 'mark'], 'good', '/scale'),
    (questionnaire_has_sixty_questions, QUESTIONS, [0, 0], 'No', 'headed'),
    (questionnaire_has_sixty_questions, QUESTIONS, [60, 0], '61', 'not numbered'),
    (questionnaire_has_sixty_questions, QUESTIONS, [7, 3], 'はい', '7: no question'),
    (questionnaire_has_sixty_questions, QUESTIONS, [2, 2], '停電や落雷から機器を守る設備がありますか。', 'asked twice'),
    (sheets_are_understood, CHECK, ['wording'], 'customer', 'is what a customer asks'),
    (guides_tell_of_every_guideline, GUIDE, ['id'], 'sc', 'nothing is said of scs'),
    (guides_tell_of_every_guideline, GUIDE, ['order'], 1, 'the place 1 stands twice'),
    (guides_tell_of_every_guideline, GUIDE, ['facts', 1, 'id'], 'start', '“start” stands twice'),
    (guides_admit_what_is_unknown, GUIDE, ['facts', 0, 'known'], 'confirmed', '“start” is not said'),
    (guides_admit_what_is_unknown, GUIDE, ['facts', 10, 'known'], 'reported', '“fee” is not said'),
    (guides_speak_in_sentences, GUIDE, ['what', 'ja'], '点検', 'scs.json/what'),
    (guides_speak_in_sentences, STAR_GUIDE, ['remark', 'ja'], 'あ' * 200 + '。', 'is the most'),
    (stars_follow_from_three_questions, STAR_GUIDE, ['questions', 0, 'id'], 'size', 'not the three questions'),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['checked'], '2026-11-21', 'was looked up on 2026-11-21'),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['durations', 1, 'id'], 'account-online', '“account-online” stands twice'),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['subsidies', 0, 'facts', 0, 'checked'], '2026-11-23', 'after all of it'),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['subsidies', 1, 'rounds', 0, 'date'], '2026-06-15', 'digital-ai-2026-security: ['),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['durations', 3, 'subsidy'], 'osaka', 'there is no osaka'),
    (subsidies_keep_to_their_day, SUBSIDY_GUIDE, ['durations', 1, 'most'], 13, 'at most 13 days'),
    (subsidies_admit_what_is_open, SUBSIDY_GUIDE, ['subsidies', 1, 'star', 'needs'], 'two', 'two, disputed'),
    (subsidies_admit_what_is_open, SUBSIDY_GUIDE, ['subsidies', 2, 'star', 'known'], 'unknown', 'two, unknown'),
    (subsidies_admit_what_is_open, SUBSIDY_GUIDE, ['subsidies', 1, 'ended'], True, 'is offered no more and closes'),
    (guides_speak_in_sentences, SUBSIDY_GUIDE, ['subsidies', 0, 'later', 'en'], 'Not known', '/later'),
    (stars_follow_from_three_questions, STAR_GUIDE, ['answers', 0, 'id'], 'open', 'not the three answers'),
    (names_agree, CHECK, ['edition'], '4.1', 'holds ipa-self-check@4.1'),
    (names_agree, CARRY, ['to'], 'ipa-rules@4.1', 'holds'),
    (ids_are_unique, CHECK, ['items', 1, 'id'], 'SD-01', 'items: “SD-01”'),
    (ids_are_unique, CHECK, ['items', 1, 'number'], '1', 'the number 1'),
    (ids_are_unique, CHECK, ['scales', 0, 'values', 1, 'key'], 'done', '“done” stands twice'),
    (one_edition_is_current, OLD_CHECK, ['status'], 'current', '2 editions'),
    (items_point_to_what_exists, CHECK, ['items', 3, 'section'], 'part-9', 'SD-04: no section'),
    (items_point_to_what_exists, CHECK, ['items', 3, 'area'], 'moon', 'SD-04: no area'),
    (items_point_to_what_exists, CHECK, ['items', 3, 'scale'], 'met', 'SD-04: no scale'),
    (items_point_to_what_exists, CHECK, ['items', 3, 'level'], '★9', 'SD-04: no level'),
    (items_point_to_what_exists, CHECK, ['items', 0, 'refs', 0, 'item'], 'RU-9', 'no ipa-rules@4.0 RU-9'),
    (items_point_to_what_exists, CHECK, ['items', 0, 'refs', 0], OUTSIDE_REF, 'no nist-csf@2.0 XX'),
    (items_point_to_what_exists, CHECK, ['items', 0, 'refs'], RULE_TWICE, 'RU-1 stands twice'),
    (items_point_to_what_exists, SCS, ['items', 0, 'refs', 0, 'item'], 'A5.31', 'no iso-27001@2022 A5.31'),
    (groups_have_a_place, SCS, ['items', 0, 'section'], 'category-2', '1-1-1-1: its group is in another'),
    (groups_have_a_place, SCS, ['groups', 0, 'level'], '★3', '1-1-1: “★3” is not the lowest'),
    (groups_have_a_place, CHECK, ['groups'], [{'id': 'g', 'section': 'part-9'}], 'g: no section'),
    (groups_have_a_place, CHECK, ['groups'], [{'id': 'g', 'section': 'part-1', 'level': '★★'}], 'not the lowest'),
    (confidence_is_said, CHECK, ['inherited_note'], GONE, 'inherited_note'),
    (counts_are_official, CHECK, ['items', 24], GONE, '[5, 13, 6]'),
    (counts_are_official, CHECK, ['items', 5, 'section'], 'part-1', '[6, 12, 7]'),
    (counts_are_official, SIX, ['items', 5], GONE, 'expected [6]'),
    (counts_are_official, SIX, ['items', 5, 'number'], '7', 'do not run'),
    (confidence_is_said, SCS, ['items', 3, 'confidence'], 'reported', "'reported': 73"),
    (confidence_is_said, SCS, ['items', 3, 'level'], '★4', '1-2-1-1: confirmed at ★4'),
    (confidence_is_said, CPSF, ['items', 1, 'confidence'], 'confirmed', "'confirmed': 16"),
    (counts_are_official, SCS, ['items', 152], GONE, '8, 6, 1]'),
    (counts_are_official, THREATS, ['items', 9], GONE, 'expected [10]'),
    (groups_are_official, SCS, ['groups', 42], GONE, 'not the 43 groups'),
    (groups_are_official, SCS, ['items', 3, 'level'], '★4', '1-2-1: (2, 2) items, expected (3, 1)'),
    (groups_are_official, SCS, ['items', 3, 'id'], '1-2-1-9', '1-2-1: the ids'),
    (groups_are_official, MANAGEMENT, ['items', 42], GONE, 'MG-10: 1 items, expected 2'),
    (groups_are_official, CPSF, ['items', 0, 'group'], 'CPS.BE', 'CPS.AM: 6 items'),
    (criteria_are_official, SCS, ['items', 0, 'caution'], {'ja': '注意。'}, 'cautions: 1-1-1-1'),
    (criteria_are_official, SCS, ['items', 0, 'cadence'], 'monthly', 'monthly: 1-1-1-1'),
    (criteria_are_official, SCS, ['items', 0, 'duties'], ['on-incident'], 'duties: on-incident: 1-1-1-1'),
    (criteria_are_official, SCS, ['items', 1, 'figures'], GONE, '1-1-1-2: yearly'),
    (ids_follow_numbers, CLOUD, ['items', 4, 'id'], 'CL-5', 'CL-5'),
    (ids_follow_numbers, CHECK, ['items', 4, 'id'], 'SD-50', 'SD-50'),
    (areas_are_whole, CHECK, ['items', 8, 'area'], 'mail', 'area devices'),
    (scales_are_ours, CHECK, ['scales', 0, 'values', 3, 'points'], 0, 'scale points'),
    (scales_are_ours, SCS, ['scales', 0, 'values', 1, 'key'], 'partial', 'scale met'),
    (scales_are_ours, MANAGEMENT, ['scales', 0, 'values', 2, 'mark'], 'done', 'scale maturity'),
    (scales_are_ours, SIX, ['scales', 0, 'values', 0, 'key'], 'yes', 'scale effort'),
    (bands_cover_every_total, CHECK, ['bands', 2, 'min'], 51, 'ends at 50'),
    (bands_cover_every_total, CHECK, ['bands', 3, 'min'], 0, 'the least total is -25'),
    (bands_cover_every_total, CHECK, ['scoring', 'max'], 99, 'not 99'),
    (official_titles_are_exact, SIX, ['items', 5, 'title', 'ja'], 'バックアップをとろう！', 'バックアップをとろう'),
    (official_titles_are_exact, SCS, ['groups', 0, 'title', 'ja'], '社内規則', '“社内規則” is not “社内ルール”'),
    (official_titles_are_exact, THREATS, ['items', 0, 'title', 'ja'], 'ランサムウェア', 'TH-01: “ランサムウェア”'),
    (official_titles_are_exact, POLICY, ['parts', 3, 'title', 'ja'], '従業員の取り組み', '取り組み'),
    (texts_fit, CHECK, ['scales', 0, 'values', 0, 'means', 'ja'], 'あ' * 25, '25 characters'),
    (texts_fit, CHECK, ['items', 0, 'short', 'ja'], 'あ' * 13, '13 characters'),
    (texts_fit, CHECK, ['items', 0, 'short', 'en'], 'one two three four five', 'more than 4'),
    (texts_fit, CHECK, ['sections', 0, 'title', 'ja'], 'あ' * 11, '11 characters'),
    (texts_fit, CHECK, ['sections', 0, 'short'], {'ja': 'あ' * 11, 'en': 'a'}, '11 characters'),
    (texts_fit, CHECK, ['items', 0, 'why', 'ja'], 'あ' * 91, '91 characters'),
    (texts_fit, CHECK, ['items', 0, 'caution'], {'ja': 'あ' * 161}, '161 characters'),
    (texts_fit, CHECK, ['items', 0, 'figures'], [{'ja': '1' * 25}], '25 characters'),
    (texts_fit, CHECK, ['groups'], [{'id': 'g', 'short': {'ja': 'あ' * 13}}], '13 characters'),
    (both_languages_speak, CHECK, ['items', 0, 'good', 'en'], '', 'no en'),
    (both_languages_speak, SHEET, ['strings', 'heading.result', 'ja'], GONE, 'no ja'),
    (both_languages_speak, SHEET, ['strings', 'heading.result', 'en'], '総合結果', 'Japanese in'),
    (questions_ask, CHECK, ['items', 0, 'question', 'ja'], '更新します。', 'SD-01: the question'),
    (questions_ask, CHECK, ['items', 0, 'good', 'ja'], '更新済み', 'SD-01: good'),
    (questions_ask, CHECK, ['items', 0, 'caution'], {'ja': '注意', 'en': 'Careful'}, 'SD-01: caution'),
    (figures_stand_in_the_question, CHECK, ['items', 0, 'figures'], [{'ja': '14日以内', 'en': 'in 14 days'}], '14日以内'),
    (no_two_items_say_the_same, CHECK, ['items', 1, 'action', 'ja'], FIRST_ACTION, 'the same action'),
    (own_words_are_said, CHECK, ['edition_note', 'ja'], '第4.0版。', 'whose words'),
    (what_is_not_asked_is_not_answered, CHECK, ['items', 0, 'question'], GONE, 'SD-01: scale without'),
    (placeholders_pair, SHEET, ['strings', 'score.of_max', 'en'], 'of 100', "['max']"),
    (placeholders_pair, SHEET, ['strings', 'score.unit', 'ja'], '点{', 'a brace'),
    (characters_are_plain, CHECK, ['items', 0, 'why', 'ja'], '第\u20604版', 'WORD JOINER'),
    (characters_are_plain, LIST, ['common', 'tag.copy', 'ja'], 'ｳﾂｼ', 'half-width'),
    (characters_are_plain, SHEET, ['strings', 'score.unit', 'ja'], '\ue001', 'private-use'),
    (the_guard_knows_right_from_wrong, WORDING, ['rules', 0, 'claim'], ['合格'], '二つ星を取得'),
    (the_guard_knows_right_from_wrong, WORDING, ['rules', 0, 'claim'], ['宣言'], 'fires on'),
    (no_claims_are_made, CHECK, ['items', 0, 'good', 'ja'], '二つ星の認定を受けます。', 'star-claim.ja'),
    (no_claims_are_made, POLICY, ['parts', 0, 'text', 'en'], '{company} is certified by IPA.', 'star-claim.en'),
    (no_claims_are_made, CLOUD, ['items', 8, 'title', 'ja'], '利用者の認証を厳しく行う', '認証'),
    (no_claims_are_made, CLOUD, ['items', 8, 'short', 'ja'], '利用者の認証を厳格に行う', '認証'),
    (no_claims_are_made, SHEET, ['strings', 'note.details', 'ja'], '合格です', '合格'),
    (no_claims_are_made, SCS, ['items', 0, 'good', 'ja'], '派遣社員も社員も守っている状態です。', '“社員”'),
    (no_claims_are_made, SCS, ['items', 0, 'good', 'ja'], '認証されている状態です。', '“認証”'),
    (no_claims_are_made, WORDING, ['exempt'], [], 'disclaimers/self-declaration'),
    (no_claims_are_made, ('sample', 'answers-2026.json'), ['answers', 10, 'note'], '控えを取る', '控え'),
    (exempt_sentences_exist, WORDING, ['exempt', 0], 'disclaimer.none', 'disclaimer.none'),
    (mappings_lead_somewhere, CARRY, ['pairs', 0, 'to'], 'RU-9', 'no ipa-rules@4.0 RU-9'),
    (mappings_lead_somewhere, CARRY, ['pairs', 4], GONE, '4 pairs'),
    (mappings_lead_somewhere, CARRY, ['from'], 'ipa-rules@9', 'no ipa-rules@9 RU-1'),
    (mappings_lead_somewhere, READING, ['pairs', 1, 'to'], '4-4-4-1', 'stands twice'),
    (mappings_lead_somewhere, READING, ['pairs', 0, 'to'], '4-4-4-9', 'no scs@2026-03-27 4-4-4-9'),
    (readings_of_our_own_stay_careful, READING, ['pairs', 0, 'relation'], 'equal', 'equal, own'),
    (readings_of_our_own_stay_careful, READING, ['pairs', 0, 'basis'], 'official', 'intersects, official'),
    (readings_of_our_own_stay_careful, READING, ['pairs', 0, 'confidence'], 'confirmed', 'nothing official'),
    (readings_of_our_own_stay_careful, READING, ['to'], 'cpsf@1.0', 'asks nothing'),
    (pairs_say_why, READING, ['pairs', 0, 'why'], GONE, 'no sentence'),
    (pairs_say_why, READING, ['pairs', 0, 'why', 'en'], 'Keys', 'no sentence'),
    (pairs_say_why, READING, ['pairs', 0, 'why', 'ja'], 'あ' * 60 + '。', '61 characters'),
    (documents_are_complete, LIST, ['documents', 0, 'disclaimer'], 'none', 'no disclaimer'),
    (documents_are_complete, LIST, ['documents', 0, 'id'], 'no-such-sheet', 'no-such-sheet.json'),
    (documents_are_complete, LIST, ['documents', 1, 'prefix'], 'SC', 'prefix “SC”'),
    (schemas_hold, PREPARED, ['papers', 0, 'items'], [], PAPERS),
    (schemas_hold, PREPARED, ['papers', 0, 'holds'], GONE, PAPERS),
    (papers_serve_every_criterion, PREPARED, ['papers', 0, 'items', 0], '1-2-1-9', '1-2-1-9 is no criterion'),
    (papers_serve_every_criterion, PREPARED, ['papers', 0, 'items', 0], '1-2-1-4', '1-2-1-4 is no criterion'),
    (papers_serve_every_criterion, PREPARED, ['papers', 0, 'items', 0], GONE, 'no document serves 1-2-1-1'),
    (papers_serve_every_criterion, PREPARED, ['papers', 1, 'id'], 'organisation', '“organisation” stands twice'),
    (papers_serve_every_criterion, PREPARED, ['papers', 0, 'items'], ['1-2-1-2', '1-2-1-1', '1-2-1-3'], 'not in their order'),
    (promises_stand_in_the_text, POLICY, ['parts', 5, 'promises', 0, 'phrase', 'ja'], 'すぐに', '“すぐに”'),
    (promises_stand_in_the_text, POLICY, ['parts', 5, 'promises', 0, 'instead', 'ja'], '必ず速やかに対処し', '“必ず速やかに対処し”'),
    (promises_stand_in_the_text, POLICY, ['parts', 5, 'promises', 0, 'item', 'item'], 'SD-99', 'SD-99'),
    (promises_stand_in_the_text, POLICY, ['shown_by', 0, 'item'], 'SG-E9', 'SG-E9'),
    (rules_of_consistency_say_what_to_do, CONSISTENCY, ['strings', 'evidence_expired'], GONE, 'no sentence'),
    (rules_of_consistency_say_what_to_do, CONSISTENCY, ['strings', 'review_overdue.advice'], GONE, 'no advice'),
    (sample_answers_fit, ('sample', 'answers-2026.json'), ['answers', 3], GONE, 'not every item'),
    (training_answers_fit, ('training', 'answers.json'), ['answers', 3, 'value'], 'yes', 'no value'),
    (rooms_are_asked_everything, ('documents', 'seminar.json'), ['strings', 'question.sd_11'], GONE, 'no words for SD-11'),
    (rooms_are_asked_everything, ('documents', 'seminar.json'), ['strings', 'question.sd_11', 'en'], 'One line', 'two lines'),
    (sample_answers_fit, ('sample', 'answers-2026.json'), ['answers', 3, 'value'], 'yes', 'no value'),
    (sample_answers_fit, ('sample', 'answers-2026.json'), ['answers', 3, 'at'], '2026-12-01T09:00:00+09:00', 'outside'),
    (sample_time_runs_forward, ('sample', 'answers-2026.json'), ['answers', 3, 'at'], '2026-11-19T09:00:00+09:00', 'comes after'),
    (sample_time_runs_forward, ('sample', 'assessments.json'), [2, 'opened_at'], '2026-11-20T09:00:00+09:00', 'comes after'),
    (sample_totals_are_printed_ones, ('sample', 'answers-2026.json'), ['answers', 0, 'value'], 'partial', '70 ='),
    (sample_totals_are_printed_ones, ('sample', 'answers-2025.json'), ['answers', 20, 'value'], 'not-done', '48 ='),
    (sample_answers_fit, ('sample', 'scs-2026.json'), ['answers', 0, 'value'], 'done', 'no value'),
    (sample_time_runs_forward, ('sample', 'assessments.json'), [6, 'imported_at'], '2026-11-19T09:00:00+09:00', 'the import'),
    (sample_states_are_printed_ones, ('sample', 'scs-2026.json'), ['answers', 0, 'value'], 'partly', '1-2-1: tot'),
    (sample_states_are_printed_ones, ('sample', 'scs-2026.json'), ['answers', 0], GONE, '1-2-1: .ot'),
    (sample_states_are_printed_ones, ('sample', 'management-2025.json'), ['answers', 0, 'value'], '5', 'management-2025'),
    (sample_statements_tell_nothing_false, ('sample', 'scs-2026.json'), ['answers', 18, 'statement'], 'x', '3-1-3-1'),
    (sample_evidence_is_counted, ('sample', 'evidence.json'), [0, 'scs', 0], '9-9-9-9', '“9-9-9-9”'),
    (sample_changes_are_printed_ones, ('sample', 'answers-2025.json'), ['answers', 0, 'value'], 'partial', 'item 1'),
    (sample_statements_tell_nothing_false, ('sample', 'answers-2026.json'), ['answers', 23, 'statement'], 'x', 'SD-24'),
    (sample_statements_tell_nothing_false, ('sample', 'answers-2026.json'), ['answers', 0, 'statement'], GONE, '18'),
    (sample_statements_tell_nothing_false, ('sample', 'answers-2026.json'), ['answers', 0, 'statement_en'], GONE, 'one language'),
    (sample_evidence_is_counted, ('sample', 'evidence.json'), [0, 'items'], ['SD-01'], '34 ='),
    (sample_evidence_is_counted, ('sample', 'evidence.json'), [0, 'items', 0], 'SD-99', '“SD-99”'),
    (sample_evidence_is_made, ('sample', 'evidence.json'), [0, 'file'], 'x.csv', 'x.csv'),
    (sample_people_are_known, ('sample', 'answers-2026.json'), ['answers', 0, 'by'], '山田 太郎', '山田'),
    (sample_people_are_known, ('sample', 'people.json'), [2, 'name'], '吉田 直子', '\U00020BB7'),
    (sample_declarations_are_sound, ('sample', 'declarations.json'), [1, 'id'], '60000000000', '60000000000'),
    (sample_declarations_are_sound, ('sample', 'declarations.json'), [0, 'date'], '2026-11-01', 'wrong system'),
    (sample_policy_has_every_part, ('sample', 'policy.json'), [0, 'parts', 'law'], GONE, 'version 1'),
]


FILE_BY_FILE = (schemas_hold, both_languages_speak, placeholders_pair, characters_are_plain)


def set_at(value, path, new):
    for step in path[:-1]:
        value = value[step]
    if new is GONE:
        del value[path[-1]]
    else:
        value[path[-1]] = new


def broken(data, place, path, new):
    result = copy.copy(data)
    folder, name = place
    files = dict(getattr(data, folder))
    files[name] = copy.deepcopy(files[name])
    set_at(files[name], path, new)
    setattr(result, folder, files)
    return result


# ---------------------------------------------------------------- TAP

def say(number, good, name, findings=()):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    for finding in findings:
        print(f'# {finding}')


def check(data):
    print(f'1..{len(RULES)}')
    failed = 0
    for number, rule in enumerate(RULES, 1):
        findings = list(rule(data))
        failed += bool(findings)
        say(number, not findings, rule.__name__.replace('_', ' '), findings)
    return failed


def twins_are_found():
    try:
        json.loads('{"a": 1, "a": 2}', object_pairs_hook=no_twins)
    except ValueError as error:
        return 'stands twice' in str(error)
    return False


def alone(data, rule, place):
    """For rules that look at one file after another: only the file that will be broken."""
    if rule not in FILE_BY_FILE:
        return data
    result = copy.copy(data)
    for folder in ('catalogues', 'mappings', 'guides', 'sheets', 'documents', 'sample'):
        kept = {name: file for name, file in getattr(data, folder).items()
                if (folder, name) in (place, WORDING, LIST)}
        setattr(result, folder, kept)
    return result


def self_test(data):
    untested = {rule.__name__ for rule in RULES} - {rule.__name__ for rule, *_ in BREAKS} - {'files_are_readable'}
    print(f'1..{len(BREAKS) + 2}')
    failed = 0
    before = {}
    for number, (rule, place, path, new, words) in enumerate(BREAKS, 1):
        if rule not in before:
            before[rule] = list(rule(data))
        after = [finding for finding in rule(broken(alone(data, rule, place), place, path, new))
                 if finding not in before[rule]]
        good = any(words in finding for finding in after)
        failed += not good
        name = f"{rule.__name__.replace('_', ' ')}: {place[1]} /{'/'.join(map(str, path))}"
        say(number, good, name, () if good else [f'expected “{words}”, found {after[:3]}'])
    say(len(BREAKS) + 1, twins_are_found(), 'a key that stands twice is found')
    say(len(BREAKS) + 2, not untested, 'every rule has a break', sorted(untested))
    return failed + (not twins_are_found()) + bool(untested)


def main():
    words = sys.argv[1:]
    act = self_test if words[:1] == ['--self-test'] else check
    if len(words) != 1 + (act is self_test):
        sys.exit('usage: check-data.py [--self-test] DATA')
    sys.exit(1 if act(Data(pathlib.Path(words[-1]))) else 0)


if __name__ == '__main__':
    main()
