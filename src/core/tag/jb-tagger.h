/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tagger: finds the names in the articles of a bulletin. A pure function of (articles, masthead, lexicon, rule lists, learner):
 * the same input gives the same mentions. It keeps no state between calls, so several threads may use one tagger.
 *
 *   block -> scan -> known, suffix, people, organisation, campaign, quoted, list, lexicon   candidates
 *   all scans of the bulletin -> propagation                                               more candidates
 *   scan -> arbitration -> learner -> mentions of the article */
#pragma once

#include "jb-article.h"
#include "jb-learner.h"
#include "jb-lexicon.h"
#include "jb-masthead.h"

G_BEGIN_DECLS

#define JB_TYPE_TAGGER (jb_tagger_get_type ())
G_DECLARE_FINAL_TYPE (JbTagger, jb_tagger, JB, TAGGER, GObject)

/**
 * jb_tagger_new:
 * @lexicon: (nullable): its names are found wherever they stand
 * @learner: (nullable): what was learned from decisions
 *
 * Both are referenced.
 */
JbTagger *jb_tagger_new (JbLexicon *lexicon, JbLearner *learner) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the learner it was made with */
JbLearner *jb_tagger_dup_learner (JbTagger *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_tagger_tag:
 * @masthead: (nullable): the bulletin's; its publisher says which district 区委 is of
 * @articles: (element-type JbArticle): all of one bulletin
 *
 * Replaces the mentions of every article by suggestions, sorted by jb_mention_compare(). Offsets are code points of
 * the article's text; no mention crosses the border of a block; no two have the same type and span.
 */
void jb_tagger_tag (JbTagger *self, const JbMasthead *masthead, GPtrArray *articles);

/**
 * jb_tagger_scan:
 *
 * What jb_tagger_tag() is made from: the blocks with what lexicon and rules suggest, before the learner has a say.
 *
 * Returns: (transfer full) (element-type JbScan): in the order of articles and blocks
 */
GPtrArray *jb_tagger_scan (JbTagger *self, const JbMasthead *masthead, GPtrArray *articles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
