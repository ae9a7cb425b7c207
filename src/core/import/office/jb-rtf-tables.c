/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-tables.h"

#define MAX_CHAIN    16  /* styles based on one another */
#define BODY_OUTLINE 9   /* \outlinelevel of running text */

struct _JbRtfTables
{
  GHashTable *fonts;   /* owned: number → JbRtfFont, owned */
  GHashTable *styles;  /* owned: number → JbRtfStyle, owned */
};

static void
font_free (gpointer data)
{
  JbRtfFont *font = data;

  g_string_free (font->name, TRUE);
  g_free (font);
}

JbRtfTables *
jb_rtf_tables_new (void)
{
  JbRtfTables *self = g_new0 (JbRtfTables, 1);

  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, font_free);
  self->styles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
jb_rtf_tables_free (JbRtfTables *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->styles);
  g_free (self);
}

JbRtfFont *
jb_rtf_tables_get_font (JbRtfTables *self, int number)
{
  return g_hash_table_lookup (self->fonts, GINT_TO_POINTER (number));
}

JbRtfFont *
jb_rtf_tables_add_font (JbRtfTables *self, int number)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self, number);

  if (font == NULL)
    {
      font = g_new0 (JbRtfFont, 1);
      font->name = g_string_new (NULL);
      g_hash_table_insert (self->fonts, GINT_TO_POINTER (number), font);
    }
  return font;
}

void
jb_rtf_tables_add_style (JbRtfTables *self, int number, const char *name, int outline, int parent)
{
  JbRtfStyle *style = g_new0 (JbRtfStyle, 1);

  style->parent = parent;
  style->role = jb_office_role_from_style (name, &style->level);
  if (style->role == JB_OFFICE_ROLE_NONE && outline >= 0 && outline < BODY_OUTLINE)
    {
      style->role = JB_OFFICE_ROLE_HEADING;
      style->level = (guint) outline + 1;
    }
  g_hash_table_replace (self->styles, GINT_TO_POINTER (number), style);
}

JbOfficeRole
jb_rtf_tables_get_role (JbRtfTables *self, int number, guint *level)
{
  for (guint i = 0; i < MAX_CHAIN && number >= 0; i++)
    {
      const JbRtfStyle *style = g_hash_table_lookup (self->styles, GINT_TO_POINTER (number));

      if (style == NULL)
        break;
      if (style->role != JB_OFFICE_ROLE_NONE)
        {
          *level = style->level;
          return style->role;
        }
      number = style->parent;
    }
  *level = 0;
  return JB_OFFICE_ROLE_NONE;
}
