/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One paragraph or heading of OpenDocument (ODF 1.3 part 3, 5 and 6) as plain text: notes, comments and hidden text are not in it,
 * and its text boxes are handed over apart. */
#pragma once

#include "jb-odf-styles.h"

G_BEGIN_DECLS

typedef struct
{
  GString     *text;         /* owned; \n is a line break, \t a tab */
  GPtrArray   *boxes;        /* owned, of const xmlNode*, lent: frames and shapes with text, in document order */
  JbOdfLook    look;         /* with everything its style says */
  JbLookTally  tally;
  gboolean     has_picture;
} JbOdfParagraph;

/* Returns: (transfer full): @node is a text:p or text:h, which must outlive the result */
JbOdfParagraph *jb_odf_paragraph_read (const xmlNode *node, JbOdfStyles *styles) G_GNUC_WARN_UNUSED_RESULT;
void            jb_odf_paragraph_free (JbOdfParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOdfParagraph, jb_odf_paragraph_free)

/* Whether everything below @node is left out. */
gboolean jb_odf_is_left_out (const xmlNode *node);

/* Whether @node is a frame or shape, drawn beside the text. */
gboolean jb_odf_is_drawing (const xmlNode *node);

G_END_DECLS
