# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line exports as a library in JSON, it imports without loss."""
import json
import unittest

from desk import SAMPLES, DeskTest, main


class LibraryJsonTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.second = self.folder / "second.jianbao"
        self.file = self.folder / "library.json"

    def fill(self):
        self.run_cli("import", SAMPLES)
        articles = self.export()["articles"]
        self.run_cli("accept", "--article", articles[0]["id"])
        self.run_cli("export", "--format", "json", "--output", self.file)
        return self.file.read_text(encoding="utf-8")

    def test_it_comes_back_the_same(self):
        text = self.fill()
        self.assertTrue(any(m["state"] == "confirmed" for a in json.loads(text)["articles"] for m in a["mentions"]))
        out, _ = self.run_cli("import", self.file, library=self.second)
        self.assertIn(f"{len(json.loads(text)['articles'])} articles", out)
        self.assertEqual(self.run_cli("export", "--format", "json", library=self.second)[0], text)
        self.run_cli("check", library=self.second)

    def test_one_undo_takes_it_out(self):
        self.fill()
        self.run_cli("import", self.file, library=self.second)
        self.run_cli("undo", library=self.second)
        export = json.loads(self.run_cli("export", "--format", "json", library=self.second)[0])
        self.assertEqual([export[key] for key in ("sources", "articles", "entities", "briefings")], [[], [], [], []])

    def test_twice_is_once(self):
        text = self.fill()
        for _ in range(2):
            out, errors = self.run_cli("import", self.file, library=self.second)
        self.assertIn("already", errors)
        self.assertEqual(self.run_cli("export", "--format", "json", library=self.second)[0], text)

    def test_what_is_wrong_is_said(self):
        library = json.loads(self.fill())
        library["articles"][3]["blocks"][0]["end"] += 1
        self.file.write_text(json.dumps(library, ensure_ascii=False), encoding="utf-8")
        _, errors = self.run_cli("import", self.file, library=self.second, code=1)
        self.assertIn("articles[3].blocks[0].end", errors)


if __name__ == "__main__":
    main()
