/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-owner.h"

#include <string.h>

#include "jb-string.h"
#include "jb-words.h"

/* Mentions and characters looked at before a fact: a list that never ends must not make reading slow. */
#define MAX_LOOKED_AT 24
#define MAX_CLAUSE    200

/* How far into its paragraph the name that it is about may stand: 日前，枫浦街道… */
#define TOPIC_REACH 16

typedef enum
{
  RANK_NONE,
  RANK_ASIDE,  /* behind a preposition, or where something is */
  RANK_WEAK,    /* a place or system */
  RANK_OBJECT,   /* inside a clause before */
  RANK_SUBJECT,  /* that a clause before begins with */
  RANK_CLAUSE,   /* in the fact's own clause */
} Rank;

static Rank
rank_type (JbEntityType type)
{
  switch (type)
    {
    case JB_ENTITY_TYPE_STREET:
    case JB_ENTITY_TYPE_COMMUNITY:
    case JB_ENTITY_TYPE_PROJECT:
    case JB_ENTITY_TYPE_ORGANISATION:
      return RANK_SUBJECT;
    case JB_ENTITY_TYPE_PLACE:
    case JB_ENTITY_TYPE_SYSTEM:
      return RANK_WEAK;
    default:
      return RANK_NONE;
    }
}

static gboolean
ends_clause (gunichar c)
{
  return jb_char_ends_clause (c) || c == 0x25ce;
}

/* @clause: where the fact's own begins */
static Rank
rank_mention (const JbMention *mention, const JbBlock *block, const JbChars *text, guint clause)
{
  guint start = mention->start - block->start, end = mention->end - block->start;
  Rank rank = mention->state != JB_MENTION_STATE_REJECTED ? rank_type (mention->type) : RANK_NONE;
  const JbWord *word;

  while (start > 0 && jb_char_is_opener (text->chars[start - 1]))
    start--;
  while (end < text->length && jb_char_is_closer (text->chars[end]))
    end++;
  if (rank == RANK_NONE || (end < text->length && text->chars[end] == U'等'))  /* 枫浦新村等9个小区: one of what is counted */
    return RANK_NONE;
  word = jb_words_match_back (jb_words_get ("rules/owner-asides.txt"), text, 0, start);
  if (word != NULL)
    return strcmp (word->note, "not") == 0 ? RANK_NONE : RANK_ASIDE;
  if (end < text->length && text->chars[end] == 0x3001)
    return RANK_ASIDE;
  if (rank != RANK_SUBJECT)
    return rank;
  if (start >= clause)
    return RANK_CLAUSE;
  return start == 0 || ends_clause (text->chars[start - 1]) ? RANK_SUBJECT : RANK_OBJECT;
}

/* @from, @to: in the block. Of two of the same rank the later wins, of one inside another the outer. */
static const JbMention *
find_best (const JbArticle *article, const JbBlock *block, const JbChars *text, guint from, guint to, Rank *best_rank)
{
  guint first = jb_article_find_mention (article, block->start + from);
  guint last = jb_article_find_mention (article, block->start + to);
  const JbMention *best = NULL;
  guint clause = to;

  *best_rank = RANK_NONE;
  while (clause > from && to - clause < MAX_CLAUSE && !ends_clause (text->chars[clause - 1]))
    clause--;
  if (last > first + MAX_LOOKED_AT)
    first = last - MAX_LOOKED_AT;
  for (guint i = first; i < last; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      Rank rank = rank_mention (mention, block, text, clause);

      if (mention->end > block->start + to || rank == RANK_NONE || rank < *best_rank)
        continue;
      if (best != NULL && mention->end <= best->end)
        continue;  /* inside the other */
      best = mention;
      *best_rank = rank;
    }
  return best;
}

/* The street, project or organisation that the title names first, or else the first place */
static const JbMention *
find_in_title (const JbArticle *article)
{
  const JbMention *place = NULL;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      const JbBlock *block = g_ptr_array_index (article->blocks, jb_article_find_block (article, mention->start));

      if (jb_block_kind_is_body (block->kind))
        break;
      if (block->kind != JB_BLOCK_KIND_TITLE || mention->state == JB_MENTION_STATE_REJECTED)
        continue;
      if (rank_type (mention->type) == RANK_SUBJECT)
        return mention;
      if (place == NULL && mention->type == JB_ENTITY_TYPE_PLACE)
        place = mention;
    }
  return place;
}

const JbMention *
jb_owner_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint sentence, guint start)
{
  Rank rank, topic_rank;
  const JbMention *owner = find_best (article, block, text, sentence, start, &rank);

  if (rank < RANK_SUBJECT && sentence > 0)
    {
      const JbMention *topic = find_best (article, block, text, 0, MIN (TOPIC_REACH, sentence), &topic_rank);

      owner = topic != NULL && topic_rank >= rank ? topic : owner;
    }
  return owner != NULL ? owner : find_in_title (article);
}

void
jb_owner_write (const JbMention *owner, char **entity, char **entity_name)
{
  g_free (*entity);
  *entity = owner != NULL ? g_strdup (owner->entity) : NULL;
  jb_set_string (entity_name, owner != NULL ? owner->name : "");
}
