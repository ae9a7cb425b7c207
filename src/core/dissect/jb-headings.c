/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-headings.h"

#include <string.h>

#include "jb-chars.h"
#include "jb-shape.h"

#define MAX_PAIRED   20  /* characters of either line of a heading in two lines */
#define MAX_SIBLING  60
#define MAX_FRAME    24  /* characters of a frame; longer lines are compared by their beginning */
#define MAX_CALL     20  /* of a heading that ends with ！ or ？ */
#define MAX_LEVEL    3
#define MAX_LABEL    8   /* characters before the colon of an entry */
#define MAX_SPEAKER  5   /* characters before the colon behind a speaker */

static gboolean
is_candidate (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN && piece->is_headline && piece->run_in == 0;
}

static gboolean
is_body (const JbPiece *piece)
{
  return piece->run_in == 0 &&
         ((piece->state == JB_PIECE_OPEN && !piece->is_headline) ||
          (piece->state == JB_PIECE_SETTLED && jb_block_kind_is_body (piece->kind)));
}

/* Two short lines above a paragraph; those that begin the page are its headline. */
static gboolean
may_be_pair (const GArray *pieces, guint i)
{
  const JbPiece *first = jb_pieces_get (pieces, i);
  const JbPiece *second, *below;

  if (i + 2 >= pieces->len || !is_candidate (first) || first->length > MAX_PAIRED)
    return FALSE;
  second = jb_pieces_get (pieces, i + 1);
  below = jb_pieces_get (pieces, i + 2);
  return is_candidate (second) && second->length <= MAX_PAIRED && is_body (below);
}

void
jb_headings_find_pairs (GArray *pieces)
{
  guint counts[MAX_PAIRED + 3][MAX_PAIRED + 3] = { 0 };
  guint first_body = 0;

  while (first_body < pieces->len && !is_body (jb_pieces_get (pieces, first_body)))
    first_body++;

  for (guint i = first_body; i < pieces->len; i++)
    if (may_be_pair (pieces, i))
      counts[jb_pieces_get (pieces, i)->length][jb_pieces_get (pieces, i + 1)->length]++;

  for (guint i = 0; i < pieces->len; i++)
    if (may_be_pair (pieces, i))
      {
        guint a = jb_pieces_get (pieces, i)->length, b = jb_pieces_get (pieces, i + 1)->length;
        guint n = 0;

        for (guint x = MAX (a, 1) - 1; x <= a + 1; x++)
          for (guint y = MAX (b, 1) - 1; y <= b + 1; y++)
            n += counts[x][y];
        /* On top of the page two lines are a headline, and only a third one above them is that instead. */
        if (i < first_body)
          jb_pieces_get (pieces, i)->is_pair = n >= 1 && i > 0 && is_candidate (jb_pieces_get (pieces, i - 1));
        else
          jb_pieces_get (pieces, i)->is_pair = n >= 2;
      }
}

static guint64
make_key (const gunichar *chars, guint length)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < length; i++)
    key = (key ^ chars[i]) * G_GUINT64_CONSTANT (1099511628211);
  return key;
}

/* The line with every Han character made alike; 0 where fewer than two marks are left of it. */
static guint64
make_frame_key (const JbPiece *piece)
{
  gunichar frame[MAX_FRAME];
  guint n = MIN (piece->length, MAX_FRAME), n_marks = 0;

  for (guint i = 0; i < n; i++)
    {
      frame[i] = jb_char_is_han (piece->text[i]) ? U'一' : piece->text[i];
      n_marks += jb_char_is_opener (piece->text[i]) || piece->text[i] == U'+' || piece->text[i] == U'·';
    }
  return n_marks >= 2 ? make_key (frame, n) : 0;
}

typedef guint64 (*KeyFunc) (const JbPiece *piece);

static guint64
make_prefix_key (const JbPiece *piece)
{
  if (piece->length < 4 || !jb_char_is_han (piece->text[0]) || !jb_char_is_han (piece->text[1]))
    return 0;
  return make_key (piece->text, 2);
}

static guint64
make_suffix_key (const JbPiece *piece)
{
  if (piece->length < 5 || !jb_char_is_han (piece->text[piece->length - 1]))
    return 0;
  return make_key (piece->text + piece->length - 3, 3);
}

/* 一、 and 二、 are siblings by their marks. */
static guint64
make_mark_key (const JbPiece *piece)
{
  guint mark_length;
  JbMark mark = jb_shape_get_mark (piece->text, piece->length, &mark_length);

  return mark > JB_MARK_NONE && mark < JB_MARK_SPOKEN ? mark : 0;
}

static void
mark_equal (GArray *pieces, KeyFunc func)
{
  g_autoptr(GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);
      guint64 key = is_candidate (piece) && piece->length <= MAX_SIBLING && !piece->is_pair ? func (piece) : 0;
      gpointer above;

      if (key == 0)
        continue;
      if (g_hash_table_lookup_extended (last, &key, NULL, &above))
        {
          JbPiece *sibling = jb_pieces_get (pieces, GPOINTER_TO_UINT (above));

          if (!sibling->is_sibling)
            sibling->sibling = GPOINTER_TO_UINT (above);
          sibling->is_sibling = piece->is_sibling = TRUE;
          piece->sibling = GPOINTER_TO_UINT (above);
        }
      g_hash_table_replace (last, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i));
    }
}

void
jb_headings_find_siblings (GArray *pieces)
{
  mark_equal (pieces, make_prefix_key);
  mark_equal (pieces, make_suffix_key);
  mark_equal (pieces, make_frame_key);
  mark_equal (pieces, make_mark_key);
}

gboolean
jb_headings_share_form (const JbPiece *a, const JbPiece *b)
{
  static const KeyFunc funcs[] = { make_prefix_key, make_suffix_key, make_frame_key, make_mark_key };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (funcs[i] (a) != 0 && funcs[i] (a) == funcs[i] (b))
      return TRUE;
  return FALSE;
}

static const JbPiece *
get_next (const GArray *pieces, guint i)
{
  guint article = jb_pieces_get (pieces, i)->article;

  for (i++; i < pieces->len && jb_pieces_get (pieces, i)->article == article; i++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      if (piece->state == JB_PIECE_OPEN || (piece->state == JB_PIECE_SETTLED && jb_block_kind_is_body (piece->kind)))
        return piece;
      if (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_HEADING)
        return piece;
    }
  return NULL;
}

/* A numbered heading may stand above items, but those are numbered in another way. */
static gboolean
is_above_items (const JbPiece *piece, JbMark mark, const JbPiece *next)
{
  guint mark_length;

  return next->kind == JB_BLOCK_KIND_LIST && (mark == JB_MARK_NUMERAL || mark == JB_MARK_BRACKET_NUMERAL) &&
         jb_shape_is_numbered_headline (piece->text, piece->length) &&
         jb_shape_get_mark (next->text, next->length, &mark_length) > mark;
}

/* 记者：…？ and 某某：…！ are somebody's words. */
static gboolean
is_spoken (const JbPiece *piece)
{
  for (guint i = 1; i < piece->length && i <= MAX_SPEAKER; i++)
    if (piece->text[i] == U'：' || piece->text[i] == ':')
      return jb_shape_is_terminated (piece->text, piece->length);
  return FALSE;
}

/* 责任单位：… again and again, or who signs above the date. */
static gboolean
is_entry (const GArray *pieces, guint i)
{
  const JbPiece *piece = jb_pieces_get (pieces, i);
  guint label = 0;

  if (i + 1 < pieces->len && jb_pieces_get (pieces, i + 1)->state == JB_PIECE_SETTLED &&
      jb_pieces_get (pieces, i + 1)->kind == JB_BLOCK_KIND_DATELINE)
    return TRUE;
  while (label < piece->length && label <= MAX_LABEL && piece->text[label] != U'：' && piece->text[label] != ':')
    label++;
  if (label < 2 || label > MAX_LABEL || label + 1 >= piece->length)
    return FALSE;
  for (guint n = i > JB_HEADINGS_REACH ? i - JB_HEADINGS_REACH : 0; n < MIN (pieces->len, i + JB_HEADINGS_REACH); n++)
    {
      const JbPiece *other = jb_pieces_get (pieces, n);

      if (n != i && other->article == piece->article && other->length > label &&
          memcmp (other->text, piece->text, (label + 1) * sizeof *piece->text) == 0)
        return TRUE;
    }
  return FALSE;
}

static JbBlockKind
judge (const GArray *pieces, guint i)
{
  const JbPiece *piece = jb_pieces_get (pieces, i);
  const JbPiece *next = get_next (pieces, i);
  gunichar last = piece->text[piece->length - 1];
  guint mark_length;
  JbMark mark = jb_shape_get_mark (piece->text, piece->length, &mark_length);

  if (mark != JB_MARK_NONE &&
      (next == NULL || (next->kind == JB_BLOCK_KIND_LIST && !is_above_items (piece, mark, next)) ||
       (next->state == JB_PIECE_OPEN && jb_shape_get_mark (next->text, next->length, &mark_length) == mark)))
    return JB_BLOCK_KIND_LIST;
  if (mark == JB_MARK_NONE && is_entry (pieces, i))
    return JB_BLOCK_KIND_PARAGRAPH;
  if (next == NULL || last == U'：' || last == ':' || (piece->is_fragment && !piece->is_sibling && !piece->is_pair))
    return mark == JB_MARK_NONE ? JB_BLOCK_KIND_PARAGRAPH : JB_BLOCK_KIND_LIST;
  /* A call or a question is a heading only in a family of them. */
  if (jb_shape_is_terminated (piece->text, piece->length) &&
      (piece->length > MAX_CALL || !piece->is_sibling || is_spoken (piece)))
    return JB_BLOCK_KIND_PARAGRAPH;
  return JB_BLOCK_KIND_HEADING;
}

/* 三件实事, 五项行动: how many children a heading announces; 0 where it announces none. */
static guint
get_announced (const JbPiece *piece)
{
  static const gunichar numerals[] = U"一二三四五六七八九十";
  static const gunichar measures[] = U"件项大个条类场步";

  for (guint i = 0; i + 1 < piece->length; i++)
    for (guint n = 0; numerals[n] != 0; n++)
      if (piece->text[i] == numerals[n])
        for (guint m = 0; measures[m] != 0; m++)
          if (piece->text[i + 1] == measures[m])
            return n + 1;
  return 0;
}

typedef struct
{
  GArray *pieces;     /* unowned */
  GArray *headings;  /* owned, of guint: one article's headings; the second line of a pair is left out */
} Levels;

static JbPiece *
get_heading (const Levels *levels, guint i)
{
  return jb_pieces_get (levels->pieces, g_array_index (levels->headings, guint, i));
}

/* 一、 above （一） above 1., as far as the article has them. */
static gboolean
level_by_marks (Levels *levels)
{
  gboolean has[JB_MARK_BULLET + 1] = { FALSE };
  guint ranks[JB_MARK_BULLET + 1] = { 0 };
  guint rank = 0, mark_length;

  for (guint i = 0; i < levels->headings->len; i++)
    has[jb_shape_get_mark (get_heading (levels, i)->text, get_heading (levels, i)->length, &mark_length)] = TRUE;
  for (guint mark = JB_MARK_NUMERAL; mark <= JB_MARK_BULLET; mark++)
    if (has[mark])
      {
        rank++;
        ranks[mark] = MIN (rank, MAX_LEVEL);
      }
  ranks[JB_MARK_NONE] = 1;
  for (guint i = 0; i < levels->headings->len; i++)
    {
      JbPiece *piece = get_heading (levels, i);

      piece->level = ranks[jb_shape_get_mark (piece->text, piece->length, &mark_length)];
    }
  return rank > 0;
}

static gboolean
stand_together (const Levels *levels, guint i)
{
  return g_array_index (levels->headings, guint, i) + 1 == g_array_index (levels->headings, guint, i + 1);
}

/* 锻长板 让产业链动起来: set in two parts. */
static gboolean
has_parts (const JbPiece *piece)
{
  for (guint i = 0; i < piece->length; i++)
    if (jb_char_is_blank (piece->text[i]))
      return TRUE;
  return FALSE;
}

/* Where several headings in two parts stand at the top and one of them directly above a plain one, all plain ones are lower. */
static gboolean
level_by_parts (Levels *levels)
{
  guint n_parts = 0;
  gboolean is_nested = FALSE;

  for (guint i = 0; i < levels->headings->len; i++)
    {
      const JbPiece *piece = get_heading (levels, i);
      const JbPiece *next = i + 1 < levels->headings->len ? get_heading (levels, i + 1) : NULL;

      if (piece->is_pair)
        return FALSE;
      n_parts += has_parts (piece);
      if (next != NULL && stand_together (levels, i))
        {
          if (!has_parts (piece) || has_parts (next))
            return FALSE;
          is_nested = TRUE;
        }
    }
  if (!is_nested || n_parts < 2)
    return FALSE;
  for (guint i = 0; i < levels->headings->len; i++)
    get_heading (levels, i)->level = has_parts (get_heading (levels, i)) ? 1 : 2;
  return TRUE;
}

/* Singles below a pair, the second of two in a row, and announced children stand one level lower; with a
 * heading all its siblings go. */
static void
level_by_form (Levels *levels)
{
  gboolean below_pair = FALSE, siblings_low = FALSE;

  for (guint i = 0; i < levels->headings->len; i++)
    {
      JbPiece *piece = get_heading (levels, i);
      guint announced = get_announced (piece);
      guint children = 0;
      gboolean announces;

      below_pair = below_pair || piece->is_pair;
      if (piece->level == 0)
        piece->level = below_pair && !piece->is_pair ? 2 : 1;

      announces = announced > 1 && !piece->is_sibling;
      while (announces && i + children + 1 < levels->headings->len && get_heading (levels, i + children + 1)->is_sibling)
        children++;
      /* Unlike ones count where they are all that is left, and the first stands right below. */
      if (announces &&
          (children == announced || (i + 1 + announced == levels->headings->len && stand_together (levels, i))))
        for (guint child = 1; child <= announced; child++)
          get_heading (levels, i + child)->level = MIN (piece->level + 1, MAX_LEVEL);
      else if (i + 1 < levels->headings->len && !piece->is_pair && !get_heading (levels, i + 1)->is_pair &&
               stand_together (levels, i))
        {
          get_heading (levels, i + 1)->level = MIN (piece->level + 1, MAX_LEVEL);
          siblings_low = siblings_low || (get_heading (levels, i + 1)->is_sibling && !piece->is_sibling);
        }
    }
  for (guint i = 0; siblings_low && i < levels->headings->len; i++)
    if (get_heading (levels, i)->is_sibling && !get_heading (levels, i)->is_pair)
      get_heading (levels, i)->level = 2;
}

static void
set_levels (Levels *levels)
{
  if (levels->headings->len == 0)
    return;
  if (!level_by_marks (levels) && !level_by_parts (levels))
    {
      for (guint i = 0; i < levels->headings->len; i++)
        get_heading (levels, i)->level = 0;
      level_by_form (levels);
    }
  for (guint i = 0; i < levels->headings->len; i++)
    if (get_heading (levels, i)->is_pair)
      (get_heading (levels, i) + 1)->level = get_heading (levels, i)->level;
  g_array_set_size (levels->headings, 0);
}

void
jb_headings_settle (GArray *pieces)
{
  g_autoptr(GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));
  Levels levels = { pieces, headings };

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      if (i > 0 && piece->article != jb_pieces_get (pieces, i - 1)->article)
        set_levels (&levels);
      if (is_candidate (piece))
        jb_piece_settle (piece, judge (pieces, i));
      if (piece->state != JB_PIECE_SETTLED || piece->kind != JB_BLOCK_KIND_HEADING)
        continue;
      if (piece->is_leveled)
        continue;
      piece->level = 1;
      if (!(i > 0 && piece[-1].is_pair && piece[-1].state == JB_PIECE_SETTLED && piece[-1].kind == JB_BLOCK_KIND_HEADING))
        g_array_append_val (headings, i);
    }
  set_levels (&levels);
}
