/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OFD (GB/T 33190-2016), the fixed layout of Chinese offices: a zip archive of XML with the place of each character.
 *
 *   OFD.xml                    DocBody/DocRoot             → where the document is
 *   Doc_0/Document.xml         CommonData/PageArea,
 *                              CommonData/PublicRes …      → where the fonts are named
 *                              Pages/Page BaseLoc          → where the pages are
 *   Doc_0/Pages/…/Content.xml  Content/Layer/…/TextObject/TextCode
 *
 * All lengths are in millimetres. What stands on templates is furniture: letterheads, lines to be filled in, and is left out.
 * Names are matched without their namespace, since files come with and without it. */
#include "jb-import-formats.h"
#include "jb-ofd-text.h"
#include "jb-page-layout.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)

/* A4, which is meant where a page has no size. */
#define USUAL_WIDTH  210
#define USUAL_HEIGHT 297

#define MAX_PAGES 20000

static const char *
find_root (JbArchive *archive)
{
  GPtrArray *names = jb_archive_get_names (archive);

  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (names, i), "OFD.xml") == 0)
      return g_ptr_array_index (names, i);
  return NULL;
}

static gboolean
recognise (const JbInput *input)
{
  return input->archive != NULL && find_root (input->archive) != NULL;
}

/**
 * Where a path leads that stands in the file @base: from the root of the archive, where it begins with a slash, else from the
 * folder of @base. Returns: (transfer full): without . and ..
 */
static char *
resolve (const char *base, const char *path)
{
  const char *slash = strrchr (base, '/');
  g_autofree char *folder = *path == '/' || slash == NULL ? g_strdup ("") : g_strndup (base, (gsize) (slash - base));
  g_autofree char *whole = g_strconcat (folder, "/", path, NULL);
  g_auto(GStrv) parts = g_strsplit_set (whole, "/\\", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], "..") == 0)
      g_ptr_array_set_size (kept, MAX ((int) kept->len - 1, 0));
    else if (*parts[i] != '\0' && strcmp (parts[i], ".") != 0)
      g_ptr_array_add (kept, parts[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/* Returns: (transfer full) (nullable): the document a path in @base leads to; some programs count from the root of the archive
 * without saying so */
static xmlDoc *
load (JbArchive *archive, const char *base, const char *path, char **name, GError **error)
{
  g_autofree char *resolved = resolve (base, path);
  g_autoptr(GBytes) bytes = NULL;

  if (!jb_archive_has (archive, resolved))
    {
      g_autofree char *from_root = resolve ("", path);

      if (jb_archive_has (archive, from_root))
        {
          g_free (resolved);
          resolved = g_steal_pointer (&from_root);
        }
    }
  bytes = jb_archive_load (archive, resolved, error);
  if (bytes == NULL)
    return NULL;
  if (name != NULL)
    *name = g_steal_pointer (&resolved);
  return jb_xml_parse (bytes, error);
}

/* The paper's size, in millimetres, from a page's Area or the document's PageArea. Returns: FALSE where there is none */
static gboolean
read_area (const xmlNode *area, double box[4])
{
  static const char *const names[] = { "PhysicalBox", "ApplicationBox", "ContentBox" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = jb_xml_dup_line (jb_xml_get_child (area, names[i]));

      if (jb_ofd_read_numbers (text, box, 4) == 4 && box[2] >= 1 && box[3] >= 1 && box[2] < 20000 && box[3] < 20000)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const JbInput *input;
  JbPageLayout  *layout;
  JbOfdFonts    *fonts;     /* owned */
  double         paper[4];  /* of pages that do not say theirs */
} Reader;

static void
read_page (Reader *self, const xmlNode *page)
{
  double box[4] = { self->paper[0], self->paper[1], self->paper[2], self->paper[3] };

  read_area (jb_xml_find (page, "Area"), box);
  jb_page_layout_begin_page (self->layout, box[2] * POINTS_PER_MM, box[3] * POINTS_PER_MM);
  jb_ofd_read_text (jb_xml_get_child (page, "Content"), self->fonts, POINTS_PER_MM, self->layout);
  jb_page_layout_end_page (self->layout);
}

static void
load_fonts (Reader *self, const char *name, const xmlNode *common)
{
  for (const xmlNode *node = common != NULL ? common->children : NULL; node != NULL; node = node->next)
    if (jb_xml_is (node, "PublicRes") || jb_xml_is (node, "DocumentRes"))
      {
        g_autofree char *path = jb_xml_dup_line (node);
        g_autoptr(xmlDoc) resources = load (self->input->archive, name, path, NULL, NULL);

        /* Without it, nothing but the fonts' names is lost. */
        if (resources != NULL)
          jb_ofd_fonts_add (self->fonts, xmlDocGetRootElement (resources));
      }
}

/* A page that is missing or broken costs no more than itself. Returns: FALSE where all of them are */
static gboolean
read_pages (Reader *self, const char *name, const xmlNode *pages, GError **error)
{
  g_autoptr(GError) failure = NULL;
  guint n_read = 0, n_done = 0, n_all = 0;

  for (const xmlNode *node = jb_xml_get_child (pages, "Page"); node != NULL; node = jb_xml_get_next (node, "Page"))
    n_all++;
  for (const xmlNode *node = jb_xml_get_child (pages, "Page"); node != NULL && n_done < MAX_PAGES;
       node = jb_xml_get_next (node, "Page"))
    {
      g_autofree char *path = jb_xml_dup_attribute (node, "BaseLoc");
      g_autoptr(xmlDoc) page = path != NULL ? load (self->input->archive, name, path, NULL,
                                                    failure == NULL ? &failure : NULL) : NULL;

      if (page != NULL)
        read_page (self, xmlDocGetRootElement (page));
      n_read += page != NULL;
      jb_input_report (self->input, ++n_done, n_all);
    }
  if (n_read > 0 || failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_document (Reader *self, const char *base, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr(xmlDoc) document = load (self->input->archive, base, path, &name, error);
  const xmlNode *root, *common;
  gboolean is_read;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  common = jb_xml_get_child (root, "CommonData");
  self->paper[2] = USUAL_WIDTH;
  self->paper[3] = USUAL_HEIGHT;
  read_area (jb_xml_get_child (common, "PageArea"), self->paper);
  self->fonts = jb_ofd_fonts_new ();
  load_fonts (self, name, common);
  is_read = read_pages (self, name, jb_xml_get_child (root, "Pages"), error);
  g_clear_pointer (&self->fonts, jb_ofd_fonts_free);
  return is_read;
}

static gboolean
read_documents (const JbInput *input, JbPageLayout *layout, GError **error)
{
  const char *base = find_root (input->archive);
  g_autoptr(xmlDoc) start = load (input->archive, "", base, NULL, error);
  const xmlNode *root = start != NULL ? xmlDocGetRootElement (start) : NULL;
  guint n_documents = 0;

  if (root == NULL)
    return FALSE;
  for (const xmlNode *body = jb_xml_get_child (root, "DocBody"); body != NULL; body = jb_xml_get_next (body, "DocBody"))
    {
      Reader reader = { .input = input, .layout = layout };
      g_autofree char *path = jb_xml_dup_line (jb_xml_get_child (body, "DocRoot"));
      g_autofree char *title = jb_xml_dup_line (jb_xml_find (jb_xml_get_child (body, "DocInfo"), "Title"));

      if (*path == '\0')
        continue;
      if (n_documents++ == 0 && *title != '\0')
        jb_page_layout_set_title (layout, title);
      if (!read_document (&reader, base, path, error))
        return FALSE;
    }
  if (n_documents == 0)
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the OFD file does not say where its document is"));
  return n_documents > 0;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbPageLayout) layout = jb_page_layout_new ();

  if (!read_documents (input, layout, error))
    return NULL;
  if (jb_page_layout_is_empty (layout))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NO_TEXT, _("the pages of the OFD file are pictures"));
      return NULL;
    }
  jb_page_layout_write (layout, builder);
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_ofd = { "application/ofd", recognise, decode };
