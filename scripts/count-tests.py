#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson wrote about its last run and prints “N passed, N failed”.

usage: count-tests.py BUILD-FOLDER MESON-STATUS [--without-display] -- [TEST…]

Each test of meson counts once. Tests that were left out because there is no display count as skipped, unless only
some tests were asked for. Ends with 1 when any failed, or when meson failed without naming one.
"""
import json
import pathlib
import subprocess
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP"}


def display_tests(folder):
    told = subprocess.run(["meson", "introspect", "--tests", folder], capture_output=True, text=True, check=True)
    return [test["name"] for test in json.loads(told.stdout)
            if any(suite.split(":")[-1] == "display" for suite in test["suite"])]


def main():
    folder, status, *rest = sys.argv[1:]
    options, asked = rest[:rest.index("--")], rest[rest.index("--") + 1:]
    passed, failed, skipped = 0, [], 0
    log = pathlib.Path(folder, "meson-logs", "testlog.json")
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else []:
        test = json.loads(line)
        if test["result"] in PASSED:
            passed += 1
        elif test["result"] in SKIPPED:
            skipped += 1
        else:
            failed.append((test["name"], test["result"]))
    if "--without-display" in options and not asked:
        skipped += len(display_tests(folder))
    if asked and not passed + len(failed) + skipped:
        failed.append((" ".join(asked), "no such test"))
    if status != "0" and not failed:
        failed.append(("meson test", f"ended with {status}"))
    for name, result in failed:
        print(f"failed: {name} ({result.lower()})")
    print(f"{passed} passed, {len(failed)} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
