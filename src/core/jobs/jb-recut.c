/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-recut.h"

#include "jb-chars.h"
#include "jb-error.h"
#include "jb-rejoin.h"
#include "jb-shape.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static JbBlock *
get_block (const JbArticle *article, guint index)
{
  return g_ptr_array_index (article->blocks, index);
}

static gboolean
is_headline (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_KICKER || kind == JB_BLOCK_KIND_TITLE || kind == JB_BLOCK_KIND_DECK;
}

/* What a sentence may be spread over. */
static gboolean
is_text (JbBlockKind kind)
{
  return jb_block_kind_is_body (kind) || kind == JB_BLOCK_KIND_HEADING;
}

/* What may stand between two pieces of a sentence. */
static gboolean
is_passed_over (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_CAPTION || kind == JB_BLOCK_KIND_OTHER;
}

static char *
dup_part (const JbBlock *block, guint start, guint end)
{
  const char *first = g_utf8_offset_to_pointer (block->text, start);

  return g_strndup (first, g_utf8_offset_to_pointer (first, end - start) - first);
}

/* The part [@start, @end) of @block as a block with a new id. */
static JbBlock *
part_new (const JbBlock *block, JbBlockKind kind, guint start, guint end)
{
  g_autofree char *text = dup_part (block, start, end);
  g_autoptr(JbSpanMap) map = jb_span_map_slice (block->map, start, end);
  JbBlock *part = jb_block_new (kind, kind == block->kind ? block->level : 0, text, map);
  GArray *joins = jb_joins_new ();

  jb_joins_add_part (joins, block->joins, start + 1, end == block->length ? end + 1 : end, 1);
  jb_block_take_joins (part, joins);
  return part;
}

static JbBlock *
block_copy (const JbBlock *block)
{
  JbBlock *copy = part_new (block, block->kind, 0, block->length);

  jb_set_string (&copy->id, block->id);
  return copy;
}

static JbRecut *
recut_new (const JbArticle *article)
{
  JbRecut *self = g_new (JbRecut, 1);
  JbArticle *copy = g_object_new (JB_TYPE_ARTICLE, NULL);

  copy->id = g_strdup (article->id);
  copy->source = g_strdup (article->source);
  copy->position = article->position;
  g_strfreev (copy->reporters);
  copy->reporters = g_strdupv (article->reporters);
  g_strfreev (copy->correspondents);
  copy->correspondents = g_strdupv (article->correspondents);
  copy->date = g_strdup (article->date);
  copy->date_origin = article->date_origin;
  copy->state = article->state;
  *self = (JbRecut) { copy, g_array_new (FALSE, FALSE, sizeof (JbMove)) };
  return self;
}

void
jb_recut_free (JbRecut *self)
{
  g_object_unref (self->article);
  g_array_unref (self->moves);
  g_free (self);
}

static void
add_move (JbRecut *self, guint start, guint length, guint to)
{
  JbMove move = { start, start + length, to };

  g_array_append_val (self->moves, move);
}

/* Takes @block, which begins with what stood at @start. Returns: where it begins now */
static guint
append (JbRecut *self, JbBlock *block, guint start, guint length)
{
  jb_article_append_block (self->article, block);
  add_move (self, start, length, block->start);
  return block->start;
}

static void
append_copies (JbRecut *self, const JbArticle *article, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    append (self, block_copy (get_block (article, i)), get_block (article, i)->start, get_block (article, i)->length);
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const JbMove *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* A headline in several lines is their text with spaces between, as it is where they stand in one line. */
static void
set_headline (char **field, const JbArticle *article, JbBlockKind kind, const char *old)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < article->blocks->len; i++)
    if (get_block (article, i)->kind == kind)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", get_block (article, i)->text);
  jb_set_string (field, text->len > 0 ? text->str : old);
}

/* The blocks are there; what is said about them follows. @statements: (element-type guint): block of each statement now */
static void
finish (JbRecut *self, const JbArticle *article, const GArray *statements)
{
  set_headline (&self->article->kicker, self->article, JB_BLOCK_KIND_KICKER, article->kicker);
  set_headline (&self->article->title, self->article, JB_BLOCK_KIND_TITLE, article->title);
  set_headline (&self->article->deck, self->article, JB_BLOCK_KIND_DECK, article->deck);
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);
      guint block = g_array_index (statements, guint, i);

      /* boxes are kept; what was found in the text is found again */
      if (statement->kind != JB_STATEMENT_KIND_BOX)
        continue;
      g_ptr_array_add (self->article->statements,
                       jb_statement_new (statement->name, statement->post, get_block (self->article, block)->text, block));
    }
  g_array_sort (self->moves, compare_moves);
}

static void
add_statement_block (GArray *blocks, guint block)
{
  g_array_append_val (blocks, block);
}

/* Where the two parts of the block at @offset end and begin. Returns: FALSE where one would be empty */
static gboolean
find_cut (const JbArticle *article, guint offset, guint *index, guint *end, guint *start)
{
  g_autoptr(JbChars) text = NULL;
  const JbBlock *block;

  if (article->blocks->len == 0 || offset >= jb_article_get_length (article))
    return FALSE;
  *index = jb_article_find_block (article, offset);
  block = get_block (article, *index);
  *end = *start = offset - block->start;
  text = jb_chars_new (block->text, -1);
  while (*end > 0 && jb_char_is_blank (text->chars[*end - 1]))
    (*end)--;
  while (*start < block->length && jb_char_is_blank (text->chars[*start]))
    (*start)++;
  return *end > 0 && *start < block->length;
}

/* A text that goes on is a list where it begins like one. */
static JbBlockKind
get_tail_kind (const JbBlock *block, guint start)
{
  g_autofree char *text = NULL;
  g_autoptr(JbChars) chars = NULL;
  guint mark_length;

  if (!jb_block_kind_is_body (block->kind))
    return block->kind;
  text = dup_part (block, start, block->length);
  chars = jb_chars_new (text, -1);
  return jb_shape_get_mark (chars->chars, chars->length, &mark_length) != JB_MARK_NONE ? JB_BLOCK_KIND_LIST
                                                                                      : JB_BLOCK_KIND_PARAGRAPH;
}

gboolean
jb_recut_may_split (const JbArticle *article, guint offset)
{
  guint index, end, start;

  return find_cut (article, offset, &index, &end, &start);
}

JbRecut *
jb_recut_split (const JbArticle *article, guint offset, GError **error)
{
  g_autoptr(GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));
  const JbBlock *block;
  guint index, end, start;
  JbBlock *head;
  JbRecut *self;

  if (!find_cut (article, offset, &index, &end, &start))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("%u is not inside a paragraph"), offset);
      return NULL;
    }
  block = get_block (article, index);
  self = recut_new (article);
  append_copies (self, article, 0, index);
  head = part_new (block, block->kind, 0, end);
  jb_set_string (&head->id, block->id);
  append (self, head, block->start, end);
  append (self, part_new (block, get_tail_kind (block, start), start, block->length), block->start + start, block->length - start);
  append_copies (self, article, index + 1, article->blocks->len);

  for (guint i = 0; i < article->statements->len; i++)
    {
      guint at = ((JbStatement *) g_ptr_array_index (article->statements, i))->block;

      add_statement_block (statements, at > index ? at + 1 : at);
    }
  finish (self, article, statements);
  return self;
}

/* The block that @index can be put together with, 0 where there is none. */
static guint
find_next (const JbArticle *article, guint index)
{
  JbBlockKind kind = get_block (article, index)->kind;
  guint next = index + 1;

  while (is_text (kind) && next < article->blocks->len && is_passed_over (get_block (article, next)->kind))
    next++;
  if (next >= article->blocks->len)
    return 0;
  return (is_text (kind) && is_text (get_block (article, next)->kind)) || kind == get_block (article, next)->kind ? next : 0;
}

gboolean
jb_recut_may_join (const JbArticle *article, guint offset)
{
  return article->blocks->len > 0 && offset < jb_article_get_length (article) &&
         find_next (article, jb_article_find_block (article, offset)) > 0;
}

/* What looked like a heading was the beginning, or the end, of a text. */
static const JbBlock *
get_leading (const JbBlock *left, const JbBlock *right)
{
  if (right->kind == JB_BLOCK_KIND_STATEMENT || (left->kind == JB_BLOCK_KIND_HEADING && right->kind != JB_BLOCK_KIND_HEADING))
    return right;
  return left;
}

static gboolean
is_word_end (gunichar c)
{
  return c < 0x80 && g_ascii_isalpha ((char) c);
}

static JbBlock *
joined_new (const JbBlock *left, const JbBlock *right, guint *right_start)
{
  gboolean spaced = is_headline (left->kind) ||
                    (is_word_end (g_utf8_get_char (g_utf8_prev_char (left->text + strlen (left->text)))) &&
                     is_word_end (g_utf8_get_char (right->text)));
  const JbBlock *leading = get_leading (left, right);
  g_autofree char *text = g_strconcat (left->text, spaced ? " " : "", right->text, NULL);
  g_autoptr(JbSpanMap) map = jb_span_map_new ();
  JbRejoinScore result = jb_rejoin_score_texts (left->text, right->text, NULL);
  g_autofree char *reasons = jb_rejoin_reasons_to_string (result.reasons | JB_REJOIN_BY_HAND);
  GArray *joins = jb_joins_new ();
  JbBlock *block;

  *right_start = left->length + (spaced ? 1 : 0);
  jb_span_map_append_map (map, left->map, 0);
  jb_span_map_append_map (map, right->map, *right_start);
  jb_joins_add_part (joins, left->joins, 0, left->length, 0);
  jb_joins_add (joins, *right_start, result.score, reasons);
  jb_joins_add_part (joins, right->joins, 0, right->length + 1, *right_start);
  block = jb_block_new (leading->kind, leading->level, text, map);
  jb_block_take_joins (block, joins);
  jb_set_string (&block->id, left->id);
  return block;
}

JbRecut *
jb_recut_join (const JbArticle *article, guint offset, GError **error)
{
  g_autoptr(GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));
  guint index, next, right_start, start;
  const JbBlock *left, *right;
  JbRecut *self;

  if (!jb_recut_may_join (article, offset))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("no paragraph follows at %u that could be joined"), offset);
      return NULL;
    }
  index = jb_article_find_block (article, offset);
  next = find_next (article, index);
  left = get_block (article, index);
  right = get_block (article, next);
  self = recut_new (article);
  append_copies (self, article, 0, index);
  start = append (self, joined_new (left, right, &right_start), left->start, left->length);
  add_move (self, right->start, right->length, start + right_start);
  append_copies (self, article, index + 1, next);
  append_copies (self, article, next + 1, article->blocks->len);

  for (guint i = 0; i < article->statements->len; i++)
    {
      guint at = ((JbStatement *) g_ptr_array_index (article->statements, i))->block;

      add_statement_block (statements, at == next ? index : at > next ? at - 1 : at);
    }
  finish (self, article, statements);
  return self;
}

/* Returns: (nullable): the move that takes the character at @offset along */
static const JbMove *
find_move (const JbRecut *self, guint offset)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const JbMove *move = &g_array_index (self->moves, JbMove, i);

      if (move->start <= offset && offset < move->end)
        return move;
    }
  return NULL;
}

gboolean
jb_recut_move (const JbRecut *self, guint *start, guint *end)
{
  const JbMove *move = find_move (self, *start);

  if (move == NULL || *end > move->end || *end <= *start)
    return FALSE;
  *end = *end - move->start + move->to;
  *start = *start - move->start + move->to;
  return TRUE;
}

gboolean
jb_recut_move_ends (const JbRecut *self, guint *start, guint *end)
{
  const JbMove *first = find_move (self, *start);
  const JbMove *last = *end > *start ? find_move (self, *end - 1) : NULL;

  if (first == NULL || last == NULL)
    return FALSE;
  *start = *start - first->start + first->to;
  *end = *end - last->start + last->to;
  return *start < *end;
}
