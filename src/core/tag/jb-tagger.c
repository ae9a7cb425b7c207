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
};

G_DEFINE_FINAL_TYPE (JbTagger, jb_tagger, G_TYPE_OBJECT)

static void
find_lexicon_names (JbTagger *self, JbScan *scan)
{
  g_autoptr(GArray) hits = self->lexicon != NULL ? jb_lexicon_find (self->lexicon, scan->text) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const JbLexiconHit *hit = &g_array_index (hits, JbLexiconHit, i);
      const JbLexiconName *name = jb_lexicon_get_name (self->lexicon, hit->name);
      JbCandidate *candidate;

      if (hit->end - hit->start < 2 ||
          (hit->end - hit->start <= SHORT_NAME && jb_scan_splits_word (scan, hit->start, hit->end)))
        continue;
      candidate = jb_scan_add (scan, hit->start, hit->end, name->type, "lexicon", 0.95);
      candidate->origin = JB_MENTION_ORIGIN_GAZETTEER;
      candidate->entity = jb_lexicon_get_unique_entity (self->lexicon, hit->name);
      if (strcmp (name->preferred, name->name) != 0 && (candidate->entity != NULL || name->entity == NULL))
        candidate->name = g_strdup (name->preferred);
      scan->names[hit->end] = MAX (scan->names[hit->end], (guint8) MIN (hit->end - hit->start, 255));
    }
}

static void
find_names (JbTagger *self, JbScan *scan, const JbRules *rules)
{
  find_lexicon_names (self, scan);
  jb_names_known_find (scan, rules);
  jb_names_suffix_find (scan, rules);
  jb_names_people_find (scan, rules);
  jb_names_organisation_find (scan, rules);
  jb_names_campaign_find (scan, rules);
  jb_names_quoted_find (scan, rules);
  jb_names_list_find (scan, rules);
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
jb_tagger_new (JbLexicon *lexicon)
{
  JbTagger *self = g_object_new (JB_TYPE_TAGGER, NULL);

  self->lexicon = lexicon != NULL ? jb_lexicon_ref (lexicon) : NULL;
  return self;
}

void
jb_tagger_tag (JbTagger *self, const JbMasthead *masthead, GPtrArray *articles)
{
  const JbRules *rules = jb_rules_get ();
  g_autoptr(GPtrArray) scans = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_scan_free);
  g_autoptr(GPtrArray) persons = g_ptr_array_new ();

  g_return_if_fail (JB_IS_TAGGER (self));

  for (guint a = 0; a < articles->len; a++)
    {
      JbArticle *article = g_ptr_array_index (articles, a);

      g_ptr_array_set_size (article->mentions, 0);
      add_persons (persons, article->reporters);
      add_persons (persons, article->correspondents);
      for (guint b = 0; b < article->blocks->len; b++)
        {
          JbBlock *block = g_ptr_array_index (article->blocks, b);
          JbScan *scan = jb_scan_new (rules, a, b, jb_chars_new (block->text, -1));

          find_names (self, scan, rules);
          g_ptr_array_add (scans, scan);
        }
    }
  jb_propagate (scans, rules, masthead, persons);
  for (guint u = 0; u < scans->len; u++)
    {
      JbScan *scan = g_ptr_array_index (scans, u);

      jb_arbitrate (scan);
      add_mentions (g_ptr_array_index (articles, scan->article), scan);
    }
  for (guint a = 0; a < articles->len; a++)
    g_ptr_array_sort (((JbArticle *) g_ptr_array_index (articles, a))->mentions, jb_mention_compare);
}
