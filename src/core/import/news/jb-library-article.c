/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-library-article.h"

#include "jb-chars.h"
#include "jb-model-enums.h"
#include "jb-string.h"

typedef struct
{
  JbArticle      *article;
  const JbSource *source;  /* NULL after a fault */
  JbChars        *chars;   /* owned: of the article's text; NULL until all blocks are read */
} Reading;

/* Returns: (transfer full): the reasons of a join, as the store keeps them */
static char *
dup_reasons (JbTreeReader *reader, GVariantDict *object)
{
  g_auto(GStrv) reasons = jb_tree_reader_dup_names (reader, object, "reasons");

  for (guint i = 0; reasons[i] != NULL; i++)
    for (const char *p = reasons[i]; *p != '\0'; p++)
      if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
        {
          jb_tree_reader_fail (reader, "reasons");
          return g_strdup ("");
        }
  return g_strjoinv (",", reasons);
}

/* A score may be below nothing. */
static int
get_score (JbTreeReader *reader, GVariantDict *object)
{
  gint64 score = 0;

  if (!g_variant_dict_lookup (object, "score", "x", &score) || score < -1000000 || score > 1000000)
    jb_tree_reader_fail (reader, "score");
  return (int) score;
}

typedef struct
{
  GArray *joins;
  guint   length;  /* of the block's text */
} Joins;

static void
read_join (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Joins *joins = data;
  guint offset = jb_tree_reader_get_number (reader, object, "offset", joins->length);
  int score = get_score (reader, object);
  g_autofree char *reasons = dup_reasons (reader, object);

  jb_joins_add (joins->joins, offset, CLAMP (score, -1000000, 1000000), reasons);
}

/* Where the spans lie in the source, one behind the other from the beginning of the text. Characters that were put in shift those
 * behind them; a file that holds such has "runs" too. */
static JbSpanMap *
read_spans (JbTreeReader *reader, GVariantDict *object, guint length, guint source_length)
{
  g_autoptr(GArray) spans = jb_tree_reader_dup_numbers (reader, object, "source_spans", 2);
  JbSpanMap *map = jb_span_map_new ();
  guint at = 0;

  for (guint i = 0; i + 1 < spans->len; i += 2)
    {
      guint start = g_array_index (spans, guint, i), end = g_array_index (spans, guint, i + 1);

      if (start >= end || end > source_length || end - start > length - at)
        {
          jb_tree_reader_fail (reader, "source_spans");
          break;
        }
      jb_span_map_append (map, at, start, end - start);
      at += end - start;
    }
  return map;
}

static JbSpanMap *
read_runs (JbTreeReader *reader, GVariantDict *object, guint length, guint source_length)
{
  g_autoptr(GArray) runs = jb_tree_reader_dup_numbers (reader, object, "runs", 3);
  JbSpanMap *map = jb_span_map_new ();
  guint at = 0;

  for (guint i = 0; i + 2 < runs->len; i += 3)
    {
      guint text = g_array_index (runs, guint, i), source = g_array_index (runs, guint, i + 1);
      guint n = g_array_index (runs, guint, i + 2);

      if (text < at || text > length || n == 0 || n > length - text || source > source_length || n > source_length - source)
        {
          jb_tree_reader_fail (reader, "runs");
          break;
        }
      jb_span_map_append (map, text, source, n);
      at = text + n;
    }
  return map;
}

static void
read_block (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  JbBlockKind kind = (JbBlockKind) jb_tree_reader_get_enum (reader, object, "kind", JB_TYPE_BLOCK_KIND);
  guint level = jb_tree_reader_get_number (reader, object, "level", 3);
  const char *text = jb_tree_reader_get_string (reader, object, "text", JB_TREE_ONE_LINE);
  guint length = (guint) g_utf8_strlen (text, -1), source_length = reading->source != NULL ? reading->source->text_length : 0;
  g_autoptr(JbSpanMap) map = jb_tree_reader_has (reader, object, "runs") ? read_runs (reader, object, length, source_length)
                                                                         : read_spans (reader, object, length, source_length);
  JbBlock *block = jb_block_new (kind, level, text, map);

  if (jb_tree_reader_has (reader, object, "id"))
    jb_set_string (&block->id, jb_tree_reader_take_id (reader, object, "block"));
  if (jb_tree_reader_has (reader, object, "joins"))
    {
      Joins joins = { jb_joins_new (), length };

      jb_tree_reader_foreach (reader, object, "joins", read_join, &joins);
      jb_block_take_joins (block, joins.joins);
    }
  jb_article_append_block (reading->article, block);
  if (jb_tree_reader_get_number (reader, object, "start", G_MAXINT) != block->start)
    jb_tree_reader_fail (reader, "start");
  if (jb_tree_reader_get_number (reader, object, "end", G_MAXINT) != block->start + block->length)
    jb_tree_reader_fail (reader, "end");
}

/* Boxes only; what else is said in an article is found anew. */
static void
read_statement (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  guint n_blocks = reading->article->blocks->len;
  int kind = jb_tree_reader_has (reader, object, "kind") ? jb_tree_reader_get_enum (reader, object, "kind", JB_TYPE_STATEMENT_KIND)
                                                         : JB_STATEMENT_KIND_BOX;
  const char *name = jb_tree_reader_get_string (reader, object, "name", JB_TREE_ONE_LINE);
  const char *post = jb_tree_reader_get_string (reader, object, "post", JB_TREE_ONE_LINE);
  const char *text = jb_tree_reader_get_string (reader, object, "text", JB_TREE_LINES);
  guint block = jb_tree_reader_get_number (reader, object, "block", n_blocks > 0 ? n_blocks - 1 : 0);

  if (kind == JB_STATEMENT_KIND_BOX)
    g_ptr_array_add (reading->article->statements, jb_statement_new (name, post, text, block));
}

static void
read_mention (JbTreeReader *reader, GVariantDict *object, gpointer data)
{
  Reading *reading = data;
  JbEntityType type = (JbEntityType) jb_tree_reader_get_enum (reader, object, "type", JB_TYPE_ENTITY_TYPE);
  JbMentionState state = (JbMentionState) jb_tree_reader_get_enum (reader, object, "state", JB_TYPE_MENTION_STATE);
  JbMentionOrigin origin = (JbMentionOrigin) jb_tree_reader_get_enum (reader, object, "origin", JB_TYPE_MENTION_ORIGIN);
  const char *text = jb_tree_reader_get_string (reader, object, "text", JB_TREE_LINES);
  const char *entity = jb_tree_reader_get_string (reader, object, "entity", JB_TREE_ID | JB_TREE_NULLABLE);
  const char *name = jb_tree_reader_get_string (reader, object, "name", JB_TREE_NAME | JB_TREE_NULLABLE);
  const char *rule = jb_tree_reader_get_string (reader, object, "rule", JB_TREE_ONE_LINE | JB_TREE_OPTIONAL);
  guint end = jb_tree_reader_get_number (reader, object, "end", reading->chars->length);
  guint start = jb_tree_reader_get_number (reader, object, "start", end);
  g_autofree char *slice = start < end ? jb_chars_to_utf8 (reading->chars, start, end) : NULL;
  JbMention *mention;

  if (g_strcmp0 (slice, text) != 0)
    jb_tree_reader_fail (reader, "text");
  if (reader->fault != NULL || state == JB_MENTION_STATE_SUGGESTED)
    return;
  mention = jb_mention_new (type, text, start, end, origin, 1.0, rule);
  mention->state = state;
  mention->entity = g_strdup (entity);
  if (name != NULL)
    jb_set_string (&mention->name, name);
  g_ptr_array_add (reading->article->mentions, mention);
}

static void
read_head (JbTreeReader *reader, GVariantDict *object, JbArticle *article)
{
  jb_set_string (&article->id, jb_tree_reader_take_id (reader, object, "article"));
  jb_set_string (&article->source, jb_tree_reader_get_string (reader, object, "source", JB_TREE_ID));
  jb_set_string (&article->kicker, jb_tree_reader_get_string (reader, object, "kicker", JB_TREE_LINES));
  jb_set_string (&article->title, jb_tree_reader_get_string (reader, object, "title", JB_TREE_LINES));
  jb_set_string (&article->deck, jb_tree_reader_get_string (reader, object, "deck", JB_TREE_LINES));
  g_strfreev (article->reporters);
  article->reporters = jb_tree_reader_dup_names (reader, object, "reporters");
  g_strfreev (article->correspondents);
  article->correspondents = jb_tree_reader_dup_names (reader, object, "correspondents");
  jb_set_string (&article->date, jb_tree_reader_get_string (reader, object, "date", JB_TREE_DATE | JB_TREE_NULLABLE));
  if (jb_tree_reader_has (reader, object, "date_origin"))
    article->date_origin = (JbDateOrigin) jb_tree_reader_get_enum (reader, object, "date_origin", JB_TYPE_DATE_ORIGIN);
  if (jb_tree_reader_has (reader, object, "state"))
    article->state = (JbReviewState) jb_tree_reader_get_enum (reader, object, "state", JB_TYPE_REVIEW_STATE);
}

JbArticle *
jb_library_article_read (JbTreeReader *reader, GVariantDict *object, GHashTable *sources)
{
  JbArticle *article = jb_article_new ();
  Reading reading = { .article = article };
  g_autofree char *text = NULL;

  read_head (reader, object, article);
  reading.source = g_hash_table_lookup (sources, article->source);
  if (reading.source == NULL)
    jb_tree_reader_fail (reader, "source");
  jb_tree_reader_foreach (reader, object, "blocks", read_block, &reading);
  if (article->blocks->len == 0)
    jb_tree_reader_fail (reader, "blocks");
  if (reader->fault != NULL)
    return article;

  text = jb_article_dup_text (article);
  if (!g_str_equal (text, jb_tree_reader_get_string (reader, object, "text", JB_TREE_LINES)))
    jb_tree_reader_fail (reader, "text");
  reading.chars = jb_chars_new (text, -1);
  if (jb_tree_reader_has (reader, object, "statements"))
    jb_tree_reader_foreach (reader, object, "statements", read_statement, &reading);
  if (jb_tree_reader_has (reader, object, "mentions"))
    jb_tree_reader_foreach (reader, object, "mentions", read_mention, &reading);
  jb_chars_free (reading.chars);
  return article;
}
