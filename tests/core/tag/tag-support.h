/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles from plain text for the tests of the tagger: each line that is not blank is a paragraph. */
#pragma once

#include <string.h>

#include "jb-model-enums.h"
#include "jb-tagger.h"

static inline JbArticle *
new_article (const char *text)
{
  JbArticle *article = jb_article_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint offset = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (lines[i], -1);

      if (*g_strstrip (lines[i]) != '\0')
        {
          JbSpanMap *map = jb_span_map_new ();

          jb_span_map_append (map, 0, offset, (guint) g_utf8_strlen (lines[i], -1));
          jb_article_append_block (article, jb_block_new (JB_BLOCK_KIND_PARAGRAPH, 0, lines[i], map));
          jb_span_map_unref (map);
        }
      offset += length + 1;
    }
  return article;
}

static inline JbArticle *
tag_with (JbLexicon *lexicon, const JbMasthead *masthead, const char *text)
{
  g_autoptr(JbTagger) tagger = jb_tagger_new (lexicon, NULL);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, new_article (text));
  jb_tagger_tag (tagger, masthead, articles);
  return g_object_ref (g_ptr_array_index (articles, 0));
}

static inline JbMention *
find_mention (JbArticle *article, JbEntityType type, const char *text)
{
  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->type == type && strcmp (mention->text, text) == 0)
        return mention;
    }
  return NULL;
}

static inline char *
describe_mentions (JbArticle *article)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);

      g_string_append_printf (lines, "%s\t%s\t%s\n", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, (int) mention->type),
                              mention->text, mention->rule);
    }
  return g_string_free (lines, FALSE);
}

/* A text, and what must be found in it: "type:name type:name"; exactly that and nothing else. */
typedef struct
{
  const char *text;
  const char *mentions;
} TagCase;

static inline void
check_cases (const TagCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr(JbArticle) article = tag_with (NULL, NULL, cases[i].text);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < article->mentions->len; k++)
        {
          JbMention *mention = g_ptr_array_index (article->mentions, k);

          g_string_append_printf (found, "%s%s:%s", k > 0 ? " " : "",
                                  jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, (int) mention->type), mention->text);
        }
      if (strcmp (found->str, cases[i].mentions) != 0)
        g_test_message ("in: %s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].mentions);
    }
}
