/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-name-list.h"

#include <string.h>

static JbNameList *
read (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JbNameList *list = jb_name_list_read (bytes, &error);

  g_assert_no_error (error);
  return list;
}

/* Each name as NAME|TYPE|NOTE|ALIAS+ALIAS, the names separated by spaces. */
static char *
print (const JbNameList *list)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *name = g_ptr_array_index (list->names, i);
      g_autofree char *aliases = g_strjoinv ("+", name->aliases);

      g_string_append_printf (text, "%s%s|%d|%s|%s", i > 0 ? " " : "", name->name, name->type, name->note, aliases);
    }
  return g_strdup (text->str);
}

static void
assert_names (const char *text, const char *expected)
{
  g_autoptr(JbNameList) list = read (text);
  g_autofree char *names = print (list);

  g_assert_cmpstr (names, ==, expected);
  g_assert_cmpuint (list->faults->len, ==, 0);
}

static void
test_pairs (void)
{
  assert_names ("柳浦街道,street\n石桥社区,community\n", "柳浦街道|0|| 石桥社区|1||");
  assert_names ("柳浦街道\tstreet\n石桥社区\t社区\n", "柳浦街道|0|| 石桥社区|1||");
  assert_names ("柳浦街道; Street \r\n", "柳浦街道|0||");
  assert_names ("\xef\xbb\xbf柳浦街道,street", "柳浦街道|0||");
}

static void
test_headings (void)
{
  assert_names ("编号,名称,别名,类型,备注\n1,柳浦街道,柳浦；LP街道,街道,云汀区\n", "柳浦街道|0|云汀区|柳浦+LP街道");
  assert_names ("名称,别名\n柳浦街道,柳浦|LP街道/浦街\n", "柳浦街道|-1||柳浦+LP街道+浦街");
  assert_names ("名称\t别名\n柳浦街道\t柳浦;LP街道,浦街\n", "柳浦街道|-1||柳浦+LP街道+浦街");
  assert_names ("Name;Type\n“云上柳浦”;system\n", "“云上柳浦”|8||");
  assert_names ("名称\n柳浦街道\n石桥社区\n", "柳浦街道|-1|| 石桥社区|-1||");
  assert_names ("柳浦街道\n\n  石桥社区　\n", "柳浦街道|-1|| 石桥社区|-1||");
  assert_names ("name,note\n\"柳浦,\"\"新\"\"街道\",\"第一行\n第二行\"\n石桥社区,\n", "柳浦,\"新\"街道|-1|第一行\n第二行| 石桥社区|-1||");
}

static void
test_divisions (void)
{
  g_autoptr(JbNameList) list = read ("90\t云省\t1\t\n9001\t市辖区\t2\t90\n900101\t汀州区\t3\t9001\n900102\t石县\t3\t9001\n"
                                     "900101001\t城关镇\t4\t900101\n900102001\t城关镇\t4\t900102\n");
  g_autofree char *names = print (list);

  g_assert_cmpstr (names, ==, "云省|2|| 汀州区|2|云省| 石县|2|云省| 城关镇|0|云省 汀州区| 城关镇|0|云省 石县|");
  g_assert_cmpuint (list->n_words, ==, 1);
  g_assert_cmpuint (list->faults->len, ==, 0);
}

static void
test_numbered (void)
{
  assert_names ("\"code\",\"name\",\"areaCode\",\"provinceCode\",\"cityCode\"\n"
                "\"900101001\",\"柳浦街道\",\"900101\",\"90\",\"9001\"\n", "柳浦街道|0|900101|");
  assert_names ("code,name,cityCode,provinceCode\n900101,汀州区,9001,90\n", "汀州区|2|9001|");
  assert_names ("名称,上级\n柳浦街道,汀州区\n", "柳浦街道|-1|汀州区|");
  /* Codes that lead back to themselves. */
  assert_names ("code,name,parent,type\n1,云省,2,place\n2,汀州,1,place\n", "云省|2|汀州| 汀州|2|云省|");
}

static void
test_encoding (void)
{
  static const char text[] = "名称,类型\n柳浦街道办事处,街道\n石桥社区居民委员会,社区\n";
  g_autoptr(GError) error = NULL;
  gsize n_bytes;
  char *encoded = g_convert (text, -1, "GB18030", "UTF-8", NULL, &n_bytes, &error);
  g_autoptr(GBytes) bytes = g_bytes_new_take (encoded, n_bytes);
  g_autoptr(JbNameList) list = jb_name_list_read (bytes, &error);
  g_autofree char *names = NULL;

  g_assert_no_error (error);
  names = print (list);
  g_assert_cmpstr (names, ==, "柳浦街道办事处|0|| 石桥社区居民委员会|1||");
}

static void
assert_fault (const JbNameList *list, guint i, guint line, const char *part)
{
  const JbListFault *fault = g_ptr_array_index (list->faults, i);

  g_assert_cmpuint (fault->line, ==, line);
  g_assert_nonnull (strstr (fault->reason, part));
}

static void
test_faults (void)
{
  g_autoptr(JbNameList) list = read ("name,type\n柳浦街道,street\n,street\n石桥社区,galaxy\n\"古亭,community\n柳,street\n"
                                     "古\"亭,community\n\"北\"亭,community\n南亭社区,community\n");
  g_autofree char *names = print (list);

  g_assert_cmpstr (names, ==, "柳浦街道|0|| 古\"亭|1|| 南亭社区|1||");
  g_assert_cmpuint (list->faults->len, ==, 5);
  assert_fault (list, 0, 3, "no name");
  assert_fault (list, 1, 4, "galaxy");
  assert_fault (list, 2, 5, "quotation mark");
  assert_fault (list, 3, 6, "single");
  assert_fault (list, 4, 8, "quotation mark");
}

static void
assert_refused (const char *data, gsize n_bytes, JbError code)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, n_bytes);
  g_autoptr(GError) error = NULL;

  g_assert_null (jb_name_list_read (bytes, &error));
  g_assert_error (error, JB_ERROR, (int) code);
}

static void
test_refused (void)
{
  static const char no_names[] = "\n1,2,3\n4,5,6\n";

  assert_refused ("", 0, JB_ERROR_EMPTY);
  assert_refused ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\1\2\3\4\0\0\0\0", 24, JB_ERROR_BINARY);
  assert_refused (no_names, strlen (no_names), JB_ERROR_FORMAT);
}

/* Every line opens a mark that none closes. */
static void
test_open_marks (void)
{
  g_autoptr(GString) text = g_string_new ("name\n");
  g_autoptr(JbNameList) list = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\"\n\"x\n");
  list = read (text->str);
  g_assert_cmpuint (list->names->len, ==, 0);
  g_assert_cmpuint (list->faults->len, >, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-list/a-name-and-a-type-on-each-line", test_pairs);
  g_test_add_func ("/name-list/headings-say-what-a-column-holds", test_headings);
  g_test_add_func ("/name-list/divisions-are-told-by-their-form", test_divisions);
  g_test_add_func ("/name-list/a-numbered-table-says-what-lies-where", test_numbered);
  g_test_add_func ("/name-list/any-encoding", test_encoding);
  g_test_add_func ("/name-list/a-wrong-row-does-not-lose-the-others", test_faults);
  g_test_add_func ("/name-list/what-is-no-list-is-refused", test_refused);
  g_test_add_func ("/name-list/open-marks-take-linear-time", test_open_marks);
  return g_test_run ();
}
