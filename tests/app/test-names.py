# SPDX-License-Identifier: GPL-3.0-or-later
"""Names come into the registry from a list."""
import json
import os
import subprocess

from window import SAMPLES, WindowTest, main, wait

DIVISIONS = ("90\t云省\t1\t\n9001\t市辖区\t2\t90\n900101\t汀州区\t3\t9001\n900101001\t柳浦街道\t4\t900101\n"
             "900101002\t石桥镇\t4\t900101\n")


class NamesTest(WindowTest):
    def write(self, name, text):
        """Beside the library: the file chooser looks into all that it lists, and nothing may come of it."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def names(self):
        out = subprocess.check_output([self.cli, "-l", self.library, "entities", "list", "--json"])
        return [entity["name"] for entity in json.loads(out)]

    def offered(self):
        out = subprocess.check_output([self.cli, "-l", self.library, "discover", "--json"])
        return {name["name"] for name in json.loads(out)}

    def picture(self, name):
        """What the display shows, into the folder that is asked for."""
        if "JB_PICTURES" in os.environ:
            subprocess.run(["import", "-window", "root", os.path.join(os.environ["JB_PICTURES"], name)], check=False)

    def choose(self, window, path):
        window.press("button|push button", "Import Names")
        window.find("file chooser|dialog|filler|frame|window", "Import Names")
        window.keys("ctrl+l")
        window.type(str(path))
        window.keys("Return")

    def test_a_list_is_looked_at_then_imported_and_undone(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES / "fengpu-feature.txt"],
                              stdout=subprocess.DEVNULL)
        path = self.write("divisions.tsv", DIVISIONS)
        window = self.open()
        window.keys("alt+2")
        self.choose(window, path)
        self.assertTrue(window.holds("Import 4 Names?"))
        self.assertTrue(window.holds("1 row is left out"))
        self.picture("names.png")
        window.keys("Return")
        self.assertTrue(wait(lambda: len(self.names()) == 4))
        self.assertTrue(window.holds("4 names added"))
        self.assertTrue(window.holds("石桥镇"))
        window.press("button|push button", "Undo")
        self.assertTrue(wait(lambda: self.names() == []))
        window.close()

    def test_a_list_without_types_asks_for_one(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES / "fengpu-feature.txt"],
                              stdout=subprocess.DEVNULL)
        path = self.write("names.txt", "柳浦街道\n石桥镇\n")
        window = self.open()
        window.keys("alt+2")
        self.choose(window, path)
        self.assertTrue(window.holds("2 without a type"))
        self.picture("names-types.png")
        window.keys("Return")
        self.assertTrue(wait(lambda: len(self.names()) == 2))
        window.close()

    def test_new_names_are_added_and_dismissed_by_keys(self):
        names = ["澜泊谷", "渚云驿"]
        words = ["昨天清晨，{}飘起细雨", "大家来到{}散步", "孩子爱看{}的萤火虫", "夜里，{}灯火通明"]
        pages = []
        for i in range(32):
            text = "天晴，风大" if i % 4 else f"{words[i // 4 % 4]}。{words[(i // 4 + 1) % 4]}".format(names[i // 4 % 2], names[i // 4 % 2])
            pages.append(self.folder / f"{i}.txt")
            pages[-1].write_text(f"第{i}期小记\n\n本报讯（记者 林小雨）{text}{'好' * i}。\n", encoding="utf-8")
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", *pages], stdout=subprocess.DEVNULL)
        window = self.open()
        window.keys("alt+2", "ctrl+d")
        for name in names:
            self.assertTrue(window.holds(name))
        self.picture("discover.png")
        window.keys("4")
        self.assertTrue(wait(lambda: len(self.names()) == 1))
        added = self.names()[0]
        self.assertIn(added, names)
        window.keys("Delete")
        other = names[1 - names.index(added)]
        self.assertTrue(window.holds("No New Names"))
        self.assertTrue(wait(lambda: not {added, other} & self.offered()))
        window.close()


if __name__ == "__main__":
    main()
