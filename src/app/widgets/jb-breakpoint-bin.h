/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bin that says how much room there is, so that its child can fold its panes. It may be made narrower than the child
 * wants to be as long as the child has not folded yet. Newer toolkits have breakpoints for this. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_BREAKPOINT_BIN (jb_breakpoint_bin_get_type ())
G_DECLARE_FINAL_TYPE (JbBreakpointBin, jb_breakpoint_bin, JB, BREAKPOINT_BIN, GtkWidget)

/* Properties: child (GtkWidget); narrow-below, medium-below (int, pixels); room (int, read-only): 0 narrow, 1 medium, 2 wide */

typedef enum
{
  JB_ROOM_NARROW,
  JB_ROOM_MEDIUM,
  JB_ROOM_WIDE,
} JbRoom;

JbRoom jb_breakpoint_bin_get_room (JbBreakpointBin *self);

G_END_DECLS
