/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers for clues: the keys of clues are scattered, their weights lie in rows one after the other. The numbers stand in the
 * clues in place of the keys as long as this exists; there may be too many to have both. */
#pragma once

#include "jb-clues.h"

G_BEGIN_DECLS

typedef struct
{
  guint      n_often;  /* clues seen often enough: those numbered 0 to n_often - 1 */
  guint32   *key_of;   /* owned, by number, of all clues */
  GPtrArray *texts;    /* owned, of JbClues, which are lent */
} JbClueNumbers;

/**
 * jb_clue_numbers_new:
 * @texts: (element-type JbClues): changed until the numbers are freed
 * @least: how often is often; more, where
 * @most: so many clues would be exceeded
 */
JbClueNumbers *jb_clue_numbers_new  (GPtrArray *texts, guint32 least, gsize most) G_GNUC_WARN_UNUSED_RESULT;
void           jb_clue_numbers_free (JbClueNumbers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbClueNumbers, jb_clue_numbers_free)

G_END_DECLS
