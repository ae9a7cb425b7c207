/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-archive.h"
#include "jb-error.h"
#include "jb-test-input.h"

#include <locale.h>
#include <string.h>

static const char *const names[] = { "正文.xml", "../外.txt", "/etc/外.txt", "二/三.txt", "正文.xml", NULL };
static const char *const texts[] = { "第一份", "不读", "不读", "第三份", "第二份" };

static void
test_members_are_read_by_name (void)
{
  g_autoptr(GBytes) bytes = jb_test_zip (names, texts);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbArchive) archive = jb_archive_open (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jb_archive_get_names (archive)->len, ==, 2);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(GBytes) third = jb_archive_load (archive, "二/三.txt", &error);
      g_autoptr(GBytes) first = jb_archive_load (archive, "正文.xml", &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (third, NULL), g_bytes_get_size (third), "第三份", strlen ("第三份"));
      g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), "第一份", strlen ("第一份"));
    }
  g_assert_null (jb_archive_load (archive, "../外.txt", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

static void
test_cut_archive_is_refused (void)
{
  g_autoptr(GBytes) bytes = jb_test_zip (names, texts);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr(GError) error = NULL;

  g_assert_null (jb_archive_open (cut, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

static void
test_bomb_is_stopped (void)
{
  g_autofree char *zeros = g_strnfill (40 * 1024 * 1024, '0');
  const char *const bomb_names[] = { "word/document.xml", NULL };
  const char *const bomb_texts[] = { zeros };
  g_autoptr(GBytes) bytes = jb_test_zip (bomb_names, bomb_texts);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbArchive) archive = jb_archive_open (bytes, &error);

  g_assert_no_error (error);
  g_assert_null (jb_archive_load (archive, "word/document.xml", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_TOO_LARGE);
}

static void
test_references (void)
{
  static const struct
  {
    const char *from;
    const char *reference;
    const char *name;
  } cases[] = {
    { NULL, "word/document.xml", "word/document.xml" },
    { "", "a.html", "a.html" },
    { "书.opf", "a.html", "a.html" },
    { "书/内容.opf", "a.html#one", "书/a.html" },
    { "书/内容.opf", "./章//%E4%B8%80.html?x=/#y", "书/章/一.html" },
    { "word/document.xml", "/styles.xml", "styles.xml" },
    { "word/document.xml", "..\\styles.xml", "styles.xml" },
    { "word/document.xml", "../../../etc/x", "etc/x" },
    { "a/b.xml", "100%.xml", "a/100%.xml" },
    { "a/b.xml", "#one", "" },
    { "a/b.xml", "..", "" },
    { "a/b.xml", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = jb_archive_resolve (cases[i].from, cases[i].reference);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/members-are-read-by-name-and-stay-inside", test_members_are_read_by_name);
  g_test_add_func ("/archive/cut-archive-is-refused", test_cut_archive_is_refused);
  g_test_add_func ("/archive/bomb-is-stopped", test_bomb_is_stopped);
  g_test_add_func ("/archive/references-lead-to-members-from-where-they-stand", test_references);
  return g_test_run ();
}
