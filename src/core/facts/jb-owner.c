/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-owner.h"

#include "jb-string.h"
#include "jb-words.h"

/* Mentions looked at before a fact: a list that never ends must not make reading slow. */
#define MAX_LOOKED_AT 24

/* How far into its paragraph the name that it is about may stand: 日前，枫浦街道… */
#define TOPIC_REACH 16

typedef enum
{
  RANK_NONE,
  RANK_ASIDE,  /* behind a preposition, or where something is */
  RANK_WEAK,
  RANK_STRONG,
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
      return RANK_STRONG;
    case JB_ENTITY_TYPE_PLACE:
    case JB_ENTITY_TYPE_SYSTEM:
    case JB_ENTITY_TYPE_CAMPAIGN:
      return RANK_WEAK;
    default:
      return RANK_NONE;
    }
}

static Rank
rank_mention (const JbMention *mention, const JbBlock *block, const JbChars *text)
{
  guint start = mention->start - block->start;
  Rank rank = mention->state != JB_MENTION_STATE_REJECTED ? rank_type (mention->type) : RANK_NONE;

  while (start > 0 && jb_char_is_opener (text->chars[start - 1]))
    start--;
  if (rank != RANK_NONE && jb_words_match_back (jb_words_get ("rules/owner-asides.txt"), text, 0, start) != NULL)
    return RANK_ASIDE;
  return rank;
}

/* @from, @to: in the block. Of two of the same rank the later wins, of one inside another the outer. */
static const JbMention *
find_best (const JbArticle *article, const JbBlock *block, const JbChars *text, guint from, guint to)
{
  guint first = jb_article_find_mention (article, block->start + from);
  guint last = jb_article_find_mention (article, block->start + to);
  const JbMention *best = NULL;
  Rank best_rank = RANK_NONE;

  if (last > first + MAX_LOOKED_AT)
    first = last - MAX_LOOKED_AT;
  for (guint i = first; i < last; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      Rank rank = rank_mention (mention, block, text);

      if (mention->end > block->start + to || rank == RANK_NONE || rank < best_rank)
        continue;
      if (best != NULL && mention->end <= best->end)
        continue;
      best = mention;
      best_rank = rank;
    }
  return best;
}

const JbMention *
jb_owner_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint sentence, guint start)
{
  const JbMention *owner = find_best (article, block, text, sentence, start);

  return owner != NULL || sentence == 0 ? owner : find_best (article, block, text, 0, MIN (TOPIC_REACH, sentence));
}

void
jb_owner_write (const JbMention *owner, char **entity, char **entity_name)
{
  g_free (*entity);
  *entity = owner != NULL ? g_strdup (owner->entity) : NULL;
  jb_set_string (entity_name, owner != NULL ? owner->name : "");
}
