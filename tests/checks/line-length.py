#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No line of C is longer than 132 characters; a Chinese character counts as one."""
import sys

from tree import files, report, root_of

LIMIT = 132


def main():
    root = root_of(sys.argv)
    sources = files(root, "src", "*.c", "*.h") + files(root, "tests", "*.c", "*.h")
    faults = [f"{path.relative_to(root)}:{number}: {len(line)} characters"
              for path in sources
              for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if len(line) > LIMIT]
    report(faults, f"line length, {len(sources)} files")


if __name__ == "__main__":
    main()
