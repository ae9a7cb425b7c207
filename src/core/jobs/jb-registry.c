/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-registry.h"

#include "jb-article-table.h"
#include "jb-decision-table.h"
#include "jb-desk.h"
#include "jb-digest.h"
#include "jb-entity-table.h"
#include "jb-source-table.h"

#include <glib/gi18n-lib.h>

static gboolean
begin (JbLibrary *library, const char *format, const char *name, GError **error)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *operation = g_strdup_printf (format, name);
#pragma GCC diagnostic pop

  return jb_library_begin (library, operation, error);
}

char *
jb_registry_clean_name (const char *name, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (name));

  if (*clean != '\0' && strchr (clean, '\n') == NULL)
    return g_steal_pointer (&clean);
  g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("a name must be one line and not empty"));
  return NULL;
}

char *
jb_registry_insert (JbLibrary *library, JbEntityType type, const char *name, GError **error)
{
  g_autofree char *clean = jb_registry_clean_name (name, error);
  g_autoptr(GPtrArray) known = clean != NULL ? jb_entity_table_find (library, type, clean, error) : NULL;
  g_autoptr(JbEntity) entity = NULL;

  if (known == NULL)
    return NULL;
  if (known->len > 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_KNOWN, _("“%s” is already in the registry"), clean);
      return NULL;
    }
  entity = jb_entity_new (type, clean);
  return jb_entity_table_insert (library, entity, error) ? g_strdup (entity->id) : NULL;
}

char *
jb_registry_add (JbLibrary *library, JbEntityType type, const char *name, GError **error)
{
  g_autofree char *clean = jb_registry_clean_name (name, error);
  g_autofree char *id = NULL;

  if (clean == NULL || !begin (library, _("Add “%s”"), clean, error))
    return NULL;
  id = jb_registry_insert (library, type, clean, error);
  return jb_desk_end (library, id != NULL, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
jb_registry_add_alias (JbLibrary *library, const JbEntity *entity, const char *name, JbAliasKind kind, GError **error)
{
  g_autofree char *clean = jb_registry_clean_name (name, error);

  if (clean == NULL)
    return FALSE;
  if (jb_entity_has_name (entity, clean))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_KNOWN, _("“%s” is already a name of “%s”"), clean, entity->name);
      return FALSE;
    }
  return begin (library, _("Add Name “%s”"), clean, error) &&
         jb_desk_end (library, jb_entity_table_add_alias (library, entity->id, clean, kind, error), error);
}

gboolean
jb_registry_rename (JbLibrary *library, const JbEntity *entity, const char *name, GError **error)
{
  g_autofree char *clean = jb_registry_clean_name (name, error);

  return clean != NULL && begin (library, _("Rename “%s”"), entity->name, error) &&
         jb_desk_end (library, jb_entity_table_set_name (library, entity->id, clean, error), error);
}

gboolean
jb_registry_set_note (JbLibrary *library, const JbEntity *entity, const char *note, GError **error)
{
  return begin (library, _("Note on “%s”"), entity->name, error) &&
         jb_desk_end (library, jb_entity_table_set_note (library, entity->id, note, error), error);
}

gboolean
jb_registry_delete (JbLibrary *library, const JbEntity *entity, GError **error)
{
  return begin (library, _("Delete “%s”"), entity->name, error) &&
         jb_desk_end (library, jb_entity_table_delete (library, entity->id, error), error);
}

static void
entry_free (JbDossierEntry *entry)
{
  g_free (entry->article);
  g_free (entry->title);
  g_free (entry->citation);
  g_free (entry->date);
  g_free (entry->sentence);
  g_free (entry);
}

void
jb_dossier_free (JbDossier *dossier)
{
  g_clear_object (&dossier->entity);
  g_ptr_array_unref (dossier->entries);
  g_free (dossier);
}

/* A heading or a caption is no running text; then the whole block is what is shown. */
static JbDossierEntry *
new_entry (JbArticle *article, JbSentenceFinder *finder, const char *citation, const JbMention *mention)
{
  g_autoptr(JbDigestSentence) sentence = jb_sentence_finder_find (finder, mention->start);
  JbDossierEntry *entry = g_new0 (JbDossierEntry, 1);

  entry->article = g_strdup (article->id);
  entry->title = g_strdup (jb_article_get_display_title (article));
  entry->citation = g_strdup (citation);
  entry->date = g_strdup (article->date);
  entry->start = mention->start;
  entry->end = mention->end;
  entry->sentence_start = sentence != NULL ? MIN (sentence->start, mention->start) : mention->start;
  entry->sentence_end = sentence != NULL ? MAX (sentence->end, mention->end) : mention->end;
  entry->sentence = jb_article_dup_slice (article, entry->sentence_start, entry->sentence_end);
  return entry;
}

JbDossier *
jb_registry_load_dossier (JbLibrary *library, const char *entity_id, GError **error)
{
  g_autoptr(JbDossier) dossier = g_new0 (JbDossier, 1);
  g_autoptr(GPtrArray) occurrences = NULL;
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(JbSentenceFinder) finder = NULL;
  g_autofree char *citation = NULL;

  dossier->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  dossier->entity = jb_entity_table_load (library, entity_id, error);
  occurrences = dossier->entity != NULL ? jb_decision_table_load_entity (library, entity_id, error) : NULL;
  if (occurrences == NULL)
    return NULL;
  /* Ordered by article, so each is loaded once. */
  for (guint i = 0; i < occurrences->len; i++)
    {
      const JbOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (article == NULL || !g_str_equal (article->id, occurrence->article))
        {
          g_autoptr(JbSource) source = NULL;

          g_clear_object (&article);
          article = jb_article_table_load (library, occurrence->article, error);
          source = article != NULL ? jb_source_table_load (library, article->source, error) : NULL;
          if (source == NULL)
            return NULL;
          g_free (citation);
          citation = jb_desk_dup_citation (source, article);
          g_clear_pointer (&finder, jb_sentence_finder_free);
          finder = jb_sentence_finder_new (article);
        }
      g_ptr_array_add (dossier->entries, new_entry (article, finder, citation, occurrence->mention));
    }
  return g_steal_pointer (&dossier);
}
