/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-docx-styles.h"

#include "jb-style-table.h"
#include "jb-xml-values.h"

#define BODY_OUTLINE  9     /* w:outlineLvl of running text */
#define MAX_HALF_SIZE 3276
#define DEFAULT_SIZE  10    /* points, where no style says one (17.3.2.38) */

struct _JbDocxStyles
{
  JbStyleTable *paragraphs;  /* owned, of JbDocxLook */
  JbStyleTable *runs;        /* owned: the same of character styles */
  const char   *ordinary;    /* lent: id of the default paragraph style, NULL for none */
  JbDocxLook    defaults;    /* w:docDefaults */
};

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

  if (outline == -1 || (look->set.role != -1 && look->set.role != JB_OFFICE_ROLE_NONE && look->set.role != JB_OFFICE_ROLE_HEADING))
    return;
  look->set.role = outline == BODY_OUTLINE ? JB_OFFICE_ROLE_NONE : JB_OFFICE_ROLE_HEADING;
  look->set.level = outline + 1;
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
    look->set.display = theme == NULL && jb_office_is_display_face (face);
}

void
jb_docx_look_read (JbDocxLook *look, const xmlNode *paragraph, const xmlNode *run)
{
  const xmlNode *alignment = jb_xml_get_child (paragraph, "jc");
  int half_size = jb_xml_get_number (jb_xml_get_child (run, "sz"), "val", MAX_HALF_SIZE, -1);

  if (paragraph != NULL)
    {
      read_outline (look, paragraph);
      read_list (look, paragraph);
      if (alignment != NULL)
        look->set.centred = jb_xml_has_value (alignment, "val", "center");
    }
  if (run != NULL)
    {
      read_face (look, run);
      read_switch (run, "b", &look->set.bold);
      read_switch (run, "vanish", &look->set.hidden);
      if (half_size != -1)
        look->set.size = half_size / 2.0;
    }
}

void
jb_docx_look_merge (JbDocxLook *look, const JbDocxLook *other)
{
  jb_style_look_merge (&look->set, &other->set);
  jb_style_value_merge (&look->list, other->list);
  jb_style_value_merge (&look->list_level, other->list_level);
  if (other->list != -1)
    look->list_style = other->list_style;
}

/* Adds what a style itself says, as a JbStyleRead. */
static void
add_own (gpointer data, const xmlNode *style, const char *id, gpointer unused)
{
  JbDocxLook *look = data;
  g_autofree char *name = dup_value (style, "name");
  int list = look->list;

  jb_style_look_read_name (&look->set, name != NULL ? name : id);
  look->list = -1;
  jb_docx_look_read (look, jb_xml_get_child (style, "pPr"), jb_xml_get_child (style, "rPr"));
  if (look->list != -1)
    look->list_style = id;
  else
    look->list = list;
}

static void
read_style (JbDocxStyles *self, const xmlNode *node)
{
  g_autofree char *type = jb_xml_dup_attribute (node, "type");
  g_autofree char *id = jb_xml_dup_attribute (node, "styleId");
  g_autofree char *parent = dup_value (node, "basedOn");
  const char *added;

  if (g_strcmp0 (type, "character") == 0)
    jb_style_table_add (self->runs, id, parent, node);
  else if (type == NULL || g_str_equal (type, "paragraph"))
    {
      added = jb_style_table_add (self->paragraphs, id, parent, node);
      if (added != NULL && self->ordinary == NULL && jb_xml_get_switch (node, "default", FALSE))
        self->ordinary = added;
    }
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

  self->paragraphs = jb_style_table_new (sizeof (JbDocxLook), add_own, NULL);
  self->runs = jb_style_table_new (sizeof (JbDocxLook), add_own, NULL);
  self->defaults = (JbDocxLook) JB_DOCX_LOOK_INIT;
  self->defaults.set.size = DEFAULT_SIZE;
  read_defaults (self, jb_xml_get_child (root, "docDefaults"));
  for (const xmlNode *node = jb_xml_get_child (root, "style"); node != NULL; node = jb_xml_get_next (node, "style"))
    read_style (self, node);
  return self;
}

void
jb_docx_styles_free (JbDocxStyles *self)
{
  jb_style_table_free (self->paragraphs);
  jb_style_table_free (self->runs);
  g_free (self);
}

const JbDocxLook *
jb_docx_styles_get (JbDocxStyles *self, const char *id)
{
  const JbDocxLook *look = jb_style_table_get (self->paragraphs, id, &self->defaults);

  if (look == NULL)
    look = jb_style_table_get (self->paragraphs, self->ordinary, &self->defaults);
  return look != NULL ? look : &self->defaults;
}

const JbDocxLook *
jb_docx_styles_get_run (JbDocxStyles *self, const char *id)
{
  static const JbDocxLook nothing = JB_DOCX_LOOK_INIT;

  return jb_style_table_get (self->runs, id, &nothing);
}
