#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures against what people would use instead, both sides in turns in one run, and prints a table.

Absolute times belong to the machine; the ratios are what to keep. With --write all of RESULTS.md is
written anew. A peer that is not installed is left out and said so.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
YEARS = (1, 2, 5, 10)


def run(command, **options):
    """Runs a command; returns wall seconds, peak memory in MiB and processor seconds of it and its children."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command[0]} failed: {error.decode(errors='replace').strip()}")
    return wall, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def medians(runs):
    return tuple(statistics.median(figures) for figures in zip(*runs))


def in_turns(*sides):
    """Runs functions in turns, after one round that does not count; returns the medians of each."""
    rounds = [[side(i) for side in sides] for i in range(ROUNDS + 1)][1:]
    return [medians(runs) for runs in zip(*rounds)]


def ask(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def row(what, ours, against, theirs, text=lambda seconds: f"{seconds:.2f} s"):
    return what, text(ours), against, text(theirs), f"{ours / theirs:.1f} ×"


def milliseconds(seconds):
    return f"{seconds * 1e3:.2f} ms"


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


def sheet(sengen, folder):
    soffice = shutil.which("soffice")
    subprocess.run([sengen, "demo", "--output", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
    company = next((folder / "demo").glob("*.sengen"))
    table = folder / "table.csv"
    subprocess.run([sengen, "document", "write", company, "self-check-result", "--output", table,
                    "--format", "csv"], check=True, stdout=subprocess.DEVNULL)

    ours, theirs = [], []
    for i in range(ROUNDS + 1):
        pdf = folder / f"ours-{i}.pdf"
        ours.append(run([sengen, "document", "write", company, "self-check-result", "--output", pdf,
                         "--issued", "2026-11-23T10:00:00+09:00"]))
        if soffice:
            theirs.append(run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                               "--convert-to", "pdf", "--outdir", folder / "theirs", table]))
    wall, memory, _ = medians(ours[1:])
    size = pdf.stat().st_size / 1024
    if not soffice:
        return [("self-check sheet, PDF", f"{wall:.3f} s, {memory:.0f} MiB, {size:.0f} KiB",
                 "LibreOffice (not installed)", "–", "–")]
    peer_wall, peer_memory, _ = medians(theirs[1:])
    peer_size = (folder / "theirs" / "table.pdf").stat().st_size / 1024
    return [
        ("self-check sheet, PDF: wall", f"{wall:.3f} s", "LibreOffice, table of the same rows", f"{peer_wall:.3f} s",
         f"{peer_wall / wall:.0f} × faster"),
        ("self-check sheet, PDF: memory", f"{memory:.0f} MiB", "the same", f"{peer_memory:.0f} MiB",
         f"{peer_memory / memory:.1f} × lighter"),
        ("self-check sheet, PDF: size", f"{size:.0f} KiB", "the same", f"{peer_size:.0f} KiB",
         f"{peer_size / size:.1f} × smaller" if size <= peer_size else f"{size / peer_size:.1f} × larger"),
    ]


def to_markdown(rows):
    lines = ["| what | ours | against | theirs | ratio |", "| --- | ---: | --- | ---: | ---: |"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


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

## A sheet

{sheet}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path, help="a release build folder")
    parser.add_argument("--write", type=pathlib.Path, help="the RESULTS.md to write")
    parser.add_argument("--folder", type=pathlib.Path, help="where 2 GB may be used for a while")
    words = parser.parse_args()
    sengen, programs = words.build / "src" / "sengen", words.build / "tests" / "bench"

    with tempfile.TemporaryDirectory(prefix="sengen-bench-", dir=words.folder) as name:
        folder = pathlib.Path(name).resolve()
        company, years = growth(programs, folder)
        print(years, flush=True)
        rows = []
        for measure in (lambda: opening(sengen, company), lambda: verifying(sengen, company),
                        lambda: answers(programs, company), lambda: backing_up(sengen, company, folder)):
            rows += measure()
            print(to_markdown(rows), flush=True)
        text = TEXT.format(rounds=ROUNDS, machine=machine(), company=to_markdown(rows), growth=years,
                           sheet=to_markdown(sheet(sengen, folder)))

    print("", text, sep="\n")
    if words.write:
        words.write.write_text(text)


main()
