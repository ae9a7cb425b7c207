/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the clipboard holds that can become an article. */
#pragma once

#include "jb-import-queue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads HTML where it is offered, with the plain text beside it, else plain text. */
void jb_clipboard_read_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Returns: (transfer full) (nullable): named after the present moment; NULL without @error where there is no text */
JbClip *jb_clipboard_read_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): @html, a piece of a page in UTF-8, as a whole page, so that it is taken for one; what is a whole page
 * or of another charset as it is */
GBytes *jb_clipboard_complete_html (GBytes *html) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
