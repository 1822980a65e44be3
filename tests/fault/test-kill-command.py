#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-kill-command.py SENGEN [CYCLES]

Kills the command with SIGKILL the moment its acknowledgement line is there, 100 times on one file: every answer
acknowledged must be there afterwards with its note, and the file must verify.
"""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile

SENGEN = sys.argv[1]
CYCLES = int(sys.argv[2]) if len(sys.argv) > 2 else 100
VALUES = ["done", "partial", "not-done", "unknown", "not-applicable"]


def sengen(*words):
    done = subprocess.run([SENGEN, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{words}: {done.returncode} {done.stderr.strip()}")
    return done.stdout


def answer_and_kill(company, item, value, note):
    """Returns the acknowledgement; the process is dead when this returns."""
    process = subprocess.Popen([SENGEN, "answer", company, item, value, "--note", note], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    return line


def main():
    print("1..3", flush=True)
    lost, killed = [], 0
    with tempfile.TemporaryDirectory(prefix="sengen-kill-") as folder:
        folder = pathlib.Path(folder)
        profile = folder / "profile.json"
        profile.write_text(json.dumps({"name": "株式会社𠮷葛󠄀"}))
        company = folder / "company.sengen"
        sengen("new", company, "--profile", profile)

        for cycle in range(CYCLES):
            item, value, note = f"SD-{cycle % 25 + 1:02}", VALUES[cycle % 5], f"{cycle}回目。髙﨑𠮷葛󠄀"
            line = answer_and_kill(company, item, value, note)
            if not line:
                print(f"# cycle {cycle}: no acknowledgement")
                lost.append(cycle)
                continue
            killed += 1
            newest = json.loads(sengen("history", company, "--json"))[-1]["after"]
            if newest is None or (newest["value"], newest["note"]) != (value, note):
                print(f"# cycle {cycle}: acknowledged {value} “{note}”, found {newest}")
                lost.append(cycle)

        whole = subprocess.run([SENGEN, "verify", company], capture_output=True, text=True)

    print(f"{'ok' if not lost else 'not ok'} 1 - {killed} answers acknowledged, {len(lost)} lost")
    print(f"{'ok' if killed == CYCLES else 'not ok'} 2 - every cycle was acknowledged before the kill")
    print(f"{'ok' if whole.returncode == 0 else 'not ok'} 3 - the file verifies after {CYCLES} kills")
    if whole.returncode != 0:
        print("#", whole.stdout, whole.stderr)
    sys.exit(0 if not lost and killed == CYCLES and whole.returncode == 0 else 1)


main()
