/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decide.h"

#include "jb-article-table.h"
#include "jb-decision-table.h"
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-registry.h"
#include "jb-string.h"
#include "jb-tally-table.h"
#include "jb-tenure.h"

#include <glib/gi18n-lib.h>

/* One change of one article: what a decision becomes. */
typedef struct
{
  JbEntityType    type;
  const char     *entity;  /* id; NULL for the entity of that name */
  JbMentionState  state;
} Verdict;

/* The entity a confirmed mention stands for: the oldest of that name and type; made where there is none. */
static char *
find_or_add_entity (JbLibrary *library, JbEntityType type, const char *name, GError **error)
{
  g_autoptr(GPtrArray) found = jb_entity_table_find (library, type, name, error);
  g_autoptr(JbEntity) entity = NULL;

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_strdup (((JbEntity *) g_ptr_array_index (found, 0))->id);
  entity = jb_entity_new (type, name);
  return jb_entity_table_insert (library, entity, error) ? g_strdup (entity->id) : NULL;
}

void
jb_decide_dup_context (const JbArticle *article, guint start, guint end_char, char **prefix, char **suffix)
{
  *prefix = jb_article_dup_slice (article, start - MIN (start, JB_DECISION_CONTEXT), start);
  *suffix = jb_article_dup_slice (article, end_char, MIN (end_char + JB_DECISION_CONTEXT, jb_article_get_length (article)));
}

/* Writes the verdict on one mention, decided before or not. */
static gboolean
write_verdict (JbLibrary *library, const JbArticle *article, const JbMention *mention, const Verdict *verdict, GError **error)
{
  g_autofree char *made = NULL, *prefix = NULL, *suffix = NULL;
  const char *entity = verdict->entity;
  g_autoptr(JbMention) decision = NULL;

  if (verdict->state == JB_MENTION_STATE_CONFIRMED && entity == NULL)
    {
      made = find_or_add_entity (library, verdict->type, mention->name, error);
      if (made == NULL)
        return FALSE;
      entity = made;
    }
  if (verdict->state == JB_MENTION_STATE_CONFIRMED && verdict->type == JB_ENTITY_TYPE_LEADER &&
      !jb_tenure_record (library, article, mention, entity, error))
    return FALSE;
  if (mention->decision != NULL)
    return jb_decision_table_update (library, mention->decision, verdict->type, entity, verdict->state, error);

  jb_decide_dup_context (article, mention->start, mention->end, &prefix, &suffix);
  decision = jb_mention_new (verdict->type, mention->text, mention->start, mention->end, mention->origin, 1.0, mention->rule);
  decision->state = verdict->state;
  decision->entity = g_strdup (entity);
  return jb_decision_table_insert (library, article->id, decision, prefix, suffix, error);
}

/* New becomes in review with the first decision, in review becomes done when nothing is left to decide. Asked after all verdicts of
 * the operation, since a new name in the registry may bring new suggestions. */
static gboolean
settle_states (JbLibrary *library, const char *const *ids, GError **error)
{
  g_autoptr(GPtrArray) articles = jb_desk_load_articles (library, ids, error);

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      const JbArticle *now = g_ptr_array_index (articles, i);
      JbReviewState state = JB_REVIEW_STATE_DONE;

      for (guint j = 0; j < now->mentions->len; j++)
        if (((JbMention *) g_ptr_array_index (now->mentions, j))->state == JB_MENTION_STATE_SUGGESTED)
          state = JB_REVIEW_STATE_IN_REVIEW;
      if (state != now->state && !jb_article_table_set_state (library, now->id, state, error))
        return FALSE;
    }
  return articles != NULL;
}

static gboolean
settle_state (JbLibrary *library, const JbArticle *article, GError **error)
{
  const char *ids[] = { article->id, NULL };

  return settle_states (library, ids, error);
}

/* The verdict on all suggestions among @mentions; the operation is open. Returns: how many, -1 on failure */
static int
decide_suggestions (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, JbMentionState state, GError **error)
{
  guint n = 0;

  if (!jb_article_table_check_text (library, article, error))
    return -1;
  for (guint i = 0; i < mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (mentions, i);
      Verdict verdict = { mention->type, mention->entity, state };

      if (mention->state != JB_MENTION_STATE_SUGGESTED)
        continue;
      if (!write_verdict (library, article, mention, &verdict, error))
        return -1;
      n++;
    }
  return (int) n;
}

static gboolean
decide (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, JbMentionState state, GError **error)
{
  const JbMention *first = mentions->len > 0 ? g_ptr_array_index (mentions, 0) : NULL;
  g_autofree char *name = NULL;

  if (first == NULL)
    return TRUE;
  if (state == JB_MENTION_STATE_CONFIRMED)
    name = mentions->len == 1 ? g_strdup_printf (_("Accept “%s”"), first->text)
                              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accept %u Suggestion", "Accept %u Suggestions",
                                                              mentions->len), mentions->len);
  else
    name = mentions->len == 1 ? g_strdup_printf (_("Reject “%s”"), first->text)
                              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reject %u Suggestion", "Reject %u Suggestions",
                                                              mentions->len), mentions->len);
  return jb_library_begin (library, name, error) &&
         jb_desk_end (library, decide_suggestions (library, article, mentions, state, error) >= 0 &&
                               settle_state (library, article, error), error);
}

gboolean
jb_decide_accept (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, GError **error)
{
  return decide (library, article, mentions, JB_MENTION_STATE_CONFIRMED, error);
}

gboolean
jb_decide_reject (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, GError **error)
{
  return decide (library, article, mentions, JB_MENTION_STATE_REJECTED, error);
}

/* Returns: (transfer full) (element-type JbMention): the article's suggestions that stand for @name, NULL for any, and are of
 * @type, -1 for any */
static GPtrArray *
list_suggestions (const JbArticle *article, int type, const char *name)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->state == JB_MENTION_STATE_SUGGESTED && (type < 0 || (int) mention->type == type) &&
          (name == NULL || g_str_equal (mention->name, name)))
        g_ptr_array_add (mentions, g_object_ref (mention));
    }
  return mentions;
}

/* Returns: (transfer full) (nullable): @article alone, or all articles in which the name is suggested */
static GStrv
list_articles (JbLibrary *library, const char *article, int type, const char *name, GError **error)
{
  g_autoptr(GStrvBuilder) one = NULL;

  if (article == NULL)
    return jb_tally_table_list_suggested (library, type, name, error);
  one = g_strv_builder_new ();
  g_strv_builder_add (one, article);
  return g_strv_builder_end (one);
}

int
jb_decide_count_everywhere (JbLibrary *library, JbEntityType type, const char *name, GError **error)
{
  g_auto(GStrv) ids = list_articles (library, NULL, type, name, error);
  g_autoptr(GPtrArray) articles = ids != NULL ? jb_desk_load_articles (library, (const char *const *) ids, error) : NULL;
  guint n = 0;

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      g_autoptr(GPtrArray) mentions = list_suggestions (g_ptr_array_index (articles, i), type, name);

      n += mentions->len;
    }
  return articles != NULL ? (int) n : -1;
}

/* What the history calls it. */
static char *
dup_sweep_name (const char *name, JbMentionState state)
{
  if (name == NULL)
    return g_strdup (state == JB_MENTION_STATE_CONFIRMED ? _("Accept Suggestions") : _("Reject Suggestions"));
  return state == JB_MENTION_STATE_CONFIRMED ? g_strdup_printf (_("Accept All of “%s”"), name)
                                             : g_strdup_printf (_("Reject All of “%s”"), name);
}

int
jb_decide_everywhere (JbLibrary *library, const char *article_id, int type, const char *name, JbMentionState state, GError **error)
{
  g_auto(GStrv) ids = list_articles (library, article_id, type, name, error);
  g_autofree char *operation = dup_sweep_name (name, state);
  /* Loaded before anything is changed, so that every article is judged as the editor saw it. */
  g_autoptr(GPtrArray) articles = ids != NULL ? jb_desk_load_articles (library, (const char *const *) ids, error) : NULL;
  int n = 0;

  if (articles == NULL || !jb_library_begin (library, operation, error))
    return -1;
  for (guint i = 0; i < articles->len && n >= 0; i++)
    {
      g_autoptr(GPtrArray) mentions = list_suggestions (g_ptr_array_index (articles, i), type, name);
      int decided = decide_suggestions (library, g_ptr_array_index (articles, i), mentions, state, error);

      n = decided < 0 ? -1 : n + decided;
    }
  return jb_desk_end (library, n >= 0 && settle_states (library, (const char *const *) ids, error), error) ? n : -1;
}

/* The mention of the article with this span, or a new one by the editor's hand; NULL with @error where the span makes no sense. */
static JbMention *
get_mention (const JbArticle *article, guint start, guint end_char, JbEntityType type, GError **error)
{
  g_autofree char *text = NULL;

  if (start >= end_char || end_char > jb_article_get_length (article) ||
      jb_article_find_block (article, start) != jb_article_find_block (article, end_char - 1))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("%u to %u is no stretch of one paragraph"), start, end_char);
      return NULL;
    }
  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->start == start && mention->end == end_char && mention->decision != NULL)
        return g_object_ref (mention);
    }
  text = jb_article_dup_slice (article, start, end_char);
  return jb_mention_new (type, text, start, end_char, JB_MENTION_ORIGIN_EDITOR, 1.0, "");
}

/* The verdict on one mention and what it means for the article; the operation is open. */
static gboolean
decide_mention (JbLibrary *library, const JbArticle *article, const JbMention *mention, const Verdict *verdict, GError **error)
{
  return jb_article_table_check_text (library, article, error) && write_verdict (library, article, mention, verdict, error) &&
         settle_state (library, article, error);
}

/* One verdict as one operation. */
static gboolean
decide_one (JbLibrary *library, const JbArticle *article, const JbMention *mention, const Verdict *verdict, const char *operation,
            GError **error)
{
  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, decide_mention (library, article, mention, verdict, error), error);
}

gboolean
jb_decide_tag (JbLibrary *library, const JbArticle *article, guint start, guint end_char, JbEntityType type,
               const char *entity, GError **error)
{
  g_autoptr(JbMention) mention = get_mention (article, start, end_char, type, error);
  Verdict verdict = { type, entity, JB_MENTION_STATE_CONFIRMED };
  g_autofree char *operation = NULL;

  if (mention == NULL)
    return FALSE;
  /* What it stood for under its old type says nothing about the new one. */
  jb_set_string (&mention->name, mention->text);
  operation = g_strdup_printf (_("Tag “%s”"), mention->text);
  return decide_one (library, article, mention, &verdict, operation, error);
}

gboolean
jb_decide_insert_confirmed (JbLibrary *library, const JbArticle *article, guint start, guint end_char, JbEntityType type,
                            const char *name, const char *rule, GError **error)
{
  g_autofree char *text = jb_article_dup_slice (article, start, end_char);
  g_autoptr(JbMention) mention = jb_mention_new (type, text, start, end_char, JB_MENTION_ORIGIN_EDITOR, 1.0, rule);
  const Verdict verdict = { type, NULL, JB_MENTION_STATE_CONFIRMED };

  if (name != NULL)
    jb_set_string (&mention->name, name);
  return write_verdict (library, article, mention, &verdict, error);
}

gboolean
jb_decide_set_type (JbLibrary *library, const JbArticle *article, const JbMention *mention, JbEntityType type, GError **error)
{
  Verdict verdict = { type, NULL, JB_MENTION_STATE_CONFIRMED };
  g_autofree char *operation = g_strdup_printf (_("Tag “%s” as %s"), mention->text, jb_entity_type_get_label (type));

  return decide_one (library, article, mention, &verdict, operation, error);
}

gboolean
jb_decide_link (JbLibrary *library, const JbArticle *article, const JbMention *mention, const char *entity_id, GError **error)
{
  g_autoptr(JbEntity) entity = jb_entity_table_load (library, entity_id, error);
  Verdict verdict = { 0, entity_id, JB_MENTION_STATE_CONFIRMED };
  g_autofree char *operation = NULL;

  if (entity == NULL)
    return FALSE;
  verdict.type = entity->type;
  operation = g_strdup_printf (_("Link “%s” to “%s”"), mention->text, entity->name);
  return decide_one (library, article, mention, &verdict, operation, error);
}

gboolean
jb_decide_link_new (JbLibrary *library, const JbArticle *article, const JbMention *mention, JbEntityType type, const char *name,
                    GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Link “%s” to “%s”"), mention->text, name);
  g_autofree char *entity = NULL;
  Verdict verdict = { type, NULL, JB_MENTION_STATE_CONFIRMED };

  if (!jb_library_begin (library, operation, error))
    return FALSE;
  verdict.entity = entity = jb_registry_insert (library, type, name, error);
  return jb_desk_end (library, entity != NULL && decide_mention (library, article, mention, &verdict, error), error);
}

gboolean
jb_decide_untag (JbLibrary *library, const JbArticle *article, const JbMention *mention, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Remove Tag “%s”"), mention->text);
  gboolean done;

  g_return_val_if_fail (mention->decision != NULL, FALSE);

  if (!jb_library_begin (library, operation, error))
    return FALSE;
  if (mention->origin == JB_MENTION_ORIGIN_EDITOR)
    done = jb_decision_table_delete (library, mention->decision, error);
  else
    done = jb_decision_table_update (library, mention->decision, mention->type, NULL, JB_MENTION_STATE_REJECTED, error);
  return jb_desk_end (library, done, error);
}

gboolean
jb_decide_set_state (JbLibrary *library, const JbArticle *article, JbReviewState state, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Set State of “%s”"), jb_article_get_display_title (article));

  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_article_table_set_state (library, article->id, state, error), error);
}

/* The index follows what undo or redo brought back. */
static char *
follow (JbLibrary *library, char *name, GError **error)
{
  if (name == NULL || jb_desk_refresh (library, NULL, error))
    return name;
  g_free (name);
  return NULL;
}

char *
jb_decide_undo (JbLibrary *library, GError **error)
{
  return follow (library, jb_history_undo (library, error), error);
}

char *
jb_decide_redo (JbLibrary *library, GError **error)
{
  return follow (library, jb_history_redo (library, error), error);
}
