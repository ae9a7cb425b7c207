/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-query.h"

/* The terms as "+word" or "-word", with "|" before one that is joined to the term before it. */
static void
assert_terms (const char *string, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbQuery) query = jb_query_parse (string, &error);
  g_autoptr(GString) terms = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < query->terms->len; i++)
    {
      const JbTerm *term = g_ptr_array_index (query->terms, i);

      g_string_append_printf (terms, "%s%s%s%s", i > 0 ? " " : "", term->or_previous ? "|" : "",
                              term->negated ? "-" : "+", term->text);
    }
  g_assert_cmpstr (terms->str, ==, expected);
}

static void
test_terms (void)
{
  assert_terms ("", "");
  assert_terms ("街道 社区", "+街道 +社区");
  assert_terms ("街道 AND 社区", "+街道 +社区");
  assert_terms ("街道 OR 社区 NOT 小区", "+街道 |+社区 -小区");
  assert_terms ("街道　-社区", "+街道 -社区");
  assert_terms ("“百日 清零” \"AND\"", "+百日 清零 +AND");
  assert_terms ("OR 街道", "+街道");
}

static void
test_filters (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbQuery) query = jb_query_parse ("entity:“柳浦 街道” type:street from:2024-01-02 to:2024-02-03 state:in-review 会", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (query->entity_name, ==, "柳浦 街道");
  g_assert_cmpint (query->type, ==, JB_ENTITY_TYPE_STREET);
  g_assert_cmpstr (query->from, ==, "2024-01-02");
  g_assert_cmpstr (query->to, ==, "2024-02-03");
  g_assert_cmpint (query->state, ==, JB_REVIEW_STATE_IN_REVIEW);
  g_assert_cmpuint (query->terms->len, ==, 1);

  g_assert_null (jb_query_parse ("from:gestern", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (jb_query_parse ("type:colour", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/words-phrases-and-operators", test_terms);
  g_test_add_func ("/query/filters-check-their-values", test_filters);
  return g_test_run ();
}
