# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, driven by keys and read through the accessibility bus. Needs a display with a window manager and a
session bus, as scripts/test provides them."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "resources" / "samples"
PATIENCE = 20 * int(os.environ.get("JB_TEST_SLOWNESS", "1"))

# GTK 4.8's own, when a dialog closes or a pane is drawn while the window is still being laid out.
KNOWN_WARNINGS = ("did not receive a focus-out event", "without a current allocation")


def children(node):
    try:
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child
    except GLib.Error:
        return


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def name_of(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ""


def is_showing(node):
    """GTK 4.8 tells only that a thing is not hidden itself; newer ones whether it shows."""
    try:
        states = node.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE)
    except GLib.Error:
        return False


def text_of(node):
    try:
        return Atspi.Text.get_text(node, 0, -1) or name_of(node)
    except (GLib.Error, AttributeError):
        return name_of(node)


def wait(what, seconds=PATIENCE):
    """Asks what() until it answers with something true."""
    end = time.monotonic() + seconds
    while True:
        answer = what()
        if answer:
            return answer
        if time.monotonic() > end:
            return None
        time.sleep(0.1)


class Window:
    def __init__(self, program, *args):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([program, *map(str, args)], stdout=self.log, stderr=subprocess.STDOUT)
        self.app = wait(lambda: next((a for a in children(Atspi.get_desktop(0)) if name_of(a).endswith("jianbao")), None))
        if self.app is None:
            raise AssertionError("the window did not open: " + self.output())

    def output(self):
        self.log.seek(0)
        return self.log.read()

    def find(self, role, name, seconds=PATIENCE):
        """The first thing of that role, one of several given with |, whose name holds name."""
        roles = role.split("|")

        def look():
            for node in walk(self.app):
                if role_of(node) in roles and name in name_of(node) and is_showing(node):
                    return node
            return None
        found = wait(look, seconds)
        if found is None:
            seen = sorted({f"{role_of(n)} {name_of(n)!r}" for n in walk(self.app) if name_of(n) and is_showing(n)})
            raise AssertionError(f"no {role} {name!r} among:\n" + "\n".join(seen[:120]))
        return found

    def wait_text(self, role, name, text):
        """Until that thing's text holds text."""
        node = self.find(role, name)
        if not wait(lambda: text in text_of(node)):
            raise AssertionError(f"{role} {name!r} does not hold {text!r}")

    def wait_gone(self, role, name):
        if not wait(lambda: not any(role_of(n) == role and name in name_of(n) and is_showing(n) for n in walk(self.app))):
            raise AssertionError(f"{role} {name!r} did not go")

    def press(self, role, name):
        node = self.find(role, name)
        for i in range(Atspi.Action.get_n_actions(node)):
            if Atspi.Action.get_action_name(node, i).split(".")[-1] in ("click", "activate", "press", "toggle"):
                Atspi.Action.do_action(node, i)
                time.sleep(0.3)
                return
        raise AssertionError(f"{role} {name!r} cannot be pressed")

    def holds(self, text, seconds=PATIENCE):
        """Whether anything that shows says text."""
        return bool(wait(lambda: any(text in name_of(n) or text in text_of(n) for n in walk(self.app) if is_showing(n)), seconds))

    def keys(self, *keys):
        for key in keys:
            subprocess.check_call(["xdotool", "key", "--delay", "30", key])
            time.sleep(0.25)

    def type(self, text):
        subprocess.check_call(["xdotool", "type", "--delay", "40", text])
        time.sleep(0.3)

    def close(self):
        self.keys("ctrl+q")
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the window did not close: " + self.output())
        if code != 0:
            raise AssertionError(f"the program ended with {code}: {self.output()}")
        for line in self.output().splitlines():
            if ("CRITICAL" in line or "WARNING" in line) and not any(known in line for known in KNOWN_WARNINGS):
                raise AssertionError(line)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.close()


class WindowTest(unittest.TestCase):
    program = None
    cli = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="jianbao-window-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.library = self.folder / "desk.jianbao"

    def open(self, *args):
        window = Window(self.program, "--library", self.library, *args)
        self.addCleanup(window.kill)
        return window

    def export(self):
        return json.loads(subprocess.check_output([self.cli, "--library", self.library, "export", "--format", "json"]))

    def wait_for(self, look, what):
        found = wait(lambda: look(self.export()))
        self.assertTrue(found, what)
        return found


def main():
    WindowTest.program, WindowTest.cli = sys.argv.pop(1), sys.argv.pop(1)
    Atspi.init()
    unittest.main(verbosity=2)
