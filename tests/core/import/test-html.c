/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decoded-builder.h"
#include "jb-html-fragment.h"
#include "jb-test-input.h"

#include <locale.h>

#define TEXT "街道召开会议，部署工作，要求落实。"

static void
assert_text (const char *html, gssize n_bytes, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = jb_test_read (html, n_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->media_type, ==, "text/html");
  g_assert_cmpstr (decoded->text, ==, text);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *bytes;
    const char *media_type;
  } cases[] = {
    { "<!DOCTYPE html><p>" TEXT, "text/html" },
    { " \n<!-- 注 -->\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><title>题</title>" TEXT, "text/html" },
    { "\xef\xbb\xbf<HTML><BODY>" TEXT, "text/html" },
    { "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>" TEXT "</body></html>", "text/html" },
    { "<p>" TEXT "</p>", "text/html" },
    { "<div><span>" TEXT "</span></div>", "text/html" },
    { "<云汀报>第3期", "text/plain" },
    { "< 10 度的日子有三天，" TEXT, "text/plain" },
    { "<重要>" TEXT "<p>", "text/plain" },
    { "<note><to>" TEXT "</to></note>", "text/plain" },
    { TEXT "<br>" TEXT, "text/plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JbDecoded) decoded = jb_test_read (cases[i].bytes, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (decoded->media_type, ==, cases[i].media_type);
    }
}

static void
test_charsets (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE", "GB18030", "BIG5-HKSCS" };
  static const char html[] = "<html><head><title>x</title></head><body><p>社區今天開會，到會的人很多，大家都說好。</p></body></html>";

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize n_bytes;
      g_autofree char *bytes = g_convert (html, -1, charsets[i], "UTF-8", NULL, &n_bytes, NULL);

      assert_text (bytes, n_bytes, "x\n社區今天開會，到會的人很多，大家都說好。\n");
    }
}

static void
test_broken_bytes (void)
{
  static const char html[] = "<html><head><meta charset=\"gb2312\"></head><body>"
                             "<p>\xbd\xd6\xb5\xc0\xff\xff\xd5\xd9\xbf\xaa\xbb\xe1\xd2\xe9\xa1\xa3</p>"
                             "<p>\xb2\xbf\xca\xf0\xb9\xa4\xd7\xf7\xa1\xa3\xd2\xaa\xc7\xf3\xc2\xe4\xca\xb5\xa1\xa3</p></body>";

  assert_text (html, sizeof html - 1, "街道\xef\xbf\xbd召开会议。\n部署工作。要求落实。\n");
}

static void
test_depth (void)
{
  static const char *const tags[][2] = { { "<div>", "</div>" }, { "<b>", "</i>" }, { "<ul><li>", "" }, { "<table><tr><td>", "" },
                                         { "<font>", "</div>" } };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *open = jb_test_repeat ("<html><body>", tags[i][0], 100000, TEXT);
      g_autofree char *html = jb_test_repeat (open, tags[i][1], 100000, "");

      assert_text (html, -1, TEXT "\n");
    }
}

static void
test_size (void)
{
  g_autofree char *attribute = jb_test_repeat ("<html><body><img src=\"data:", "AAAAAAAAAA", 1024 * 1024,
                                               "\"><p>" TEXT "</p>");
  g_autofree char *tag = jb_test_repeat ("<html><body><p>" TEXT "</p><p ", "a='b' ", 500000, "");
  g_autofree char *comments = jb_test_repeat ("<html><body><p>" TEXT "</p>", "<!-- ", 500000, "");
  g_autofree char *script = jb_test_repeat ("<html><body><p>" TEXT "</p><script>", "</div><p>不是正文，不是。", 10000, "");
  g_autofree char *variables = jb_test_repeat ("<html><body><div id=js_content>" TEXT "</div><script>var ct",
                                               " ct=ct nickname=x msg_title=y", 3000, "</script></body></html>");

  g_autofree char *marks = jb_test_repeat ("<html><body><div>", "<!--enpcontent-->", 100000, "</div><p>" TEXT "</p>");
  g_autofree char *title = jb_test_repeat ("<html><head><title>", "长 - ", 300000, "</title></head><body><p>" TEXT "</p></body>");
  g_autoptr(JbDecoded) decoded = NULL;

  decoded = jb_test_read (title, -1, NULL);
  g_assert_true (g_str_has_suffix (decoded->text, "\n" TEXT "\n"));
  assert_text (marks, -1, TEXT "\n");
  assert_text (attribute, -1, TEXT "\n");
  assert_text (tag, -1, TEXT "\n");
  assert_text (comments, -1, TEXT "\n");
  assert_text (script, -1, TEXT "\n");
  assert_text (variables, -1, TEXT "\n");
}

static void
test_nul (void)
{
  static const char html[] = "<html><body><p>街道召开\0会议，部署工作。</p></body></html>";

  assert_text (html, sizeof html - 1, "街道召开 会议，部署工作。\n");
}

static void
test_title_once (void)
{
  static const char html[] = "<html><head><title>夜校开课了_云汀新闻网</title></head>"
                             "<body><h1>夜校开课了</h1><p>夜校开课了</p><p>" TEXT "</p></body>";
  static const char window[] = "<html><head><title>夜校开课了</title></head><body><p>" TEXT "</p></body>";

  assert_text (html, -1, "夜校开课了\n" TEXT "\n");
  assert_text (window, -1, "夜校开课了\n" TEXT "\n");
}

static void
test_fragment (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbDecoded) decoded = NULL;
  g_autofree char *dump = NULL;

  g_assert_true (jb_html_add_fragment (builder, "&nbsp;&nbsp;一<b>二</b>三<br/><br>四<p>五 &lt; 六<h3>七</h3>"
                                                "<ul><li>八<li>九</ul><p style='display:none'>十"));
  g_assert_false (jb_html_add_fragment (builder, "<p>&nbsp;</p><script>x</script>"));
  g_assert_true (jb_html_add_fragment (builder, "没有标记的文字"));
  decoded = jb_decoded_builder_finish (builder, NULL);
  dump = jb_test_dump_decoded (decoded);
  g_assert_cmpstr (dump, ==, "type: (null)\n一二三\n四\n五 < 六\n[heading 1] 七\n[list] 八\n[list] 九\n没有标记的文字\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/is-told-from-text-and-from-other-xml", test_kinds);
  g_test_add_func ("/html/any-charset", test_charsets);
  g_test_add_func ("/html/broken-bytes-cost-one-character", test_broken_bytes);
  g_test_add_func ("/html/depth-does-no-harm", test_depth);
  g_test_add_func ("/html/size-does-no-harm", test_size);
  g_test_add_func ("/html/nul-is-a-space", test_nul);
  g_test_add_func ("/html/title-is-said-once", test_title_once);
  g_test_add_func ("/html/fragments-lose-nothing", test_fragment);
  return g_test_run ();
}
