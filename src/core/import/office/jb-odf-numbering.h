/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Automatic numbers of OpenDocument (ODF 1.2 part 1, 5.3 and 19.880), counted as the items come. */
#pragma once

#include "jb-odf-styles.h"

G_BEGIN_DECLS

typedef struct _JbOdfNumbering JbOdfNumbering;

/* How far one list, with the lists in it, has counted. */
typedef struct
{
  int counts[JB_ODF_LEVELS];  /* -1 where the level has not begun */
} JbOdfCount;

JbOdfNumbering *jb_odf_numbering_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            jb_odf_numbering_free (JbOdfNumbering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOdfNumbering, jb_odf_numbering_free)

/**
 * jb_odf_numbering_begin:
 * @style: (nullable): name of its list style
 * @node: a text:list that stands in no other
 *
 * Returns: (transfer none): a new count, or that of the list it continues
 */
JbOdfCount *jb_odf_numbering_begin (JbOdfNumbering *self, const char *style, const xmlNode *node);

/* Returns: (transfer none): the count of headings whose numbers come from @list */
JbOdfCount *jb_odf_numbering_get_headings (JbOdfNumbering *self, const JbOdfList *list);

/**
 * jb_odf_count_next:
 * @level: from 0
 * @start: the number it gets; -1 for the next one
 * @has_space: (out): whether white space stands behind the number
 *
 * Returns: (transfer full) (nullable): the item's number or bullet, NULL where it has none
 */
char *jb_odf_count_next (JbOdfCount *self, const JbOdfList *list, guint level, int start,
                         gboolean *has_space) G_GNUC_WARN_UNUSED_RESULT;

/* The lists below @level begin anew. */
void jb_odf_count_restart (JbOdfCount *self, guint level);

G_END_DECLS
