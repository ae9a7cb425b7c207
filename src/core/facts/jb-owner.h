/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a fact is: the street, organisation, project … that governs the clause it stands in. */
#pragma once

#include "jb-article.h"
#include "jb-chars.h"

G_BEGIN_DECLS

/**
 * jb_owner_find:
 * @article: with its mentions
 * @block: of the article
 * @text: the block's
 * @sentence: where the sentence begins, in @text
 * @start: where the fact begins, likewise
 *
 * The nearest mention before the fact in its sentence; those behind 在, 与, 比 and the like, and places, only where there is no
 * other. A sentence without a mention of its own goes on about what the paragraph began with.
 *
 * Returns: (transfer none) (nullable)
 */
const JbMention *jb_owner_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint sentence, guint start);

/* Writes the mention's entity and name into two owned fields; NULL and "" for no mention. */
void jb_owner_write (const JbMention *owner, char **entity, char **entity_name);

G_END_DECLS
