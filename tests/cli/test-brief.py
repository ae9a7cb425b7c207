# SPDX-License-Identifier: GPL-3.0-or-later
"""From bulletins to a printed briefing in which every sentence names its source."""
import re
import shutil
import subprocess
import unittest

from desk import SAMPLES, DeskTest, main


class BriefTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.run_cli("import", SAMPLES)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs pdftotext")
    def test_every_sentence_of_the_pdf_names_its_source(self):
        path = self.folder / "b.pdf"
        self.run_cli("brief", "--group", "street", "--date", "2026-01-05", "--issue", "3", "-o", path)
        text = subprocess.check_output(["pdftotext", "-raw", path, "-"], text=True)
        fonts = subprocess.check_output(["pdffonts", path], text=True).splitlines()[2:]
        info = subprocess.check_output(["pdfinfo", path], text=True)
        self.assertIn("第3期", text)
        self.assertIn("2026年1月5日", text)
        body, sources = text.split("来源", 1)
        marks = {int(m) for m in re.findall(r"\[(\d+)\]", body)}
        listed = {int(m) for m in re.findall(r"\[(\d+)\]", sources)}
        self.assertEqual(marks, listed)
        self.assertGreaterEqual(len(re.findall(r"\[\d+\]", body)), 6)
        self.assertIn("A4", info)
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r" yes yes yes ")

    def test_every_sentence_is_verbatim_at_its_place(self):
        path = self.folder / "b.json"
        self.run_cli("brief", "--group", "campaign", "-o", path)
        import json
        briefing, = json.loads(path.read_text(encoding="utf-8"))["briefings"]
        articles = {a["id"]: a for a in self.export()["articles"]}
        sources = {p.name: p.read_text(encoding="utf-8") for p in SAMPLES.glob("*.txt")}
        names = {s["id"]: s["name"] for s in self.export()["sources"]}
        items = [item for section in briefing["sections"] for item in section["items"]]
        self.assertGreaterEqual(len(items), 6)
        for item in items:
            article = articles[item["article"]]
            self.assertEqual(article["text"][item["start"]:item["end"]], item["text"])
            self.assertTrue(item["citation"])
            # The characters stand in the imported file too, a column break apart at the most.
            source = re.sub(r"\s", "", sources[names[article["source"]]])
            head = re.sub(r"\s", "", item["text"])[:6]
            self.assertIn(head, source)

    def test_unwritable_output_leaves_what_was_there(self):
        path = self.folder / "there" / "b.pdf"
        _, errors = self.run_cli("brief", "-o", path, code=4)
        self.assertIn("b.pdf", errors)

    def test_a_full_disk_leaves_what_was_there(self):
        path = self.folder / "b.pdf"
        path.write_text("before")
        done = subprocess.run(["sh", "-c", 'ulimit -f 80; trap "" XFSZ; exec "$@"', "sh", self.program, "--library", self.library,
                               "brief", "-o", path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(path.read_text(), "before")
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith("b.pdf")], ["b.pdf"])

    def test_wrong_orders_are_refused(self):
        for args in (["-o", "b.xyz"], [], ["-o", "b.pdf", "--group", "colour"], ["-o", "b.pdf", "--date", "5.1.2026"],
                     ["-o", "b.pdf", "--template", "none-such"], ["-o", "b.pdf", "--issue", "three"]):
            self.run_cli("brief", *args, code=2)


if __name__ == "__main__":
    main()
