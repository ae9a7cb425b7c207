/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article from plain text, for tests: each line that is not blank is a paragraph, one that begins with "# " a
 * heading; a first line "date: yyyy-mm-dd" is the article's date. Names that are tagged wherever they stand come as lines of a type
 * and a name. */
#pragma once

#include <string.h>

#include "jb-article.h"
#include "jb-model-enums.h"

static inline JbArticle *
article_from_text (const char *text)
{
  JbArticle *article = jb_article_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint offset = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      guint length = (guint) g_utf8_strlen (line, -1);

      if (i == 0 && g_str_has_prefix (line, "date: "))
        {
          article->date = g_strdup (line + strlen ("date: "));
        }
      else if (length > 0)
        {
          g_autoptr(JbSpanMap) map = jb_span_map_new ();
          gboolean is_heading = g_str_has_prefix (line, "# ");
          guint mark = is_heading ? 2 : 0;

          jb_span_map_append (map, 0, offset + mark, length - mark);
          jb_article_append_block (article, jb_block_new (is_heading ? JB_BLOCK_KIND_HEADING : JB_BLOCK_KIND_PARAGRAPH,
                                                          is_heading ? 1 : 0, line + mark, map));
        }
      offset += length + 1;
    }
  return article;
}

/* @names: lines "leader 陆景川" */
static inline void
tag_names (JbArticle *article, const char *names)
{
  g_autofree char *text = jb_article_dup_text (article);
  g_auto(GStrv) lines = g_strsplit (names, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name = strchr (lines[i], ' ');
      int type;

      if (name == NULL)
        continue;
      *name++ = '\0';
      g_assert_true (jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, lines[i], &type));
      for (const char *p = text; (p = strstr (p, name)) != NULL; p += strlen (name))
        {
          guint start = (guint) g_utf8_pointer_to_offset (text, p);

          g_ptr_array_add (article->mentions, jb_mention_new ((JbEntityType) type, name, start,
                                                              start + (guint) g_utf8_strlen (name, -1),
                                                              JB_MENTION_ORIGIN_RULE, 1, "test"));
        }
    }
  g_ptr_array_sort (article->mentions, jb_mention_compare);
}

/* Adds a test @prefix/NAME for each folder of tests/data/facts; it is given the folder's path. */
static inline void
add_fact_cases (const char *prefix, GTestDataFunc test_case)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_build_path ("/", prefix, name, NULL);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_case, g_free);
    }
}
