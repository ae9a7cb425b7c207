/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-discover-job.h"

#include "jb-article-table.h"
#include "jb-decision-table.h"
#include "jb-discover.h"
#include "jb-dismissal-table.h"
#include "jb-entity-table.h"
#include "jb-registry.h"
#include "jb-sentences.h"
#include "jb-tally-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No more than so many characters are looked at, those of the newest articles: 250 MB while it lasts. */
#define MAX_CHARS 10000000

/* One text that was looked at. */
typedef struct
{
  char  *article;  /* owned id */
  guint  start;    /* of the text in the article */
  char  *text;     /* owned */
} Place;

typedef struct
{
  JbDiscover   *discover;     /* owned */
  GArray       *places;       /* owned, of Place, by number of the text */
  GHashTable   *seen;         /* owned set of texts, lent by the places */
  char         *article;      /* owned id of the article that is being read, NULL before the first */
  guint         n_articles;
  guint         start;        /* of the next block in the article */
  gsize         n_chars;      /* of all texts so far */
  GCancellable *cancellable;
} Reading;

void
jb_new_name_free (JbNewName *new_name)
{
  g_free (new_name->name);
  g_free (new_name->article);
  g_free (new_name->sentence);
  g_free (new_name);
}

static void
place_clear (Place *place)
{
  g_free (place->article);
  g_free (place->text);
}

/* ---- what is known ---- */

static void
add_name_cb (const char *name, const char *preferred, const char *entity, JbEntityType type, gpointer data)
{
  g_ptr_array_add (data, g_strdup (name));
}

static void
add_all (GPtrArray *known, GStrv names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (known, g_strdup (names[i]));
}

/* 柳浦街道 is also known as 柳浦, and 柳浦区 too. */
static void
add_with_bodies (GPtrArray *known, GStrv names)
{
  add_all (known, names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (names[i], -1);

      for (glong cut = 1; cut <= 2 && length - cut >= 2; cut++)
        g_ptr_array_add (known, g_utf8_substring (names[i], 0, length - cut));
    }
}

/* Returns: (transfer full) (element-type utf8) (nullable) */
static GPtrArray *
load_known (JbLibrary *library, GError **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) tagged = jb_tally_table_list_names (library, error);
  g_auto(GStrv) decided = tagged != NULL ? jb_decision_table_list_quotes (library, error) : NULL;
  g_auto(GStrv) dismissed = decided != NULL ? jb_dismissal_table_list (library, error) : NULL;

  if (dismissed == NULL || !jb_entity_table_foreach_name (library, add_name_cb, known, error))
    return NULL;
  add_with_bodies (known, tagged);
  add_all (known, decided);
  add_all (known, dismissed);
  return g_steal_pointer (&known);
}

/* ---- the texts ---- */

static gboolean
read_block_cb (const char *article, JbBlockKind kind, const char *text, gpointer data)
{
  Reading *reading = data;
  guint length = (guint) g_utf8_strlen (text, -1);
  Place place;

  if (g_strcmp0 (article, reading->article) != 0)
    {
      g_free (reading->article);
      reading->article = g_strdup (article);
      reading->n_articles++;
      reading->start = 0;
    }
  /* What a page repeats beside its texts is no news, nor is a text that is printed again. */
  if (kind != JB_BLOCK_KIND_MASTHEAD && kind != JB_BLOCK_KIND_OTHER && kind != JB_BLOCK_KIND_BYLINE &&
      !g_hash_table_contains (reading->seen, text))
    {
      jb_discover_add (reading->discover, reading->n_articles - 1, text);
      place = (Place) { g_strdup (article), reading->start, g_strdup (text) };
      g_array_append_val (reading->places, place);
      g_hash_table_add (reading->seen, place.text);
      reading->n_chars += length;
    }
  reading->start += length + 1;
  return reading->n_chars < MAX_CHARS && !g_cancellable_is_cancelled (reading->cancellable);
}

/* Returns: (transfer full): the sentence of the text around the character */
static char *
dup_sentence (const char *text, guint at)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autoptr(GArray) sentences = jb_sentences_cut (chars);

  for (guint i = 0; i < sentences->len; i++)
    {
      const JbSpan *span = &g_array_index (sentences, JbSpan, i);

      if (at >= span->start && at < span->end)
        return jb_chars_to_utf8 (chars, span->start, span->end);
    }
  return g_strdup (text);
}

static JbNewName *
new_name_new (const Reading *reading, const JbDiscovery *discovery)
{
  const Place *place = &g_array_index (reading->places, Place, discovery->example);
  JbNewName *new_name = g_new (JbNewName, 1);
  guint start = place->start + discovery->start;

  *new_name = (JbNewName) {
    g_strdup (discovery->text), discovery->type, discovery->n_times, discovery->n_articles, g_strdup (place->article),
    start, start + (guint) g_utf8_strlen (discovery->text, -1), dup_sentence (place->text, discovery->start),
  };
  return new_name;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->discover, jb_discover_free);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
  g_clear_pointer (&reading->places, g_array_unref);
  g_free (reading->article);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

GPtrArray *
jb_discover_job_run (JbLibrary *library, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) known = load_known (library, error);
  g_autoptr(GPtrArray) discoveries = NULL, names = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_new_name_free);
  g_auto(Reading) reading = { NULL };

  if (known == NULL)
    return NULL;
  reading.discover = jb_discover_new ((const char *const *) known->pdata, known->len);
  reading.places = g_array_new (FALSE, FALSE, sizeof (Place));
  reading.seen = g_hash_table_new (g_str_hash, g_str_equal);
  reading.cancellable = cancellable;
  g_array_set_clear_func (reading.places, (GDestroyNotify) place_clear);
  if (!jb_article_table_foreach_block (library, read_block_cb, &reading, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  discoveries = jb_discover_find (reading.discover, limit);
  for (guint i = 0; i < discoveries->len; i++)
    g_ptr_array_add (names, new_name_new (&reading, g_ptr_array_index (discoveries, i)));
  return g_steal_pointer (&names);
}

gboolean
jb_discover_job_dismiss (JbLibrary *library, const char *name, GError **error)
{
  g_autofree char *clean = jb_registry_clean_name (name, error);
  g_autofree char *operation = clean != NULL ? g_strdup_printf (_("Dismiss “%s”"), clean) : NULL;

  if (clean == NULL || !jb_library_begin (library, operation, error))
    return FALSE;
  if (jb_dismissal_table_insert (library, NULL, clean, error))
    return jb_library_commit (library, error);
  jb_library_rollback (library);
  return FALSE;
}
