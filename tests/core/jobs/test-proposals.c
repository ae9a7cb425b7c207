/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-proposals.h"

#include "jb-decide.h"
#include "jb-entity-table.h"
#include "jb-import-job.h"
#include "jb-registry.h"
#include "jb-test-library.h"

#include <string.h>

static void
import (JbTestLibrary *t, const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->outcome, ==, JB_IMPORT_DONE);
}

static JbEntity *
add (JbTestLibrary *t, JbEntityType type, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_registry_add (t->library, type, name, &error);
  JbEntity *entity = jb_entity_table_load (t->library, id, &error);

  g_assert_no_error (error);
  return entity;
}

/* "entity=name:reason" of all proposals, or those of one entity. */
static char *
describe (JbTestLibrary *t, const JbEntity *entity)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) proposals = jb_proposals_load (t->library, entity != NULL ? entity->id : NULL, -1, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < proposals->len; i++)
    {
      const JbProposal *proposal = g_ptr_array_index (proposals, i);

      g_string_append_printf (found, "%s%s=%s:%s:%u", i > 0 ? " " : "", proposal->entity_name, proposal->name, proposal->reason,
                              proposal->n_articles);
    }
  return g_string_free (found, FALSE);
}

#define CHECK(entity, wanted) \
  G_STMT_START { g_autofree char *found = describe (t, entity); g_assert_cmpstr (found, ==, wanted); } G_STMT_END

#define PAGE "产业基地开工\n\n本报讯 昨天，云汀物联网产业基地开工建设，云汀物联网产业基地将带动就业，居民都说好。\n"

static void
test_seen (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbEntity) entity = add (t, JB_ENTITY_TYPE_PROJECT, "云汀智能物联网产业基地"), now = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;

  CHECK (NULL, "");
  import (t, PAGE);
  CHECK (NULL, "云汀智能物联网产业基地=云汀物联网产业基地:left-out:1");
  CHECK (entity, "云汀智能物联网产业基地=云汀物联网产业基地:left-out:1");

  before = jb_test_library_dump (t);
  g_assert_true (jb_proposals_dismiss (t->library, entity, "云汀物联网产业基地", &error));
  CHECK (NULL, "");
  undone = jb_decide_undo (t->library, &error);
  g_assert_nonnull (strstr (undone, "云汀物联网产业基地"));
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
  CHECK (NULL, "云汀智能物联网产业基地=云汀物联网产业基地:left-out:1");
  redone = jb_decide_redo (t->library, &error);
  CHECK (NULL, "");
  g_free (undone);
  undone = jb_decide_undo (t->library, &error);

  g_assert_true (jb_registry_add_alias (t->library, entity, "云汀物联网产业基地", JB_ALIAS_KIND_VARIANT, &error));
  CHECK (NULL, "");
  g_assert_no_error (error);
}

static void
test_two_entities (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbEntity) one = add (t, JB_ENTITY_TYPE_CAMPAIGN, "“263”工程"), other = add (t, JB_ENTITY_TYPE_CAMPAIGN, "“263”项目");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;

  CHECK (one, "“263”工程=“263”项目:spelling:0");
  CHECK (other, "“263”项目=“263”工程:spelling:0");
  g_assert_true (jb_proposals_dismiss (t->library, other, "“263”工程", &error));
  CHECK (one, "");
  CHECK (other, "");

  /* What was dismissed goes with the entity and comes back with it. */
  before = jb_test_library_dump (t);
  g_assert_true (jb_registry_delete (t->library, other, &error));
  undone = jb_decide_undo (t->library, &error);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
  CHECK (one, "");
  redone = jb_decide_redo (t->library, &error);
  g_assert_nonnull (redone);
  g_assert_no_error (error);
}

#define BULLETIN(district, name) \
  name "\n\n中共临州市" district "委宣传部主办\n2023年4月5日 星期三\n第12期\n\n社区换新颜\n\n" \
  "本报讯 昨天，石桥社区的改造完工，居民都说石桥社区的环境比以前好了许多，大家住得舒心。\n"

/* A bare name seen in one district is not proposed for what belongs to another. */
static void
test_districts (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbEntity) here = add (t, JB_ENTITY_TYPE_COMMUNITY, "云汀区石桥社区"),
                      there = add (t, JB_ENTITY_TYPE_COMMUNITY, "渡南区石桥社区");

  import (t, BULLETIN ("云汀区", "云汀报"));
  CHECK (here, "云汀区石桥社区=石桥社区:district:1");
  CHECK (there, "");
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/proposals/a-name-that-is-seen-is-proposed-until-accepted-or-dismissed", test_seen);
  ADD ("/proposals/two-entities-are-shown-to-both-and-dismissed-once", test_two_entities);
  ADD ("/proposals/districts-stay-apart", test_districts);
  return g_test_run ();
}
