/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DOCX, ODT and RTF: one article in all three, and files that mean harm. */
#include "jb-office-text.h"
#include "jb-test-input.h"

#include <string.h>

#define W   "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
#define END "</w:body></w:document>"
#define ODF_NS "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' " \
               "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' " \
               "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"

/* Returns: (transfer full): the text, or why it was refused. Takes what was @decoded */
static char *
dup_text (JbDecoded *decoded, const GError *error)
{
  g_autoptr(JbDecoded) taken = decoded;

  if (taken == NULL)
    return g_strdup_printf ("refused: %s", error->message);
  g_assert_true (g_utf8_validate (taken->text, -1, NULL));
  return g_strdup (taken->text);
}

static char *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  JbDecoded *decoded = jb_test_read (text, -1, &error);

  return dup_text (decoded, error);
}

static char *
read_docx (const char *body, const char *styles, const char *numbering)
{
  g_autofree char *document = g_strconcat (W, body, END, NULL);
  const char *names[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml", NULL };
  const char *texts[] = { document, styles, numbering, NULL };
  g_autoptr(GError) error = NULL;
  JbDecoded *decoded = jb_test_read_zip (names, texts, &error);

  return dup_text (decoded, error);
}

static void
assert_rtf (const char *rtf, const char *expected)
{
  g_autofree char *text = read_text (rtf);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_same_article (void)
{
  g_autofree char *docx = read_docx ("<w:p><w:pPr><w:pStyle w:val='t'/></w:pPr><w:r><w:t>夜校开课了</w:t></w:r></w:p>"
                                     "<w:p><w:r><w:t>灯火</w:t></w:r><w:r><w:t>通明。</w:t></w:r></w:p>"
                                     "<w:p><w:r><w:t>学员380人。</w:t></w:r></w:p>",
                                     "<styles><style styleId='t'><name val='Title'/></style></styles>", "<numbering/>");
  g_autofree char *odt = read_text ("<office:document " ODF_NS "><office:body><office:text>"
                                    "<text:p text:style-name='Title'>夜校开课了</text:p><text:p>灯火通明。</text:p>\n"
                                    "<text:p>学员380人。</text:p></office:text></office:body></office:document>");
  g_autofree char *rtf = read_text ("{\\rtf1\\ansi\\ansicpg936\\uc0 \\u22812\\u26657\\u24320\\u-29698\\u20102\\par\n"
                                    "\\'b5\\'c6\\'bb\\'f0\\u-28646\\u26126\\u12290\\par "
                                    "\\u23398\\u21592 380\\u20154\\u12290}");

  g_assert_cmpstr (docx, ==, "夜校开课了\n灯火通明。\n学员380人。\n");
  g_assert_cmpstr (odt, ==, docx);
  g_assert_cmpstr (rtf, ==, "夜校开课了\n灯火通明。\n学员380人。\n");
}

static void
test_single_files (void)
{
  static const char flat[] =
    "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
    "<pkg:part pkg:name='/word/document.xml' pkg:contentType='application/vnd.openxmlformats-officedocument.wordprocessingml."
    "document.main+xml'><pkg:xmlData>" W "<w:p><w:r><w:t>夜校开课了。</w:t></w:r></w:p>" END "</pkg:xmlData></pkg:part>"
    "</pkg:package>";
  static const char old[] =
    "<?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>"
    "<w:body><w:p><w:pPr><w:listPr><t val='（一）'/></w:listPr></w:pPr><w:r><w:t>夜校开课了。</w:t></w:r></w:p></w:body>"
    "</w:wordDocument>";
  g_autofree char *flat_text = read_text (flat);
  g_autofree char *old_text = read_text (old);

  g_assert_cmpstr (flat_text, ==, "夜校开课了。\n");
  g_assert_cmpstr (old_text, ==, "（一）夜校开课了。\n");
}

static void
test_drawn_words (void)
{
  static const char body[] =
    "<w:p><w:r><w:t>正文在前，</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>"
    "<v:textpath string='美丽楼道'/></v:shape></w:pict></w:r><w:r><w:t>一句不断。</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>楼道</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  g_autofree char *text = read_docx (body, "<styles/>",
                                     "<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><numFmt val='decimal'/>"
                                     "<lvlText val='%1'/></lvl></abstractNum><num numId='1'><abstractNumId val='0'/></num>"
                                     "</numbering>");

  g_assert_cmpstr (text, ==, "正文在前，一句不断。\n\n美丽楼道\n\n1\n楼道\n");
}

static void
test_circles (void)
{
  static const char styles[] =
    "<styles><style styleId='a'><name val='甲'/><basedOn val='b'/></style>"
    "<style styleId='b'><name val='乙'/><basedOn val='a'/></style>"
    "<style styleId='c'><name val='丙'/><basedOn val='c'/></style></styles>";
  static const char numbering[] =
    "<numbering><abstractNum abstractNumId='0'><numStyleLink val='x'/><styleLink val='y'/></abstractNum>"
    "<abstractNum abstractNumId='1'><numStyleLink val='y'/><styleLink val='x'/></abstractNum>"
    "<abstractNum abstractNumId='2'><lvl ilvl='0'><numFmt val='decimal'/><lvlText val='%1%9%%'/></lvl>"
    "<lvl ilvl='99'/></abstractNum>"
    "<num numId='1'><abstractNumId val='0'/></num><num numId='2'><abstractNumId val='2'/></num>"
    "<num numId='3'><abstractNumId val='77'/></num></numbering>";
  g_autofree char *text = read_docx ("<w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
                                     "<w:r><w:t>一</w:t></w:r></w:p>"
                                     "<w:p><w:pPr><w:pStyle w:val='c'/><w:numPr><w:ilvl w:val='-1'/><w:numId w:val='2'/></w:numPr>"
                                     "</w:pPr><w:r><w:t>二</w:t></w:r></w:p>"
                                     "<w:p><w:pPr><w:numPr><w:numId w:val='99999999999999999999'/></w:numPr></w:pPr>"
                                     "<w:r><w:t>三</w:t></w:r></w:p>"
                                     "<w:p><w:pPr><w:numPr><w:ilvl w:val='8'/><w:numId w:val='2147483647'/></w:numPr></w:pPr>"
                                     "<w:r><w:t>四</w:t></w:r></w:p>", styles, numbering);

  g_assert_cmpstr (text, ==, "一\n1%%二\n三\n四\n");
}

static void
test_open_fields (void)
{
  g_autofree char *begin = jb_test_repeat ("", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", 1000, "");
  g_autofree char *body = g_strconcat ("<w:p>", begin, "<w:r><w:t>藏</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType='end'/>"
                                       "<w:t>见</w:t></w:r></w:p>", NULL);
  g_autofree char *text = read_docx (body, "<styles/>", "<numbering/>");

  /* A field that is never closed does not swallow what follows its paragraph. */
  g_assert_cmpstr (text, ==, "见\n");
}

static void
test_deleted_ends (void)
{
#define DELETED(text) "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
  g_autofree char *text = read_docx ("<w:tbl><w:tr><w:tc>" DELETED ("甲") "</w:tc><w:tc>" DELETED ("乙") "</w:tc></w:tr></w:tbl>"
                                     DELETED ("丙") "<w:p><w:r><w:t>丁</w:t></w:r></w:p>" DELETED ("戊"), "<styles/>",
                                     "<numbering/>");

  g_assert_cmpstr (text, ==, "甲\n乙\n\n丙丁\n戊\n");
}

static void
test_page_breaks (void)
{
  g_autofree char *docx = read_docx ("<w:p><w:r><w:t>一句。</w:t><w:br w:type='page'/><w:t>二句，</w:t><w:br w:type='column'/>"
                                     "<w:t>还没完。</w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/><w:t>三句。</w:t></w:r></w:p>",
                                     "<styles/>", "<numbering/>");

  g_assert_cmpstr (docx, ==, "一句。\n\n二句，还没完。\n\n三句。\n");
  assert_rtf ("{\\rtf1\\ansicpg65001 一句。\\page 二句，\\column 还没完。\\par \\page 三句。\\par}",
              "一句。\n\n二句，还没完。\n\n三句。\n");
}

static void
test_deep_boxes (void)
{
  g_autofree char *open = jb_test_repeat ("", "<w:p><w:r><w:pict><w:txbxContent>", 50, "");
  g_autofree char *close = jb_test_repeat ("", "</w:txbxContent></w:pict><w:t>外</w:t></w:r></w:p>", 50, "");
  g_autofree char *body = g_strconcat (open, "<w:p><w:r><w:t>里</w:t></w:r></w:p>", close, NULL);
  g_autofree char *text = read_docx (body, "<styles/>", "<numbering/>");
  g_autofree char *cells = jb_test_repeat ("", "<w:tbl><w:tr><w:tc>", 80, "");
  g_autofree char *ends = jb_test_repeat ("", "</w:tc></w:tr></w:tbl>", 80, "");
  g_autofree char *tables = g_strconcat (cells, "<w:p><w:r><w:t>格</w:t></w:r></w:p>", ends, NULL);
  g_autofree char *table_text = read_docx (tables, "<styles/>", "<numbering/>");

  g_assert_true (g_str_has_prefix (text, "外\n\n外\n"));
  g_assert_true (g_str_has_suffix (text, "\n\n里\n"));
  g_assert_cmpstr (table_text, ==, "格\n");
}

static void
test_many_paragraphs (void)
{
  g_autoptr(GString) many = g_string_new (NULL);
  g_autofree char *text = NULL;

  /* No two alike, or the archive is taken for a bomb. */
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (many, "<w:p w:rsid='%08x'><w:pPr><w:pStyle w:val='x'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
                            "<w:r><w:rPr><w:b/></w:rPr><w:t>%x号。</w:t></w:r></w:p>", i * 2654435761U, i * 7919);
  text = read_docx (many->str, "<styles/>",
                    "<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><numFmt val='chineseCounting'/>"
                    "<lvlText val='%1、'/></lvl></abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>");

  g_assert_true (g_str_has_prefix (text, "一、0号。\n二、1eef号。\n"));
  g_assert_nonnull (strstr (text, "\n一九九九九、"));
  g_assert_nonnull (strstr (text, "\n二〇〇〇〇、"));
}

static void
test_odf_circles (void)
{
  g_autofree char *open = jb_test_repeat ("", "<text:list><text:list-item>", 60, "");
  g_autofree char *close = jb_test_repeat ("", "</text:list-item></text:list>", 60, "");
  g_autofree char *flat = g_strconcat (
    "<office:document " ODF_NS "><office:automatic-styles>"
    "<style:style style:family='paragraph' style:name='a' style:parent-style-name='b'/>"
    "<style:style style:family='paragraph' style:name='b' style:parent-style-name='a'/>"
    "<text:list-style style:name='L'><text:list-level-style-number text:level='10' style:num-format='1' "
    "text:display-levels='99' text:start-value='99999999999'/><text:list-level-style-number text:level='11'/></text:list-style>"
    "</office:automatic-styles><office:body><office:text><text:list text:style-name='L' text:continue-list='none'>"
    "<text:list-item>", open, "<text:p text:style-name='a'>一<text:s text:c='999999999'/>二</text:p>", close,
    "</text:list-item></text:list></office:text></office:body></office:document>", NULL);
  g_autofree char *text = read_text (flat);

  g_assert_cmpstr (text, ==, "1 一 二\n");
}

/* A line that only holds its place open is empty, whatever spaces are on it. */
static void
test_blank_items (void)
{
  g_autofree char *text = read_text ("<office:document " ODF_NS "><office:automatic-styles><text:list-style style:name='L'>"
                                     "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
                                     "</text:list-style></office:automatic-styles><office:body><office:text>"
                                     "<text:list text:style-name='L'><text:list-item><text:p>甲</text:p></text:list-item>"
                                     "<text:list-item><text:p>　　</text:p></text:list-item>"
                                     "<text:list-item><text:p>乙</text:p></text:list-item></text:list>"
                                     "</office:text></office:body></office:document>");

  g_assert_cmpstr (text, ==, "1.甲\n\n3.乙\n");
}

static void
test_no_text_in_it (void)
{
  g_autofree char *sheet = read_text ("<office:document " ODF_NS "><office:body><office:spreadsheet/></office:body>"
                                      "</office:document>");
  g_autofree char *empty = read_docx ("", "<styles/>", "<numbering/>");

  g_assert_cmpstr (sheet, ==, "refused: the office file holds no text document");
  g_assert_cmpstr (empty, ==, "refused: there is no text in the file");
}

static void
assert_style (const char *name, JbOfficeRole role, guint level)
{
  guint actual;

  g_assert_cmpint (jb_office_role_from_style (name, &actual), ==, role);
  g_assert_cmpuint (actual, ==, level);
}

static void
test_style_names (void)
{
  assert_style ("heading 2", JB_OFFICE_ROLE_HEADING, 2);
  assert_style ("Heading2", JB_OFFICE_ROLE_HEADING, 2);
  assert_style ("标题 3", JB_OFFICE_ROLE_HEADING, 3);
  assert_style ("二级标题", JB_OFFICE_ROLE_HEADING, 2);
  assert_style ("Title", JB_OFFICE_ROLE_TITLE, 0);
  assert_style ("标题", JB_OFFICE_ROLE_TITLE, 0);
  assert_style ("副标题", JB_OFFICE_ROLE_DECK, 0);
  assert_style ("题注", JB_OFFICE_ROLE_CAPTION, 0);
  assert_style ("toc 1", JB_OFFICE_ROLE_OTHER, 0);
  assert_style ("Heading", JB_OFFICE_ROLE_NONE, 0);
  assert_style ("heading 10", JB_OFFICE_ROLE_NONE, 0);
  assert_style ("标题 1 字符", JB_OFFICE_ROLE_NONE, 0);
  assert_style ("", JB_OFFICE_ROLE_NONE, 0);
  assert_style (NULL, JB_OFFICE_ROLE_NONE, 0);
}

static void
test_hidden_paragraph (void)
{
  g_autofree char *text = read_text ("<office:document " ODF_NS "><office:body><office:text>"
                                     "<text:p>藏<text:hidden-paragraph text:is-hidden='true'/>起</text:p>"
                                     "<text:p>露<text:hidden-text text:is-hidden='true'>藏</text:hidden-text>出</text:p>"
                                     "</office:text></office:body></office:document>");

  g_assert_cmpstr (text, ==, "露出\n");
}

static void
test_rtf_groups (void)
{
  g_autofree char *open = jb_test_repeat ("", "{", 100000, "");
  g_autofree char *close = jb_test_repeat ("", "}", 100000, "");
  g_autofree char *closed = g_strconcat ("{\\rtf1 before", open, "deep", close, "after}", NULL);
  g_autofree char *unclosed = g_strconcat ("{\\rtf1 before", open, "deep", NULL);
  g_autofree char *boxes = jb_test_repeat ("", "{\\shp{\\*\\shpinst{\\shptxt x\\par ", 5000, "");
  g_autofree char *boxed = g_strconcat ("{\\rtf1 ", boxes, NULL);
  g_autofree char *box_text = read_text (boxed);

  assert_rtf (closed, "beforeafter\n");
  assert_rtf (unclosed, "before\n");
  assert_rtf ("{\\rtf1 a}}}}}b", "a\n");
  g_assert_true (g_str_has_prefix (box_text, "x\n"));
}

static void
test_rtf_broken (void)
{
  assert_rtf ("{\\rtf", "refused: there is no text in the file");
  assert_rtf ("{\\rtf1\\", "refused: there is no text in the file");
  assert_rtf ("{\\rtf1 a\\'", "a\n");
  assert_rtf ("{\\rtf1 a\\'4", "a\n");
  assert_rtf ("{\\rtf1 a\\'zzb}", "azzb\n");
  assert_rtf ("{\\rtf1 a\\bin999999999 b}", "a\n");
  assert_rtf ("{\\rtf1 a\\bin-5 b}", "ab\n");
  assert_rtf ("{\\rtf1 {\\* \\pn\\pnlvlblt x}a}", "a\n");
  assert_rtf ("{\\rtf1 a\\u55357 ?b\\u-9215 ?c\\u99999999999 ?d}", "abcd\n");
  assert_rtf ("{\\rtf1 \\uc0\\u-10179\\u-8704 a}", "😀a\n");
  assert_rtf ("{\\rtf1 \\uc99999 \\u19968 b}", "一\n");
  assert_rtf ("{\\rtf1\\ansicpg936 \\'b5}", "refused: there is no text in the file");
  assert_rtf ("{\\rtf1\\ansicpg99999 caf\\'e9}", "café\n");
  assert_rtf ("{\\rtf1 {\\fonttbl{\\f0\\fcharset134}{\\f0\\fcharset136;}}{\\stylesheet{\\s1\\sbasedon1;}}\\s1\\f0 "
              "\\'a4\\'40}", "一\n");
  assert_rtf ("{\\rtf1\\ansicpg936 \xd1\xa7\xd0\xa3}", "学校\n");
  assert_rtf ("\xef\xbb\xbf{\\rtf1\\ansicpg936 学校}", "学校\n");
  assert_rtf ("{\\rtf1\\cell\\row\\nestcell\\trowd a\\cell\\row\\row b}", "a\n\nb\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/one-article-is-the-same-in-all-formats", test_same_article);
  g_test_add_func ("/office/docx-in-single-xml-files", test_single_files);
  g_test_add_func ("/office/docx-drawn-words-and-counted-cells", test_drawn_words);
  g_test_add_func ("/office/docx-circles-and-wrong-numbers-end", test_circles);
  g_test_add_func ("/office/docx-open-field-hides-its-paragraph-only", test_open_fields);
  g_test_add_func ("/office/docx-deleted-ends-join-paragraphs", test_deleted_ends);
  g_test_add_func ("/office/page-breaks-cut-no-sentence", test_page_breaks);
  g_test_add_func ("/office/docx-boxes-and-tables-in-one-another", test_deep_boxes);
  g_test_add_func ("/office/docx-of-many-paragraphs", test_many_paragraphs);
  g_test_add_func ("/office/odf-circles-and-wrong-numbers-end", test_odf_circles);
  g_test_add_func ("/office/odf-blank-items-have-no-number", test_blank_items);
  g_test_add_func ("/office/no-text-is-said-to-be-none", test_no_text_in_it);
  g_test_add_func ("/office/odf-hidden-text-is-left-out", test_hidden_paragraph);
  g_test_add_func ("/office/styles-are-known-by-their-names", test_style_names);
  g_test_add_func ("/office/rtf-groups-are-bounded", test_rtf_groups);
  g_test_add_func ("/office/rtf-that-is-broken-is-read-as-far-as-it-goes", test_rtf_broken);
  return g_test_run ();
}
