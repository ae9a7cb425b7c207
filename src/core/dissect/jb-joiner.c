/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-joiner.h"

#include "jb-rejoin.h"
#include "jb-shape.h"

#define MAX_CAPTIONS     3     /* short lines that may stand inside a broken paragraph without a gap to show them */
#define SURE             5     /* the score it takes to pass over them */
#define INDENTED_SHARE   0.8   /* of the paragraphs: then a missing indent says something */
#define MIN_PARAGRAPHS   5

typedef struct
{
  GArray    *units;       /* unowned */
  JbBigrams *bigrams;     /* owned */
  gboolean   is_indented; /* paragraphs of this page have indents */
} Joiner;

static gboolean
may_grow (const JbUnit *unit)
{
  return unit->state == JB_UNIT_OPEN || (unit->state == JB_UNIT_SETTLED && unit->kind == JB_BLOCK_KIND_STATEMENT);
}

static gboolean
is_passed_over (const JbUnit *unit)
{
  return unit->state == JB_UNIT_ABSORBED ||
         (unit->state == JB_UNIT_SETTLED && (unit->kind == JB_BLOCK_KIND_CAPTION || unit->kind == JB_BLOCK_KIND_OTHER) &&
          !unit->is_label && !unit->is_person);
}

static guint
find_next (const Joiner *self, guint i)
{
  for (i++; i < self->units->len && is_passed_over (jb_units_get (self->units, i));)
    i++;
  return i;
}

static JbRejoinScore
score (const Joiner *self, const JbUnit *left, const JbUnit *right, gboolean heads_page)
{
  JbRejoinHints hints = { .bigrams = self->bigrams };

  hints.is_heading = (left->is_headline && left->is_sibling) || left->is_pair || heads_page;
  if (self->is_indented)
    hints.indent = right->indent >= 2 ? 1 : -1;
  return jb_rejoin_score (left->text, left->length, right->text, right->length, &hints);
}

static void
join (JbUnit *left, JbUnit *right)
{
  jb_unit_append (left, right);
  right->state = JB_UNIT_ABSORBED;
  left->is_headline = left->is_sibling = left->is_pair = left->is_fragment = FALSE;
}

/* A caption without a gap stands in the middle of a sentence: …前期工 / 小区一角 / 作。全面…
 * Returns: the unit where the sentence goes on, 0 where there is none */
static guint
find_behind_captions (const Joiner *self, guint left, guint next)
{
  const JbUnit *unit = jb_units_get (self->units, left);

  if (unit->is_headline || jb_shape_is_terminated (unit->text, unit->length))
    return 0;
  for (guint n = 0; n < MAX_CAPTIONS && next < self->units->len; n++, next = find_next (self, next))
    {
      const JbUnit *line = jb_units_get (self->units, next);

      if (line->state != JB_UNIT_OPEN || line->run_in > 0)
        return 0;
      if (!line->is_headline)
        {
          JbRejoinScore result = n > 0 ? score (self, unit, line, FALSE) : (JbRejoinScore) { 0, 0 };

          return result.score >= SURE &&
                 (result.reasons & (JB_REJOIN_COMMA_END | JB_REJOIN_OPEN_QUOTE | JB_REJOIN_JOINT | JB_REJOIN_BIGRAM_SEEN |
                                    JB_REJOIN_BIGRAM_FREQUENT)) ? next : 0;
        }
      if (line->is_pair || line->is_sibling)
        return 0;
    }
  return 0;
}

/* Takes in what follows the unit @i, piece by piece, as long as it seems to go on. */
static void
grow (Joiner *self, guint i, gboolean heads_page)
{
  JbUnit *unit = jb_units_get (self->units, i);
  guint next = find_next (self, i);

  while (next < self->units->len && jb_units_get (self->units, next)->state == JB_UNIT_OPEN)
    {
      JbUnit *right = jb_units_get (self->units, next);
      JbRejoinScore result = score (self, unit, right, heads_page);

      if (result.score < JB_REJOIN_JOIN)
        {
          guint behind = find_behind_captions (self, i, next);

          if (behind == 0)
            {
              unit->is_fragment = result.score >= JB_REJOIN_SUGGEST;
              return;
            }
          for (; next < behind; next = find_next (self, next))
            jb_unit_settle (jb_units_get (self->units, next), JB_BLOCK_KIND_CAPTION);
          right = jb_units_get (self->units, behind);
        }
      join (unit, right);
      heads_page = FALSE;
      next = find_next (self, next);
    }
}

static void
look_at_indents (Joiner *self)
{
  guint n_bodies = 0, n_indented = 0;

  for (guint i = 0; i < self->units->len; i++)
    {
      const JbUnit *unit = jb_units_get (self->units, i);

      if (unit->state != JB_UNIT_OPEN || unit->is_headline)
        continue;
      n_bodies++;
      n_indented += unit->indent >= 2;
    }
  self->is_indented = n_bodies >= MIN_PARAGRAPHS && n_indented >= INDENTED_SHARE * n_bodies;
}

void
jb_joiner_run (const JbChars *chars, GArray *units)
{
  g_autoptr(JbBigrams) bigrams = jb_bigrams_new ();
  Joiner self = { units, bigrams, FALSE };
  gboolean heads_page = TRUE;

  /* Line ends are no letters, so no pair is counted over them. */
  jb_bigrams_add (bigrams, chars->chars, chars->length);
  look_at_indents (&self);
  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);

      if (!may_grow (unit))
        continue;
      grow (&self, i, heads_page && unit->is_headline);
      heads_page = FALSE;
    }
}
