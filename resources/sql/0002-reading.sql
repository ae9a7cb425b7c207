-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2 of the library: what a better reading of the page needs.

-- The rules that the tallies were made by; other rules make them stale.
ALTER TABLE lexicon_state ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;

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

-- Strings that were offered as names and are none, in the editor's eyes: they are not offered again.
CREATE TABLE dismissal (
  n    INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
) STRICT;
