/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument text (ODF 1.2, ISO/IEC 26300) in its archive and as one XML file. */
#include "jb-box-flow.h"
#include "jb-import-formats.h"
#include "jb-odf-numbering.h"
#include "jb-odf-paragraph.h"
#include "jb-xml-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* A text:list that is open. */
typedef struct
{
  const xmlNode *node;        /* lent */
  char          *style;       /* owned: name of its list style or of the list's it is in; NULL for none */
  JbOdfCount    *count;       /* lent */
  gboolean       is_pending;  /* an item was begun whose number was not given out */
  int            start;       /* of that item; -1 where it follows on */
  gboolean       is_header;   /* it is in an item without a number */
} ListFrame;

typedef struct
{
  JbOdfStyles    *styles;     /* lent */
  JbOdfNumbering *numbering;  /* lent */
} Reader;

static void
clear_frame (gpointer data)
{
  g_free (((ListFrame *) data)->style);
}

/* The state of a flow is its open lists, a GArray of ListFrame. */
static gpointer
begin (JbBoxFlow *flow)
{
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (ListFrame));

  g_array_set_clear_func (lists, clear_frame);
  return lists;
}

static void
end (JbBoxFlow *flow)
{
  g_array_unref (flow->state);
}

static ListFrame *
get_frame (JbBoxFlow *flow)
{
  GArray *lists = flow->state;

  return lists->len > 0 ? &g_array_index (lists, ListFrame, lists->len - 1) : NULL;
}

static void
begin_list (Reader *self, JbBoxFlow *flow, const xmlNode *node)
{
  GArray *lists = flow->state;
  ListFrame *outer = get_frame (flow);
  ListFrame frame = { .node = node, .start = -1 };

  frame.style = jb_xml_dup_attribute (node, "style-name");
  if (frame.style == NULL && outer != NULL)
    frame.style = g_strdup (outer->style);
  if (outer == NULL)
    frame.count = jb_odf_numbering_begin (self->numbering, frame.style, node);
  else
    frame.count = outer->count;
  /* A second list within one item starts anew; where the items around have no text, the list only says its level. */
  if (outer != NULL && !outer->is_pending && !jb_xml_get_switch (node, "continue-numbering", FALSE))
    jb_odf_count_restart (frame.count, MIN (lists->len - 1, JB_ODF_LEVELS - 1));
  g_array_append_val (lists, frame);
}

static void
begin_item (JbBoxFlow *flow, const xmlNode *node)
{
  ListFrame *frame = get_frame (flow);

  if (frame == NULL)
    return;
  frame->is_header = jb_xml_is (node, "list-header");
  frame->is_pending = !frame->is_header;
  frame->start = jb_xml_get_number (node, "start-value", JB_NUMBERING_MAX, -1);
}

/* The number of a paragraph in a list: the first of an item has one.
 * Returns: (transfer full) (nullable) */
static char *
count_item (Reader *self, JbBoxFlow *flow, const JbOdfLook *look, gboolean *has_space)
{
  const GArray *lists = flow->state;
  ListFrame *frame = get_frame (flow);
  const JbOdfList *list = jb_odf_styles_get_list (self->styles, frame->style ?: look->list);

  if (!frame->is_pending)
    return NULL;
  frame->is_pending = FALSE;
  if (list == NULL)
    list = frame->style != NULL && g_str_equal (frame->style, "Outline") ? jb_odf_styles_get_outline (self->styles) : NULL;
  if (list == NULL)
    return NULL;
  return jb_odf_count_next (frame->count, list, MIN (lists->len, JB_ODF_LEVELS) - 1, frame->start, has_space);
}

/* The number of a heading outside of all lists.
 * Returns: (transfer full) (nullable) */
static char *
count_heading (Reader *self, const xmlNode *node, const JbOdfLook *look, gboolean *has_space)
{
  const JbOdfList *list = look->list != NULL ? jb_odf_styles_get_list (self->styles, look->list) :
                          jb_odf_styles_get_outline (self->styles);
  int start = jb_xml_get_number (node, "start-value", JB_NUMBERING_MAX, -1);
  int level = CLAMP (jb_xml_get_number (node, "outline-level", JB_ODF_LEVELS, 1), 1, JB_ODF_LEVELS);

  if (list == NULL || jb_xml_get_switch (node, "is-list-header", FALSE))
    return NULL;
  if (start == -1 && jb_xml_get_switch (node, "restart-numbering", FALSE))
    start = (int) list->levels[level - 1].start;
  return jb_odf_count_next (jb_odf_numbering_get_headings (self->numbering, list), list, (guint) level - 1, start, has_space);
}

/* Returns: (transfer full) (nullable): the number as the file tells it (ODF 1.2 part 1, 6.1.10) */
static char *
dup_told_number (const xmlNode *node)
{
  const xmlNode *number = jb_xml_get_child (node, "number");
  g_autofree char *text = number != NULL ? jb_xml_dup_line (number) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_paragraph (Reader *self, JbBoxFlow *flow, const xmlNode *node)
{
  g_autoptr(JbOdfParagraph) paragraph = jb_odf_paragraph_read (node, self->styles);
  JbOfficeLook look = jb_style_look_to_office (&paragraph->look.set, &paragraph->tally);
  gboolean has_space = TRUE;
  g_autofree char *told = dup_told_number (node);
  g_autofree char *number = NULL;

  if (get_frame (flow) != NULL)
    number = count_item (self, flow, &paragraph->look, &has_space);
  else if (jb_xml_is (node, "h"))
    number = count_heading (self, node, &paragraph->look, &has_space);
  if (paragraph->look.has_break == TRUE)
    jb_office_text_add_gap (flow->text, 1);
  jb_office_text_add_numbered (flow->text, told ?: number, has_space, g_strstrip (paragraph->text->str), paragraph->has_picture,
                               &look);
  for (guint i = 0; i < paragraph->boxes->len; i++)
    jb_box_flow_add_box (flow, g_ptr_array_index (paragraph->boxes, i));
}

static gboolean
visit (JbBoxFlow *flow, const xmlNode *node, gpointer data)
{
  if (node->type != XML_ELEMENT_NODE || jb_odf_is_left_out (node))
    return TRUE;
  if (jb_xml_is (node, "p") || jb_xml_is (node, "h"))
    {
      read_paragraph (data, flow, node);
      return TRUE;
    }
  /* The shapes of a group, and what a frame holds, are one text. */
  if (jb_odf_is_drawing (node) && !jb_odf_is_drawing (flow->top) && node != flow->top)
    {
      jb_box_flow_add_box (flow, node);
      return TRUE;
    }
  if (jb_xml_is (node, "list"))
    begin_list (data, flow, node);
  else if (jb_xml_is (node, "list-item") || jb_xml_is (node, "list-header"))
    begin_item (flow, node);
  else if (jb_xml_is (node, "table"))
    jb_office_text_begin_table (flow->text);
  else if (jb_xml_is (node, "table-cell"))
    jb_office_text_begin_cell (flow->text);
  return FALSE;
}

static void
leave (JbBoxFlow *flow, const xmlNode *node, gpointer data)
{
  GArray *lists = flow->state;
  const ListFrame *frame = get_frame (flow);

  if (node->type != XML_ELEMENT_NODE || jb_odf_is_left_out (node))
    return;
  if (frame != NULL && frame->node == node)
    g_array_set_size (lists, lists->len - 1);
  else if (jb_xml_is (node, "table"))
    jb_office_text_end_table (flow->text);
  else if (jb_xml_is (node, "table-cell"))
    jb_office_text_end_cell (flow->text);
}

static const JbBoxFlowReader flow_reader = { begin, end, visit, leave };

/* @root: what has the body; @styles: (nullable): the root of the part with the named styles */
static JbDecoded *
read_document (const xmlNode *root, const xmlNode *styles, GError **error)
{
  const xmlNode *body = jb_xml_get_child (jb_xml_get_child (root, "body"), "text");
  g_autoptr(JbOfficeText) text = jb_office_text_new ();
  g_autoptr(JbOdfStyles) read_styles = jb_odf_styles_new ();
  g_autoptr(JbOdfNumbering) numbering = jb_odf_numbering_new ();
  Reader reader = { read_styles, numbering };

  if (body == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the office file holds no text document"));
      return NULL;
    }
  jb_odf_styles_add (read_styles, root);
  if (styles != NULL)
    jb_odf_styles_add (read_styles, styles);
  jb_box_flow_read (&flow_reader, body, text, &reader);
  return jb_office_text_finish (text, error);
}

/* Returns: (transfer full) (nullable): what the member called mimetype says */
static char *
load_media_type (JbArchive *archive)
{
  g_autoptr(GBytes) bytes = jb_archive_has (archive, "mimetype") ? jb_archive_load (archive, "mimetype", NULL) : NULL;
  gsize n_bytes;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  return data != NULL ? g_strstrip (g_strndup (data, MIN (n_bytes, 256))) : NULL;
}

static gboolean
is_office (const char *root, const char *ns, const char *wanted)
{
  return g_strcmp0 (root, wanted) == 0 && ns != NULL && strstr (ns, "opendocument:xmlns:office") != NULL;
}

static gboolean
recognise (const JbInput *input)
{
  g_autofree char *media_type = NULL, *root = NULL, *ns = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (input->archive == NULL)
    return is_office (input->root, input->root_ns, "document");
  media_type = load_media_type (input->archive);
  if (media_type != NULL && *media_type != '\0')
    return g_str_has_prefix (media_type, MEDIA_TYPE);
  bytes = jb_archive_has (input->archive, "content.xml") ? jb_archive_load (input->archive, "content.xml", NULL) : NULL;
  return bytes != NULL && jb_xml_sniff_root (bytes, &root, &ns) && is_office (root, ns, "document-content");
}

static gboolean
is_encrypted (JbArchive *archive)
{
  static const char name[] = "META-INF/manifest.xml";
  g_autoptr(GBytes) bytes = jb_archive_has (archive, name) ? jb_archive_load (archive, name, NULL) : NULL;
  g_autoptr(xmlDoc) manifest = bytes != NULL ? jb_xml_parse (bytes, NULL) : NULL;

  return manifest != NULL && jb_xml_find (xmlDocGetRootElement (manifest), "encryption-data") != NULL;
}

static JbDecoded *
decode_archive (JbArchive *archive, GError **error)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) styles = NULL;
  g_autoptr(xmlDoc) document = NULL;
  g_autoptr(xmlDoc) style_document = NULL;

  if (is_encrypted (archive))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_PASSWORD, _("the document is encrypted; save it without a password first"));
      return NULL;
    }
  content = jb_archive_load (archive, "content.xml", error);
  document = content != NULL ? jb_xml_parse (content, error) : NULL;
  if (document == NULL)
    return NULL;
  styles = jb_archive_has (archive, "styles.xml") ? jb_archive_load (archive, "styles.xml", NULL) : NULL;
  style_document = styles != NULL ? jb_xml_parse (styles, NULL) : NULL;
  return read_document (xmlDocGetRootElement (document), style_document != NULL ? xmlDocGetRootElement (style_document) : NULL,
                        error);
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = NULL;

  if (input->archive != NULL)
    return decode_archive (input->archive, error);
  document = jb_xml_parse (input->bytes, error);
  return document != NULL ? read_document (xmlDocGetRootElement (document), NULL, error) : NULL;
}

const JbImporter jb_import_odt = { MEDIA_TYPE, recognise, decode };
