#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A helper gone mad, in the place of jianbao-reader (JIANBAO_READER): what it does is said by FAKE_READER. The forms of the messages
are in src/core/import/jb-reader-protocol.h."""
import os
import signal
import socket
import struct
import sys
import time

PROGRESS, DECODED, MEMBERS, BYTES, PICTURE, FAILURE = range(6)


def send(line, kind, content):
    line.sendall(struct.pack("=II", kind, len(content)) + content)


def flood(line):
    while True:
        send(line, PROGRESS, struct.pack("=II", 1, 2))


def count(line):
    for n in range(1, 1 << 31):
        send(line, PROGRESS, struct.pack("=II", n, 0x7fffffff))
        time.sleep(0.2)


def dribble(line):
    line.sendall(struct.pack("=II", DECODED, 100000))
    while True:
        line.sendall(b"\0")
        time.sleep(0.2)


def names(line):
    # an array of strings: the strings, each ended by 0, then where each ends, in four bytes
    n = 200000
    send(line, MEMBERS, b"a\0" * n + b"".join(struct.pack("=I", 2 * (i + 1)) for i in range(n)))


ACTS = {
    "hang": lambda line: time.sleep(1000),
    "crash": lambda line: os.kill(os.getpid(), signal.SIGSEGV),
    "flood": flood,
    "count": count,
    "dribble": dribble,
    "names": names,
    "huge": lambda line: line.sendall(struct.pack("=II", DECODED, 0xffffffff)),
    "noise": lambda line: send(line, DECODED, os.urandom(5000)),
    "nothing": lambda line: send(line, DECODED, b""),
    "no-reason": lambda line: send(line, FAILURE, b""),
    "long-reason": lambda line: send(line, FAILURE, struct.pack("=I", 5) + "长".encode() * 100000 + b"\0"),
    "picture": lambda line: send(line, PICTURE, struct.pack("=III", 100000, 0xffffffff, 0xffffffff) + bytes(100)),
    "unknown": lambda line: send(line, 99, b"abc"),
}


def main():
    line = socket.socket(fileno=0)
    line.recv(65536)
    act = os.environ["FAKE_READER"]
    ACTS[act](line)
    if act not in ("hang", "flood", "count", "dribble"):
        time.sleep(1000)
    return 0


if __name__ == "__main__":
    sys.exit(main())
