/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Automatic numbers of WordprocessingML (ECMA-376 part 1, 17.9), counted as the paragraphs come.
 *
 *   w:numId ─▶ w:num (w:lvlOverride) ─▶ w:abstractNum ─▶ w:lvl: format, text, start
 *                                         └ w:numStyleLink ─▶ the one with that w:styleLink
 *
 * All w:num of one w:abstractNum count together, unless one of them starts anew. */
#pragma once

#include "jb-docx-styles.h"

G_BEGIN_DECLS

typedef struct _JbDocxNumbering JbDocxNumbering;

/* @root: (nullable): w:numbering, which must outlive it */
JbDocxNumbering *jb_docx_numbering_new  (const xmlNode *root) G_GNUC_WARN_UNUSED_RESULT;
void             jb_docx_numbering_free (JbDocxNumbering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDocxNumbering, jb_docx_numbering_free)

/**
 * jb_docx_numbering_count:
 * @look: a paragraph's list and level
 * @style: (nullable): id of its style, which a level may be tied to
 * @has_space: (out): whether white space stands behind the number
 *
 * Returns: (transfer full) (nullable): the paragraph's number or bullet; NULL where it has none
 */
char *jb_docx_numbering_count (JbDocxNumbering *self, const JbDocxLook *look, const char *style,
                               gboolean *has_space) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
