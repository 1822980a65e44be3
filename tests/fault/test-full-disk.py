#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-full-disk.py SENGEN

A real disk that is full, in a mount of one's own: every command says in one line that there is no room, leaves no half
file, and the company file is whole.
"""
import json
import os
import pathlib
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
    for name, words in [("backup", ("backup", company, "--output", disk / "copy.sengen")),
                        ("new", ("new", disk / "b.sengen", "--profile", profile)),
                        ("sheet", ("document", "write", company, "self-check-result", "--output", disk / "s.pdf"))]:
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
    results = run_all(disk, outside)
    (outside / "profile.json").unlink()
    outside.rmdir()
    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}".replace("#", ""))
    return 0 if all(good for _, good in results) else 1


sys.exit(inside() if INSIDE else enter())
