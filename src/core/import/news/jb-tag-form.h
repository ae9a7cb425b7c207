/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What type a name is of that a format calls a place, or an event or thing: its form says it. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

/* Returns: street, community, or place where its ending is none of theirs */
JbEntityType jb_tag_form_of_place (const char *name);

/**
 * jb_tag_form_of_thing:
 * @is_certain: (out) (optional): whether its ending says so, and it is not only guessed
 *
 * Returns: campaign or project; campaign where nothing tells
 */
JbEntityType jb_tag_form_of_thing (const char *name, gboolean *is_certain);

/* Returns: whether the value of an attribute is a name in Chinese, not a code or address */
gboolean jb_tag_form_is_name (const char *value);

G_END_DECLS
