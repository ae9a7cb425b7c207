# SPDX-License-Identifier: GPL-3.0-or-later
"""Newspaper pages as PDF end as the articles they were set from."""
import collections
import subprocess
import sys

from desk import ROOT, SAMPLES, DeskTest, main
import press
import press_pages
import press_score

BULLETINS = ROOT / "tests" / "data" / "bulletins"
SOURCES = [SAMPLES / "front-page-612.txt", SAMPLES / "front-page-621.txt", SAMPLES / "fengpu-feature.txt",
           SAMPLES / "half-year-report.txt", BULLETINS / "jingu-economy.txt", BULLETINS / "linxi-front-page.txt",
           BULLETINS / "ronglei-meetings.txt", BULLETINS / "linji-streets.txt", BULLETINS / "yuqian-front-page.txt"]
KINDS = ("inner", "inner_rules", "front", "photos", "report", "vertical")

# What is reached, rounded down.
FLOORS = {"titles": 0.95, "paragraphs": 0.95, "cut": 0.9, "order": 0.95, "chars": 0.99}
SHOWN = {"kicker", "title", "deck", "byline", "paragraph", "list", "heading", "caption"}


class PressTest(DeskTest):
    setter = None

    def load_articles(self):
        """The articles of the project's bulletins, as their text is dissected."""
        self.run_cli("import", *SOURCES)
        articles = []
        for article in self.export()["articles"]:
            blocks = [(b["kind"], b["text"]) for b in article["blocks"] if b["kind"] in SHOWN]
            if article["title"] and any(kind == "paragraph" for kind, _ in blocks):
                articles.append({"title": article["title"], "blocks": blocks})
        return articles

    def test_pages_end_as_their_articles(self):
        pool = self.load_articles()
        fonts = press.Fonts(self.setter)
        fonts.learn([text for a in pool for _, text in a["blocks"]] +
                    [(ROOT / "tests" / "support" / "press_pages.py").read_text(encoding="utf-8"), "「」『』点厘〇一二三四五六七八九"])
        if press.SERIF not in subprocess.run(["fc-list"], capture_output=True, text=True).stdout:
            self.skipTest("no Chinese font")
        truth = {}
        for kind in KINDS:
            pages, truth[kind] = press_pages.KINDS[kind](press_pages.Maker(fonts, pool, kind))
            press.print_pdf(self.setter, pages, self.folder / f"{kind}.pdf")
        self.library = self.folder / "pages.jianbao"
        self.run_cli("import", *(self.folder / f"{kind}.pdf" for kind in KINDS))
        export = self.export()
        names = {s["id"]: s["name"] for s in export["sources"]}
        total = collections.defaultdict(lambda: [0, 0])
        for kind in KINDS:
            counts = press_score.score_page(truth[kind], [a for a in export["articles"] if names[a["source"]] == f"{kind}.pdf"])
            print(kind, {what: f"{found}/{wanted}" for what, (found, wanted) in counts.items()})
            press_score.add(total, counts)
        for what, floor in FLOORS.items():
            self.assertGreaterEqual(total[what][0] / total[what][1], floor, what)


if __name__ == "__main__":
    PressTest.setter = sys.argv.pop(2)
    main()
