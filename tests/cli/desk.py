# SPDX-License-Identifier: GPL-3.0-or-later
"""A test case with a library in a folder of its own; run() is the command line."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "resources" / "samples"
SHARED = pathlib.Path(os.environ.get("JB_SHARED_DIR", ROOT.parent / "shared"))

sys.path.insert(0, str(ROOT / "tests" / "support"))


class DeskTest(unittest.TestCase):
    program = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="jianbao-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.library = self.folder / "t.jianbao"

    def run_cli(self, *args, code=0, input=None, library=None):
        """Returns standard output and standard error; the exit code must be code."""
        done = subprocess.run([self.program, "--library", library or self.library, *map(str, args)], input=input,
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, f"{args}: {done.stdout[-500:]}{done.stderr[-500:]}")
        return done.stdout, done.stderr

    def run_json(self, *args):
        return json.loads(self.run_cli(*args)[0])

    def export(self):
        return json.loads(self.run_cli("export", "--format", "json")[0])


def main():
    DeskTest.program = sys.argv.pop(1)
    unittest.main(verbosity=2)
