/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-boxes.h"

#include "jb-byline.h"
#include "jb-chars.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define MAX_LABEL     16
#define PICTURE_GAP   3   /* blank lines where a picture stood */
#define MAX_PERSON    48
#define MAX_TEASER    60
#define MAX_REFERENCE 40

static gboolean
is_stop (gunichar c)
{
  return c == U'，' || c == ',' || c == U'。' || c == U'；' || c == ';' || c == U'：' || c == ':' || c == U'！' || c == U'？';
}

/* The Han characters of [@start, @end) without blanks, where they are a name: 张三, or 张 三. */
static char *
dup_name (const gunichar *text, guint start, guint end)
{
  gunichar name[16];
  guint n = 0;

  for (guint i = start; i < end; i++)
    if (!jb_char_is_blank (text[i]))
      {
        if (n == G_N_ELEMENTS (name))
          return NULL;
        name[n++] = text[i];
      }
  return jb_byline_is_name (name, n) ? g_ucs4_to_utf8 (name, n, NULL, NULL, NULL) : NULL;
}

static gboolean
is_post (const gunichar *text, guint start, guint end)
{
  guint label;

  return end > start && jb_cues_match_end (JB_CUES_POSTS, text + start, end - start) > 0 &&
         jb_cues_rank_start (JB_CUES_STATEMENT_LABELS, text + start, end - start, &label) < 0;
}

gboolean
jb_boxes_read_person (const gunichar *text, guint length, char **name, char **post)
{
  guint last = length, first = 0;

  if (length < 5 || length > MAX_PERSON)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (is_stop (text[i]))
      return FALSE;

  while (last > 0 && !jb_char_is_blank (text[last - 1]))
    last--;
  /* A name set wide has a blank of its own: 张 三. */
  if (last > 1 && length - last == 1)
    for (last--; last > 0 && !jb_char_is_blank (text[last - 1]);)
      last--;
  while (first < length && !jb_char_is_blank (text[first]))
    first++;
  if (last == 0 || first == length)
    return FALSE;

  if (is_post (text, 0, jb_shape_trim_end (text, last)) && (*name = dup_name (text, last, length)) != NULL)
    {
      *post = g_ucs4_to_utf8 (text, jb_shape_trim_end (text, last), NULL, NULL, NULL);
      return TRUE;
    }
  if (is_post (text, first, length) && (*name = dup_name (text, 0, first)) != NULL)
    {
      *post = g_ucs4_to_utf8 (text + first + 1, length - first - 1, NULL, NULL, NULL);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_open (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN && piece->run_in == 0;
}

static gboolean
is_person (const JbPiece *piece)
{
  g_autofree char *name = NULL, *post = NULL;

  return is_open (piece) && jb_boxes_read_person (piece->text, piece->length, &name, &post);
}

/* A short line that says so, or, whatever it says, one that stands by itself above a speaker's name and post. */
static gboolean
is_label (const GArray *pieces, guint i)
{
  const JbPiece *piece = jb_pieces_get (pieces, i);

  if (!is_open (piece) || piece->length > MAX_LABEL || !piece->is_headline)
    return FALSE;
  return jb_cues_find (JB_CUES_STATEMENT_LABELS, piece->text, piece->length, NULL) ||
         (!piece->is_pair && !piece->is_sibling && is_person (jb_pieces_get (pieces, i + 1)));
}

/* Returns: the first piece behind the speakers and statements that begin at @i */
static guint
mark_speakers (GArray *pieces, guint i)
{
  while (i + 1 < pieces->len && is_person (jb_pieces_get (pieces, i)) &&
         is_open (jb_pieces_get (pieces, i + 1)) && !jb_pieces_get (pieces, i + 1)->is_headline)
    {
      jb_piece_settle (jb_pieces_get (pieces, i), JB_BLOCK_KIND_OTHER);
      jb_pieces_get (pieces, i)->is_person = TRUE;
      jb_piece_settle (jb_pieces_get (pieces, i + 1), JB_BLOCK_KIND_STATEMENT);
      i += 2;
    }
  return i;
}

/* Who speaks, close above what was said, inside a text: that takes no label. Below a gap it names who is in a picture. */
static gboolean
is_speaker (const GArray *pieces, guint i, gboolean has_text)
{
  const JbPiece *piece = jb_pieces_get (pieces, i);

  return has_text && piece->gap < PICTURE_GAP && is_person (piece);
}

void
jb_boxes_mark_statements (GArray *pieces)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i + 1 < pieces->len; i++)
    if (is_speaker (pieces, i, has_text))
      i = MAX (mark_speakers (pieces, i), i + 1) - 1;
    else if (i + 2 < pieces->len && is_label (pieces, i))
      {
        guint end = mark_speakers (pieces, i + 1);

        if (end == i + 1)
          continue;
        jb_piece_settle (jb_pieces_get (pieces, i), JB_BLOCK_KIND_OTHER);
        jb_pieces_get (pieces, i)->is_label = TRUE;
        i = end - 1;
      }
    else
      has_text = has_text || (is_open (jb_pieces_get (pieces, i)) && !jb_pieces_get (pieces, i)->is_headline);
}

/* 导读 without the brackets and blanks around its characters. */
static gboolean
is_teaser_label (const JbPiece *piece)
{
  gunichar label[8];
  guint n = 0;

  if (!is_open (piece) || piece->length > 16)
    return FALSE;
  for (guint i = 0; i < piece->length; i++)
    if (jb_char_is_han (piece->text[i]))
      {
        if (n == G_N_ELEMENTS (label))
          return FALSE;
        label[n++] = piece->text[i];
      }
    else if (!jb_char_is_blank (piece->text[i]) && !jb_char_is_punctuation (piece->text[i]))
      return FALSE;
  return jb_cues_equal (JB_CUES_TEASERS, label, n);
}

/* 导读：某某>>>2版, label and title in one line. */
static gboolean
is_teaser_line (const JbPiece *piece)
{
  guint label = jb_cues_match_start (JB_CUES_TEASERS, piece->text, piece->length);

  return label > 0 && label < piece->length && (piece->text[label] == U'：' || piece->text[label] == ':') &&
         piece->length <= MAX_TEASER && is_open (piece) && !jb_shape_is_terminated (piece->text, piece->length);
}

/* 2版, 第2、3版, 02, A2 at a line's end, with or without brackets. */
static gboolean
ends_with_page (const gunichar *text, guint length)
{
  guint end = length, n = 0;

  while (end > 0 && (jb_char_is_closer (text[end - 1]) || jb_char_is_blank (text[end - 1])))
    end--;
  if (end > 0 && text[end - 1] == U'版')
    {
      while (end > 1 &&
             (jb_char_is_digit (text[end - 2]) || jb_char_is_numeral (text[end - 2]) || text[end - 2] == U'、'))
        {
          end--;
          n++;
        }
      return n > 0;
    }
  return FALSE;
}

/* >>>…, 下转第2版, （上接1版） */
static gboolean
begins_with_reference (const JbPiece *piece)
{
  guint start = piece->length > 1 && jb_char_is_opener (piece->text[0]) ? 1 : 0;

  return piece->length <= MAX_REFERENCE &&
         jb_cues_match_start (JB_CUES_REFERENCES, piece->text + start, piece->length - start) > 0;
}

static gboolean
is_reference (const JbPiece *piece)
{
  return is_open (piece) && piece->length <= MAX_TEASER &&
         (ends_with_page (piece->text, piece->length) || begins_with_reference (piece));
}

/* The lines behind a label that belong to the guide: up to the last page reference, or, without one, all but the
 * headline of the text that follows. */
static guint
find_guide_end (const GArray *pieces, guint i)
{
  guint end = i, after_reference = i;

  for (; end < pieces->len; end++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, end);
      gboolean refers = is_reference (piece);

      if (!is_open (piece) || piece->run_in > 0 || (!piece->is_headline && !refers))
        break;
      if (refers)
        after_reference = end + 1;
    }
  if (after_reference > i)
    return after_reference;
  return end < pieces->len && end > i ? end - 1 : end;
}

void
jb_boxes_mark_teasers (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);
      guint end;

      if (is_teaser_label (piece))
        {
          end = find_guide_end (pieces, i + 1);
          for (; i < end; i++)
            jb_piece_settle (jb_pieces_get (pieces, i), JB_BLOCK_KIND_TEASER);
          i = end - 1;
        }
      else if (is_teaser_line (piece))
        jb_piece_settle (piece, JB_BLOCK_KIND_TEASER);
      else if (is_open (piece) && begins_with_reference (piece))
        jb_piece_settle (piece, piece->text[0] == '>' || piece->text[0] == U'》' ? JB_BLOCK_KIND_TEASER
                                                                             : JB_BLOCK_KIND_OTHER);
    }
}
