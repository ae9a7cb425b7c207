/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-library-tree.h"

#include "jb-article.h"
#include "jb-briefing.h"
#include "jb-chars.h"
#include "jb-entity.h"
#include "jb-error.h"
#include "jb-library-article.h"
#include "jb-model-enums.h"
#include "jb-plain.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT  "jianbao-library"
#define VERSION 1

/* Code points of all sources together: as many as the largest text may hold, in Chinese. Since there is a line feed for every
 * character that is missing, a small file could else become very large. */
#define MAX_LENGTH (JB_IMPORT_MAX_TEXT / 3)

typedef struct
{
  JbLibraryTree *tree;
  GHashTable    *sources;   /* owned, from ids (lent) to JbSource (lent) */
  GHashTable    *articles;  /* owned, from ids (lent) to JbArticle (lent) */
  guint          length;    /* code points of all sources so far */
} Reading;

static char *
dup_string (JbTreeReader *reader, GVariantDict *object, const char *key, JbTreeString kind)
{
  return g_strdup (jb_tree_reader_get_string (reader, object, key, kind));
}

static void
read_masthead (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  const JbTreeString kind = JB_TREE_ONE_LINE | JB_TREE_NULLABLE;
  JbMasthead *masthead = data;

  masthead->name = dup_string (reader, object, "name", kind);
  masthead->issue = dup_string (reader, object, "issue", kind);
  masthead->date = dup_string (reader, object, "date", JB_TREE_DATE | JB_TREE_NULLABLE);
  masthead->weekday = dup_string (reader, object, "weekday", kind);
  masthead->lunar = dup_string (reader, object, "lunar", kind);
  masthead->pages = dup_string (reader, object, "pages", kind);
  masthead->publisher = dup_string (reader, object, "publisher", kind);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* When it was imported is one of the optional keys; now, where it is not said. */
static char *
dup_imported_at (JbTreeReader *reader, GVariantDict *object)
{
  const char *stamp = jb_tree_reader_get_string (reader, object, "imported_at", JB_TREE_ONE_LINE | JB_TREE_OPTIONAL);
  g_autoptr(GDateTime) time = *stamp != '\0' ? g_date_time_new_from_iso8601 (stamp, NULL) : g_date_time_new_now_utc ();

  if (time == NULL)
    {
      jb_tree_reader_fail (reader, "imported_at");
      return g_strdup ("");
    }
  return *stamp != '\0' ? g_strdup (stamp) : g_date_time_format_iso8601 (time);
}

static void
read_source (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  JbSource *source = jb_source_new ();

  g_ptr_array_add (reading->tree->sources, source);
  jb_set_string (&source->id, jb_tree_reader_take_id (reader, object, "source"));
  source->name = dup_string (reader, object, "name", JB_TREE_NAME);
  source->media_type = dup_string (reader, object, "media_type", JB_TREE_NAME);
  source->sha256 = dup_string (reader, object, "sha256", JB_TREE_ONE_LINE);
  if (!is_sha256 (source->sha256))
    jb_tree_reader_fail (reader, "sha256");
  source->encoding = dup_string (reader, object, "encoding", JB_TREE_NAME | JB_TREE_NULLABLE);
  source->text_length = jb_tree_reader_get_number (reader, object, "text_length", MAX_LENGTH - reading->length);
  source->imported_at = dup_imported_at (reader, object);
  reading->length += source->text_length;
  if (jb_tree_reader_has (reader, object, "masthead"))
    {
      source->masthead = jb_masthead_new ();
      jb_tree_reader_enter (reader, object, "masthead", read_masthead, source->masthead);
    }
  g_hash_table_insert (reading->sources, source->id, source);
  g_hash_table_insert (reading->tree->by_source, source->id, g_ptr_array_new ());
}

static void
read_article (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  JbArticle *article = jb_library_article_read (reader, object, reading->sources);
  GPtrArray *siblings = g_hash_table_lookup (reading->tree->by_source, article->source);

  g_ptr_array_add (reading->tree->articles, article);
  if (siblings == NULL)
    return;
  article->position = siblings->len;
  g_ptr_array_add (siblings, article);
  g_hash_table_insert (reading->articles, article->id, article);
}

static void
read_post (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  JbPost *post = jb_entity_take_post (data, g_uuid_string_random (), dup_string (reader, object, "title", JB_TREE_NAME),
                                      dup_string (reader, object, "place", JB_TREE_ONE_LINE | JB_TREE_OPTIONAL),
                                      dup_string (reader, object, "from", JB_TREE_DATE | JB_TREE_NULLABLE),
                                      dup_string (reader, object, "to", JB_TREE_DATE | JB_TREE_NULLABLE));

  post->source = dup_string (reader, object, "source", JB_TREE_ID | JB_TREE_NULLABLE);
}

/* Names, and what kinds they are where that is said. */
static void
read_aliases (JbTreeReader *reader, GVariantDict *object, JbEntity *entity)
{
  g_auto(GStrv) names = jb_tree_reader_dup_names (reader, object, "aliases");
  g_auto(GStrv) kinds = jb_tree_reader_has (reader, object, "alias_kinds")
                        ? jb_tree_reader_dup_names (reader, object, "alias_kinds") : NULL;

  if (kinds != NULL && g_strv_length (kinds) != g_strv_length (names))
    {
      jb_tree_reader_fail (reader, "alias_kinds");
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      int kind = JB_ALIAS_KIND_VARIANT;

      if (kinds != NULL && !jb_enum_from_nick (JB_TYPE_ALIAS_KIND, kinds[i], &kind))
        jb_tree_reader_fail (reader, "alias_kinds");
      jb_entity_take_alias (entity, g_uuid_string_random (), g_strdup (names[i]), (JbAliasKind) kind);
    }
}

static void
read_entity (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  JbEntityType type = (JbEntityType) jb_tree_reader_get_enum (reader, object, "type", JB_TYPE_ENTITY_TYPE);
  JbEntity *entity = jb_entity_new (type, jb_tree_reader_get_string (reader, object, "name", JB_TREE_NAME));

  g_ptr_array_add (reading->tree->entities, entity);
  jb_set_string (&entity->id, jb_tree_reader_take_id (reader, object, "entity"));
  jb_set_string (&entity->note, jb_tree_reader_get_string (reader, object, "note", JB_TREE_OPTIONAL));
  jb_set_string (&entity->merged_into, jb_tree_reader_get_string (reader, object, "merged_into", JB_TREE_ID | JB_TREE_NULLABLE));
  read_aliases (reader, object, entity);
  jb_tree_reader_foreach (reader, object, "posts", read_post, entity);
}

/* One briefing on its way. */
typedef struct
{
  Reading           *reading;
  JbBriefing        *briefing;
  JbBriefingSection *section;
} Drafting;

static void
read_item (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Drafting *drafting = data;
  const char *article = jb_tree_reader_get_string (reader, object, "article", JB_TREE_ID | JB_TREE_NULLABLE);
  const JbArticle *known = article != NULL ? g_hash_table_lookup (drafting->reading->articles, article) : NULL;
  guint end = jb_tree_reader_get_number (reader, object, "end", known != NULL ? jb_article_get_length (known) : G_MAXINT);
  guint start = jb_tree_reader_get_number (reader, object, "start", end);
  JbBriefingItem *item = jb_briefing_item_new (jb_tree_reader_get_string (reader, object, "original", JB_TREE_LINES), article,
                                               start, end);

  jb_set_string (&item->text, jb_tree_reader_get_string (reader, object, "text", JB_TREE_LINES));
  jb_set_string (&item->citation, jb_tree_reader_get_string (reader, object, "citation", JB_TREE_NULLABLE));
  g_ptr_array_add (drafting->section->items, item);
}

static void
read_section (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Drafting *drafting = data;

  drafting->section = jb_briefing_section_new (jb_tree_reader_get_string (reader, object, "heading", JB_TREE_OPTIONAL));
  g_ptr_array_add (drafting->briefing->sections, drafting->section);
  jb_tree_reader_foreach (reader, object, "items", read_item, drafting);
}

static void
read_briefing (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  JbBriefing *briefing = jb_briefing_new (jb_tree_reader_get_string (reader, object, "title", JB_TREE_LINES));
  Drafting drafting = { data, briefing, NULL };

  g_ptr_array_add (drafting.reading->tree->briefings, briefing);
  jb_set_string (&briefing->id, jb_tree_reader_take_id (reader, object, "briefing"));
  jb_set_string (&briefing->issue, jb_tree_reader_get_string (reader, object, "issue", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->date, jb_tree_reader_get_string (reader, object, "date", JB_TREE_DATE | JB_TREE_NULLABLE));
  jb_set_string (&briefing->issuer, jb_tree_reader_get_string (reader, object, "issuer", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->template_name, jb_tree_reader_get_string (reader, object, "template", JB_TREE_ONE_LINE));
  jb_set_string (&briefing->note, jb_tree_reader_get_string (reader, object, "note", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->report_to, jb_tree_reader_get_string (reader, object, "report_to", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->send_to, jb_tree_reader_get_string (reader, object, "send_to", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->issue_to, jb_tree_reader_get_string (reader, object, "issue_to", JB_TREE_OPTIONAL));
  jb_set_string (&briefing->copies, jb_tree_reader_get_string (reader, object, "copies", JB_TREE_OPTIONAL));
  jb_tree_reader_foreach (reader, object, "sections", read_section, &drafting);
}

/* Every source has articles; one without would be a fault of the library. */
static void
check_sources (JbTreeReader *reader, Reading *reading)
{
  for (guint i = 0; i < reading->tree->sources->len; i++)
    {
      const JbSource *source = g_ptr_array_index (reading->tree->sources, i);

      if (((GPtrArray *) g_hash_table_lookup (reading->tree->by_source, source->id))->len == 0)
        jb_tree_reader_fail (reader, "sources");
    }
}

static void
read_library (JbTreeReader *reader, GVariantDict *object, Reading *reading)
{
  reading->sources = g_hash_table_new (g_str_hash, g_str_equal);
  reading->articles = g_hash_table_new (g_str_hash, g_str_equal);
  jb_tree_reader_foreach (reader, object, "sources", read_source, reading);
  if (reader->fault == NULL)
    jb_tree_reader_foreach (reader, object, "articles", read_article, reading);
  if (reader->fault == NULL)
    check_sources (reader, reading);
  if (reader->fault == NULL)
    jb_tree_reader_foreach (reader, object, "entities", read_entity, reading);
  if (reader->fault == NULL)
    jb_tree_reader_foreach (reader, object, "briefings", read_briefing, reading);
  g_hash_table_unref (reading->sources);
  g_hash_table_unref (reading->articles);
}

static JbLibraryTree *
new_tree (void)
{
  JbLibraryTree *self = g_new0 (JbLibraryTree, 1);

  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  self->briefings = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_source = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

JbLibraryTree *
jb_library_tree_read (GVariant *variant, GError **error)
{
  g_autoptr(JbLibraryTree) tree = new_tree ();
  g_auto(JbTreeReader) reader = { NULL };
  g_auto(GVariantDict) object = { 0 };
  Reading reading = { .tree = tree };

  jb_tree_reader_init (&reader);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this is no library in JSON"));
      return NULL;
    }
  g_variant_dict_init (&object, variant);
  if (!g_str_equal (jb_tree_reader_get_string (&reader, &object, "format", JB_TREE_NAME), FORMAT))
    jb_tree_reader_fail (&reader, "format");
  if (jb_tree_reader_get_number (&reader, &object, "version", G_MAXINT) > VERSION)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NEWER, _("the library was written by a newer version of the program"));
      return NULL;
    }
  if (reader.fault == NULL)
    read_library (&reader, &object, &reading);
  if (reader.fault == NULL)
    return g_steal_pointer (&tree);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the library in JSON is wrong at “%s”"), reader.fault);
  return NULL;
}

void
jb_library_tree_free (JbLibraryTree *self)
{
  g_hash_table_unref (self->by_source);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->briefings);
  g_free (self);
}

char *
jb_library_tree_dup_text (const JbLibraryTree *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->articles->len; i++)
    {
      g_autofree char *part = jb_article_dup_text (g_ptr_array_index (self->articles, i));

      g_string_append (text, part);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
place_block (const JbBlock *block, gunichar *chars, guint length)
{
  g_autoptr(JbChars) text = jb_chars_new (block->text, -1);
  guint n_runs;
  const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    for (guint n = 0; n < runs[i].length && runs[i].source_start + n < length; n++)
      chars[runs[i].source_start + n] = text->chars[runs[i].text_start + n];
}

JbDecoded *
jb_library_tree_rebuild (const JbLibraryTree *self, const JbSource *source)
{
  const GPtrArray *articles = g_hash_table_lookup (self->by_source, source->id);
  g_autofree gunichar *chars = g_new (gunichar, MAX (source->text_length, 1));
  JbDecoded *decoded;

  g_return_val_if_fail (articles != NULL, NULL);

  for (guint i = 0; i < source->text_length; i++)
    chars[i] = '\n';
  for (guint i = 0; i < articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (articles, i);

      for (guint n = 0; n < article->blocks->len; n++)
        place_block (g_ptr_array_index (article->blocks, n), chars, source->text_length);
    }
  decoded = jb_decoded_new (g_ucs4_to_utf8 (chars, (glong) source->text_length, NULL, NULL, NULL));
  decoded->media_type = g_strdup (source->media_type);
  decoded->encoding = g_strdup (source->encoding);
  return decoded;
}
