/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tagger.h"

#include <string.h>

#include "jb-arbitrate.h"
#include "jb-names.h"
#include "jb-propagate.h"

/* Names of up to so many characters come about by chance, where one word ends and the next begins. */
#define SHORT_NAME 3

struct _JbTagger
{
  GObject    parent_instance;

  JbLexicon *lexicon;  /* owned, NULL where there are no names */
  JbLearner *learner;  /* owned, NULL where nothing was learned */
};

G_DEFINE_FINAL_TYPE (JbTagger, jb_tagger, G_TYPE_OBJECT)

/* The name of the registry at @index stands at [@start, @end). */
static void
add_lexicon_name (JbTagger *self, JbScan *scan, guint index, guint start, guint end)
{
  const JbLexiconName *name = jb_lexicon_get_name (self->lexicon, index);
  JbCandidate *candidate;

  if (end - start < 2)
    return;
  candidate = jb_scan_add (scan, start, end, name->type, "lexicon", 0.95);
  candidate->origin = JB_MENTION_ORIGIN_GAZETTEER;
  candidate->entity = jb_lexicon_get_unique_entity (self->lexicon, index);
  if (strcmp (name->preferred, name->name) != 0 && (candidate->entity != NULL || name->entity == NULL))
    candidate->name = g_strdup (name->preferred);
  else if (!jb_scan_has_text (scan, start, name->name))
    candidate->name = g_strdup (name->name);
  scan->names[end] = MAX (scan->names[end], (guint8) MIN (end - start, 255));
}

static void
find_lexicon_names (JbTagger *self, JbScan *scan)
{
  g_autoptr(GArray) hits = self->lexicon != NULL ? jb_lexicon_find (self->lexicon, scan->text) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const JbLexiconHit *hit = &g_array_index (hits, JbLexiconHit, i);

      if (hit->end - hit->start > SHORT_NAME || !jb_scan_splits_word (scan, hit->start, hit->end))
        add_lexicon_name (self, scan, hit->name, hit->start, hit->end);
    }
}

/* Names of the registry over the display spaces of a headline. */
static void
find_spaced_names (JbTagger *self, JbScan *scan)
{
  g_autoptr(GArray) hits = self->lexicon != NULL && scan->tight != NULL ? jb_lexicon_find (self->lexicon, scan->tight) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const JbLexiconHit *hit = &g_array_index (hits, JbLexiconHit, i);
      guint start = hit->start, end = hit->end;

      if (jb_scan_loosen (scan, &start, &end))
        add_lexicon_name (self, scan, hit->name, start, end);
    }
}

static gboolean
is_headline (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_KICKER || kind == JB_BLOCK_KIND_TITLE || kind == JB_BLOCK_KIND_DECK ||
         kind == JB_BLOCK_KIND_HEADING;
}

static void
find_names (JbTagger *self, JbScan *scan, const JbRules *rules)
{
  find_lexicon_names (self, scan);
  find_spaced_names (self, scan);
  jb_names_known_find (scan, rules);
  jb_names_suffix_find (scan, rules);
  jb_names_people_find (scan, rules);
  jb_names_organisation_find (scan, rules);
  jb_names_campaign_find (scan, rules);
  jb_names_quoted_find (scan, rules);
  jb_names_list_find (scan, rules);
  jb_names_chain_find (scan, rules);
  jb_names_bare_find (scan, rules);
}

static void
add_persons (GPtrArray *persons, GStrv names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (persons, names[i]);
}

static void
add_mentions (JbArticle *article, const JbScan *scan)
{
  const JbBlock *block = g_ptr_array_index (article->blocks, scan->block);

  for (guint i = 0; i < scan->candidates->len; i++)
    {
      JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);
      g_autofree char *text = jb_chars_to_utf8 (scan->text, candidate->start, candidate->end);
      JbMention *mention = jb_mention_new (candidate->type, text, block->start + candidate->start,
                                           block->start + candidate->end, candidate->origin, candidate->confidence,
                                           candidate->rule);

      mention->entity = g_strdup (candidate->entity);
      mention->label = g_strdup (candidate->label);
      if (candidate->name != NULL)
        {
          g_free (mention->name);
          mention->name = g_steal_pointer (&candidate->name);
        }
      g_ptr_array_add (article->mentions, mention);
    }
}

static void
jb_tagger_finalize (GObject *object)
{
  JbTagger *self = JB_TAGGER (object);

  g_clear_pointer (&self->lexicon, jb_lexicon_unref);
  g_clear_pointer (&self->learner, jb_learner_unref);
  G_OBJECT_CLASS (jb_tagger_parent_class)->finalize (object);
}

static void
jb_tagger_class_init (JbTaggerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_tagger_finalize;
}

static void
jb_tagger_init (JbTagger *self)
{
}

JbTagger *
jb_tagger_new (JbLexicon *lexicon, JbLearner *learner)
{
  JbTagger *self = g_object_new (JB_TYPE_TAGGER, NULL);

  self->lexicon = lexicon != NULL ? jb_lexicon_ref (lexicon) : NULL;
  self->learner = learner != NULL ? jb_learner_ref (learner) : NULL;
  return self;
}

JbLearner *
jb_tagger_dup_learner (JbTagger *self)
{
  return self->learner != NULL ? jb_learner_ref (self->learner) : NULL;
}

GPtrArray *
jb_tagger_scan (JbTagger *self, const JbMasthead *masthead, GPtrArray *articles)
{
  const JbRules *rules = jb_rules_get ();
  g_autoptr(GPtrArray) scans = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_scan_free);
  g_autoptr(GPtrArray) persons = g_ptr_array_new ();

  g_return_val_if_fail (JB_IS_TAGGER (self), NULL);

  for (guint a = 0; a < articles->len; a++)
    {
      JbArticle *article = g_ptr_array_index (articles, a);

      add_persons (persons, article->reporters);
      add_persons (persons, article->correspondents);
      for (guint b = 0; b < article->blocks->len; b++)
        {
          JbBlock *block = g_ptr_array_index (article->blocks, b);
          JbScan *scan = jb_scan_new (rules, a, b, jb_chars_new (block->text, -1));

          if (is_headline (block->kind))
            jb_scan_set_headline (scan);
          find_names (self, scan, rules);
          g_ptr_array_add (scans, scan);
        }
    }
  jb_propagate (scans, rules, masthead, persons);
  for (guint u = 0; u < scans->len; u++)
    jb_arbitrate (g_ptr_array_index (scans, u));
  return g_steal_pointer (&scans);
}

void
jb_tagger_tag (JbTagger *self, const JbMasthead *masthead, GPtrArray *articles)
{
  g_autoptr(GPtrArray) scans = jb_tagger_scan (self, masthead, articles);

  for (guint a = 0; a < articles->len; a++)
    g_ptr_array_set_size (((JbArticle *) g_ptr_array_index (articles, a))->mentions, 0);
  for (guint u = 0; u < scans->len; u++)
    {
      JbScan *scan = g_ptr_array_index (scans, u);

      if (self->learner != NULL)
        jb_learner_apply (self->learner, scan, jb_rules_get ());
      add_mentions (g_ptr_array_index (articles, scan->article), scan);
    }
  for (guint a = 0; a < articles->len; a++)
    g_ptr_array_sort (((JbArticle *) g_ptr_array_index (articles, a))->mentions, jb_mention_compare);
}
