# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are looked at, imported, and told of."""
import contextlib
import sqlite3
import subprocess
import unittest
import zipfile

from window import SAMPLES, WindowTest, main, wait

N_MANY = 600
HTML = "<p>云汀区柳浦街道昨日举行<b>邻里节</b>。</p><p>居民林小雨说，今年的活动比往年更热闹。</p>"


def copy(text, *how):
    """Puts the text into the clipboard. The program stays behind to hand it out, so it must not keep what we speak through open."""
    subprocess.run(["xclip", "-selection", "clipboard", *how, "-i"], input=text.encode(), check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


class ImportTest(WindowTest):
    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def count(self, table):
        with contextlib.closing(sqlite3.connect(f"file:{self.library}?mode=ro", uri=True)) as library:
            return library.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_files_are_previewed_then_imported_for_an_issue(self):
        archive = self.folder / "合集.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.write(SAMPLES / "yueyan-feature.txt", "夏/月堰.txt")
        window = self.open(SAMPLES / "front-page-621.txt", archive, self.write("空.txt", "  \n"))
        self.assertTrue(window.holds("Import 3 Files"))
        self.assertTrue(window.holds("5 articles · 《云汀报》 · issue 621"))
        self.assertTrue(window.holds("Archive of 1 file"))
        self.assertTrue(window.holds("Cannot be imported: the file is empty"))
        self.assertEqual(self.export()["sources"], [])

        # The fields are reached by their mnemonics; a day that does not exist holds the import up.
        window.keys("alt+b")
        window.type("Test Paper")
        window.keys("alt+s")
        window.type("77")
        window.keys("alt+d")
        window.type("2026-02-30")
        window.keys("Return")
        self.assertEqual(self.export()["sources"], [])
        window.keys("alt+d", "ctrl+a")
        window.type("2026-03-02")
        window.keys("Return")
        sources = self.wait_for(lambda e: len(e["sources"]) == 2 and e["sources"], "two files are imported")
        for source in sources:
            self.assertEqual(source["masthead"]["name"], "Test Paper")
            self.assertEqual(source["masthead"]["issue"], "77")
        self.assertTrue(all(a["date"] == "2026-03-02" for a in self.export()["articles"]))

        # What failed is shown with its reason, what was imported with what is in it.
        self.assertTrue(window.holds("2 imported · 1 failed"))
        self.assertTrue(window.holds("Not imported: the file is empty"))
        window.find("button|push button", "Retry")
        self.write("空.txt", "云汀区今天修桥。\n")
        window.press("button|push button", "Retry")
        self.wait_for(lambda e: len(e["sources"]) == 3, "the file that failed is tried again")
        window.keys("Escape")
        window.close()

    def test_cancel_stores_nothing_and_one_text_needs_no_dialog(self):
        window = self.open(SAMPLES / "front-page-621.txt", SAMPLES / "half-year-report.txt")
        self.assertTrue(window.holds("Import 2 Files"))
        window.keys("Escape")
        window.find("button|push button", "Try with Sample Bulletins")
        self.assertEqual(self.export()["sources"], [])
        window.close()
        window = self.open(SAMPLES / "half-year-report.txt")
        self.wait_for(lambda e: len(e["sources"]) == 1, "a single text is opened at once")
        window.keys("Tab")
        window.close()

    def test_a_web_page_in_the_clipboard_becomes_an_article(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES / "fengpu-feature.txt"],
                              stdout=subprocess.DEVNULL)
        window = self.open()
        window.find("text", "Text of the article")
        copy(HTML, "-t", "text/html")
        window.keys("ctrl+v")
        exported = self.wait_for(lambda e: len(e["sources"]) == 2 and e, "the clipboard is imported")
        pasted = next(s for s in exported["sources"] if s["name"].startswith("Clipboard 20"))
        article = next(a for a in exported["articles"] if a["source"] == pasted["id"])
        self.assertIn("居民林小雨说，今年的活动比往年更热闹。", article["text"])
        self.assertTrue(window.holds("1 file imported"))
        # In an entry the same keys paste words.
        copy("柳浦")
        window.keys("ctrl+shift+f", "ctrl+v")
        self.assertTrue(window.holds("1 article found"))
        self.assertEqual(len(self.export()["sources"]), 2)
        window.close()

    def test_a_watched_folder_is_imported_by_itself(self):
        watched = self.folder / "in"
        watched.mkdir()
        (watched / "before.txt").write_text("云汀区今天修桥。\n", encoding="utf-8")
        window = self.open()
        window.keys("ctrl+comma")
        window.press("button|push button", "Choose…")
        window.find("file chooser|dialog|filler|frame|window", "Folder to Watch")
        window.keys("ctrl+l")
        window.type(str(watched))
        window.keys("Return")
        self.wait_for(lambda e: len(e["sources"]) == 1, "what lies there is imported")
        self.assertTrue(window.holds("1 file of the watched folder imported"))
        (watched / "later.part").write_text("柳浦街道举行邻里节。\n", encoding="utf-8")
        (watched / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
        (watched / "later.part").rename(watched / "later.txt")
        self.wait_for(lambda e: len(e["sources"]) == 2, "what appears there is imported")
        window.keys("Escape")
        window.keys("F10")
        window.press("menu item", "Imported Files")
        self.assertTrue(window.holds("bad.txt"))
        self.assertTrue(window.holds("Not imported"))
        window.keys("Escape")
        window.close()

    def test_editing_goes_on_while_many_files_come_in(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES / "fengpu-feature.txt"],
                              stdout=subprocess.DEVNULL)
        many = self.folder / "many"
        many.mkdir()
        text = (SAMPLES / "half-year-report.txt").read_text(encoding="utf-8")
        for i in range(N_MANY):
            (many / f"{i:04}.txt").write_text(f"第{i}号\n\n{text}", encoding="utf-8")
        window = self.open(many)
        self.assertTrue(window.holds(f"Import {N_MANY} Files"))
        window.keys("alt+i", "alt+1", "Tab", "Return")
        self.assertTrue(wait(lambda: self.count("decision") == 1), "the edit is made")
        n_then = self.count("source")
        window.keys("alt+s")
        window.keys("F10")
        window.press("menu item", "Imported Files")
        window.find("label", " stopped")
        window.keys("Escape")
        n_stopped = self.count("source")
        self.assertLess(n_then, N_MANY)
        self.assertLess(n_stopped, N_MANY)
        # Undo goes back in the order of time: the last files, the edit, the files before it.
        for left in (n_then + 5, n_then + 5, 2):
            window.keys("ctrl+z")
            self.assertTrue(wait(lambda: self.count("source") < left), "the import is undone")
        self.assertEqual(self.count("decision"), 0)
        window.keys("Escape")
        window.close()


if __name__ == "__main__":
    main()
