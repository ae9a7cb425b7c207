/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbReader: reads an article of the library and reviews its mentions. Everything it does is an action, "reader.*", so that
 * keys, menus and buttons reach it the same way. Others talk to it by its properties and by the action reader.show-place.
 *
 * Properties: store    JbStore, nullable
 *             article  string, nullable: id of the article that is read
 *             folded   boolean: it stands alone, so there is a way back: the action articles.show-list
 *             roomy    boolean: there is room for the inspector beside the text */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_READER (jb_reader_get_type ())
G_DECLARE_FINAL_TYPE (JbReader, jb_reader, JB, READER, GtkWidget)

G_END_DECLS
