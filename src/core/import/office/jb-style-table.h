/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The named styles of an office document, each of which may be based on another (ECMA-376 part 1, 17.7.4.3; ODF 1.3 part 3, 16).
 * What a style says is the importer's to read; here it is put together with what it inherits. */
#pragma once

#include "jb-xml.h"

G_BEGIN_DECLS

typedef struct _JbStyleTable JbStyleTable;

/* Adds what the style itself says, without its parents, to @look. @name stays as long as the table. */
typedef void (*JbStyleRead) (gpointer look, const xmlNode *style, const char *name, gpointer data);

/* @n_bytes: of a look, which owns nothing; @data: (transfer none): for @read */
JbStyleTable *jb_style_table_new  (gsize n_bytes, JbStyleRead read, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void          jb_style_table_free (JbStyleTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbStyleTable, jb_style_table_free)

/**
 * jb_style_table_add:
 * @name: (nullable): one without a name is no style
 * @parent: (nullable): name of the style it is based on
 * @node: its element, which must outlive the table
 *
 * Returns: (transfer none) (nullable): the name, as long as the table; NULL where nothing was added: of two styles of the same name
 *   the first counts
 */
const char *jb_style_table_add (JbStyleTable *self, const char *name, const char *parent, const xmlNode *node);

/**
 * jb_style_table_get:
 * @name: (nullable)
 * @base: a look: what styles begin with that are based on none; the same each time
 *
 * Returns: (transfer none) (nullable): the look of the style with all it inherits; NULL where there is none of that name. Chains
 *   that run in a circle, or are too long, end there.
 */
gconstpointer jb_style_table_get (JbStyleTable *self, const char *name, gconstpointer base);

G_END_DECLS
