/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-block.h"

G_DEFINE_FINAL_TYPE (JbBlock, jb_block, G_TYPE_OBJECT)

static void
jb_block_finalize (GObject *object)
{
  JbBlock *self = JB_BLOCK (object);

  g_free (self->id);
  g_free (self->text);
  g_clear_pointer (&self->map, jb_span_map_unref);
  G_OBJECT_CLASS (jb_block_parent_class)->finalize (object);
}

static void
jb_block_class_init (JbBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_block_finalize;
}

static void
jb_block_init (JbBlock *self)
{
}

JbBlock *
jb_block_new (JbBlockKind kind, guint level, const char *text, JbSpanMap *map)
{
  JbBlock *self = g_object_new (JB_TYPE_BLOCK, NULL);

  self->id = g_uuid_string_random ();
  self->kind = kind;
  self->level = level;
  self->text = g_strdup (text);
  self->length = (guint) g_utf8_strlen (text, -1);
  self->map = jb_span_map_ref (map);
  return self;
}

GArray *
jb_block_get_joins (const JbBlock *self)
{
  GArray *joins = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_runs;
  const JbRun *runs = jb_span_map_get_runs (self->map, &n_runs);

  for (guint i = 1; i < n_runs; i++)
    if (runs[i].source_start != runs[i - 1].source_start + runs[i - 1].length)
      g_array_append_val (joins, runs[i].text_start);
  return joins;
}
