/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article.h"

G_DEFINE_FINAL_TYPE (JbArticle, jb_article, G_TYPE_OBJECT)

static JbBlock *
get_block (const JbArticle *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

static void
jb_article_finalize (GObject *object)
{
  JbArticle *self = JB_ARTICLE (object);

  g_free (self->id);
  g_free (self->source);
  g_free (self->kicker);
  g_free (self->title);
  g_free (self->deck);
  g_strfreev (self->reporters);
  g_strfreev (self->correspondents);
  g_free (self->date);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->commitments);
  G_OBJECT_CLASS (jb_article_parent_class)->finalize (object);
}

static void
jb_article_class_init (JbArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_article_finalize;
}

static void
jb_article_init (JbArticle *self)
{
  self->kicker = g_strdup ("");
  self->title = g_strdup ("");
  self->deck = g_strdup ("");
  self->reporters = g_new0 (char *, 1);
  self->correspondents = g_new0 (char *, 1);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  self->commitments = g_ptr_array_new_with_free_func (g_object_unref);
}

JbArticle *
jb_article_new (void)
{
  JbArticle *self = g_object_new (JB_TYPE_ARTICLE, NULL);

  self->id = g_uuid_string_random ();
  return self;
}

void
jb_article_append_block (JbArticle *self, JbBlock *block)
{
  block->start = self->blocks->len > 0 ? jb_article_get_length (self) + 1 : 0;
  g_ptr_array_add (self->blocks, block);
}

guint
jb_article_get_length (const JbArticle *self)
{
  JbBlock *last;

  if (self->blocks->len == 0)
    return 0;
  last = get_block (self, self->blocks->len - 1);
  return last->start + last->length;
}

char *
jb_article_dup_text (const JbArticle *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, get_block (self, i)->text);
    }
  return g_string_free (text, FALSE);
}

char *
jb_article_dup_slice (const JbArticle *self, guint start, guint end)
{
  GString *slice = g_string_new (NULL);

  g_return_val_if_fail (start <= end && end <= jb_article_get_length (self), NULL);

  for (guint i = start < end ? jb_article_find_block (self, start) : self->blocks->len; i < self->blocks->len; i++)
    {
      JbBlock *block = get_block (self, i);
      guint from = MAX (start, block->start) - block->start;
      guint to = MIN (end, block->start + block->length) - block->start;
      const char *first;

      if (block->start >= end)
        break;
      if (from < to)
        {
          first = g_utf8_offset_to_pointer (block->text, from);
          g_string_append_len (slice, first, g_utf8_offset_to_pointer (first, to - from) - first);
        }
      if (end > block->start + block->length)
        g_string_append_c (slice, '\n');
    }
  return g_string_free (slice, FALSE);
}

guint
jb_article_find_block (const JbArticle *self, guint offset)
{
  guint low = 0, high = self->blocks->len;

  g_return_val_if_fail (self->blocks->len > 0, 0);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_block (self, middle)->start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

guint
jb_article_find_mention (const JbArticle *self, guint offset)
{
  guint low = 0, high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (JB_MENTION (g_ptr_array_index (self->mentions, middle))->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
jb_article_to_source (const JbArticle *self, guint start, guint end)
{
  g_autoptr(JbSpanMap) map = jb_span_map_new ();

  for (guint i = start < end && self->blocks->len > 0 ? jb_article_find_block (self, start) : self->blocks->len;
       i < self->blocks->len && get_block (self, i)->start < end; i++)
    {
      const JbBlock *block = get_block (self, i);
      guint from = MAX (start, block->start), to = MIN (end, block->start + block->length);
      g_autoptr(JbSpanMap) part = from < to ? jb_span_map_slice (block->map, from - block->start, to - block->start) : NULL;

      if (part != NULL)
        jb_span_map_append_map (map, part, from);
    }
  return jb_span_map_to_source (map, start, end);
}

const char *
jb_article_get_display_title (const JbArticle *self)
{
  if (*self->title != '\0')
    return self->title;
  for (guint i = 0; i < self->blocks->len; i++)
    if (jb_block_kind_is_body (get_block (self, i)->kind))
      return get_block (self, i)->text;
  return self->blocks->len > 0 ? get_block (self, 0)->text : NULL;
}
