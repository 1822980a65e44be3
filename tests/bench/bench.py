#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures against what people would use instead, both sides in turns in one run, and prints a table.

Absolute times belong to the machine; the ratios are what to keep. With --write all of RESULTS.md is
written anew. A peer that is not installed is left out and said so.
"""
import argparse
import datetime
import os
import pathlib
import platform
import shutil
import subprocess
import tempfile

import sheets
import windows
from turns import ROUNDS, ask, in_turns, milliseconds, row, run, to_markdown

YEARS = (1, 2, 5, 10)


def answers(programs, company):
    figures = ask(programs / "bench-answer", company)
    return [row(f"an answer, asked until told, {key}", figures["answer"][key] / 1e9, "4 kB append + fdatasync",
                figures["append"][key] / 1e9, milliseconds) for key in ("p50", "p99")]


def opening(sengen, company):
    ours, theirs = in_turns(lambda _: run([sengen, "score", company, "ipa-self-check"]),
                            lambda _: run(["sqlite3", company, "select count(*) from answer"]))
    return [row("open and score: wall", ours[0], "sqlite3, select count(*)", theirs[0], milliseconds),
            row("open and score: processor", ours[2], "the same", theirs[2], milliseconds),
            ("open and score: memory", f"{ours[1]:.0f} MiB", "the same", f"{theirs[1]:.0f} MiB", "")]


def verifying(sengen, company):
    peers = {"sha256sum of the same bytes": ["sha256sum", company],
             "openssl, which uses the processor's instructions": ["openssl", "dgst", "-sha256", company]}
    peers = {name: peer for name, peer in peers.items() if shutil.which(peer[0])}
    ours, *theirs = in_turns(lambda _: run([sengen, "verify", company]),
                             *(lambda _, peer=peer: run(peer) for peer in peers.values()))
    rows = [row("verify: wall", ours[0], name, peer[0]) for name, peer in zip(peers, theirs)]
    rows += [row("verify: processor", ours[2], name, peer[2]) for name, peer in zip(peers, theirs)]
    return rows + [("verify: memory", f"{ours[1]:.0f} MiB", "the file", f"{company.stat().st_size / 2**20:.0f} MiB", "")]


def backing_up(sengen, company, folder):
    def back_up(i):
        copy = folder / f"backup-{i}.sengen"
        figures = run([sengen, "backup", company, "--output", copy])
        copy.unlink()
        return figures

    def copy_plainly(i):
        copy = folder / f"copy-{i}"
        figures = run(["sh", "-c", 'cp "$1" "$2" && sync "$2"', "sh", company, copy])
        copy.unlink()
        return figures

    ours, theirs = in_turns(back_up, copy_plainly)
    return [row("backup, verified: wall", ours[0], "cp + fsync", theirs[0]),
            row("backup, verified: processor", ours[2], "the same", theirs[2]),
            ("backup: memory", f"{ours[1]:.0f} MiB", "the same", f"{theirs[1]:.0f} MiB", "")]


def growth(programs, folder):
    """Makes the company files and returns the path of the last; what each part costs after so many years."""
    lines = ["| years | file | open | read the record | first search | search |", "| ---: | ---: | ---: | ---: | ---: | ---: |"]
    for years in YEARS:
        company = folder / f"{years}.sengen"
        subprocess.run([programs / "bench-company", company, str(years)], check=True)
        figures = ask(programs / "bench-file", company)
        cells = [f"{years}", f"{company.stat().st_size / 1e6:.0f} MB"]
        cells += [milliseconds(figures[key]["p50"] / 1e9) for key in ("open", "load", "first-search", "search")]
        lines.append("| " + " | ".join(cells) + " |")
        if years != YEARS[-1]:
            company.unlink()
    return company, "\n".join(lines)


def machine():
    release = platform.freedesktop_os_release().get("PRETTY_NAME", "?")
    return f"{datetime.date.today()} · {release} · {platform.machine()} · {os.cpu_count()} cores"


TEXT = """# Measured

Medians of {rounds} rounds (1,000 for answers), both sides in turns in one run by `./dev bench`, files in the page
cache. Keep the ratios; the times belong to the machine, and those of the wall to what else it is doing.

{machine}

## A company file of ten years

Four checks of 25 answers a year, each answer changed twice, 500 evidence files of 1 MB that cannot be squeezed,
10,000 tasks. An answer is the whole act as the window sees it: asked for, written, the record read again, told.

{company}

What years do, in time of the processor alone; a search looks through all tasks, answers and evidence, and the first
one after opening makes the keys for those that follow:

{growth}

## The window

From the start of the program until an open company file was painted for the first time: the sample beside a window of
the toolkit with as many rows and nothing behind them, and an empty company with all guidelines installed beside the
two of the self-declaration alone; medians of {window_rounds} rounds. A guideline is read when it is first needed, those of the
stars ahead on a thread of their own. Until the window is on the screen, and what stays resident three seconds later,
beside {editor} with nothing open; medians of {rounds} rounds, on a virtual screen drawn by the processor.

{window}

Wanted were 1.3 × the window of the toolkit, not more than the editor, and 1.2 × its memory.

Pages of the sample in one process, chosen one after the other, answered and typed in. A turn of the main loop is what
a person may have to wait before a key is heard; 50 ms were wanted for a page, 16 ms for a turn.

{pages}

## A sheet

The self-check of the sample in three pages, with charts, QR code, preflight and the attached record, as tagged
PDF/A-3a that our own check has passed; 𠮷 stands in it, so that a second font is needed. The others are given the same
words in the same fonts as plain paragraphs and one table, and nothing else.

{others}

Where our time goes, counted in instructions: a third to cairo's painting and font subsets, a quarter to libqpdf, which
reads, completes, writes and, for the check, reads the file again, a fifth to fontconfig, which is asked about each face
and size of the sheet, an eighth to breaking lines, a tenth to starting a program that GTK is linked to and to reading the
catalogues. WeasyPrint spends most of its time on cutting Noto down for 𠮷.

The same within one process, in time of the processor alone:

{within}

What length does: the history sheet with the events of the sample again and again, each in a process of its own that
opens its fonts anew. {star4} rows are what ★4 has criteria.

{grown}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path, help="a release build folder")
    parser.add_argument("--write", type=pathlib.Path, help="the RESULTS.md to write")
    parser.add_argument("--only-sheets", action="store_true", help="measure sheets alone, and write nothing")
    parser.add_argument("--folder", type=pathlib.Path, help="where 2 GB may be used for a while")
    words = parser.parse_args()
    sengen, programs = (words.build / "src" / "sengen").resolve(), (words.build / "tests" / "bench").resolve()

    with tempfile.TemporaryDirectory(prefix="sengen-bench-", dir=words.folder) as name:
        folder = pathlib.Path(name).resolve()
        if words.only_sheets:
            sheets.measure(sengen, programs, folder)
            return
        company, years = growth(programs, folder)
        print(years, flush=True)
        rows = []
        for measure in (lambda: opening(sengen, company), lambda: verifying(sengen, company),
                        lambda: answers(programs, company), lambda: backing_up(sengen, company, folder)):
            rows += measure()
            print(to_markdown(rows), flush=True)
        rows_of_window, rows_of_pages = windows.measure(sengen, programs, folder)
        window, pages = to_markdown(rows_of_window), to_markdown(rows_of_pages, windows.PAGE_HEADS, (0,))
        print(window, pages, sep="\n\n", flush=True)
        others, within, grown = sheets.measure(sengen, programs, folder)
        text = TEXT.format(rounds=ROUNDS, machine=machine(), company=to_markdown(rows), growth=years, window=window,
                           pages=pages, editor=windows.PEER, window_rounds=windows.ROUNDS, others=others,
                           within=within, star4=sheets.STAR4, grown=grown)

    print("", text, sep="\n")
    if words.write:
        words.write.write_text(text)


main()
