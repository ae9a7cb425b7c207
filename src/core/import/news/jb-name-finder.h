/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags for formats that say which names are in an article, but not where. */
#pragma once

#include "jb-decoded-builder.h"

G_BEGIN_DECLS

typedef struct _JbNameFinder JbNameFinder;

JbNameFinder *jb_name_finder_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          jb_name_finder_free (JbNameFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbNameFinder, jb_name_finder_free)

/* @name: one of a single character is too common and not looked for; of two that are the same the first counts
 * @preferred: (nullable): what the entity is called, where @name is another name of it */
void jb_name_finder_add (JbNameFinder *self, const char *name, JbEntityType type, const char *preferred);

/**
 * jb_name_finder_tag:
 * @start_byte: where the article begins in the builder's text
 * @start: the same in code points
 *
 * Tags the names wherever they stand in the article: the longest at each place. A name in Latin letters is not part of a word.
 * The finder is empty afterwards.
 */
void jb_name_finder_tag (JbNameFinder *self, JbDecodedBuilder *builder, gsize start_byte, guint start);

G_END_DECLS
