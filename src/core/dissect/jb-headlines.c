/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-headlines.h"

#include "jb-bigrams.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define SAMPLE       600   /* characters of the text below that a line is compared with */
#define OWN_OVERLAP  0.4   /* share of its bigrams a headline has in common with its text */
#define MIN_BODY     60    /* of an article that nothing but its headline announces */
#define MAX_HEADLINE 3     /* kicker, title, deck */

typedef struct
{
  GArray    *units;         /* unowned */
  GArray    *run;           /* owned, of guint: the short lines since the last body */
  JbBigrams *above;         /* owned: the current article's text */
  guint      article;       /* the current one */
  gboolean   is_page;       /* several reports may stand here */
  guint      n_bylines;     /* on the page, lines of their own */
  gboolean   has_body;
  gboolean   has_headline;
  gboolean   has_byline;
  gboolean   is_closed;     /* a byline or headline at its end closed it */
} Assignment;

static JbUnit *
get_line (const Assignment *self, guint i)
{
  return jb_units_get (self->units, g_array_index (self->run, guint, i));
}

static gboolean
is_line (const JbUnit *unit)
{
  return unit->state == JB_UNIT_OPEN && unit->is_headline && !unit->is_label && !unit->is_person;
}

static gboolean
is_of_kind (const JbUnit *unit, JbBlockKind kind)
{
  return unit->state == JB_UNIT_SETTLED && unit->kind == kind;
}

static gboolean
is_headline_kind (const JbUnit *unit)
{
  return is_of_kind (unit, JB_BLOCK_KIND_KICKER) || is_of_kind (unit, JB_BLOCK_KIND_TITLE) ||
         is_of_kind (unit, JB_BLOCK_KIND_DECK);
}

static gboolean
is_body (const JbUnit *unit)
{
  return unit->state == JB_UNIT_SETTLED && jb_block_kind_is_body (unit->kind);
}

/* The text below a line, up to the next short line. */
static JbBigrams *
sample_below (const Assignment *self, guint i, guint *n_sampled)
{
  JbBigrams *below = jb_bigrams_new ();
  guint sampled = 0;

  for (; i < self->units->len && sampled < SAMPLE; i++)
    {
      const JbUnit *unit = jb_units_get (self->units, i);

      if (is_line (unit))
        break;
      if (is_body (unit))
        {
          guint n = MIN (unit->length, SAMPLE - sampled);

          jb_bigrams_add (below, unit->text, n);
          sampled += n;
        }
    }
  *n_sampled = sampled;
  return below;
}

static gboolean
is_about (const JbUnit *line, const JbBigrams *own, const JbBigrams *other)
{
  double overlap = jb_bigrams_get_overlap (own, line->text, line->length);

  return overlap >= OWN_OVERLAP && overlap >= 2 * jb_bigrams_get_overlap (other, line->text, line->length);
}

static gboolean
is_kicker (const JbUnit *first, const JbUnit *second)
{
  if (jb_cues_match_end (JB_CUES_KICKER_ENDINGS, first->text, first->length) > 0)
    return TRUE;
  if (second->text[0] == U'—' || second->text[0] == '-')
    return FALSE;
  return first->length < second->length;
}

/* The lines [@from, @to) of the run become kicker, title and deck; what is left over stays open. */
static void
settle_headline (Assignment *self, guint from, guint to, const JbBigrams *below)
{
  guint title = from, n = to - from;

  if (n == 0)
    return;
  if (n == 2)
    title = is_kicker (get_line (self, from), get_line (self, from + 1)) ? from + 1 : from;
  else if (n == 3)
    title = get_line (self, from + 1)->text[0] == U'—' ? from : from + 1;
  else if (n > 3)
    {
      double best = -1;

      for (guint i = from; i < to && i < from + MAX_HEADLINE; i++)
        {
          double overlap = below != NULL ? jb_bigrams_get_overlap (below, get_line (self, i)->text, get_line (self, i)->length) : 0;

          if (overlap > best)
            {
              best = overlap;
              title = i;
            }
        }
    }

  for (guint i = from; i + 1 < title; i++)
    jb_unit_settle (get_line (self, i), JB_BLOCK_KIND_OTHER);
  if (title > from)
    jb_unit_settle (get_line (self, title - 1), JB_BLOCK_KIND_KICKER);
  jb_unit_settle (get_line (self, title), JB_BLOCK_KIND_TITLE);
  if (title + 1 < to)
    jb_unit_settle (get_line (self, title + 1), JB_BLOCK_KIND_DECK);
  self->has_headline = TRUE;
}

/* Whether the line belongs to a family of headings. Headlines that begin alike are none. */
static gboolean
is_heading (const Assignment *self, const JbUnit *line)
{
  return line->is_sibling && !is_headline_kind (jb_units_get (self->units, line->sibling));
}

/* The headings at the run's end that belong to the text, not to the headline. */
static guint
count_headline (const Assignment *self, guint from)
{
  guint to = self->run->len;

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
  self->has_body = self->has_headline = self->has_byline = self->is_closed = FALSE;
  jb_bigrams_clear (self->above);
  for (guint i = first_unit; i < end_unit; i++)
    jb_units_get (self->units, i)->article = self->article;
}

/* How many of the run's first lines are the headline of the text above them. */
static guint
count_backward (const Assignment *self, const JbBigrams *below)
{
  guint n = 0;

  if (self->has_headline || !self->has_body)
    return 0;
  while (n < self->run->len && n < MAX_HEADLINE && is_about (get_line (self, n), self->above, below))
    n++;
  return n;
}

/* Whether the run and the text below it, which nothing announces, are an article of their own. */
static gboolean
is_story (const Assignment *self, const JbBigrams *below, guint n_below)
{
  const JbUnit *last = get_line (self, self->run->len - 1);

  if (!self->is_page || !self->has_body || n_below < MIN_BODY || is_heading (self, last) ||
      (self->run->len > 1 && get_line (self, self->run->len - 2)->is_pair))
    return FALSE;
  return is_about (last, below, self->above);
}

/* The lines of the run end at the unit @i, which is a body, a byline, or the page's end. */
static void
end_run (Assignment *self, guint i)
{
  JbUnit *unit = i < self->units->len ? jb_units_get (self->units, i) : NULL;
  gboolean announces = unit != NULL && (unit->run_in > 0 || is_of_kind (unit, JB_BLOCK_KIND_BYLINE));
  guint n_below = 0, n_back;
  g_autoptr(JbBigrams) below = NULL;

  if (self->run->len == 0)
    {
      /* A report without a headline above it. */
      if (unit != NULL && unit->run_in > 0 && self->has_body)
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

  n_back = self->is_page || unit == NULL ? count_backward (self, below) : 0;
  if (n_back > 0)
    {
      settle_headline (self, 0, n_back, NULL);
      self->is_closed = TRUE;
    }
  if (unit != NULL && self->has_body && (n_back == 0 || n_back < self->run->len) &&
      (announces || self->is_closed || is_story (self, below, n_below)))
    {
      begin_article (self, g_array_index (self->run, guint, n_back), i + 1);
      settle_headline (self, n_back, announces ? self->run->len : count_headline (self, n_back), below);
    }
  else if (unit != NULL && unit->run_in > 0 && self->has_body)
    begin_article (self, i, i + 1);
  g_array_set_size (self->run, 0);
}

/* A byline behind the text closes the article where the page has several of them and a headline comes next. */
static gboolean
closes_article (const Assignment *self, guint i)
{
  if (!self->has_body || !self->has_headline || self->n_bylines < 2)
    return FALSE;
  for (i++; i < self->units->len; i++)
    {
      const JbUnit *unit = jb_units_get (self->units, i);

      if (is_line (unit))
        return !unit->is_pair && !is_heading (self, unit);
      if (is_body (unit) || unit->is_label)
        return FALSE;
    }
  return FALSE;
}

static void
look_at_page (Assignment *self, gboolean is_front)
{
  guint n_run_ins = 0;

  for (guint i = 0; i < self->units->len; i++)
    {
      const JbUnit *unit = jb_units_get (self->units, i);

      n_run_ins += unit->run_in > 0;
      self->n_bylines += unit->run_in == 0 && is_of_kind (unit, JB_BLOCK_KIND_BYLINE);
    }
  self->is_page = is_front || n_run_ins > 1 || self->n_bylines > 1;
}

guint
jb_headlines_assign (GArray *units, gboolean is_front)
{
  g_autoptr(JbBigrams) above = jb_bigrams_new ();
  g_autoptr(GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  Assignment self = { .units = units, .run = run, .above = above };

  look_at_page (&self, is_front);
  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);

      unit->article = self.article;
      if (is_line (unit))
        {
          g_array_append_val (run, i);
          continue;
        }
      if (!is_body (unit) && !is_of_kind (unit, JB_BLOCK_KIND_BYLINE) && !unit->is_label)
        continue;

      end_run (&self, i);
      unit->article = self.article;
      if (is_body (unit))
        {
          self.has_body = TRUE;
          jb_bigrams_add (above, unit->text, unit->length);
        }
      else if (is_of_kind (unit, JB_BLOCK_KIND_BYLINE))
        {
          self.has_byline = TRUE;
          self.is_closed = closes_article (&self, i);
        }
    }
  end_run (&self, units->len);
  return self.article + 1;
}
