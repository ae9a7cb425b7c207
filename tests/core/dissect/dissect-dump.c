/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dissect-dump.h"

#include <string.h>

#include "jb-chars.h"
#include "jb-model-enums.h"
#include "jb-shape.h"

static void
dump_field (GString *dump, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (dump, " %s=%s", name, value);
}

static void
dump_names (GString *dump, const char *name, GStrv values)
{
  g_autofree char *joined = g_strjoinv (",", values);

  dump_field (dump, name, joined);
}

static void
dump_block (GString *dump, const JbBlock *block)
{
  guint at = 0, join = 0;

  g_string_append (dump, jb_enum_to_nick (JB_TYPE_BLOCK_KIND, block->kind));
  if (block->level > 0)
    g_string_append_printf (dump, " %u", block->level);
  g_string_append (dump, " | ");
  for (const char *p = block->text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      if (join < block->joins->len && jb_joins_get (block->joins, join)->offset == at)
        {
          g_string_append (dump, "▏");
          join++;
        }
      g_string_append_unichar (dump, g_utf8_get_char (p));
    }
  g_string_append_c (dump, '\n');
}

static void
dump_article (GString *dump, const JbArticle *article)
{
  g_string_append (dump, "[article]");
  dump_field (dump, "kicker", article->kicker);
  dump_field (dump, "title", article->title);
  dump_field (dump, "deck", article->deck);
  dump_names (dump, "reporters", article->reporters);
  dump_names (dump, "correspondents", article->correspondents);
  dump_field (dump, "date", article->date);
  if (article->date != NULL)
    g_string_append_printf (dump, " %s", jb_enum_to_nick (JB_TYPE_DATE_ORIGIN, article->date_origin));
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < article->blocks->len; i++)
    dump_block (dump, g_ptr_array_index (article->blocks, i));
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);
      const JbBlock *block = g_ptr_array_index (article->blocks, statement->block);

      g_assert_cmpint (block->kind, ==, JB_BLOCK_KIND_STATEMENT);
      g_assert_cmpstr (block->text, ==, statement->text);
      g_string_append_printf (dump, "[statement] %s / %s\n", statement->name, statement->post);
    }
}

char *
dissect_dump (const JbPage *page)
{
  GString *dump = g_string_new (NULL);
  const JbMasthead *masthead = page->masthead;

  if (masthead != NULL)
    {
      g_string_append (dump, "[masthead]");
      dump_field (dump, "name", masthead->name);
      dump_field (dump, "issue", masthead->issue);
      dump_field (dump, "date", masthead->date);
      dump_field (dump, "weekday", masthead->weekday);
      dump_field (dump, "lunar", masthead->lunar);
      dump_field (dump, "pages", masthead->pages);
      dump_field (dump, "publisher", masthead->publisher);
      g_string_append_c (dump, '\n');
    }
  for (guint i = 0; i < page->articles->len; i++)
    dump_article (dump, g_ptr_array_index (page->articles, i));
  return g_string_free (dump, FALSE);
}

static void
check_block (const JbBlock *block, const JbChars *source, guint8 *covered)
{
  g_autoptr(JbChars) chars = jb_chars_new (block->text, -1);
  guint n_runs, at = 0;
  const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

  g_assert_cmpuint (chars->length, ==, block->length);
  g_assert_cmpuint (n_runs, >, 0);
  for (guint i = 0; i < n_runs; i++)
    {
      if (runs[i].text_start != at)
        {
          g_assert_cmpuint (runs[i].text_start, ==, at + 1);
          g_assert_cmpuint (chars->chars[at], ==, ' ');
        }
      g_assert_cmpuint (runs[i].source_start + runs[i].length, <=, source->length);
      g_assert_true (memcmp (chars->chars + runs[i].text_start, source->chars + runs[i].source_start,
                             runs[i].length * sizeof (gunichar)) == 0);
      for (guint c = 0; c < runs[i].length; c++)
        covered[runs[i].source_start + c]++;
      at = runs[i].text_start + runs[i].length;
    }
  g_assert_cmpuint (at, ==, block->length);
}

static gboolean
is_line_end (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void
dissect_check_maps (const JbPage *page, const char *text)
{
  g_autoptr(JbChars) source = jb_chars_new (text, -1);
  g_autofree guint8 *covered = g_new0 (guint8, source->length + 1);

  for (guint i = 0; i < page->articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (page->articles, i);

      g_assert_cmpuint (article->position, ==, i);
      g_assert_cmpuint (article->blocks->len, >, 0);
      for (guint b = 0; b < article->blocks->len; b++)
        check_block (g_ptr_array_index (article->blocks, b), source, covered);
    }
  for (guint i = 0; i < source->length; i++)
    if (is_line_end (source->chars[i]))
      g_assert_cmpuint (covered[i], ==, 0);
    else if (!jb_shape_is_void (source->chars[i]))
      g_assert_cmpuint (covered[i], ==, 1);
}
