/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commitment: what somebody undertook to do by a day: 力争11月底前投用9处充电站. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_COMMITMENT (jb_commitment_get_type ())
G_DECLARE_FINAL_TYPE (JbCommitment, jb_commitment, JB, COMMITMENT, GObject)

struct _JbCommitment
{
  GObject            parent_instance;

  char              *text;         /* owned, verbatim: 力争11月底前投用9处充电站 */
  char              *what;         /* owned, without the day and the words of intent: 投用9处充电站 */
  gboolean           has_quantity;
  double             value;        /* in base units */
  char              *unit;         /* owned, base unit, "" where there is no quantity */
  char              *due;          /* owned ISO date: the first day it may be due, the last one for a limit (11月底前); NULL where the
                                    * text names an occasion whose day it does not tell */
  char              *due_end;      /* owned ISO date: the last such day; NULL likewise */
  char              *entity;       /* owned id of whose it is; NULL where that is linked to none or not known */
  char              *entity_name;  /* owned, "" where it is not known */
  JbCommitmentState  state;
  guint              start, end;   /* code points in the article's text */
};

/* Returns: (transfer full): an open one without quantity or day, to be filled */
JbCommitment *jb_commitment_new (const char *text, const char *what, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
