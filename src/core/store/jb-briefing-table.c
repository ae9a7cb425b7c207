/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-table.h"

#include "jb-library-private.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, title, issue, date, issuer, template, note, report_to, send_to, issue_to, copies"

static const char insert_sql[] =
  "INSERT INTO briefing (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
static const char update_sql[] =
  "UPDATE briefing SET title = ?2, issue = ?3, date = ?4, issuer = ?5, template = ?6, note = ?7, report_to = ?8,"
  " send_to = ?9, issue_to = ?10, copies = ?11 WHERE id = ?1";
static const char delete_sql[] =
  "DELETE FROM briefing WHERE id = ?1";
static const char load_sql[] =
  "SELECT " COLUMNS " FROM briefing WHERE id = ?1";
static const char list_sql[] =
  "SELECT id FROM briefing ORDER BY n DESC";

static const char add_section_sql[] =
  "INSERT INTO briefing_section (id, briefing, position, heading) VALUES (?1, ?2,"
  " (SELECT coalesce (max (position) + 1, 0) FROM briefing_section WHERE briefing = ?2), ?3)";
static const char set_heading_sql[] =
  "UPDATE briefing_section SET heading = ?2 WHERE id = ?1";
static const char delete_section_sql[] =
  "DELETE FROM briefing_section WHERE id = ?1";
static const char load_sections_sql[] =
  "SELECT id, heading FROM briefing_section WHERE briefing = ?1 ORDER BY position, n";
static const char list_siblings_sql[] =
  "SELECT id FROM briefing_section WHERE briefing = (SELECT briefing FROM briefing_section WHERE id = ?1) ORDER BY position, n";
static const char place_section_sql[] =
  "UPDATE briefing_section SET position = ?2 WHERE id = ?1";

static const char add_item_sql[] =
  "INSERT INTO briefing_item (id, section, position, text, original, article, start, end, citation) VALUES (?1, ?2,"
  " (SELECT coalesce (max (position) + 1, 0) FROM briefing_item WHERE section = ?2), ?3, ?4, ?5, ?6, ?7, ?8)";
static const char set_text_sql[] =
  "UPDATE briefing_item SET text = ?2 WHERE id = ?1";
static const char delete_item_sql[] =
  "DELETE FROM briefing_item WHERE id = ?1";
static const char load_items_sql[] =
  "SELECT id, text, original, article, start, end, citation FROM briefing_item WHERE section = ?1 ORDER BY position, n";
static const char load_quotes_sql[] =
  "SELECT id, text, original, article, start, end, citation FROM briefing_item WHERE article = ?1";
static const char move_quote_sql[] =
  "UPDATE briefing_item SET start = ?2, end = ?3 WHERE id = ?1";
static const char list_items_sql[] =
  "SELECT id FROM briefing_item WHERE section = ?1 ORDER BY position, n";
static const char place_item_sql[] =
  "UPDATE briefing_item SET section = ?3, position = ?2 WHERE id = ?1";

gboolean
jb_briefing_table_add_item (JbLibrary *library, const char *section, const JbBriefingItem *item, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, add_item_sql, "sssssuus", item->id, section, item->text, item->original,
                    item->article, item->start, item->end, item->citation);
}

gboolean
jb_briefing_table_add_section (JbLibrary *library, const char *briefing, const JbBriefingSection *section, GError **error)
{
  if (!jb_db_run (jb_library_get_db (library), error, add_section_sql, "sss", section->id, briefing, section->heading))
    return FALSE;
  for (guint i = 0; i < section->items->len; i++)
    if (!jb_briefing_table_add_item (library, section->id, g_ptr_array_index (section->items, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_head (JbLibrary *library, const char *sql, const JbBriefing *briefing, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, sql, "sssssssssss", briefing->id, briefing->title, briefing->issue,
                    briefing->date, briefing->issuer, briefing->template_name, briefing->note, briefing->report_to,
                    briefing->send_to, briefing->issue_to, briefing->copies);
}

gboolean
jb_briefing_table_insert (JbLibrary *library, const JbBriefing *briefing, GError **error)
{
  if (!write_head (library, insert_sql, briefing, error))
    return FALSE;
  for (guint i = 0; i < briefing->sections->len; i++)
    if (!jb_briefing_table_add_section (library, briefing->id, g_ptr_array_index (briefing->sections, i), error))
      return FALSE;
  return TRUE;
}

gboolean
jb_briefing_table_update (JbLibrary *library, const JbBriefing *briefing, GError **error)
{
  return write_head (library, update_sql, briefing, error);
}

gboolean
jb_briefing_table_delete (JbLibrary *library, const char *briefing, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_sql, "s", briefing);
}

gboolean
jb_briefing_table_set_heading (JbLibrary *library, const char *section, const char *heading, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_heading_sql, "ss", section, heading);
}

gboolean
jb_briefing_table_delete_section (JbLibrary *library, const char *section, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_section_sql, "s", section);
}

gboolean
jb_briefing_table_set_text (JbLibrary *library, const char *item, const char *text, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_text_sql, "ss", item, text);
}

gboolean
jb_briefing_table_delete_item (JbLibrary *library, const char *item, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_item_sql, "s", item);
}

/* Returns: (transfer full) (nullable): the ids @sql gives for @key, with @moved taken out and put at @position */
static GPtrArray *
reorder (JbDb *db, const char *sql, const char *key, const char *moved, guint position, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JbRows) rows = jb_db_query (db, sql, "s", key);

  while (jb_rows_next (rows, error))
    if (!g_str_equal (jb_rows_get_text (rows, 0), moved))
      g_ptr_array_add (ids, g_strdup (jb_rows_get_text (rows, 0)));
  if (jb_rows_failed (rows))
    return NULL;
  g_ptr_array_insert (ids, (int) MIN (position, ids->len), g_strdup (moved));
  return g_steal_pointer (&ids);
}

gboolean
jb_briefing_table_move_item (JbLibrary *library, const char *item, const char *section, guint position, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(GPtrArray) ids = reorder (db, list_items_sql, section, item, position, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!jb_db_run (db, error, place_item_sql, "sus", g_ptr_array_index (ids, i), i, section))
      return FALSE;
  return ids != NULL;
}

gboolean
jb_briefing_table_move_section (JbLibrary *library, const char *section, guint position, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(GPtrArray) ids = reorder (db, list_siblings_sql, section, section, position, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!jb_db_run (db, error, place_section_sql, "su", g_ptr_array_index (ids, i), i))
      return FALSE;
  return ids != NULL;
}

static JbBriefingItem *
read_item (JbRows *rows)
{
  JbBriefingItem *item = jb_briefing_item_new (jb_rows_get_text (rows, 2), jb_rows_get_text (rows, 3),
                                               (guint) jb_rows_get_int (rows, 4), (guint) jb_rows_get_int (rows, 5));

  jb_set_string (&item->id, jb_rows_get_text (rows, 0));
  jb_set_string (&item->text, jb_rows_get_text (rows, 1));
  jb_set_string (&item->citation, jb_rows_get_text (rows, 6));
  return item;
}

static gboolean
load_sections (JbDb *db, JbBriefing *briefing, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, load_sections_sql, "s", briefing->id);

  while (jb_rows_next (rows, error))
    {
      JbBriefingSection *section = jb_briefing_section_new (jb_rows_get_text (rows, 1));
      g_autoptr(JbRows) items = NULL;

      jb_set_string (&section->id, jb_rows_get_text (rows, 0));
      g_ptr_array_add (briefing->sections, section);
      items = jb_db_query (db, load_items_sql, "s", section->id);
      while (jb_rows_next (items, error))
        g_ptr_array_add (section->items, read_item (items));
      if (jb_rows_failed (items))
        return FALSE;
    }
  return !jb_rows_failed (rows);
}

JbBriefing *
jb_briefing_table_load (JbLibrary *library, const char *id, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) rows = jb_db_query (db, load_sql, "s", id);
  g_autoptr(JbBriefing) briefing = NULL;

  if (!jb_rows_next (rows, error))
    {
      if (!jb_rows_failed (rows))
        g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no briefing “%s”"), id);
      return NULL;
    }
  briefing = jb_briefing_new (jb_rows_get_text (rows, 1));
  jb_set_string (&briefing->id, jb_rows_get_text (rows, 0));
  jb_set_string (&briefing->issue, jb_rows_get_text (rows, 2));
  jb_set_string (&briefing->date, jb_rows_get_text (rows, 3));
  jb_set_string (&briefing->issuer, jb_rows_get_text (rows, 4));
  jb_set_string (&briefing->template_name, jb_rows_get_text (rows, 5));
  jb_set_string (&briefing->note, jb_rows_get_text (rows, 6));
  jb_set_string (&briefing->report_to, jb_rows_get_text (rows, 7));
  jb_set_string (&briefing->send_to, jb_rows_get_text (rows, 8));
  jb_set_string (&briefing->issue_to, jb_rows_get_text (rows, 9));
  jb_set_string (&briefing->copies, jb_rows_get_text (rows, 10));
  return load_sections (db, briefing, error) ? g_steal_pointer (&briefing) : NULL;
}

GStrv
jb_briefing_table_list (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_sql, "");

  return jb_rows_to_strv (rows, error);
}

GPtrArray *
jb_briefing_table_load_quotes (JbLibrary *library, const char *article, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_quotes_sql, "s", article);

  while (jb_rows_next (rows, error))
    g_ptr_array_add (items, read_item (rows));
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&items);
}

gboolean
jb_briefing_table_move_quote (JbLibrary *library, const char *item, guint start, guint end, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, move_quote_sql, "suu", item, start, end);
}
