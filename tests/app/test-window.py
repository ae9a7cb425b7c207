# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window shows and how it can be reached."""
import subprocess

from window import SAMPLES, Atspi, GLib, WindowTest, is_showing, main, name_of, role_of, wait, walk

# Containers take the focus only to hand it on.
NAMELESS = {"scroll pane", "panel", "grouping", "filler", "table cell", "tree item"}


def is_focusable(node):
    try:
        return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
    except GLib.Error:
        return False


def is_in_toast(node):
    """The button that closes a toast is libadwaita's own; 1.2 gives it no name."""
    while node is not None:
        if name_of(node) == "AdwToastWidget":
            return True
        try:
            node = node.get_parent()
        except GLib.Error:
            return False
    return False


class WindowLooks(WindowTest):
    def assert_named(self, window):
        """Every control that takes the focus has a name that is not the name of its type."""
        nameless = [f"{role_of(n)} {name_of(n)!r}" for n in walk(window.app)
                    if is_showing(n) and is_focusable(n) and role_of(n) not in NAMELESS
                    and (not name_of(n) or name_of(n).startswith(("Gtk", "Adw", "Jb"))) and not is_in_toast(n)]
        self.assertEqual(nameless, [])

    def test_first_start_offers_ways_in(self):
        window = self.open()
        for name in ("Import", "Open Library", "Try with Sample Bulletins"):
            window.find("button|push button", name)
        self.assert_named(window)
        window.press("button|push button", "Try with Sample Bulletins")
        self.wait_for(lambda e: len(e["sources"]) >= 6, "the samples are imported")
        self.assertTrue(wait(lambda: any(role_of(n) == "list item" and is_showing(n) for n in walk(window.app))))
        self.assert_named(window)
        window.close()

    def test_every_page_names_its_controls(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES], stdout=subprocess.DEVNULL)
        subprocess.check_call([self.cli, "-q", "-l", self.library, "accept", "--type", "street"], stdout=subprocess.DEVNULL)
        window = self.open()
        for key in ("alt+1", "alt+2", "alt+3"):
            window.keys(key)
            self.assert_named(window)
            if key == "alt+1":  # a row says all that it shows
                self.assertTrue(wait(lambda: any(role_of(n) == "list item" and " · " in name_of(n) for n in walk(window.app))))
        window.close()

    def test_what_another_program_wrote_is_shown(self):
        window = self.open()
        window.find("button|push button", "Try with Sample Bulletins")
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES / "fengpu-feature.txt"],
                              stdout=subprocess.DEVNULL)
        title = self.export()["articles"][0]["title"]
        self.assertTrue(window.holds(title.split()[0]))
        window.close()

    def test_preferences_train_and_forget(self):
        subprocess.check_call([self.cli, "-q", "-l", self.library, "import", SAMPLES], stdout=subprocess.DEVNULL)
        subprocess.check_call([self.cli, "-q", "-l", self.library, "accept", "--all"], stdout=subprocess.DEVNULL)
        window = self.open()
        window.keys("ctrl+comma")
        self.assertTrue(window.holds("Nothing yet"))
        self.assert_named(window)
        window.press("button|push button", "Train Now")
        self.assertTrue(window.holds("tags were learned from"))
        window.press("button|push button", "Reset…")
        window.press("button|push button", "Forget")
        self.assertTrue(window.holds("Nothing yet"))
        window.keys("Escape")
        window.close()

    def test_a_bad_file_is_named_with_its_reason(self):
        bad = self.folder / "program.txt"
        bad.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
        window = self.open(bad, SAMPLES / "fengpu-feature.txt")
        self.assertTrue(window.holds("Import 2 Files"))
        window.keys("alt+i")
        self.assertTrue(window.holds("program.txt"))
        self.assertTrue(window.holds("Not imported: the file is neither text"))
        self.wait_for(lambda e: len(e["sources"]) == 1, "the good file is imported")
        window.find("button|push button", "Retry")
        window.keys("Escape")
        window.close()


if __name__ == "__main__":
    main()
