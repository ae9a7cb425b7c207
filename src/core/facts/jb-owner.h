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
 * The nearest mention before the fact in its clause; else what a clause before it in the sentence begins with; else what the
 * paragraph began with; else one inside a clause before. Places and systems, and what stands behind 在 and the like, count
 * only where there is no other. Where there is none at all it is what the title names.
 *
 * Returns: (transfer none) (nullable)
 */
const JbMention *jb_owner_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint sentence, guint start);

/* Writes the mention's entity and name into two owned fields; NULL and "" for no mention. */
void jb_owner_write (const JbMention *owner, char **entity, char **entity_name);

G_END_DECLS
