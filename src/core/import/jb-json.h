/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON from strangers. The parser recurses and knows no bounds, so the bytes are looked through before it gets them: depth, number
 * of values, members of an object, nothing but JSON outside of strings. What a string cannot hold (NUL, half a surrogate pair)
 * becomes U+FFFD. Of two members of the same name the later one counts. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define JB_JSON_MAX_DEPTH   100
#define JB_JSON_MAX_VALUES  2000000
#define JB_JSON_MAX_MEMBERS 1000

/* Whether the bytes begin like an object or array. */
gboolean jb_json_is_one (GBytes *bytes);

/* Whether @word stands somewhere in quotation marks; a cheap look, for telling formats apart. */
gboolean jb_json_mentions (GBytes *bytes, const char *word);

/**
 * jb_json_load_text:
 * @in_parts: the number of values is bounded for each element of a list that is a member of the root, not for all together
 *
 * Returns: (transfer full) (nullable): the JSON in UTF-8, looked through, fit for the parser; NULL as jb_json_parse()
 */
char *jb_json_load_text (GBytes *bytes, guint max_depth, gboolean in_parts, gsize *n_text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_json_parse:
 * @max_depth: at most JB_JSON_MAX_DEPTH
 *
 * Returns: (transfer full) (nullable): the root; NULL with JB_ERROR_FORMAT or JB_ERROR_TOO_LARGE
 */
JsonNode *jb_json_parse (GBytes *bytes, guint max_depth, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Members of an object (nullable), where they are of that type: (transfer none) (nullable). */
const char *jb_json_get_string (JsonObject *object, const char *name);
JsonObject *jb_json_get_object (JsonObject *object, const char *name);
JsonArray  *jb_json_get_array  (JsonObject *object, const char *name);

/* Returns: (transfer none) (nullable): the element, where it is an object */
JsonObject *jb_json_array_get_object (JsonArray *array, guint index);

/* Returns: the number of elements, 0 for NULL */
guint jb_json_array_get_length (JsonArray *array);

G_END_DECLS
