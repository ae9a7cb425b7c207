/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pinyin.h"

#include <unicode/utrans.h>

/* A syllable has up to six letters and a space. */
#define GROWTH 8

struct _JbPinyin
{
  gboolean         opened;
  UTransliterator *usual;    /* owned, NULL until opened, and where ICU has none */
  UTransliterator *surname;  /* owned, likewise */
  GHashTable      *known[2]; /* owned, name to its spelling, by as_surname */
};

JbPinyin *
jb_pinyin_new (void)
{
  JbPinyin *self = g_atomic_rc_box_new0 (JbPinyin);

  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    self->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

JbPinyin *
jb_pinyin_ref (JbPinyin *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  JbPinyin *self = data;

  if (self->usual != NULL)
    utrans_close (self->usual);
  if (self->surname != NULL)
    utrans_close (self->surname);
  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    g_hash_table_unref (self->known[i]);
}

void
jb_pinyin_unref (JbPinyin *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
open_icu (JbPinyin *self)
{
  UErrorCode status = U_ZERO_ERROR;

  self->opened = TRUE;
  self->usual = utrans_openU (u"Han-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  status = U_ZERO_ERROR;
  self->surname = utrans_openU (u"Han-Latin/Names; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

static char *
spell (UTransliterator *transliterator, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (name, -1, NULL, &n_units, NULL);
  int32_t capacity, length, limit;
  g_autofree UChar *buffer = NULL;

  if (units == NULL || transliterator == NULL)
    return g_strdup (name);
  capacity = (int32_t) n_units * GROWTH + 1;
  length = limit = (int32_t) n_units;
  buffer = g_new (UChar, capacity);
  for (glong i = 0; i < n_units; i++)
    buffer[i] = units[i];
  utrans_transUChars (transliterator, buffer, &length, capacity, 0, &limit, &status);
  return U_FAILURE (status) ? g_strdup (name) : g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
}

char *
jb_pinyin_spell (JbPinyin *self, const char *name, gboolean as_surname)
{
  GHashTable *known = self->known[as_surname ? 1 : 0];
  char *spelled = g_hash_table_lookup (known, name);

  if (spelled == NULL)
    {
      if (!self->opened)
        open_icu (self);
      spelled = spell (as_surname ? self->surname : self->usual, name);
      g_hash_table_insert (known, g_strdup (name), spelled);
    }
  return g_strdup (spelled);
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
