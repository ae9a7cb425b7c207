/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names are sorted, so that at each place of the text the range of those that go on like it narrows character by character;
 * mostly it is empty after the first one. */
#include "jb-name-finder.h"

#include "jb-clean.h"

#include <string.h>

/* In bytes; a longer one is no name. It bounds how far the text is compared at each place. */
#define MAX_NAME 240

typedef struct
{
  char         *name;       /* owned, as it would stand in a line */
  char         *preferred;  /* owned, NULL where it is the name */
  JbEntityType  type;
} Name;

struct _JbNameFinder
{
  GArray *names;  /* owned, of Name */
};

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->name);
  g_free (((Name *) data)->preferred);
}

JbNameFinder *
jb_name_finder_new (void)
{
  JbNameFinder *self = g_new0 (JbNameFinder, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  return self;
}

void
jb_name_finder_free (JbNameFinder *self)
{
  g_array_unref (self->names);
  g_free (self);
}

void
jb_name_finder_add (JbNameFinder *self, const char *name, JbEntityType type, const char *preferred)
{
  g_autofree char *line = jb_clean_line (name);
  Name entry = { .type = type };

  if (strlen (line) > MAX_NAME || g_utf8_strlen (line, -1) < 2)
    return;
  entry.preferred = g_strcmp0 (preferred, line) != 0 ? g_strdup (preferred) : NULL;
  entry.name = g_steal_pointer (&line);
  g_array_append_val (self->names, entry);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Name *) a)->name, ((const Name *) b)->name);
}

static int
get_byte (const JbNameFinder *self, guint index, guint depth)
{
  return (guchar) g_array_index (self->names, Name, index).name[depth];
}

/* Returns: the first of the names [@low, @high) whose byte at @depth is not below @byte */
static guint
find_bound (const JbNameFinder *self, guint low, guint high, guint depth, int byte)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_byte (self, middle, depth) < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Leaves those of the names [@low, @high), which agree in the first @depth bytes, that go on with @byte. */
static void
narrow (const JbNameFinder *self, guint *low, guint *high, guint depth, int byte)
{
  /* Mostly one is left, or all begin alike. */
  if (*low < *high && get_byte (self, *low, depth) == byte && get_byte (self, *high - 1, depth) == byte)
    return;
  *low = find_bound (self, *low, *high, depth, byte);
  *high = find_bound (self, *low, *high, depth, byte + 1);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c);
}

/* Whether the name at @at, of @n bytes, is not a part of a word. */
static gboolean
is_whole (const char *text, const char *at, gsize n)
{
  return !(is_word_byte (*at) && at > text && is_word_byte (at[-1])) && !(is_word_byte (at[n - 1]) && is_word_byte (at[n]));
}

/* Returns: (nullable): the longest name at @at */
static const Name *
find_longest (const JbNameFinder *self, const char *text, const char *at)
{
  guint low = 0, high = self->names->len;
  const Name *longest = NULL;

  for (guint depth = 0; at[depth] != '\0'; depth++)
    {
      narrow (self, &low, &high, depth, (guchar) at[depth]);
      if (low == high)
        break;
      /* The shortest stands first, and of the same ones the one that was added first. */
      if (g_array_index (self->names, Name, low).name[depth + 1] == '\0' && is_whole (text, at, depth + 1))
        longest = &g_array_index (self->names, Name, low);
    }
  return longest;
}

void
jb_name_finder_tag (JbNameFinder *self, JbDecodedBuilder *builder, gsize start_byte, guint start)
{
  gsize n_bytes;
  const char *text = jb_decoded_builder_get_text (builder, &n_bytes) + start_byte;
  guint place = start;

  g_array_sort (self->names, compare);
  for (const char *p = text; *p != '\0' && self->names->len > 0;)
    {
      const Name *name = find_longest (self, text, p);
      guint length = name != NULL ? (guint) g_utf8_strlen (name->name, -1) : 1;

      if (name != NULL)
        jb_decoded_builder_add_tag (builder, place, place + length, name->type, name->preferred);
      p = g_utf8_offset_to_pointer (p, length);
      place += length;
    }
  g_array_set_size (self->names, 0);
}
