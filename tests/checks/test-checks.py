#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check passes a small good tree, and fails a bad one by naming what is bad in it."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SPDX = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
PO = ('msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2023-01-01 00:00+0000\\n"\n'
      '"Last-Translator: x\\n"\n"Language-Team: x\\n"\n"Language: zh_CN\\n"\n"MIME-Version: 1.0\\n"\n'
      '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
      '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n')
CLASS = 'gtk_widget_class_set_template_from_resource (klass, "/x/library/jb-list-page.ui");\n'
TEMPLATE = '<interface><template class="JbListPage" parent="GtkWidget"/></interface>\n'


class Checks(unittest.TestCase):
    def run_check(self, name, tree):
        """Runs a check over a tree given as {path: content}; (exit status, what it printed)."""
        with tempfile.TemporaryDirectory() as folder:
            for path, content in tree.items():
                file = pathlib.Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
            told = subprocess.run([sys.executable, "-B", str(HERE / f"{name}.py"), folder],
                                  capture_output=True, text=True, check=False)
        self.assertEqual(told.stderr, "")
        if told.returncode == 77:
            self.skipTest(told.stdout.strip())
        return told.returncode, told.stdout

    def accepts(self, name, tree):
        status, told = self.run_check(name, tree)
        self.assertEqual(status, 0, told)

    def refuses(self, name, tree, *words):
        status, told = self.run_check(name, tree)
        self.assertEqual(status, 1, told)
        for word in words:
            self.assertIn(word, told)
        self.assertEqual(len(told.splitlines()), len(words) + 1, told)

    # layers

    def test_downward_includes_are_allowed(self):
        self.accepts("layers", {
            "src/core/base/jb-a.h": "",
            "src/core/text/jb-b.c": '#include "jb-a.h"\n#include <glib.h>\n',
            "src/core/text/meson.build": "dependencies: [base_dep]\ntext_dep = 1\n",
            "src/core/store/jb-db.c": "#include <sqlite3.h>\n",
            "src/app/library/jb-list.c": '#include "jb-a.h"\n#include <adwaita.h>\n#include "jb-w.h"\n',
            "src/app/widgets/jb-w.h": "#include <gtk/gtk.h>\n"})

    def test_upward_include_is_refused(self):
        self.refuses("layers", {"src/core/base/jb-a.c": '\n#include "jb-b.h"\n', "src/core/text/jb-b.h": ""},
                     "src/core/base/jb-a.c:2: jb-b.h: src/core/base may not use src/core/text")

    def test_sideways_include_and_dependency_are_refused(self):
        self.refuses("layers", {"src/core/tag/jb-a.c": '#include "jb-b.h"\n', "src/core/facts/jb-b.h": "",
                                "src/core/tag/meson.build": "dependencies: [facts_dep]"},
                     "src/core/tag/jb-a.c:1: jb-b.h", "src/core/tag/meson.build: ")

    def test_toolkit_in_the_core_is_refused(self):
        self.refuses("layers", {"src/core/layout/jb-a.c": "#include <gtk/gtk.h>\n",
                                "src/core/model/jb-b.h": "#include <adwaita.h>\n"},
                     "src/core/layout/jb-a.c:1: gtk/gtk.h", "src/core/model/jb-b.h:1: adwaita.h")

    def test_database_outside_the_store_is_refused(self):
        self.refuses("layers", {"src/app/main.c": "#include <sqlite3.h>\n"}, "src/app/main.c:1: sqlite3.h")

    def test_pages_including_one_another_are_refused(self):
        self.refuses("layers", {"src/app/reader/jb-a.c": '#include "jb-b.h"\n', "src/app/ledger/jb-b.h": ""},
                     "src/app/reader/jb-a.c:1: jb-b.h: pages do not include one another")

    def test_include_in_a_comment_counts_for_nothing(self):
        self.accepts("layers", {"src/core/base/jb-a.c": "/*\n#include <gtk/gtk.h>\n*/\n"})

    # templates

    def test_template_with_its_class_is_in_order(self):
        self.accepts("templates", {"data/ui/library/jb-list-page.ui": TEMPLATE, "data/ui/menus.ui": "<interface/>",
                                   "src/app/library/jb-list-page.c": CLASS, "src/app/main.c": "int main (void);\n"})

    def test_template_without_class_is_refused(self):
        self.refuses("templates", {"data/ui/library/jb-list-page.ui": TEMPLATE},
                     "data/ui/library/jb-list-page.ui: its class is missing")

    def test_class_without_template_is_refused(self):
        self.refuses("templates", {"src/app/library/jb-list-page.c": CLASS},
                     "src/app/library/jb-list-page.c: its template is missing")

    def test_template_of_another_class_or_folder_is_refused(self):
        self.refuses("templates", {"data/ui/library/jb-list.ui": TEMPLATE, "src/app/library/jb-list.c": CLASS},
                     "holds the template of JbListPage", "does not load jb-list.ui")

    # translations

    def translation_tree(self, code, potfiles, po):
        return {"src/a.c": code, "po/POTFILES.in": potfiles, "po/LINGUAS": "zh_CN\n", "po/zh_CN.po": PO + po}

    def test_complete_translation_is_in_order(self):
        self.accepts("translations", self.translation_tree(
            'x = _("Open");\n/* _("no") */\n#define _(x) x\n', "# sorted\nsrc/a.c\n",
            'msgid "Open"\nmsgstr "打开"\n'))

    def test_untranslated_message_is_refused(self):
        self.refuses("translations", self.translation_tree(
            'x = _("Open");\ny = C_("verb", "Print");\n', "src/a.c\n", 'msgid "Open"\nmsgstr "打开"\n'),
            "po/zh_CN.po: not translated: Print")

    def test_fuzzy_message_is_refused(self):
        self.refuses("translations", self.translation_tree(
            'x = _("Open");\n', "src/a.c\n", '#, fuzzy\nmsgid "Open"\nmsgstr "打开"\n'), "po/zh_CN.po: fuzzy: Open")

    def test_file_that_is_not_listed_is_refused(self):
        tree = self.translation_tree('x = _("Open");\n', "src/a.c\n", 'msgid "Open"\nmsgstr "打开"\n')
        tree["data/ui/b.ui"] = '<property name="label" translatable="yes">Open</property>'
        tree["src/c.c"] = 'x = ngettext ("One", "%d", n);\n'
        self.refuses("translations", tree, "does not name data/ui/b.ui", "does not name src/c.c")

    def test_listed_file_without_text_is_refused(self):
        tree = self.translation_tree('x = _("Open");\n', "src/a.c\nsrc/b.c\n", 'msgid "Open"\nmsgstr "打开"\n')
        tree["src/b.c"] = "int b;\n"
        self.refuses("translations", tree, "names src/b.c, which has no text")

    # licence line, line length

    def test_licence_line_is_wanted(self):
        self.accepts("spdx", {"src/a.c": SPDX, "tests/data/x/a.xml": "<a/>"})
        self.refuses("spdx", {"src/a.c": SPDX, "src/b.h": "int b;\n", "scripts/go": "#!/bin/sh\n"},
                     "src/b.h: no line", "scripts/go: no line")

    def test_long_line_is_refused(self):
        self.accepts("line-length", {"src/a.c": "汉" * 132 + "\n"})
        self.refuses("line-length", {"src/a.c": "\n" + "x" * 133 + "\n"}, "src/a.c:2: 133 characters")

    # gold

    def gold_tree(self, **changes):
        gold = {"seed": "a.txt", "headings": ["头"], "captions": [], "figures": [{"text": "3家", "kind": "result"}],
                "joins": [["枫浦", "街道"]], "join_spans": [[5, 7]],
                "mentions": [{"start": 3, "end": 5, "type": "street", "text": "枫浦"}]}
        gold.update(changes)
        return {"resources/samples/a.txt": "头\n\n枫浦\n\n街道有3家\n", "tests/data/gold/a.json": json.dumps(gold)}

    def test_gold_that_fits_is_in_order(self):
        self.accepts("gold", self.gold_tree())

    def test_gold_that_does_not_fit_is_refused(self):
        self.refuses("gold", self.gold_tree(mentions=[{"start": 2, "end": 4, "type": "street", "text": "枫浦"}]),
                     "mention 2–4")
        self.refuses("gold", self.gold_tree(headings=["尾"]), "no such line: 尾")
        self.refuses("gold", self.gold_tree(join_spans=[[4, 7]]), "join 4–7")


if __name__ == "__main__":
    unittest.main()
