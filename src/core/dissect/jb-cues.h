/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cue words by which the parts of a page are told apart. Each list is a file in resources/rules,
 * read once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JB_CUES_CAPTION_ENDINGS,
  JB_CUES_CAPTION_OPENERS,
  JB_CUES_CAPTION_OWNERS,
  JB_CUES_CAPTION_PEOPLE,
  JB_CUES_CORRESPONDENTS,
  JB_CUES_CREDITS,
  JB_CUES_INSETS,
  JB_CUES_JOINTS,
  JB_CUES_KICKER_ENDINGS,
  JB_CUES_MASTHEAD_CONTACTS,
  JB_CUES_MASTHEAD_IMPRINTS,
  JB_CUES_MASTHEAD_NAMES,
  JB_CUES_MASTHEAD_NOT_NAMES,
  JB_CUES_MASTHEAD_PUBLISHERS,
  JB_CUES_META_LABELS,
  JB_CUES_NOT_NAMES,
  JB_CUES_PHOTOGRAPHERS,
  JB_CUES_POSTS,
  JB_CUES_PREFACES,
  JB_CUES_PROMOTIONS,
  JB_CUES_REFERENCES,
  JB_CUES_REPORTERS,
  JB_CUES_RUN_INS,
  JB_CUES_SECTIONS,
  JB_CUES_STATEMENT_LABELS,
  JB_CUES_SUPPLIERS,
  JB_CUES_SURNAMES,
  JB_CUES_TEASERS,
  JB_CUES_UNITS,
  JB_CUES_WRITING_MARKS,
  JB_N_CUES
} JbCues;

/* All lengths are code points; each returns the length of the longest fitting cue, 0 where none fits.
 * Texts are compared as they are. */
guint jb_cues_match_start (JbCues cues, const gunichar *text, guint length);
guint jb_cues_match_end   (JbCues cues, const gunichar *text, guint length);

/* Returns: TRUE where a cue stands anywhere in @text; meant for single lines, @start is set to where it begins */
gboolean jb_cues_find (JbCues cues, const gunichar *text, guint length, guint *start);

/* Returns: TRUE where @text is one of the cues */
gboolean jb_cues_equal (JbCues cues, const gunichar *text, guint length);

/* Returns: the place of the first cue @text begins with among the list's entries, or -1 */
int jb_cues_rank_start (JbCues cues, const gunichar *text, guint length, guint *cue_length);

G_END_DECLS
