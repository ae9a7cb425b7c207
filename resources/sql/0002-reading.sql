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
CREATE TABLE dismissed_alias (
  n      INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name   TEXT NOT NULL
) STRICT;
CREATE INDEX dismissed_alias_by_entity ON dismissed_alias (entity);
