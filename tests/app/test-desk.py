# SPDX-License-Identifier: GPL-3.0-or-later
"""A day at the desk: a bulletin comes in, names are decided by keys, sentences go into a briefing, the briefing is exported,
and after a restart all of it is there."""
import shutil
import subprocess
import unittest

from window import SAMPLES, WindowTest, main

FEATURE = SAMPLES / "yueyan-feature.txt"


def count(export, state):
    return sum(m["state"] == state for a in export["articles"] for m in a["mentions"])


class DeskTest(WindowTest):
    def test_from_import_to_print_and_back(self):
        window = self.open(FEATURE)
        title = self.wait_for(lambda e: e["articles"] and e["articles"][0]["title"], "the file given is imported")
        self.assertTrue(window.holds(title.split()[0]))

        # The reader: next suggestion, accept, accept, reject.
        window.wait_text("text", "Text of the article", title.split()[0])
        window.keys("Tab", "Return")
        self.wait_for(lambda e: count(e, "confirmed") == 1, "Enter accepts the current suggestion")
        window.keys("Return")
        self.wait_for(lambda e: count(e, "confirmed") == 2, "Enter goes on to the next")
        window.keys("Delete")
        self.wait_for(lambda e: count(e, "rejected") == 1, "Delete rejects")

        # Undo and redo.
        window.keys("ctrl+z")
        self.wait_for(lambda e: count(e, "rejected") == 0, "Ctrl+Z takes the rejection back")
        window.keys("ctrl+shift+z")
        self.wait_for(lambda e: count(e, "rejected") == 1, "Ctrl+Shift+Z does it again")

        # Two sentences for the briefing.
        window.keys("Tab", "b")
        self.wait_for(lambda e: e["briefings"], "B makes a briefing")
        window.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "b")
        briefing = self.wait_for(lambda e: len(e["briefings"][0]["sections"][0]["items"]) == 2 and e["briefings"][0],
                                 "B adds the sentence")
        texts = [item["text"] for item in briefing["sections"][0]["items"]]
        article = self.export()["articles"][0]
        for text in texts:
            self.assertIn(text, article["text"])

        # The page of briefings shows them; the PDF is written.
        window.keys("alt+3")
        self.assertTrue(window.holds(texts[0]))
        window.press("button|push button", "Export…")
        window.find("file chooser|dialog|filler|frame|window", "Export Briefing")
        path = self.folder / "briefing.pdf"
        window.keys("ctrl+a")
        window.type(str(path))
        window.keys("Return")
        self.wait_for(lambda e: path.exists() and path.stat().st_size > 1000, "the PDF is written")
        if shutil.which("pdftotext"):
            printed = "".join(subprocess.check_output(["pdftotext", path, "-"], text=True).split())
            self.assertIn("".join(texts[0].split())[:12], printed)
            self.assertIn("".join(title.split()), printed)
        window.close()
        before = self.export()

        # Closed and opened again: everything is there, and history goes on.
        window = self.open()
        self.assertTrue(window.holds(title.split()[0]))
        window.keys("alt+3")
        self.assertTrue(window.holds(texts[1]))
        window.keys("alt+2")
        confirmed = next(m for a in before["articles"] for m in a["mentions"] if m["state"] == "confirmed")
        self.assertTrue(window.holds(confirmed["name"]))
        self.assertEqual(self.export(), before)
        window.keys("ctrl+z")
        self.wait_for(lambda e: len(e["briefings"][0]["sections"][0]["items"]) == 1, "undo goes on after a restart")
        window.close()


if __name__ == "__main__":
    main()
