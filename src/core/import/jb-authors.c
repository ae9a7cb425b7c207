/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line is cut into pieces at everything that parts names. A piece is a role, which goes before the names it is said of, or
 * right behind one; or a name; or a role and a name; or a character of a name that is set wide: 周　岚.
 *
 *   本报记者 林小雨、周　岚　通讯员何清 摄
 *   role     name   wide wide role+name role of the name before it */
#include "jb-authors.h"

#include "jb-chars.h"
#include "jb-resource.h"

#include <string.h>

#define SEPARATORS "\t\n\r |&,;:/()[] \u00a0\u3000、，；：／｜丨（）【】□■●○◎"

#define MAX_CHARS  200  /* longer fields are text */
#define MAX_NAME   4    /* characters */
#define MAX_DOTTED 16   /* of a name with a dot in it */
#define MAX_LATIN  60   /* bytes */
#define MAX_OWNER  8    /* characters before a role: 云汀日报首席 */
#define N_ENDINGS  2    /* strong ones, and those that end names too */

typedef enum
{
  ROLE_WRITER,
  ROLE_SENDER,  /* a correspondent */
  ROLE_OTHER,   /* did something else */
  N_ROLES
} Role;

typedef struct
{
  GStrv       roles[N_ROLES];      /* owned */
  GStrv       endings[N_ENDINGS];  /* owned: of what is no person's name */
  GStrv       surnames;            /* owned: lines of common ones, a character each */
} Rules;

typedef struct
{
  char     *name;       /* owned */
  Role      role;
  gboolean  is_joined;  /* an enumeration comma stands before it */
} Person;

typedef struct
{
  const char *text;     /* lent */
  gunichar    before;   /* what parts it from the piece before, the plainest left out; 0 for none */
  gunichar    behind;
  gboolean    is_last;
} Piece;

typedef struct
{
  const Rules *rules;      /* lent */
  GArray      *people;     /* owned, of Person */
  guint        n_before;   /* of them stand before the last role */
  Role         role;       /* of those that follow */
  gboolean     is_told;    /* it was said */
  GString     *wide;       /* owned: single characters that came, of names set wide */
  gboolean     understood; /* there was a role or a name */
} Reader;

static void
add_lines (GStrvBuilder *builder, const char *path)
{
  g_auto(GStrv) lines = jb_resource_load_lines (path);

  g_strv_builder_addv (builder, (const char **) lines);
}

/* Returns: (transfer full): the lines of both, of which @second may be NULL */
static GStrv
load_roles (const char *first, const char *second)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  add_lines (builder, first);
  if (second != NULL)
    add_lines (builder, second);
  return g_strv_builder_end (builder);
}

static const Rules *
get_rules (void)
{
  static Rules *rules;

  if (g_once_init_enter (&rules))
    {
      Rules *fresh = g_new0 (Rules, 1);

      fresh->roles[ROLE_WRITER] = load_roles ("rules/page-reporters.txt", "rules/author-roles.txt");
      fresh->roles[ROLE_SENDER] = load_roles ("rules/page-correspondents.txt", NULL);
      fresh->roles[ROLE_OTHER] = load_roles ("rules/page-photographers.txt", "rules/page-credits.txt");
      fresh->endings[0] = jb_resource_load_lines ("rules/author-not-names.txt");
      fresh->endings[1] = jb_resource_load_lines ("rules/author-not-names-weak.txt");
      fresh->surnames = jb_resource_load_lines ("rules/tag-surnames-common.txt");
      g_once_init_leave (&rules, fresh);
    }
  return rules;
}

static void
clear_person (gpointer person)
{
  g_free (((Person *) person)->name);
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (jb_char_is_han (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_one_char (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) == '\0';
}

static gboolean
is_one_han (const char *text)
{
  return is_one_char (text) && jb_char_is_han (g_utf8_get_char (text));
}

static gboolean
has_ending (const char *text, const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_surname (const Rules *rules, const char *text)
{
  for (guint i = 0; rules->surnames[i] != NULL; i++)
    if (g_utf8_strchr (rules->surnames[i], -1, g_utf8_get_char (text)) != NULL)
      return TRUE;
  return FALSE;
}

/* Two to four characters, or more with dots in them, that are no office's name. @is_told: a role says that it is a person */
static gboolean
is_name (const Rules *rules, const char *text, gboolean is_told)
{
  glong length = 0, n_dots = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gboolean is_dot = g_utf8_get_char (p) == U'·';

      n_dots += is_dot;
      if (!jb_char_is_han (g_utf8_get_char (p)) && (!is_dot || length == 0))
        return FALSE;
    }
  if (length < 2 || length > (n_dots > 0 ? MAX_DOTTED : MAX_NAME) ||
      has_ending (text, (const char *const *) rules->endings[0]))
    return FALSE;
  return is_told || (length <= 3 && has_surname (rules, text)) || !has_ending (text, (const char *const *) rules->endings[1]);
}

/* Several words of letters: a user's name in a publishing system is one. */
static gboolean
is_latin_name (const char *text)
{
  guint n_spaces = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_spaces += c == ' ';
      if (c != ' ' && c != '.' && c != '-' && c != '\'' && c != U'’' && !g_unichar_isalpha (c))
        return FALSE;
    }
  return n_spaces >= 1 && n_spaces <= 4 && strlen (text) <= MAX_LATIN;
}

/* Returns: (nullable): the end of the longest role that stands at @at; one of a single character must be the whole piece */
static const char *
match_role (const Rules *rules, const char *piece, const char *at, Role *role)
{
  gsize longest = 0;

  for (guint i = 0; i < N_ROLES; i++)
    for (guint j = 0; rules->roles[i][j] != NULL; j++)
      {
        const char *word = rules->roles[i][j];

        if (strlen (word) > longest && (is_one_char (word) ? g_str_equal (piece, word) : g_str_has_prefix (at, word)))
          {
            longest = strlen (word);
            *role = (Role) i;
          }
      }
  return longest > 0 ? at + longest : NULL;
}

/* Whoever employs the person may stand before the role. Returns: (nullable): what stands behind it; NULL where there is none */
static const char *
find_role (const Rules *rules, const char *piece, Role *role)
{
  guint n_before = 0;

  for (const char *at = piece; *at != '\0' && n_before <= MAX_OWNER; at = g_utf8_next_char (at), n_before++)
    {
      const char *end = match_role (rules, piece, at, role);

      if (end != NULL)
        return end;
      if (!jb_char_is_han (g_utf8_get_char (at)))
        return NULL;
    }
  return NULL;
}

static void
add_person (Reader *self, const char *name, gboolean is_joined)
{
  Person person = { .name = g_strdup (name), .role = self->role, .is_joined = is_joined };

  g_array_append_val (self->people, person);
  self->understood = TRUE;
}

static gboolean
is_slash (gunichar c)
{
  return c == '/' || c == U'／';
}

/* Whether the role that is the whole piece is said of the name before it: 何清 摄, 林小雨/文; but 文/林小雨, 摄影 周岚. */
static gboolean
is_behind_name (const Reader *self, const Piece *piece)
{
  if (self->people->len == self->n_before)
    return FALSE;
  if (is_slash (piece->before) || piece->is_last)
    return TRUE;
  return is_one_char (piece->text) && !is_slash (piece->behind) && piece->behind != ':' && piece->behind != U'：';
}

/* The role is that of the name before it, and of those it is joined to. */
static void
mark_back (Reader *self, Role role)
{
  for (guint i = self->people->len; i > self->n_before; i--)
    {
      Person *person = &g_array_index (self->people, Person, i - 1);

      person->role = role;
      if (!person->is_joined)
        break;
    }
  self->role = ROLE_WRITER;
  self->is_told = FALSE;
}

/* Who took the picture may be said in one piece with the name: 何清摄 */
static gboolean
ends_with_photographer (const char *piece)
{
  static const char *const endings[] = { "摄", "摄影", "供图", NULL };
  glong length = g_utf8_strlen (piece, -1);

  return length >= 3 && length <= MAX_NAME + 2 && has_ending (piece, endings);
}

static void
read_name (Reader *self, const char *text, gboolean is_joined)
{
  if (is_one_han (text))
    g_string_append (self->wide, text);
  else if (is_name (self->rules, text, self->is_told))
    add_person (self, text, is_joined);
}

/* Single characters are one name, or two of two characters. */
static void
end_wide (Reader *self)
{
  glong length = g_utf8_strlen (self->wide->str, -1);
  g_autofree char *first = g_utf8_substring (self->wide->str, 0, length == 4 ? 2 : length);
  const char *second = self->wide->str + strlen (first);

  if (length >= 2 && length <= 4)
    add_person (self, first, FALSE);
  if (*second != '\0')
    add_person (self, second, FALSE);
  g_string_truncate (self->wide, 0);
}

static void
read_role (Reader *self, const Piece *piece, Role role, const char *rest)
{
  gboolean is_first = self->people->len > self->n_before || !self->is_told;

  self->understood = TRUE;
  if (*rest == '\0' && is_behind_name (self, piece))
    mark_back (self, role);
  else
    {
      /* 文/图 林小雨 did both. */
      self->role = is_first || !is_slash (piece->before) ? role : MIN (role, self->role);
      self->is_told = TRUE;
    }
  self->n_before = self->people->len;
  read_name (self, rest, FALSE);
}

static void
read_piece (Reader *self, const Piece *piece)
{
  glong n_wide = g_utf8_strlen (self->wide->str, -1);
  const char *rest;
  Role role;

  if (n_wide > 0 && piece->before == ' ' && is_one_han (piece->text) &&
      (n_wide == 1 || match_role (self->rules, piece->text, piece->text, &role) == NULL))
    {
      g_string_append (self->wide, piece->text);
      return;
    }
  end_wide (self);
  rest = find_role (self->rules, piece->text, &role);
  if (rest != NULL)
    read_role (self, piece, role, rest);
  else if (ends_with_photographer (piece->text))
    self->understood = TRUE;
  else
    read_name (self, piece->text, piece->before == U'、');
}

static gboolean
is_space (gunichar c)
{
  return jb_char_is_blank (c) || g_unichar_isspace (c);
}

/* Passes over what parts two pieces. Returns: the first of it that is no white space, a space, or 0 */
static gunichar
skip_separators (const char **text)
{
  gunichar what = 0;

  for (; **text != '\0' && g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (*text)) != NULL; *text = g_utf8_next_char (*text))
    {
      gunichar c = g_utf8_get_char (*text);

      if (what == 0 || what == ' ')
        what = is_space (c) ? ' ' : c;
    }
  return what;
}

static void
read_chinese (Reader *self, const char *text)
{
  gunichar before = skip_separators (&text);

  while (*text != '\0')
    {
      const char *start = text;
      g_autofree char *name = NULL;
      Piece piece = { .before = before };

      while (*text != '\0' && g_utf8_strchr (SEPARATORS, -1, g_utf8_get_char (text)) == NULL)
        text = g_utf8_next_char (text);
      piece.text = name = g_strndup (start, (gsize) (text - start));
      piece.behind = before = skip_separators (&text);
      piece.is_last = *text == '\0';
      read_piece (self, &piece);
    }
  end_wide (self);
}

static void
read_latin (Reader *self, const char *text)
{
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*(?:[,;|]|、|\\band\\b|&)\\s*|^\\s*[Bb]y\\s+", text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (is_latin_name (g_strstrip (parts[i])))
      add_person (self, parts[i], FALSE);
}

/* Returns: (transfer full) (element-type utf8): those who have a role up to @last, none twice */
static GPtrArray *
read_people (const char *text, Role last, gboolean *understood)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_CHARS));
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr(GString) wide = g_string_new (NULL);
  Reader reader = { .rules = get_rules (), .people = people, .wide = wide, .role = ROLE_WRITER };

  g_array_set_clear_func (people, clear_person);
  if (has_han (head))
    read_chinese (&reader, head);
  else
    read_latin (&reader, head);
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      if (person->role <= last && !g_ptr_array_find_with_equal_func (names, person->name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (person->name));
    }
  *understood = reader.understood;
  return names;
}

GPtrArray *
jb_authors_read (const char *text)
{
  gboolean understood;

  return read_people (text, ROLE_SENDER, &understood);
}

gboolean
jb_authors_add_byline (JbDecodedBuilder *builder, const char *line)
{
  gboolean understood;
  g_autoptr(GPtrArray) names = read_people (line, ROLE_WRITER, &understood);

  for (guint i = 0; i < names->len; i++)
    jb_decoded_builder_add_author (builder, g_ptr_array_index (names, i));
  return understood;
}
