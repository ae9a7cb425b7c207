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
  g_clear_pointer (&self->joins, g_array_unref);
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
  self->joins = jb_joins_from_map (map);
  return self;
}

void
jb_block_take_joins (JbBlock *self, GArray *joins)
{
  g_array_unref (self->joins);
  self->joins = joins;
}

const JbJoin *
jb_block_find_join (const JbBlock *self, guint offset)
{
  for (guint i = 0; i < self->joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (self->joins, i);

      if (join->offset == offset || join->offset == offset + 1)
        return join;
    }
  return NULL;
}
