/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-mixed.h"
#include "jb-name-finder.h"
#include "jb-stamp.h"
#include "jb-tag-form.h"

#include <string.h>

/* Returns: (transfer full): the tags of @decoded as "text:type:name", with commas between */
static char *
dump_tags (const JbDecoded *decoded)
{
  g_autoptr(GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < decoded->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (decoded->tags, JbTag, i);
      g_autofree char *text = g_utf8_substring (decoded->text, tag->start, tag->end);

      g_ptr_array_add (tags, g_strdup_printf ("%s:%s", text, tag->name ?: ""));
    }
  g_ptr_array_add (tags, NULL);
  return g_strjoinv (",", (char **) tags->pdata);
}

static void
assert_decoded (JbDecodedBuilder *builder, const char *text, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = jb_decoded_builder_finish (builder, &error);
  g_autofree char *tags = NULL;

  g_assert_no_error (error);
  tags = dump_tags (decoded);
  g_assert_cmpstr (decoded->text, ==, text);
  g_assert_cmpstr (tags, ==, expected);
}

static void
test_cleaning (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbTaggedLine) line = jb_tagged_line_new ();
  guint start;

  jb_decoded_builder_add (builder, "第一行");
  jb_tagged_line_append (line, "\n \t昨天，\xe2\x80\x8b");
  start = jb_tagged_line_get_place (line);
  jb_tagged_line_append (line, "\n 何\n  清\xef\xbb\xbf ");
  jb_tagged_line_tag (line, start, jb_tagged_line_get_place (line), JB_ENTITY_TYPE_PERSON, NULL);
  jb_tagged_line_append (line, "\n到\xf0\xa0\xae\xb7");
  start = jb_tagged_line_get_place (line);
  jb_tagged_line_append (line, "A B\n公司");
  jb_tagged_line_tag (line, start, jb_tagged_line_get_place (line), JB_ENTITY_TYPE_ORGANISATION, "甲公司");
  /* Nothing is left of this one. */
  start = jb_tagged_line_get_place (line);
  jb_tagged_line_append (line, " \n ");
  jb_tagged_line_tag (line, start, jb_tagged_line_get_place (line), JB_ENTITY_TYPE_PLACE, NULL);
  jb_tagged_line_emit (line, builder, NULL, TRUE);
  jb_tagged_line_emit (line, builder, NULL, TRUE);
  assert_decoded (builder, "第一行\n昨天，何清到𠮷A B 公司\n", "何清:,A B 公司:甲公司");
}

/* p is a block, t a tag, a an aside; any other is nothing. */
static JbMixedRole
judge (const xmlNode *node, gpointer data)
{
  switch (*node->name)
    {
    case 'p':
      return JB_MIXED_BLOCK_ROLE;
    case 't':
      return (JbMixedRole) { .act = JB_MIXED_TAG, .type = JB_ENTITY_TYPE_PERSON };
    case 'a':
      return (JbMixedRole) { .act = JB_MIXED_ASIDE };
    case 'c':
      return (JbMixedRole) { .act = JB_MIXED_CELL };
    case 'r':
      return (JbMixedRole) { .act = JB_MIXED_ROW };
    default:
      return JB_MIXED_PLAIN_ROLE;
    }
}

static void
assert_mixed (const char *xml, const char *text, const char *tags)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr(xmlDoc) document = jb_xml_parse (bytes, NULL);

  jb_mixed_add (builder, xmlDocGetRootElement (document), judge, NULL);
  assert_decoded (builder, text, tags);
}

static void
test_tags (void)
{
  assert_mixed ("<p>甲<t>何清</t>乙</p>", "甲何清乙\n", "何清:");
  assert_mixed ("<p><t>何<t>清</t></t></p>", "何清\n", "何清:,清:");
  assert_mixed ("<p><t><a>书记</a> 何清</t></p>", "书记 何清\n", "何清:");
  assert_mixed ("<p><t>何清<a>书记</a></t></p>", "何清书记\n", "何清:");
  assert_mixed ("<p><t><a>书记</a></t><a>书记</a></p>", "书记书记\n", "");
  /* What goes over the end of a line is no name. */
  assert_mixed ("<x><t>何<p>清</p></t></x>", "何\n清\n", "");
  assert_mixed ("<x>甲<p>乙<p>丙</p>丁</p>戊</x>", "甲\n乙\n丙\n丁\n戊\n", "");
  assert_mixed ("<r> <c> 一<p>号</p>线 </c>\n <c>\n<t>何清</t></c> </r>", "一号线　何清\n", "何清:");
}

static void
test_finder (void)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbNameFinder) finder = jb_name_finder_new ();
  gsize start_byte;

  jb_decoded_builder_add (builder, "何清不在这一篇里。");
  jb_decoded_builder_get_text (builder, &start_byte);
  jb_name_finder_add (finder, "何清", JB_ENTITY_TYPE_PERSON, NULL);
  jb_name_finder_add (finder, "何清", JB_ENTITY_TYPE_LEADER, "何清二");
  jb_name_finder_add (finder, "何清河", JB_ENTITY_TYPE_PLACE, NULL);
  jb_name_finder_add (finder, "何", JB_ENTITY_TYPE_PERSON, NULL);
  jb_name_finder_add (finder, "AI", JB_ENTITY_TYPE_SYSTEM, NULL);
  jb_name_finder_add (finder, "云岭", JB_ENTITY_TYPE_COMMUNITY, "云岭村");
  jb_name_finder_add (finder, "", JB_ENTITY_TYPE_PLACE, NULL);
  {
    guint start = jb_decoded_builder_get_length (builder);

    jb_decoded_builder_add (builder, "何清到何清河边，何清何清。");
    jb_decoded_builder_add (builder, "云岭用AI，不用MAI2。");
    jb_name_finder_tag (finder, builder, start_byte, start);
  }
  assert_decoded (builder, "何清不在这一篇里。\n何清到何清河边，何清何清。\n云岭用AI，不用MAI2。\n", "何清:,何清河:,何清:,何清:,云岭:云岭村,AI:");
}

static void
test_stamps (void)
{
  static const struct
  {
    const char *stamp, *date;
  } cases[] = {
    { "20200421T080000+0800", "2020-04-21" },
    { "20200421T000000+0800", "2020-04-21" },
    { "2020-04-20T22:00:00Z", "2020-04-21" },
    { "2020-04-21T22:00:00", "2020-04-21" },
    { " 2020-04-21T08:00:00.123+08:00\n", "2020-04-21" },
    { "20200421", "2020-04-21" },
    { "2020-04-21", "2020-04-21" },
    { "2020-04-21+08:00", "2020-04-21" },
    { "2020-04-21 08:00:00", "2020-04-21" },
    { "2020", NULL },
    { "20201341", NULL },
    { "昨天", NULL },
    { "", NULL },
    { "T", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = jb_stamp_to_date (cases[i].stamp);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_forms (void)
{
  gboolean is_certain;

  g_assert_cmpint (jb_tag_form_of_place ("柳浦街道"), ==, JB_ENTITY_TYPE_STREET);
  g_assert_cmpint (jb_tag_form_of_place ("云岭镇"), ==, JB_ENTITY_TYPE_STREET);
  g_assert_cmpint (jb_tag_form_of_place ("云岭古镇"), ==, JB_ENTITY_TYPE_PLACE);
  g_assert_cmpint (jb_tag_form_of_place ("石桥社区"), ==, JB_ENTITY_TYPE_COMMUNITY);
  g_assert_cmpint (jb_tag_form_of_place ("云汀"), ==, JB_ENTITY_TYPE_PLACE);
  g_assert_cmpint (jb_tag_form_of_place (""), ==, JB_ENTITY_TYPE_PLACE);
  g_assert_cmpint (jb_tag_form_of_thing ("柳浦老街改造二期工程", &is_certain), ==, JB_ENTITY_TYPE_PROJECT);
  g_assert_true (is_certain);
  g_assert_cmpint (jb_tag_form_of_thing ("夏季清凉专项行动", &is_certain), ==, JB_ENTITY_TYPE_CAMPAIGN);
  g_assert_true (is_certain);
  g_assert_cmpint (jb_tag_form_of_thing ("教育", &is_certain), ==, JB_ENTITY_TYPE_CAMPAIGN);
  g_assert_false (is_certain);
  g_assert_true (jb_tag_form_is_name ("赵建平"));
  g_assert_false (jb_tag_form_is_name ("urn:何清"));
  g_assert_false (jb_tag_form_is_name ("p1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tagged-line/tags-move-with-the-characters", test_cleaning);
  g_test_add_func ("/mixed/tags-blocks-and-rows", test_tags);
  g_test_add_func ("/name-finder/the-longest-name-wherever-it-stands", test_finder);
  g_test_add_func ("/stamp/days-are-those-of-china", test_stamps);
  g_test_add_func ("/tag-form/types-by-form", test_forms);
  return g_test_run ();
}
