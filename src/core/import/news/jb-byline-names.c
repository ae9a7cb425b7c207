/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-byline-names.h"

#include "jb-chars.h"
#include "jb-resource.h"

#include <string.h>

/* Between two names or a role and a name. */
#define SEPARATORS " \t/|,;:&\xe3\x80\x80、，；：／｜（）()"

/* The longest name in characters; that of one with a dot in it. */
#define MAX_NAME   4
#define MAX_DOTTED 15

typedef struct
{
  GStrv writers;  /* owned, words before the names of those who wrote */
  GStrv others;   /* owned, before those who did something else */
} Roles;

static const Roles *
get_roles (void)
{
  static Roles *roles;

  if (g_once_init_enter (&roles))
    {
      Roles *fresh = g_new0 (Roles, 1);
      g_auto(GStrv) senders = jb_resource_load_lines ("rules/page-correspondents.txt");
      g_auto(GStrv) photographers = jb_resource_load_lines ("rules/page-photographers.txt");
      g_autoptr(GStrvBuilder) others = g_strv_builder_new ();

      g_strv_builder_addv (others, (const char **) senders);
      g_strv_builder_addv (others, (const char **) photographers);
      fresh->writers = jb_resource_load_lines ("rules/page-reporters.txt");
      fresh->others = g_strv_builder_end (others);
      g_once_init_leave (&roles, fresh);
    }
  return roles;
}

/* Returns: bytes of the longest of @words that @piece begins with, 0 where there is none */
static gsize
match (const char *piece, const char *const *words)
{
  gsize longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > longest && g_str_has_prefix (piece, words[i]))
      longest = strlen (words[i]);
  return longest;
}

/* Returns: what stands before the next separator, which is passed over */
static char *
take_piece (const char **line)
{
  const char *start = *line, *p;

  for (p = start; *p != '\0' && g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (p)) == NULL; p = g_utf8_next_char (p))
    ;
  *line = *p != '\0' ? g_utf8_next_char (p) : p;
  return g_strndup (start, (gsize) (p - start));
}

static gboolean
is_name (const char *text)
{
  glong length = 0, n_dots = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gboolean is_dot = g_utf8_get_char (p) == 0xb7;

      n_dots += is_dot;
      if (!jb_char_is_han (g_utf8_get_char (p)) && (!is_dot || length == 0))
        return FALSE;
    }
  return length >= 2 && length <= (n_dots > 0 ? MAX_DOTTED : MAX_NAME);
}

static gboolean
is_one_han (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) == '\0' && jb_char_is_han (g_utf8_get_char (text));
}

gboolean
jb_byline_names_add (JbDecodedBuilder *builder, const char *line)
{
  const Roles *roles = get_roles ();
  g_autofree char *half = NULL;  /* the first character of a name that is set wide: 周　岚 */
  gboolean wrote = TRUE, understood = FALSE;

  while (*line != '\0')
    {
      g_autofree char *piece = take_piece (&line);
      gsize writer = match (piece, (const char *const *) roles->writers);
      gsize other = match (piece, (const char *const *) roles->others);
      g_autofree char *name = g_strconcat (half != NULL ? half : "", piece + MAX (writer, other), NULL);

      if (writer > 0 || other > 0)
        {
          wrote = writer > other;
          understood = TRUE;
        }
      else if (*piece == '\0')
        continue;
      g_clear_pointer (&half, g_free);
      if (is_one_han (name))
        half = g_strdup (name);
      else if (wrote && is_name (name))
        {
          jb_decoded_builder_add_author (builder, name);
          understood = TRUE;
        }
    }
  return understood;
}
