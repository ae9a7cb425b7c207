-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of the library. Every row of a logged table has a stable id (a UUID); n only orders and joins.
-- Offsets and lengths are Unicode code points; dates are ISO 8601.

-- What was imported, byte for byte, by the SHA-256 of its bytes. Not logged: nothing is ever taken out of it by an undo.
CREATE TABLE content (
  n      INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  sha256      TEXT NOT NULL REFERENCES content (sha256),
  encoding    TEXT,
  text_length INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  has_masthead INTEGER NOT NULL,
  paper       TEXT,
  issue       TEXT,
  date        TEXT,
  weekday     TEXT,
  lunar       TEXT,
  pages       TEXT,
  publisher   TEXT
) STRICT;
CREATE INDEX source_by_sha256 ON source (sha256);

CREATE TABLE article (
  n              INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  source         TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  kicker         TEXT NOT NULL,
  title          TEXT NOT NULL,
  deck           TEXT NOT NULL,
  reporters      TEXT NOT NULL,  -- names, one a line
  correspondents TEXT NOT NULL,
  date           TEXT,
  date_origin    TEXT NOT NULL,
  state          TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_source ON article (source, position);
CREATE INDEX article_by_date ON article (date);

CREATE TABLE block (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  article  TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  level    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  map      TEXT NOT NULL  -- text:source:length, separated by spaces
) STRICT;
CREATE INDEX block_by_article ON block (article, position);

CREATE TABLE statement (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  article  TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  block    INTEGER NOT NULL,  -- position of the block it stands in
  name     TEXT NOT NULL,
  post     TEXT NOT NULL,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_article ON statement (article);

CREATE TABLE entity (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  type        TEXT NOT NULL,
  name        TEXT NOT NULL,
  note        TEXT NOT NULL,
  merged_into TEXT
) STRICT;
CREATE INDEX entity_by_name ON entity (name);

CREATE TABLE alias (
  n      INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL
) STRICT;
CREATE INDEX alias_by_entity ON alias (entity);
CREATE INDEX alias_by_name ON alias (name);

CREATE TABLE post (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  entity    TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  title     TEXT NOT NULL,
  place     TEXT NOT NULL,
  from_date TEXT,
  to_date   TEXT
) STRICT;
CREATE INDEX post_by_entity ON post (entity);

-- What the editor decided about a stretch of an article: confirmed (also drawn by hand) or rejected.
CREATE TABLE decision (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  type    TEXT NOT NULL,
  start   INTEGER NOT NULL,
  end     INTEGER NOT NULL,
  quote   TEXT NOT NULL,  -- the characters, and up to eight before and behind
  prefix  TEXT NOT NULL,
  suffix  TEXT NOT NULL,
  entity  TEXT REFERENCES entity (id) ON DELETE SET NULL,
  state   TEXT NOT NULL,
  origin  TEXT NOT NULL,
  rule    TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_article ON decision (article, start);
CREATE INDEX decision_by_entity ON decision (entity);

CREATE TABLE briefing (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  title     TEXT NOT NULL,
  issue     TEXT NOT NULL,
  date      TEXT,
  issuer    TEXT NOT NULL,
  template  TEXT NOT NULL,
  note      TEXT NOT NULL,
  report_to TEXT NOT NULL,
  send_to   TEXT NOT NULL,
  issue_to  TEXT NOT NULL,
  copies    TEXT NOT NULL
) STRICT;

CREATE TABLE briefing_section (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  briefing TEXT NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  heading  TEXT NOT NULL
) STRICT;
CREATE INDEX briefing_section_by_briefing ON briefing_section (briefing, position);

-- article is not a foreign key: what was printed stays traceable after its article is gone.
CREATE TABLE briefing_item (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  section  TEXT NOT NULL REFERENCES briefing_section (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  original TEXT NOT NULL,
  article  TEXT,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  citation TEXT             -- as it was when the sentence was taken; used once the article is gone
) STRICT;
CREATE INDEX briefing_item_by_section ON briefing_item (section, position);

-- The log. at is a hybrid logical clock: milliseconds since 1970 times 65536, plus a counter.
CREATE TABLE operation (
  n     INTEGER PRIMARY KEY AUTOINCREMENT,
  id    TEXT NOT NULL UNIQUE,
  name  TEXT NOT NULL,
  who   TEXT NOT NULL,
  at    INTEGER NOT NULL,
  state TEXT NOT NULL  -- done, undone, dropped (undone, then something else was done)
) STRICT;

-- One row a field that was set; field is '' for a whole row that came or went, which is then an array of its columns.
CREATE TABLE change (
  n         INTEGER PRIMARY KEY AUTOINCREMENT,
  operation INTEGER NOT NULL REFERENCES operation (n) ON DELETE CASCADE,
  record_table TEXT NOT NULL,
  record    TEXT NOT NULL,
  field     TEXT NOT NULL,
  before    ANY,
  after     ANY
) STRICT;
CREATE INDEX change_by_operation ON change (operation, n);

-- Derived from the tables above, rebuilt where stale; not logged.
CREATE TABLE tally (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  stale   INTEGER NOT NULL
) STRICT;
CREATE INDEX tally_stale ON tally (article) WHERE stale;

CREATE TABLE tally_name (
  n         INTEGER PRIMARY KEY,
  article   TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  type      TEXT NOT NULL,
  name      TEXT NOT NULL,
  entity    TEXT,             -- where it is linked to one
  suggested INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
) STRICT;
CREATE INDEX tally_name_by_article ON tally_name (article);
CREATE INDEX tally_name_by_name ON tally_name (name, type);
CREATE INDEX tally_name_by_entity ON tally_name (entity);

CREATE TABLE lexicon_state (generation INTEGER NOT NULL) STRICT;
INSERT INTO lexicon_state VALUES (1);

CREATE TRIGGER article_is_new AFTER INSERT ON article BEGIN
  INSERT INTO tally VALUES (NEW.id, 1);
END;

CREATE TRIGGER decision_came AFTER INSERT ON decision BEGIN
  UPDATE tally SET stale = 1 WHERE article = NEW.article;
END;
CREATE TRIGGER decision_changed AFTER UPDATE ON decision BEGIN
  UPDATE tally SET stale = 1 WHERE article = NEW.article;
END;
CREATE TRIGGER decision_went AFTER DELETE ON decision BEGIN
  UPDATE tally SET stale = 1 WHERE article = OLD.article;
END;

-- A name touches only the articles in which it stands.
CREATE TRIGGER entity_came AFTER INSERT ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1 WHERE article IN (SELECT article FROM block WHERE instr (text, NEW.name));
END;
CREATE TRIGGER entity_changed AFTER UPDATE ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1
    WHERE article IN (SELECT article FROM block WHERE instr (text, NEW.name) OR instr (text, OLD.name));
END;
CREATE TRIGGER entity_went AFTER DELETE ON entity BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1 WHERE article IN (SELECT article FROM block WHERE instr (text, OLD.name));
END;
CREATE TRIGGER alias_came AFTER INSERT ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1 WHERE article IN (SELECT article FROM block WHERE instr (text, NEW.name));
END;
CREATE TRIGGER alias_changed AFTER UPDATE ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1
    WHERE article IN (SELECT article FROM block WHERE instr (text, NEW.name) OR instr (text, OLD.name));
END;
CREATE TRIGGER alias_went AFTER DELETE ON alias BEGIN
  UPDATE lexicon_state SET generation = generation + 1;
  UPDATE tally SET stale = 1 WHERE article IN (SELECT article FROM block WHERE instr (text, OLD.name));
END;
