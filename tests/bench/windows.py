#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs: until it is first seen, at each change of page, and in memory.

usage, with a screen: windows.py SENGEN PROGRAMS SAMPLE COMPANY FOLDER
"""
import ctypes
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from turns import ask, in_turns, milliseconds, row

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "data"
TWO = ("ipa-rules@4.0", "ipa-self-check@4.0")
# A frame takes longer or shorter by chance than the guidelines do, so that more rounds are needed.
ROUNDS = 31
PEER = "gnome-text-editor"
# What the first page of the sample has: rows of the sidebar, and rows that stand in lists.
PLAIN_ROWS = ("11", "8")
PAGE_HEADS = ("what", "p50", "p95", "p99", "longest")
MAP_NOTIFY, SUBSTRUCTURE_NOTIFY = 19, 1 << 19


def thin_out(folder):
    """Copies what the program is installed with, but only two of the guidelines."""
    data = folder / "data-of-two"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("help", "screenshots", "mappings"))
    (data / "mappings").mkdir()
    for path in (data / "catalogues").iterdir():
        if path.stem not in TWO:
            path.unlink()
    return data


def first_frame(*command, data=DATA):
    os.environ["SENGEN_DATA_DIR"] = str(data)
    figures = ask(*command)
    return figures["wall"]["p50"] / 1e9, figures["processor"]["p50"] / 1e9


def compare_guidelines(programs, company, folder):
    two = thin_out(folder)
    program = programs / "bench-window"
    full, thin = in_turns(lambda _: first_frame(program, company),
                          lambda _: first_frame(program, company, data=two), rounds=ROUNDS)
    return [row(f"first frame of an open company: {name}", ours, "with two guidelines", theirs, milliseconds, 3)
            for name, ours, theirs in zip(("wall", "processor"), full, thin)]


def compare_plain(programs, sample):
    ours, plain = in_turns(lambda _: first_frame(programs / "bench-window", sample),
                           lambda _: first_frame(programs / "bench-plain-window", *PLAIN_ROWS), rounds=ROUNDS)
    against = "a window of the toolkit with as many rows"
    return [row(f"first frame of the sample: {name}", one, against, other, milliseconds)
            for name, one, other in zip(("wall", "processor"), ours, plain)]


class Screen:
    """Hears when a window is put on the screen."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        root = self.x11.XDefaultRootWindow(self.display)
        self.x11.XSelectInput(self.display, ctypes.c_ulong(root), ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        self.x11.XSync(self.display, True)

    def wait_for_window(self):
        event = (ctypes.c_long * 24)()
        while ctypes.cast(event, ctypes.POINTER(ctypes.c_int))[0] != MAP_NOTIFY:
            self.x11.XNextEvent(self.display, ctypes.byref(event))

    def close(self):
        self.x11.XCloseDisplay(self.display)


def open_window(*command):
    """Seconds until the window is on the screen, and MiB that stay resident three seconds later."""
    screen = Screen()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen.wait_for_window()
    shown = time.monotonic() - start
    time.sleep(3)
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    process.terminate()
    process.wait()
    screen.close()
    return shown, int(status.split("VmRSS:")[1].split()[0]) / 1024


def compare_editor(sengen, sample):
    if not shutil.which(PEER):
        return [(f"against {PEER}", "", "not installed", "", "")]
    ours, theirs = in_turns(lambda _: open_window(sengen, sample), lambda _: open_window(PEER, "--standalone"))
    return [row("until the window is on the screen, the sample open", ours[0], PEER, theirs[0], milliseconds),
            row("memory three seconds later", ours[1], "the same", theirs[1], lambda size: f"{size:.0f} MiB", 2)]


def change_pages(programs, sample):
    figures = ask(programs / "bench-pages", sample)

    def one(what, figures):
        return (what, *(milliseconds(figures[key] / 1e9) for key in ("p50", "p95", "p99", "max")))

    return [one("a page chosen again, until painted", figures["change"]),
            one("a page chosen for the first time, when it is made", figures["first"]),
            one("a turn of the main loop while pages change", figures["turn while pages change"]),
            one("a turn of the main loop while answering", figures["turn while answering"]),
            one("a turn of the main loop while typing", figures["turn while typing"])]


def measure(sengen, programs, folder):
    """The rows of both tables, from this same script run where there is a screen."""
    company, sample, profile = (folder / name for name in ("window.sengen", "sample.sengen", "profile.json"))
    profile.write_text('{"name": "株式会社計測"}')
    subprocess.run([sengen, "new", company, "--profile", profile], check=True, capture_output=True)
    subprocess.run([sengen, "new", sample, "--sample"], check=True, capture_output=True)
    schemas = programs.parent.parent / "data" / "desktop"
    return ask(HERE.parent / "support" / "with-display", "env", f"GSETTINGS_SCHEMA_DIR={schemas}", sys.executable,
               pathlib.Path(__file__).resolve(), sengen, programs, sample, company, folder)


def main():
    sengen, programs, sample, company, folder = map(pathlib.Path, sys.argv[1:])
    rows = compare_plain(programs, sample) + compare_editor(sengen, sample)
    rows += compare_guidelines(programs, company, folder)
    print(json.dumps([rows, change_pages(programs, sample)]))


if __name__ == "__main__":
    main()
