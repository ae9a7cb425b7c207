/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-odf-paragraph.h"

#include "jb-xml-values.h"
#include "jb-xml-visit.h"

#define MAX_SPACES 64  /* of one text:s */

/* A span that is open. */
typedef struct
{
  const xmlNode *node;   /* lent */
  JbOdfLook      outer;  /* the look around it */
} Span;

typedef struct
{
  JbOdfParagraph *paragraph;    /* lent */
  JbOdfStyles    *styles;       /* lent */
  JbOdfLook       run;          /* where it is */
  GArray         *spans;        /* owned, of Span */
  gboolean        is_hidden;    /* the whole paragraph is */
  gboolean        after_space;  /* white space came last: more of it is nothing */
} Reader;

gboolean
jb_odf_is_left_out (const xmlNode *node)
{
  static const char *const names[] = {
    "note", "annotation", "annotation-end", "tracked-changes", "deletion", "ruby-text", "title", "desc", "forms", "placeholder",
    "script", "number", "object", "object-ole", "binary-data", "event-listeners", "table-of-content-source",
    "illustration-index-source", "table-index-source", "object-index-source", "user-index-source", "alphabetical-index-source",
    "bibliography-source", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "glue-point",
    "enhanced-geometry", NULL
  };

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (jb_xml_is (node, "hidden-text"))
    return jb_xml_get_switch (node, "is-hidden", TRUE);
  return g_strv_contains (names, (const char *) node->name) ||
         (!jb_xml_is (node, "section") ? jb_xml_has_value (node, "display", "none") :
          jb_xml_has_value (node, "display", "none") || jb_xml_get_switch (node, "is-hidden", FALSE));
}

gboolean
jb_odf_is_drawing (const xmlNode *node)
{
  static const char *const names[] = {
    "frame", "custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "line", "connector", "caption", "g",
    "text-box", "measure", "regular-polygon", "control", "page-thumbnail", "scene", NULL
  };

  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static gboolean
has_text (const xmlNode *node)
{
  return jb_xml_find (node, "p") != NULL || jb_xml_find (node, "h") != NULL;
}

static gboolean
is_shown (const Reader *self)
{
  return self->run.set.hidden != TRUE;
}

/* White space in the file is a single space at most (ODF 1.2 part 1, 6.1.2). That of a line end is kept as one that goes away
 * between Chinese characters. */
static void
append_text (Reader *self, const char *content)
{
  GString *text = self->paragraph->text;
  gsize before = text->len;

  if (!is_shown (self) || content == NULL)
    return;
  for (const char *p = content; *p != '\0'; p++)
    {
      gboolean is_space = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';

      if (!is_space)
        g_string_append_c (text, *p);
      else if (!self->after_space)
        g_string_append_c (text, *p == '\n' || *p == '\r' ? '\v' : ' ');
      self->after_space = is_space;
    }
  jb_style_look_count (&self->run.set, &self->paragraph->tally, text->str + before);
}

static void
append_spaces (Reader *self, const xmlNode *node)
{
  int n = jb_xml_get_number (node, "c", MAX_SPACES, 1);

  for (int i = 0; i < n && is_shown (self); i++)
    g_string_append_c (self->paragraph->text, ' ');
}

static void
append_mark (Reader *self, char mark)
{
  if (is_shown (self))
    g_string_append_c (self->paragraph->text, mark);
  self->after_space = FALSE;
}

static void
begin_span (Reader *self, const xmlNode *node)
{
  g_autofree char *name = jb_xml_dup_attribute (node, "style-name");
  const JbOdfLook *look = jb_odf_styles_get_run (self->styles, name);
  Span span = { node, self->run };

  g_array_append_val (self->spans, span);
  if (look != NULL)
    jb_odf_look_merge (&self->run, look);
}

static gboolean
enter (const xmlNode *node, gpointer data)
{
  Reader *self = data;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    append_text (self, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || jb_odf_is_left_out (node))
    return FALSE;
  if (jb_odf_is_drawing (node))
    {
      if (has_text (node))
        g_ptr_array_add (self->paragraph->boxes, (gpointer) node);
      else if (jb_xml_find (node, "image") != NULL)
        self->paragraph->has_picture = TRUE;
      return FALSE;
    }
  if (jb_xml_is (node, "hidden-paragraph") && jb_xml_get_switch (node, "is-hidden", FALSE))
    self->is_hidden = TRUE;
  else if (jb_xml_is (node, "span"))
    begin_span (self, node);
  else if (jb_xml_is (node, "s"))
    append_spaces (self, node);
  else if (jb_xml_is (node, "tab") || jb_xml_is (node, "tab-stop"))
    append_mark (self, '\t');
  else if (jb_xml_is (node, "line-break"))
    append_mark (self, '\n');
  return TRUE;
}

static void
leave (const xmlNode *node, gpointer data)
{
  Reader *self = data;
  const Span *span = self->spans->len > 0 ? &g_array_index (self->spans, Span, self->spans->len - 1) : NULL;

  if (span != NULL && span->node == node)
    {
      self->run = span->outer;
      g_array_set_size (self->spans, self->spans->len - 1);
    }
}

static void
read_look (JbOdfParagraph *self, const xmlNode *node, JbOdfStyles *styles)
{
  g_autofree char *name = jb_xml_dup_attribute (node, "style-name");
  int outline = jb_xml_get_number (node, "outline-level", G_MAXINT, -1);

  if (outline == -1)
    outline = jb_xml_get_number (node, "level", G_MAXINT, -1);
  self->look = *(jb_odf_styles_get_paragraph (styles, name) ?: jb_odf_styles_get_default (styles));
  if (!jb_xml_is (node, "h") || self->look.set.role == JB_OFFICE_ROLE_TITLE || self->look.set.role == JB_OFFICE_ROLE_DECK)
    return;
  if (outline > 0 || self->look.set.role != JB_OFFICE_ROLE_HEADING)
    self->look.set.level = MAX (outline, 1);
  self->look.set.role = JB_OFFICE_ROLE_HEADING;
}

JbOdfParagraph *
jb_odf_paragraph_read (const xmlNode *node, JbOdfStyles *styles)
{
  static const JbXmlVisitor visitor = { enter, leave };
  JbOdfParagraph *self = g_new0 (JbOdfParagraph, 1);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Reader reader = { .paragraph = self, .styles = styles, .spans = spans, .after_space = TRUE };

  self->text = g_string_new (NULL);
  self->boxes = g_ptr_array_new ();
  read_look (self, node, styles);
  reader.run = self->look;
  jb_xml_visit (node, &visitor, &reader);
  if (reader.is_hidden)
    g_string_truncate (self->text, 0);
  return self;
}

void
jb_odf_paragraph_free (JbOdfParagraph *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}
