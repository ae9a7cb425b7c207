/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-desk.h"

#include "jb-decision-table.h"
#include "jb-entity-table.h"
#include "jb-facts.h"
#include "jb-plain.h"
#include "jb-reading-table.h"
#include "jb-learned.h"
#include "jb-learner-table.h"
#include "jb-article-table.h"
#include "jb-source-table.h"
#include "jb-rules.h"
#include "jb-tagger.h"
#include "jb-tally-table.h"

#include <glib/gi18n-lib.h>

/* How many sources are brought up to date between two looks at the cancellable. */
#define REFRESH_BATCH 16

/* The tagger of a connection, kept with it until a name in the registry changes, or what was learned does. */
typedef struct
{
  JbTagger *tagger;   /* owned */
  gint64    names;    /* generation of the registry it was made from */
  gint64    learned;  /* generation of what was learned, likewise */
} Kept;

static void
kept_free (Kept *kept)
{
  g_object_unref (kept->tagger);
  g_free (kept);
}

static void
collect_name_cb (const char *name, const char *preferred, const char *entity, JbEntityType type, gpointer data)
{
  JbLexiconName entry = { g_strdup (name), g_strdup (preferred), g_strdup (entity), type };

  g_array_append_val ((GArray *) data, entry);
}

static void
name_clear (JbLexiconName *name)
{
  g_free ((char *) name->name);
  g_free ((char *) name->preferred);
  g_free ((char *) name->entity);
}

JbLexicon *
jb_desk_load_lexicon (JbLibrary *library, GError **error)
{
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (JbLexiconName));

  g_array_set_clear_func (names, (GDestroyNotify) name_clear);
  if (!jb_entity_table_foreach_name (library, collect_name_cb, names, error))
    return NULL;
  return jb_lexicon_new ((const JbLexiconName *) (gpointer) names->data, names->len);
}

/* What was learned, as far as articles can use it: their tags are of our types. Damaged weights are as good as none; whoever
 * learns anew or resets replaces them. */
static JbLearner *
load_learner (JbLibrary *library)
{
  JbLearnerState state;
  g_autoptr(JbLearner) learner = NULL;

  if (!jb_learner_table_load_state (library, &state, NULL) || !state.enabled || !state.is_learned)
    return NULL;
  learner = jb_learned_load (library, NULL);
  return learner != NULL && jb_learner_is_native (learner) ? g_steal_pointer (&learner) : NULL;
}

/* Returns: (transfer none) (nullable): the connection's tagger, made anew where what it is made from has changed */
static JbTagger *
get_tagger (JbLibrary *library, GError **error)
{
  gint64 names = jb_entity_table_get_generation (library), learned = jb_learner_table_get_generation (library);
  Kept *kept = g_object_get_data (G_OBJECT (library), "jb-tagger");
  g_autoptr(JbLexicon) lexicon = NULL;
  g_autoptr(JbLearner) learner = NULL;

  if (kept != NULL && kept->names == names && kept->learned == learned)
    return kept->tagger;

  lexicon = jb_desk_load_lexicon (library, error);
  if (lexicon == NULL)
    return NULL;
  learner = kept != NULL && kept->learned == learned ? jb_tagger_dup_learner (kept->tagger) : load_learner (library);
  kept = g_new (Kept, 1);
  *kept = (Kept) { jb_tagger_new (lexicon, learner), names, learned };
  g_object_set_data_full (G_OBJECT (library), "jb-tagger", kept, (GDestroyNotify) kept_free);
  return kept->tagger;
}

/* The decisions on an article, by where they begin. */
typedef struct
{
  GPtrArray *mentions;  /* lent */
  guint      longest;   /* code points of the longest */
} Decisions;

static Decisions
sort_decisions (GPtrArray *mentions)
{
  Decisions decisions = { mentions, 0 };

  g_ptr_array_sort (mentions, jb_mention_compare);
  for (guint i = 0; i < mentions->len; i++)
    {
      const JbMention *decision = g_ptr_array_index (mentions, i);

      decisions.longest = MAX (decisions.longest, decision->end - decision->start);
    }
  return decisions;
}

/* Returns: the index of the first that may reach @start */
static guint
find_first (const Decisions *decisions, guint start)
{
  guint from = 0, to = decisions->mentions->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (((const JbMention *) g_ptr_array_index (decisions->mentions, middle))->start + decisions->longest < start)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* Whether the decisions leave room for the suggestion: not at the same place, whatever type was confirmed or rejected there, and
 * not across the edge of a confirmed tag. One inside another stays. */
static gboolean
is_open (const JbMention *suggestion, const Decisions *decisions)
{
  for (guint i = find_first (decisions, suggestion->start); i < decisions->mentions->len; i++)
    {
      const JbMention *decision = g_ptr_array_index (decisions->mentions, i);

      if (decision->start > suggestion->end)
        break;
      if (suggestion->start == decision->start && suggestion->end == decision->end)
        return FALSE;
      if (decision->state == JB_MENTION_STATE_CONFIRMED &&
          ((suggestion->start < decision->start && suggestion->end > decision->start && suggestion->end < decision->end) ||
           (suggestion->start > decision->start && suggestion->start < decision->end && suggestion->end > decision->end)))
        return FALSE;
    }
  return TRUE;
}

/* Puts the decisions in place of the suggestions they settle. */
static void
overlay (JbArticle *article, GPtrArray *decided)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);
  Decisions decisions = sort_decisions (decided);

  for (guint i = 0; i < article->mentions->len; i++)
    if (is_open (g_ptr_array_index (article->mentions, i), &decisions))
      g_ptr_array_add (mentions, g_object_ref (g_ptr_array_index (article->mentions, i)));
  for (guint i = 0; i < decided->len; i++)
    g_ptr_array_add (mentions, g_object_ref (g_ptr_array_index (decided, i)));
  g_ptr_array_sort (mentions, jb_mention_compare);
  g_ptr_array_unref (article->mentions);
  article->mentions = mentions;
}

GPtrArray *
jb_desk_load_source (JbLibrary *library, const char *source_id, GError **error)
{
  JbTagger *tagger = get_tagger (library, error);
  g_autoptr(JbSource) source = tagger != NULL ? jb_source_table_load (library, source_id, error) : NULL;
  g_autoptr(GPtrArray) articles = source != NULL ? jb_article_table_load_source (library, source_id, error) : NULL;

  if (articles == NULL)
    return NULL;
  jb_tagger_tag (tagger, source->masthead, articles);
  for (guint i = 0; i < articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (articles, i);
      g_autoptr(GPtrArray) decisions = jb_decision_table_load (library, article->id, error);

      if (decisions == NULL)
        return NULL;
      overlay (article, decisions);
      jb_facts_find (article);
    }
  return g_steal_pointer (&articles);
}

/* @articles: of the article's source. Returns: (transfer full) (nullable) */
static JbArticle *
pick_article (GPtrArray *articles, const char *id)
{
  for (guint i = 0; i < articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (articles, i);

      if (g_str_equal (article->id, id))
        return g_object_ref (article);
    }
  return NULL;
}

GPtrArray *
jb_desk_load_articles (JbLibrary *library, const char *const *ids, GError **error)
{
  g_autoptr(GPtrArray) loaded = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(JbArticleRow) row = jb_article_table_load_row (library, ids[i], error);
      GPtrArray *articles = row != NULL ? g_hash_table_lookup (sources, row->source) : NULL;
      JbArticle *article;

      if (row == NULL)
        return NULL;
      if (articles == NULL)
        {
          articles = jb_desk_load_source (library, row->source, error);
          if (articles == NULL)
            return NULL;
          g_hash_table_insert (sources, g_strdup (row->source), articles);
        }
      article = pick_article (articles, ids[i]);
      if (article == NULL)
        {
          /* Another program took it out between the two looks. */
          g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no article “%s”"), ids[i]);
          return NULL;
        }
      g_ptr_array_add (loaded, article);
    }
  return g_steal_pointer (&loaded);
}

JbArticle *
jb_desk_load_article (JbLibrary *library, const char *id, GError **error)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GPtrArray) articles = jb_desk_load_articles (library, ids, error);

  return articles != NULL ? g_ptr_array_steal_index (articles, 0) : NULL;
}

typedef struct
{
  JbTrie *names;  /* owned */
  GArray *hits;   /* owned, of JbTrieHit */
} Search;

static gboolean
holds_name_cb (const char *text, gpointer data)
{
  Search *search = data;
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);

  g_array_set_size (search->hits, 0);
  jb_trie_find (search->names, chars->chars, chars->length, search->hits);
  return search->hits->len > 0;
}

/* Marks the articles that hold names which came or went since the last time. */
static gboolean
settle_names (JbLibrary *library, GError **error)
{
  g_auto(GStrv) names = jb_tally_table_list_changed_names (library, error);
  guint n_names = names != NULL ? g_strv_length (names) : 0;
  Search search;
  gboolean done;

  if (n_names == 0)
    return names != NULL;
  search = (Search) { jb_trie_new ((const char *const *) names, n_names), g_array_new (FALSE, FALSE, sizeof (JbTrieHit)) };
  done = jb_tally_table_settle_names (library, (const char *const *) names, holds_name_cb, &search, error);
  jb_trie_free (search.names);
  g_array_unref (search.hits);
  return done;
}

static gboolean
refresh (JbLibrary *library, gboolean all, GCancellable *cancellable, GError **error)
{
  if (!jb_tally_table_settle_rules (library, jb_rules_get_version (), error) || !settle_names (library, error))
    return FALSE;
  for (;;)
    {
      g_auto(GStrv) sources = jb_tally_table_list_stale_sources (library, all, REFRESH_BATCH, error);

      if (sources == NULL)
        return FALSE;
      if (sources[0] == NULL)
        return TRUE;
      for (guint i = 0; sources[i] != NULL; i++)
        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !jb_tally_table_refresh (library, sources[i], jb_desk_load_source, error))
          return FALSE;
    }
}

gboolean
jb_desk_refresh (JbLibrary *library, GCancellable *cancellable, GError **error)
{
  return refresh (library, FALSE, cancellable, error);
}

gboolean
jb_desk_refresh_all (JbLibrary *library, GCancellable *cancellable, GError **error)
{
  return refresh (library, TRUE, cancellable, error);
}

gboolean
jb_desk_end (JbLibrary *library, gboolean done, GError **error)
{
  if (!done)
    {
      jb_library_rollback (library);
      /* It may have been made from names that are gone again. */
      g_object_set_data (G_OBJECT (library), "jb-tagger", NULL);
      return FALSE;
    }
  return jb_library_commit (library, error) && jb_desk_refresh (library, NULL, error);
}

JbDecoded *
jb_desk_load_decoded (JbLibrary *library, const JbSource *source, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (source->reading != NULL && !jb_source_is_plain (source))
    return jb_reading_table_load (library, source->reading, error);
  bytes = jb_source_table_load_bytes (library, source->id, error);
  /* A plain text that came without its bytes has a reading until they come. */
  if (bytes != NULL && g_bytes_get_size (bytes) == 0 && source->reading != NULL)
    return jb_reading_table_load (library, source->reading, error);
  return bytes != NULL ? jb_plain_read (bytes, error) : NULL;
}

char *
jb_desk_load_source_text (JbLibrary *library, const JbSource *source, GError **error)
{
  g_autoptr(JbDecoded) decoded = jb_desk_load_decoded (library, source, error);

  return decoded != NULL ? g_steal_pointer (&decoded->text) : NULL;
}

char *
jb_desk_dup_citation (const JbSource *source, const JbArticle *article)
{
  g_autofree char *label = jb_source_dup_label (source);

  return *article->title != '\0' ? g_strdup_printf ("%s：%s", label, article->title) : g_steal_pointer (&label);
}
