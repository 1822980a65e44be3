#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-full-disk.py SENGEN

A real disk that is full, in a mount of one's own: every command says in one line that there is no room, leaves no half
file, and the company file is whole.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from sengen_cli import SENTENCE  # noqa: E402

SENGEN, *INSIDE = sys.argv[1:]
ROUNDS = 4000  # by then the disk must be full


def sengen(*words):
    return subprocess.run([SENGEN, *map(str, words)], capture_output=True, text=True, check=False)


def enter():
    """The same test as the root of a mount space of its own."""
    command = ["unshare", "-Urm", sys.executable, "-B", __file__, SENGEN, "inside"]
    probe = subprocess.run(["unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=900k none /mnt"], check=False,
                           capture_output=True)
    if probe.returncode != 0:
        print("1..1\nok 1 - a full disk # SKIP no mounts of one's own here")
        return 0
    return subprocess.run(command, check=False).returncode


def fill(company):
    """Answers until there is no room; the number of those acknowledged and the failure."""
    for number in range(ROUNDS):
        done = sengen("answer", company, f"SD-{number % 25 + 1:02}", "done", "--note", f"{number} " + "長" * 3000)
        if done.returncode != 0:
            return number, done
    return ROUNDS, None


def is_told(done):
    """One line for people, and the exit code of a file that cannot be written."""
    return done.returncode == 3 and SENTENCE.fullmatch(done.stderr) is not None


def make_small_company(outside):
    """A company with one answer, on a disk that has room."""
    company = outside / "b.sengen"
    sengen("new", company, "--profile", outside / "profile.json")
    sengen("answer", company, "SD-01", "done")
    return company


def run_small_disks(outside):
    """There is room for none, for some, for all but the last of the sheets: none stays, and no number is taken."""
    place = outside / "stick"
    company = make_small_company(outside)
    head = sengen("history", company, "--json").stdout
    results = []
    told = set()
    place.mkdir()
    for size in range(20_000, 2_000_000, 40_000):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
        done = sengen("document", "write-all", company, "--output", place)
        left = list(place.iterdir())
        subprocess.run(["umount", place], check=True)
        if done.returncode == 0:
            break
        told.add(done.stderr)
        results.append((f"{size} bytes: {done.stderr.strip()}", is_told(done) and "disk is full" in done.stderr))
        results.append((f"{size} bytes: nothing is left behind: {left}", not left))
        results.append((f"{size} bytes: no number is taken", head == sengen("history", company, "--json").stdout))
    results.append(("at last there is room for all", done.returncode == 0))
    results.append((f"it was full at {len(told)} different files", len(told) > 2))
    return results


def run_read_only(outside):
    """A folder that cannot be written, and a company file beside it that can."""
    place = outside / "read-only"
    company = outside / "b.sengen"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "none", place], check=True)
    head = sengen("history", company, "--json").stdout
    results = []
    for name, words in [("sheet", ("document", "write", company, "self-check-result", "--output", place / "s.pdf")),
                        ("set", ("document", "write", company, "audit-set", "--output", place / "set.pdf")),
                        ("all sheets", ("document", "write-all", company, "--output", place)),
                        ("all sheets in a new folder", ("document", "write-all", company, "--output", place / "all"))]:
        done = sengen(*words)
        results.append((f"read-only, {name}: {done.stderr.strip()}", is_told(done)))
    results.append(("read-only: no number was taken", head == sengen("history", company, "--json").stdout))
    results.append(("read-only: the file verifies", sengen("verify", company).returncode == 0))
    subprocess.run(["umount", place], check=True)
    return results


def run_all(disk, outside):
    company = disk / "a.sengen"
    results = []
    profile = outside / "profile.json"
    profile.write_text('{"name": "株式会社満杯"}', encoding="utf-8")
    results.append(("a company is made", sengen("new", company, "--profile", profile).returncode == 0))
    acknowledged, failure = fill(company)
    results.append((f"{acknowledged} answers fit, and then the user is told", failure is not None and is_told(failure)))
    filler = disk / "filler"
    try:
        with filler.open("wb") as stream:
            while True:
                stream.write(b"x" * 4096)
                stream.flush()
    except OSError:
        pass
    before = sorted(path.name for path in disk.iterdir())
    sheets = disk / "sheets"
    for name, words in [("backup", ("backup", company, "--output", disk / "copy.sengen")),
                        ("new", ("new", disk / "b.sengen", "--profile", profile)),
                        ("sheet", ("document", "write", company, "self-check-result", "--output", disk / "s.pdf")),
                        ("set", ("document", "write", company, "audit-set", "--output", disk / "set.pdf")),
                        ("all sheets", ("document", "write-all", company, "--output", sheets))]:
        done = sengen(*words)
        results.append((f"{name}: {done.stderr.strip()}", is_told(done)))
    after = sorted(path.name for path in disk.iterdir())
    results.append((f"nothing is left behind: {after}", before == after))
    filler.unlink()
    verified = sengen("verify", company)
    results.append(("the file verifies", verified.returncode == 0))
    rows = [event["after"] or {} for event in json.loads(sengen("history", company, "--json").stdout)]
    found = {int(row["note"].split()[0]) for row in rows if row.get("note")}
    results.append(("every acknowledged answer is there", found >= set(range(acknowledged))))
    return results


def inside():
    disk = pathlib.Path("/mnt")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", disk], check=True)
    outside = pathlib.Path("/tmp") / f"sengen-full-{os.getpid()}"
    outside.mkdir()
    results = run_all(disk, outside) + run_small_disks(outside) + run_read_only(outside)
    shutil.rmtree(outside)
    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}".replace("#", ""))
    return 0 if all(good for _, good in results) else 1


sys.exit(inside() if INSIDE else enter())
