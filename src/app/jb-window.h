/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbWindow: one library, its pages, and what they share: undo, import, messages, progress.
 *
 * Pages do not know one another. They have a property "store" and speak through these actions of the window:
 *
 *   win.open-article  s    id of an article
 *   win.show-place    suu  article, start, end: opens it, selects the place and scrolls to it
 *   win.open-entity   s    id of an entity
 *   win.add-sentence  suu  article, start, end: puts it into the newest briefing
 *   win.search        asks for words to search the library for
 *   win.undo, win.redo
 *   win.import and what else jb-import-desk.h adds
 */
#pragma once

#include "jb-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_WINDOW (jb_window_get_type ())
G_DECLARE_FINAL_TYPE (JbWindow, jb_window, JB, WINDOW, AdwApplicationWindow)

JbWindow *jb_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Opens it, making it where it is missing, and shows it instead of the one before. */
void jb_window_open_library (JbWindow *self, GFile *library);

/* @files: (element-type GFile): files and folders that the desktop or the command line hands over; waits for a library that is
 * being opened */
void jb_window_import_files (JbWindow *self, GPtrArray *files);

G_END_DECLS
