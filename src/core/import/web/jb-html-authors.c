/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-authors.h"

#include "jb-chars.h"
#include "jb-resource.h"

#include <string.h>

/* Longer fields are text. */
#define MAX_CHARS 200

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (jb_char_is_han (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Two to four characters, or with a · in them, that are no office's name. */
static gboolean
is_chinese_name (const char *text)
{
  static GStrv not_names;
  glong length = g_utf8_strlen (text, -1);

  if (length < 2 || length > (strstr (text, "·") != NULL ? 16 : 4))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!jb_char_is_han (g_utf8_get_char (p)) && g_utf8_get_char (p) != U'·')
      return FALSE;
  if (g_once_init_enter (&not_names))
    g_once_init_leave (&not_names, jb_resource_load_lines ("rules/html-not-writers.txt"));
  for (guint i = 0; not_names[i] != NULL; i++)
    if (g_str_has_suffix (text, not_names[i]))
      return FALSE;
  return TRUE;
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
  return n_spaces >= 1 && n_spaces <= 4 && strlen (text) <= 60;
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static void
add_chinese (GPtrArray *names, const char *text)
{
  static GRegex *roles, *breaks, *spaced;
  g_autofree char *bare = NULL, *joined = NULL;
  g_auto(GStrv) parts = NULL;

  if (g_once_init_enter (&roles))
    {
      spaced = g_regex_new ("(?<![\\p{Han}])(\\p{Han})[ 　]+(\\p{Han})(?![\\p{Han}])", G_REGEX_OPTIMIZE, 0, NULL);
      breaks = g_regex_new ("[\\s、，,;；/／|丨&（）()：:□■●○◎\\[\\]【】]+", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&roles, g_regex_new ("\\p{Han}{2,4}\\s*[/／]?\\s*摄影?(?!\\p{Han})|\\p{Han}{0,8}(?:记者|通讯员|实习生|作者|撰稿人?|撰文|"
                                              "评论员|责任编辑|编辑)(?:[：:\\s]|(?=\\p{Han}{2,3}(?!\\p{Han})))|[图文]+[：:/]|摄影?[：:/]",
                                              G_REGEX_OPTIMIZE, 0, NULL));
    }
  bare = g_regex_replace_literal (roles, text, -1, 0, "、", 0, NULL);
  joined = bare != NULL ? g_regex_replace (spaced, bare, -1, 0, "\\1\\2", 0, NULL) : NULL;
  parts = g_regex_split (breaks, joined != NULL ? joined : text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (is_chinese_name (parts[i]))
      add_name (names, parts[i]);
}

GPtrArray *
jb_html_authors_read (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_CHARS));
  g_auto(GStrv) parts = NULL;

  if (has_han (head))
    {
      add_chinese (names, head);
      return names;
    }
  parts = g_regex_split_simple ("\\s*(?:[,;|]|、|\\band\\b|&)\\s*|^\\s*[Bb]y\\s+", head, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (is_latin_name (g_strstrip (parts[i])))
      add_name (names, parts[i]);
  return names;
}
