# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command does what its manual says, and says what is wrong where it cannot."""
import csv
import io
import json
import os
import random
import re
import sqlite3
import subprocess
import unittest

from desk import ROOT, SAMPLES, SHARED, DeskTest, main

FEATURE = SAMPLES / "fengpu-feature.txt"


class ImportTest(DeskTest):
    def test_the_same_bytes_are_known(self):
        self.run_cli("import", FEATURE)
        out, errors = self.run_cli("import", FEATURE)
        self.assertIn("0 sources", out)
        self.assertIn("already", errors)
        self.run_cli("import", "--force", FEATURE)
        self.assertEqual(len(self.export()["sources"]), 2)

    def test_bad_files_are_named_and_the_rest_goes_on(self):
        bad = {"empty.txt": b"", "blank.txt": b" \n\n\t\n", "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8,
               "large.txt": "大".encode() * (12 << 20)}
        for name, data in bad.items():
            (self.folder / name).write_bytes(data)
        os.mkfifo(self.folder / "pipe.txt")
        paths = [self.folder / name for name in bad] + [self.folder / "pipe.txt", self.folder / "missing.txt", FEATURE]
        out, errors = self.run_cli("import", *paths, code=1)
        self.assertIn("1 sources, 1 articles", out)
        for path in paths[:-1]:
            self.assertEqual(sum(path.name + ": " in line for line in errors.splitlines()), 1, errors)
        self.run_cli("check")

    def test_the_library_itself_is_no_bulletin(self):
        self.run_cli("import", FEATURE)
        _, errors = self.run_cli("import", self.library, code=1)
        self.assertIn("the library that is open", errors)
        self.run_cli("check")

    def test_encodings_give_the_same_article(self):
        text = FEATURE.read_text(encoding="utf-8")
        (self.folder / "gb.txt").write_bytes(text.encode("gb18030"))
        (self.folder / "crlf.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
        (self.folder / "utf16.txt").write_bytes(text.encode("utf-16"))
        self.run_cli("import", FEATURE, self.folder / "gb.txt", self.folder / "crlf.txt", self.folder / "utf16.txt")
        export = self.export()
        self.assertEqual([s["encoding"] for s in export["sources"]], ["UTF-8", "GB18030", "UTF-8", "UTF-16LE"])
        self.assertEqual(len({a["text"] for a in export["articles"]}), 1)
        spans = [json.dumps([b["source_spans"] for b in a["blocks"]]) for a in export["articles"]]
        self.assertEqual(len(set(spans)), 1)

    def test_originals_are_kept_byte_for_byte(self):
        self.run_cli("import", FEATURE)
        with sqlite3.connect(self.library) as db:
            (stored,), = db.execute("SELECT bytes FROM content")
        self.assertEqual(stored, FEATURE.read_bytes())

    def test_spans_lead_back_to_the_file(self):
        self.run_cli("import", SAMPLES)
        export = self.export()
        texts = {s["id"]: (SAMPLES / s["name"]).read_text(encoding="utf-8") for s in export["sources"]}
        for article in export["articles"]:
            source = texts[article["source"]]
            for part in article["blocks"] + article["mentions"]:
                self.assertEqual("".join(source[a:b] for a, b in part["source_spans"]).replace("\n", ""),
                                 article["text"][part["start"]:part["end"]].replace("\n", ""))

    def test_a_date_given_by_hand_wins(self):
        self.run_cli("import", "--date", "2024-05-06", FEATURE)
        article, = self.export()["articles"]
        self.assertEqual((article["date"], article["date_origin"]), ("2024-05-06", "editor"))
        self.run_cli("import", "--date", "6.5.2024", FEATURE, code=2)


class NamesTest(DeskTest):
    DIVISIONS = "90\t云省\t1\t\n9001\t市辖区\t2\t90\n900101\t汀州区\t3\t9001\n900101001\t柳浦街道\t4\t900101\n"

    def write(self, text):
        path = self.folder / "names.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_list_is_added_once(self):
        path = self.write(self.DIVISIONS)
        out, errors = self.run_cli("entities", "import", path)
        self.assertEqual(out, "3 added, 0 already there\n")
        self.assertIn("1 row left out", errors)
        self.assertEqual(self.run_cli("entities", "import", path)[0], "0 added, 3 already there\n")
        self.assertEqual([e["name"] for e in self.run_json("entities", "list", "--json")], ["云省", "汀州区", "柳浦街道"])
        self.assertIn("names.tsv", self.run_cli("undo")[0])
        self.assertEqual(self.run_json("entities", "list", "--json"), [])

    @unittest.skipUnless((SHARED / "data" / "divisions.tsv").exists(), "no list of divisions beside the project")
    def test_a_country_of_names_comes_and_goes_as_one(self):
        self.run_cli("import", SAMPLES)
        before = self.export()
        out, errors = self.run_cli("entities", "import", SHARED / "data" / "divisions.tsv")
        self.assertRegex(out, r"^4\d{4} added, 0 already there")
        self.assertEqual(len(errors.splitlines()), 1)
        self.assertGreater(len(self.run_json("entities", "show", "城关镇", "--json")), 100)
        self.assertRegex(self.run_cli("entities", "import", SHARED / "data" / "divisions.tsv")[0], r"^0 added, 4\d{4} already")
        self.run_cli("undo")
        self.assertEqual(self.export(), before)

    def test_what_is_left_out_is_said(self):
        path = self.write("名称,类型\n柳浦街道,街道\n石桥,\n,街道\n石桥社区,星系\n")
        out, errors = self.run_cli("entities", "import", path, code=1)
        self.assertEqual(out, "1 added, 0 already there\n")
        self.assertIn("names.tsv:4: there is no name", errors)
        self.assertIn("names.tsv:5: there is no type “星系”", errors)
        self.assertIn("1 name left out", errors)
        self.assertIn("2 rows left out", errors)
        out, _ = self.run_cli("entities", "import", "--type", "place", path, code=1)
        self.assertEqual(out, "1 added, 1 already there\n")

    def test_what_is_no_list_is_refused(self):
        _, errors = self.run_cli("entities", "import", self.write("1,2,3\n"), code=1)
        self.assertIn("no column has the heading", errors)
        self.run_cli("entities", "import", self.folder / "missing.csv", code=1)
        self.run_cli("entities", "import", code=2)

    def test_what_is_dismissed_is_not_offered_again(self):
        words = ["昨天清晨，澜泊谷飘起细雨", "大家来到澜泊谷散步", "孩子爱看澜泊谷的萤火虫", "夜里，澜泊谷灯火通明"]
        for i in range(24):
            text = f"{words[i // 4 % 4]}。{words[(i // 4 + 1) % 4]}。" if i % 4 == 0 else "天晴，风大。"
            (self.folder / f"{i}.txt").write_text(f"第{i}期小记\n\n本报讯（记者 林小雨）{text}{'好' * i}。\n", encoding="utf-8")
        self.run_cli("import", *sorted(self.folder.glob("*.txt")))
        names = self.run_json("discover", "--json")
        found = next(name for name in names if name["name"] == "澜泊谷")
        article = next(a for a in self.export()["articles"] if a["id"] == found["article"])
        self.assertEqual(article["text"][found["start"]:found["end"]], "澜泊谷")
        self.assertIn("澜泊谷", found["sentence"])
        self.assertIn("澜泊谷", self.run_cli("discover")[0])
        self.run_cli("discover", "--dismiss", "澜泊谷")
        self.assertNotIn("澜泊谷", self.run_cli("discover")[0])
        self.run_cli("undo")
        self.assertEqual(len(self.run_json("discover", "--limit", "1", "--json")), 1)
        self.run_cli("entities", "add", "--type", "place", "澜泊谷")
        self.assertNotIn("澜泊谷", self.run_cli("discover")[0])

    def test_searches_follow_what_was_learned(self):
        self.run_cli("import", FEATURE)
        with sqlite3.connect(self.library) as db:
            names = db.execute("SELECT count(*) FROM tally_name").fetchone()
        for search in (["list"], ["entities", "proposals"]):
            with sqlite3.connect(self.library) as db:
                db.execute("DELETE FROM tally_name")
                db.execute("UPDATE learner SET generation = generation + 1")
            self.run_cli(*search)
            with sqlite3.connect(self.library) as db:
                self.assertEqual(db.execute("SELECT count(*) FROM tally_name").fetchone(), names)

    def test_searches_follow_other_rules(self):
        self.run_cli("import", FEATURE)
        with sqlite3.connect(self.library) as db:
            names = db.execute("SELECT count(*) FROM tally_name").fetchone()
            db.execute("DELETE FROM tally_name")
            db.execute("UPDATE lexicon_state SET rules = 0")
        self.run_cli("list")
        with sqlite3.connect(self.library) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM tally_name").fetchone(), names)


class LibraryTest(DeskTest):
    def test_exit_codes_tell_what_is_wrong_with_the_library(self):
        text = self.folder / "text.jianbao"
        text.write_text("这不是库，只是一些比十六个字节更长的文字。", encoding="utf-8")
        self.run_cli("list", library=text, code=3)
        self.run_cli("list")
        with sqlite3.connect(self.library) as db:
            db.execute("PRAGMA user_version = 99")
        _, errors = self.run_cli("list", code=3)
        self.assertIn("newer", errors)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_results_that_cannot_be_written_are_a_failure(self):
        self.run_cli("import", FEATURE)
        for args in (["list"], ["figures", "--csv"], ["annotate", FEATURE]):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([self.program, "--library", self.library, *args], stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(done.returncode, 4, args)
            self.assertIn("could not be written", done.stderr)

    def test_wrong_usage_touches_nothing(self):
        for args in (["nonsense"], ["list", "--from", "yesterday"], ["show"], ["tag", "1", "0", "2", "colour"], ["accept"],
                     ["entities", "add", "柳街道"], ["search"], ["list", "--state", "lost"], ["undo", "many"], ["annotate", "--format", "none"]):
            self.run_cli(*args, code=2)
        self.assertFalse(self.library.exists())

    def test_every_command_has_help(self):
        out, _ = self.run_cli("--help")
        for line in out.split("Commands:")[1].split("\n\n")[0].strip().splitlines():
            self.assertIn("jianbao-cli " + line.split()[0], self.run_cli(line.split()[0], "--help")[0])

    def test_completion_and_manual_name_only_options_there_are(self):
        completion = (ROOT / "data" / "completions" / "jianbao-cli").read_text(encoding="utf-8")
        cases = re.findall(r"^ +([a-z|]+)\) options=\"(.*?)\"", completion, re.M)
        self.assertGreater(len(cases), 8)
        for commands, options in cases:
            for command in commands.split("|"):
                told = self.run_cli(command, "--help")[0]
                for option in options.split():
                    self.assertRegex(told, rf"(?<![\w-]){option}(?![\w-])", command)
        everything = "".join(self.run_cli(c, "--help")[0] for c in re.search(r'commands="(.*?)"', completion, re.S)[1].split())
        everything += self.run_cli("--help")[0]
        manual = (ROOT / "data" / "jianbao-cli.1").read_text(encoding="utf-8").replace("\\-", "-")
        for option in set(re.findall(r"--[a-z]+", manual)):
            self.assertIn(option, everything)

    def test_backup_is_a_library(self):
        self.run_cli("import", FEATURE)
        self.run_cli("backup", self.folder / "copy.jianbao")
        self.assertEqual(self.run_cli("list")[0], self.run_cli("list", library=self.folder / "copy.jianbao")[0])
        self.run_cli("backup", self.folder / "copy.jianbao", code=4)


class DecideTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.run_cli("import", SAMPLES)

    def count(self, state):
        return sum(m["state"] == state for a in self.export()["articles"] for m in a["mentions"])

    def test_accepting_fills_the_registry_and_can_be_undone(self):
        before = self.export()
        n = int(self.run_cli("accept", "--type", "street")[0])
        self.assertGreater(n, 5)
        self.assertEqual(self.count("confirmed"), n)
        self.assertGreater(len(self.run_json("entities", "list", "--json", "--type", "street")), 1)
        self.assertEqual(len(self.run_json("history", "--json")), 2)
        self.run_cli("undo")
        self.assertEqual(self.export(), before)
        self.run_cli("redo")
        self.assertEqual(self.count("confirmed"), n)
        self.run_cli("check")

    def test_what_is_rejected_is_not_proposed_again(self):
        name = next(m["name"] for a in self.export()["articles"] for m in a["mentions"] if m["type"] == "community")
        n = int(self.run_cli("reject", "--entity", name)[0])
        self.assertGreater(n, 0)
        self.assertEqual(int(self.run_cli("reject", "--entity", name)[0]), 0)
        states = {m["state"] for a in self.export()["articles"] for m in a["mentions"] if m["name"] == name}
        self.assertEqual(states, {"rejected"})

    def test_a_tag_by_hand_comes_and_goes(self):
        article = self.export()["articles"][0]
        block = next(b for b in article["blocks"] if b["kind"] == "paragraph")
        start, end = block["start"] + 1, block["start"] + 3
        self.run_cli("tag", article["id"], start, end, "project")
        tags = [m for a in self.export()["articles"] for m in a["mentions"] if (m["start"], m["end"]) == (start, end)
                and a["id"] == article["id"]]
        self.assertEqual([(t["type"], t["state"], t["origin"]) for t in tags], [("project", "confirmed", "editor")])
        self.assertTrue(tags[0]["entity"])
        self.run_cli("untag", article["id"][:8], start, end)
        self.run_cli("untag", article["id"], start, end, code=1)
        self.run_cli("tag", article["id"], 0, 10 ** 6, "project", code=2)
        self.run_cli("tag", article["id"], block["start"], block["end"] + 2, "project", code=2)

    def test_a_name_of_the_registry_is_found_everywhere(self):
        word = "晚霞坞里"
        page = self.folder / "page.txt"
        page.write_text(f"{word}换新颜\n\n昨天，{word}的改造完工。街坊说，{word}一到夜里就亮堂。\n", encoding="utf-8")
        self.run_cli("import", page)
        self.run_cli("entities", "add", "--type", "project", word)
        self.run_cli("entities", "alias", word, "别名甲", "--kind", "short")
        self.run_cli("entities", "add", "--type", "project", word, code=1)
        found = [m for a in self.export()["articles"] for m in a["mentions"] if m["text"] == word and m["type"] == "project"]
        self.assertEqual(len(found), 3)
        self.assertEqual({m["origin"] for m in found}, {"gazetteer"})
        self.assertIn("别名甲", self.run_cli("entities", "list")[0])
        self.run_cli("accept", "--entity", word)
        self.assertIn(word, self.run_cli("entities", "show", word)[0])
        self.run_cli("entities", "show", "无此名", code=1)

    def test_posts_are_seen_with_a_leader_and_put_down_by_hand(self):
        self.run_cli("accept", "--type", "leader", "--all")
        entities = [e for e in self.export()["entities"] if e["posts"]]
        self.assertGreater(len(entities), 2)
        sources = {s["id"] for s in self.export()["sources"]}
        for entity in entities:
            for post in entity["posts"]:
                self.assertIn(post["source"], sources)
                self.assertLessEqual(post["from"] or "", post["to"] or "")
        name = entities[0]["name"]
        self.assertIn(entities[0]["posts"][0]["title"], self.run_cli("entities", "show", name)[0])
        self.run_cli("entities", "post", name, "院长", "--place", "柳浦医院", "--from", "2020-01-02")
        self.run_cli("entities", "post", name, "院长", "--place", "柳浦医院", code=1)
        self.run_cli("entities", "post", name, "院长", "--from", "yesterday", code=2)
        self.assertRegex(self.run_cli("entities", "show", name)[0], "2020-01-02 +- +柳浦医院院长")
        self.run_cli("entities", "post", name, "院长", "--place", "柳浦医院", "--remove")
        self.run_cli("entities", "post", name, "院长", "--place", "柳浦医院", "--remove", code=1)
        self.run_cli("undo", "3")
        self.assertFalse([e for e in self.export()["entities"] if e["posts"]])

    def test_names_that_may_be_an_entitys_are_proposed_and_dismissed(self):
        self.run_cli("entities", "add", "--type", "campaign", "“263”工程")
        self.run_cli("entities", "add", "--type", "campaign", "“263”项目")
        proposals = [p for p in self.run_json("entities", "proposals", "--json") if "263" in p["name"]]
        self.assertEqual([(p["entity_name"], p["name"], p["reason"]) for p in proposals], [("“263”工程", "“263”项目", "spelling")])
        self.assertIn("“263”工程  =?  “263”项目", self.run_cli("entities", "proposals", "--type", "campaign")[0])
        self.assertNotIn("263", self.run_cli("entities", "proposals", "--type", "project")[0])
        self.run_cli("entities", "dismiss", "“263”工程", "“263”项目")
        self.assertNotIn("263", self.run_cli("entities", "proposals")[0])
        self.run_cli("undo")
        self.assertIn("263", self.run_cli("entities", "proposals")[0])
        self.run_cli("entities", "dismiss", "无此名", "“263”项目", code=1)

    def test_articles_are_found_by_words_and_filters(self):
        self.assertGreater(len(self.run_json("search", "--json", "街道")), 3)
        self.assertEqual(self.run_json("search", "--json", "绝无此词此语"), [])
        every = self.run_json("list", "--json")
        self.assertEqual(len(self.run_json("list", "--json", "--state", "new")), len(every))
        self.assertEqual(len(self.run_json("list", "--json", "--limit", "2")), 2)
        dated = [a for a in every if a["date"]]
        self.assertTrue(dated)
        self.assertEqual(len(self.run_json("list", "--json", "--from", dated[0]["date"], "--to", dated[0]["date"])),
                         sum(a["date"] == dated[0]["date"] for a in every))
        self.assertIn(every[0]["title"][:6], self.run_cli("show", "1")[0])


class FactsTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.run_cli("import", SAMPLES / "half-year-report.txt")

    def table(self, command, *args):
        """The rows that --csv and --json print, which are the same."""
        out, _ = self.run_cli(command, "--csv", *args)
        rows = list(csv.DictReader(io.StringIO(out)))
        values = json.loads(self.run_cli(command, "--json", *args)[0])
        self.assertEqual([list(r) for r in rows[:1]], [list(v) for v in values[:1]])
        self.assertEqual([r["text"] for r in rows], [v["text"] for v in values])
        return values

    def test_figures_name_their_article_and_sentence(self):
        rows = self.table("figures")
        text = self.export()["articles"][0]["text"]
        self.assertGreater(len(rows), 20)
        for row in rows:
            self.assertEqual(text[row["start"]:row["end"]], row["text"])
            self.assertIn(row["text"], row["sentence"])
            self.assertIn(row["sentence"], text)
        self.assertIn(31250000000, [r["value"] for r in rows])

    def test_commitments_have_a_day(self):
        rows = self.table("commitments")
        self.assertIn(("2023-12-31", 60), [(r["due_end"], r["value"]) for r in rows])
        self.assertEqual([(r["text"], r["due"], r["state"]) for r in rows],
                         [(c["text"], c["due"], c["state"]) for a in self.export()["articles"] for c in a["commitments"]])

    def test_an_entity_keeps_its_own(self):
        owners = {r["entity"] for r in self.table("figures")}
        name = sorted(owners - {""})[0]
        self.assertEqual({r["entity"] for r in self.table("figures", "--entity", name)}, {name})
        self.run_cli("entities", "add", "--type", "organisation", name)
        self.run_cli("entities", "alias", name, "别名一个")
        self.assertEqual({r["entity"] for r in self.table("figures", "--entity", "别名一个")}, {name})
        self.assertEqual(self.table("figures", "--entity", "无此名称"), [])

    def test_statements_tell_speaker_and_post(self):
        self.run_cli("import", FEATURE)
        rows = self.table("statements")
        self.assertEqual({r["kind"] for r in rows}, {"box", "direct", "indirect"})
        box, = (r for r in rows if r["kind"] == "box")
        self.assertTrue(box["name"] and box["post"])
        self.assertIn(box, self.table("statements", "--entity", box["name"]))
        self.run_cli("entities", "add", "--type", "organisation", "另一机关")
        self.assertNotIn(box, self.table("statements", "--entity", "另一机关"))
        self.run_cli("entities", "alias", "另一机关", box["post"])
        self.assertIn(box, self.table("statements", "--entity", "另一机关"))

    def test_csv_quotes_what_needs_it(self):
        (self.folder / "quotes.txt").write_text("标题,带逗号\n\n街道办事处说\"好\"，今年新建公园35个,改造道路12条。\n", encoding="utf-8")
        self.run_cli("import", self.folder / "quotes.txt")
        self.assertTrue(any('"' in r["sentence"] and "," in r["sentence"] for r in self.table("figures")))

        raw = subprocess.check_output([self.program, "--library", self.library, "figures", "--csv"])
        self.assertTrue(raw.startswith(b"article,date,title,"))
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))

    def test_csv_or_json(self):
        self.run_cli("figures", "--csv", "--json", code=2)

    def test_annotate_marks_what_a_library_keeps(self):
        out, _ = self.run_cli("annotate", input='{"id": "1", "text": "有一个想法：2020年5月底前新建公园5个，到场32人。"}\n')
        found = json.loads(out)
        self.assertEqual([(f["text"], f["noteworthy"]) for f in found["figures"]], [("一个", False), ("5个", True), ("32", True)])
        self.assertEqual([(d["granularity"], d["limit"], d["inferred"]) for d in found["dates"]], [("part-of-month", True, False)])
        self.assertEqual([c["due"] for c in found["commitments"]], ["2020-05-31"])


class PlainTextTest(DeskTest):
    def test_annotate_counts_code_points_of_the_text_given(self):
        text = "日前，柳浦街道召开推进会。𠮷柳浦街道党工委书记林清远出席。"
        line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)
        out, _ = self.run_cli("annotate", input=line + "\n" + line + "\n")
        first, second = map(json.loads, out.splitlines())
        self.assertEqual(first, second)
        self.assertTrue(first["entities"])
        for entity in first["entities"]:
            self.assertEqual(text[entity["start"]:entity["end"]], entity["text"])
        self.assertIn(("street", "柳浦街道"), [(e["type"], e["text"]) for e in first["entities"]])
        self.assertIn(("leader", "林清远"), [(e["type"], e["text"]) for e in first["entities"]])
        self.assertFalse(self.library.exists())

    def test_annotate_takes_any_list_of_names(self):
        names = self.folder / "names.csv"
        names.write_text("代码,名称,级别,上级\n90,云省,1,\n9001,早班车,4,90\n9002,,4,90\n", encoding="utf-8")
        out, errors = self.run_cli("annotate", "--lexicon", names, input='{"id":1,"text":"早班车开了。"}\n', code=1)
        self.assertEqual([(e["type"], e["text"]) for e in json.loads(out)["entities"]], [("street", "早班车")])
        self.assertIn("names.csv:4: there is no name", errors)
        self.assertEqual(len(errors.splitlines()), 1)

    def test_bad_lines_are_named_and_the_rest_goes_on(self):
        out, errors = self.run_cli("annotate", input='{"id":1,"text":"好。"}\n{"id":2}\n{broken\n{"id":3,"text":"好。"}\n', code=1)
        self.assertEqual([json.loads(line)["id"] for line in out.splitlines()], ["1", "3"])
        self.assertIn("-:2:", errors)
        self.assertIn("-:3:", errors)

    def test_no_text_ends_at_a_nul(self):
        lines = b'{"id":1,"text":"\xe5\xa5\xbd\xe3\x80\x82\\u0000a"}\n{"id":2,"text":"a\0"}\n{"id":3,"text":"\\\\u0000"}\n'
        (self.folder / "nul.jsonl").write_bytes(lines + b"\0\n" + b'{"id":4,"text":"d"}')
        out, errors = self.run_cli("annotate", self.folder / "nul.jsonl", code=1)
        self.assertEqual([json.loads(line)["id"] for line in out.splitlines()], ["3", "4"])
        self.assertEqual([int(line.split(":")[1]) for line in errors.splitlines()], [1, 2, 4])

    def test_lines_may_begin_with_a_byte_order_mark(self):
        (self.folder / "mark.jsonl").write_text('{"id":1.5,"text":"好。"}\n{"text":"坏。"}\n', encoding="utf-8-sig")
        out, _ = self.run_cli("annotate", self.folder / "mark.jsonl")
        self.assertEqual([(json.loads(line)["id"], json.loads(line)["text"]) for line in out.splitlines()],
                         [("1.5", "好。"), ("2", "坏。")])

    def test_dissect_gives_the_paragraphs_rejoined(self):
        out, _ = self.run_cli("dissect", FEATURE)
        page = json.loads(out)
        self.assertEqual(len(page["articles"]), 1)
        self.assertGreater(len(page["paragraphs"]), 10)
        self.assertEqual(len(page["joins"]), len(page["paragraphs"]))
        joins = [(text, join) for text, row in zip(page["paragraphs"], page["joins"]) for join in row]
        self.assertGreater(len(joins), 2)
        for text, join in joins:
            self.assertLessEqual(join["offset"], len(text))
            self.assertTrue(join["reasons"])
            self.assertGreaterEqual(join["score"], 3 if join["offset"] < len(text) else 1)


class ParagraphTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.run_cli("import", FEATURE)

    def test_a_join_is_shown_with_its_reasons_and_taken_apart_alone(self):
        article, = self.export()["articles"]
        block = next(b for b in article["blocks"] if b["joins"])
        at = block["start"] + block["joins"][0]["offset"]
        self.assertGreaterEqual(block["joins"][0]["score"], 3)
        shown, _ = self.run_cli("show", "1", "--joins")
        self.assertRegex(shown, rf"(?m)^ *{at}  \+ +{block['joins'][0]['score']}  \w")
        self.assertNotIn("  + ", self.run_cli("show", "1")[0])
        self.run_cli("split", "1", at)
        split, = self.export()["articles"]
        self.assertEqual(len(split["blocks"]), len(article["blocks"]) + 1)
        self.assertEqual(split["text"], article["text"][:at] + "\n" + article["text"][at:])
        self.assertEqual(sum(len(b["joins"]) for b in split["blocks"]), sum(len(b["joins"]) for b in article["blocks"]) - 1)
        self.run_cli("join", "1", block["start"])
        joined, = self.export()["articles"]
        self.assertEqual(joined["text"], article["text"])
        self.run_cli("undo", "2")
        self.assertEqual(self.export()["articles"], [article])
        self.run_cli("check")

    def test_a_place_that_cannot_be_cut_is_refused(self):
        before = self.export()
        for args in (["split", "1", "0"], ["split", "1", "100000"], ["split", "1", "here"], ["split", "1"], ["join", "1", "100000"]):
            self.run_cli(*args, code=2)
        self.assertEqual(self.export(), before)


class LearnTest(DeskTest):
    """A small language: what stands before 说 is a speaker, what stands between 在 and 等 is a spot."""

    def lines(self, n, seed):
        draw = random.Random(seed)
        for _ in range(n):
            speaker = "".join(draw.choice("吆吇吉吊同吐向吓吕吗") for _ in range(2))
            spot = "".join(draw.choice("栀栁栂栄栅栈栉栊栋栌") for _ in range(draw.choice((2, 3))))
            text = f"{speaker}说在{spot}等。"
            yield {"text": text, "entities": [{"start": 0, "end": 2, "type": "speaker"},
                                              {"start": 4, "end": 4 + len(spot), "type": "spot"}]}

    def learn(self, *args, n=60):
        (self.folder / "train.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines(n, 1)),
                                                 encoding="utf-8")
        return self.run_cli("learn", "--jsonl", self.folder / "train.jsonl", *args)

    def annotate(self, library=None):
        gold = list(self.lines(20, 2))
        out, _ = self.run_cli("annotate", input="".join(json.dumps({"text": g["text"]}) + "\n" for g in gold), library=library)
        found = [[(e["start"], e["end"], e["type"]) for e in json.loads(line)["entities"]] for line in out.splitlines()]
        wanted = [[(e["start"], e["end"], e["type"]) for e in g["entities"]] for g in gold]
        return sum(f == w for f, w in zip(found, wanted, strict=True))

    def test_what_was_learned_is_used_until_it_is_reset(self):
        report = json.loads(self.learn("--json")[0])
        self.assertEqual(([t["type"] for t in report["types"]], report["texts"], report["in_use"]), (["speaker", "spot"], 60, True))
        self.assertGreater(report["learner_right"], report["rules_right"])
        self.assertGreaterEqual(self.annotate(), 18)
        self.run_cli("learn", "--off")
        self.assertEqual(self.annotate(), 0)
        self.run_cli("learn", "--on")
        self.assertGreaterEqual(self.annotate(), 18)
        self.run_cli("learn", "--reset")
        self.assertEqual(self.annotate(), 0)
        self.run_cli("check")

    def test_the_same_lines_teach_the_same(self):
        weights = []
        for _ in range(2):
            self.learn()
            with sqlite3.connect(self.library) as db:
                weights += db.execute("SELECT weights FROM learner").fetchone()
        self.assertEqual(weights[0], weights[1])

    def test_a_file_without_labels_takes_nothing_away(self):
        self.learn()
        for text in ("", '{"text":"好。"}\n', '{"text":"好。","entities":[]}\n'):
            _, errors = self.run_cli("learn", "--jsonl", "-", input=text, code=1)
            self.assertIn("no labelled text", errors)
        self.assertGreaterEqual(self.annotate(), 18)

    def test_too_little_is_said_and_stays_unused(self):
        out, errors = self.learn(n=5)
        self.assertIn("too little", errors)
        self.assertTrue(out.rstrip().endswith("no"))
        self.assertEqual(self.annotate(), 0)

    def test_bad_lines_are_named_and_the_rest_teaches(self):
        bad = ['{"text":"好。"}', '{"text":"好。","entities":[{"start":0,"end":9,"type":"x"}]}', '{"text":"好。","entities":[{"start":0}]}']
        good = [json.dumps(line) for line in self.lines(40, 1)]
        _, errors = self.run_cli("learn", "--jsonl", "-", input="\n".join(bad + good), code=1)
        for number in (1, 2, 3):
            self.assertIn(f"-:{number}: ", errors)
        self.assertGreater(self.annotate(), 10)

    def test_damaged_weights_are_an_error_and_no_crash(self):
        self.learn()
        with sqlite3.connect(self.library) as db:
            db.execute("UPDATE learner SET weights = substr (weights, 1, length (weights) / 2)")
        _, errors = self.run_cli("annotate", input='{"text":"好。"}', code=3)
        self.assertIn("damaged", errors)
        self.run_cli("import", FEATURE)
        self.run_cli("learn", "--reset")
        self.run_cli("annotate", input='{"text":"好。"}')

    def test_decisions_teach(self):
        self.run_cli("import", SAMPLES)
        self.run_cli("accept", "--all")
        report = json.loads(self.run_cli("learn", "--json")[0])
        export = self.export()
        self.assertGreater(report["labels"], 100)
        self.assertEqual({t["type"] for t in report["types"]}, {m["type"] for a in export["articles"] for m in a["mentions"]})
        self.assertGreaterEqual(report["learner_right"] * (report["rules_found"] + report["held_back"]),
                                report["rules_right"] * (report["learner_found"] + report["held_back"]))


if __name__ == "__main__":
    main()
