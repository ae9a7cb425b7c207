/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the entity types, one table for text tags, drawing and style sheet. They follow the dark style. */
#pragma once

#include "jb-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The type's colour on the style's present background: at least 4.5 to 1 as text. */
void jb_type_style_get_color (JbEntityType type, GdkRGBA *color);

/* The tint behind text that is tagged with the type. */
void jb_type_style_get_tint (JbEntityType type, GdkRGBA *tint);

/* Returns: (transfer full): the style class of the type: "jb-type-street" */
char *jb_type_style_dup_class (JbEntityType type) G_GNUC_WARN_UNUSED_RESULT;

/* Gives labels the class jb-type-NICK of @type, and takes the others away. */
void jb_type_style_set_class (GtkWidget *widget, JbEntityType type);

/* Makes the classes known to the display; to be called once at the start. */
void jb_type_style_install (void);

G_END_DECLS
