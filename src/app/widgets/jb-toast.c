/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-toast.h"

#include <glib/gi18n.h>

/* Toasts read their title as markup. */
static AdwToast *
toast_new (const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return adw_toast_new (escaped);
}

static void
add (GtkWidget *inside, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (inside, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
jb_toast_show (GtkWidget *inside, const char *title)
{
  add (inside, toast_new (title));
}

void
jb_toast_show_undo (GtkWidget *inside, const char *title)
{
  AdwToast *toast = toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add (inside, toast);
}

void
jb_toast_show_error (GtkWidget *inside, const char *what, const GError *error)
{
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: what did not work, then the reason. */
  title = g_strdup_printf (_("%s: %s"), what, error->message);
  add (inside, toast_new (title));
}
