#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each template in data/ui has its class in the same folder of src/app under the same name, and the other way round."""
import re
import sys

from tree import files, report, root_of, without_comments

TEMPLATE = re.compile(r'<template\s[^>]*\bclass="(\w+)"')
LOADED = re.compile(r"set_template_from_resource\s*\(([^;]*)\)\s*;", re.S)


def main():
    root = root_of(sys.argv)
    ui, app = root / "data" / "ui", root / "src" / "app"
    templates = files(root, "data/ui", "*.ui")
    faults = []
    for path in templates:
        name = path.relative_to(root)
        match = TEMPLATE.search(path.read_text(encoding="utf-8"))
        if match is None:
            continue        # a menu or a shortcuts window has no class of its own
        if match.group(1).lower() != path.stem.replace("-", ""):
            faults.append(f"{name}: holds the template of {match.group(1)}")
        source = (app / path.relative_to(ui)).with_suffix(".c")
        if not source.exists():
            faults.append(f"{name}: its class is missing: {source.relative_to(root)}")
        elif not LOADED.search(without_comments(source.read_text(encoding="utf-8"))):
            faults.append(f"{name}: {source.relative_to(root)} does not load it")
    sources = files(root, "src/app", "*.c")
    for path in sources:
        match = LOADED.search(without_comments(path.read_text(encoding="utf-8")))
        if match is None:
            continue
        template = (ui / path.relative_to(app)).with_suffix(".ui")
        if not template.exists():
            faults.append(f"{path.relative_to(root)}: its template is missing: {template.relative_to(root)}")
        elif not re.search(rf'(^|[/"]){re.escape(template.name)}"', match.group(1)):
            faults.append(f"{path.relative_to(root)}: does not load {template.name}")
    report(faults, f"templates, {len(templates)} and {len(sources)} files")


if __name__ == "__main__":
    main()
