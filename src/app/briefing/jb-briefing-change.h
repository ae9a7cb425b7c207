/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change to a briefing, as it is handed to the writer's thread. */
#pragma once

#include "jb-briefing.h"
#include "jb-library.h"

G_BEGIN_DECLS

typedef enum
{
  JB_BRIEFING_INSERT,          /* what: the briefing */
  JB_BRIEFING_UPDATE,          /* what: the briefing; masthead and distribution */
  JB_BRIEFING_DELETE,          /* what: the briefing */
  JB_BRIEFING_ADD_SECTION,     /* what: the briefing; text: the heading */
  JB_BRIEFING_ADD_TEXT,        /* what: the briefing; section, NULL for the last; text */
  JB_BRIEFING_SET_TEXT,        /* what: item or section; text */
  JB_BRIEFING_MOVE_ITEM,       /* what: item; section and position */
  JB_BRIEFING_MOVE_SECTION,    /* what: section; position */
  JB_BRIEFING_REMOVE,          /* what: item or section */
} JbBriefingChangeKind;

typedef struct
{
  JbBriefingChangeKind  kind;
  GObject              *what;      /* owned */
  char                 *section;   /* owned id or NULL */
  char                 *text;      /* owned or NULL */
  guint                 position;
} JbBriefingChange;

/* @what is referenced, @section and @text are copied. */
JbBriefingChange *jb_briefing_change_new (JbBriefingChangeKind kind, gpointer what, const char *section, const char *text,
                                          guint position) G_GNUC_WARN_UNUSED_RESULT;
void jb_briefing_change_free (JbBriefingChange *change);

/* A JbStoreFunc on a JbBriefingChange; not NULL where it was done. */
gpointer jb_briefing_change_run (JbLibrary *library, gpointer change, GCancellable *cancellable, GError **error);

G_END_DECLS
