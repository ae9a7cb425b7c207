# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm are read or refused with a reason, in time and in little memory, and touch nothing."""
import json
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from desk import SHARED, DeskTest, main

import hostile

MOST_SECONDS = 11  # of processor time for a file: the helper's patience and a little
MOST_BYTES = 300 << 20
# what the bar of progress may tell a terminal
PROGRESS = re.compile(r"\r\x1b\[K\[#*-*\] (\d+)/\d+ |\r\x1b\[K|\x1b\[s|\x1b\[K|\x1b\[u")
BEGINS = re.compile(rb"\x1b\[K\[#*-*\] \d+/\d+ ([^\r\n]*)")
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def is_sanitized(program):
    return b"__asan_init" in pathlib.Path(program).read_bytes()


def list_children(pid):
    return [int(child) for task in pathlib.Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


class Watch(threading.Thread):
    """Peaks of resident memory of a process and its children, in bytes by program name."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.peaks = process, {}

    def look(self, pid):
        try:
            status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
            children = list_children(pid)
        except OSError:
            return
        name, peak = re.search(r"^Name:\s*(.*)", status, re.M)[1], re.search(r"^VmHWM:\s*(\d+)", status, re.M)
        if peak:
            self.peaks[name] = max(self.peaks.get(name, 0), int(peak[1]) << 10)
        for child in children:
            self.look(child)

    def run(self):
        while self.process.poll() is None:
            self.look(self.process.pid)
            time.sleep(0.01)

    def seconds(self, pid=None):
        """Processor time so far, of children too; wall-clock time would be that of a busy machine."""
        pid = pid or self.process.pid
        try:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
            return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + sum(map(self.seconds, list_children(pid)))
        except OSError:
            return 0


class Batch:
    """One import of many files with a terminal for standard error."""

    def __init__(self, program, library, paths, *options):
        terminal, other = pty.openpty()
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([program, "--library", library, "--json", "import", *options, "--", *paths], stdout=output,
                                       stderr=other, stdin=subprocess.DEVNULL)
            os.close(other)
            watch = Watch(process)
            watch.start()
            self.seconds, text = self.read(terminal, watch)
            self.code = process.wait()
            watch.join()
            output.seek(0)
            self.results = json.loads(output.read() or "null")
        self.peaks = watch.peaks
        self.terminal = PROGRESS.sub("\0", text.replace("\r\n", "\n"))
        # the bar is drawn over: what is left stands behind the last mark of its line
        self.lines = [line.rsplit("\0", 1)[-1] for line in self.terminal.split("\n") if line.rsplit("\0", 1)[-1]]

    @staticmethod
    def read(terminal, watch):
        """Returns pairs of the processor time that a file took and its name, and all that was written."""
        starts, text = [], b""
        while True:
            try:
                text += os.read(terminal, 65536)
            except OSError:
                break
            begun = BEGINS.findall(text)
            now = watch.seconds()
            starts += [(now, name.decode("utf-8", "replace")) for name in begun[len(starts):]]
        os.close(terminal)
        # the last one's time is not known, since the processor time of a process that has ended is not
        times = sorted(((after - before, name) for (before, name), (after, _) in zip(starts, starts[1:])), reverse=True)
        return times, text.decode("utf-8", "replace")


class HostileTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.input, self.outside = self.folder / "input", self.folder / "outside"
        self.input.mkdir()
        self.outside.mkdir()
        (self.outside / "canary.txt").write_text("canary")

    def tree(self):
        """All there is beside the library."""
        return sorted((str(path), path.lstat().st_mtime_ns) for path in self.folder.rglob("*") if not path.name.startswith("t.jianbao"))

    def assert_batch(self, batch, n_files):
        self.assertIn(batch.code, (0, 1), batch.terminal[-2000:])
        self.assertIsNotNone(batch.results)
        limit = MOST_SECONDS * (5 if is_sanitized(self.program) else 1)
        self.assertEqual([time for time in batch.seconds if time[0] > limit], [])
        if not is_sanitized(self.program):
            self.assertEqual({name: f"{peak >> 20} MB" for name, peak in batch.peaks.items() if peak > MOST_BYTES}, {})
        print(f"  {n_files} files, {len(batch.results)} results, slowest {batch.seconds[:3]}, "
              + ", ".join(f"{name} {peak >> 20} MB" for name, peak in batch.peaks.items()), file=sys.stderr)

    def assert_results(self, batch, rows):
        texts = {}
        for article in self.export()["articles"]:
            texts.setdefault(article["source"], []).append(article["text"])
        wrong = []
        for row in rows:
            results = self.results_of(batch, row)
            outcomes = {result["outcome"] for result in results}
            if row.want in ("read", "refused") and (len(results) != 1 or (outcomes == {"failed"}) != (row.want == "refused")):
                wrong.append((row, results))
            elif row.want == "read" and row.words not in "\n".join(texts[results[0]["source"]]):
                wrong.append((row, texts[results[0]["source"]]))
        self.assertEqual(wrong, [], "\n".join(str(fault)[:400] for fault in wrong))
        for result in batch.results:
            if result["outcome"] == "failed":
                self.assertTrue(result["reason"])
                self.assertIsNone(result["source"])
        self.assertEqual(len(self.export()["sources"]), sum(r["outcome"] == "done" for r in batch.results))

    def results_of(self, batch, row):
        path = self.input / os.fsdecode(row.name)
        try:
            named = str(path)
            named.encode()
            plain = not any(c < " " or "\x7f" <= c <= "\x9f" for c in named)
        except UnicodeEncodeError:
            plain = False
        name = str(path) if plain else path.as_uri()
        results = [r for r in batch.results if r["name"] == name or r["name"].startswith(name + "/")]
        if not plain and not results:
            tail = path.as_uri().rsplit("/", 1)[-1].lower()
            results = [r for r in batch.results if r["name"].rsplit("/", 1)[-1].lower() == tail]
        return results

    def assert_terminal(self, batch):
        """One line for each refusal, and nothing that moves the cursor or turns the text."""
        raw = [line for line in batch.lines if RAW.search(line)]
        self.assertEqual(raw, [])
        n_failed = sum(r["outcome"] == "failed" for r in batch.results)
        refusals = [line for line in batch.lines if ": " in line and not line.endswith("skipped")]
        self.assertEqual(len(refusals), n_failed, "\n".join(refusals[:50]))

    def test_every_file_is_read_or_refused(self):
        rows = hostile.write(self.input, self.outside)
        before = self.tree()
        batch = Batch(self.program, self.library, [os.path.join(os.fsencode(self.input), row.name) for row in rows])
        self.assert_batch(batch, len(rows))
        self.assert_results(batch, rows)
        self.assert_terminal(batch)
        self.assertEqual(self.tree(), before)
        self.assertEqual(batch.results[-1]["outcome"], "done")
        self.run_cli("check")

    def test_links_in_folders_are_passed_over(self):
        rows = list(hostile.special(self.input))
        batch = Batch(self.program, self.library, [self.input], "--recursive")
        found = {row.name for row in rows if self.results_of(batch, row)}
        self.assertEqual(found, {b"locked.txt", b"sparse.txt"})
        self.run_cli("check")

    def test_a_helper_that_is_killed_costs_one_file(self):
        # the first keeps the helper busy for seconds
        (self.input / "1.xml").write_text("<a " + " ".join(f'n{i}="u"' for i in range(80000)) + "/>")
        (self.input / "2.html").write_text(f"<html><body><p>{hostile.TEXT * 5}</p></body></html>", encoding="utf-8")
        process = subprocess.Popen([self.program, "--library", self.library, "--json", "import", self.input / "1.xml",
                                    self.input / "2.html"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until = time.monotonic() + 30
        while not (children := list_children(process.pid)) and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(children[0], signal.SIGKILL)
        results, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1)
        self.assertEqual([result["outcome"] for result in json.loads(results)], ["failed", "done"])
        self.assertEqual(len(errors.splitlines()), 1)
        self.run_cli("check")

    @unittest.skipUnless((SHARED / "practice" / "hostile_files.py").exists(), "no list of hostile files beside the project")
    def test_the_list_beside_the_project(self):
        folder = self.folder / "listed"
        subprocess.run([sys.executable, "-B", SHARED / "practice" / "hostile_files.py", folder, "--big"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.input = folder
        rows = []
        for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines():
            name, want, text = line.split("\t")
            data = b"bad-\xff\xfe.txt" if "\ufffd" in name else name.replace("\\n", "\n").encode()
            rows.append(hostile.Row(data, {"ok": "read", "refuse": "refused"}.get(want, "any"), text))
        paths = [os.path.join(os.fsencode(folder), row.name) for row in rows]
        batch = Batch(self.program, self.library, paths)
        self.assert_batch(batch, len(rows))
        # folders are looked into
        listed = [row for row in rows if row.name != b"folder.txt"]
        self.assert_results(batch, listed)
        self.assert_terminal(batch)
        self.run_cli("check")


if __name__ == "__main__":
    main()
