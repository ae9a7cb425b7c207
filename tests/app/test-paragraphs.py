# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program did by itself can be seen and taken back: a join in the reader, a post and a proposed name in the dossier."""
import json
import os
import subprocess

from window import SAMPLES, Atspi, WindowTest, main, wait


class ParagraphsTest(WindowTest):
    def run_cli(self, *args):
        return subprocess.check_output([self.cli, "-q", "-l", self.library, *map(str, args)], text=True)

    def picture(self, name):
        """What the display shows, into the folder that is asked for."""
        if "JB_PICTURES" in os.environ:
            subprocess.run(["import", "-window", "root", os.path.join(os.environ["JB_PICTURES"], name)], check=False)

    def test_a_join_says_why_and_is_taken_apart(self):
        self.run_cli("import", SAMPLES / "fengpu-feature.txt")
        before = self.export()
        article, = before["articles"]
        block = next(b for b in article["blocks"] if b["joins"])
        at = block["start"] + block["joins"][0]["offset"]

        window = self.open()
        window.wait_text("text", "Text of the article", article["text"][at:at + 6])
        text = window.find("text", "Text of the article")
        Atspi.Text.set_caret_offset(text, at)
        self.assertTrue(window.holds(f"Put together from two pieces, with {block['joins'][0]['score']} points"))
        self.picture("join.png")
        window.keys("shift+F10")
        self.assertTrue(window.holds("Split Paragraph Here"))
        self.picture("join-menu.png")
        window.keys("Escape", "s")
        split = self.wait_for(lambda e: len(e["articles"][0]["blocks"]) == len(article["blocks"]) + 1 and e, "S splits")
        self.assertEqual(split["articles"][0]["text"], article["text"][:at] + "\n" + article["text"][at:])
        window.wait_text("text", "Text of the article", split["articles"][0]["text"][at - 4:at + 4])
        self.picture("split.png")
        window.keys("shift+s")
        joined = self.wait_for(lambda e: len(e["articles"][0]["blocks"]) == len(article["blocks"]) and e, "Shift+S joins")
        self.assertEqual(joined["articles"][0]["text"], article["text"])
        window.keys("ctrl+z", "ctrl+z")
        self.wait_for(lambda e: e == before, "undo takes both back")
        window.close()

    def proposed(self):
        return [p["name"] for p in json.loads(self.run_cli("entities", "proposals", "--json"))]

    def open_entity(self, window, typed, name):
        """Filters by what is typed: digits, or Pinyin."""
        window.keys("alt+2")
        entry = window.find("text|entry", "Filter Entities")
        for _ in range(12):
            if entry.get_state_set().contains(Atspi.StateType.FOCUSED):
                break
            window.keys("shift+Tab")
        window.keys("ctrl+a")
        window.type(typed)
        window.find("list item", name)
        window.keys("Return")

    def test_a_dossier_tells_posts_and_what_may_be_the_same(self):
        self.run_cli("import", SAMPLES / "front-page-612.txt", SAMPLES / "front-page-621.txt")
        self.run_cli("accept", "--type", "leader", "--all")
        leader = next(e for e in self.export()["entities"] if e["name"] == "沈若谷")
        self.assertGreater(len(leader["posts"]), 1)
        self.run_cli("entities", "add", "--type", "campaign", "“263”工程")
        self.run_cli("entities", "add", "--type", "campaign", "“263”项目")
        window = self.open()
        self.open_entity(window, "shenruogu", leader["name"])
        post = leader["posts"][0]
        self.assertTrue(window.holds(post["place"] + post["title"]))
        self.picture("posts.png")
        window.press("button|push button", f"Remove the Post “{post['place']}{post['title']}”")
        self.wait_for(lambda e: sum(len(x["posts"]) for x in e["entities"] if x["id"] == leader["id"]) == len(leader["posts"]) - 1,
                      "the post is removed")
        window.keys("Tab", "ctrl+z")
        self.wait_for(lambda e: any(x["posts"] == leader["posts"] for x in e["entities"]), "undo brings it back")

        self.open_entity(window, "263", "“263”工程")
        self.assertTrue(window.holds("The Same As"))
        self.assertTrue(window.holds("An entity of its own"))
        self.picture("proposal.png")
        self.assertIn("“263”项目", self.proposed())
        window.press("button|push button", "“263”项目” Is Something Else")
        self.assertTrue(wait(lambda: "“263”项目" not in self.proposed()))
        window.keys("Tab", "ctrl+z")
        self.assertTrue(wait(lambda: "“263”项目" in self.proposed()))
        window.close()

    def test_a_name_seen_in_an_article_becomes_another_name(self):
        (self.folder / "page.txt").write_text(
            "产业基地开工\n\n本报讯 昨天，云汀物联网产业基地开工建设，云汀物联网产业基地将带动就业，居民都说好。\n", encoding="utf-8")
        self.run_cli("import", self.folder / "page.txt")
        self.run_cli("entities", "add", "--type", "project", "云汀智能物联网产业基地")
        self.assertEqual(self.proposed(), ["云汀物联网产业基地"])
        window = self.open()
        self.open_entity(window, "yunting", "云汀智能物联网产业基地")
        window.press("button|push button", "Add “云汀物联网产业基地” as Another Name")
        self.wait_for(lambda e: e["entities"][0]["aliases"] == ["云汀物联网产业基地"], "the name is added")
        window.wait_gone("button", "Add “云汀物联网产业基地” as Another Name")
        self.picture("alias.png")
        window.close()


if __name__ == "__main__":
    main()
