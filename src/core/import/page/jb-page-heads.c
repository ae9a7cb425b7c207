/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-heads.h"

#include "jb-chars.h"

#include <string.h>

#define MIN_MEMBER  1.13  /* times the running text: of kicker and deck */
#define MIN_TITLE   1.25  /* … of a headline across several columns */
#define MIN_GREAT   1.8   /* … of one that needs nothing else to be known by */
#define MAX_GAP     1.5   /* between the lines of a head, in em of the larger one */
#define REACH       14    /* so many em below a head its text begins: there may be a byline and a deck */
#define MIN_CHARS   4
#define MAX_CHARS   80
#define MAX_NAME    8     /* of a newspaper */
#define MAX_LETTERHEAD 16
#define NAME_REACH  5     /* so many paragraphs from its name stands the date */
#define MAX_LINES   4000
#define MAX_MEASURE 0.45  /* of the page's width, where it has several columns */

/* A page at work. */
typedef struct
{
  GArray       *paragraphs;  /* lent */
  const GArray *lines;       /* lent */
  guint         first;
  double        body;
} Page;

static JbPageParagraph *
get (const Page *self, guint i)
{
  return &g_array_index (self->paragraphs, JbPageParagraph, i);
}

static gboolean
is_member (const Page *self, const JbPageParagraph *paragraph)
{
  return paragraph->size >= MIN_MEMBER * self->body && !paragraph->is_margin && !paragraph->is_caption &&
         !paragraph->is_row && paragraph->text.n_chars <= MAX_CHARS;
}

static gboolean
is_below (const JbPageParagraph *above, const JbPageParagraph *below)
{
  double em = MAX (above->size, below->size), gap = below->top - above->bottom;

  return gap < MAX_GAP * em && gap > -0.6 * em && below->x0 < above->x1 && below->x1 > above->x0;
}

static guint
find_end (const Page *self, guint i)
{
  while (i + 1 < self->paragraphs->len && is_member (self, get (self, i + 1)) && is_below (get (self, i), get (self, i + 1)))
    i++;
  return i + 1;
}

/* Returns: the largest of [@i, @end); @end where two are as large */
static guint
find_largest (const Page *self, guint i, guint end)
{
  guint largest = i, n = 1;

  for (guint j = i + 1; j < end; j++)
    if (get (self, j)->size > 1.04 * get (self, largest)->size)
      {
        largest = j;
        n = 1;
      }
    else if (get (self, j)->size > 0.96 * get (self, largest)->size)
      n++;
  return n == 1 ? largest : end;
}

/* Where the next large line below begins, so that its text is not taken for that of this one. */
static double
find_floor (const Page *self, const JbPageParagraph *title, double bottom)
{
  double bound = bottom + REACH * self->body;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const JbPageLine *line = &g_array_index (self->lines, JbPageLine, i);

      if (line->y0 >= bottom && line->size >= MIN_TITLE * self->body && line->x0 < title->x1 && line->x1 > title->x0)
        bound = MIN (bound, line->y0);
    }
  return bound;
}

/* Whether lines of running text stand side by side below the headline. */
static gboolean
is_across (const Page *self, const JbPageParagraph *title, double bottom)
{
  double bound = find_floor (self, title, bottom);
  const JbPageLine *seen = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const JbPageLine *line = &g_array_index (self->lines, JbPageLine, i);

      if (line->y0 < bottom - 0.3 * title->size || line->y0 > bound ||
          line->size > 1.1 * self->body || line->size < 0.9 * self->body ||
          MIN (line->x1, title->x1) - MAX (line->x0, title->x0) < 0.8 * self->body || line->x1 - line->x0 < 6 * self->body)
        continue;
      if (seen == NULL)
        seen = line;
      else if (line->x0 > seen->x1 || line->x1 < seen->x0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_date (const JbPageParagraph *paragraph)
{
  const char *year = strstr (paragraph->text.text->str, "年"), *month = year != NULL ? strstr (year, "月") : NULL;

  return paragraph->text.n_chars <= MAX_CHARS && month != NULL && strstr (month, "日") != NULL &&
         !jb_char_ends_sentence (paragraph->text.last);
}

/* The newspaper's own name, which may be larger than any headline. */
static gboolean
is_name (const Page *self, guint i, guint max_chars)
{
  if (get (self, i)->text.n_chars > max_chars)
    return FALSE;
  for (guint j = MAX (self->first, i > NAME_REACH ? i - NAME_REACH : 0);
       j < MIN (self->paragraphs->len, i + NAME_REACH + 1); j++)
    if (j != i && !is_member (self, get (self, j)) && has_date (get (self, j)))
      return TRUE;
  return FALSE;
}

/* Whether nothing but large and short lines stand above it in the file: the title of a report. The letterhead of an office may be
 * there too (云汀区人民政府文件). */
static gboolean
is_first (const Page *self, guint i)
{
  if (self->first > 0 || get (self, i)->page > 0 || is_name (self, i, MAX_LETTERHEAD) ||
      g_str_has_suffix (get (self, i)->text.text->str, "文件"))
    return FALSE;
  while (i-- > 0)
    if (!get (self, i)->is_margin && (get (self, i)->text.n_chars > MAX_CHARS || jb_char_ends_sentence (get (self, i)->text.last) ||
                                      get (self, i)->head != JB_PAGE_HEAD_NONE))
      return FALSE;
  return TRUE;
}

static gboolean
is_title (const Page *self, guint i, guint end, gboolean has_columns)
{
  const JbPageParagraph *title = get (self, i);

  if (title->size < MIN_TITLE * self->body || title->text.n_wide < MIN_CHARS || title->text.last == 0x3002 ||
      is_name (self, i, MAX_NAME))
    return FALSE;
  if (!has_columns && is_first (self, i))
    return TRUE;
  return is_across (self, title, get (self, end - 1)->bottom) || (has_columns && title->size >= MIN_GREAT * self->body);
}

/* Whether most of the text stands in columns narrower than half the page. */
static gboolean
find_columns (const Page *self, double width)
{
  gsize n_narrow = 0, n_all = 0;

  for (guint i = self->first; i < self->paragraphs->len; i++)
    {
      n_all += get (self, i)->text.n_chars;
      n_narrow += get (self, i)->measure < MAX_MEASURE * width ? get (self, i)->text.n_chars : 0;
    }
  return 2 * n_narrow > n_all;
}

void
jb_page_heads_mark (GArray *paragraphs, guint first, const GArray *lines, double body, double width)
{
  Page self = { paragraphs, lines, first, body };
  gboolean has_columns = find_columns (&self, width);

  if (lines->len > MAX_LINES)
    return;
  for (guint i = first, end; i < paragraphs->len; i = end)
    {
      guint title;

      end = i + 1;
      if (!is_member (&self, get (&self, i)))
        continue;
      end = find_end (&self, i);
      title = find_largest (&self, i, end);
      if (title == end || !is_title (&self, title, end, has_columns))
        continue;
      get (&self, title)->head = JB_PAGE_HEAD_TITLE;
      if (title > i)
        get (&self, title - 1)->head = JB_PAGE_HEAD_KICKER;
      if (title + 1 < end && !jb_char_ends_sentence (get (&self, title + 1)->text.last))
        get (&self, title + 1)->head = JB_PAGE_HEAD_DECK;
    }
}
