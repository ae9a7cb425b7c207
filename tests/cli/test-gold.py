# SPDX-License-Identifier: GPL-3.0-or-later
"""Floors under what is found in bulletins: the project's own samples, and others where they stand beside it."""
import json
import pathlib
import subprocess
import sys
import unittest

from desk import ROOT, SAMPLES, SHARED, DeskTest, main
import score

BULLETINS = ROOT / "tests" / "data" / "bulletins"

# What dissecting and tagging reach on the samples, rounded down: a change that falls below needs a reason.
FLOORS = {"mentions": 0.85, "headings": 1.0, "captions": 1.0, "joins": 1.0, "titles": 1.0, "names": 1.0, "statement": 1.0}


# The same for bulletins that were written to be read without having been seen.
UNSEEN_FLOORS = FLOORS | {"mentions": 0.83, "names": 0.0}
# One caption stands right above a heading there, as if the two were a pair.
UNSEEN_FLOORS_OF = {"wangzhu-half-year": UNSEEN_FLOORS | {"headings": 0.85, "captions": 0.75}}


def floors_of(gold):
    if (SAMPLES / gold["seed"]).exists():
        return FLOORS
    return UNSEEN_FLOORS_OF.get(pathlib.Path(gold["seed"]).stem, UNSEEN_FLOORS)


class GoldTest(DeskTest):
    def export_of(self, gold):
        """What a library holds into which only this bulletin was imported."""
        self.library = self.folder / f"{gold['seed']}.jianbao"
        sample = SAMPLES / gold["seed"]
        self.run_cli("import", sample if sample.exists() else BULLETINS / gold["seed"])
        return self.export()

    def test_bulletins_are_found_as_their_gold_says(self):
        for path in sorted((ROOT / "tests" / "data" / "gold").glob("*.json")):
            with self.subTest(path.stem):
                gold = json.loads(path.read_text(encoding="utf-8"))
                found = score.score(gold, self.export_of(gold))
                print(path.stem, {k: round(v, 3) for k, v in found.items()})
                self.assertEqual(found["false joins"], 0)
                for what, floor in floors_of(gold).items():
                    self.assertGreaterEqual(found[what], floor, what)

    def test_confidence_is_kept(self):
        judged = []
        for path in sorted((ROOT / "tests" / "data" / "gold").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            mentions = [m for a in self.export_of(gold)["articles"] for m in a["mentions"]]
            judged += score.judge_mentions(gold["mentions"], mentions)
        for least in (0.5, 0.6, 0.7, 0.8, 0.9):
            right = [is_right for confidence, is_right in judged if least <= confidence < least + 0.1]
            print(f"{least}: {len(right)}, {sum(right) / max(1, len(right)):.3f} right")
            self.assertGreaterEqual(sum(right), least * len(right))

    @unittest.skipUnless((SHARED / "tools" / "score.py").exists(), "no shared bulletins beside the project")
    def test_shared_bulletins_are_found_as_their_gold_says(self):
        for path in sorted((SHARED / "gold").glob("*.json")):
            with self.subTest(path.stem):
                self.library = self.folder / f"{path.stem}.jianbao"
                seed = json.loads(path.read_text(encoding="utf-8"))["seed"]
                exported = self.folder / f"{path.stem}.json"
                self.run_cli("import", SHARED / "bulletins" / seed)
                self.run_cli("export", "--format", "json", "-o", exported)
                figures = json.loads(subprocess.check_output(
                    [sys.executable, SHARED / "tools" / "score.py", path, exported, "--json"], text=True))
                self.assertGreaterEqual(figures["mention/overlap/all"]["f1"], 0.88)
                self.assertGreaterEqual(figures["mention/exact/all"]["f1"], 0.8)
                self.assertGreaterEqual(figures["headings"]["f1"], 0.97)
                self.assertGreaterEqual(figures["captions"]["f1"], 0.97)
                self.assertEqual(figures["joins"]["r"], 1.0)
                self.assertEqual(figures["articles"]["r"], 1.0)


if __name__ == "__main__":
    main()
