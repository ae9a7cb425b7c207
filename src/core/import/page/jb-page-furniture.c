/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-furniture.h"

#include "jb-chars.h"

#include <math.h>
#include <string.h>

/* Sizes are counted in quarters of a point. */
#define STEPS  4
#define LARGEST 200
#define USUAL  10.5

/* A running head is shorter. */
#define MAX_HEAD 80

struct _JbPageSizes
{
  guint counts[LARGEST * STEPS];
};

JbPageSizes *
jb_page_sizes_new (void)
{
  return g_new0 (JbPageSizes, 1);
}

void
jb_page_sizes_free (JbPageSizes *self)
{
  g_free (self);
}

void
jb_page_sizes_add (JbPageSizes *self, double size, guint n_chars)
{
  int step = (int) floor (size * STEPS + 0.5);

  self->counts[CLAMP (step, 0, LARGEST * STEPS - 1)] += n_chars;
}

/* Sizes beside it count too: recognised type is never twice of the same size. */
double
jb_page_sizes_get_most (const JbPageSizes *self)
{
  guint best = 0, n_best = 0;

  for (guint i = 1; i + 1 < LARGEST * STEPS; i++)
    {
      guint n = 2 * self->counts[i] + self->counts[i - 1] + self->counts[i + 1];

      if (n > n_best)
        {
          best = i;
          n_best = n;
        }
    }
  return best > 0 ? (double) best / STEPS : USUAL;
}

/* 12, — 12 —, -12-, 第12页, 第 3 页 共 12 页, 3/12, ·3· */
static gboolean
is_page_number (const char *text)
{
  guint n_digits = 0, n_chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (jb_char_is_blank (c))
        continue;
      n_chars++;
      if (jb_char_is_digit (c))
        n_digits++;
      else if (!g_utf8_strchr ("第页共/-—–－―·•.|~～一", -1, c) || n_chars > 12)
        return FALSE;
    }
  return n_digits > 0 && n_digits <= 6;
}

static gboolean
is_in_margin (const JbPageParagraph *paragraph, const JbSheetSize *sheet)
{
  return paragraph->n_lines <= 2 && (paragraph->bottom < 0.12 * sheet->height || paragraph->top > 0.88 * sheet->height);
}

/* Returns: (transfer full): its text with all digits as 0, and about where it stands; pages on the left and right may differ */
static char *
make_key (const JbPageParagraph *paragraph)
{
  GString *key = g_string_new (NULL);

  for (const char *p = paragraph->text.text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (jb_char_is_digit (c) || jb_char_is_numeral (c))
        {
          if (key->len == 0 || key->str[key->len - 1] != '0')
            g_string_append_c (key, '0');
        }
      else if (!jb_char_is_blank (c))
        g_string_append_unichar (key, c);
    }
  g_string_append_printf (key, "@%.0f", paragraph->top / 12);
  return g_string_free (key, FALSE);
}

guint8 *
jb_page_furniture_find (const GArray *paragraphs, const GArray *sheets)
{
  guint8 *roles = g_new0 (guint8, paragraphs->len + 1);
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const JbPageParagraph *paragraph = &g_array_index (paragraphs, JbPageParagraph, i);
      g_autofree char *key = NULL;
      gpointer first;

      if (!is_in_margin (paragraph, &g_array_index (sheets, JbSheetSize, paragraph->page)) || paragraph->text.n_chars > MAX_HEAD)
        continue;
      if (is_page_number (paragraph->text.text->str))
        {
          roles[i] = JB_PAGE_ROLE_NUMBER;
          continue;
        }
      key = make_key (paragraph);
      first = g_hash_table_lookup (firsts, key);
      if (paragraph->is_margin)
        roles[i] = JB_PAGE_ROLE_HEAD;
      if (first == NULL)
        g_hash_table_insert (firsts, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
      else if (g_array_index (paragraphs, JbPageParagraph, GPOINTER_TO_UINT (first) - 1).page != paragraph->page)
        {
          roles[i] = JB_PAGE_ROLE_REPEATED;
          if (roles[GPOINTER_TO_UINT (first) - 1] == JB_PAGE_ROLE_TEXT)
            roles[GPOINTER_TO_UINT (first) - 1] = JB_PAGE_ROLE_HEAD;
        }
    }
  return roles;
}
