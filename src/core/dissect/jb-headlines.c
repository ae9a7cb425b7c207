/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-headlines.h"

#include "jb-bigrams.h"
#include "jb-boxes.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define BANNER_GAP    3     /* blank lines */
#define CLEAR_OVERLAP 0.1   /* by so much more of its bigrams in the text one line outdoes another */
#define FAR_OVERLAP   0.4   /* … so far that the first of two is the headline, and not what leads to it */
#define SAMPLE       600   /* characters of the text below that a line is compared with */
#define OWN_OVERLAP  0.4   /* share of its bigrams a headline has in common with its text */
#define LATE_OVERLAP 0.25  /* and one that stands below the report it belongs to, above the next one's */
#define MIN_BODY     60    /* of an article that nothing but its headline announces */
#define MAX_NAME     6     /* of a street or town before the colon of a headline */
#define MAX_HEADLINE 3     /* kicker, title, deck */

typedef struct
{
  GArray    *pieces;         /* unowned */
  GArray    *run;           /* owned, of guint: the short lines since the last body */
  JbBigrams *above;         /* owned: the current article's text */
  guint      article;       /* the current one */
  gboolean   is_page;       /* several reports may stand here */
  guint      n_run_ins;     /* on the page, reports that 本报讯 begins */
  guint      n_unbracketed; /* on the page, bylines on lines of their own that are not in brackets */
  gboolean   has_body;
  gboolean   has_headline;
  gboolean   is_told;       /* the format knows its headline */
  gboolean   has_byline;
  gboolean   is_report;     /* 本报讯 begins it */
  gboolean   is_closed;     /* a byline or headline at its end closed it */
} Assignment;

static JbPiece *
get_line (const Assignment *self, guint i)
{
  return jb_pieces_get (self->pieces, g_array_index (self->run, guint, i));
}

static gboolean
is_line (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN && piece->is_headline && !piece->is_label && !piece->is_person;
}

static gboolean
is_of_kind (const JbPiece *piece, JbBlockKind kind)
{
  return piece->state == JB_PIECE_SETTLED && piece->kind == kind;
}

static gboolean
is_headline_kind (const JbPiece *piece)
{
  return is_of_kind (piece, JB_BLOCK_KIND_KICKER) || is_of_kind (piece, JB_BLOCK_KIND_TITLE) ||
         is_of_kind (piece, JB_BLOCK_KIND_DECK);
}

static gboolean
is_body (const JbPiece *piece)
{
  return piece->state == JB_PIECE_SETTLED && jb_block_kind_is_body (piece->kind);
}

/* The text below a line, up to the next short line. */
static JbBigrams *
sample_below (const Assignment *self, guint i, guint *n_sampled)
{
  JbBigrams *below = jb_bigrams_new ();
  guint sampled = 0;

  for (; i < self->pieces->len && sampled < SAMPLE; i++)
    {
      const JbPiece *piece = jb_pieces_get (self->pieces, i);

      if (is_line (piece))
        break;
      if (is_body (piece))
        {
          guint n = MIN (piece->length, SAMPLE - sampled);

          jb_bigrams_add (below, piece->text, n);
          sampled += n;
        }
    }
  *n_sampled = sampled;
  return below;
}

/* Whether the line has so much in common with its @own text, and twice as much as with the @other. */
static gboolean
speaks_of (const JbPiece *line, const JbBigrams *own, const JbBigrams *other, double least)
{
  double overlap = jb_bigrams_get_overlap (own, line->text, line->length);

  return overlap >= least && overlap >= 2 * jb_bigrams_get_overlap (other, line->text, line->length);
}

static gboolean
is_about (const JbPiece *line, const JbBigrams *own, const JbBigrams *other)
{
  return speaks_of (line, own, other, OWN_OVERLAP);
}

/* 柳浦：…, a headline that begins with whom it is about. */
static gboolean
opens_with_name (const JbPiece *line)
{
  for (guint i = 0; i < MIN (line->length, MAX_NAME + 1); i++)
    if (line->text[i] == U'：' || line->text[i] == ':')
      return i >= 2 && i + 1 < line->length;
    else if (!jb_char_is_han (line->text[i]))
      return FALSE;
  return FALSE;
}

/* @below: the text under the two lines, NULL where it is above them. A headline says in the text's words what the text is about;
 * where neither line does so much more than the other, the shorter one leads in. */
static gboolean
is_kicker (const JbPiece *first, const JbPiece *second, const JbBigrams *below)
{
  if (jb_cues_match_end (JB_CUES_KICKER_ENDINGS, first->text, first->length) > 0)
    return TRUE;
  if (second->text[0] == U'—' || second->text[0] == '-')
    return FALSE;
  if (opens_with_name (first) != opens_with_name (second))
    return opens_with_name (second);
  if (below != NULL)
    {
      double lead = jb_bigrams_get_overlap (below, first->text, first->length) -
                    jb_bigrams_get_overlap (below, second->text, second->length);

      if (lead <= -CLEAR_OVERLAP)
        return TRUE;
      if (lead >= FAR_OVERLAP)
        return FALSE;
    }
  return first->length < second->length;
}

/* A banner over the whole page stands further from the headline than the headline's own lines from one another. */
static gboolean
is_banner (const Assignment *self, guint from, guint to)
{
  guint gap;

  if (to < from + 3)
    return FALSE;
  gap = get_line (self, from + 1)->gap;
  return gap >= BANNER_GAP && gap > get_line (self, from + 2)->gap;
}

/* Two lines far from one another are no kicker and headline: the one the text speaks of is the headline, the other one
 * a banner above it or a caption below. Returns: the lines of [@from, @to) that are left */
static guint
settle_distant (const Assignment *self, guint *from, guint to, const JbBigrams *below)
{
  JbPiece *first, *last;
  double lead;

  if (below == NULL || to < *from + 2)
    return to;
  first = get_line (self, to - 2);
  last = get_line (self, to - 1);
  if (last->gap < BANNER_GAP || jb_cues_match_end (JB_CUES_KICKER_ENDINGS, first->text, first->length) > 0)
    return to;
  lead = jb_bigrams_get_overlap (below, first->text, first->length) -
         jb_bigrams_get_overlap (below, last->text, last->length);
  if (lead >= CLEAR_OVERLAP)
    {
      jb_piece_settle (last, JB_BLOCK_KIND_CAPTION);
      return to - 1;
    }
  if (to == *from + 2)
    jb_piece_settle (get_line (self, (*from)++), JB_BLOCK_KIND_OTHER);
  return to;
}

/* Below a headline: those who are addressed (各位代表：), which belongs to the text, and above them who speaks. */
static guint
leave_out_speech (const Assignment *self, guint from, guint to)
{
  const JbPiece *last = get_line (self, to - 1);
  gunichar end = last->text[last->length - 1];

  if (to > from + 1 && (end == U'：' || end == ':'))
    to--;
  for (guint i = to - 1; i > from; i--)
    {
      g_autofree char *name = NULL, *post = NULL;

      if (jb_boxes_read_person (get_line (self, i)->text, get_line (self, i)->length, &name, &post))
        {
          jb_piece_settle (get_line (self, i), JB_BLOCK_KIND_BYLINE);
          return i;
        }
    }
  return to;
}

/* The lines [@from, @to) of the run become kicker, title and deck; what is left over stays open. */
static void
settle_headline (Assignment *self, guint from, guint to, const JbBigrams *below)
{
  guint title, n;

  if (below != NULL && to > from)
    to = leave_out_speech (self, from, to);
  if (is_banner (self, from, to))
    jb_piece_settle (get_line (self, from++), JB_BLOCK_KIND_OTHER);
  to = settle_distant (self, &from, to, below);
  title = from;
  n = to - from;
  if (n == 0)
    return;
  if (n == 2)
    title = is_kicker (get_line (self, from), get_line (self, from + 1), below) ? from + 1 : from;
  else if (n == 3)
    title = get_line (self, from + 1)->text[0] == U'—' ? from : from + 1;
  else if (n > 3)
    {
      double best = -1;

      for (guint i = from; i < to && i < from + MAX_HEADLINE; i++)
        {
          const JbPiece *line = get_line (self, i);
          double overlap = below != NULL ? jb_bigrams_get_overlap (below, line->text, line->length) : 0;

          if (overlap > best)
            {
              best = overlap;
              title = i;
            }
        }
    }

  for (guint i = from; i + 1 < title; i++)
    jb_piece_settle (get_line (self, i), JB_BLOCK_KIND_OTHER);
  if (title > from)
    jb_piece_settle (get_line (self, title - 1), JB_BLOCK_KIND_KICKER);
  jb_piece_settle (get_line (self, title), JB_BLOCK_KIND_TITLE);
  if (title + 1 < to)
    jb_piece_settle (get_line (self, title + 1), JB_BLOCK_KIND_DECK);
  self->has_headline = TRUE;
}

/* Whether the line belongs to a family of headings. Headlines that begin alike are none. */
static gboolean
is_heading (const Assignment *self, const JbPiece *line)
{
  return line->is_sibling && !is_headline_kind (jb_pieces_get (self->pieces, line->sibling));
}

/* The headings at the run's end that belong to the text, not to the headline. */
static guint
count_headline (const Assignment *self, guint from)
{
  guint to = self->run->len;

  /* Below a banner two lines are left, and those are a kicker and a headline. */
  if (to == from + 3 && is_banner (self, from, to))
    return to;
  if (to >= from + 3 && get_line (self, to - 2)->is_pair)
    to -= 2;
  else if (to >= from + 2 && is_heading (self, get_line (self, to - 1)))
    to--;
  return to;
}

static void
begin_article (Assignment *self, guint first_unit, guint end_unit)
{
  self->article++;
  self->has_body = self->has_headline = self->is_told = self->has_byline = self->is_report = self->is_closed = FALSE;
  jb_bigrams_clear (self->above);
  for (guint i = first_unit; i < end_unit; i++)
    jb_pieces_get (self->pieces, i)->article = self->article;
}

/* How many of the run's first lines are the headline of the text above them. */
static guint
count_backward (const Assignment *self, const JbBigrams *below, gboolean announced)
{
  guint n = 0;

  if (self->has_headline || !self->has_body)
    return 0;
  while (n < self->run->len && n < MAX_HEADLINE && is_about (get_line (self, n), self->above, below))
    n++;
  if (n == 0 && announced && self->run->len > 1 && speaks_of (get_line (self, 0), self->above, below, LATE_OVERLAP) &&
      speaks_of (get_line (self, self->run->len - 1), below, self->above, LATE_OVERLAP))
    n = 1;
  return n;
}

/* 9月10日，…: a story beside its picture, on a page of reports, begins with its date. */
static gboolean
begins_with_date (const Assignment *self, guint i)
{
  const JbPiece *piece = jb_pieces_get (self->pieces, i);
  guint at = 0;

  while (at < MIN (piece->length, 2) && jb_char_is_digit (piece->text[at]))
    at++;
  return at > 0 && at < piece->length && piece->text[at] == U'月';
}

/* 百年老厂 飘出新香: a display space, as headlines have them more often than headings. */
static gboolean
has_gap (const JbPiece *line)
{
  for (guint i = 0; i < line->length; i++)
    if (jb_char_is_blank (line->text[i]))
      return TRUE;
  return FALSE;
}

/* Whether the run above the piece @i is the only one of its article and of what follows up to the next report. */
static gboolean
is_lone (const Assignment *self, guint i)
{
  guint first = g_array_index (self->run, guint, 0);

  for (guint k = first; k-- > 0 && jb_pieces_get (self->pieces, k)->article == self->article;)
    if (is_line (jb_pieces_get (self->pieces, k)))
      return FALSE;
  for (guint k = i; k < self->pieces->len && jb_pieces_get (self->pieces, k)->run_in == 0; k++)
    if (is_line (jb_pieces_get (self->pieces, k)))
      return FALSE;
  return TRUE;
}

/* Whether the run and the text below it, which nothing announces, are an article of their own. */
static gboolean
is_story (const Assignment *self, guint i, const JbBigrams *below, guint n_below)
{
  const JbPiece *last = get_line (self, self->run->len - 1);

  if (!self->is_page || !self->has_body || n_below < MIN_BODY || is_heading (self, last) ||
      (self->run->len > 1 && get_line (self, self->run->len - 2)->is_pair))
    return FALSE;
  if (is_about (last, below, self->above))
    return TRUE;
  return self->is_report && self->n_run_ins > 1 && (begins_with_date (self, i) || (has_gap (last) && is_lone (self, i)));
}

/* The lines of the run end at the piece @i, which is a body, a byline, or the page's end. */
static void
end_run (Assignment *self, guint i)
{
  JbPiece *piece = i < self->pieces->len ? jb_pieces_get (self->pieces, i) : NULL;
  gboolean announces = piece != NULL && jb_pieces_announce (self->pieces, i);
  guint n_below = 0, n_back;
  g_autoptr(JbBigrams) below = NULL;

  if (self->run->len == 0)
    {
      /* A report without a headline above it. */
      if (piece != NULL && piece->run_in > 0 && self->has_body)
        begin_article (self, i, i + 1);
      return;
    }

  below = sample_below (self, i, &n_below);
  if (!self->has_body && !self->has_headline)
    {
      settle_headline (self, 0, announces ? self->run->len : count_headline (self, 0), below);
      g_array_set_size (self->run, 0);
      return;
    }

  n_back = self->is_page || piece == NULL ? count_backward (self, below, announces) : 0;
  if (n_back > 0)
    {
      settle_headline (self, 0, n_back, NULL);
      self->is_closed = TRUE;
    }
  if (piece != NULL && self->has_body && (n_back == 0 || n_back < self->run->len) &&
      (announces || self->is_closed || is_story (self, i, below, n_below)))
    {
      begin_article (self, g_array_index (self->run, guint, n_back), i + 1);
      settle_headline (self, n_back, announces ? self->run->len : count_headline (self, n_back), below);
    }
  else if (piece != NULL && piece->run_in > 0 && self->has_body)
    begin_article (self, i, i + 1);
  g_array_set_size (self->run, 0);
}

/* A title the format knows begins an article where the one before has its text. The line above leads to it, where the format does
 * not know that one too. */
static void
take_title (Assignment *self, guint i)
{
  gboolean is_led = i > 0 && is_of_kind (jb_pieces_get (self->pieces, i - 1), JB_BLOCK_KIND_KICKER);
  guint first = is_led ? i - 1 : self->run->len > 0 ? g_array_index (self->run, guint, self->run->len - 1) : i;

  if (self->has_body || self->has_headline)
    begin_article (self, first, i + 1);
  if (self->run->len > 0 && !is_led)
    jb_piece_settle (get_line (self, self->run->len - 1), JB_BLOCK_KIND_KICKER);
  g_array_set_size (self->run, 0);
  self->has_headline = self->is_told = TRUE;
}

/* An editor's note below the name of its column: the headline comes behind the note, above the byline. */
static gboolean
opens_column (const Assignment *self, guint i)
{
  gboolean has_line = FALSE;

  if (!jb_pieces_get (self->pieces, i)->is_preface || self->has_body || self->has_headline || self->run->len == 0)
    return FALSE;
  for (i++; i < self->pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (self->pieces, i);

      if (is_line (piece))
        has_line = TRUE;
      else if (is_of_kind (piece, JB_BLOCK_KIND_BYLINE) || piece->run_in > 0)
        return has_line;
      else if (has_line && is_body (piece))
        return FALSE;
    }
  return FALSE;
}

/* A byline behind the text closes the article where the page has several of them and a headline comes next. */
static gboolean
closes_article (const Assignment *self, guint i)
{
  if (!self->has_body || !self->has_headline)
    return FALSE;
  /* A line in brackets always stands below its text; another one may follow the first sentences, and where the format knows
   * headlines, it would know the next one. */
  if (!jb_piece_is_bracketed (jb_pieces_get (self->pieces, i)) && (self->n_unbracketed < 2 || self->is_told))
    return FALSE;
  for (i++; i < self->pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (self->pieces, i);

      if (is_line (piece))
        return !piece->is_pair && !is_heading (self, piece);
      if (is_body (piece) || piece->is_label)
        return FALSE;
    }
  return FALSE;
}

static void
look_at_page (Assignment *self, gboolean is_front)
{
  guint n_bylines = 0;  /* lines of their own */
  guint n_titles = 0;   /* that the format knows */

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (self->pieces, i);

      self->n_run_ins += piece->run_in > 0;
      n_titles += is_of_kind (piece, JB_BLOCK_KIND_TITLE);
      if (piece->run_in == 0 && is_of_kind (piece, JB_BLOCK_KIND_BYLINE))
        {
          n_bylines++;
          self->n_unbracketed += !jb_piece_is_bracketed (piece);
        }
    }
  self->is_page = is_front || self->n_run_ins > 1 || n_bylines > 1 || n_titles > 1;
}

guint
jb_headlines_assign (GArray *pieces, gboolean is_front)
{
  g_autoptr(JbBigrams) above = jb_bigrams_new ();
  g_autoptr(GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  Assignment self = { .pieces = pieces, .run = run, .above = above };

  look_at_page (&self, is_front);
  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      piece->article = self.article;
      if (is_line (piece))
        {
          g_array_append_val (run, i);
          continue;
        }
      if (is_of_kind (piece, JB_BLOCK_KIND_TITLE))
        {
          take_title (&self, i);
          continue;
        }
      if (!is_body (piece) && !is_of_kind (piece, JB_BLOCK_KIND_BYLINE) && !piece->is_label)
        continue;

      if (opens_column (&self, i))
        {
          for (guint n = 0; n < run->len; n++)
            jb_piece_settle (get_line (&self, n), JB_BLOCK_KIND_OTHER);
          g_array_set_size (run, 0);
          continue;
        }
      end_run (&self, i);
      piece->article = self.article;
      self.is_report = self.is_report || piece->run_in > 0;
      if (piece->is_preface && !self.has_headline)
        continue;
      if (is_body (piece))
        {
          self.has_body = TRUE;
          jb_bigrams_add (above, piece->text, piece->length);
        }
      else if (is_of_kind (piece, JB_BLOCK_KIND_BYLINE))
        {
          self.has_byline = TRUE;
          self.is_closed = closes_article (&self, i);
        }
    }
  end_run (&self, pieces->len);
  return self.article + 1;
}
