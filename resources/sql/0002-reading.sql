-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2 of the library: what a better reading of the page needs.

-- The rules that the tallies were made by; other rules make them stale.
ALTER TABLE lexicon_state ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;

-- Where pieces of a torn paragraph were put together, and why: offset:score:reason,reason, separated by spaces. NULL in blocks
-- that an older program stored; then the map tells the places.
ALTER TABLE block ADD COLUMN joins TEXT;

CREATE TRIGGER block_changed AFTER UPDATE OF text ON block BEGIN
  UPDATE tally SET stale = 1 WHERE article = NEW.article;
END;

-- The source in which a leader was first seen in the post; NULL for one that was put in by hand. Its dates are those between which
-- articles name it; without to_date one put in by hand is held still.
ALTER TABLE post ADD COLUMN source TEXT;

-- Names that were proposed for an entity and that an editor found to be another thing's.
CREATE TABLE dismissed_name (
  n      INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name   TEXT NOT NULL
) STRICT;
CREATE INDEX dismissed_name_by_entity ON dismissed_name (entity);

-- What was learned, one row. Derived from the decisions, or from a file; not logged.
CREATE TABLE learner (
  n           INTEGER PRIMARY KEY CHECK (n = 1),
  enabled     INTEGER NOT NULL,  -- whether it may be used
  generation  INTEGER NOT NULL,  -- grows with every change
  weights     BLOB,              -- as jb-learner-bytes.c says; NULL where nothing was learned
  origin      TEXT NOT NULL,     -- decisions, or file
  n_decisions INTEGER NOT NULL   -- how many there were when it was learned
) STRICT;
INSERT INTO learner VALUES (1, 1, 1, NULL, 'decisions', 0);
-- All suggestions may be others now. That can wait (2), while what an editor has just changed cannot (1).
CREATE TRIGGER learner_changed AFTER UPDATE ON learner BEGIN
  UPDATE tally SET stale = 2 WHERE stale = 0;
END;
