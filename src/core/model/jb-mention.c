/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-mention.h"

G_DEFINE_FINAL_TYPE (JbMention, jb_mention, G_TYPE_OBJECT)

static void
jb_mention_finalize (GObject *object)
{
  JbMention *self = JB_MENTION (object);

  g_free (self->text);
  g_free (self->label);
  g_free (self->entity);
  g_free (self->name);
  g_free (self->rule);
  g_free (self->decision);
  G_OBJECT_CLASS (jb_mention_parent_class)->finalize (object);
}

static void
jb_mention_class_init (JbMentionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_mention_finalize;
}

static void
jb_mention_init (JbMention *self)
{
}

JbMention *
jb_mention_new (JbEntityType type, const char *text, guint start, guint end,
                JbMentionOrigin origin, double confidence, const char *rule)
{
  JbMention *self = g_object_new (JB_TYPE_MENTION, NULL);

  self->type = type;
  self->text = g_strdup (text);
  self->name = g_strdup (text);
  self->start = start;
  self->end = end;
  self->origin = origin;
  self->confidence = confidence;
  self->rule = g_strdup (rule);
  return self;
}

int
jb_mention_compare (gconstpointer a, gconstpointer b)
{
  const JbMention *left = *(const JbMention *const *) a;
  const JbMention *right = *(const JbMention *const *) b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  return (int) left->type - (int) right->type;
}
