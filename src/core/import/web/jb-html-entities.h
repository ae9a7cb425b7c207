/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML's named characters in XML that does not declare them, as feeds and books are written by hand: &nbsp; &ldquo; &mdash;. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_html_entities_replace:
 * @bytes: XML in a charset in which ASCII is ASCII
 *
 * References to characters by names of HTML become references by number, others that XML does not know (a bare & too) become text.
 * XML's own five, references by number, and CDATA sections stay as they are.
 *
 * Returns: (transfer full): @bytes itself where nothing is to be replaced
 */
GBytes *jb_html_entities_replace (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
