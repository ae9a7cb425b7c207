/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which names may be one thing's. All names are invented. */
#include "jb-alias-proposals.h"

#include <string.h>

#define PROJECT JB_ENTITY_TYPE_PROJECT
#define COMMUNITY JB_ENTITY_TYPE_COMMUNITY
#define STREET JB_ENTITY_TYPE_STREET
#define ORGANISATION JB_ENTITY_TYPE_ORGANISATION
#define CAMPAIGN JB_ENTITY_TYPE_CAMPAIGN

/* "name=other:reason", blanks between. */
static char *
describe (const JbAliasName *names, guint n_names)
{
  g_autoptr(GArray) proposals = jb_alias_proposals_find (names, n_names);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const JbAliasProposal *proposal = &g_array_index (proposals, JbAliasProposal, i);

      g_assert_nonnull (names[proposal->name].entity);
      g_string_append_printf (found, "%s%s=%s:%s", i > 0 ? " " : "", names[proposal->name].name, names[proposal->other].name,
                              proposal->reason);
      g_assert_cmpstr (jb_alias_reason_describe (proposal->reason), !=, "");
    }
  return g_string_free (found, FALSE);
}

/* An entity's name, and one that is seen. */
static void
test_pairs (void)
{
  static const struct
  {
    JbEntityType type;
    const char  *entity, *seen, *reason;  /* NULL: not proposed */
  } cases[] = {
    { PROJECT, "云汀智能物联网产业基地", "云汀物联网产业基地", "left-out" },
    { PROJECT, "云汀物联网产业基地", "云汀智能物联网产业基地", "left-out" },
    { PROJECT, "柳浦商业综合体", "柳浦商业", "suffix" },
    { PROJECT, "柳浦广场", "柳浦广场一期", "suffix" },
    { PROJECT, "“263”工程", "“263”项目", "spelling" },
    { PROJECT, "“263”工程", "263项目", "spelling" },
    { CAMPAIGN, "“清风”行动", "“清风”专项行动", "spelling" },
    { JB_ENTITY_TYPE_SYSTEM, "“亲青”在线", "亲青在线", "spelling" },
    { STREET, "柳浦街道", "柳浦", "suffix" },
    { COMMUNITY, "石桥社区", "柳浦街道石桥社区", "district" },
    { COMMUNITY, "石桥社区", "云汀区石桥社区", "district" },

    { PROJECT, "柳浦广场一期", "柳浦广场二期", NULL },
    { PROJECT, "云汀1号产业基地", "云汀2号产业基地", NULL },
    { PROJECT, "云汀第三产业园基地", "云汀产业园基地", NULL },
    { PROJECT, "柳浦东侧公园改造", "柳浦西侧公园改造", NULL },
    { CAMPAIGN, "一企一策", "一企一册", NULL },
    { CAMPAIGN, "民生工程", "民生项目", NULL },
    { COMMUNITY, "石桥社区", "石桥村", NULL },
    { COMMUNITY, "石桥社区", "石桥头社区", NULL },
    { COMMUNITY, "石桥社区", "石桥北苑社区", NULL },
    { ORGANISATION, "柳浦中心医院", "柳浦妇幼中心医院", NULL },
    { ORGANISATION, "石桥社区卫生中心", "卫生中心", NULL },
    { ORGANISATION, "柳浦医院", "柳浦医院", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JbAliasName names[] = {
        { cases[i].entity, "e", cases[i].type, NULL }, { cases[i].seen, NULL, cases[i].type, NULL },
      };
      const JbAliasName typed[] = {
        { cases[i].entity, "e", cases[i].type, NULL }, { cases[i].seen, NULL, JB_ENTITY_TYPE_PERSON, NULL },
      };
      g_autofree char *found = describe (names, 2), *none = describe (typed, 2);
      g_autofree char *wanted = cases[i].reason != NULL
                                ? g_strdup_printf ("%s=%s:%s", cases[i].entity, cases[i].seen, cases[i].reason) : g_strdup ("");

      g_assert_cmpstr (found, ==, wanted);
      g_assert_cmpstr (none, ==, "");
    }
}

static void
test_districts (void)
{
  static const char *const one[] = { "云汀区", NULL }, *const other[] = { "渡南区", NULL }, *const both[] = { "渡南区", "云汀区", NULL };
  static const struct
  {
    const char        *name;
    const char *const *here, *const *there;
    gboolean           proposed;
  } cases[] = {
    { "云汀区石桥社区", one, one, TRUE },
    { "云汀区石桥社区", NULL, one, TRUE },
    { "云汀区石桥社区", one, both, TRUE },
    { "云汀区石桥社区", NULL, other, FALSE },
    { "云汀区石桥社区", one, other, FALSE },
    { "柳浦街道石桥社区", one, other, FALSE },
    { "柳浦街道石桥社区", one, one, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JbAliasName names[] = {
        { cases[i].name, "e", COMMUNITY, cases[i].here }, { "石桥社区", NULL, COMMUNITY, cases[i].there },
      };
      g_autofree char *found = describe (names, 2);

      g_assert_cmpint (*found != '\0', ==, cases[i].proposed);
    }
}

/* The same bare name in two districts stays two, and what could be either's is nobody's. */
static void
test_ambiguous (void)
{
  static const char *const one[] = { "云汀区", NULL }, *const other[] = { "渡南区", NULL };
  const JbAliasName names[] = {
    { "石桥社区", "e1", COMMUNITY, one }, { "石桥社区", "e2", COMMUNITY, other }, { "柳浦街道石桥社区", NULL, COMMUNITY, NULL },
    { "柳浦广场一期", "e3", PROJECT, NULL }, { "柳浦广场二期", "e4", PROJECT, NULL }, { "柳浦广场", NULL, PROJECT, NULL },
  };
  g_autofree char *found = describe (names, G_N_ELEMENTS (names));

  g_assert_cmpstr (found, ==, "");
}

/* Names and aliases of one entity are no proposal, two entities are one. */
static void
test_entities (void)
{
  const JbAliasName names[] = {
    { "云汀智能物联网产业基地", "e1", PROJECT, NULL }, { "云汀物联网产业基地", "e1", PROJECT, NULL },
    { "“263”工程", "e2", PROJECT, NULL }, { "“263”项目", "e3", PROJECT, NULL },
    { "柳浦广场", NULL, PROJECT, NULL }, { "柳浦广场项目", NULL, PROJECT, NULL },
  };
  g_autofree char *found = describe (names, G_N_ELEMENTS (names));

  g_assert_cmpstr (found, ==, "“263”工程=“263”项目:spelling");
}

static void
test_many (void)
{
  const guint n = 50000;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree JbAliasName *names = g_new0 (JbAliasName, n);
  g_autoptr(GArray) proposals = NULL;
  gint64 started;
  double seconds;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) text = g_string_new ("云汀");

      for (guint k = 0, rest = i / 2; k < 4; k++, rest /= 20)
        g_string_append_unichar (text, 0x5800 + rest % 20 + 40 * k);
      /* every second one leaves two characters out */
      g_string_append (text, i % 2 == 0 ? "智能产业开发基地" : "产业开发基地");
      g_ptr_array_add (texts, g_strdup (text->str));
      names[i] = (JbAliasName) { g_ptr_array_index (texts, i), i % 2 == 0 ? g_ptr_array_index (texts, i) : NULL, PROJECT, NULL };
    }
  started = g_get_monotonic_time ();
  proposals = jb_alias_proposals_find (names, n);
  seconds = (g_get_monotonic_time () - started) / 1e6;
  g_assert_cmpuint (proposals->len, >=, n / 2);
  g_test_message ("%u names, %u proposals: %.2f s", n, proposals->len, seconds);
  g_assert_cmpfloat (seconds, <, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alias-proposals/names-of-one-thing-are-proposed-and-no-others", test_pairs);
  g_test_add_func ("/alias-proposals/districts-are-kept-apart", test_districts);
  g_test_add_func ("/alias-proposals/what-could-be-either-is-not-proposed", test_ambiguous);
  g_test_add_func ("/alias-proposals/two-entities-are-one-proposal", test_entities);
  g_test_add_func ("/alias-proposals/fifty-thousand-names-take-no-time", test_many);
  return g_test_run ();
}
