#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-evidence.py FOLDER: write the evidence files of the sample company.

The same bytes every time: no clock, no random numbers, nothing but the standard library.
Which file proves what stands in hinata/evidence.json.
"""
import struct
import sys
import zlib
from pathlib import Path

COMPANY = '株式会社ひなた精工（見本）'

# ---------------------------------------------------------------- tables and notes

TABLES = {
    'kiki-ichiran-2026-11.csv': [
        ['No.', '機器', '場所', 'OS・ソフトのバージョン', '自動更新', '保護機能', '保管', '確認日'],
        *[[str(n), f'パソコン {n:02d}', '工場' if n > 12 else '事務所', '最新', '有効', '有効',
           '鍵付き収納' if n in (3, 5, 8, 9, 11, 14) else '机', '2026-11-02'] for n in range(1, 22)],
        ['22', 'ルーター', '事務所', '最新', '保守会社', '－', '機器棚', '2026-10-07'],
    ],
    'kengen-2026-10.csv': [
        ['対象', '使える部署', '人数', '多要素認証', '共用ID', '点検日'],
        ['会計', '代表、総務課', '3', '有効', '0', '2026-10-15'],
        ['給与', '代表、総務課', '2', '有効', '0', '2026-10-15'],
        ['図面サーバー', '製造課、営業課', '11', '無効', '2', '2026-10-15'],
        ['見積フォルダー', '営業課', '4', '無効', '0', '2026-10-15'],
        ['共有フォルダー', '全員', '18', '無効', '0', '2026-10-15'],
    ],
    'backup-log-2026-11.csv': [
        ['日付', '開始', '対象', '保存先', '結果'],
        *[[f'2026-11-{day:02d}', '23:00', '図面・会計・共有',
           '外付け媒体（切り離し）' if day in (6, 13) else '事務所の保存装置', '正常']
          for day in range(1, 20)],
    ],
    'daichou-2026-10.csv': [
        ['日付', '種類', '内容', '時刻', '確認した人'],
        ['2026-10-02', '受付', '来訪者2名、総務課が付き添い', '10:05', '山﨑'],
        ['2026-10-05', '持ち出し', '営業用ノートパソコン', '13:20', '原'],
        ['2026-10-06', '返却', '営業用ノートパソコン', '17:40', '原'],
        ['2026-10-14', '受付', '保守会社1名、製造課が付き添い', '14:00', '小口'],
        ['2026-10-20', '廃棄', '期限を過ぎた書類 2箱', '16:30', '\U00020BB7田'],
        *[[f'2026-10-{day:02d}', '最終退室', '施錠を確認', f'18:{day:02d}', '葛\U000E0100城']
          for day in (1, 2, 5, 6, 7, 8, 9, 30)],
    ],
    'seiyaku-oboegaki.csv': [
        ['種類', '相手', '日付', '受領'],
        *[['誓約書', f'従業員 {n:02d}', '2026-04-01' if n > 14 else '2019-04-01', '済み']
          for n in range(1, 19)],
        *[['覚書', f'外注先 {letter}社', '2026-06-26', '済み'] for letter in 'ABCDEFG'],
    ],
}

NOTES = {
    'benkyokai-1016.txt': [
        f'{COMPANY}　勉強会の記録', '', '日時　2026年10月16日　16時30分から30分', '場所　食堂',
        '出席　18名（全員）', '', '要点', '1　取引先を装うメールの見分け方。迷ったら総務課に聞く。',
        '2　席を離れるときは画面をロックする。', '3　持ち出しは台帳に書いてから。', '',
        '記録　山﨑 健太',
    ],
    'tebiki.txt': [
        f'{COMPANY}　従業員の手引き', '', '2026年4月10日', '',
        '第1章　パスワード　12文字以上にし、使い回さない。',
        '第2章　メール　添付とリンクは開く前に確かめ、迷ったら総務課に聞く。',
        '第3章　来客　受付簿に記入してもらい、担当者が付き添う。',
        '第4章　Webの使い方　仕事に要るページだけを開く。',
        '第5章　バックアップ　毎晩の結果を翌朝に確かめ、週1回、外付け媒体を切り離す。',
        '第6章　捨て方　書類は溶解の箱へ、記録媒体は総務課へ。',
        '第7章　勉強会　4月と10月に全員で30分。',
    ],
    'kunren-2026-07.txt': [
        f'{COMPANY}　標的型メール訓練の結果', '', '実施日　2026年7月24日', '対象　18名',
        '開いた人　2名', '総務課に知らせた人　11名', '',
        '見分け方を掲示し、10月の勉強会でもう一度説明する。', '', '記録　山﨑 健太',
    ],
    'fukugen-0912.txt': [
        f'{COMPANY}　復元を試した記録', '', '実施日　2026年9月12日', '立ち会い　総務課 山﨑、製造課 小口',
        '対象　図面 120件、会計データ 一式', 'かかった時間　42分', '結果　すべて開けることを確かめた。', '',
        '次回　2027年3月',
    ],
    'hinagata.txt': [
        f'{COMPANY}　誓約書と覚書のひな形', '', '2026年4月1日', '',
        '誓約書　仕事で知った情報を、在職中も退職後も外に漏らしません。', '',
        '覚書1　お預けした図面は、決めた目的だけに使います。', '覚書2　仕事が終わったら、図面を返すか消します。',
        '覚書3　事故のときは、すぐにお互いに連絡します。',
    ],
    'chorei-1124.txt': [
        f'{COMPANY}　朝礼の記録', '', '日時　2026年11月24日　8時15分', '話した人　代表取締役 髙橋 美咲', '',
        '・情報セキュリティ基本方針を改定し、ウェブサイトに公開したことを伝えた。',
        '・SECURITY ACTION 二つ星を宣言したことを伝えた。', '・手引きを全員に配った。', '',
        '記録　山﨑 健太',
    ],
}

# Papers that came from outside or were signed, as a scanner sees them: the lengths of their lines.
SCANS = {
    'hoshu-q2.pdf': ('2026-10-07', [[210], [], [120, 160], [90, 200, 60], [180, 110], [70, 140]], False),
    'haiki-shoumei.pdf': ('2026-08-08', [[240], [], [100, 180], [130, 90], [], [260]], True),
    'id-notice.pdf': ('2026-11-23', [[180], [], [140, 60], [110, 150], [], [200, 80]], False),
    'kihon-hoshin-signed.pdf': ('2026-11-23', [[260, 150], [380], [], [110], [340], [130], [290], [100], [320],
                                               [170], [360], [120], [330]], True),
}


def csv_bytes(rows):
    lines = (','.join(f'"{cell}"' if ',' in cell else cell for cell in row) for row in rows)
    return '\ufeff'.encode() + ''.join(line + '\r\n' for line in lines).encode()


def text_bytes(lines):
    return ''.join(line + '\n' for line in lines).encode()


# ---------------------------------------------------------------- a scanned page as PDF

def scanned_page(date, lines, signed):
    parts = ['0.106 0.227 0.420 rg 72 752 240 18 re f', '0.8 w 72 738 m 523 738 l S',
             '0.13 g', f'BT /F1 10 Tf 1 0 0 1 460 756 Tm ({date}) Tj ET']
    for n, lengths in enumerate(lines):
        x = 72
        for length in lengths:
            parts.append(f'{x} {700 - 30 * n} {length} 7 re f')
            x += length + 9
    if signed:
        parts.append('1.4 w 0.106 0.227 0.420 RG 350 150 m 372 182 388 120 404 156 c'
                     ' 420 190 436 128 470 160 c S 0.5 w 0 G 330 138 m 500 138 l S')
    parts.append('BT /F1 9 Tf 1 0 0 1 72 60 Tm (SAMPLE) Tj ET')
    return '\n'.join(parts).encode('ascii')


def pdf_bytes(date, lines, signed):
    page = scanned_page(date, lines, signed)
    objects = [
        b'<< /Type /Catalog /Pages 2 0 R >>',
        b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R'
        b' /Resources << /Font << /F1 5 0 R >> >> >>',
        b'<< /Length %d >>\nstream\n%s\nendstream' % (len(page), page),
        b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ]
    out = bytearray(b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, body)
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % offset for offset in offsets)
    out += b'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, start)
    return bytes(out)


# ---------------------------------------------------------------- pictures of screens

WHITE, INK, NAVY, TINT, LINE, GREEN = range(6)
PALETTE = bytes.fromhex('ffffff' '202020' '1b3a6b' 'e9edf4' '8c8c8c' '2f8f6b')


class Picture:
    """A drawing of flat rectangles, written as an indexed PNG."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.rows = [bytearray(width) for _ in range(height)]

    def fill(self, x, y, width, height, colour):
        for row in self.rows[y:y + height]:
            row[x:x + width] = bytes([colour]) * width

    def frame(self, x, y, width, height, colour):
        self.fill(x, y, width, 2, colour)
        self.fill(x, y + height - 2, width, 2, colour)
        self.fill(x, y, 2, height, colour)
        self.fill(x + width - 2, y, 2, height, colour)

    def words(self, x, y, lengths):
        """A line of writing, seen from too far away to read."""
        for length in lengths:
            self.fill(x, y, length, 8, INK)
            x += length + 8

    def png(self):
        def chunk(kind, body):
            return (struct.pack('>I', len(body)) + kind + body
                    + struct.pack('>I', zlib.crc32(kind + body)))
        head = struct.pack('>IIBBBBB', self.width, self.height, 8, 3, 0, 0, 0)
        body = zlib.compress(b''.join(b'\0' + bytes(row) for row in self.rows), 9)
        return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'PLTE', PALETTE)
                + chunk(b'IDAT', body) + chunk(b'IEND', b''))


def window(title_lengths):
    picture = Picture(640, 400)
    picture.frame(0, 0, 640, 400, LINE)
    picture.fill(2, 2, 636, 34, NAVY)
    x = 16
    for length in title_lengths:
        picture.fill(x, 14, length, 10, WHITE)
        x += length + 8
    return picture


def settings_screen(rows, on):
    picture = window([90, 60])
    picture.fill(2, 36, 150, 362, TINT)
    for n in range(5):
        picture.words(18, 60 + 34 * n, [70 + 9 * (n % 3)])
    for n in range(rows):
        y = 64 + 44 * n
        picture.words(180, y, [60 + 23 * (n % 4), 90 - 15 * (n % 3)])
        picture.fill(180, y + 26, 430, 1, LINE)
        picture.frame(560, y - 6, 44, 22, INK)
        if n in on:
            picture.fill(584, y - 2, 16, 14, GREEN)
        else:
            picture.fill(564, y - 2, 16, 14, LINE)
    return picture


def storage_plan():
    picture = Picture(640, 400)
    picture.frame(20, 20, 600, 360, INK)
    picture.fill(300, 20, 2, 240, INK)
    for x, y, width, height in ((50, 50, 90, 150), (160, 50, 90, 150), (340, 50, 240, 70), (340, 160, 110, 80)):
        picture.frame(x, y, width, height, NAVY)
        picture.fill(x + width // 2 - 5, y + height // 2 - 5, 10, 10, GREEN)
    picture.fill(280, 376, 80, 6, WHITE)
    for n in range(3):
        picture.fill(50, 290 + 24 * n, 12, 12, (NAVY, GREEN, INK)[n])
        picture.words(74, 292 + 24 * n, [80, 50 + 20 * n])
    return picture


def completion_screen():
    picture = window([70, 110])
    picture.fill(290, 80, 60, 60, GREEN)
    picture.fill(306, 108, 12, 12, WHITE)
    picture.fill(316, 98, 18, 10, WHITE)
    picture.words(190, 170, [80, 60, 100])
    picture.frame(170, 210, 300, 56, INK)
    for n in range(11):
        picture.fill(196 + 23 * n, 226, 14, 24, NAVY)
    picture.words(220, 300, [110, 80])
    return picture


def web_page():
    picture = Picture(640, 860)
    picture.frame(0, 0, 640, 860, LINE)
    picture.fill(2, 2, 636, 70, NAVY)
    picture.fill(30, 28, 180, 18, WHITE)
    picture.words(60, 110, [220])
    for n in range(3):
        picture.words(60, 150 + 22 * n, [160, 120, 200 - 40 * n])
    for part in range(5):
        y = 250 + 90 * part
        picture.fill(60, y, 6, 20, NAVY)
        picture.words(76, y + 6, [120 + 14 * part])
        picture.words(76, y + 34, [200, 150, 90])
        picture.words(76, y + 54, [120 + 20 * part])
    picture.words(380, 740, [150])
    picture.words(380, 770, [70, 100])
    return picture


def files():
    yield from ((name, csv_bytes(rows)) for name, rows in TABLES.items())
    yield from ((name, text_bytes(lines)) for name, lines in NOTES.items())
    yield from ((name, pdf_bytes(*scan)) for name, scan in SCANS.items())
    yield 'settei-gamen.png', settings_screen(7, {0, 1, 2, 3, 4, 5, 6}).png()
    yield 'mail-settei.png', settings_screen(5, {0, 1, 3}).png()
    yield 'hokan-basho.png', storage_plan().png()
    yield 'sengen-kanryo.png', completion_screen().png()
    yield 'security-page.png', web_page().png()


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: make-evidence.py FOLDER')
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files():
        (folder / name).write_bytes(content)


if __name__ == '__main__':
    main()
