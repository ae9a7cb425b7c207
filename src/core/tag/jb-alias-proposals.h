/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which names may be one thing's: proposals for an editor, never a merge. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

typedef struct
{
  const char        *name;
  const char        *entity;     /* id of whose name or alias it is; NULL for one that is only seen in articles */
  JbEntityType       type;
  const char *const *districts;  /* of the bulletins it is seen in, NULL where none is known */
} JbAliasName;

typedef struct
{
  guint       name;    /* index of an entity's name */
  guint       other;   /* index of a name that is not this entity's, perhaps another one's */
  const char *reason;  /* static short id: "spelling", "suffix", "district" or "left-out" */
} JbAliasProposal;

/**
 * jb_alias_proposals_find:
 *
 * Two names of one type are proposed where they are the same but for quotation marks and the noun behind them (“152”工程, “152”项目),
 * for an ending (某某综合体), for the district before it, or, for projects, bodies, campaigns and platforms, for a few characters
 * inside. They are not where a numeral, a phase or a word such as 东 or 中医 tells them apart, where the districts differ that they
 * are seen in, or where two entities bear the same name, so that it could be either's.
 *
 * A pure function; time is linear in the names, well below a second for fifty thousand.
 *
 * Returns: (transfer full) (element-type JbAliasProposal): each pair of an entity and a name once, in the order of the names
 */
GArray *jb_alias_proposals_find (const JbAliasName *names, guint n_names) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): the reason in words for people, translated */
const char *jb_alias_reason_describe (const char *reason);

G_END_DECLS
