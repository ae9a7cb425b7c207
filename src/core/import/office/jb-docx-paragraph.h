/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One paragraph of WordprocessingML (ECMA-376 part 1, 17.3) as plain text: what was deleted, hidden or is a field's instruction is
 * not in it, and its text boxes are handed over apart. */
#pragma once

#include "jb-docx-styles.h"

G_BEGIN_DECLS

typedef struct
{
  GString     *text;         /* owned; \n is a line break, \t a tab, \f a page or column break */
  GPtrArray   *boxes;        /* owned, of const xmlNode*, lent: w:txbxContent and v:textpath, in document order */
  char        *style;        /* owned: id of its style, NULL for none */
  char        *number;       /* owned: of a list, where the file itself tells it (Word 2003), NULL mostly */
  JbDocxLook   look;         /* with everything its style says */
  JbLookTally  tally;
  gboolean     has_picture;
  gboolean     is_frame;     /* stands beside the text (w:framePr) */
  gboolean     goes_on;      /* a drop cap, or a paragraph whose end was deleted: the next one belongs to it */
  gboolean     has_break;    /* a page begins before it */
  gboolean     is_last;      /* of a section */
} JbDocxParagraph;

/* Returns: (transfer full): @node is a w:p, which must outlive the result */
JbDocxParagraph *jb_docx_paragraph_read (const xmlNode *node, JbDocxStyles *styles) G_GNUC_WARN_UNUSED_RESULT;
void             jb_docx_paragraph_free (JbDocxParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDocxParagraph, jb_docx_paragraph_free)

/* Whether everything below @node is left out: it was deleted or moved away, is a property, or a text that only holds a place. */
gboolean jb_docx_is_left_out (const xmlNode *node);

/* Whether @node is a branch of mc:AlternateContent that is not read; one of them is. */
gboolean jb_docx_is_other_branch (const xmlNode *node);

G_END_DECLS
