/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libarchive reads a zip from its central directory, so an archive that was cut off is known at once. It goes forward only: one
 * reading is kept open behind the member that was loaded last, and begun anew for one that stands before it. */
#include "jb-archive.h"

#include "jb-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MEMBERS      10000
#define MAX_NAME         1024
#define MAX_MEMBER_BYTES (64 * 1024 * 1024)
#define MAX_TOTAL_BYTES  (256 * 1024 * 1024)
#define MAX_RATIO        200
#define SMALL_BYTES      (1024 * 1024)  /* of a member whose ratio does not matter */
#define CHUNK_BYTES      (64 * 1024)

struct _JbArchive
{
  GBytes         *bytes;     /* owned */
  GPtrArray      *names;     /* owned, of char*, of the members that may be read */
  GHashTable     *indices;   /* owned: name → index of the member in the archive */
  struct archive *reading;   /* owned, NULL when there is none */
  guint           n_passed;  /* members the reading is past */
  gsize           n_total;   /* bytes loaded so far */
};

gboolean
jb_archive_is_one (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

static gboolean
begin_reading (JbArchive *self, GError **error)
{
  gsize n_bytes;
  gconstpointer data = g_bytes_get_data (self->bytes, &n_bytes);

  g_clear_pointer (&self->reading, archive_read_free);
  self->n_passed = 0;
  self->reading = archive_read_new ();
  archive_read_support_format_zip_seekable (self->reading);
  if (archive_read_open_memory (self->reading, data, n_bytes) == ARCHIVE_OK)
    return TRUE;
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the zip archive is damaged or was cut off"));
  return FALSE;
}

/* Returns: (transfer full) (nullable): the member's name, NULL where it must not or need not be read. Names of old Chinese archives
 * are in GBK. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname (entry);
  g_autofree char *name = NULL;
  g_auto(GStrv) parts = NULL;

  if (raw == NULL)
    raw = archive_entry_pathname_utf8 (entry);
  if (raw == NULL || *raw == '\0' || strlen (raw) > MAX_NAME ||
      archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
    return NULL;
  name = g_utf8_validate (raw, -1, NULL) ? g_strdup (raw) : g_convert (raw, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  if (name == NULL)
    return NULL;
  g_strdelimit (name, "\\", '/');
  if (*name == '/' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return NULL;
  parts = g_strsplit (name, "/", -1);
  return g_strv_contains ((const char *const *) parts, "..") ? NULL : g_steal_pointer (&name);
}

static gboolean
list_members (JbArchive *self, GError **error)
{
  struct archive_entry *entry;
  int status;

  if (!begin_reading (self, error))
    return FALSE;
  while ((status = archive_read_next_header (self->reading, &entry)) != ARCHIVE_EOF)
    {
      g_autofree char *name = NULL;

      if (status < ARCHIVE_WARN)
        {
          g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the zip archive is damaged or was cut off"));
          return FALSE;
        }
      if (self->n_passed == MAX_MEMBERS)
        {
          g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the zip archive holds more than %d files"), MAX_MEMBERS);
          return FALSE;
        }
      name = dup_name (entry);
      if (name != NULL && !g_hash_table_contains (self->indices, name))
        {
          g_hash_table_insert (self->indices, name, GUINT_TO_POINTER (self->n_passed));
          g_ptr_array_add (self->names, g_steal_pointer (&name));
        }
      self->n_passed++;
    }
  return TRUE;
}

JbArchive *
jb_archive_open (GBytes *bytes, GError **error)
{
  g_autoptr(JbArchive) self = g_new0 (JbArchive, 1);

  self->bytes = g_bytes_ref (bytes);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  return list_members (self, error) ? g_steal_pointer (&self) : NULL;
}

void
jb_archive_free (JbArchive *self)
{
  g_clear_pointer (&self->reading, archive_read_free);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->names);
  g_bytes_unref (self->bytes);
  g_free (self);
}

GPtrArray *
jb_archive_get_names (JbArchive *self)
{
  return self->names;
}

gboolean
jb_archive_has (JbArchive *self, const char *name)
{
  return g_hash_table_contains (self->indices, name);
}

/* Goes to the member's header. */
static struct archive_entry *
seek (JbArchive *self, guint index, GError **error)
{
  struct archive_entry *entry = NULL;

  if (index < self->n_passed && !begin_reading (self, error))
    return NULL;
  for (; self->n_passed <= index; self->n_passed++)
    if (archive_read_next_header (self->reading, &entry) < ARCHIVE_WARN)
      {
        g_clear_pointer (&self->reading, archive_read_free);
        self->n_passed = G_MAXUINT;
        g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the zip archive is damaged or was cut off"));
        return NULL;
      }
  return entry;
}

GBytes *
jb_archive_load (JbArchive *self, const char *name, GError **error)
{
  g_autoptr(GByteArray) loaded = g_byte_array_new ();
  gsize limit = MIN (MAX_MEMBER_BYTES, MAX (SMALL_BYTES, MAX_RATIO * g_bytes_get_size (self->bytes)));
  gpointer index;
  struct archive_entry *entry;
  la_ssize_t n;

  if (!g_hash_table_lookup_extended (self->indices, name, NULL, &index))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("“%s” is missing in the archive"), name);
      return NULL;
    }
  entry = seek (self, GPOINTER_TO_UINT (index), error);
  if (entry == NULL)
    return NULL;
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_PASSWORD, _("“%s” is encrypted in the archive"), name);
      return NULL;
    }
  do
    {
      guint before = loaded->len;

      g_byte_array_set_size (loaded, before + CHUNK_BYTES);
      n = archive_read_data (self->reading, loaded->data + before, CHUNK_BYTES);
      g_byte_array_set_size (loaded, before + (guint) MAX (n, 0));
      self->n_total += (gsize) MAX (n, 0);
      if (loaded->len > limit || self->n_total > MAX_TOTAL_BYTES)
        {
          g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("“%s” grows too large when it is unpacked"), name);
          return NULL;
        }
    }
  while (n > 0);
  if (n < 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("“%s” is damaged in the archive"), name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&loaded));
}

char *
jb_archive_resolve (const char *from, const char *reference)
{
  g_autofree char *bare = g_strndup (reference, strcspn (reference, "#?"));
  g_autofree char *decoded = g_uri_unescape_string (bare, NULL);
  char *path = g_strdelimit (decoded != NULL ? decoded : bare, "\\", '/');
  const char *slash = from != NULL && *path != '/' ? strrchr (from, '/') : NULL;
  g_autofree char *folder = slash != NULL ? g_strndup (from, (gsize) (slash - from)) : g_strdup ("");
  g_autofree char *whole = *path != '\0' ? g_strconcat (folder, "/", path, NULL) : g_strdup ("");
  g_auto(GStrv) pieces = g_strsplit (whole, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_str_equal (pieces[i], ".."))
      g_ptr_array_set_size (kept, MAX ((int) kept->len - 1, 0));
    else if (*pieces[i] != '\0' && !g_str_equal (pieces[i], "."))
      g_ptr_array_add (kept, pieces[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}
