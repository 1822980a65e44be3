# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs in turns and makes rows of a table of what they took."""
import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 7


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


def in_turns(*sides, rounds=ROUNDS):
    """Runs functions in turns, after one round that does not count; returns the medians of each."""
    rounds = [[side(i) for side in sides] for i in range(rounds + 1)][1:]
    return [medians(runs) for runs in zip(*rounds)]


def ask(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def milliseconds(seconds):
    return f"{seconds * 1e3:.2f} ms"


def row(what, ours, against, theirs, text=lambda seconds: f"{seconds:.2f} s", digits=1):
    return what, text(ours), against, text(theirs), f"{ours / theirs:.{digits}f} ×"


def to_markdown(rows, heads=("what", "ours", "against", "theirs", "ratio"), left=(0, 2)):
    lines = ["| " + " | ".join(heads) + " |"]
    lines.append("| " + " | ".join("---" if i in left else "---:" for i in range(len(heads))) + " |")
    lines += ["| " + " | ".join(cells) + " |" for cells in rows]
    return "\n".join(lines)
