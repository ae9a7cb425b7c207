/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-byline.h"

#include "jb-chars.h"
#include "jb-cues.h"
#include "jb-shape.h"

#define MAX_LINE    80  /* longer lines are no bylines */
#define MAX_BRACKET 60  /* between the brackets of a run-in */
#define MAX_PLACE   20  /* between the agency's name and its 讯 or 电 */
#define MAX_OFFICE  16  /* the piece named before its correspondent */
#define MAX_NAME    16

typedef enum
{
  ROLE_NONE,
  ROLE_REPORTER,
  ROLE_CORRESPONDENT,
  ROLE_PHOTOGRAPHER,
} Role;

typedef struct
{
  GPtrArray *pending;       /* owned, of char*: names since the last role */
  Role       role;
  guint      n_roles;
  guint      n_writers;
  guint      n_photographers;
  gunichar   lone;          /* a name's first character where the name is spaced out; else 0 */
  JbNames   *names;         /* nullable */
} Reading;

JbNames *
jb_names_new (void)
{
  JbNames *self = g_new (JbNames, 1);

  self->reporters = g_ptr_array_new_with_free_func (g_free);
  self->correspondents = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jb_names_free (JbNames *self)
{
  g_ptr_array_unref (self->reporters);
  g_ptr_array_unref (self->correspondents);
  g_free (self);
}

GStrv
jb_names_dup_strv (const GPtrArray *names)
{
  GStrv strv = g_new0 (char *, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    strv[i] = g_strdup (g_ptr_array_index (names, i));
  return strv;
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
is_separator (gunichar c)
{
  switch (c)
    {
    case U'、': case U'，': case ',': case '/': case U'／': case U'；': case ';': case U'：': case ':': case '|': case U'｜':
    case U'□': case U'■': case U'●': case U'○': case U'◆': case U'◇': case U'★': case U'▲': case U'△': case U'◎':
    case '&': case U'（': case U'）': case '(': case ')': case U'【': case U'】': case '[': case ']': case U'—': case '-':
      return TRUE;
    default:
      return jb_shape_is_void (c);
    }
}

static gboolean
is_slash (gunichar c)
{
  return c == '/' || c == U'／' || c == ':' || c == U'：';
}

/* The role word at the beginning of @text. 文 and 图 alone are roles only between separators. */
static guint
match_role (const gunichar *text, guint length, gboolean at_boundary, Role *role, gboolean *is_mark)
{
  guint reporter = jb_cues_match_start (JB_CUES_REPORTERS, text, length);
  guint correspondent = jb_cues_match_start (JB_CUES_CORRESPONDENTS, text, length);
  guint photographer = jb_cues_match_start (JB_CUES_PHOTOGRAPHERS, text, length);
  guint mark = jb_cues_match_start (JB_CUES_WRITING_MARKS, text, length);
  guint longest = MAX (MAX (reporter, correspondent), MAX (photographer, mark));

  if (longest == 1 && !(at_boundary && (length == 1 || is_separator (text[1]))))
    return 0;
  *is_mark = longest > 0 && longest == mark;
  *role = longest == correspondent ? ROLE_CORRESPONDENT : longest == photographer ? ROLE_PHOTOGRAPHER : ROLE_REPORTER;
  return longest;
}

gboolean
jb_byline_is_name (const gunichar *text, guint length)
{
  gboolean has_dot = FALSE;

  for (guint i = 0; i < length; i++)
    if (text[i] == U'·' && i > 0 && i + 1 < length)
      has_dot = TRUE;
    else if (!jb_char_is_han (text[i]))
      return FALSE;
  if (length < 2 || length > (has_dot ? MAX_NAME : 4) || jb_cues_equal (JB_CUES_NOT_NAMES, text, length))
    return FALSE;
  return length == 2 || jb_cues_match_end (JB_CUES_UNITS, text, length) == 0;
}

static void
keep_pending (Reading *reading, const gunichar *text, guint length)
{
  g_autofree char *name = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);

  g_ptr_array_add (reading->pending, g_steal_pointer (&name));
}

/* Four characters may be two names of two without anything between. */
static void
keep_name (Reading *reading, const gunichar *text, guint length)
{
  if (length == 4 && text[1] != U'·' && text[2] != U'·' &&
      jb_cues_match_start (JB_CUES_SURNAMES, text, length) < 2)
    {
      keep_pending (reading, text, 2);
      keep_pending (reading, text + 2, 2);
    }
  else
    keep_pending (reading, text, length);
}

static void
settle_pending (Reading *reading, Role role)
{
  for (guint i = 0; i < reading->pending->len; i++)
    {
      const char *name = g_ptr_array_index (reading->pending, i);

      if (role == ROLE_PHOTOGRAPHER)
        reading->n_photographers++;
      else if (role != ROLE_NONE)
        {
          reading->n_writers++;
          if (reading->names != NULL)
            add_name (role == ROLE_REPORTER ? reading->names->reporters : reading->names->correspondents, name);
        }
    }
  g_ptr_array_set_size (reading->pending, 0);
}

/* A role came: a role in front of names settles those before it, a mark behind names (/文, 摄) claims them. */
static void
take_role (Reading *reading, Role role, gboolean is_mark, gboolean leads)
{
  gboolean claims = reading->pending->len > 0 && !leads && (is_mark || role == ROLE_PHOTOGRAPHER);

  reading->n_roles++;
  reading->lone = 0;
  if (claims && role == ROLE_PHOTOGRAPHER)
    settle_pending (reading, ROLE_PHOTOGRAPHER);
  else if (claims)
    settle_pending (reading, reading->role == ROLE_NONE ? ROLE_REPORTER : reading->role);
  else
    settle_pending (reading, reading->role);
  reading->role = claims ? ROLE_NONE : role;
}

/* A word between separators that is no role: a name, half a spaced name, or an office. */
static gboolean
take_word (Reading *reading, const gunichar *text, guint length)
{
  if (length > 2 && text[length - 1] == U'摄' && jb_byline_is_name (text, length - 1))
    {
      keep_name (reading, text, length - 1);
      take_role (reading, ROLE_PHOTOGRAPHER, TRUE, FALSE);
      return TRUE;
    }
  if (length == 1 && jb_char_is_han (text[0]))
    {
      gunichar both[2] = { reading->lone, text[0] };

      if (reading->lone != 0)
        keep_pending (reading, both, 2);
      reading->lone = reading->lone != 0 ? 0 : text[0];
      return TRUE;
    }
  if (reading->lone != 0)
    return FALSE;
  if (jb_byline_is_name (text, length))
    {
      keep_name (reading, text, length);
      return TRUE;
    }
  if (length > MAX_OFFICE)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!jb_char_is_han (text[i]))
      return FALSE;
  return jb_cues_match_end (JB_CUES_UNITS, text, length) > 0;
}

/* Returns: FALSE where the text holds anything but roles, names and offices */
static gboolean
read_roles (Reading *reading, const gunichar *text, guint length)
{
  gboolean at_boundary = TRUE;

  for (guint i = 0; i < length;)
    {
      Role role = ROLE_NONE;
      gboolean is_mark = FALSE;
      guint n;

      if (is_separator (text[i]))
        {
          at_boundary = TRUE;
          i++;
          continue;
        }
      n = match_role (text + i, length - i, at_boundary, &role, &is_mark);
      if (n > 0)
        {
          /* 王可/文 李明/摄 names roles behind the persons, 文/王可 图/李明 before them. */
          gboolean leads = i + n < length && is_slash (text[i + n]) && !(i > 0 && is_slash (text[i - 1]));

          take_role (reading, role, is_mark, leads);
          i += n;
          at_boundary = TRUE;
          continue;
        }
      for (n = 1; i + n < length && !is_separator (text[i + n]); n++)
        if (match_role (text + i + n, length - i - n, FALSE, &role, &is_mark) > 0)
          break;
      if (!take_word (reading, text + i, n))
        return FALSE;
      at_boundary = FALSE;
      i += n;
    }
  settle_pending (reading, reading->role);
  return reading->lone == 0 && reading->n_roles > 0;
}

static gboolean
read_all (const gunichar *text, guint length, JbNames *names, Reading *reading)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func (g_free);
  Reading trial = { .pending = pending };
  gboolean ok = read_roles (&trial, text, length);

  if (reading != NULL)
    *reading = trial;
  if (!ok || names == NULL)
    return ok;
  /* Only what reads well to its end leaves names behind. */
  trial = (Reading) { .pending = pending, .names = names };
  g_ptr_array_set_size (pending, 0);
  return read_roles (&trial, text, length);
}

JbByline
jb_byline_read_line (const gunichar *text, guint length, JbNames *names)
{
  Reading reading;

  if (length < 3 || length > MAX_LINE || !read_all (text, length, names, &reading))
    return JB_BYLINE_NONE;
  if (reading.n_writers > 0)
    return JB_BYLINE_WRITERS;
  return reading.n_photographers > 0 ? JB_BYLINE_PICTURE : JB_BYLINE_NONE;
}

static gboolean
is_opening_bracket (gunichar c)
{
  return c == U'（' || c == '(';
}

static gboolean
is_closing_bracket (gunichar c)
{
  return c == U'）' || c == ')';
}

/* Returns: the code points of the bracket at the beginning of @text, both ends included, 0 where there is none */
static guint
measure_bracket (const gunichar *text, guint length)
{
  if (length == 0 || !is_opening_bracket (text[0]))
    return 0;
  for (guint i = 1; i < length && i < MAX_BRACKET; i++)
    if (is_closing_bracket (text[i]))
      return i + 1;
  return 0;
}

/* 本报讯, 新华社某地4月3日电, 本报某地4月3日讯: the code points of it. */
static guint
measure_opener (const gunichar *text, guint length)
{
  guint start = length > 0 && text[0] == U'【' ? 1 : 0;
  guint n = start + jb_cues_match_start (JB_CUES_RUN_INS, text + start, length - start);

  if (n == start)
    return 0;
  for (guint i = n; i < length && i < n + MAX_PLACE; i++)
    {
      if (text[i] == U'讯' || text[i] == U'电')
        {
          guint end = i + 1 + (start == 1 && i + 1 < length && text[i + 1] == U'】');
          gboolean is_set_off = end == length || jb_shape_is_void (text[end]) || is_opening_bracket (text[end]) ||
                                text[end] == U'：' || text[end] == ':' || text[end] == '/' || start == 1;

          /* 本报讯 needs nothing behind it, but 本报电子版 is none. */
          return is_set_off || (i == n && text[i] == U'讯') ? end : 0;
        }
      if (!jb_char_is_han (text[i]) && !jb_char_is_digit (text[i]) && !jb_char_is_blank (text[i]) && text[i] != U'、')
        return 0;
    }
  return 0;
}

guint
jb_byline_get_run_in (const gunichar *text, guint length)
{
  guint opener = measure_opener (text, length);
  guint blanks = 0, bracket;

  if (opener > 0)
    while (opener + blanks < length && jb_char_is_blank (text[opener + blanks]))
      blanks++;
  bracket = measure_bracket (text + opener + blanks, length - opener - blanks);

  if (opener > 0)
    return bracket > 0 ? opener + blanks + bracket : opener;
  if (bracket > 0 && jb_byline_read_line (text + 1, bracket - 2, NULL) == JB_BYLINE_WRITERS)
    return bracket;
  return 0;
}

/* 本报讯 记者 王可 通讯员 李明 4月3日…: reads roles and names as long as they last. */
static void
read_unbracketed (const gunichar *text, guint length, JbNames *names)
{
  guint end = 0, word = 0;
  gboolean behind_role = FALSE;

  /* Behind a blank only a role goes on: the word after the last name may look like one. */
  for (guint i = 0; i <= length && i < MAX_BRACKET; i++)
    if (i == length || jb_shape_is_void (text[i]) || text[i] == U'：' || text[i] == U'，')
      {
        guint role = jb_cues_match_start (JB_CUES_REPORTERS, text + word, i - word);

        if (role == 0)
          role = jb_cues_match_start (JB_CUES_CORRESPONDENTS, text + word, i - word);
        if (i > word && role == 0 && !behind_role)
          break;
        if (i > word && jb_byline_read_line (text, i, NULL) == JB_BYLINE_WRITERS)
          end = i;
        if (i > word)
          behind_role = role == i - word;
        word = i + 1;
      }
  if (end > 0)
    jb_byline_read_line (text, end, names);
}

void
jb_byline_read_run_in (const gunichar *text, guint length, JbNames *names)
{
  guint run_in = jb_byline_get_run_in (text, length);
  guint start = run_in;

  if (run_in == 0)
    return;
  if (!is_closing_bracket (text[run_in - 1]))
    {
      read_unbracketed (text + run_in, MIN (length - run_in, MAX_BRACKET), names);
      return;
    }
  while (start > 0 && !is_opening_bracket (text[start - 1]))
    start--;
  if (start > 0)
    read_all (text + start, run_in - 1 - start, names, NULL);
}

void
jb_byline_read_tail (const gunichar *text, guint length, JbNames *names)
{
  guint end = length;

  if (end > 0 && text[end - 1] == U'。')
    end--;
  if (end == 0 || !is_closing_bracket (text[end - 1]))
    return;
  for (guint i = end - 1; i > 0 && end - i < MAX_BRACKET; i--)
    if (is_opening_bracket (text[i - 1]))
      {
        jb_byline_read_line (text + i, end - 1 - i, names);
        return;
      }
}

/* A name, or an office. */
static gboolean
is_sender (const gunichar *text, guint length)
{
  if (length > MAX_OFFICE)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!jb_char_is_han (text[i]))
      return FALSE;
  return jb_cues_match_end (JB_CUES_UNITS, text, length) > 0 ||
         (length <= 3 && jb_byline_is_name (text, length) && jb_cues_match_start (JB_CUES_SURNAMES, text, length) > 0);
}

/* Two names or more and nothing else. */
static gboolean
is_names (const gunichar *text, guint length)
{
  guint n = 0;

  for (guint start = 0, i = 0; i <= length; i++)
    if (i == length || is_separator (text[i]))
      {
        if (i > start && (i - start > 3 || !jb_byline_is_name (text + start, i - start) ||
                          jb_cues_match_start (JB_CUES_SURNAMES, text + start, i - start) == 0))
          return FALSE;
        n += i > start;
        start = i + 1;
      }
  return n >= 2;
}

gboolean
jb_byline_is_source (const gunichar *text, guint length)
{
  if (length < 4 || length > MAX_LINE || measure_bracket (text, length) != length)
    return FALSE;
  for (guint i = 1; i + 1 < length; i++)
    if (jb_char_ends_sentence (text[i]) || text[i] == U'；')
      return FALSE;
  return is_names (text + 1, length - 2) || is_sender (text + 1, length - 2) ||
         jb_cues_match_end (JB_CUES_WRITING_MARKS, text, length - 1) > 1 ||
         jb_cues_match_end (JB_CUES_PHOTOGRAPHERS, text, length - 1) > 1 ||
         jb_cues_match_end (JB_CUES_SUPPLIERS, text, length - 1) > 0;
}

gboolean
jb_byline_is_of_pictures (const gunichar *text, guint length)
{
  gboolean has_picture = FALSE;

  for (guint i = 0; i < length; i++)
    {
      if (text[i] == U'稿' || jb_cues_match_start (JB_CUES_WRITING_MARKS, text + i, length - i) > 1 ||
          jb_cues_match_start (JB_CUES_REPORTERS, text + i, length - i) > 0 ||
          jb_cues_match_start (JB_CUES_CORRESPONDENTS, text + i, length - i) > 0)
        return FALSE;
      has_picture = has_picture || text[i] == U'图' || text[i] == U'摄';
    }
  return has_picture;
}

void
jb_byline_read_source (const gunichar *text, guint length, JbNames *names)
{
  if (!jb_byline_is_source (text, length))
    return;
  for (guint start = 1, i = 1; i < length; i++)
    if (i + 1 == length || text[i] == U'，' || text[i] == ',')
      {
        jb_byline_read_line (text + start, i - start, names);
        start = i + 1;
      }
}

void
jb_byline_read_meta (const gunichar *text, guint length, JbNames *names)
{
  for (guint i = 0; i < length; i++)
    {
      guint role = MAX (jb_cues_match_start (JB_CUES_REPORTERS, text + i, length - i),
                        jb_cues_match_start (JB_CUES_CORRESPONDENTS, text + i, length - i));
      guint end = i + role;

      if (role == 0 || end == length || (text[end] != U'：' && text[end] != ':'))
        continue;
      for (end++; end < length && jb_char_is_blank (text[end]);)
        end++;
      while (end < length && !jb_char_is_blank (text[end]))
        end++;
      jb_byline_read_line (text + i, end - i, names);
      i = end;
    }
}
