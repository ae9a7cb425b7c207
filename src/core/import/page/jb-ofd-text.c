/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text object has its own corner (Boundary) and may be turned and stretched within (CTM). In it stand TextCodes, each a line:
 * where its first character stands on the baseline (X, Y), and how far it is to each of the next ones (DeltaX, DeltaY). */
#include "jb-ofd-text.h"

#include "jb-chars.h"

#include <math.h>
#include <string.h>

/* Characters of one TextCode that get a place. */
#define MAX_CODE 20000

/* Where the rectangle of a character begins above the baseline, in em. */
#define ASCENT 0.86

struct _JbOfdFonts
{
  GHashTable *names;  /* owned, of strings by strings */
};

JbOfdFonts *
jb_ofd_fonts_new (void)
{
  JbOfdFonts *self = g_new0 (JbOfdFonts, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
jb_ofd_fonts_free (JbOfdFonts *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

void
jb_ofd_fonts_add (JbOfdFonts *self, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    {
      g_autofree char *id = jb_xml_is (node, "Font") ? jb_xml_dup_attribute (node, "ID") : NULL;
      char *name = id != NULL ? jb_xml_dup_attribute (node, "FontName") : NULL;

      if (name != NULL)
        g_hash_table_insert (self->names, g_steal_pointer (&id), name);
    }
}

guint
jb_ofd_read_numbers (const char *text, double *numbers, guint n_numbers)
{
  guint n = 0;

  while (text != NULL && n < n_numbers)
    {
      char *end;
      double number = g_ascii_strtod (text, &end);

      if (end == text || !isfinite (number))
        break;
      numbers[n++] = number;
      for (text = end; *text == ',' || g_ascii_isspace (*text); text++)
        ;
    }
  return n;
}

void
jb_ofd_read_deltas (const char *text, GArray *deltas, guint n_max)
{
  g_auto(GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n,", -1);
  guint n_left = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double delta;

      if (*words[i] == '\0')
        continue;
      if (g_ascii_strcasecmp (words[i], "g") == 0)
        {
          /* g, how often, how far */
          for (i++; words[i] != NULL && *words[i] == '\0'; i++)
            ;
          if (words[i] == NULL)
            return;
          n_left = (guint) CLAMP (g_ascii_strtoll (words[i], NULL, 10), 0, n_max);
          continue;
        }
      delta = g_ascii_strtod (words[i], NULL);
      for (; n_left > 0 && deltas->len < n_max; n_left--)
        g_array_append_val (deltas, delta);
      n_left = 1;
    }
}

/* A text object: everything its characters have in common. */
typedef struct
{
  double   boundary[4];
  double   ctm[6];
  double   size;     /* of the type, before the CTM */
  double   stretch;  /* HScale */
  double   scale;
  gboolean is_bold;
  guint    font;
} Object;

static double
read_number (const xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *text = jb_xml_dup_attribute (node, name);
  double number;

  return jb_ofd_read_numbers (text, &number, 1) == 1 ? number : otherwise;
}

static gboolean
is_attribute (const xmlNode *node, const char *name, const char *value)
{
  g_autofree char *text = jb_xml_dup_attribute (node, name);

  return text != NULL && g_ascii_strcasecmp (text, value) == 0;
}

static gboolean
is_bold_font (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return strstr (folded, "bold") != NULL || strstr (folded, "黑") != NULL || strstr (folded, "hei") != NULL;
}

static gboolean
read_object (const xmlNode *node, const JbOfdFonts *fonts, double scale, Object *object)
{
  g_autofree char *boundary = jb_xml_dup_attribute (node, "Boundary"), *ctm = jb_xml_dup_attribute (node, "CTM");
  g_autofree char *font = jb_xml_dup_attribute (node, "Font");
  const char *name = font != NULL ? g_hash_table_lookup (fonts->names, font) : NULL;

  *object = (Object) { .ctm = { 1, 0, 0, 1, 0, 0 }, .scale = scale };
  if (is_attribute (node, "Visible", "false"))
    return FALSE;
  jb_ofd_read_numbers (boundary, object->boundary, 4);
  if (ctm != NULL && jb_ofd_read_numbers (ctm, object->ctm, 6) < 4)
    memcpy (object->ctm, (double[]) { 1, 0, 0, 1, 0, 0 }, sizeof object->ctm);
  object->size = read_number (node, "Size", 0);
  object->stretch = read_number (node, "HScale", 1);
  object->is_bold = read_number (node, "Weight", 400) >= 600 || is_attribute (node, "Bold", "true") ||
                    (name != NULL && is_bold_font (name));
  object->font = font != NULL ? g_str_hash (font) : 0;
  return object->size > 0;
}

/* How wide the character is where the file does not say it, in em. */
static double
guess_width (gunichar c)
{
  return c < 0x2000 ? 0.5 : 1;
}

/* From the object's own coordinates to points on the page. */
static void
place (const Object *self, double x, double y, double *page_x, double *page_y)
{
  *page_x = (self->boundary[0] + self->ctm[0] * x + self->ctm[2] * y + self->ctm[4]) * self->scale;
  *page_y = (self->boundary[1] + self->ctm[1] * x + self->ctm[3] * y + self->ctm[5]) * self->scale;
}

/* (x, y) is where the character stands on the baseline; its rectangle may be turned. */
static void
add_char (const Object *self, gunichar c, double x, double y, double advance, JbPageLayout *layout)
{
  double width = self->size * guess_width (c) * self->stretch, corners[4], size;
  JbGlyph glyph = { .c = c, .font = self->font, .confidence = 100, .is_bold = self->is_bold };

  /* Half-width digits stand closer than the guess, and so do the letters of fonts with a width for each. */
  if (advance > 0 && advance < width)
    width = advance;
  else if (c < 0x2000 && advance > width && advance < 1.05 * self->size * self->stretch)
    width = advance;
  place (self, x, y - ASCENT * self->size, &corners[0], &corners[1]);
  place (self, x + width, y + (1 - ASCENT) * self->size, &corners[2], &corners[3]);
  glyph.x = MIN (corners[0], corners[2]);
  glyph.y = MIN (corners[1], corners[3]);
  glyph.width = fabs (corners[2] - corners[0]);
  glyph.height = fabs (corners[3] - corners[1]);
  size = self->size * sqrt (fabs (self->ctm[0] * self->ctm[3] - self->ctm[1] * self->ctm[2])) * self->scale;
  glyph.size = size;
  jb_page_layout_add_glyph (layout, &glyph);
}

/* @x and @y: where the last TextCode began; what this one does not say, it has from there */
static void
read_code (const xmlNode *node, const Object *object, double *x, double *y, JbPageLayout *layout)
{
  g_autofree char *text = jb_xml_dup_text (node), *delta_x = jb_xml_dup_attribute (node, "DeltaX");
  g_autofree char *delta_y = jb_xml_dup_attribute (node, "DeltaY");
  g_autoptr(GArray) right = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) down = g_array_new (FALSE, FALSE, sizeof (double));
  double at_x, at_y;
  guint i = 0;

  *x = at_x = read_number (node, "X", *x);
  *y = at_y = read_number (node, "Y", *y);
  jb_ofd_read_deltas (delta_x, right, MAX_CODE);
  jb_ofd_read_deltas (delta_y, down, MAX_CODE);
  for (const char *p = text; *p != '\0' && i < MAX_CODE; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double step_x, step_y;

      /* The line ends of a file that was laid out for people are none of the text. */
      if (c == '\n' || c == '\r' || c == '\t')
        continue;
      step_x = i < right->len ? g_array_index (right, double, i) : 0;
      step_y = i < down->len ? g_array_index (down, double, i) : 0;
      /* Where it says nothing, the font's own widths count. */
      if (i >= right->len && i >= down->len)
        step_x = object->size * guess_width (c) * object->stretch;
      add_char (object, c, at_x, at_y, step_x, layout);
      at_x += step_x;
      at_y += step_y;
      i++;
    }
}

static void
read_codes (const xmlNode *node, const Object *object, JbPageLayout *layout)
{
  double x = 0, y = 0;

  for (const xmlNode *code = jb_xml_get_child (node, "TextCode"); code != NULL; code = jb_xml_get_next (code, "TextCode"))
    read_code (code, object, &x, &y, layout);
}

void
jb_ofd_read_text (const xmlNode *content, const JbOfdFonts *fonts, double scale, JbPageLayout *layout)
{
  Object object;

  for (const xmlNode *node = content; node != NULL;)
    {
      gboolean is_text = jb_xml_is (node, "TextObject");

      if (is_text && read_object (node, fonts, scale, &object))
        read_codes (node, &object, layout);
      node = jb_xml_walk (content, node, is_text || is_attribute (node, "Visible", "false"));
    }
}
