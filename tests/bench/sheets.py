# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sheet costs: against other programs, against an empty page, and as it grows."""
import json
import shutil
import subprocess

import peers
from turns import ask, in_turns, milliseconds, run, to_markdown

ISSUED = ("--issued", "2026-11-23T10:00:00+09:00")
DOCUMENT = "self-check-result"
# Events on the history sheet for one, ten, a hundred and a thousand pages or so.
EVENTS = (10, 204, 2240, 22400)
# As many rows as the criteria of ★4.
STAR4 = 153


def write(sengen, company, document, path, form="pdf"):
    return [sengen, "document", "write", company, document, "--output", path, "--format", form, *ISSUED]


def times(ours, theirs, better="faster"):
    return f"{theirs / ours:.1f} × {better}"


def size_ratio(ours, theirs):
    return f"{theirs / ours:.1f} × smaller" if ours <= theirs else f"{ours / theirs:.1f} × larger"


def compare(what, ours, our_size, name, theirs, their_size):
    (wall, memory, work), (their_wall, their_memory, their_work) = ours, theirs
    return [
        (f"{what}: wall", f"{wall:.3f} s", name, f"{their_wall:.3f} s", times(wall, their_wall)),
        (f"{what}: processor", f"{work:.3f} s", name, f"{their_work:.3f} s", times(work, their_work, "less")),
        (f"{what}: memory", f"{memory:.0f} MiB", name, f"{their_memory:.0f} MiB", times(memory, their_memory, "lighter")),
        (f"{what}: size", f"{our_size / 1e3:.0f} kB", name, f"{their_size / 1e3:.0f} kB", size_ratio(our_size, their_size)),
    ]


def against_others(sengen, company, folder):
    pdf, table = folder / "ours.pdf", folder / "ours.csv"
    for path, form in ((pdf, "pdf"), (table, "csv")):
        subprocess.run(write(sengen, company, DOCUMENT, path, form), check=True, capture_output=True)
    found, missing = peers.find(pdf, table, folder)
    ours, floor, *theirs = in_turns(lambda _: run(write(sengen, company, DOCUMENT, pdf)), lambda _: run([sengen, "--version"]),
                                    *(lambda _, command=command: run(command) for command, _ in found.values()))
    rows = []
    for (name, (_, path)), figures in zip(found.items(), theirs):
        rows += compare("self-check sheet, PDF", ours, pdf.stat().st_size, name, figures, path.stat().st_size)
    rows += [("self-check sheet, PDF", "–", f"{name}, which is not installed", "–", "–") for name in missing]
    rows.append(("the program started for nothing: processor", f"{floor[2]:.3f} s", "with the sheet", f"{ours[2]:.3f} s", ""))
    rows.append(("the program started for nothing: memory", f"{floor[1]:.0f} MiB", "with the sheet", f"{ours[1]:.0f} MiB", ""))
    return rows


def workbook(sengen, company, folder):
    ours, table = folder / "ours.xlsx", folder / "ours.csv"
    if not shutil.which("soffice"):
        return [("self-check sheet, XLSX", "–", "LibreOffice, which is not installed", "–", "–")]
    command = [*peers.office(folder, "--convert-to", "xlsx"), table]
    mine, theirs = in_turns(lambda _: run(write(sengen, company, DOCUMENT, ours, "xlsx")), lambda _: run(command))
    return compare("self-check sheet, XLSX", mine, ours.stat().st_size, "LibreOffice, CSV → XLSX", theirs,
                   (folder / "peers" / "ours.xlsx").stat().st_size)


def largest(sengen, company, folder):
    """The self-check against ★4: each of the criteria answered, with a note."""
    answers, pdf = folder / "star4.csv", folder / "star4.pdf"
    shown = json.loads(subprocess.run([sengen, "catalogue", "show", "scs", "--json"], check=True, capture_output=True).stdout)
    assert len(shown["items"]) == STAR4
    answers.write_text("item,value,note,statement\n" + "".join(f"{item['id']},met,台帳を月に一度見直している。,\n"
                                                               for item in shown["items"]))
    subprocess.run([sengen, "import", company, answers, "--catalogue", "scs"], check=True, capture_output=True)
    command = [*write(sengen, company, "scs-self-assessment", pdf), "--level", "★4"]
    wall, memory, work = in_turns(lambda _: run(command))[0]
    return [(f"self-check against ★4, {STAR4} criteria, PDF", f"{wall:.2f} s", "wanted", "1 s", f"{wall:.2f} ×"),
            ("the same: processor", f"{work:.2f} s", "", "", ""), ("the same: memory", f"{memory:.0f} MiB", "", "", "")]


def inside(programs, sengen, company, folder):
    record = folder / "record.json"
    subprocess.run(write(sengen, company, DOCUMENT, record, "json"), check=True, capture_output=True)
    figures = ask(programs / "bench-sheet", record, "0", "15")
    empty = figures["empty"]["p50"] / 1e9
    rows = []
    for key, words in (("first-lay-out", "lay out, the first time"), ("first-pdf", "make the PDF, the first time"),
                       ("lay-out", "lay out"), ("pdf", "make the PDF")):
        mine = figures[key]["p50"] / 1e9
        rows.append((f"{words}, {figures['pages']} pages", milliseconds(mine), "an empty page of cairo", milliseconds(empty),
                     f"{mine / empty:.0f} ×"))
    return rows


def growth(programs, sengen, company, folder):
    record = folder / "history.json"
    subprocess.run(write(sengen, company, "history", record, "json"), check=True, capture_output=True)
    rows = []
    for events in (STAR4, *EVENTS):
        figures = ask(programs / "bench-sheet", record, str(events), "1")
        pages = figures["pages"]
        work = (figures["lay-out"]["p50"] + figures["pdf"]["p50"]) / 1e9
        rows.append((f"{events}", f"{pages}", f"{work:.2f} s", milliseconds(work / pages), f"{figures['memory'] / 1024:.0f} MiB",
                     f"{figures['size'] / 1e3:.0f} kB", f"{figures['size'] / pages / 1e3:.1f} kB"))
    return to_markdown(rows, ("rows", "pages", "processor", "a page", "memory", "size", "a page"), ())


def measure(sengen, programs, folder):
    """Three tables: against others, inside one process, growth."""
    subprocess.run([sengen, "demo", "--output", folder / "demo", "--language", "ja"], check=True, capture_output=True)
    company = next((folder / "demo").glob("*.sengen"))
    others = against_others(sengen, company, folder) + workbook(sengen, company, folder)
    others += largest(sengen, company, folder)
    print(to_markdown(others), flush=True)
    within = inside(programs, sengen, company, folder)
    print(to_markdown(within), flush=True)
    grown = growth(programs, sengen, company, folder)
    print(grown, flush=True)
    return to_markdown(others), to_markdown(within), grown
