# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: walking the tree, and telling what was found.

Every check is a script over one tree: CHECK.py ROOT. It prints one line for each fault, beginning with the file it is
in, and ends with 1; with 0 when there is none; with 77 (skipped) when a tool it needs is missing.
"""
import pathlib
import re
import sys

SKIPPED = 77


def root_of(argv):
    return pathlib.Path(argv[1] if len(argv) > 1 else ".").resolve()


def files(root, folder, *patterns):
    """Files below a folder of the tree that match one of the patterns, sorted; none when there is no such folder."""
    found = {path for pattern in patterns for path in (root / folder).rglob(pattern) if path.is_file()}
    return sorted(path for path in found if not any(
        part.startswith(("build", ".git", "__pycache__")) for part in path.relative_to(root).parts[:-1]))


def without_comments(code):
    """C with its comments blanked, so that line numbers stay; strings that look like comments are kept."""
    def blank(match):
        text = match.group(0)
        return text if text.startswith('"') else re.sub(r"[^\n]", " ", text)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', blank, code, flags=re.S)


def report(faults, checked):
    """Prints the faults and ends the program."""
    for fault in faults:
        print(fault)
    print(f"{checked}: {len(faults)} fault{'' if len(faults) == 1 else 's'}" if faults else f"{checked}: in order")
    sys.exit(1 if faults else 0)
