/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity.h"

G_DEFINE_FINAL_TYPE (JbEntity, jb_entity, G_TYPE_OBJECT)

static void
alias_free (JbAlias *alias)
{
  g_free (alias->id);
  g_free (alias->name);
  g_free (alias);
}

static void
post_free (JbPost *post)
{
  g_free (post->id);
  g_free (post->title);
  g_free (post->place);
  g_free (post->from);
  g_free (post->to);
  g_free (post->source);
  g_free (post);
}

static void
jb_entity_finalize (GObject *object)
{
  JbEntity *self = JB_ENTITY (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->note);
  g_free (self->merged_into);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->posts);
  G_OBJECT_CLASS (jb_entity_parent_class)->finalize (object);
}

static void
jb_entity_class_init (JbEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_entity_finalize;
}

static void
jb_entity_init (JbEntity *self)
{
  self->note = g_strdup ("");
  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) alias_free);
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) post_free);
}

JbEntity *
jb_entity_new (JbEntityType type, const char *name)
{
  JbEntity *self = g_object_new (JB_TYPE_ENTITY, NULL);

  self->id = g_uuid_string_random ();
  self->type = type;
  self->name = g_strdup (name);
  return self;
}

void
jb_entity_take_alias (JbEntity *self, char *id, char *name, JbAliasKind kind)
{
  JbAlias *alias = g_new (JbAlias, 1);

  *alias = (JbAlias) { id, name, kind };
  g_ptr_array_add (self->aliases, alias);
}

JbPost *
jb_entity_take_post (JbEntity *self, char *id, char *title, char *place, char *from, char *to)
{
  JbPost *post = g_new (JbPost, 1);

  *post = (JbPost) { id, title, place, from, to, NULL };
  g_ptr_array_add (self->posts, post);
  return post;
}

gboolean
jb_entity_has_name (const JbEntity *self, const char *name)
{
  if (g_str_equal (self->name, name))
    return TRUE;
  for (guint i = 0; i < self->aliases->len; i++)
    if (g_str_equal (((JbAlias *) g_ptr_array_index (self->aliases, i))->name, name))
      return TRUE;
  return FALSE;
}
