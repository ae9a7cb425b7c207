/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of the window have in common: the library they show, and reading from it. */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_WINDOW_PAGE (jb_window_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JbWindowPage, jb_window_page, JB, WINDOW_PAGE, GtkWidget)

/* Property store: JbStore, may be NULL and may change. */

struct _JbWindowPageClass
{
  GtkWidgetClass parent_class;

  /* Another library, or none, has come in the place of the one before. */
  void (*store_replaced) (JbWindowPage *self);

  /* What is in the library has changed. A page that nobody sees leaves the reader to the others: it hears of it when it is seen
   * again, unless it keeps up. */
  void (*store_changed) (JbWindowPage *self);
  gboolean keeps_up;
};

/* Returns: (transfer none) (nullable) */
JbStore *jb_window_page_get_store (JbWindowPage *self);

/**
 * jb_window_page_load:
 * @callback: called with the page as data, which is kept alive until then; is to call jb_window_page_load_finish() first
 *
 * Reads what the page shows, as jb_store_run_async() does. The reading that runs is given up. Without a library it is only
 * given up, and @func_data is freed.
 */
void jb_window_page_load (JbWindowPage *self, JbStoreFunc func, gpointer func_data, GDestroyNotify free_data,
                          GDestroyNotify free_result, GAsyncReadyCallback callback);

/* Returns: (transfer full) (nullable): what was read; NULL where it was given up, or failed, which a toast has said by then.
 * @failure: what did not work, a sentence without a full stop */
gpointer jb_window_page_load_finish (JbWindowPage *self, GAsyncResult *result, const char *failure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
