#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file names its licence near its top."""
import sys

from tree import files, report, root_of

LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
# folder: what counts as a source file there
SOURCES = {
    "src": ["*.c", "*.h", "meson.build"],
    "tests": ["*.c", "*.h", "*.py", "*.sh", "meson.build"],
    "data": ["*.ui", "*.xml", "*.in", "*.svg", "*.1", "completions/*", "meson.build"],
    "resources": ["*.xml", "*.css", "*.sql", "meson.build"],
    "po": ["*.po", "POTFILES.in", "LINGUAS", "meson.build"],
    "scripts": ["*"],
    ".ci": ["*"],
    "flatpak": ["*.yml"],
}


def main():
    root = root_of(sys.argv)
    sources = [path for name in ("meson.build", "meson_options.txt") if (path := root / name).exists()]
    for folder, patterns in SOURCES.items():
        # cases are input as found in the world, not source
        sources += [path for path in files(root, folder, *patterns)
                    if path.relative_to(root).parts[:2] != ("tests", "data") and path.suffix != ".pyc"]
    faults = []
    for path in sources:
        head = path.read_text(encoding="utf-8", errors="replace").split("\n")[:5]
        if not any(LINE in line for line in head):
            faults.append(f"{path.relative_to(root)}: no line “{LINE}” among its first five")
    report(faults, f"licence, {len(sources)} files")


if __name__ == "__main__":
    main()
