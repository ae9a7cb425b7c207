/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-compose.h"

#include "jb-briefing-table.h"
#include "jb-desk.h"
#include "jb-digest.h"
#include "jb-source-table.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

/* What stands over the sentences that belong to no street or campaign; part of the printed text, so not translated. */
#define OTHER_HEADING "其他"

/* The articles of a draft, each with where it was printed. */
typedef struct
{
  GPtrArray  *articles;   /* owned, of JbArticle */
  GHashTable *citations;  /* owned, article id to citation */
  GHashTable *labels;     /* owned, article id to the bulletin's label */
} Material;

static void
material_free (Material *material)
{
  g_ptr_array_unref (material->articles);
  g_hash_table_unref (material->citations);
  g_hash_table_unref (material->labels);
  g_free (material);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Material, material_free)

static Material *
load_material (JbLibrary *library, const char *const *ids, GError **error)
{
  GPtrArray *articles = jb_desk_load_articles (library, ids, error);
  g_autoptr(Material) material = NULL;

  if (articles == NULL)
    return NULL;
  material = g_new0 (Material, 1);
  material->articles = articles;
  material->citations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  material->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (articles, i);
      g_autoptr(JbSource) source = jb_source_table_load (library, article->source, error);

      if (source == NULL)
        return NULL;
      g_hash_table_insert (material->citations, article->id, jb_desk_dup_citation (source, article));
      g_hash_table_insert (material->labels, article->id, jb_source_dup_label (source));
    }
  return g_steal_pointer (&material);
}

/* The name of that type that stands most often in [@start, @end) of the article, the first among equals; NULL where none does. */
static const char *
find_name (const JbArticle *article, JbEntityType type, guint start, guint end)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      guint n = 0;

      if (mention->type != type || mention->state == JB_MENTION_STATE_REJECTED || mention->start < start || mention->end > end)
        continue;
      for (guint j = i; j < article->mentions->len; j++)
        {
          const JbMention *other = g_ptr_array_index (article->mentions, j);

          n += other->type == type && other->start >= start && other->end <= end && g_str_equal (other->name, mention->name);
        }
      if (n > most)
        {
          most = n;
          best = mention->name;
        }
    }
  return best;
}

/* The heading a sentence belongs under: what it names itself, else what its article is about. */
static const char *
find_heading (const Material *material, const JbDigestSentence *sentence, JbGroup group)
{
  JbEntityType type = group == JB_GROUP_STREET ? JB_ENTITY_TYPE_STREET : JB_ENTITY_TYPE_CAMPAIGN;
  const char *name;

  if (group == JB_GROUP_NONE)
    return "";
  if (group == JB_GROUP_BULLETIN)
    return g_hash_table_lookup (material->labels, sentence->article->id);
  name = find_name (sentence->article, type, sentence->start, sentence->end);
  if (name == NULL)
    name = find_name (sentence->article, type, 0, jb_article_get_length (sentence->article));
  return name != NULL ? name : OTHER_HEADING;
}

static JbBriefingSection *
get_section (JbBriefing *briefing, const char *heading)
{
  for (guint i = 0; i < briefing->sections->len; i++)
    {
      JbBriefingSection *section = g_ptr_array_index (briefing->sections, i);

      if (g_str_equal (section->heading, heading))
        return section;
    }
  g_ptr_array_add (briefing->sections, jb_briefing_section_new (heading));
  return g_ptr_array_index (briefing->sections, briefing->sections->len - 1);
}

/* What belongs to nothing comes last. */
static void
move_other_last (JbBriefing *briefing)
{
  for (guint i = 0; i < briefing->sections->len; i++)
    {
      JbBriefingSection *section = g_ptr_array_index (briefing->sections, i);

      if (g_str_equal (section->heading, OTHER_HEADING))
        {
          g_ptr_array_add (briefing->sections, g_ptr_array_steal_index (briefing->sections, i));
          return;
        }
    }
}

JbBriefing *
jb_compose_draft (JbLibrary *library, const char *const *ids, const char *title, guint length, JbGroup group, GError **error)
{
  g_autoptr(Material) material = load_material (library, ids, error);
  g_autoptr(JbBriefing) briefing = NULL;
  g_autoptr(GPtrArray) sentences = NULL;

  if (material == NULL)
    return NULL;
  briefing = jb_briefing_new (title);
  sentences = jb_digest_make (material->articles, length);
  for (guint i = 0; i < sentences->len; i++)
    {
      const JbDigestSentence *sentence = g_ptr_array_index (sentences, i);
      JbBriefingSection *section = get_section (briefing, find_heading (material, sentence, group));
      JbBriefingItem *item = jb_briefing_item_new (sentence->text, sentence->article->id, sentence->start, sentence->end);

      jb_set_string (&item->citation, g_hash_table_lookup (material->citations, sentence->article->id));
      g_ptr_array_add (section->items, item);
    }
  move_other_last (briefing);
  return g_steal_pointer (&briefing);
}

gboolean
jb_compose_insert (JbLibrary *library, const JbBriefing *briefing, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("New Briefing “%s”"), briefing->title);

  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_briefing_table_insert (library, briefing, error), error);
}

gboolean
jb_compose_update (JbLibrary *library, const JbBriefing *briefing, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Change Briefing “%s”"), briefing->title);

  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_briefing_table_update (library, briefing, error), error);
}

gboolean
jb_compose_delete (JbLibrary *library, const JbBriefing *briefing, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Delete Briefing “%s”"), briefing->title);

  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_briefing_table_delete (library, briefing->id, error), error);
}

/* Returns: (transfer full) (nullable): the briefing of that id, the newest for NULL, a new one where there is none yet */
static JbBriefing *
get_briefing (JbLibrary *library, const char *id, gboolean *is_new, GError **error)
{
  g_auto(GStrv) ids = NULL;

  *is_new = FALSE;
  if (id != NULL)
    return jb_briefing_table_load (library, id, error);
  ids = jb_briefing_table_list (library, error);
  if (ids == NULL)
    return NULL;
  if (ids[0] != NULL)
    return jb_briefing_table_load (library, ids[0], error);
  *is_new = TRUE;
  return jb_briefing_new (_("Briefing"));
}

/* Returns: (transfer full) (nullable): the sentence or stretch as an item with its citation */
static JbBriefingItem *
new_item (JbLibrary *library, const JbArticle *article, guint start, guint end, GError **error)
{
  g_autoptr(JbDigestSentence) sentence = NULL;
  g_autoptr(JbSource) source = jb_source_table_load (library, article->source, error);
  g_autofree char *text = NULL;
  JbBriefingItem *item;

  if (source == NULL)
    return NULL;
  if (start == end)
    {
      sentence = jb_digest_find_sentence ((JbArticle *) article, start);
      start = sentence != NULL ? sentence->start : start;
      end = sentence != NULL ? sentence->end : end;
    }
  if (start >= end || end > jb_article_get_length (article))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("there is no sentence at %u"), start);
      return NULL;
    }
  text = jb_article_dup_slice (article, start, end);
  g_strdelimit (text, "\n", ' ');
  item = jb_briefing_item_new (text, article->id, start, end);
  item->citation = jb_desk_dup_citation (source, article);
  return item;
}

static gboolean
write_sentence (JbLibrary *library, const JbBriefing *briefing, gboolean is_new, const char *section_id, const JbBriefingItem *item,
                GError **error)
{
  g_autoptr(JbBriefingSection) section = NULL;

  if (is_new && !jb_briefing_table_insert (library, briefing, error))
    return FALSE;
  if (section_id == NULL && briefing->sections->len > 0)
    section_id = ((JbBriefingSection *) g_ptr_array_index (briefing->sections, briefing->sections->len - 1))->id;
  if (section_id != NULL)
    return jb_briefing_table_add_item (library, section_id, item, error);
  section = jb_briefing_section_new ("");
  return jb_briefing_table_add_section (library, briefing->id, section, error) &&
         jb_briefing_table_add_item (library, section->id, item, error);
}

char *
jb_compose_add_sentence (JbLibrary *library, const char *briefing_id, const char *section, const JbArticle *article,
                         guint start, guint end, GError **error)
{
  gboolean is_new;
  g_autoptr(JbBriefingItem) item = new_item (library, article, start, end, error);
  g_autoptr(JbBriefing) briefing = item != NULL ? get_briefing (library, briefing_id, &is_new, error) : NULL;

  if (briefing == NULL ||
      !jb_library_begin (library, _("Add Sentence to Briefing"), error) ||
      !jb_desk_end (library, write_sentence (library, briefing, is_new, section, item, error), error))
    return NULL;
  return g_strdup (briefing->id);
}

gboolean
jb_compose_add_text (JbLibrary *library, const char *section, const char *text, GError **error)
{
  g_autoptr(JbBriefingItem) item = jb_briefing_item_new (text, NULL, 0, 0);

  return jb_library_begin (library, _("Add Text to Briefing"), error) &&
         jb_desk_end (library, jb_briefing_table_add_item (library, section, item, error), error);
}

gboolean
jb_compose_add_section (JbLibrary *library, const char *briefing, const char *heading, GError **error)
{
  g_autoptr(JbBriefingSection) section = jb_briefing_section_new (heading);

  return jb_library_begin (library, _("Add Section"), error) &&
         jb_desk_end (library, jb_briefing_table_add_section (library, briefing, section, error), error);
}

gboolean
jb_compose_set_heading (JbLibrary *library, const JbBriefingSection *section, const char *heading, GError **error)
{
  return jb_library_begin (library, _("Change Section Heading"), error) &&
         jb_desk_end (library, jb_briefing_table_set_heading (library, section->id, heading, error), error);
}

gboolean
jb_compose_set_text (JbLibrary *library, const JbBriefingItem *item, const char *text, GError **error)
{
  return jb_library_begin (library, _("Edit Sentence"), error) &&
         jb_desk_end (library, jb_briefing_table_set_text (library, item->id, text, error), error);
}

gboolean
jb_compose_move_item (JbLibrary *library, const JbBriefingItem *item, const char *section, guint position, GError **error)
{
  return jb_library_begin (library, _("Move Sentence"), error) &&
         jb_desk_end (library, jb_briefing_table_move_item (library, item->id, section, position, error), error);
}

gboolean
jb_compose_move_section (JbLibrary *library, const JbBriefingSection *section, guint position, GError **error)
{
  return jb_library_begin (library, _("Move Section"), error) &&
         jb_desk_end (library, jb_briefing_table_move_section (library, section->id, position, error), error);
}

gboolean
jb_compose_remove_item (JbLibrary *library, const JbBriefingItem *item, GError **error)
{
  return jb_library_begin (library, _("Remove Sentence"), error) &&
         jb_desk_end (library, jb_briefing_table_delete_item (library, item->id, error), error);
}

gboolean
jb_compose_remove_section (JbLibrary *library, const JbBriefingSection *section, GError **error)
{
  return jb_library_begin (library, _("Remove Section"), error) &&
         jb_desk_end (library, jb_briefing_table_delete_section (library, section->id, error), error);
}
