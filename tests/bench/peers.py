# SPDX-License-Identifier: GPL-3.0-or-later
"""The same words as a sheet of ours, in the same fonts, for other programs to set.

Their document is simpler than the sheet: its tables are tables, everything else is plain paragraphs;
no charts, QR code, stamp boxes or attached record. What is left out counts for them.
"""
import csv
import html
import shutil
import subprocess

FONT = "BIZ UDPGothic"
DIGITS = "BIZ UDGothic"


def read_words(pdf, table):
    """The rows of the sheet's table, and the lines of the sheet that are not in it."""
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    inside = "".join("".join(cells) for cells in rows).replace(" ", "")
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    lines = [line.strip() for line in text.replace("\f", "\n").splitlines()]
    return rows, [line for line in lines if line and line.replace(" ", "") not in inside]


def to_html(rows, lines):
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return (f"<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><title>sheet</title><style>"
            f"@page{{size:A4;margin:18mm}}body{{font:9pt '{FONT}','Noto Sans CJK JP'}}p{{margin:0}}"
            f"p:first-child,th{{font-weight:bold}}td{{font-family:'{DIGITS}','Noto Sans CJK JP';border:.5pt solid}}"
            f"td:nth-child(3){{font-weight:bold}}"
            f"table{{border-collapse:collapse}}</style></head><body>{paragraphs}<table>{cells}</table></body></html>")


def to_odt(rows, lines):
    """A flat OpenDocument text: LibreOffice reads it faster than a web page."""
    spaces = {"office": "office", "text": "text", "table": "table", "style": "style"}
    names = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{value}:1.0"' for key, value in spaces.items())
    names += (' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
              ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')

    def style(name, family, bold=False):
        weight = "bold" if bold else "normal"
        return (f'<style:style style:name="{name}" style:family="paragraph"><style:text-properties '
                f'style:font-name="{family}" style:font-name-asian="{family}" fo:font-size="9pt" '
                f'style:font-size-asian="9pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
                f'fo:language="ja" fo:country="JP"/></style:style>')

    def paragraph(text, name):
        return f'<text:p text:style-name="{name}">{html.escape(text)}</text:p>'

    faces = "".join(f'<style:font-face style:name="{name}" svg:font-family="&apos;{name}&apos;"/>' for name in (FONT, DIGITS))
    table = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string">{paragraph(cell, "bold" if i == 2 else "digit")}</table:table-cell>'
            for i, cell in enumerate(row)) + "</table:table-row>" for row in rows)
    body = "".join(paragraph(line, "bold" if i == 0 else "plain") for i, line in enumerate(lines))
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>{faces}'
            f'</office:font-face-decls><office:automatic-styles>{style("plain", FONT)}{style("bold", FONT, True)}'
            f'{style("digit", DIGITS)}</office:automatic-styles><office:body><office:text>{body}'
            f'<table:table table:name="items"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
            f'{table}</table:table></office:text></office:body></office:document>')


def to_typst(rows, lines):
    def quoted(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    cells = ", ".join(f"text({quoted(cell)})" for row in rows for cell in row)
    return (f'#set page(paper: "a4", margin: 18mm)\n#set text(font: ("{FONT}", "Noto Sans CJK JP"), size: 9pt, lang: "ja")\n'
            + "".join(f"#par(text({quoted(line)}))\n" for line in lines)
            + f'#{{ set text(font: ("{DIGITS}", "Noto Sans CJK JP"))\ntable(columns: {len(rows[0])}, {cells}) }}\n')


def office(folder, *options):
    return ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options, "--outdir", folder / "peers"]


def find(pdf, table, folder):
    """What is installed of those who can set the same words: name → command, and the PDF it writes."""
    rows, lines = read_words(pdf, table)
    target = folder / "peers"
    target.mkdir()
    archive = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    texts = {"sheet.fodt": to_odt, "sheet.html": to_html, "sheet.typ": to_typst}
    for name, write in texts.items():
        (folder / name).write_text(write(rows, lines), encoding="utf-8")
    shutil.copy(folder / "sheet.fodt", folder / "plain.fodt")
    peers = {
        "LibreOffice, tagged PDF/A-3b": ([*office(folder, "--convert-to", archive), folder / "sheet.fodt"], target / "sheet.pdf"),
        "LibreOffice, PDF": ([*office(folder, "--convert-to", "pdf"), folder / "plain.fodt"], target / "plain.pdf"),
        "WeasyPrint, PDF/A-3b": (["weasyprint", "--pdf-variant", "pdf/a-3b", folder / "sheet.html", target / "weasy.pdf"],
                                 target / "weasy.pdf"),
        "typst": (["typst", "compile", folder / "sheet.typ", target / "typst.pdf"], target / "typst.pdf"),
    }
    return ({name: peer for name, peer in peers.items() if shutil.which(peer[0][0])},
            [name for name, peer in peers.items() if not shutil.which(peer[0][0])])
