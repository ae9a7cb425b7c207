# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed in the middle of an import leaves a sound library with whole articles only."""
import json
import random
import signal
import subprocess
import time

from desk import SAMPLES, DeskTest, main

N_FILES = 120
N_KILLS = 12


class KillTest(DeskTest):
    def make_files(self):
        texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
        folder = self.folder / "bulletins"
        folder.mkdir()
        for i in range(N_FILES):
            (folder / f"{i:03}.txt").write_text(texts[i % len(texts)] + f"\n\n本版共{i}期。", encoding="utf-8")
        return folder

    def test_killed_imports_leave_whole_articles(self):
        folder = self.make_files()
        begun = time.monotonic()
        self.run_cli("import", folder, library=self.folder / "whole.jianbao")
        whole = time.monotonic() - begun
        expected = self.read_texts("whole.jianbao")
        dice = random.Random(7)
        counts = set()
        for i in range(N_KILLS):
            name = f"killed-{i}.jianbao"
            process = subprocess.Popen([self.program, "--library", self.folder / name, "import", folder],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0.02, whole))
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.run_cli("check", library=self.folder / name)
            texts = self.read_texts(name)
            for source, articles in texts.items():
                self.assertEqual(articles, expected[source])
            counts.add(len(texts))
            # And the import can be taken up again: what is there is known, the rest follows.
            self.run_cli("import", folder, library=self.folder / name)
            self.assertEqual(self.read_texts(name), expected)
        self.assertGreater(len(counts), 2, "every kill came at the same place")

    def read_texts(self, name):
        """The texts of all articles, by the name of their source."""
        export = json.loads(self.run_cli("export", "--format", "json", library=self.folder / name)[0])
        names = {source["id"]: source["name"] for source in export["sources"]}
        texts = {name: [] for name in names.values()}
        for article in export["articles"]:
            texts[names[article["source"]]].append(article["text"])
        return texts


if __name__ == "__main__":
    main()
