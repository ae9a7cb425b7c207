/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line that is put together from pieces, some of which are tagged. It becomes a line of decoded text only when it is complete,
 * since how white space is cleaned depends on what stands on both sides of it; the tags move with the characters.
 *
 *   pieces  "⏎  昨天，" <person>" 何清⏎" "到" …
 *   line    昨天，何清到…
 *   tag           ├─┤
 */
#pragma once

#include "jb-decoded-builder.h"

G_BEGIN_DECLS

typedef struct _JbTaggedLine JbTaggedLine;

JbTaggedLine *jb_tagged_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          jb_tagged_line_free (JbTaggedLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbTaggedLine, jb_tagged_line_free)

/* @text: any UTF-8 */
void jb_tagged_line_append (JbTaggedLine *self, const char *text);

/* Drops the white space at the end of what came so far. */
void jb_tagged_line_trim (JbTaggedLine *self);

/* Returns: the place, in code points, where the next piece will begin; good for jb_tagged_line_tag() until the line is emitted */
guint jb_tagged_line_get_place (const JbTaggedLine *self);

/* Whether there is anything but white space from @place on. */
gboolean jb_tagged_line_has_text (const JbTaggedLine *self, guint place);

/* Tags what stands between two places, without the white space at its ends. @name: (nullable) */
void jb_tagged_line_tag (JbTaggedLine *self, guint start, guint end, JbEntityType type, const char *name);

/* Returns: (transfer full): the line as it would be emitted */
char *jb_tagged_line_dup_text (const JbTaggedLine *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): what is tagged as a person or leader, in text order */
GStrv jb_tagged_line_dup_people (const JbTaggedLine *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_tagged_line_emit:
 * @hint: (nullable): what is known of the line; start and end do not matter
 * @with_tags: FALSE to leave the tags behind
 *
 * Adds the line, where there is anything on it, and begins the next one.
 */
void jb_tagged_line_emit (JbTaggedLine *self, JbDecodedBuilder *builder, const JbHint *hint, gboolean with_tags);

G_END_DECLS
