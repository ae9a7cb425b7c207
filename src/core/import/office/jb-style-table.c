/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-style-table.h"

#include <string.h>

#define MAX_CHAIN 64  /* styles based on one another */

typedef struct
{
  const xmlNode *node;    /* lent */
  char          *name;    /* owned */
  char          *parent;  /* owned, NULL for none */
  gpointer       look;    /* owned: with what is inherited; NULL until it is asked for */
} Style;

struct _JbStyleTable
{
  GHashTable  *styles;   /* owned: name → Style, owned */
  gsize        n_bytes;  /* of a look */
  JbStyleRead  read;
  gpointer     data;     /* lent */
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->name);
  g_free (style->parent);
  g_free (style->look);
  g_free (style);
}

JbStyleTable *
jb_style_table_new (gsize n_bytes, JbStyleRead read, gpointer data)
{
  JbStyleTable *self = g_new0 (JbStyleTable, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, style_free);
  self->n_bytes = n_bytes;
  self->read = read;
  self->data = data;
  return self;
}

void
jb_style_table_free (JbStyleTable *self)
{
  g_hash_table_unref (self->styles);
  g_free (self);
}

const char *
jb_style_table_add (JbStyleTable *self, const char *name, const char *parent, const xmlNode *node)
{
  Style *style;

  if (name == NULL || g_hash_table_contains (self->styles, name))
    return NULL;
  style = g_new0 (Style, 1);
  style->node = node;
  style->name = g_strdup (name);
  style->parent = g_strdup (parent);
  g_hash_table_insert (self->styles, style->name, style);
  return style->name;
}

static Style *
find (const JbStyleTable *self, const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->styles, name) : NULL;
}

gconstpointer
jb_style_table_get (JbStyleTable *self, const char *name, gconstpointer base)
{
  const Style *chain[MAX_CHAIN];
  Style *style = find (self, name);
  const Style *at = style;
  gpointer look;
  guint n = 0;

  if (style == NULL || style->look != NULL)
    return style != NULL ? style->look : NULL;
  while (at != NULL && at->look == NULL && n < MAX_CHAIN)
    {
      chain[n++] = at;
      at = find (self, at->parent);
    }
  look = g_malloc (self->n_bytes);
  memcpy (look, at != NULL && at->look != NULL ? at->look : base, self->n_bytes);
  while (n > 0)
    {
      n--;
      self->read (look, chain[n]->node, chain[n]->name, self->data);
    }
  style->look = look;
  return look;
}
