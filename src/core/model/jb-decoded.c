/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decoded.h"

static void
clear_article (gpointer data)
{
  JbDecodedArticle *article = data;

  g_free (article->date);
  g_strfreev (article->authors);
}

static void
clear_tag (gpointer data)
{
  g_free (((JbTag *) data)->name);
}

JbDecoded *
jb_decoded_new (char *text)
{
  JbDecoded *self = g_new0 (JbDecoded, 1);

  self->text = text;
  self->hints = g_array_new (FALSE, FALSE, sizeof (JbHint));
  self->articles = g_array_new (FALSE, FALSE, sizeof (JbDecodedArticle));
  g_array_set_clear_func (self->articles, clear_article);
  self->tags = g_array_new (FALSE, FALSE, sizeof (JbTag));
  g_array_set_clear_func (self->tags, clear_tag);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (JbSheetSize));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (JbBox));
  self->doubts = g_array_new (FALSE, FALSE, sizeof (JbDoubt));
  return self;
}

void
jb_decoded_free (JbDecoded *self)
{
  g_free (self->text);
  g_free (self->media_type);
  g_free (self->encoding);
  g_clear_pointer (&self->masthead, jb_masthead_free);
  g_array_unref (self->hints);
  g_array_unref (self->articles);
  g_array_unref (self->tags);
  g_array_unref (self->sheets);
  g_array_unref (self->boxes);
  g_array_unref (self->doubts);
  g_clear_pointer (&self->library, g_variant_unref);
  g_free (self);
}

const JbHint *
jb_decoded_find_hint (const JbDecoded *self, guint offset)
{
  guint from = 0, to = self->hints->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      const JbHint *hint = &g_array_index (self->hints, JbHint, middle);

      if (offset < hint->start)
        to = middle;
      else if (offset > hint->end)
        from = middle + 1;
      else
        return hint;
    }
  return NULL;
}

const JbBox *
jb_decoded_find_box (const JbDecoded *self, guint offset)
{
  guint from = 0, to = self->boxes->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->boxes, JbBox, middle).end <= offset)
        from = middle + 1;
      else
        to = middle;
    }
  return from < self->boxes->len ? &g_array_index (self->boxes, JbBox, from) : NULL;
}
