/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-library-private.h"

#include "jb-file-guard.h"
#include "jb-migrations.h"
#include "jb-oplog.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _JbLibrary
{
  GObject  parent_instance;

  JbDb        *db;      /* owned */
  JbFileGuard *guard;   /* owned, NULL until the file is whole and open */
  char        *path;    /* owned */
  char        *author;  /* owned */
  char        *name;    /* owned, of the operation begun last */
};

G_DEFINE_FINAL_TYPE (JbLibrary, jb_library, G_TYPE_OBJECT)

static void
jb_library_finalize (GObject *object)
{
  JbLibrary *self = JB_LIBRARY (object);

  if (self->db != NULL)
    jb_file_guard_close (self->guard, self->db);
  g_free (self->path);
  g_free (self->author);
  g_free (self->name);
  G_OBJECT_CLASS (jb_library_parent_class)->finalize (object);
}

static void
jb_library_class_init (JbLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_library_finalize;
}

static void
jb_library_init (JbLibrary *self)
{
  self->author = g_strdup (g_get_user_name ());
}

static gboolean
open_db (JbLibrary *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_auto(GStrv) scripts = jb_migrations_load ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, _("the folder cannot be made: %s"), g_strerror (errno));
      return FALSE;
    }
  /* Nothing but SQLite and the guard may open the file: closing any descriptor of it drops the locks of all this program's
   * connections (https://www.sqlite.org/howtocorrupt.html, 2.2). */
  self->db = jb_db_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  return self->db != NULL &&
         jb_migrate (self->db, self->path, (const char *const *) scripts, error) &&
         jb_db_script (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF;"
                       " PRAGMA cache_size = -32000;", error) &&
         jb_oplog_attach (self->db, error);
}

JbLibrary *
jb_library_open (const char *path, GError **error)
{
  g_autoptr(JbLibrary) self = g_object_new (JB_TYPE_LIBRARY, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  if (!open_db (self, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  self->guard = jb_file_guard_take (path);
  return g_steal_pointer (&self);
}

const char *
jb_library_get_path (JbLibrary *self)
{
  return self->path;
}

JbDb *
jb_library_get_db (JbLibrary *self)
{
  return self->db;
}

void
jb_library_set_author (JbLibrary *self, const char *author)
{
  jb_set_string (&self->author, author);
}

gboolean
jb_library_begin (JbLibrary *self, const char *name, GError **error)
{
  if (!jb_db_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  jb_set_string (&self->name, name);
  if (jb_oplog_begin (self->db, name, self->author, error))
    return TRUE;
  jb_library_rollback (self);
  return FALSE;
}

gboolean
jb_library_commit (JbLibrary *self, GError **error)
{
  if (jb_oplog_end (self->db, error) && jb_db_script (self->db, "COMMIT", error))
    return TRUE;
  jb_library_rollback (self);
  return FALSE;
}

gboolean
jb_library_pause (JbLibrary *self, GError **error)
{
  if (jb_oplog_pause (self->db, error) && jb_db_script (self->db, "COMMIT", error))
    return TRUE;
  jb_library_rollback (self);
  return FALSE;
}

gboolean
jb_library_resume (JbLibrary *self, GError **error)
{
  gboolean goes_on;

  if (!jb_db_script (self->db, "BEGIN IMMEDIATE", error))
    {
      jb_oplog_forget (self->db);
      return FALSE;
    }
  if (jb_oplog_goes_on (self->db, &goes_on, error) && (goes_on || jb_oplog_begin (self->db, self->name, self->author, error)))
    return TRUE;
  jb_library_rollback (self);
  return FALSE;
}

void
jb_library_rollback (JbLibrary *self)
{
  /* Some failures, a full disk among them, have rolled back already. */
  if (sqlite3_get_autocommit (jb_db_get_handle (self->db)) == 0)
    jb_db_script (self->db, "ROLLBACK", NULL);
  jb_oplog_forget (self->db);
}

gint64
jb_library_get_data_version (JbLibrary *self)
{
  return jb_db_get_int (self->db, NULL, "PRAGMA data_version", 0);
}

gboolean
jb_library_backup (JbLibrary *self, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FULL, _("%s: the file exists already"), path);
      return FALSE;
    }
  g_unlink (part);
  if (jb_db_run (self->db, error, "VACUUM INTO ?1", "s", part) && g_rename (part, path) == 0)
    return TRUE;
  g_unlink (part);
  if (error != NULL && *error == NULL)
    g_set_error (error, JB_ERROR, JB_ERROR_FULL, "%s", g_strerror (errno));
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}
