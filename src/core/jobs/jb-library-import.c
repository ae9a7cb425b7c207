/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-library-import.h"

#include "jb-article-table.h"
#include "jb-briefing-table.h"
#include "jb-decide.h"
#include "jb-decision-table.h"
#include "jb-entity-table.h"
#include "jb-library-tree.h"
#include "jb-reading-table.h"
#include "jb-source-table.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

/* How many steps a name may be merged on; more is a circle. */
#define MAX_STEPS 100

typedef struct
{
  JbLibrary       *library;
  JbLibraryTree   *tree;
  JbLibraryImport *result;
  GHashTable      *entities;  /* owned, from ids in the file (owned) to ids in the library (owned) */
  GHashTable      *taken;     /* owned set of ids in the library (owned) that a name of the file stands for */
} Import;

void
jb_library_import_clear (JbLibraryImport *self)
{
  g_clear_pointer (&self->source, g_free);
}

/* Whether a load failed only because nothing of that id is there. */
static gboolean
is_missing (GError **failure, GError **error)
{
  if (g_error_matches (*failure, JB_ERROR, JB_ERROR_NOT_FOUND))
    {
      g_clear_error (failure);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

/* Remembers what an id of the file is called in the library. */
static void
map_entity (Import *import, const char *from, const char *to)
{
  g_hash_table_insert (import->entities, g_strdup (from), g_strdup (to));
  g_hash_table_add (import->taken, g_strdup (to));
}

/* Of several of the same name the one with the same note is meant, and each stands for one name of the file only.
 * Returns: (transfer none) (nullable) */
static const JbEntity *
choose (Import *import, GPtrArray *candidates, const JbEntity *entity)
{
  const JbEntity *chosen = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const JbEntity *candidate = g_ptr_array_index (candidates, i);
      gboolean is_same = g_str_equal (candidate->note, entity->note);

      if (!g_str_equal (candidate->name, entity->name) || g_hash_table_contains (import->taken, candidate->id))
        continue;
      if (is_same)
        return candidate;
      if (chosen == NULL && (*candidate->note == '\0' || *entity->note == '\0'))
        chosen = candidate;
    }
  return chosen;
}

/* Inserts the entity where neither its id nor its name is there. */
static gboolean
insert_entity (Import *import, const JbEntity *entity, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbEntity) known = jb_entity_table_load (import->library, entity->id, &failure);
  g_autoptr(GPtrArray) candidates = NULL;
  const JbEntity *chosen;

  if (known != NULL)
    {
      map_entity (import, entity->id, entity->id);
      import->result->n_known++;
      return TRUE;
    }
  if (!is_missing (&failure, error))
    return FALSE;
  if (entity->merged_into == NULL)
    candidates = jb_entity_table_find (import->library, (int) entity->type, entity->name, error);
  if (candidates == NULL && entity->merged_into == NULL)
    return FALSE;
  chosen = candidates != NULL ? choose (import, candidates, entity) : NULL;
  if (chosen != NULL)
    {
      map_entity (import, entity->id, chosen->id);
      import->result->n_linked++;
      return TRUE;
    }
  map_entity (import, entity->id, entity->id);
  import->result->n_entities++;
  return jb_entity_table_insert (import->library, entity, error);
}

/* Where a chain of merged names ends. Returns: (transfer none) (nullable): an id in the file; NULL where it leads nowhere */
static const char *
find_target (GHashTable *by_id, const JbEntity *entity)
{
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      entity = g_hash_table_lookup (by_id, entity->merged_into);
      if (entity == NULL || entity->merged_into == NULL)
        return entity != NULL ? entity->id : NULL;
    }
  return NULL;
}

/* Live names first: those that were merged point to them. */
static gboolean
insert_entities (Import *import, GError **error)
{
  GPtrArray *entities = import->tree->entities;
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entities->len; i++)
    {
      JbEntity *entity = g_ptr_array_index (entities, i);

      g_hash_table_insert (by_id, entity->id, entity);
    }
  for (guint i = 0; i < entities->len; i++)
    {
      const JbEntity *entity = g_ptr_array_index (entities, i);

      if (entity->merged_into == NULL && !insert_entity (import, entity, error))
        return FALSE;
    }
  for (guint i = 0; i < entities->len; i++)
    {
      JbEntity *entity = g_ptr_array_index (entities, i);
      const char *target = entity->merged_into != NULL ? find_target (by_id, entity) : NULL;

      if (entity->merged_into == NULL || g_hash_table_contains (import->entities, entity->id))
        continue;
      jb_set_string (&entity->merged_into, target != NULL ? g_hash_table_lookup (import->entities, target) : NULL);
      if (!insert_entity (import, entity, error))
        return FALSE;
    }
  return TRUE;
}

/* Spans of articles that join a source must count in its text. */
static gboolean
check_same (const JbSource *known, const JbSource *source, GError **error)
{
  if (g_str_equal (known->sha256, source->sha256) && known->text_length == source->text_length)
    return TRUE;
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("“%s” is another file than the one of that id in the library"), source->name);
  return FALSE;
}

static gboolean
insert_source (Import *import, JbSource *source, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbSource) known = jb_source_table_load (import->library, source->id, &failure);
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(GBytes) none = g_bytes_new_static ("", 0);

  if (known != NULL)
    {
      import->result->n_known++;
      return check_same (known, source, error);
    }
  if (!is_missing (&failure, error))
    return FALSE;
  decoded = jb_library_tree_rebuild (import->tree, source);
  source->reading = jb_reading_table_insert (import->library, decoded, error);
  import->result->n_sources++;
  return source->reading != NULL && jb_source_table_insert (import->library, source, none, error);
}

/* The entity a decision is about, which an export of a few articles does not hold; then the decision's name makes it. */
static gboolean
settle_entity (Import *import, JbMention *mention, GError **error)
{
  const char *id = mention->entity != NULL ? g_hash_table_lookup (import->entities, mention->entity) : NULL;

  if (mention->entity != NULL && id == NULL)
    {
      g_autoptr(JbEntity) entity = jb_entity_new (mention->type, mention->name);

      jb_set_string (&entity->id, mention->entity);
      if (!insert_entity (import, entity, error))
        return FALSE;
      id = g_hash_table_lookup (import->entities, mention->entity);
    }
  jb_set_string (&mention->entity, id);
  return TRUE;
}

static gboolean
insert_article (Import *import, JbArticle *article, GError **error)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      JbBlock *block = g_ptr_array_index (article->blocks, i);

      /* It would take the place of another article's. */
      if (jb_article_table_has_block (import->library, block->id))
        {
          g_free (block->id);
          block->id = g_uuid_string_random ();
        }
    }
  if (!jb_article_table_insert (import->library, article, error))
    return FALSE;
  import->result->n_articles++;
  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);
      g_autofree char *prefix = NULL, *suffix = NULL;

      jb_decide_dup_context (article, mention->start, mention->end, &prefix, &suffix);
      if (!settle_entity (import, mention, error) ||
          !jb_decision_table_insert (import->library, article->id, mention, prefix, suffix, error))
        return FALSE;
      import->result->n_decisions++;
    }
  return TRUE;
}

static gboolean
insert_articles (Import *import, GError **error)
{
  for (guint i = 0; i < import->tree->articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (import->tree->articles, i);
      g_autoptr(GError) failure = NULL;
      g_autoptr(JbArticleRow) known = jb_article_table_load_row (import->library, article->id, &failure);

      if (known != NULL)
        import->result->n_known++;
      else if (!is_missing (&failure, error) || !insert_article (import, article, error))
        return FALSE;
    }
  return TRUE;
}

/* Lists have the newest briefing first, and so has the file. */
static gboolean
insert_briefings (Import *import, GError **error)
{
  for (guint i = import->tree->briefings->len; i > 0; i--)
    {
      const JbBriefing *briefing = g_ptr_array_index (import->tree->briefings, i - 1);
      g_autoptr(GError) failure = NULL;
      g_autoptr(JbBriefing) known = jb_briefing_table_load (import->library, briefing->id, &failure);

      if (known != NULL)
        import->result->n_known++;
      else if (!is_missing (&failure, error) || !jb_briefing_table_insert (import->library, briefing, error))
        return FALSE;
      else
        import->result->n_briefings++;
    }
  return TRUE;
}

static gboolean
insert_all (Import *import, GError **error)
{
  GPtrArray *sources = import->tree->sources;

  for (guint i = 0; i < sources->len; i++)
    if (!insert_source (import, g_ptr_array_index (sources, i), error))
      return FALSE;
  return insert_entities (import, error) && insert_articles (import, error) && insert_briefings (import, error);
}

gboolean
jb_library_import_insert (JbLibrary *library, GVariant *variant, JbLibraryImport *result, GError **error)
{
  g_autoptr(JbLibraryTree) tree = jb_library_tree_read (variant, error);
  Import import = { .library = library, .tree = tree, .result = result };
  gboolean done;

  *result = (JbLibraryImport) { 0 };
  if (tree == NULL)
    return FALSE;
  import.entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = insert_all (&import, error);
  g_hash_table_unref (import.entities);
  g_hash_table_unref (import.taken);
  if (!done)
    *result = (JbLibraryImport) { 0 };
  else if (tree->sources->len > 0)
    result->source = g_strdup (((JbSource *) g_ptr_array_index (tree->sources, 0))->id);
  return done;
}

gboolean
jb_library_import_run (JbLibrary *library, const char *name, GVariant *tree, JbLibraryImport *result, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Import Library “%s”"), name);
  gboolean done;

  *result = (JbLibraryImport) { 0 };
  if (!jb_library_begin (library, operation, error))
    return FALSE;
  done = jb_desk_end (library, jb_library_import_insert (library, tree, result, error), error);
  if (!done)
    jb_library_import_clear (result);
  return done;
}
