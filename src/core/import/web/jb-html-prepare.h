/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML made ready for a parser: without what nobody will read and what would make its work grow beyond bounds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elements stand no deeper than this; what lies deeper stands on the last level. libxml2 2.15 drops what is below 256 levels, those
 * it adds itself counted. */
#define JB_HTML_MAX_DEPTH 200

/**
 * jb_html_prepare:
 * @text: UTF-8 without NUL
 *
 * Leaves out styles, programs (data that scripts carry stays), comments but those of publishing systems, and files written into
 * attributes (data:). Where scripts end is decided here, so that it does not depend on the parser. Tags that are too deep go; those
 * of blocks leave a break.
 *
 * Returns: (transfer full)
 */
GString *jb_html_prepare (const char *text, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
