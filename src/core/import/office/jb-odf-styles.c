/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-odf-styles.h"

#include "jb-style-table.h"
#include "jb-symbol-font.h"
#include "jb-xml-values.h"

#include <string.h>

#define MAX_AFFIX 64   /* bytes of what stands around a number */
#define DEFAULT_SIZE 12  /* points, where no style says one */

struct _JbOdfStyles
{
  JbStyleTable *paragraphs;  /* owned, of JbOdfLook */
  JbStyleTable *runs;        /* owned: the same of text styles */
  GStringChunk *names;       /* owned: of the list styles that styles name */
  GHashTable   *lists;       /* owned: name → JbOdfList, owned */
  GHashTable   *faces;       /* owned: name of a font declaration → the font's own name, owned both */
  JbOdfList    *outline;     /* owned, NULL where there is none */
  JbOdfLook     ordinary;    /* of all paragraphs */
};

static void
level_clear (JbOdfLevel *level)
{
  g_free (level->prefix);
  g_free (level->suffix);
  g_free (level->bullet);
  g_free (level->pattern);
}

static void
list_free (gpointer data)
{
  JbOdfList *list = data;

  for (guint i = 0; list != NULL && i < JB_ODF_LEVELS; i++)
    level_clear (&list->levels[i]);
  g_free (list);
}

/* Style names write what is no letter as _20_ */
static char *
dup_readable (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      char *end;
      gulong code = *p == '_' ? strtoul (p + 1, &end, 16) : 0;

      if (*p == '_' && end > p + 1 && end <= p + 6 && *end == '_' && code >= 0x20 && g_unichar_validate ((gunichar) code))
        {
          g_string_append_unichar (text, (gunichar) code);
          p = end;
        }
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static void
read_size (JbOdfLook *look, const xmlNode *text)
{
  g_autofree char *asian = jb_xml_dup_attribute (text, "font-size-asian");
  g_autofree char *western = jb_xml_dup_attribute (text, "font-size");
  const char *size = asian ?: western;
  double value = size != NULL ? g_ascii_strtod (size, NULL) : 0;

  if (!(value > 0) || value > 1000)
    return;
  if (g_str_has_suffix (size, "%"))
    look->set.size = look->set.size > 0 ? MIN (look->set.size * value / 100, 1000) : look->set.size;
  else if (g_str_has_suffix (size, "pt"))
    look->set.size = value;
}

static gboolean
is_bold (const char *weight)
{
  return g_str_equal (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600;
}

static void
read_face (JbOdfLook *look, const JbOdfStyles *self, const xmlNode *text)
{
  g_autofree char *name = jb_xml_dup_attribute (text, "font-name-asian");
  g_autofree char *family = jb_xml_dup_attribute (text, "font-family-asian");
  const char *face = name != NULL ? g_hash_table_lookup (self->faces, name) : NULL;

  if (name != NULL || family != NULL)
    look->set.display = jb_office_is_display_face (family) || jb_office_is_display_face (face ?: name);
}

static void
read_text (JbOdfLook *look, const JbOdfStyles *self, const xmlNode *text)
{
  g_autofree char *asian = jb_xml_dup_attribute (text, "font-weight-asian");
  g_autofree char *western = jb_xml_dup_attribute (text, "font-weight");
  g_autofree char *display = jb_xml_dup_attribute (text, "display");

  if (asian != NULL || western != NULL)
    look->set.bold = is_bold (asian ?: western);
  if (display != NULL)
    look->set.hidden = g_str_equal (display, "none");
  read_size (look, text);
  read_face (look, self, text);
}

static void
read_paragraph (JbOdfLook *look, const xmlNode *paragraph)
{
  g_autofree char *alignment = jb_xml_dup_attribute (paragraph, "text-align");
  g_autofree char *before = jb_xml_dup_attribute (paragraph, "break-before");

  if (alignment != NULL)
    look->set.centred = g_str_equal (alignment, "center");
  if (before != NULL)
    look->has_break = g_str_equal (before, "page") || g_str_equal (before, "column");
}

static void
read_role (JbOdfLook *look, const xmlNode *style, const char *name)
{
  g_autofree char *shown = jb_xml_dup_attribute (style, "display-name");
  g_autofree char *readable = dup_readable (name);
  int outline = jb_xml_get_number (style, "default-outline-level", JB_ODF_LEVELS, -1);

  if (!jb_style_look_read_name (&look->set, shown != NULL ? shown : readable) && outline > 0 &&
      look->set.role != JB_OFFICE_ROLE_TITLE && look->set.role != JB_OFFICE_ROLE_DECK)
    {
      look->set.role = JB_OFFICE_ROLE_HEADING;
      look->set.level = outline;
    }
}

/* Adds what a style itself says, as a JbStyleRead. */
static void
add_own (gpointer data, const xmlNode *style, const char *name, gpointer styles)
{
  const JbOdfStyles *self = styles;
  JbOdfLook *look = data;
  g_autofree char *list = jb_xml_dup_attribute (style, "list-style-name");

  if (jb_xml_has_value (style, "family", "paragraph"))
    read_role (look, style, name);
  if (list != NULL)
    look->list = g_string_chunk_insert_const (self->names, list);
  read_paragraph (look, jb_xml_get_child (style, "paragraph-properties"));
  read_text (look, self, jb_xml_get_child (style, "text-properties"));
}

static void
read_style (JbOdfStyles *self, const xmlNode *node)
{
  g_autofree char *name = jb_xml_dup_attribute (node, "name");
  g_autofree char *parent = jb_xml_dup_attribute (node, "parent-style-name");

  if (jb_xml_has_value (node, "family", "paragraph"))
    jb_style_table_add (self->paragraphs, name, parent, node);
  else if (jb_xml_has_value (node, "family", "text"))
    jb_style_table_add (self->runs, name, parent, node);
}

static char *
dup_affix (const xmlNode *node, const char *name)
{
  g_autofree char *text = jb_xml_dup_attribute (node, name);

  return text != NULL && strlen (text) <= MAX_AFFIX ? g_steal_pointer (&text) : g_strdup ("");
}

/* Returns: (transfer full): the bullet as it can be written */
static char *
dup_bullet (const xmlNode *node)
{
  g_autofree char *text = jb_xml_dup_attribute (node, "bullet-char");
  g_autofree char *font = jb_xml_dup_attribute (jb_xml_get_child (node, "text-properties"), "font-name");
  gunichar c = text != NULL ? g_utf8_get_char (text) : 0;
  GString *bullet = g_string_new (NULL);

  if (c == 0 || g_unichar_type (c) == G_UNICODE_PRIVATE_USE || (c < 0x80 && jb_symbol_font_is_one (font)))
    c = 0x2022;
  g_string_append_unichar (bullet, c);
  return g_string_free (bullet, FALSE);
}

static void
read_level (JbOdfList *list, const xmlNode *node)
{
  int index = jb_xml_get_number (node, "level", JB_ODF_LEVELS, -1) - 1;
  const xmlNode *place = jb_xml_get_child (jb_xml_get_child (node, "list-level-properties"), "list-level-label-alignment");
  g_autofree char *format = jb_xml_dup_attribute (node, "num-format");
  JbOdfLevel *level;

  if (index < 0)
    return;
  level = &list->levels[index];
  level_clear (level);
  level->prefix = dup_affix (node, "num-prefix");
  level->suffix = dup_affix (node, "num-suffix");
  level->bullet = NULL;
  level->pattern = jb_xml_dup_attribute (node, "num-list-format");
  if (level->pattern != NULL && (strlen (level->pattern) > MAX_AFFIX || strchr (level->pattern, '%') == NULL))
    g_clear_pointer (&level->pattern, g_free);
  level->numbering = jb_numbering_from_odf (format);
  if (jb_xml_is (node, "list-level-style-bullet") || jb_xml_is (node, "list-level-style-image"))
    {
      level->numbering = JB_NUMBERING_BULLET;
      level->bullet = dup_bullet (node);
    }
  level->n_shown = (guint) MAX (jb_xml_get_number (node, "display-levels", JB_ODF_LEVELS, 1), 1);
  level->start = (guint) jb_xml_get_number (node, "start-value", JB_NUMBERING_MAX, 1);
  level->is_legal = jb_xml_get_switch (node, "is-legal", FALSE);
  level->has_space = !jb_xml_has_value (place, "label-followed-by", "nothing");
}

/* Returns: (transfer full) */
static JbOdfList *
read_list (const xmlNode *node)
{
  JbOdfList *list = g_new0 (JbOdfList, 1);

  for (guint i = 0; i < JB_ODF_LEVELS; i++)
    list->levels[i] = (JbOdfLevel) { .prefix = g_strdup (""), .suffix = g_strdup (""), .n_shown = 1, .start = 1 };
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      read_level (list, at);
  return list;
}

static void
read_face_declaration (JbOdfStyles *self, const xmlNode *node)
{
  g_autofree char *name = jb_xml_dup_attribute (node, "name");
  g_autofree char *family = jb_xml_dup_attribute (node, "font-family");

  if (name != NULL && family != NULL)
    g_hash_table_insert (self->faces, g_steal_pointer (&name), g_steal_pointer (&family));
}

static void
read_child (JbOdfStyles *self, const xmlNode *node)
{
  g_autofree char *name = NULL;

  if (jb_xml_is (node, "style"))
    read_style (self, node);
  else if (jb_xml_is (node, "font-face"))
    read_face_declaration (self, node);
  else if (jb_xml_is (node, "outline-style") && self->outline == NULL)
    self->outline = read_list (node);
  else if (jb_xml_is (node, "default-style") && jb_xml_has_value (node, "family", "paragraph"))
    {
      read_text (&self->ordinary, self, jb_xml_get_child (node, "text-properties"));
      read_paragraph (&self->ordinary, jb_xml_get_child (node, "paragraph-properties"));
    }
  else if (jb_xml_is (node, "list-style") && (name = jb_xml_dup_attribute (node, "name")) != NULL &&
           !g_hash_table_contains (self->lists, name))
    g_hash_table_insert (self->lists, g_steal_pointer (&name), read_list (node));
}

JbOdfStyles *
jb_odf_styles_new (void)
{
  JbOdfStyles *self = g_new0 (JbOdfStyles, 1);

  self->paragraphs = jb_style_table_new (sizeof (JbOdfLook), add_own, self);
  self->runs = jb_style_table_new (sizeof (JbOdfLook), add_own, self);
  self->names = g_string_chunk_new (64);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ordinary = (JbOdfLook) JB_ODF_LOOK_INIT;
  self->ordinary.set.size = DEFAULT_SIZE;
  return self;
}

void
jb_odf_styles_free (JbOdfStyles *self)
{
  jb_style_table_free (self->paragraphs);
  jb_style_table_free (self->runs);
  g_string_chunk_free (self->names);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->faces);
  list_free (self->outline);
  g_free (self);
}

void
jb_odf_styles_add (JbOdfStyles *self, const xmlNode *root)
{
  static const char *const parts[] = { "font-face-decls", "font-decls", "styles", "automatic-styles" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const xmlNode *part = jb_xml_get_child (root, parts[i]);

      for (const xmlNode *node = part != NULL ? part->children : NULL; node != NULL; node = node->next)
        read_child (self, node);
    }
}

const JbOdfLook *
jb_odf_styles_get_paragraph (JbOdfStyles *self, const char *name)
{
  return jb_style_table_get (self->paragraphs, name, &self->ordinary);
}

const JbOdfLook *
jb_odf_styles_get_run (JbOdfStyles *self, const char *name)
{
  static const JbOdfLook nothing = JB_ODF_LOOK_INIT;

  return jb_style_table_get (self->runs, name, &nothing);
}

const JbOdfList *
jb_odf_styles_get_list (JbOdfStyles *self, const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;
}

const JbOdfList *
jb_odf_styles_get_outline (JbOdfStyles *self)
{
  return self->outline;
}

const JbOdfLook *
jb_odf_styles_get_default (JbOdfStyles *self)
{
  return &self->ordinary;
}

void
jb_odf_look_merge (JbOdfLook *look, const JbOdfLook *other)
{
  jb_style_look_merge (&look->set, &other->set);
  jb_style_value_merge (&look->has_break, other->has_break);
  if (other->list != NULL)
    look->list = other->list;
}
