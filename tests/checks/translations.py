#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text for people can be translated, and is.

po/POTFILES.in names exactly the files that hold such texts, in order; each language in po/LINGUAS that the project
keeps complete has no untranslated and no fuzzy message against texts extracted this moment.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from tree import SKIPPED, files, report, root_of, without_comments

COMPLETE = ["zh_CN"]
TOOLS = ["xgettext", "msgmerge", "msgattrib", "msgfmt"]
# The keywords meson's preset “glib” gives to xgettext.
KEYWORDS = ["--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
            "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3"]
CODE = re.compile(r'(?<!\w)(?:_|N_|NC_|C_|ngettext|g_dngettext|g_dpgettext2)[ \t]*\((?!\s*\))')
DEFINITION = re.compile(r"^[ \t]*#[ \t]*define[^\n]*", re.M)
UI = re.compile(r'translatable="(?:yes|true|1)"')


def holds_text(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        code = DEFINITION.sub("", without_comments(text))
        # a keyword around a variable marks nothing
        return any('"' in code[match.end():match.end() + 200].split(";")[0].split(")")[0]
                   for match in CODE.finditer(code))
    if path.suffix == ".ui":
        return bool(UI.search(text))
    return True     # desktop file and metainfo are all text


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def entries(po):
    """The msgids of a po file in which only the wanted messages are left; the header is none."""
    found = []
    for block in po.split("\n\n"):
        match = re.search(r'^msgid ((?:".*"\n?)+)', block, re.M)
        text = "".join(re.findall(r'"(.*)"', match.group(1))) if match else ""
        if text:
            found.append(text)
    return found


def main():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print("skipped: not installed: " + ", ".join(missing))
        sys.exit(SKIPPED)
    root = root_of(sys.argv)
    faults = []
    listed = [line for line in (root / "po" / "POTFILES.in").read_text(encoding="utf-8").split("\n")
              if line and not line.startswith("#")]
    there = files(root, "src", "*.c", "*.h") + files(root, "data", "*.ui", "*.desktop.in", "*.metainfo.xml.in")
    wanted = sorted(str(path.relative_to(root)) for path in there if holds_text(path))
    faults += [f"po/POTFILES.in: does not name {name}" for name in wanted if name not in listed]
    faults += [f"po/POTFILES.in: names {name}, which has no text" for name in listed if name not in wanted]
    if listed != sorted(listed):
        faults.append("po/POTFILES.in: is not sorted")

    languages = [line for line in (root / "po" / "LINGUAS").read_text(encoding="utf-8").split("\n")
                 if line and not line.startswith("#")]
    faults += [f"po/LINGUAS: does not name {name}" for name in COMPLETE if name not in languages]
    with tempfile.TemporaryDirectory() as folder:
        names, pot = pathlib.Path(folder, "names"), pathlib.Path(folder, "fresh.pot")
        names.write_text("\n".join(name for name in listed if (root / name).exists()) + "\n", encoding="utf-8")
        told = run("xgettext", *KEYWORDS, f"--files-from={names}", f"--output={pot}", cwd=root)
        if told.returncode or not pot.exists():
            faults.append(f"xgettext: {told.stderr.strip() or 'no texts found'}")
        for name in languages if pot.exists() else []:
            po = root / "po" / f"{name}.po"
            if not po.exists():
                faults.append(f"po/LINGUAS: names {name}, which has no file")
                continue
            told = run("msgfmt", "--check", "--output-file=/dev/null", str(po), cwd=root)
            if told.returncode:
                faults.append(f"po/{name}.po: {told.stderr.strip()}")
                continue
            if name not in COMPLETE:
                continue
            merged = pathlib.Path(folder, f"{name}.po")
            run("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={merged}", str(po), str(pot), cwd=root)
            for option, what in (("--untranslated", "not translated"), ("--only-fuzzy", "fuzzy")):
                left = run("msgattrib", "--no-obsolete", option, str(merged), cwd=root).stdout
                faults += [f"po/{name}.po: {what}: {text}" for text in entries(left)]
    report(faults, f"translations, {len(wanted)} files")


if __name__ == "__main__":
    main()
