/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of a page that are set apart from its stories: statement boxes and guides to other pages.
 *
 *   街道“一把手”表态              label
 *   新桥街道党工委书记 张三       post and name
 *   新桥街道将紧紧围绕…           what was said */
#pragma once

#include "jb-unit.h"

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
void jb_boxes_mark_statements (GArray *units);

/* Settles guides (导读): their label, titles and references to pages. */
void jb_boxes_mark_teasers (GArray *units);

G_END_DECLS
