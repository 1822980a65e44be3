#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs until it is first seen, with all guidelines installed and with two.

usage, with a screen: windows.py BENCH-WINDOW COMPANY FOLDER
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

from turns import ask, in_turns, milliseconds, row

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "data"
TWO = ("ipa-rules@4.0", "ipa-self-check@4.0")
# A frame takes longer or shorter by chance than the guidelines do, so that more rounds are needed.
ROUNDS = 31


def thin_out(folder):
    """Copies what the program is installed with, but only two of the guidelines."""
    data = folder / "data-of-two"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("help", "screenshots", "mappings"))
    (data / "mappings").mkdir()
    for path in (data / "catalogues").iterdir():
        if path.stem not in TWO:
            path.unlink()
    return data


def first_frame(program, company, data):
    os.environ["SENGEN_DATA_DIR"] = str(data)
    figures = ask(program, company)
    return figures["wall"]["p50"] / 1e9, figures["processor"]["p50"] / 1e9


def compare(program, company, folder):
    two = thin_out(folder)
    full, thin = in_turns(lambda _: first_frame(program, company, DATA), lambda _: first_frame(program, company, two),
                          rounds=ROUNDS)
    return [row(f"first frame of an open company: {name}", ours, "with two guidelines", theirs, milliseconds, 3)
            for name, ours, theirs in zip(("wall", "processor"), full, thin)]


def measure(sengen, programs, folder):
    """The rows, from this same script run where there is a screen."""
    company, profile = folder / "window.sengen", folder / "profile.json"
    profile.write_text('{"name": "株式会社計測"}')
    subprocess.run([sengen, "new", company, "--profile", profile], check=True, capture_output=True)
    schemas = programs.parent.parent / "data" / "desktop"
    return ask(HERE.parent / "support" / "with-display", "env", f"GSETTINGS_SCHEMA_DIR={schemas}", sys.executable,
               pathlib.Path(__file__).resolve(), programs / "bench-window", company, folder)


if __name__ == "__main__":
    print(json.dumps(compare(*map(pathlib.Path, sys.argv[1:]))))
