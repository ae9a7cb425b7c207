/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The relation is Breuel's (High performance document layout analysis, 2003). */
#include "jb-page-blocks.h"

#include <math.h>
#include <stdlib.h>

/* Three blocks are compared at a time; what has more of them is no text. */
#define MAX_BLOCKS 160

/* Pieces looked at for the one below. */
#define MAX_NEIGHBOURS 200

typedef struct
{
  double x0, x1, y0, y1;
  guint  key;    /* place in reading order */
} Block;

static gboolean
overlap_x (double a0, double a1, double b0, double b1)
{
  return MIN (a1, b1) - MAX (a0, b0) > 0.5 * MIN (a1 - a0, b1 - b0);
}

static gboolean
is_next_line (const JbPiece *upper, const JbPiece *lower)
{
  double gap = lower->y0 - upper->y1;

  return upper->size < 1.1 * lower->size && lower->size < 1.1 * upper->size && gap >= -0.3 * upper->size &&
         gap <= 1.1 * upper->size && overlap_x (upper->x0, upper->x1, lower->x0, lower->x1);
}

static guint
find (guint *parents, guint i)
{
  while (parents[i] != i)
    {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
  return i;
}

/* The first of all stands for them. */
static void
unite (guint *parents, guint a, guint b)
{
  a = find (parents, a);
  b = find (parents, b);
  parents[MAX (a, b)] = MIN (a, b);
}

/* @order is sorted by height. Returns: (transfer full): for each piece of it, the one that stands for its block */
static guint *
tie (const JbPiece *pieces, const guint *order, guint n)
{
  guint *parents = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < MIN (n, i + MAX_NEIGHBOURS); j++)
      {
        const JbPiece *upper = &pieces[order[i]], *lower = &pieces[order[j]];

        if (lower->y0 > upper->y1 + 1.2 * upper->size)
          break;
        if (is_next_line (upper, lower))
          unite (parents, i, j);
      }
  for (guint i = 0; i < n; i++)
    parents[i] = find (parents, i);
  return parents;
}

static GArray *
make_blocks (const JbPiece *pieces, const guint *order, guint n, guint *parents, guint *keys)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_autofree guint *numbers = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const JbPiece *piece = &pieces[order[i]];
      Block *block;

      if (parents[i] == i)
        {
          Block fresh = { piece->x0, piece->x1, piece->y0, piece->y1, G_MAXUINT };

          numbers[i] = blocks->len;
          g_array_append_val (blocks, fresh);
        }
      keys[order[i]] = numbers[parents[i]];
      block = &g_array_index (blocks, Block, numbers[parents[i]]);
      block->x0 = MIN (block->x0, piece->x0);
      block->x1 = MAX (block->x1, piece->x1);
      block->y0 = MIN (block->y0, piece->y0);
      block->y1 = MAX (block->y1, piece->y1);
    }
  return blocks;
}

static gboolean
share_x (const Block *a, const Block *b)
{
  return MIN (a->x1, b->x1) - MAX (a->x0, b->x0) > 1;
}

/* Whether something lies across both columns, between the heights of the two. */
static gboolean
is_parted (const GArray *blocks, const Block *a, const Block *b)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *c = &g_array_index (blocks, Block, i);

      if (c != a && c != b && share_x (c, a) && share_x (c, b) && (c->y0 - a->y0) * (c->y0 - b->y0) < 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
comes_before (const GArray *blocks, const Block *a, const Block *b)
{
  if (share_x (a, b))
    return a->y0 < b->y0;
  return a->x1 <= b->x0 + 1 && !is_parted (blocks, a, b);
}

/* Takes, one after the other, a block before which none is left; where the relation runs in a circle, the uppermost. */
static void
number_blocks (GArray *blocks)
{
  guint n = blocks->len;
  g_autofree guint8 *before = g_new0 (guint8, (gsize) n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      before[i * n + j] = i != j && comes_before (blocks, &g_array_index (blocks, Block, i), &g_array_index (blocks, Block, j));
  for (guint key = 0; key < n; key++)
    {
      guint best = G_MAXUINT, n_best = G_MAXUINT;

      for (guint i = 0; i < n; i++)
        {
          guint n_before = 0;

          if (g_array_index (blocks, Block, i).key != G_MAXUINT)
            continue;
          for (guint j = 0; j < n; j++)
            n_before += before[j * n + i] && g_array_index (blocks, Block, j).key == G_MAXUINT;
          if (n_before < n_best || (n_before == n_best && g_array_index (blocks, Block, i).x0 <
                                                            g_array_index (blocks, Block, best).x0))
            {
              best = i;
              n_best = n_before;
            }
        }
      g_array_index (blocks, Block, best).key = key;
    }
}

gboolean
jb_page_blocks_order (const JbPiece *pieces, const guint *order, guint n, guint *keys)
{
  g_autofree guint *parents = tie (pieces, order, n);
  g_autoptr(GArray) blocks = make_blocks (pieces, order, n, parents, keys);
  gboolean is_beside = FALSE;

  if (blocks->len < 2 || blocks->len > MAX_BLOCKS)
    return FALSE;
  for (guint i = 1; i < blocks->len && !is_beside; i++)
    for (guint j = 0; j < i && !is_beside; j++)
      {
        const Block *a = &g_array_index (blocks, Block, i), *b = &g_array_index (blocks, Block, j);

        is_beside = MIN (a->y1, b->y1) - MAX (a->y0, b->y0) > 0 && !share_x (a, b);
      }
  if (!is_beside)
    return FALSE;
  number_blocks (blocks);
  for (guint i = 0; i < n; i++)
    keys[order[i]] = g_array_index (blocks, Block, keys[order[i]]).key;
  return TRUE;
}
