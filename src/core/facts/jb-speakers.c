/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-speakers.h"

#include "jb-string.h"
#include "jb-words.h"

/* A post with all before it that belongs to it: 区人大常委会党组书记、主任 */
#define MAX_POST 40

/* Mentions looked at for a speaker: a list that never ends must not make reading slow. */
#define MAX_LOOKED_AT 32

/* An organ that is no mention of its own may stand before a post: 区文旅局局长 */
#define MAX_ORGAN 12

void
jb_speaker_clear (JbSpeaker *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->post, g_free);
}

void
jb_speaker_set (JbSpeaker *self, const char *name, const char *post)
{
  jb_set_string (&self->name, name);
  jb_set_string (&self->post, post);
}

static const JbWord *
match_post_back (const JbChars *text, guint start, guint end)
{
  const JbWord *public = jb_words_match_back (jb_words_get ("rules/tag-posts.txt"), text, start, end);
  const JbWord *other = jb_words_match_back (jb_words_get ("rules/tag-posts-other.txt"), text, start, end);

  return other == NULL || (public != NULL && public->word->length >= other->word->length) ? public : other;
}

/* Where the mention begins that ends at @end: of an organisation or place, in whose name the post is. @end where there is none. */
static guint
find_organ (const JbArticle *article, const JbBlock *block, guint floor, guint end)
{
  for (guint i = jb_article_find_mention (article, block->start + floor); i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->start >= block->start + end)
        break;
      if (mention->end == block->start + end && mention->type != JB_ENTITY_TYPE_LEADER && mention->type != JB_ENTITY_TYPE_PERSON)
        return mention->start - block->start;
    }
  return end;
}

/* What stands between a clause's beginning and the post, where it is short enough to be an organ; @end where it is not. */
static guint
find_clause_start (const JbChars *text, guint floor, guint end)
{
  const JbWords *leads = jb_words_get ("rules/speaker-leads.txt");
  guint start = end;

  while (start > floor && end - start <= MAX_ORGAN && jb_char_is_han (text->chars[start - 1]))
    {
      if (jb_words_match_back (leads, text, floor, start) != NULL)
        return start;
      start--;
    }
  if (end - start > MAX_ORGAN || (start > 0 && start > floor && text->chars[start - 1] == 0x3001))
    return end;
  return start;
}

/* Where the post begins that ends at @end; @end where there is none. */
static guint
find_post (const JbArticle *article, const JbBlock *block, const JbChars *text, guint end)
{
  guint floor = end > MAX_POST ? end - MAX_POST : 0, start = end;

  for (guint i = end;;)
    {
      const JbWord *word = match_post_back (text, floor, i);
      guint organ;

      if (word == NULL)
        return start;
      start = i - word->word->length;
      organ = find_organ (article, block, floor, start);
      if (organ == start)
        organ = find_clause_start (text, floor, start);
      start = organ;
      if (start <= floor || text->chars[start - 1] != 0x3001)
        return start;
      i = start - 1;
    }
}

gboolean
jb_speaker_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint start, guint end,
                 gboolean last, JbSpeaker *speaker, guint *phrase, guint *behind)
{
  const JbMention *found = NULL;
  const JbWord *following;
  g_autofree char *title = NULL;

  guint first = jb_article_find_mention (article, block->start + start);
  guint behind_last = jb_article_find_mention (article, block->start + end);

  if (behind_last > first + MAX_LOOKED_AT)
    {
      first = last ? behind_last - MAX_LOOKED_AT : first;
      behind_last = first + MAX_LOOKED_AT;
    }
  for (guint i = first; i < behind_last && (last || found == NULL); i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->end <= block->start + end && mention->state != JB_MENTION_STATE_REJECTED &&
          (mention->type == JB_ENTITY_TYPE_LEADER || mention->type == JB_ENTITY_TYPE_PERSON))
        found = mention;
    }
  if (found == NULL)
    return FALSE;

  *phrase = find_post (article, block, text, found->start - block->start);
  *behind = found->end - block->start;
  title = jb_chars_to_utf8 (text, *phrase, found->start - block->start);
  if (g_str_has_suffix (title, "的"))
    *title = '\0';  /* 七十六岁的 */
  following = *title == '\0' ? jb_words_match (jb_words_get ("rules/tag-posts.txt"), text, *behind, text->length) : NULL;
  if (following != NULL)
    {
      g_free (title);
      title = jb_chars_to_utf8 (text, *behind, *behind + following->word->length);
      *behind += following->word->length;
    }
  jb_speaker_set (speaker, found->name, title);
  return TRUE;
}

gboolean
jb_speaker_find_nameless (const JbChars *text, guint start, guint end, JbSpeaker *speaker)
{
  const JbWord *word = jb_words_match_back (jb_words_get ("rules/statement-speakers.txt"), text, start, end);
  g_autofree char *name = NULL;

  if (word == NULL)
    return FALSE;
  name = jb_chars_to_utf8 (word->word, 0, word->word->length);
  jb_speaker_set (speaker, name, "");
  return TRUE;
}
