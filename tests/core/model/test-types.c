/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-model-enums.h"
#include "jb-types.h"

static void
test_nicks (void)
{
  int value = -1;

  g_assert_cmpstr (jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, JB_ENTITY_TYPE_STREET), ==, "street");
  g_assert_cmpstr (jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, JB_ENTITY_TYPE_SYSTEM), ==, "system");
  g_assert_cmpstr (jb_enum_to_nick (JB_TYPE_FIGURE_QUALIFIER, JB_FIGURE_QUALIFIER_AT_LEAST), ==, "at-least");
  g_assert_cmpstr (jb_enum_to_nick (JB_TYPE_REVIEW_STATE, JB_REVIEW_STATE_IN_REVIEW), ==, "in-review");
  g_assert_true (jb_enum_from_nick (JB_TYPE_BLOCK_KIND, "caption", &value));
  g_assert_cmpint (value, ==, JB_BLOCK_KIND_CAPTION);
  g_assert_false (jb_enum_from_nick (JB_TYPE_BLOCK_KIND, "Caption", &value));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/nicks-are-the-words-of-the-files", test_nicks);
  return g_test_run ();
}
