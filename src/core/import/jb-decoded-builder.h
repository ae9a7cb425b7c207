/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts decoded text together line by line, so that importers count no characters themselves. */
#pragma once

#include "jb-decoded.h"

G_BEGIN_DECLS

typedef struct _JbDecodedBuilder JbDecodedBuilder;

/* Returns: (transfer full): a builder of text whose lines are whole paragraphs */
JbDecodedBuilder *jb_decoded_builder_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              jb_decoded_builder_free (JbDecodedBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDecodedBuilder, jb_decoded_builder_free)

/**
 * jb_decoded_builder_add:
 * @text: UTF-8; white space at its ends is dropped, control characters and zero-width marks too, line feeds and tabs in it become
 *   spaces (none between Chinese characters)
 *
 * Adds a line of which nothing is known but its text. A line with nothing on it is not added.
 *
 * Returns: the code point where the line begins, or would begin
 */
guint jb_decoded_builder_add (JbDecodedBuilder *self, const char *text);

/* The same of a line the format calls a title, heading, caption … @level: 1 to 3 for headings, else 0 */
guint jb_decoded_builder_add_kind (JbDecodedBuilder *self, JbBlockKind kind, guint level, const char *text);

/* The same of a line that stands out by its size or weight: a headline or heading of some kind. */
guint jb_decoded_builder_add_display (JbDecodedBuilder *self, const char *text);

/* Adds a line that stands as it is, with nothing dropped, as printed in a wrapped text; it must not hold line feeds. */
guint jb_decoded_builder_add_raw (JbDecodedBuilder *self, const char *text);

/* A blank line; none at the beginning. Three and more show that a picture stood here. */
void jb_decoded_builder_add_gap (JbDecodedBuilder *self, guint n_lines);

/* Returns: the code point where the next line will begin; the last line's end is one before it */
guint jb_decoded_builder_get_length (const JbDecodedBuilder *self);

/**
 * jb_decoded_builder_get_text:
 * @n_bytes: (out)
 *
 * Returns: (transfer none): all text so far, until the next line is added
 */
const char *jb_decoded_builder_get_text (const JbDecodedBuilder *self, gsize *n_bytes);

/* What comes next is an article of its own. Where nothing came since the last call, that one is meant. */
void jb_decoded_builder_begin_article (JbDecodedBuilder *self);

/* About the article that was begun last; begins one where there is none. @date: ISO, or NULL; the first one counts */
void jb_decoded_builder_set_date   (JbDecodedBuilder *self, const char *date);
void jb_decoded_builder_add_author (JbDecodedBuilder *self, const char *name);

/* Bulletin and issue, of which the number counts (第621期 is 621), ISO date of the issue; each nullable. */
void jb_decoded_builder_set_issue (JbDecodedBuilder *self, const char *bulletin, const char *issue, const char *date);

/* A tag over the code points [@start, @end). @name: (nullable): the entity's, where it is not the text. Of several over the same
 * stretch the first counts. */
void jb_decoded_builder_add_tag (JbDecodedBuilder *self, guint start, guint end, JbEntityType type, const char *name);

/* Returns: the index of the new page; sizes in points */
guint jb_decoded_builder_add_sheet (JbDecodedBuilder *self, double width, double height);
/* In text order. */
void  jb_decoded_builder_add_box   (JbDecodedBuilder *self, const JbBox *box);
void  jb_decoded_builder_add_doubt (JbDecodedBuilder *self, guint start, guint end, guint confidence);

/* Returns: (transfer full) (nullable): NULL with JB_ERROR_TOO_LARGE where more text came than may be, with JB_ERROR_EMPTY where
 *   none came; the builder is empty afterwards */
JbDecoded *jb_decoded_builder_finish (JbDecodedBuilder *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
