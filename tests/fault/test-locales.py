#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-locales.py SENGEN MAKE-LOCALE FOLDER

The same acts in four locales: comma for point, dotless i, no UTF-8. What is stored and what is written is the same to
the byte.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SENGEN, MAKE_LOCALE, FOLDER = sys.argv[1:4]
LOCALES = ["C", "ja_JP.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"]
ISSUED = ["--issued", "2026-11-23T10:00:00+09:00"]
PROFILE = """{"name": "株式会社𠮷葛󠄀 INFO", "capital_yen": 12345678, "employees": 12, "industry": "IT"}"""
ANSWERS = "item,value,note,statement\nSD-01,done,1.5 GB,INFO iıİI\nSD-02,partial,髙﨑,\nSD-03,unknown,,\n"


def run(locale, *words):
    variables = dict(os.environ, LC_ALL=locale, LOCPATH=FOLDER, TZ="Asia/Tokyo")
    variables.pop("LANGUAGE", None)
    done = subprocess.run([SENGEN, *map(str, words)], capture_output=True, env=variables, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{locale}: {words}: {done.returncode} {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


def write_all(locale, company, folder):
    """Everything a machine reads, by name."""
    results = {}
    for words in [("score", company, "ipa-self-check", "--json"), ("catalogue", "list", "--json"),
                  ("catalogue", "show", "ipa-self-check", "--json"), ("document", "list", "--json"),
                  ("history", company, "--json")]:
        results["-".join(map(str, words[:1] + words[2:]))] = run(locale, *words)
    for format_, language in [("pdf", "ja"), ("pdf", "en"), ("xlsx", "ja"), ("xlsx", "en"), ("csv", "ja"),
                              ("csv", "en"), ("json", "ja")]:
        path = folder / f"sheet-{language}.{format_}"
        run(locale, "document", "write", company, "self-check-result", "--output", path, "--format", format_,
            "--language", language, *ISSUED)
        results[path.name] = path.read_bytes()
    return results


def take_in(locale, folder):
    """A company made and filled in this locale: what its history holds, less what is random or the time."""
    company, profile, answers = folder / "a.sengen", folder / "profile.json", folder / "answers.csv"
    profile.write_text(PROFILE, encoding="utf-8")
    answers.write_text(ANSWERS, encoding="utf-8")
    run(locale, "new", company, "--profile", profile)
    run(locale, "import", company, answers)
    events = json.loads(run(locale, "history", company, "--json"))
    timeless = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00|\d{4}-\d\d-\d\d")
    kept = [(event["act"], event["item"], event["before"], event["after"]) for event in events]
    return timeless.sub("TIME", json.dumps(kept, ensure_ascii=False, sort_keys=True)).encode()


def main():
    print(f"1..{len(LOCALES)}")
    failed = False
    with tempfile.TemporaryDirectory(prefix="sengen-locales-") as place:
        company = pathlib.Path(place) / "company.sengen"
        expected = None
        for number, locale in enumerate(LOCALES, 1):
            if locale != "C" and subprocess.run([MAKE_LOCALE, FOLDER, locale], check=False).returncode != 0:
                print(f"ok {number} - {locale} # SKIP the locale cannot be made here")
                continue
            folder = pathlib.Path(place) / locale
            folder.mkdir()
            taken = take_in(locale, folder)
            if not company.exists():
                shutil.copy(folder / "a.sengen", company)
                write_all(locale, company, pathlib.Path(tempfile.mkdtemp(dir=place)))  # numbers are given once
            found = dict(write_all(locale, company, folder), taken=taken)
            expected = expected or found
            different = [name for name in expected if expected[name] != found[name]]
            for name in different:
                print(f"# {locale}: {name} is not as in {LOCALES[0]}")
            failed = failed or bool(different)
            print(f"{'not ok' if different else 'ok'} {number} - {locale}: {len(found)} outputs", flush=True)
    sys.exit(1 if failed else 0)


main()
