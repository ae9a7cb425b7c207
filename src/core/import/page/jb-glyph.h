/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One character as it is printed on a page: what PDF, OFD and recognition give to the page layout. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths in points, from the page's left and top edges. */
typedef struct
{
  gunichar c;           /* no white space: gaps are seen from the places */
  double   x;
  double   y;
  double   width;
  double   height;
  double   size;        /* of the type: 1 em */
  guint    font;        /* the same number for the same family; 0 where it is not known */
  guint8   confidence;  /* percent; 100 where it was not recognised but read */
  gboolean is_rough;    /* its place was seen in a picture, and not told by the file */
  gboolean is_bold;     /* bold, or of a family that is used for headings (黑体) */
} JbGlyph;

/* Whether a space between it and its neighbours is one that justification made: Han, full-width marks. */
gboolean jb_glyph_is_wide (gunichar c);

/* Whether the character shows ink and may stand in a text: neither white space, control characters nor marks without width. */
gboolean jb_glyph_is_visible (gunichar c);

G_END_DECLS
