#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No include crosses the layers.

The build already refuses most of them; this also sees what a dependency lets through by way of another, toolkit and
database headers, and the pages of the app, which share one include path.
"""
import re
import sys

from tree import files, report, root_of, without_comments

GROUND = {"base", "text", "model"}

# folder of src/core: the folders it may use
CORE = {
    "base": set(),
    "text": {"base"},
    "model": {"base", "text"},
    **{name: GROUND for name in ("import", "dissect", "tag", "facts", "proof", "digest", "layout", "store")},
    "export": GROUND | {"layout"},
}
CORE["jobs"] = set(CORE) | {"store"}

# the other programs: what they may use of the core, None for all of it
PROGRAMS = {"cli": None, "app": None, "reader": GROUND | {"import"}}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|adw)([/.-]|$)")


def place(path, root):
    """(part, folder): ("core", "text"), ("app", "library"), ("cli", "")…"""
    parts = path.relative_to(root / "src").parts
    return parts[0], parts[1] if len(parts) > 2 else ""


def wrong(here, there):
    """Why code in one place may not include a header of another; None when it may."""
    (part, folder), (their_part, their_folder) = here, there
    if here == there:
        return None
    if part == "core":
        if their_part != "core":
            return f"the core does not know src/{their_part}"
        if folder not in CORE:
            return f"src/core/{folder} is not in the table of layers"
        if their_folder not in CORE[folder]:
            return f"src/core/{folder} may not use src/core/{their_folder}"
        return None
    if their_part == "core":
        allowed = PROGRAMS.get(part)
        if allowed is not None and their_folder not in allowed:
            return f"src/{part} may not use src/core/{their_folder}"
        return None
    if part != their_part:
        return f"src/{part} does not know src/{their_part}"
    if part == "app" and folder != "" and their_folder not in ("", "widgets"):
        return f"pages do not include one another: {folder} uses {their_folder}"
    return None


def declared(root):
    """Faults in what the folders of the core name as dependencies in their meson.build."""
    for path in files(root, "src/core", "meson.build"):
        _, folder = place(path, root)
        if folder not in CORE:
            if folder:
                yield f"{path.relative_to(root)}: src/core/{folder} is not in the table of layers"
            continue
        for name in sorted(set(re.findall(r"\b(\w+)_dep\b", path.read_text(encoding="utf-8")))):
            if name in CORE and name != folder and name not in CORE[folder]:
                yield f"{path.relative_to(root)}: src/core/{folder} may not depend on src/core/{name}"


def main():
    root = root_of(sys.argv)
    sources = files(root, "src", "*.c", "*.h")
    owner = {path.name: place(path, root) for path in sources if path.suffix == ".h"}
    faults = list(declared(root))
    for path in sources:
        here = place(path, root)
        code = without_comments(path.read_text(encoding="utf-8"))
        for match in INCLUDE.finditer(code):
            header, why = match.group(2), None
            name = header.rsplit("/", 1)[-1]
            if match.group(1) == '"' and name in owner:
                why = wrong(here, owner[name])
            elif here[0] != "app" and TOOLKIT.match(header):
                why = "only the app knows the toolkit"
            elif name == "sqlite3.h" and here != ("core", "store"):
                why = "only src/core/store knows SQLite"
            if why:
                line = code.count("\n", 0, match.start()) + 1
                faults.append(f"{path.relative_to(root)}:{line}: {header}: {why}")
    report(faults, f"layers, {len(sources)} files")


if __name__ == "__main__":
    main()
