/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decoded-builder.h"
#include "jb-error.h"
#include "jb-test-input.h"

static void
test_lines_hints_and_articles (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbDecoded) decoded = NULL;
  g_autofree char *dump = NULL;
  g_autoptr(GError) error = NULL;
  guint start;

  jb_decoded_builder_add_gap (builder, 2);
  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, " 云岭村夜校开课了\n");
  jb_decoded_builder_set_date (builder, "2023-07-18");
  jb_decoded_builder_add_author (builder, "林小雨");
  jb_decoded_builder_add_author (builder, "林小雨 ");
  start = jb_decoded_builder_add (builder, "夜幕降临，\n郑海来了。");
  jb_decoded_builder_add_tag (builder, start + 5, start + 7, JB_ENTITY_TYPE_PERSON, NULL);
  jb_decoded_builder_add (builder, " \n");
  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_add_display (builder, "第二篇");
  jb_decoded_builder_set_issue (builder, "云汀报", "621", NULL);
  decoded = jb_decoded_builder_finish (builder, &error);
  g_assert_no_error (error);
  dump = jb_test_dump_decoded (decoded);
  g_assert_cmpstr (dump, ==, "type: (null)\nbulletin: 云汀报, issue 621, -\n=== 2023-07-18; 林小雨\n[title] 云岭村夜校开课了\n"
                             "夜幕降临，郑海来了。\n=== -; \n[display] 第二篇\n<person 郑海 = 郑海>\n");
}

static void
test_nothing_is_an_error (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(GError) error = NULL;

  jb_decoded_builder_add (builder, "\xe2\x80\x8b\n");
  g_assert_null (jb_decoded_builder_finish (builder, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_EMPTY);
}

static void
test_damaged_bytes_are_refused (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(GBytes) bytes = NULL, cut = NULL;
  g_autoptr(GError) error = NULL;

  jb_decoded_builder_add_tag (builder, 2, 9, JB_ENTITY_TYPE_STREET, NULL);
  jb_decoded_builder_add (builder, "短");
  decoded = jb_decoded_builder_finish (builder, NULL);
  variant = g_variant_ref_sink (jb_decoded_to_variant (decoded));
  bytes = g_variant_get_data_as_bytes (variant);
  g_assert_null (jb_decoded_from_bytes (bytes, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  g_clear_error (&error);
  cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_assert_null (jb_decoded_from_bytes (cut, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

static void
test_issues (void)
{
  static const struct
  {
    const char *issue, *number;
  } cases[] = {
    { "621", "621" }, { "第621期", "621" }, { "2023年第7期（总第621期）", "621" }, { "2023年第7期", "7" }, { "No. 12/2023", "12" },
    { "增刊", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
      g_autoptr(JbDecoded) decoded = NULL;

      jb_decoded_builder_set_issue (builder, " 云\n汀报\xff ", cases[i].issue, NULL);
      jb_decoded_builder_add (builder, "短");
      decoded = jb_decoded_builder_finish (builder, NULL);
      g_assert_cmpstr (decoded->masthead->issue, ==, cases[i].number);
      g_assert_cmpstr (decoded->masthead->name, ==, "云汀报\xef\xbf\xbd");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoded-builder/lines-hints-and-articles", test_lines_hints_and_articles);
  g_test_add_func ("/decoded-builder/issues-are-numbers", test_issues);
  g_test_add_func ("/decoded-builder/nothing-is-an-error", test_nothing_is_an_error);
  g_test_add_func ("/decoded-builder/damaged-bytes-are-refused", test_damaged_bytes_are_refused);
  return g_test_run ();
}
