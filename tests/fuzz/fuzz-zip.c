/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem() */

#include "fuzz-zip.h"

#include "jb-archive.h"

#include <string.h>

#define MARK        "@@"
#define MAX_MEMBERS 200

/* What the central directory repeats of a member. */
typedef struct
{
  const char *name;
  guint16     n_name;
  guint32     sum;
  guint32     n_bytes;
  guint32     offset;
} Member;

gboolean
fuzz_zip_is_members (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes > strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0;
}

/* CRC-32 as zip has it. */
static guint32
compute_sum (const guint8 *data, gsize n_bytes)
{
  static guint32 table[256];
  guint32 sum = 0xffffffff;

  for (guint32 i = 0; table[255] == 0 && i < 256; i++)
    {
      guint32 value = i;

      for (guint bit = 0; bit < 8; bit++)
        value = (value & 1) != 0 ? 0xedb88320 ^ value >> 1 : value >> 1;
      table[i] = value;
    }
  for (gsize i = 0; i < n_bytes; i++)
    sum = table[(sum ^ data[i]) & 0xff] ^ sum >> 8;
  return ~sum;
}

static void
put (GByteArray *zip, guint64 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));

      g_byte_array_append (zip, &byte, 1);
    }
}

/* The part of a header that both the member and the directory have. */
static void
put_facts (GByteArray *zip, const Member *member)
{
  put (zip, 20, 2);          /* version needed */
  put (zip, 0x800, 2);       /* names are UTF-8 */
  put (zip, 0, 2);           /* stored */
  put (zip, 0x00210000, 4);  /* 1980-01-01 */
  put (zip, member->sum, 4);
  put (zip, member->n_bytes, 4);
  put (zip, member->n_bytes, 4);
  put (zip, member->n_name, 2);
  put (zip, 0, 2);
}

static void
put_member (GByteArray *zip, GArray *members, const char *name, const char *end_of_name, const char *start, const char *end)
{
  Member member = {
    name, (guint16) MIN (end_of_name - name, 200), compute_sum ((const guint8 *) start, (gsize) (end - start)),
    (guint32) (end - start), zip->len,
  };

  put (zip, 0x04034b50, 4);
  put_facts (zip, &member);
  g_byte_array_append (zip, (const guint8 *) name, member.n_name);
  g_byte_array_append (zip, (const guint8 *) start, member.n_bytes);
  g_array_append_val (members, member);
}

static void
put_directory (GByteArray *zip, GArray *members)
{
  guint start = zip->len, end;

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);

      put (zip, 0x02014b50, 4);
      put (zip, 20, 2);
      put_facts (zip, member);
      put (zip, 0, 6);
      put (zip, 0, 4);
      put (zip, member->offset, 4);
      g_byte_array_append (zip, (const guint8 *) member->name, member->n_name);
    }
  end = zip->len;
  put (zip, 0x06054b50, 4);
  put (zip, 0, 4);
  put (zip, members->len, 2);
  put (zip, members->len, 2);
  put (zip, end - start, 4);
  put (zip, start, 4);
  put (zip, 0, 2);
}

/* Returns: the mark that begins a line at or behind @at, @end where there is none */
static const char *
find_mark (const char *at, const char *end)
{
  const char *mark = memmem (at, (gsize) (end - at), "\n" MARK, strlen ("\n" MARK));

  return mark != NULL ? mark + 1 : end;
}

GBytes *
fuzz_zip_from_members (GBytes *bytes)
{
  GByteArray *zip = g_byte_array_new ();
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  gsize n_bytes;
  const char *at = g_bytes_get_data (bytes, &n_bytes), *end = at + n_bytes;

  while (at < end && members->len < MAX_MEMBERS)
    {
      const char *name = at + strlen (MARK), *line_end = memchr (name, '\n', (gsize) (end - name));
      const char *start = line_end != NULL ? line_end + 1 : end, *next;

      /* a member may be empty, and then the next mark follows the name at once */
      next = line_end != NULL ? find_mark (line_end, end) : end;
      put_member (zip, members, name, line_end ?: end, start, next > start && next < end ? next - 1 : next);
      at = next;
    }
  put_directory (zip, members);
  return g_byte_array_free_to_bytes (zip);
}

GBytes *
fuzz_zip_to_members (GBytes *zip)
{
  g_autoptr(JbArchive) archive = jb_archive_open (zip, NULL);
  g_autoptr(GByteArray) all = g_byte_array_new ();

  for (guint i = 0; archive != NULL && i < jb_archive_get_names (archive)->len; i++)
    {
      const char *name = g_ptr_array_index (jb_archive_get_names (archive), i);
      g_autoptr(GBytes) bytes = jb_archive_load (archive, name, NULL);
      g_autofree char *head = g_strdup_printf ("%s" MARK "%s\n", all->len > 0 ? "\n" : "", name);

      if (bytes == NULL)
        continue;
      g_byte_array_append (all, (const guint8 *) head, (guint) strlen (head));
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
    }
  return all->len > 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}
