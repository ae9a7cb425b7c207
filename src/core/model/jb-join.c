/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-join.h"

static void
join_clear (gpointer data)
{
  g_free (((JbJoin *) data)->reasons);
}

GArray *
jb_joins_new (void)
{
  GArray *joins = g_array_new (FALSE, FALSE, sizeof (JbJoin));

  g_array_set_clear_func (joins, join_clear);
  return joins;
}

void
jb_joins_add (GArray *joins, guint offset, int score, const char *reasons)
{
  JbJoin join = { offset, score, g_strdup (reasons) };

  g_array_append_val (joins, join);
}

void
jb_joins_add_part (GArray *joins, const GArray *part, guint start, guint end, guint to)
{
  for (guint i = 0; part != NULL && i < part->len; i++)
    {
      const JbJoin *join = jb_joins_get (part, i);

      if (join->offset >= start && join->offset < end)
        jb_joins_add (joins, join->offset - start + to, join->score, join->reasons);
    }
}

GArray *
jb_joins_from_map (const JbSpanMap *map)
{
  GArray *joins = jb_joins_new ();
  guint n_runs;
  const JbRun *runs = jb_span_map_get_runs (map, &n_runs);

  for (guint i = 1; i < n_runs; i++)
    if (runs[i].source_start != runs[i - 1].source_start + runs[i - 1].length)
      jb_joins_add (joins, runs[i].text_start, 0, "");
  return joins;
}

char *
jb_joins_to_string (const GArray *joins)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (joins, i);

      g_string_append_printf (string, "%s%u:%d:%s", i > 0 ? " " : "", join->offset, join->score, join->reasons);
    }
  return g_string_free (string, FALSE);
}

GArray *
jb_joins_from_string (const char *string)
{
  g_autoptr(GArray) joins = jb_joins_new ();
  g_auto(GStrv) words = g_strsplit (string, " ", -1);

  for (guint i = 0; words[i] != NULL && *string != '\0'; i++)
    {
      g_auto(GStrv) fields = g_strsplit (words[i], ":", -1);
      guint64 offset;
      gint64 score;

      if (g_strv_length (fields) != 3 || !g_ascii_string_to_unsigned (fields[0], 10, 0, G_MAXUINT, &offset, NULL) ||
          !g_ascii_string_to_signed (fields[1], 10, G_MININT, G_MAXINT, &score, NULL))
        return NULL;
      jb_joins_add (joins, (guint) offset, (int) score, fields[2]);
    }
  return g_steal_pointer (&joins);
}
