/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page.h"

#include "jb-boxes.h"
#include "jb-byline.h"
#include "jb-captions.h"
#include "jb-cues.h"
#include "jb-date.h"
#include "jb-headings.h"
#include "jb-headlines.h"
#include "jb-hints.h"
#include "jb-joiner.h"
#include "jb-lines.h"
#include "jb-masthead-reader.h"
#include "jb-shape.h"
#include "jb-string.h"
#include "jb-unwrap.h"

#define MASTHEAD_LINES 40  /* the masthead is looked for in so many lines */
#define MIN_BODY       20  /* a sentence this long is a story's */
#define MAX_CREDIT     80
#define MAX_NUMBER     24  /* of a document */
#define PICTURE_GAP    3   /* blank lines where a picture stood */

/* What the format knows is no part of a masthead. */
static gboolean
begins_story (const JbPiece *piece)
{
  return piece->state != JB_PIECE_OPEN || piece->run_in > 0 || piece->length > 100 ||
         (piece->length >= MIN_BODY && jb_shape_is_terminated (piece->text, piece->length));
}

/* What stands between the fields is no headline: the name, where it has none of the usual endings, or a motto. */
static void
find_name (GArray *pieces, JbMastheadLine *lines, guint n, JbMastheadReader *reader)
{
  guint last = n;

  while (last > 0 && lines[last - 1] != JB_MASTHEAD_LINE_FIELD)
    last--;
  for (guint i = 0; i < last; i++)
    if (lines[i] == JB_MASTHEAD_LINE_NONE &&
        jb_masthead_reader_offer_name (reader, jb_pieces_get (pieces, i)->text, jb_pieces_get (pieces, i)->length))
      lines[i] = JB_MASTHEAD_LINE_FIELD;

  if (jb_masthead_reader_is_full (reader))
    for (guint i = 1; i + 1 < last; i++)
      if (lines[i] == JB_MASTHEAD_LINE_NONE && lines[i - 1] == JB_MASTHEAD_LINE_FIELD &&
          lines[i + 1] == JB_MASTHEAD_LINE_FIELD)
        lines[i] = JB_MASTHEAD_LINE_PROMOTION;
}

/* 扫一扫, then blank lines where the square to scan was, then what it is good for. */
static void
find_promotions (const GArray *pieces, JbMastheadLine *lines, guint n)
{
  for (guint i = 1; i + 1 < n; i++)
    {
      guint gap = jb_pieces_get (pieces, i)->gap;

      if (lines[i] == JB_MASTHEAD_LINE_NONE && lines[i - 1] == JB_MASTHEAD_LINE_PROMOTION && gap >= PICTURE_GAP &&
          jb_pieces_get (pieces, i + 1)->gap < gap)
        lines[i] = JB_MASTHEAD_LINE_PROMOTION;
    }
}

/* The lines of the page's top up to the first sentence. */
static JbMasthead *
mark_masthead (GArray *pieces)
{
  g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();
  JbMastheadLine lines[MASTHEAD_LINES];
  JbMasthead *masthead;
  guint n = 0;

  for (; n < MIN (pieces->len, MASTHEAD_LINES) && !begins_story (jb_pieces_get (pieces, n)); n++)
    lines[n] = jb_masthead_reader_feed (reader, jb_pieces_get (pieces, n)->text, jb_pieces_get (pieces, n)->length);
  find_name (pieces, lines, n, reader);
  masthead = jb_masthead_reader_finish (reader);
  find_promotions (pieces, lines, n);

  for (guint i = 0; i < n; i++)
    if (lines[i] == JB_MASTHEAD_LINE_PAGE || (lines[i] == JB_MASTHEAD_LINE_PROMOTION && masthead != NULL))
      jb_piece_settle (jb_pieces_get (pieces, i), JB_BLOCK_KIND_OTHER);
    else if (lines[i] == JB_MASTHEAD_LINE_FIELD && masthead != NULL)
      jb_piece_settle (jb_pieces_get (pieces, i), JB_BLOCK_KIND_MASTHEAD);
  return masthead;
}

/* 责任编辑：某某 校对 某某, on a line of its own. */
static gboolean
is_credit (const JbPiece *piece)
{
  guint label, at = 0;

  if (piece->length > MAX_CREDIT || jb_shape_is_terminated (piece->text, piece->length))
    return FALSE;
  while (at < piece->length && (jb_char_is_punctuation (piece->text[at]) || jb_char_is_blank (piece->text[at])))
    at++;
  label = jb_cues_match_start (JB_CUES_CREDITS, piece->text + at, piece->length - at);
  if (label == 0 || at + label == piece->length)
    return FALSE;
  at += label;
  return piece->text[at] == U'：' || piece->text[at] == ':' || piece->text[at] == '/' || piece->text[at] == U'／' ||
         (jb_char_is_blank (piece->text[at]) && piece->length - at <= 12);
}

/* 某政办〔2022〕15号: the number of an official document (GB/T 9704-2012, 7.2.5). */
static gboolean
is_document_number (const JbPiece *piece)
{
  guint digits = 0, i = 0;

  if (piece->length > MAX_NUMBER || piece->text[piece->length - 1] != U'号')
    return FALSE;
  while (i < piece->length && piece->text[i] != U'〔' && piece->text[i] != '[' && piece->text[i] != U'［')
    i++;
  while (i + 1 + digits < piece->length && jb_char_is_digit (piece->text[i + 1 + digits]))
    digits++;
  return digits == 4;
}

/* 01 above a heading. */
static gboolean
is_number (const JbPiece *piece)
{
  for (guint i = 0; i < piece->length; i++)
    if (!jb_char_is_digit (piece->text[i]))
      return FALSE;
  return piece->length <= 3;
}

/* 编者按：…, or 编者按 on a line above it. */
static void
mark_preface (GArray *pieces, guint i)
{
  JbPiece *piece = jb_pieces_get (pieces, i);
  guint cue, start = 0, end;

  while (start < piece->length && jb_char_is_opener (piece->text[start]))
    start++;
  cue = jb_cues_match_start (JB_CUES_PREFACES, piece->text + start, piece->length - start);
  if (cue == 0)
    return;
  end = start + cue;
  while (end < piece->length && (jb_char_is_punctuation (piece->text[end]) || jb_char_is_blank (piece->text[end])))
    end++;
  if (end == piece->length)
    {
      jb_piece_settle (piece, JB_BLOCK_KIND_OTHER);
      if (i + 1 < pieces->len)
        jb_pieces_get (pieces, i + 1)->is_preface = TRUE;
    }
  else
    piece->is_preface = end > start + cue;
}

/* Lines that are what they are wherever they stand. */
static void
mark_singles (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);
      g_autofree char *date = NULL;
      JbByline byline;

      if (piece->state != JB_PIECE_OPEN)
        continue;
      /* Nothing but 本报讯（…） and perhaps a colon: its text begins below. */
      if (piece->run_in > 0)
        {
          if (piece->length <= piece->run_in + 1)
            jb_piece_settle (piece, JB_BLOCK_KIND_BYLINE);
          continue;
        }
      byline = jb_byline_read_line (piece->text, piece->length, NULL);
      if (byline == JB_BYLINE_WRITERS)
        jb_piece_settle (piece, JB_BLOCK_KIND_BYLINE);
      else if (jb_byline_is_source (piece->text, piece->length))
        jb_piece_settle (piece, jb_byline_is_of_pictures (piece->text, piece->length) ? JB_BLOCK_KIND_OTHER
                                                                                     : JB_BLOCK_KIND_BYLINE);
      else if (byline == JB_BYLINE_PICTURE || is_number (piece) || is_document_number (piece) ||
               jb_masthead_is_promotion (piece->text, piece->length) ||
               jb_masthead_is_page_label (piece->text, piece->length))
        jb_piece_settle (piece, JB_BLOCK_KIND_OTHER);
      else if ((date = jb_masthead_read_date_line (piece->text, piece->length)) != NULL)
        jb_piece_settle (piece, JB_BLOCK_KIND_DATELINE);
      else if (is_credit (piece))
        jb_piece_settle (piece, JB_BLOCK_KIND_OTHER);
      else
        mark_preface (pieces, i);
    }
}

/* Headlines longer than most: on top of the page, or above what announces a report. */
static void
find_long_headlines (GArray *pieces)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);
      const JbPiece *next = i + 1 < pieces->len ? jb_pieces_get (pieces, i + 1) : NULL;
      gboolean is_announced = next != NULL && jb_pieces_announce (pieces, i + 1);

      if (piece->state != JB_PIECE_OPEN)
        continue;
      if (piece->run_in == 0 && (is_announced || (is_first && next != NULL)) &&
          jb_shape_is_long_headline (piece->text, piece->length))
        piece->is_headline = TRUE;
      is_first = FALSE;
    }
}

/* What is no short line is running text. */
static void
settle_bodies (GArray *pieces)
{
  guint mark_length;

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      if (piece->state == JB_PIECE_OPEN && (!piece->is_headline || piece->run_in > 0))
        jb_piece_settle (piece, jb_shape_get_mark (piece->text, piece->length, &mark_length) != JB_MARK_NONE
                                ? JB_BLOCK_KIND_LIST : JB_BLOCK_KIND_PARAGRAPH);
    }
}

static GArray *
read_units (const JbChars *chars, const GArray *lines, gboolean is_flowed)
{
  GArray *pieces = is_flowed ? jb_pieces_from_lines (chars, lines) : jb_unwrap (chars, lines);
  gboolean has_text = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      piece->is_headline = jb_shape_is_headline (piece->text, piece->length) ||
                          jb_shape_is_numbered_headline (piece->text, piece->length);
      /* Below a text, what is in brackets is said about it; a list of names heads nothing. */
      if ((has_text && jb_shape_is_remark (piece->text, piece->length)) ||
          jb_shape_is_listing (piece->text, piece->length, NULL))
        piece->is_headline = FALSE;
      has_text = has_text || !piece->is_headline;
      piece->run_in = jb_byline_get_run_in (piece->text, piece->length);
      /* （记者 某某） alone is a byline below a text, not the beginning of one. */
      if (piece->run_in == piece->length && (piece->text[0] == U'（' || piece->text[0] == '('))
        piece->run_in = 0;
    }
  return pieces;
}

/* Articles as they are filled. */
typedef struct
{
  JbArticle *article;  /* owned by the page */
  JbNames   *names;    /* owned */
} Filling;

static void
read_names (Filling *filling, const JbPiece *piece)
{
  if (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_BYLINE && piece->run_in == 0)
    {
      if (jb_byline_read_line (piece->text, piece->length, filling->names) == JB_BYLINE_NONE)
        jb_byline_read_source (piece->text, piece->length, filling->names);
    }
  else if (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_DATELINE)
    jb_byline_read_meta (piece->text, piece->length, filling->names);
  else if (piece->run_in > 0)
    jb_byline_read_run_in (piece->text, piece->length, filling->names);
  if (piece->kind == JB_BLOCK_KIND_PARAGRAPH || piece->kind == JB_BLOCK_KIND_LIST)
    jb_byline_read_tail (piece->text, piece->length, filling->names);
}

static void
take_date (Filling *filling, const char *iso, JbDateOrigin origin)
{
  if (iso == NULL || filling->article->date != NULL)
    return;
  filling->article->date = g_strdup (iso);
  filling->article->date_origin = origin;
}

/* A date counts as the article's only where it stands as one: on a line of its own, or in the wire's dateline. */
static void
read_date (Filling *filling, const JbPiece *piece)
{
  g_autofree char *date = NULL;

  if (piece->kind == JB_BLOCK_KIND_DATELINE)
    date = jb_masthead_read_date_line (piece->text, piece->length);
  else if (piece->run_in > 0)
    {
      g_autofree char *run_in = g_ucs4_to_utf8 (piece->text, piece->run_in, NULL, NULL, NULL);

      date = jb_date_find (run_in);
    }
  take_date (filling, date, JB_DATE_ORIGIN_TEXT);
}

static void
add_block (Filling *filling, const JbPiece *piece)
{
  g_autofree char *text = jb_piece_dup_text (piece);
  g_autoptr(JbSpanMap) map = jb_piece_dup_map (piece);
  JbArticle *article = filling->article;
  JbBlock *block = jb_block_new (piece->kind, piece->level, text, map);

  jb_block_take_joins (block, jb_piece_dup_joins (piece));
  jb_article_append_block (article, block);
  if (piece->kind == JB_BLOCK_KIND_TITLE)
    jb_set_string (&article->title, text);
  else if (piece->kind == JB_BLOCK_KIND_KICKER)
    jb_set_string (&article->kicker, text);
  else if (piece->kind == JB_BLOCK_KIND_DECK)
    jb_set_string (&article->deck, text);
  read_names (filling, piece);
  read_date (filling, piece);
}

static void
add_statement (Filling *filling, const JbPiece *person)
{
  g_autofree char *name = NULL, *post = NULL;
  JbBlock *block = g_ptr_array_index (filling->article->blocks, filling->article->blocks->len - 1);

  if (jb_boxes_read_person (person->text, person->length, &name, &post))
    g_ptr_array_add (filling->article->statements,
                     jb_statement_new (name, post, block->text, filling->article->blocks->len - 1));
}

typedef enum
{
  PART_MASTHEAD,
  PART_LATE_HEADLINE,  /* printed below its text */
  PART_TEXT,
  PART_TEASERS,
  N_PARTS
} Part;

static gboolean
is_headline_kind (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_KICKER || kind == JB_BLOCK_KIND_TITLE || kind == JB_BLOCK_KIND_DECK;
}

/* An article's pieces [0, n) go to it part by part, each in the order of the page. */
static void
fill_article (Filling *filling, JbPiece *const *pieces, guint n)
{
  guint first_body = 0;

  while (first_body < n && !jb_block_kind_is_body (pieces[first_body]->kind))
    first_body++;

  for (Part part = PART_MASTHEAD; part < N_PARTS; part++)
    {
      const JbPiece *person = NULL;

      for (guint i = 0; i < n; i++)
        {
          Part own = PART_TEXT;

          if (pieces[i]->kind == JB_BLOCK_KIND_MASTHEAD)
            own = PART_MASTHEAD;
          else if (pieces[i]->kind == JB_BLOCK_KIND_TEASER)
            own = PART_TEASERS;
          else if (i > first_body && is_headline_kind (pieces[i]->kind))
            own = PART_LATE_HEADLINE;
          if (own != part)
            continue;

          add_block (filling, pieces[i]);
          if (pieces[i]->is_person)
            person = pieces[i];
          else if (pieces[i]->kind == JB_BLOCK_KIND_STATEMENT && person != NULL)
            {
              add_statement (filling, person);
              person = NULL;
            }
        }
    }
}

/* The front matter goes to the first article, guides to the last. */
static guint
get_target (const JbPiece *piece, guint n_articles)
{
  if (piece->kind == JB_BLOCK_KIND_MASTHEAD)
    return 0;
  return piece->kind == JB_BLOCK_KIND_TEASER ? n_articles - 1 : piece->article;
}

/* Writers the format names count where no byline does. */
static void
take_authors (Filling *filling, const JbDecodedArticle *told)
{
  if (told == NULL)
    return;
  for (guint i = 0; told->authors[i] != NULL && filling->names->reporters->len + filling->names->correspondents->len == 0; i++)
    g_ptr_array_add (filling->names->reporters, g_strdup (told->authors[i]));
}

static JbArticle *
make_article (JbPage *page, const GPtrArray *pieces, const JbDecodedArticle *told)
{
  g_autoptr(JbNames) names = jb_names_new ();
  Filling filling = { jb_article_new (), names };

  filling.article->position = page->articles->len;
  if (told != NULL)
    take_date (&filling, told->date, JB_DATE_ORIGIN_TEXT);
  if (page->masthead != NULL)
    take_date (&filling, page->masthead->date, JB_DATE_ORIGIN_MASTHEAD);
  fill_article (&filling, (JbPiece *const *) pieces->pdata, pieces->len);
  take_authors (&filling, told);
  g_strfreev (filling.article->reporters);
  filling.article->reporters = jb_names_dup_strv (names->reporters);
  g_strfreev (filling.article->correspondents);
  filling.article->correspondents = jb_names_dup_strv (names->correspondents);
  return filling.article;
}

static void
make_articles (JbPage *page, const GArray *pieces, guint n_articles, const JbDecodedArticle *told)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (parts, g_ptr_array_new ());
  for (guint i = 0; i < pieces->len; i++)
    if (jb_pieces_get (pieces, i)->state != JB_PIECE_ABSORBED)
      g_ptr_array_add (g_ptr_array_index (parts, get_target (jb_pieces_get (pieces, i), n_articles)),
                       jb_pieces_get (pieces, i));
  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (page->articles, make_article (page, g_ptr_array_index (parts, i), told));
}

/* The fields the format does not name are those that were found. Takes @found. */
static void
take_masthead (JbPage *self, JbMasthead *found)
{
  JbMasthead *told = self->masthead;

  if (told == NULL || found == NULL)
    {
      self->masthead = told != NULL ? told : found;
      return;
    }
  for (guint i = 0; i < sizeof *told / sizeof (char *); i++)
    if (((char **) told)[i] == NULL)
      ((char **) told)[i] = g_steal_pointer (&((char **) found)[i]);
  jb_masthead_free (found);
}

/* @told: what the format says these lines are one article of; NULL where it does not cut the page */
static void
dissect_lines (JbPage *self, const JbDecoded *decoded, const JbChars *chars, const JbBigrams *bigrams, const GArray *lines,
               const JbDecodedArticle *told)
{
  g_autoptr(GArray) pieces = read_units (chars, lines, decoded->is_flowed);
  guint n_articles = 1;

  if (pieces->len == 0)
    return;
  jb_hints_apply (decoded, pieces);
  if (told == NULL)
    take_masthead (self, mark_masthead (pieces));
  mark_singles (pieces);
  find_long_headlines (pieces);
  jb_boxes_mark_teasers (pieces);
  jb_boxes_mark_statements (pieces);
  jb_headings_find_pairs (pieces);
  jb_captions_mark (pieces);
  jb_headings_find_siblings (pieces);
  jb_joiner_run (bigrams, pieces);
  settle_bodies (pieces);
  /* A paragraph that was short while it was broken may now be seen to follow a pair. */
  jb_headings_find_pairs (pieces);
  if (told != NULL)
    jb_hints_assign_one (pieces);
  else
    n_articles = jb_headlines_assign (pieces, self->masthead != NULL);
  jb_headings_settle (pieces);
  make_articles (self, pieces, n_articles, told);
}

/* Returns: the lines from *@next on that begin before @end, which move on; the first stands on top */
static GArray *
take_lines (const GArray *lines, guint *next, guint end)
{
  GArray *part = g_array_new (FALSE, FALSE, sizeof (JbLine));

  for (; *next < lines->len && g_array_index (lines, JbLine, *next).start < end; (*next)++)
    g_array_append_val (part, g_array_index (lines, JbLine, *next));
  if (part->len > 0)
    g_array_index (part, JbLine, 0).gap = 0;
  return part;
}

JbPage *
jb_page_dissect_decoded (const JbDecoded *decoded)
{
  JbPage *self = g_new0 (JbPage, 1);
  g_autoptr(JbChars) chars = jb_chars_new (decoded->text, -1);
  g_autoptr(GArray) lines = jb_lines_read (chars);
  g_autoptr(JbBigrams) bigrams = jb_bigrams_new ();
  guint next = 0;

  /* Once for all articles. Line ends are no letters, so no pair is counted over them. */
  jb_bigrams_add (bigrams, chars->chars, chars->length);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  if (decoded->masthead != NULL)
    self->masthead = jb_masthead_copy (decoded->masthead);
  if (decoded->articles->len == 0)
    dissect_lines (self, decoded, chars, bigrams, lines, NULL);
  for (guint i = 0; i < decoded->articles->len; i++)
    {
      const JbDecodedArticle *told = &g_array_index (decoded->articles, JbDecodedArticle, i);
      gboolean is_last = i + 1 == decoded->articles->len;
      g_autoptr(GArray) part = take_lines (lines, &next, is_last ? G_MAXUINT : told[1].start);

      dissect_lines (self, decoded, chars, bigrams, part, told);
    }
  return self;
}

JbPage *
jb_page_dissect (const char *text)
{
  g_autoptr(JbDecoded) decoded = jb_decoded_new (g_strdup (text));

  return jb_page_dissect_decoded (decoded);
}

void
jb_page_free (JbPage *self)
{
  g_clear_pointer (&self->masthead, jb_masthead_free);
  g_ptr_array_unref (self->articles);
  g_free (self);
}
