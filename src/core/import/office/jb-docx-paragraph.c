/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A walk over the paragraph's tree. A complex field goes  begin  instruction  separate  result  end  and may hold others; text
 * counts where no field around it is still in its instruction. */
#include "jb-docx-paragraph.h"

#include "jb-numbering.h"
#include "jb-symbol-font.h"
#include "jb-xml-values.h"
#include "jb-xml-visit.h"

#include <string.h>

#define MAX_FIELDS      32   /* fields within one another */
#define MAX_INSTRUCTION 128  /* bytes of a field's instruction that are looked at */

typedef struct
{
  JbDocxParagraph *paragraph;           /* lent */
  JbDocxStyles    *styles;              /* lent */
  JbDocxLook       run;                 /* of the run it is in */
  const xmlNode   *drawing;             /* lent: the drawing it is in, NULL for none */
  guint            n_fields;            /* open fields */
  gboolean         results[MAX_FIELDS]; /* of each: its result has begun */
  GString         *instruction;         /* owned: of the innermost field */
} Reader;

gboolean
jb_docx_is_left_out (const xmlNode *node)
{
  static const char *const names[] = {
    "pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "del", "moveFrom", "delText",
    "delInstrText", "rt", "rubyPr", "fldData", "ffData", "customXmlPr", "smartTagPr", "binData", "docOleData", NULL
  };

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  /* A field of a form that nobody filled in shows what should be written there. */
  if (jb_xml_is (node, "sdt"))
    return jb_xml_get_child (jb_xml_get_child (node, "sdtPr"), "showingPlcHdr") != NULL;
  if (jb_xml_is (node, "tr"))
    return jb_xml_get_child (jb_xml_get_child (node, "trPr"), "del") != NULL;
  if (jb_xml_is (node, "tc"))
    return jb_xml_get_child (jb_xml_get_child (node, "tcPr"), "cellDel") != NULL;
  return g_strv_contains (names, (const char *) node->name);
}

static gboolean
has_text (const xmlNode *node)
{
  return jb_xml_find (node, "t") != NULL;
}

gboolean
jb_docx_is_other_branch (const xmlNode *node)
{
  const xmlNode *parent = node->parent, *best;

  if ((!jb_xml_is (node, "Choice") && !jb_xml_is (node, "Fallback")) || !jb_xml_is (parent, "AlternateContent"))
    return FALSE;
  best = jb_xml_get_child (parent, "Choice");
  /* Ink and the like have their words only in the fallback. */
  if (best == NULL || (jb_xml_get_child (parent, "Fallback") != NULL && !has_text (best)))
    best = jb_xml_get_child (parent, "Fallback") ?: best;
  return node != best;
}

static gboolean
is_shown (const Reader *self)
{
  if (self->drawing != NULL || self->run.set.hidden == TRUE)
    return FALSE;
  for (guint i = 0; i < MIN (self->n_fields, MAX_FIELDS); i++)
    if (!self->results[i])
      return FALSE;
  return TRUE;
}

static void
append (Reader *self, const char *text)
{
  if (!is_shown (self))
    return;
  g_string_append (self->paragraph->text, text);
  jb_style_look_count (&self->run.set, &self->paragraph->tally, text);
}

static void
append_text (Reader *self, const xmlNode *node)
{
  g_autofree char *text = jb_xml_dup_text (node);

  g_strdelimit (text, "\t\n\r\f\v", ' ');
  if ((*text == ' ' || g_str_has_suffix (text, " ")) && xmlNodeGetSpacePreserve (node) != 1)
    g_strstrip (text);
  append (self, text);
}

static void
append_symbol (Reader *self, const xmlNode *node)
{
  g_autofree char *code = jb_xml_dup_attribute (node, "char");
  g_autofree char *font = jb_xml_dup_attribute (node, "font");
  gunichar c = code != NULL ? (gunichar) (g_ascii_strtoull (code, NULL, 16) & 0xffff) : 0;
  char text[7] = "";

  if ((c >= 0xf000 && c <= 0xf0ff) || jb_symbol_font_is_one (font))
    c = jb_symbol_font_map (font, c);
  if (c >= 0x20 && g_unichar_validate (c))
    g_unichar_to_utf8 (c, text);
  append (self, text);
}

static void
append_break (Reader *self, const xmlNode *node)
{
  g_autofree char *type = jb_xml_dup_attribute (node, "type");

  append (self, g_strcmp0 (type, "page") == 0 || g_strcmp0 (type, "column") == 0 ? "\f" : "\n");
}

/* EQ \o\ac(○,3) draws a circle over a number: that is ③. */
static void
append_equation (Reader *self)
{
  const char *number = strstr (self->instruction->str, "\\ac(");
  guint64 value;
  char *end;

  if (number == NULL)
    return;
  number = strchr (number, ',') ?: strstr (number, "，");
  if (number == NULL)
    return;
  number = g_utf8_next_char (number);
  value = g_ascii_strtoull (number, &end, 10);
  if (end > number && value <= 50)
    {
      g_autofree char *circle = jb_numbering_format (JB_NUMBERING_CIRCLE, (guint) value);

      append (self, circle);
    }
}

static void
read_field (Reader *self, const xmlNode *node)
{
  g_autofree char *type = jb_xml_dup_attribute (node, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0)
    {
      if (self->n_fields < MAX_FIELDS)
        self->results[self->n_fields] = FALSE;
      self->n_fields++;
      g_string_truncate (self->instruction, 0);
    }
  else if (g_strcmp0 (type, "separate") == 0 && self->n_fields > 0 && self->n_fields <= MAX_FIELDS)
    self->results[self->n_fields - 1] = TRUE;
  else if (g_strcmp0 (type, "end") == 0 && self->n_fields > 0)
    {
      gboolean had_result = self->n_fields <= MAX_FIELDS && self->results[self->n_fields - 1];

      self->n_fields--;
      if (!had_result)
        append_equation (self);
      g_string_truncate (self->instruction, 0);
    }
}

static void
read_instruction (Reader *self, const xmlNode *node)
{
  g_autofree char *text = jb_xml_dup_text (node);

  if (self->instruction->len + strlen (text) < MAX_INSTRUCTION)
    g_string_append (self->instruction, text);
}

static void
begin_run (Reader *self, const xmlNode *node)
{
  const xmlNode *properties = jb_xml_get_child (node, "rPr");
  g_autofree char *style = jb_xml_dup_attribute (jb_xml_get_child (properties, "rStyle"), "val");
  const JbDocxLook *look = jb_docx_styles_get_run (self->styles, style);

  self->run = self->paragraph->look;
  if (look != NULL)
    jb_docx_look_merge (&self->run, look);
  jb_docx_look_read (&self->run, NULL, properties);
}

static gboolean
enter (const xmlNode *node, gpointer data)
{
  Reader *self = data;

  if (node->type != XML_ELEMENT_NODE || jb_docx_is_left_out (node) || jb_docx_is_other_branch (node))
    return FALSE;
  if (jb_xml_is (node, "txbxContent") || (self->drawing != NULL && jb_xml_is (node, "textpath")))
    {
      g_ptr_array_add (self->paragraph->boxes, (gpointer) node);
      return FALSE;
    }
  if (self->drawing != NULL)
    {
      if (jb_xml_is (node, "blip") || jb_xml_is (node, "imagedata"))
        self->paragraph->has_picture = TRUE;
      return TRUE;
    }
  if (jb_xml_is (node, "drawing") || jb_xml_is (node, "pict") || jb_xml_is (node, "object"))
    self->drawing = node;
  else if (jb_xml_is (node, "r"))
    begin_run (self, node);
  else if (jb_xml_is (node, "t"))
    {
      append_text (self, node);
      return FALSE;
    }
  else if (jb_xml_is (node, "tab") || jb_xml_is (node, "ptab"))
    append (self, "\t");
  else if (jb_xml_is (node, "br"))
    append_break (self, node);
  else if (jb_xml_is (node, "cr"))
    append (self, "\n");
  else if (jb_xml_is (node, "noBreakHyphen"))
    append (self, "-");
  else if (jb_xml_is (node, "sym"))
    append_symbol (self, node);
  else if (jb_xml_is (node, "fldChar"))
    read_field (self, node);
  else if (jb_xml_is (node, "instrText"))
    {
      read_instruction (self, node);
      return FALSE;
    }
  return TRUE;
}

static void
leave (const xmlNode *node, gpointer data)
{
  Reader *self = data;

  if (node == self->drawing)
    self->drawing = NULL;
}

static void
read_properties (JbDocxParagraph *self, const xmlNode *properties, JbDocxStyles *styles)
{
  const xmlNode *frame = jb_xml_get_child (properties, "framePr");
  const xmlNode *mark = jb_xml_get_child (properties, "rPr");
  const xmlNode *list = jb_xml_get_child (properties, "listPr");
  g_autofree char *drop_cap = jb_xml_dup_attribute (frame, "dropCap");

  self->style = jb_xml_dup_attribute (jb_xml_get_child (properties, "pStyle"), "val");
  self->look = *jb_docx_styles_get (styles, self->style);
  jb_docx_look_read (&self->look, properties, NULL);
  self->number = jb_xml_dup_attribute (jb_xml_get_child (list, "t"), "val");
  self->is_frame = frame != NULL;
  self->goes_on = (drop_cap != NULL && !g_str_equal (drop_cap, "none")) || jb_xml_get_child (mark, "del") != NULL ||
                  jb_xml_get_child (mark, "moveFrom") != NULL;
  self->has_break = jb_xml_get_child (properties, "pageBreakBefore") != NULL &&
                    jb_xml_get_switch (jb_xml_get_child (properties, "pageBreakBefore"), "val", TRUE);
  self->is_last = jb_xml_get_child (properties, "sectPr") != NULL;
}

JbDocxParagraph *
jb_docx_paragraph_read (const xmlNode *node, JbDocxStyles *styles)
{
  static const JbXmlVisitor visitor = { enter, leave };
  JbDocxParagraph *self = g_new0 (JbDocxParagraph, 1);
  g_autoptr(GString) instruction = g_string_new (NULL);
  Reader reader = { .paragraph = self, .styles = styles, .instruction = instruction };

  self->text = g_string_new (NULL);
  self->boxes = g_ptr_array_new ();
  read_properties (self, jb_xml_get_child (node, "pPr"), styles);
  reader.run = self->look;
  jb_xml_visit (node, &visitor, &reader);
  return self;
}

void
jb_docx_paragraph_free (JbDocxParagraph *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->boxes);
  g_free (self->style);
  g_free (self->number);
  g_free (self);
}
