/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-boxes.h"

#include "jb-byline.h"
#include "jb-chars.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define MAX_LABEL     16
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
is_open (const JbUnit *unit)
{
  return unit->state == JB_UNIT_OPEN && unit->run_in == 0;
}

static gboolean
is_label (const JbUnit *unit)
{
  return is_open (unit) && unit->length <= MAX_LABEL && unit->is_headline &&
         jb_cues_find (JB_CUES_STATEMENT_LABELS, unit->text, unit->length, NULL);
}

static gboolean
is_person (const JbUnit *unit)
{
  g_autofree char *name = NULL, *post = NULL;

  return is_open (unit) && jb_boxes_read_person (unit->text, unit->length, &name, &post);
}

/* Returns: the first unit behind the speakers and statements that begin at @i */
static guint
mark_speakers (GArray *units, guint i)
{
  while (i + 1 < units->len && is_person (jb_units_get (units, i)) &&
         is_open (jb_units_get (units, i + 1)) && !jb_units_get (units, i + 1)->is_headline)
    {
      jb_unit_settle (jb_units_get (units, i), JB_BLOCK_KIND_OTHER);
      jb_units_get (units, i)->is_person = TRUE;
      jb_unit_settle (jb_units_get (units, i + 1), JB_BLOCK_KIND_STATEMENT);
      i += 2;
    }
  return i;
}

void
jb_boxes_mark_statements (GArray *units)
{
  for (guint i = 0; i + 2 < units->len; i++)
    if (is_label (jb_units_get (units, i)))
      {
        guint end = mark_speakers (units, i + 1);

        if (end == i + 1)
          continue;
        jb_unit_settle (jb_units_get (units, i), JB_BLOCK_KIND_OTHER);
        jb_units_get (units, i)->is_label = TRUE;
        i = end - 1;
      }
}

/* 导读 without the brackets and blanks around its characters. */
static gboolean
is_teaser_label (const JbUnit *unit)
{
  gunichar label[8];
  guint n = 0;

  if (!is_open (unit) || unit->length > 16)
    return FALSE;
  for (guint i = 0; i < unit->length; i++)
    if (jb_char_is_han (unit->text[i]))
      {
        if (n == G_N_ELEMENTS (label))
          return FALSE;
        label[n++] = unit->text[i];
      }
    else if (!jb_char_is_blank (unit->text[i]) && !jb_char_is_punctuation (unit->text[i]))
      return FALSE;
  return jb_cues_equal (JB_CUES_TEASERS, label, n);
}

/* 导读：某某>>>2版, label and title in one line. */
static gboolean
is_teaser_line (const JbUnit *unit)
{
  guint label = jb_cues_match_start (JB_CUES_TEASERS, unit->text, unit->length);

  return label > 0 && label < unit->length && (unit->text[label] == U'：' || unit->text[label] == ':') &&
         unit->length <= MAX_TEASER && is_open (unit) && !jb_shape_is_terminated (unit->text, unit->length);
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
      while (end > 1 && (jb_char_is_digit (text[end - 2]) || jb_char_is_numeral (text[end - 2]) || text[end - 2] == U'、'))
        {
          end--;
          n++;
        }
      return n > 0;
    }
  return FALSE;
}

static gboolean
is_reference (const JbUnit *unit)
{
  guint start;

  if (!is_open (unit) || unit->length > MAX_TEASER || jb_byline_get_run_in (unit->text, unit->length) > 0)
    return FALSE;
  if (ends_with_page (unit->text, unit->length))
    return TRUE;
  return unit->length <= MAX_REFERENCE && jb_cues_find (JB_CUES_REFERENCES, unit->text, unit->length, &start) && start == 0;
}

/* The lines behind a label that belong to the guide: up to the last page reference, or, without one, all but the
 * headline of the text that follows. */
static guint
find_guide_end (const GArray *units, guint i)
{
  guint end = i, after_reference = i;

  for (; end < units->len; end++)
    {
      const JbUnit *unit = jb_units_get (units, end);
      gboolean refers = is_reference (unit);

      if (!is_open (unit) || unit->run_in > 0 || (!unit->is_headline && !refers))
        break;
      if (refers)
        after_reference = end + 1;
    }
  if (after_reference > i)
    return after_reference;
  return end < units->len && end > i ? end - 1 : end;
}

void
jb_boxes_mark_teasers (GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);
      guint end;

      if (is_teaser_label (unit))
        {
          end = find_guide_end (units, i + 1);
          for (; i < end; i++)
            jb_unit_settle (jb_units_get (units, i), JB_BLOCK_KIND_TEASER);
          i = end - 1;
        }
      else if (is_teaser_line (unit))
        jb_unit_settle (unit, JB_BLOCK_KIND_TEASER);
      else if (is_reference (unit) && !ends_with_page (unit->text, unit->length))
        jb_unit_settle (unit, unit->text[0] == '>' || unit->text[0] == U'》' ? JB_BLOCK_KIND_TEASER : JB_BLOCK_KIND_OTHER);
    }
}
