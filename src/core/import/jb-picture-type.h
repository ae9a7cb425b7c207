/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which kind of picture are these bytes. Looks at the first few and takes nothing apart. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (nullable): image/png, image/jpeg, image/gif, image/tiff, image/bmp, image/webp; NULL where it is no picture */
const char *jb_picture_get_media_type (GBytes *bytes);

G_END_DECLS
