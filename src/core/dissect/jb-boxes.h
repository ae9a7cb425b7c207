/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of a page that are set apart from its stories: statement boxes and guides to other pages.
 *
 *   书记寄语                      label
 *   清水街道党工委书记 郑海       post and name
 *   网格虽小，连着千家万户。…     what was said */
#pragma once

#include "jb-piece.h"

G_BEGIN_DECLS

/**
 * jb_boxes_read_person:
 *
 * Reads POST NAME or NAME POST, with one blank between and no stops.
 *
 * Returns: TRUE where @text is such a line; @name and @post are then the owned parts
 */
gboolean jb_boxes_read_person (const gunichar *text, guint length, char **name, char **post);

/* Marks the labels, persons and statements of boxes; a statement's text may still be rejoined. */
void jb_boxes_mark_statements (GArray *pieces);

/* Settles guides (导读): their label, titles and references to pages. */
void jb_boxes_mark_teasers (GArray *pieces);

G_END_DECLS
