/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article in all formats is one article: the same title, paragraphs and tags. */
#include "jb-article-table.h"
#include "jb-desk.h"
#include "jb-import-job.h"
#include "jb-model-enums.h"
#include "jb-search.h"
#include "jb-test-input.h"
#include "jb-test-library.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

#define TITLE "云岭村夜校又开课了"

static const char *const paragraphs[] = {
  "夜幕降临，柳浦街道云岭村文化礼堂里灯火通明，三十多位村民正在上课。这是云汀区农民夜校今年第三次开班，报名的人比去年多了一倍。",
  "“夜校办到家门口，学的又用得上，大家自然愿意来。”柳浦街道党工委书记郑海说，今年街道投入85万元，改造了6处文化礼堂。",
  "据了解，夜校由云汀区农业农村局主办，开设电商直播、果树修剪、家电维修等12门课程。上半年，全区已有3200多人次走进课堂。",
  "下一步，云汀区将把夜校与“百村提升”行动结合起来，年底前实现全区46个村全覆盖。",
};

/* The pieces with @before and @behind around each paragraph. */
static char *
wrap (const char *before, const char *behind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    g_string_append_printf (text, "%s%s%s", before, paragraphs[i], behind);
  return g_string_free (text, FALSE);
}

static GBytes *
take (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_text (void)
{
  g_autofree char *body = wrap ("　　", "\n");

  return take (g_strconcat (TITLE "\n", body, NULL));
}

static GBytes *
make_html (void)
{
  g_autofree char *body = wrap ("<p>　　", "</p>\n");

  return take (g_strconcat ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" TITLE "_云汀新闻网</title></head><body>"
                            "<div class=\"nav\"><a href=\"/\">首页</a><a href=\"/b\">要闻</a></div><h1>" TITLE "</h1>"
                            "<div class=\"article\">", body, "</div><div class=\"footer\">版权所有 云汀新闻网</div></body></html>",
                            NULL));
}

static GBytes *
make_docx (void)
{
  static const char *const names[] = { "[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/document.xml", NULL };
  g_autofree char *body = wrap ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
  g_autofree char *document = g_strconcat (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
      "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>" TITLE "</w:t></w:r></w:p>", body, "</w:body></w:document>", NULL);
  const char *texts[] = {
    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
    " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
    " Target=\"word/document.xml\"/></Relationships>",
    "<?xml version=\"1.0\"?><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"Title\"/></w:style></w:styles>",
    document,
  };

  return jb_test_zip (names, texts);
}

static GBytes *
make_odt (void)
{
  static const char *const names[] = { "mimetype", "content.xml", NULL };
  g_autofree char *body = wrap ("<text:p>", "</text:p>");
  g_autofree char *content = g_strconcat (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
      "<text:h text:outline-level=\"1\">" TITLE "</text:h>", body, "</office:text></office:body></office:document-content>",
      NULL);
  const char *texts[] = { "application/vnd.oasis.opendocument.text", content };

  return jb_test_zip (names, texts);
}

static GBytes *
make_epub (void)
{
  static const char *const names[] = { "mimetype", "META-INF/container.xml", "OEBPS/content.opf", "OEBPS/一.xhtml", NULL };
  g_autofree char *body = wrap ("<p>", "</p>");
  g_autofree char *chapter = g_strconcat ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"
                                          "<head><title>一</title></head><body><h1>" TITLE "</h1>", body, "</body></html>", NULL);
  const char *texts[] = {
    "application/epub+zip",
    "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
    "<rootfile full-path=\"OEBPS/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
    "<?xml version=\"1.0\"?><package version=\"3.0\" xmlns=\"http://www.idpf.org/2007/opf\"><metadata/><manifest>"
    "<item id=\"c\" href=\"%E4%B8%80.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"c\"/>"
    "</spine></package>",
    chapter,
  };

  return jb_test_zip (names, texts);
}

/* Words of RTF: what is not ASCII as \u with a question mark for programs that know no Unicode. */
static void
append_rtf (GString *rtf, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_printf (rtf, g_utf8_get_char (p) < 0x80 ? "%c" : "\\u%d?", (gint16) g_utf8_get_char (p));
}

static GBytes *
make_rtf (void)
{
  static const char head[] = "{\\rtf1\\ansi\\ansicpg936\\uc1{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\n\\pard\\s1\\b\\fs36 ";
  GString *rtf = g_string_new (head);

  append_rtf (rtf, TITLE);
  g_string_append (rtf, "\\par\n\\pard\\plain\\fs24 ");
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      append_rtf (rtf, paragraphs[i]);
      g_string_append (rtf, "\\par\n");
    }
  g_string_append (rtf, "}");
  return take (g_string_free (rtf, FALSE));
}

static GBytes *
make_nitf (void)
{
  g_autofree char *body = wrap ("<p>", "</p>");

  return take (g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body>"
                            "<body.head><hedline><hl1>" TITLE "</hl1></hedline></body.head><body.content><block>", body,
                            "</block></body.content></body></nitf>", NULL));
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double y, double points)
{
  g_autofree char *name = g_strdup_printf ("Noto Serif CJK SC %.0fpx", points);
  PangoFontDescription *font = pango_font_description_from_string (name);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  cairo_move_to (cr, 60, y);
  pango_cairo_show_layout (cr, layout);
}

/* A page set as a printer would: lines of 36 characters, justified, with an indent of two. */
static GBytes *
make_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  double y = 120;

  pango_layout_set_text (layout, TITLE, -1);
  show_layout (cr, layout, 60, 24);
  pango_layout_set_width (layout, 36 * 13 * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_indent (layout, 2 * 13 * PANGO_SCALE);
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      int height;

      pango_layout_set_text (layout, paragraphs[i], -1);
      show_layout (cr, layout, y, 13);
      pango_layout_get_pixel_size (layout, NULL, &height);
      y += height;
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Returns: (transfer full): title, paragraphs and tags of the only article that was imported */
static char *
describe (JbLibrary *library, const char *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = jb_desk_load_source (library, source, &error);
  GString *text = g_string_new (NULL);
  const JbArticle *article;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  article = g_ptr_array_index (articles, 0);
  g_string_append_printf (text, "%s\n", article->title);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->kind != JB_BLOCK_KIND_TITLE)
        g_string_append_printf (text, "%s %s\n", jb_enum_to_nick (JB_TYPE_BLOCK_KIND, (int) block->kind), block->text);
    }
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      g_string_append_printf (text, "%s %u-%u %s\n", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, (int) mention->type), mention->start,
                              mention->end, mention->name);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  GBytes   *(*make) (void);
} formats[] = {
  { "txt", make_text }, { "html", make_html }, { "docx", make_docx }, { "odt", make_odt }, { "nitf", make_nitf },
  { "pdf", make_pdf }, { "rtf", make_rtf }, { "epub", make_epub },
};

static void
test_sameness (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GBytes) bytes = formats[i].make ();
      g_autoptr(GError) error = NULL;
      g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, formats[i].name, bytes, NULL, &error);
      g_autofree char *actual = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (result->reason, ==, NULL);
      actual = describe (t->library, result->source);
      g_test_message ("%s", formats[i].name);
      if (expected == NULL)
        expected = g_steal_pointer (&actual);
      else
        g_assert_cmpstr (actual, ==, expected);
    }
  g_assert_nonnull (strstr (expected, "leader "));
  g_assert_nonnull (strstr (expected, "street "));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/formats/one-article-is-the-same-in-all", JbTestLibrary, NULL, jb_test_library_set_up, test_sameness,
              jb_test_library_tear_down);
  return g_test_run ();
}
