/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A large JSON object whose members are long lists, read element by element: a parsed element takes many times the memory of its
 * text, a packed one about as much. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elements of all lists together. */
#define JB_JSON_MAX_PARTS 1000000

/**
 * jb_json_read_parts:
 * @max_depth: at most JB_JSON_MAX_DEPTH
 *
 * The bounds are those of jb_json_parse(), for each element of a list that is a member of the root.
 *
 * Returns: (transfer full) (nullable): what json_gvariant_deserialize() makes of it, packed; NULL as jb_json_parse(), and where the
 *   root is no object
 */
GVariant *jb_json_read_parts (GBytes *bytes, guint max_depth, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
