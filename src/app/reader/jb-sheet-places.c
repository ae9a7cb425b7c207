/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-sheet-places.h"

/* As far beside a line one may click and mean it, in points. */
#define CLOSE 14.0

static const JbBox *
get_box (const JbDecoded *decoded, guint i)
{
  return &g_array_index (decoded->boxes, JbBox, i);
}

/* Returns: the index of the first box that ends behind @start */
static guint
find_first (const JbDecoded *decoded, guint start)
{
  guint low = 0, high = decoded->boxes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_box (decoded, middle)->end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
jb_sheet_places_find_page (const JbDecoded *decoded, guint start, guint end, guint *page)
{
  guint i = find_first (decoded, start);

  if (i >= decoded->boxes->len || get_box (decoded, i)->start >= end)
    return FALSE;
  *page = get_box (decoded, i)->page;
  return TRUE;
}

/* Lines of Chinese may run downwards. */
static gboolean
is_vertical (const JbBox *box)
{
  return box->end - box->start > 1 && box->height > box->width * 1.5;
}

static graphene_rect_t
cut_box (const JbBox *box, guint start, guint end)
{
  double length = box->end - box->start;
  double from = (MAX (start, box->start) - box->start) / length, to = (MIN (end, box->end) - box->start) / length;

  if (is_vertical (box))
    return GRAPHENE_RECT_INIT ((float) box->x, (float) (box->y + from * box->height), (float) box->width,
                               (float) ((to - from) * box->height));
  return GRAPHENE_RECT_INIT ((float) (box->x + from * box->width), (float) box->y, (float) ((to - from) * box->width),
                             (float) box->height);
}

void
jb_sheet_places_mark (const JbDecoded *decoded, guint page, guint start, guint end, gboolean is_place, GArray *marks)
{
  for (guint i = find_first (decoded, start); i < decoded->boxes->len && get_box (decoded, i)->start < end; i++)
    {
      const JbBox *box = get_box (decoded, i);
      JbSheetMark mark = { .is_place = is_place };

      if (box->page != page || box->end <= box->start)
        continue;
      mark.area = cut_box (box, start, end);
      g_array_append_val (marks, mark);
    }
}

static double
distance (double at, double from, double length)
{
  return at < from ? from - at : at > from + length ? at - from - length : 0;
}

gboolean
jb_sheet_places_find_offset (const JbDecoded *decoded, guint page, double x, double y, guint *offset)
{
  const JbBox *nearest = NULL;
  double least = CLOSE, part;

  for (guint i = 0; i < decoded->boxes->len; i++)
    {
      const JbBox *box = get_box (decoded, i);
      double away = MAX (distance (x, box->x, box->width), distance (y, box->y, box->height));

      if (box->page == page && box->end > box->start && (nearest == NULL ? away <= least : away < least))
        {
          nearest = box;
          least = away;
        }
    }
  if (nearest == NULL)
    return FALSE;
  part = is_vertical (nearest) ? (y - nearest->y) / MAX (nearest->height, 1e-3) : (x - nearest->x) / MAX (nearest->width, 1e-3);
  *offset = MIN (nearest->start + (guint) (CLAMP (part, 0, 1) * (nearest->end - nearest->start)), nearest->end - 1);
  return TRUE;
}
