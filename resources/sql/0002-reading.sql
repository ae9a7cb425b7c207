-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2 of the library: what a better reading of the page needs.

-- The rules that the tallies were made by; other rules make them stale.
ALTER TABLE lexicon_state ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;
