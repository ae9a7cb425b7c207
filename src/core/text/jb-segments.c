/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-segments.h"

#include <string.h>
#include <unicode/ubrk.h>

/* Opening one takes far longer than cutting a paragraph, so each thread keeps its own. */
static GPrivate breaker = G_PRIVATE_INIT ((GDestroyNotify) ubrk_close);

static UBreakIterator *
get_breaker (void)
{
  UBreakIterator *iterator = g_private_get (&breaker);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator != NULL)
    return iterator;
  iterator = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;
  g_private_set (&breaker, iterator);
  return iterator;
}

void
jb_segments_cut (const gunichar *chars, guint n, guint8 *begins)
{
  g_autofree UChar *text = g_new (UChar, 2 * (gsize) n + 1);
  g_autofree guint *position = g_new (guint, 2 * (gsize) n + 1);
  UBreakIterator *iterator = get_breaker ();
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_units = 0;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = chars[i];

      position[n_units] = i;
      if (c > 0xffff)
        {
          text[n_units++] = (UChar) (0xd7c0 + (c >> 10));
          position[n_units] = i;
        }
      text[n_units++] = c > 0xffff ? (UChar) (0xdc00 | (c & 0x3ff)) : (UChar) c;
    }
  position[n_units] = n;
  memset (begins, 0, n + 1);
  begins[0] = begins[n] = 1;
  if (iterator == NULL)
    return;
  ubrk_setText (iterator, text, n_units, &status);
  if (U_SUCCESS (status))
    for (int32_t at = ubrk_first (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
      begins[position[at]] = 1;
  /* It must not go on pointing at what is freed now. */
  status = U_ZERO_ERROR;
  ubrk_setText (iterator, NULL, 0, &status);
}
