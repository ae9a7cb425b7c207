/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-xml.h"

#include <glib.h>
#include <string.h>

static xmlDoc *
parse (const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jb_xml_parse (bytes, error);
}

static void
assert_refused (const char *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

static void
test_entities_are_refused (void)
{
  assert_refused ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
  assert_refused ("<!DOCTYPE a [<!ENTITY x '笑'>]><a>&x;</a>");
  assert_refused ("<!DOCTYPE a [<!ENTITY % x '笑'>]><a/>");
  assert_refused ("<a>&unknown;</a>");
}

static void
test_broken_is_refused (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);

  assert_refused ("");
  assert_refused ("<a><b></a>");
  assert_refused ("<a>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str);
}

static void
test_encoding (void)
{
  g_autoptr(xmlDoc) lying = parse ("<?xml version='1.0' encoding='GB2312'?><a>街道喆</a>", NULL);
  g_autofree char *lying_text = jb_xml_dup_text (xmlDocGetRootElement (lying));
  g_autofree char *gbk = g_convert ("<?xml version='1.0' encoding='GB2312'?><a>街道喆</a>", -1, "GB18030", "UTF-8", NULL, NULL,
                                    NULL);
  g_autoptr(xmlDoc) honest = parse (gbk, NULL);
  g_autofree char *honest_text = jb_xml_dup_text (xmlDocGetRootElement (honest));

  g_assert_cmpstr (lying_text, ==, "街道喆");
  g_assert_cmpstr (honest_text, ==, "街道喆");
}

static void
test_walking (void)
{
  g_autoptr(xmlDoc) document = parse ("<n:a xmlns:n='urn:x' n:k='值'><b>一<c>二\n  三</c></b><!-- 注 --><b>四</b></n:a>", NULL);
  const xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *text = jb_xml_dup_text (root);
  g_autofree char *line = jb_xml_dup_line (root);
  g_autofree char *attribute = jb_xml_dup_attribute (root, "k");
  g_autofree char *second = jb_xml_dup_text (jb_xml_get_next (jb_xml_get_child (root, "b"), "b"));

  g_assert_true (jb_xml_is (root, "a"));
  g_assert_true (jb_xml_is (jb_xml_find (root, "c"), "c"));
  g_assert_null (jb_xml_find (root, "d"));
  g_assert_cmpstr (text, ==, "一二\n  三四");
  g_assert_cmpstr (line, ==, "一二三四");
  g_assert_cmpstr (attribute, ==, "值");
  g_assert_cmpstr (second, ==, "四");
}

static void
test_sniffing (void)
{
  static const char text[] = "\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- 注 --><rss version='2.0'><channel>";
  g_autoptr(GBytes) feed = g_bytes_new_static (text, strlen (text));
  g_autoptr(GBytes) plain = g_bytes_new_static ("街道", strlen ("街道"));
  g_autofree char *root = NULL, *ns = NULL, *none = NULL, *none_ns = NULL;

  g_assert_true (jb_xml_sniff_root (feed, &root, &ns));
  g_assert_cmpstr (root, ==, "rss");
  g_assert_null (ns);
  g_assert_false (jb_xml_sniff_root (plain, &none, &none_ns));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/declared-entities-are-refused", test_entities_are_refused);
  g_test_add_func ("/xml/broken-or-deep-is-refused", test_broken_is_refused);
  g_test_add_func ("/xml/declared-charset-counts-only-where-it-is-not-utf-8", test_encoding);
  g_test_add_func ("/xml/trees-are-walked-by-local-names", test_walking);
  g_test_add_func ("/xml/root-is-known-from-the-beginning", test_sniffing);
  return g_test_run ();
}
