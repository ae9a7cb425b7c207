/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file chooser of this program looks into the library that is open, and another program comes and goes. */
#include "jb-entity-table.h"
#include "jb-test-library.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What this program is started with to be the other one: opens the library, counts the entities, closes it. */
#define OTHER "--count"

static const char *program;  /* this one; it is started again as the other program */

static int
count_entities (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLibrary) library = jb_library_open (path, &error);
  g_autoptr(GPtrArray) entities = library != NULL ? jb_entity_table_load_all (library, &error) : NULL;

  g_assert_no_error (error);
  return (int) entities->len;
}

/* Returns: how many entities the other program sees */
static int
run_other (const char *path)
{
  const char *command[] = { program, OTHER, path, NULL };
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return atoi (out);
}

static void
add (JbTestLibrary *t, const char *name)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, name);
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_library_begin (t->library, "test", &error));
  g_assert_true (jb_entity_table_insert (t->library, entity, &error));
  g_assert_true (jb_library_commit (t->library, &error));
  g_assert_no_error (error);
}

static void
look_into (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  int descriptor = g_open (file, O_RDONLY, 0);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
}

static void
test_looked_into (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *log = g_strconcat (t->path, "-wal", NULL);

  add (t, "柳浦街道");
  look_into (t->path, "");
  look_into (t->path, "-shm");
  look_into (t->path, "-wal");
  g_assert_cmpint (run_other (t->path), ==, 1);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  add (t, "石桥镇");
  g_assert_cmpint (run_other (t->path), ==, 2);
  jb_test_library_reopen (t);
  g_assert_cmpint (run_other (t->path), ==, 2);
}

/* Several connections, as the window has them; the last one tidies up. */
static void
test_closed (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *log = g_strconcat (t->path, "-wal", NULL);
  g_autoptr(JbLibrary) second = jb_library_open (t->path, NULL);

  add (t, "柳浦街道");
  g_clear_object (&t->library);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  look_into (t->path, "-shm");
  g_assert_cmpint (run_other (t->path), ==, 1);
  g_clear_object (&second);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (run_other (t->path), ==, 1);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], OTHER) == 0)
    {
      g_print ("%d\n", count_entities (argv[2]));
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  ADD ("/file-guard/a-look-into-the-library-costs-nothing", test_looked_into);
  ADD ("/file-guard/the-last-one-tidies-up", test_closed);
  return g_test_run ();
}
