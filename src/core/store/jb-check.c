/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jb_library_check(): is the file sound, and is what it says whole. */
#include "jb-library-private.h"

#include <glib/gi18n-lib.h>

/* Each finds rows that must not exist: a name for people, and what is wrong with it. */
static const struct
{
  const char *sql;
  const char *finding;
} rules[] = {
  { "SELECT name FROM source s WHERE NOT EXISTS (SELECT 1 FROM article WHERE source = s.id)",
    N_("%s: a source without articles") },
  { "SELECT title FROM article a WHERE NOT EXISTS (SELECT 1 FROM block WHERE article = a.id)",
    N_("%s: an article without text") },
  { "SELECT title FROM article a WHERE (SELECT count (*) FROM block WHERE article = a.id) <>"
    " (SELECT max (position) + 1 FROM block WHERE article = a.id)",
    N_("%s: an article with a paragraph missing") },
  { "SELECT title FROM article a WHERE NOT EXISTS (SELECT 1 FROM tally WHERE article = a.id)",
    N_("%s: an article missing from the index") },
  { "SELECT quote FROM decision WHERE end <= start",
    N_("%s: a tag of no length") },
};

/* Bytes that are kept by their checksum, with the name of a source they are of. */
static const struct
{
  const char *sql;
  const char *finding;
} kept[] = {
  { "SELECT sha256, bytes, (SELECT name FROM source WHERE source.sha256 = content.sha256) FROM content"
    /* Empty: the original has not come along. */
    " WHERE length (bytes) > 0",
    N_("%s: the original is not what was imported") },
  { "SELECT sha256, decoded, (SELECT name FROM source WHERE source.reading = reading.sha256) FROM reading",
    N_("%s: the text is not what was read") },
};

/* Returns: (transfer full): a finding above, about @name */
static char *
format_finding (const char *finding, const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(finding), name);
#pragma GCC diagnostic pop
}

static gboolean
check_rule (JbDb *db, guint i, GStrvBuilder *findings, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, rules[i].sql, "");

  while (jb_rows_next (rows, error))
    {
      g_autofree char *finding = format_finding (rules[i].finding, jb_rows_get_text (rows, 0));

      g_strv_builder_add (findings, finding);
    }
  return !jb_rows_failed (rows);
}

/* SQLite's own findings are one line each, "ok" where there is nothing. */
static gboolean
check_pages (JbDb *db, GStrvBuilder *findings, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, "PRAGMA integrity_check", "");

  while (jb_rows_next (rows, error))
    if (!g_str_equal (jb_rows_get_text (rows, 0), "ok"))
      g_strv_builder_add (findings, jb_rows_get_text (rows, 0));
  return !jb_rows_failed (rows);
}

static gboolean
check_references (JbDb *db, GStrvBuilder *findings, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, "PRAGMA foreign_key_check", "");

  while (jb_rows_next (rows, error))
    {
      g_autofree char *finding = g_strdup_printf (_("%s: row %d refers to something that is missing"),
                                                  jb_rows_get_text (rows, 0), (int) jb_rows_get_int (rows, 1));

      g_strv_builder_add (findings, finding);
    }
  return !jb_rows_failed (rows);
}

static gboolean
check_kept (JbDb *db, guint i, GStrvBuilder *findings, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, kept[i].sql, "");

  while (jb_rows_next (rows, error))
    {
      g_autoptr(GBytes) bytes = jb_rows_dup_bytes (rows, 1);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      const char *name = jb_rows_get_text (rows, 2);
      g_autofree char *finding = NULL;

      if (g_str_equal (sha256, jb_rows_get_text (rows, 0)))
        continue;
      finding = format_finding (kept[i].finding, name != NULL ? name : sha256);
      g_strv_builder_add (findings, finding);
    }
  return !jb_rows_failed (rows);
}

GStrv
jb_library_check (JbLibrary *self, GError **error)
{
  JbDb *db = jb_library_get_db (self);
  g_autoptr(GStrvBuilder) findings = g_strv_builder_new ();

  if (!check_pages (db, findings, error) || !check_references (db, findings, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!check_kept (db, i, findings, error))
      return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (db, i, findings, error))
      return NULL;
  return g_strv_builder_end (findings);
}
