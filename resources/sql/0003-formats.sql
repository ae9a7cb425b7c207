-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3 of the library: files of other formats than plain text.

-- What the reader made of a file: its text, and what the format says beyond the words, as jb-decoded-bytes.c writes it; by the SHA-256
-- of that. Kept, since a later reader may read the same file otherwise, and spans of the source count in this text. Like content it is
-- not logged, and nothing is ever taken out of it by an undo.
CREATE TABLE reading (
  n       INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL UNIQUE,
  decoded BLOB NOT NULL
) STRICT;

-- NULL for plain text, which is decoded from its bytes whenever it is needed.
ALTER TABLE source ADD COLUMN reading TEXT REFERENCES reading (sha256);
