#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gold of the bulletins fits their text: offsets, headings, captions, figures and column breaks are where it says."""
import json
import sys

from tree import files, report, root_of

TYPES = {"street", "community", "place", "project", "leader", "person", "organisation", "campaign", "system"}


def faults_in(gold, text):
    lines = {line.strip() for line in text.split("\n")}
    seen = set()
    for mention in gold["mentions"]:
        start, end, kind = mention["start"], mention["end"], mention["type"]
        if text[start:end] != mention["text"]:
            yield f"mention {start}–{end}: {text[start:end]!r} is not {mention['text']!r}"
        if kind not in TYPES:
            yield f"mention {start}–{end}: no such type: {kind}"
        if (start, end, kind) in seen:
            yield f"mention {start}–{end}: given twice"
        seen.add((start, end, kind))
    for key in ("headings", "captions", "articles"):
        for line in gold.get(key, []):
            if line not in lines:
                yield f"{key}: no such line: {line}"
    for figure in gold["figures"]:
        if figure["text"] not in text or figure["kind"] not in ("result", "target"):
            yield f"figure: {figure['text']}, {figure['kind']}"
    if len(gold["joins"]) != len(gold["join_spans"]):
        yield "as many joins as join_spans are needed"
    for (left, right), (start, end) in zip(gold["joins"], gold["join_spans"]):
        if not text[:start].endswith(left) or not text[end:].startswith(right) or "\n\n" not in text[start:end]:
            yield f"join {start}–{end}: is not between “{left}” and “{right}”"


def main():
    root = root_of(sys.argv)
    paths = files(root, "tests/data/gold", "*.json")
    faults = []
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        sample = next((folder / gold["seed"] for folder in (root / "resources" / "samples", root / "tests" / "data" / "bulletins")
                       if (folder / gold["seed"]).exists()), None)
        if sample is not None:
            faults += [f"{path.relative_to(root)}: {fault}"
                       for fault in faults_in(gold, sample.read_text(encoding="utf-8"))]
        else:
            faults.append(f"{path.relative_to(root)}: no bulletin {gold['seed']}")
    report(faults, f"gold, {len(paths)} files")


if __name__ == "__main__":
    main()
