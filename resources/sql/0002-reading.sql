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

-- Names that came, went or changed since the tallies were last looked at. The next refresh looks through the texts for all of
-- them in one pass and marks the articles in which one stands; thousands of names can come at once.
CREATE TABLE changed_name (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

DROP TRIGGER entity_came;
DROP TRIGGER entity_changed;
DROP TRIGGER entity_went;
DROP TRIGGER alias_came;
DROP TRIGGER alias_changed;
DROP TRIGGER alias_went;

CREATE TRIGGER entity_came AFTER INSERT ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (NEW.name);
END;
-- Its aliases too: a mention of one is counted under the entity's name.
CREATE TRIGGER entity_changed AFTER UPDATE OF type, name, merged_into ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (OLD.name), (NEW.name);
  INSERT OR IGNORE INTO changed_name SELECT name FROM alias WHERE entity = NEW.id;
END;
CREATE TRIGGER entity_went AFTER DELETE ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (OLD.name);
END;
CREATE TRIGGER alias_came AFTER INSERT ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (NEW.name);
END;
CREATE TRIGGER alias_changed AFTER UPDATE ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (OLD.name), (NEW.name);
END;
CREATE TRIGGER alias_went AFTER DELETE ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  INSERT OR IGNORE INTO changed_name VALUES (OLD.name);
END;

-- Names that were offered and that an editor wants to see no more: for an entity, as another name of it; else as a name at all.
CREATE TABLE dismissal (
  n      INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  entity TEXT REFERENCES entity (id) ON DELETE CASCADE,
  name   TEXT NOT NULL
) STRICT;
CREATE INDEX dismissal_by_entity ON dismissal (entity, name);
