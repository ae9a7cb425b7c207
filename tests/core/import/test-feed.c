/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-test-input.h"

#include <locale.h>

#define ITEM "<item><title>题</title><description>柳浦街道召开会议。</description></item>"

static void
test_many_items (void)
{
  g_autoptr(GString) feed = g_string_new ("<rss version='2.0'><channel><title>报</title>");
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (feed, ITEM);
  g_string_append (feed, "</channel></rss>");
  decoded = jb_test_read (feed->str, (gssize) feed->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decoded->articles->len, ==, 5000);
}

static void
test_wrong_charset (void)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(GError) error = NULL;

  bytes = g_convert ("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>云汀报的要闻和民生</title>" ITEM "</channel></rss>",
                     -1, "GB18030", "UTF-8", NULL, &n_bytes, NULL);
  decoded = jb_test_read (bytes, (gssize) n_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded->text, ==, "题\n柳浦街道召开会议。\n");
  g_assert_cmpstr (decoded->masthead->name, ==, "云汀报的要闻和民生");
}

static void
assert_refused (const char *feed, JbError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jb_test_read (feed, -1, &error));
  g_assert_error (error, JB_ERROR, (int) code);
}

static void
test_refused (void)
{
  assert_refused ("<rss><channel><title>空</title></channel></rss>", JB_ERROR_EMPTY);
  assert_refused ("<rss><channel><item><title>只有题</title></item></channel></rss>", JB_ERROR_EMPTY);
  assert_refused ("<rss><channel>" ITEM "</rss>", JB_ERROR_FORMAT);
  assert_refused ("<!DOCTYPE rss [<!ENTITY x '笑'>]><rss><channel>" ITEM "</channel></rss>", JB_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/five-thousand-items", test_many_items);
  g_test_add_func ("/feed/wrong-charset-is-found-out", test_wrong_charset);
  g_test_add_func ("/feed/without-text-or-broken-is-refused", test_refused);
  return g_test_run ();
}
