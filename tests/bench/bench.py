#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures against what people would use instead, both sides in turns in one run, and prints a table.

Absolute times belong to the machine; the ratios are what to keep. With --write the table replaces the one of this
machine in RESULTS.md. A peer that is not installed is left out and said so.
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


def run(command, **options):
    """Runs a command; returns wall seconds and peak memory in MiB of the process and its children."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command[0]} failed: {error.decode(errors='replace').strip()}")
    return wall, usage.ru_maxrss / 1024


def medians(runs):
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)


def answers(program):
    figures = json.loads(subprocess.run([program], check=True, capture_output=True, text=True).stdout)
    rows = []
    for key in ("p50", "p99"):
        ours, peer = figures["answer"][key], figures["append"][key]
        rows.append((f"answer on disk, {key}", f"{ours / 1e6:.2f} ms", "4 kB append + fdatasync",
                     f"{peer / 1e6:.2f} ms", f"{ours / peer:.1f} ×"))
    return rows


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
    wall, memory = medians(ours[1:])
    size = pdf.stat().st_size / 1024
    if not soffice:
        return [("self-check sheet, PDF", f"{wall:.3f} s, {memory:.0f} MiB, {size:.0f} KiB",
                 "LibreOffice (not installed)", "–", "–")]
    peer_wall, peer_memory = medians(theirs[1:])
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sengen")
    parser.add_argument("bench_answer")
    parser.add_argument("--write", type=pathlib.Path, help="the RESULTS.md to write")
    words = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="sengen-bench-") as name:
        rows = answers(words.bench_answer) + sheet(words.sengen, pathlib.Path(name))

    table = to_markdown(rows)
    print(machine(), table, sep="\n\n")
    if words.write:
        words.write.write_text(f"# Measured\n\nMedians of {ROUNDS} rounds (1,000 for answers), both sides in turns in one run by "
                               f"`./dev bench`. Keep the ratios; the times belong to the machine.\n\n{machine()}\n\n{table}\n")


main()
