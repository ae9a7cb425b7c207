/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-docx-styles.h"

#include "jb-xml-values.h"

#include <string.h>

#define MAX_CHAIN     64    /* styles based on one another */
#define BODY_OUTLINE  9     /* w:outlineLvl of running text */
#define MAX_HALF_SIZE 3276
#define DEFAULT_HALF_SIZE 20  /* where no style says one (17.3.2.38) */

typedef struct
{
  const xmlNode *node;         /* lent */
  char          *id;           /* owned */
  char          *parent;       /* owned, NULL for none */
  gboolean       is_resolved;
  JbDocxLook     look;         /* with what is inherited, once is_resolved */
} Style;

struct _JbDocxStyles
{
  GHashTable *paragraphs;  /* owned: id → Style, owned */
  GHashTable *runs;        /* owned: the same of character styles */
  Style      *ordinary;    /* lent: the default paragraph style, NULL for none */
  JbDocxLook  defaults;    /* w:docDefaults */
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->id);
  g_free (style->parent);
  g_free (style);
}

static char *
dup_value (const xmlNode *parent, const char *name)
{
  return jb_xml_dup_attribute (jb_xml_get_child (parent, name), "val");
}

static void
read_switch (const xmlNode *parent, const char *name, int *value)
{
  const xmlNode *node = jb_xml_get_child (parent, name);

  if (node != NULL)
    *value = jb_xml_get_switch (node, "val", TRUE);
}

static void
read_outline (JbDocxLook *look, const xmlNode *paragraph)
{
  int outline = jb_xml_get_number (jb_xml_get_child (paragraph, "outlineLvl"), "val", BODY_OUTLINE, -1);

  if (outline == -1 || (look->role != -1 && look->role != JB_OFFICE_ROLE_NONE && look->role != JB_OFFICE_ROLE_HEADING))
    return;
  look->role = outline == BODY_OUTLINE ? JB_OFFICE_ROLE_NONE : JB_OFFICE_ROLE_HEADING;
  look->level = outline + 1;
}

static void
read_list (JbDocxLook *look, const xmlNode *paragraph)
{
  const xmlNode *list = jb_xml_get_child (paragraph, "numPr");
  int id = jb_xml_get_number (jb_xml_get_child (list, "numId"), "val", G_MAXINT, -1);
  int level = jb_xml_get_number (jb_xml_get_child (list, "ilvl"), "val", 8, -1);

  if (id != -1)
    {
      look->list = id;
      look->list_style = NULL;
    }
  if (level != -1 || id != -1)
    look->list_level = level;
}

static void
read_face (JbDocxLook *look, const xmlNode *run)
{
  const xmlNode *fonts = jb_xml_get_child (run, "rFonts");
  g_autofree char *face = jb_xml_dup_attribute (fonts, "eastAsia");
  g_autofree char *theme = jb_xml_dup_attribute (fonts, "eastAsiaTheme");

  if (theme != NULL || face != NULL)
    look->display = theme == NULL && jb_office_is_display_face (face);
}

void
jb_docx_look_read (JbDocxLook *look, const xmlNode *paragraph, const xmlNode *run)
{
  const xmlNode *alignment = jb_xml_get_child (paragraph, "jc");

  if (paragraph != NULL)
    {
      read_outline (look, paragraph);
      read_list (look, paragraph);
      if (alignment != NULL)
        look->centred = jb_xml_has_value (alignment, "val", "center");
    }
  if (run != NULL)
    {
      read_face (look, run);
      read_switch (run, "b", &look->bold);
      read_switch (run, "vanish", &look->hidden);
      look->half_size = jb_xml_get_number (jb_xml_get_child (run, "sz"), "val", MAX_HALF_SIZE, look->half_size);
    }
}

static void
merge (int *value, int other)
{
  if (other != -1)
    *value = other;
}

void
jb_docx_look_merge (JbDocxLook *look, const JbDocxLook *other)
{
  merge (&look->role, other->role);
  merge (&look->level, other->level);
  merge (&look->half_size, other->half_size);
  merge (&look->bold, other->bold);
  merge (&look->hidden, other->hidden);
  merge (&look->centred, other->centred);
  merge (&look->display, other->display);
  merge (&look->list, other->list);
  merge (&look->list_level, other->list_level);
  if (other->list != -1)
    look->list_style = other->list_style;
}

static void
read_style (JbDocxStyles *self, const xmlNode *node)
{
  g_autofree char *type = jb_xml_dup_attribute (node, "type");
  g_autofree char *id = jb_xml_dup_attribute (node, "styleId");
  GHashTable *styles = g_strcmp0 (type, "character") == 0 ? self->runs : self->paragraphs;
  Style *style;

  if (id == NULL || (type != NULL && !g_str_equal (type, "paragraph") && styles == self->paragraphs) ||
      g_hash_table_contains (styles, id))
    return;
  style = g_new0 (Style, 1);
  style->node = node;
  style->parent = dup_value (node, "basedOn");
  style->id = g_steal_pointer (&id);
  g_hash_table_insert (styles, style->id, style);
  if (styles == self->paragraphs && self->ordinary == NULL && jb_xml_get_switch (node, "default", FALSE))
    self->ordinary = style;
}

static void
read_defaults (JbDocxStyles *self, const xmlNode *node)
{
  jb_docx_look_read (&self->defaults, jb_xml_get_child (jb_xml_get_child (node, "pPrDefault"), "pPr"),
                     jb_xml_get_child (jb_xml_get_child (node, "rPrDefault"), "rPr"));
}

JbDocxStyles *
jb_docx_styles_new (const xmlNode *root)
{
  JbDocxStyles *self = g_new0 (JbDocxStyles, 1);

  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, style_free);
  self->runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, style_free);
  self->defaults = (JbDocxLook) JB_DOCX_LOOK_INIT;
  self->defaults.half_size = DEFAULT_HALF_SIZE;
  read_defaults (self, jb_xml_get_child (root, "docDefaults"));
  for (const xmlNode *node = jb_xml_get_child (root, "style"); node != NULL; node = jb_xml_get_next (node, "style"))
    read_style (self, node);
  return self;
}

void
jb_docx_styles_free (JbDocxStyles *self)
{
  g_hash_table_unref (self->paragraphs);
  g_hash_table_unref (self->runs);
  g_free (self);
}

/* Adds what the style itself says. */
static void
add_own (JbDocxLook *look, const Style *style)
{
  g_autofree char *name = dup_value (style->node, "name");
  guint level;
  JbOfficeRole role = jb_office_role_from_style (name ?: style->id, &level);
  int list = look->list;

  if (role != JB_OFFICE_ROLE_NONE)
    {
      look->role = (int) role;
      look->level = (int) level;
    }
  look->list = -1;
  jb_docx_look_read (look, jb_xml_get_child (style->node, "pPr"), jb_xml_get_child (style->node, "rPr"));
  if (look->list != -1)
    look->list_style = style->id;
  else
    look->list = list;
}

static const JbDocxLook *
resolve (const JbDocxStyles *self, GHashTable *styles, Style *style)
{
  const Style *chain[MAX_CHAIN];
  const Style *at = style;
  guint n = 0;

  if (style->is_resolved)
    return &style->look;
  style->look = styles == self->paragraphs ? self->defaults : (JbDocxLook) JB_DOCX_LOOK_INIT;
  while (at != NULL && !at->is_resolved && n < MAX_CHAIN)
    {
      chain[n++] = at;
      at = at->parent != NULL ? g_hash_table_lookup (styles, at->parent) : NULL;
    }
  if (at != NULL && at->is_resolved)
    style->look = at->look;
  while (n > 0)
    add_own (&style->look, chain[--n]);
  style->is_resolved = TRUE;
  return &style->look;
}

const JbDocxLook *
jb_docx_styles_get (JbDocxStyles *self, const char *id)
{
  Style *style = id != NULL ? g_hash_table_lookup (self->paragraphs, id) : NULL;

  style = style ?: self->ordinary;
  return style != NULL ? resolve (self, self->paragraphs, style) : &self->defaults;
}

const JbDocxLook *
jb_docx_styles_get_run (JbDocxStyles *self, const char *id)
{
  Style *style = id != NULL ? g_hash_table_lookup (self->runs, id) : NULL;

  return style != NULL ? resolve (self, self->runs, style) : NULL;
}
