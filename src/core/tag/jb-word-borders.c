/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-word-borders.h"

#include <string.h>
#include <unicode/ubrk.h>

static void
close_iterator (gpointer data)
{
  ubrk_close (data);
}

/* Returns: (transfer none): the iterator of this thread, NULL where ICU has none */
static UBreakIterator *
get_iterator (void)
{
  static GPrivate iterators = G_PRIVATE_INIT (close_iterator);
  UBreakIterator *iterator = g_private_get (&iterators);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator == NULL)
    {
      iterator = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
      if (U_FAILURE (status))
        return NULL;
      g_private_set (&iterators, iterator);
    }
  return iterator;
}

void
jb_word_borders_find (const gunichar *chars, guint n, guint8 *borders)
{
  UBreakIterator *iterator = get_iterator ();
  g_autofree UChar *units = g_new (UChar, n * 2 + 1);
  g_autofree guint *positions = g_new (guint, n * 2 + 1);  /* by code unit: the code point it belongs to */
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_units = 0, at;

  memset (borders, iterator == NULL, n + 1);
  if (iterator == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      positions[n_units] = i;
      if (chars[i] > 0xffff)
        {
          units[n_units++] = (UChar) (0xd7c0 + (chars[i] >> 10));
          positions[n_units] = i;
          units[n_units++] = (UChar) (0xdc00 | (chars[i] & 0x3ff));
        }
      else
        units[n_units++] = (UChar) chars[i];
    }
  positions[n_units] = n;
  ubrk_setText (iterator, units, n_units, &status);
  if (U_FAILURE (status))
    {
      memset (borders, 1, n + 1);
      return;
    }
  for (at = ubrk_first (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
    borders[positions[at]] = 1;
}
