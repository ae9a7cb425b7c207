/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pinyin.h"

#include <unicode/utrans.h>

/* A syllable has up to six letters and a space. */
#define GROWTH 8

struct _JbPinyin
{
  UTransliterator *usual;    /* owned */
  UTransliterator *surname;  /* owned */
};

JbPinyin *
jb_pinyin_new (void)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr(JbPinyin) self = g_new0 (JbPinyin, 1);

  self->usual = utrans_openU (u"Han-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  self->surname = utrans_openU (u"Han-Latin/Names; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_SUCCESS (status) ? g_steal_pointer (&self) : NULL;
}

void
jb_pinyin_free (JbPinyin *self)
{
  utrans_close (self->usual);
  utrans_close (self->surname);
  g_free (self);
}

char *
jb_pinyin_spell (JbPinyin *self, const char *name, gboolean as_surname)
{
  UErrorCode status = U_ZERO_ERROR;
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (name, -1, NULL, &n_units, NULL);
  int32_t capacity, length, limit;
  g_autofree UChar *buffer = NULL;

  if (units == NULL)
    return g_strdup (name);
  capacity = (int32_t) n_units * GROWTH + 1;
  length = limit = (int32_t) n_units;
  buffer = g_new (UChar, capacity);
  for (glong i = 0; i < n_units; i++)
    buffer[i] = units[i];
  utrans_transUChars (as_surname ? self->surname : self->usual, buffer, &length, capacity, 0, &limit, &status);
  return U_FAILURE (status) ? g_strdup (name) : g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
}

char *
jb_pinyin_take_initials (const char *spelled)
{
  g_autoptr(GString) initials = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *at = spelled; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (at_start && g_unichar_isalnum (c))
        g_string_append_unichar (initials, c);
      at_start = !g_unichar_isalnum (c);
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}
