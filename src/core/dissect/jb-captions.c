/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-captions.h"

#include "jb-bigrams.h"
#include "jb-byline.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define MIN_GAP        3
#define MAX_GAP        16    /* longer runs of blank lines are counted as this */
#define MAX_EXPLAINED  120   /* of a caption that begins with 图为 */
#define MAX_CREDITED   60    /* of one that ends with 摄 */
#define MAX_SENTENCE   45    /* of one that is a whole sentence between two gaps */
#define SAMPLE         600   /* of the text below, when a line is compared with it */
#define KICKER_OVERLAP 0.2   /* with the text below; captions have less */

static gboolean
is_open_headline (const JbUnit *unit)
{
  return unit->state == JB_UNIT_OPEN && unit->is_headline && unit->run_in == 0;
}

static gboolean
is_open_body (const JbUnit *unit)
{
  return unit->state == JB_UNIT_OPEN && !unit->is_headline;
}

/* Pages that always have blank lines between paragraphs need more of them to show a picture. */
static guint
find_threshold (const GArray *units)
{
  guint counts[MAX_GAP + 1] = { 0 };
  guint usual = 0;

  for (guint i = 1; i < units->len; i++)
    if (is_open_body (jb_units_get (units, i)))
      counts[MIN (jb_units_get (units, i)->gap, MAX_GAP)]++;
  for (guint gap = 1; gap <= MAX_GAP; gap++)
    if (counts[gap] > counts[usual])
      usual = gap;
  return MAX (MIN_GAP, usual + 2);
}

static gboolean
says_so (const JbUnit *unit)
{
  guint end = unit->length;

  if (unit->length <= MAX_EXPLAINED && jb_cues_match_start (JB_CUES_CAPTION_OPENERS, unit->text, unit->length) > 0)
    return TRUE;
  if (unit->length > MAX_CREDITED)
    return FALSE;
  if (end > 0 && (unit->text[end - 1] == U'）' || unit->text[end - 1] == ')'))
    end--;
  return jb_cues_match_end (JB_CUES_CAPTION_ENDINGS, unit->text, end) > 0 && !(end > 1 && unit->text[end - 2] == U'拍');
}

static double
get_overlap_below (const GArray *units, guint i, const JbUnit *line)
{
  g_autoptr(JbBigrams) below = jb_bigrams_new ();
  guint sampled = 0;

  for (; i < units->len && sampled < SAMPLE && !is_open_headline (jb_units_get (units, i)); i++)
    {
      const JbUnit *unit = jb_units_get (units, i);
      guint n = MIN (unit->length, SAMPLE - sampled);

      jb_bigrams_add (below, unit->text, n);
      sampled += n;
    }
  return jb_bigrams_get_overlap (below, line->text, line->length);
}

/* Whether the short lines from @i on lead to a report's beginning, so that they are its headline. */
static gboolean
heads_report (const GArray *units, guint i, guint threshold)
{
  const JbUnit *first = jb_units_get (units, i);
  guint n = 1;

  for (i++; i < units->len && n < 4; i++, n++)
    {
      const JbUnit *unit = jb_units_get (units, i);

      if (unit->run_in > 0 || (unit->state == JB_UNIT_SETTLED && unit->kind == JB_BLOCK_KIND_BYLINE))
        return n == 1 || get_overlap_below (units, i, first) >= KICKER_OVERLAP;
      if (!is_open_headline (unit) || unit->gap >= threshold)
        return FALSE;
    }
  return FALSE;
}

static gboolean
stands_for_picture (const GArray *units, guint i, guint threshold)
{
  const JbUnit *unit = jb_units_get (units, i);
  const JbUnit *next = i + 1 < units->len ? jb_units_get (units, i + 1) : NULL;

  if (unit->gap < threshold)
    return FALSE;
  if (!unit->is_headline)
    return unit->length <= MAX_SENTENCE && (next == NULL || next->gap >= threshold) && unit->run_in == 0 &&
           jb_shape_is_terminated (unit->text, unit->length);
  if (unit->is_pair || (next != NULL && (is_open_body (next) || next->run_in > 0)))
    return FALSE;
  return !heads_report (units, i, threshold);
}

void
jb_captions_mark (GArray *units)
{
  guint threshold = find_threshold (units);
  gboolean is_first = TRUE;

  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);

      if (unit->state != JB_UNIT_OPEN)
        continue;
      /* The first line below the masthead is the headline, whatever its distance. */
      if (says_so (unit) || (!is_first && stands_for_picture (units, i, threshold)))
        jb_unit_settle (unit, JB_BLOCK_KIND_CAPTION);
      else
        is_first = FALSE;
    }
}
