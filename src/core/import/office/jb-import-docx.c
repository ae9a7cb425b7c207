/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WordprocessingML (ECMA-376, ISO/IEC 29500, both its namespaces) in its archive, as one XML file (Flat OPC), and as Word 2003
 * wrote it. */
#include "jb-box-flow.h"
#include "jb-docx-numbering.h"
#include "jb-docx-paragraph.h"
#include "jb-import-formats.h"
#include "jb-numbering.h"
#include "jb-ooxml-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CARRIED 4096  /* bytes of a paragraph that wait for the next one */

/* What is kept of the body and of each text box. */
typedef struct
{
  GString  *carry;     /* owned: begins the next paragraph */
  gboolean  in_frame;  /* the last paragraph stood beside the text */
} State;

typedef struct
{
  JbDocxStyles    *styles;     /* lent */
  JbDocxNumbering *numbering;  /* lent */
} Reader;

/* Words drawn as a picture (VML's v:textpath): mostly a headline. */
static void
add_drawn_words (JbBoxFlow *flow)
{
  static const JbOfficeLook look = { .is_bold = TRUE, .is_centred = TRUE };
  g_autofree char *words = jb_xml_dup_attribute (flow->top, "string");

  jb_office_text_add (flow->text, words ?: "", &look);
}

static gpointer
begin (JbBoxFlow *flow)
{
  State *state = g_new0 (State, 1);

  state->carry = g_string_new (NULL);
  if (jb_xml_is (flow->top, "textpath"))
    add_drawn_words (flow);
  return state;
}

/* Nothing comes that the carried text could begin. */
static void
end_carry (JbBoxFlow *flow)
{
  static const JbOfficeLook look = { 0 };
  State *state = flow->state;

  if (state->carry->len > 0)
    jb_office_text_add (flow->text, state->carry->str, &look);
  g_string_truncate (state->carry, 0);
}

static void
end (JbBoxFlow *flow)
{
  State *state = flow->state;

  end_carry (flow);
  g_string_free (state->carry, TRUE);
  g_free (state);
}

/* Adds the paragraph's text, cut at page and column breaks where they stand between sentences; within one they are nothing. */
static void
add_pieces (JbBoxFlow *flow, const char *text, const JbOfficeLook *look)
{
  g_auto(GStrv) pieces = g_strsplit (text, "\f", -1);
  g_autoptr(GString) piece = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      gboolean is_last = pieces[i + 1] == NULL;

      g_string_append (piece, pieces[i]);
      if (!is_last && !jb_office_is_blank (piece->str) && !jb_office_is_blank (pieces[i + 1]) &&
          !jb_office_ends_sentence (piece->str))
        continue;
      if (!jb_office_is_blank (piece->str))
        jb_office_text_add (flow->text, piece->str, look);
      if (!is_last)
        jb_office_text_add_gap (flow->text, 1);
      g_string_truncate (piece, 0);
    }
}

static void
add_text (Reader *self, JbBoxFlow *flow, JbDocxParagraph *paragraph)
{
  State *state = flow->state;
  JbOfficeLook look = jb_style_look_to_office (&paragraph->look.set, &paragraph->tally);
  gboolean has_space = TRUE;
  g_autofree char *number = g_steal_pointer (&paragraph->number);
  g_autofree char *text = NULL;
  char *start;

  if (number == NULL)
    number = jb_docx_numbering_count (self->numbering, &paragraph->look, paragraph->style, &has_space);
  g_string_prepend_len (paragraph->text, state->carry->str, (gssize) state->carry->len);
  g_string_truncate (state->carry, 0);
  if (jb_office_is_blank (paragraph->text->str))
    {
      /* Rows of tables are often counted by cells with nothing but a number. */
      jb_office_text_add (flow->text, jb_office_text_is_in_table (flow->text) && number != NULL ? number : "", &look);
      return;
    }
  /* White space and breaks before all text stand before the number. */
  start = paragraph->text->str;
  if (*start == '\f')
    jb_office_text_add_gap (flow->text, 1);
  if (number != NULL)
    start = g_strchug (start);
  text = jb_numbering_join (number, has_space, start);
  add_pieces (flow, text, &look);
}

static void
read_paragraph (Reader *self, JbBoxFlow *flow, const xmlNode *node)
{
  State *state = flow->state;
  g_autoptr(JbDocxParagraph) paragraph = jb_docx_paragraph_read (node, self->styles);

  if (paragraph->has_break || paragraph->is_frame != state->in_frame)
    jb_office_text_add_gap (flow->text, 1);
  if (paragraph->has_picture && jb_office_is_blank (paragraph->text->str))
    jb_office_text_add_picture (flow->text);
  if (paragraph->goes_on && state->carry->len + paragraph->text->len < MAX_CARRIED)
    g_string_append (state->carry, paragraph->text->str);
  else
    {
      state->in_frame = paragraph->is_frame;
      add_text (self, flow, paragraph);
    }
  if (paragraph->is_last)
    jb_office_text_add_gap (flow->text, 1);
  for (guint i = 0; i < paragraph->boxes->len; i++)
    jb_box_flow_add_box (flow, g_ptr_array_index (paragraph->boxes, i));
}

static gboolean
visit (JbBoxFlow *flow, const xmlNode *node, gpointer data)
{
  if (node->type != XML_ELEMENT_NODE || jb_docx_is_left_out (node) || jb_docx_is_other_branch (node))
    return TRUE;
  if (jb_xml_is (node, "p"))
    {
      read_paragraph (data, flow, node);
      return TRUE;
    }
  if (jb_xml_is (node, "txbxContent"))
    {
      jb_box_flow_add_box (flow, node);
      return TRUE;
    }
  if (jb_xml_is (node, "tbl"))
    jb_office_text_begin_table (flow->text);
  else if (jb_xml_is (node, "tc"))
    jb_office_text_begin_cell (flow->text);
  return FALSE;
}

static void
leave (JbBoxFlow *flow, const xmlNode *node, gpointer data)
{
  if (node->type != XML_ELEMENT_NODE || jb_docx_is_left_out (node))
    return;
  if (jb_xml_is (node, "tbl"))
    jb_office_text_end_table (flow->text);
  else if (jb_xml_is (node, "tc"))
    {
      end_carry (flow);
      jb_office_text_end_cell (flow->text);
    }
}

static const JbBoxFlowReader flow_reader = { begin, end, visit, leave };

static JbDecoded *
read_body (const xmlNode *root, const xmlNode *styles, const xmlNode *numbering, GError **error)
{
  g_autoptr(JbOfficeText) text = jb_office_text_new ();
  g_autoptr(JbDocxStyles) read_styles = jb_docx_styles_new (styles);
  g_autoptr(JbDocxNumbering) read_numbering = jb_docx_numbering_new (numbering);
  Reader reader = { read_styles, read_numbering };

  jb_box_flow_read (&flow_reader, jb_xml_get_child (root, "body") ?: root, text, &reader);
  return jb_office_text_finish (text, error);
}

/* Returns: (transfer full) (nullable): the name of the archive's main part */
static char *
find_main (JbArchive *archive)
{
  g_autofree char *part = jb_ooxml_find_part (archive, NULL, "officeDocument");

  return part != NULL ? g_steal_pointer (&part) : g_strdup (jb_ooxml_find_member (archive, "word/document.xml"));
}

/* Returns: (transfer full) (nullable): the part of that type, or of that name beside the main one */
static xmlDoc *
load_part (JbArchive *archive, const char *main_part, const char *type)
{
  g_autofree char *folder = g_path_get_dirname (main_part);
  g_autofree char *usual = g_strconcat (folder, "/", type, ".xml", NULL);
  g_autofree char *part = jb_ooxml_find_part (archive, main_part, type);
  const char *name = part ?: jb_ooxml_find_member (archive, usual);
  g_autoptr(GBytes) bytes = name != NULL ? jb_archive_load (archive, name, NULL) : NULL;

  return bytes != NULL ? jb_xml_parse (bytes, NULL) : NULL;
}

static gboolean
is_word (const char *root, const char *ns)
{
  return g_strcmp0 (root, "document") == 0 && ns != NULL && strstr (ns, "wordprocessingml") != NULL;
}

static gboolean
recognise (const JbInput *input)
{
  g_autofree char *part = NULL, *root = NULL, *ns = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (input->archive == NULL)
    return g_strcmp0 (input->root, "wordDocument") == 0 ||
           (g_strcmp0 (input->root, "package") == 0 && input->root_ns != NULL && g_str_has_suffix (input->root_ns, "xmlPackage"));
  part = find_main (input->archive);
  if (part == NULL)
    return FALSE;
  bytes = jb_archive_load (input->archive, part, NULL);
  /* A part that is damaged, encrypted or too large has its message from decode(). */
  if (bytes == NULL)
    return g_str_has_prefix (part, "word/");
  return jb_xml_sniff_root (bytes, &root, &ns) ? is_word (root, ns) : g_str_has_prefix (part, "word/");
}

static JbDecoded *
decode_archive (JbArchive *archive, GError **error)
{
  g_autofree char *part = find_main (archive);
  g_autoptr(GBytes) bytes = jb_archive_load (archive, part, error);
  g_autoptr(xmlDoc) document = bytes != NULL ? jb_xml_parse (bytes, error) : NULL;
  g_autoptr(xmlDoc) styles = NULL;
  g_autoptr(xmlDoc) numbering = NULL;

  if (document == NULL)
    return NULL;
  styles = load_part (archive, part, "styles");
  numbering = load_part (archive, part, "numbering");
  return read_body (xmlDocGetRootElement (document), styles != NULL ? xmlDocGetRootElement (styles) : NULL,
                    numbering != NULL ? xmlDocGetRootElement (numbering) : NULL, error);
}

/* Returns: (nullable): the root of the first part of a Flat OPC file whose content is of that type */
static const xmlNode *
find_flat_part (const xmlNode *package, const char *type)
{
  for (const xmlNode *part = jb_xml_get_child (package, "part"); part != NULL; part = jb_xml_get_next (part, "part"))
    {
      g_autofree char *content = jb_xml_dup_attribute (part, "contentType");
      const xmlNode *data = jb_xml_get_child (part, "xmlData");

      if (content != NULL && data != NULL && strstr (content, "wordprocessingml") != NULL && g_str_has_suffix (content, type))
        return xmlFirstElementChild ((xmlNode *) data);
    }
  return NULL;
}

static JbDecoded *
decode_flat (const xmlNode *root, GError **error)
{
  const xmlNode *body;

  if (jb_xml_is (root, "wordDocument"))
    return read_body (root, jb_xml_get_child (root, "styles"), NULL, error);
  body = find_flat_part (root, "main+xml");
  if (body != NULL)
    return read_body (body, find_flat_part (root, "styles+xml"), find_flat_part (root, "numbering+xml"), error);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the office file holds no text document"));
  return NULL;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = NULL;

  if (input->archive != NULL)
    return decode_archive (input->archive, error);
  document = jb_xml_parse (input->bytes, error);
  return document != NULL ? decode_flat (xmlDocGetRootElement (document), error) : NULL;
}

const JbImporter jb_import_docx = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", recognise, decode
};
