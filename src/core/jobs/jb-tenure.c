/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tenure.h"

#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-posts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const JbPost *
find_post (const JbEntity *entity, const char *title, const char *place)
{
  for (guint i = 0; i < entity->posts->len; i++)
    {
      const JbPost *post = g_ptr_array_index (entity->posts, i);

      if (g_str_equal (post->title, title) && g_str_equal (post->place, place))
        return post;
    }
  return NULL;
}

/* Whether one is the other, named shortly: 区委 of 云汀区委. */
static gboolean
may_be (const char *place, const char *other)
{
  return g_str_has_suffix (place, other) || g_str_has_suffix (other, place);
}

/* The post that an article means: where it names the body shortly, or in full for once, the only one that may be it. */
static const JbPost *
find_meant (const JbEntity *entity, const JbPostHit *hit)
{
  const JbPost *found = find_post (entity, hit->title, hit->place);
  guint n = 0;

  if (found != NULL)
    return found;
  for (guint i = 0; i < entity->posts->len; i++)
    {
      const JbPost *post = g_ptr_array_index (entity->posts, i);

      if (g_str_equal (post->title, hit->title) && may_be (post->place, hit->place))
        {
          found = post;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

/* Widens the post to @date, and its place to @place where that says more. */
static gboolean
widen (JbLibrary *library, const JbPost *post, const char *place, const char *date, GError **error)
{
  const char *from = post->from == NULL || (date != NULL && strcmp (date, post->from) < 0) ? date : post->from;
  const char *to = post->to == NULL || (date != NULL && strcmp (date, post->to) > 0) ? date : post->to;

  return jb_entity_table_set_post (library, post->id, strlen (place) > strlen (post->place) ? place : post->place, from, to, error);
}

static gboolean
insert (JbLibrary *library, const char *entity, const char *title, const char *place, const char *from, const char *to,
        const char *source, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  JbPost post = { id, (char *) title, (char *) place, (char *) from, (char *) to, (char *) source };

  return jb_entity_table_add_post (library, entity, &post, error);
}

gboolean
jb_tenure_record (JbLibrary *library, const JbArticle *article, const JbMention *mention, const char *entity_id, GError **error)
{
  g_autoptr(GPtrArray) hits = jb_posts_find (article, mention->start, mention->end);

  for (guint i = 0; i < hits->len; i++)
    {
      const JbPostHit *hit = g_ptr_array_index (hits, i);
      g_autoptr(JbEntity) entity = jb_entity_table_load (library, entity_id, error);
      const JbPost *known = entity != NULL ? find_meant (entity, hit) : NULL;

      if (entity == NULL)
        return FALSE;
      /* the dates an editor put down stay */
      if (known != NULL && known->source == NULL)
        continue;
      if (!(known != NULL ? widen (library, known, hit->place, article->date, error)
                          : insert (library, entity_id, hit->title, hit->place, article->date, article->date, article->source,
                                    error)))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): @text without white space around it; NULL with @error where it is no line */
static char *
clean (const char *text, gboolean may_be_empty, GError **error)
{
  g_autofree char *line = g_strstrip (g_strdup (text));

  if ((may_be_empty || *line != '\0') && strchr (line, '\n') == NULL)
    return g_steal_pointer (&line);
  g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("a post must be one line and not empty"));
  return NULL;
}

gboolean
jb_tenure_add (JbLibrary *library, const JbEntity *entity, const char *title, const char *place, const char *from, const char *to,
               GError **error)
{
  g_autofree char *post = clean (title, FALSE, error);
  g_autofree char *body = post != NULL ? clean (place != NULL ? place : "", TRUE, error) : NULL;
  g_autofree char *operation = NULL;

  if (body == NULL)
    return FALSE;
  if (find_post (entity, post, body) != NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_KNOWN, _("“%s” has the post “%s%s” already"), entity->name, body, post);
      return FALSE;
    }
  if (from != NULL && to != NULL && strcmp (from, to) > 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("the post would end, on %s, before it began, on %s"), to, from);
      return FALSE;
    }
  operation = g_strdup_printf (_("Add Post “%s%s”"), body, post);
  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, insert (library, entity->id, post, body, from, to, NULL, error), error);
}

gboolean
jb_tenure_remove (JbLibrary *library, const JbEntity *entity, const char *title, const char *place, GError **error)
{
  const JbPost *post = find_post (entity, title, place != NULL ? place : "");
  g_autofree char *operation = NULL;

  if (post == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("“%s” has no post “%s%s”"), entity->name, place != NULL ? place : "",
                   title);
      return FALSE;
    }
  operation = g_strdup_printf (_("Remove Post “%s%s”"), post->place, post->title);
  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_entity_table_delete_post (library, post->id, error), error);
}
