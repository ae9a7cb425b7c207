/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-toast.h"

#include <glib/gi18n.h>

/* Long enough to be read; a toast with a button, or about an error, stays as long as the toolkit lets it. */
#define TELLING_S 3

/* Toasts read their title as markup. */
static AdwToast *
toast_new (const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return adw_toast_new (escaped);
}

/* The toolkit gives the button that closes a toast no name. */
static void
name_close_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (child)), "window-close-symbolic") == 0)
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
    else
      name_close_buttons (child);
}

static gboolean
name_toasts_cb (gpointer data)
{
  g_autoptr(GtkWidget) overlay = g_weak_ref_get (data);
  GtkWidget *content;

  if (overlay == NULL || gtk_widget_in_destruction (overlay))
    return G_SOURCE_REMOVE;
  content = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != content)
      name_close_buttons (child);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Now and, for the toast that waited behind this one, when this one has gone. The overlay must not be kept alive for that: it
 * would let go of its toasts too late. */
static void
name_toasts (GtkWidget *overlay)
{
  GWeakRef *weak;

  if (gtk_widget_in_destruction (overlay))
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, overlay);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, name_toasts_cb, weak, free_weak_ref);
}

static void
add (GtkWidget *inside, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (inside, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    {
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (name_toasts), overlay, G_CONNECT_SWAPPED);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
      name_toasts (overlay);
    }
  else
    g_object_unref (toast);
}

void
jb_toast_show (GtkWidget *inside, const char *title)
{
  AdwToast *toast = toast_new (title);

  adw_toast_set_timeout (toast, TELLING_S);
  add (inside, toast);
}

void
jb_toast_show_undo (GtkWidget *inside, const char *title)
{
  jb_toast_show_action (inside, title, _("_Undo"), "win.undo");
}

void
jb_toast_show_action (GtkWidget *inside, const char *title, const char *label, const char *action)
{
  AdwToast *toast = toast_new (title);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
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
