/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-test-input.h"

#include "jb-chars.h"
#include "jb-model-enums.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static void
add_member (struct archive *zip, const char *name, const void *bytes, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  if (g_str_equal (name, "mimetype"))
    archive_write_zip_set_compression_store (zip);
  else
    archive_write_zip_set_compression_deflate (zip);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, bytes, n_bytes), ==, (la_ssize_t) n_bytes);
  archive_entry_free (entry);
}

static struct archive *
begin_zip (GByteArray *into)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  archive_write_set_bytes_in_last_block (zip, 1);
  g_assert_cmpint (archive_write_open (zip, into, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  return zip;
}

static void
list_members (const char *folder, const char *prefix, GPtrArray *names)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *member = g_strconcat (prefix, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *deeper = g_strconcat (member, "/", NULL);

          list_members (path, deeper, names);
        }
      else
        g_ptr_array_add (names, g_steal_pointer (&member));
    }
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;
  gboolean left_first = g_str_equal (left, "mimetype"), right_first = g_str_equal (right, "mimetype");

  return left_first != right_first ? (left_first ? -1 : 1) : strcmp (left, right);
}

static GBytes *
zip_folder (const char *folder)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct archive *zip = begin_zip (bytes);

  list_members (folder, "", names);
  g_ptr_array_sort (names, compare_members);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *content = NULL;
      gsize n_bytes;

      g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
      add_member (zip, g_ptr_array_index (names, i), content, n_bytes);
    }
  archive_write_close (zip);
  archive_write_free (zip);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
jb_test_load_input (const char *path)
{
  g_autofree char *content = NULL;
  gsize n_bytes;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return zip_folder (path);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  return g_bytes_new_take (g_steal_pointer (&content), n_bytes);
}

GBytes *
jb_test_zip (const char *const *names, const char *const *texts)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  struct archive *zip = begin_zip (bytes);

  for (guint i = 0; names[i] != NULL; i++)
    add_member (zip, names[i], texts[i], strlen (texts[i]));
  archive_write_close (zip);
  archive_write_free (zip);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
jb_test_zip_bytes (const char *name, GBytes *content)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  struct archive *zip = begin_zip (bytes);

  add_member (zip, name, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  archive_write_close (zip);
  archive_write_free (zip);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

JbDecoded *
jb_test_read (const char *data, gssize n_bytes, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes < 0 ? strlen (data) : (gsize) n_bytes);
  g_autoptr(JbInput) input = jb_input_new (bytes);

  return jb_importer_read (input, error);
}

JbDecoded *
jb_test_read_zip (const char *const *names, const char *const *texts, GError **error)
{
  g_autoptr(GBytes) bytes = jb_test_zip (names, texts);
  g_autoptr(JbInput) input = jb_input_new (bytes);

  return jb_importer_read (input, error);
}

char *
jb_test_repeat (const char *before, const char *what, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
dump_head (const JbDecoded *decoded, GString *dump)
{
  const JbMasthead *masthead = decoded->masthead;

  g_string_append_printf (dump, "type: %s\n", decoded->media_type);
  if (decoded->encoding != NULL)
    g_string_append_printf (dump, "encoding: %s\n", decoded->encoding);
  if (!decoded->is_flowed)
    g_string_append (dump, "lines as printed\n");
  if (masthead != NULL)
    g_string_append_printf (dump, "bulletin: %s, issue %s, %s\n", masthead->name ?: "-", masthead->issue ?: "-",
                            masthead->date ?: "-");
  if (decoded->sheets->len > 0)
    g_string_append_printf (dump, "pages: %u\n", decoded->sheets->len);
}

static void
dump_article (const JbDecodedArticle *article, GString *dump)
{
  g_autofree char *authors = g_strjoinv (", ", article->authors);

  g_string_append_printf (dump, "=== %s; %s\n", article->date ?: "-", authors);
}

static void
dump_hint (const JbHint *hint, GString *dump)
{
  if (hint == NULL)
    return;
  if (hint->is_known && hint->level > 0)
    g_string_append_printf (dump, "[%s %u] ", jb_enum_to_nick (JB_TYPE_BLOCK_KIND, (int) hint->kind), hint->level);
  else if (hint->is_known)
    g_string_append_printf (dump, "[%s] ", jb_enum_to_nick (JB_TYPE_BLOCK_KIND, (int) hint->kind));
  else if (hint->is_display)
    g_string_append (dump, "[display] ");
}

static void
dump_tail (const JbDecoded *decoded, const JbChars *chars, GString *dump)
{
  for (guint i = 0; i < decoded->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (decoded->tags, JbTag, i);
      g_autofree char *text = jb_chars_to_utf8 (chars, tag->start, tag->end);

      g_string_append_printf (dump, "<%s %s = %s>\n", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, (int) tag->type), text,
                              tag->name ?: text);
    }
  for (guint i = 0; i < decoded->doubts->len; i++)
    {
      const JbDoubt *doubt = &g_array_index (decoded->doubts, JbDoubt, i);
      g_autofree char *text = jb_chars_to_utf8 (chars, doubt->start, doubt->end);

      g_string_append_printf (dump, "doubtful: %s\n", text);
    }
}

char *
jb_test_dump_decoded (const JbDecoded *decoded)
{
  GString *dump = g_string_new (NULL);
  g_autoptr(JbChars) chars = jb_chars_new (decoded->text, -1);
  guint article = 0;

  dump_head (decoded, dump);
  for (guint start = 0, end; start < chars->length; start = end + 1)
    {
      g_autofree char *line = NULL;

      for (end = start; end < chars->length && chars->chars[end] != '\n'; end++)
        ;
      for (; article < decoded->articles->len; article++)
        {
          const JbDecodedArticle *next = &g_array_index (decoded->articles, JbDecodedArticle, article);

          if (next->start > start)
            break;
          dump_article (next, dump);
        }
      line = jb_chars_to_utf8 (chars, start, end);
      if (end > start)
        dump_hint (jb_decoded_find_hint (decoded, start), dump);
      g_string_append_printf (dump, "%s\n", line);
    }
  dump_tail (decoded, chars, dump);
  return g_string_free (dump, FALSE);
}
