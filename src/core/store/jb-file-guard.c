/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */

#include "jb-file-guard.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Every connection in WAL mode holds a shared lock on these (https://www.sqlite.org/fileformat2.html#lockbyte)… */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510

/* …and on the byte behind the locks of the wal-index, which says that somebody uses it (os_unix.c, UNIX_SHM_DMS). */
#define INDEX_USED 128

struct _JbFileGuard
{
  char  *key;           /* owned: device and inode */
  guint  n_connections;
  int    file, index;   /* descriptors, not closed before the last connection is; -1 for none */
};

G_LOCK_DEFINE_STATIC (guards);

/* By key (lent by the guard). */
static GHashTable *guards;

static void
set_lock (int descriptor, short type, off_t start, off_t length)
{
#ifdef F_OFD_SETLK
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  if (descriptor >= 0)
    fcntl (descriptor, F_OFD_SETLK, &lock);
#endif
}

static void
set_locks (const JbFileGuard *self, short type)
{
  set_lock (self->file, type, SHARED_FIRST, SHARED_SIZE);
  set_lock (self->index, type, INDEX_USED, 1);
}

static JbFileGuard *
guard_new (const char *path, const char *key)
{
  JbFileGuard *self = g_new0 (JbFileGuard, 1);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  self->key = g_strdup (key);
  self->file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  self->index = g_open (index, O_RDONLY | O_CLOEXEC, 0);
  set_locks (self, F_RDLCK);
  return self;
}

static void
guard_free (JbFileGuard *self)
{
  if (self->file >= 0)
    close (self->file);
  if (self->index >= 0)
    close (self->index);
  g_free (self->key);
  g_free (self);
}

JbFileGuard *
jb_file_guard_take (const char *path)
{
  g_autofree char *key = NULL;
  JbFileGuard *self;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info.st_dev, (guint64) info.st_ino);
  G_LOCK (guards);
  if (guards == NULL)
    guards = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (guards, key);
  if (self == NULL)
    {
      self = guard_new (path, key);
      g_hash_table_insert (guards, self->key, self);
    }
  self->n_connections++;
  G_UNLOCK (guards);
  return self;
}

void
jb_file_guard_close (JbFileGuard *self, JbDb *db)
{
  gboolean last;

  G_LOCK (guards);
  last = self != NULL && --self->n_connections == 0;
  if (last)
    set_locks (self, F_UNLCK);
  jb_db_close (db);
  if (last)
    {
      g_hash_table_remove (guards, self->key);
      guard_free (self);
    }
  G_UNLOCK (guards);
}
