# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window for the README and the store, taken of the samples. Started by scripts/screenshots."""
import os
import pathlib
import subprocess
import sys
import time

from window import SAMPLES, Atspi, Window, wait


def run(cli, library, *args):
    return subprocess.check_output([cli, "--quiet", "--library", library, *map(str, args)], text=True)


def prepare(cli, library):
    run(cli, library, "import", SAMPLES)
    for kind in ("street", "leader", "campaign"):
        run(cli, library, "accept", "--type", kind)


def shoot(folder, name):
    time.sleep(1.2)
    subprocess.check_call(["import", "-window", "root", folder / f"{name}.png"])


def shoot_import(program, library, folder, suffix):
    """What a file will be cut into before it is imported, and its page beside the article afterwards."""
    paper = folder / "paper.pdf"
    run(os.environ["JB_CLI"], library, "brief", "--group", "street", "-o", paper)
    window = Window(program, "--library", library.with_name("import" + suffix + ".jianbao"), SAMPLES / "front-page-621.txt", paper)
    try:
        time.sleep(3)
        shoot(folder, "import" + suffix)
    finally:
        window.kill()
        paper.unlink()


def tour(program, library, folder, suffix, with_draft):
    window = Window(program, "--library", library)
    try:
        time.sleep(2)
        window.keys("Tab", "Tab", "Tab")
        shoot(folder, "articles" + suffix)
        window.keys("alt+2")
        time.sleep(0.5)
        window.keys("Tab", "Tab", "Down", "Return", "Down", "Down")
        shoot(folder, "entities" + suffix)
        window.keys("alt+3")
        if with_draft:
            window.press("button|push button", "Draft from Articles")
            time.sleep(0.5)
            window.press("button|push button", "Create Draft")
            time.sleep(3)
        shoot(folder, "briefings" + suffix)
    finally:
        window.kill()


def main():
    program, cli, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    library = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "screenshots.jianbao"
    folder.mkdir(parents=True, exist_ok=True)
    Atspi.init()
    os.environ["JB_CLI"] = cli
    prepare(cli, library)
    shoot_import(program, library, folder, "")
    tour(program, library, folder, "", True)
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    tour(program, library, folder, "-dark", False)
    del os.environ["ADW_DEBUG_COLOR_SCHEME"]
    # gettext follows LANGUAGE in any locale but the bare C.
    os.environ["LANGUAGE"] = "zh_CN"
    tour(program, library, folder, "-zh", False)


main()
