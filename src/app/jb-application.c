/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-application.h"

#include "jb-config.h"
#include "jb-settings.h"
#include "jb-type-style.h"
#include "jb-window.h"

#include <glib/gi18n.h>

struct _JbApplication
{
  AdwApplication  parent_instance;

  GFile          *library;  /* owned, from the command line; NULL where it names none */
};

G_DEFINE_FINAL_TYPE (JbApplication, jb_application, ADW_TYPE_APPLICATION)

static JbWindow *
present_window (JbApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      g_autoptr(GFile) library = self->library != NULL ? g_object_ref (self->library) : jb_settings_dup_library ();

      window = GTK_WINDOW (jb_window_new (GTK_APPLICATION (self)));
      jb_window_open_library (JB_WINDOW (window), library);
    }
  gtk_window_present (window);
  return JB_WINDOW (window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows;

  /* Each window may ask first, so they are closed instead of the program being ended. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (data))) != NULL)
    {
      GtkWindow *window = windows->data;

      gtk_window_close (window);
      windows = gtk_application_get_windows (GTK_APPLICATION (data));
      if (windows != NULL && windows->data == window)
        break;
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _("Jianbao"),
                         "application-icon", JB_APPLICATION_ID,
                         "version", JB_VERSION,
                         "comments", _("A desk for newsroom editors: bulletins in, briefings out, every sentence "
                                       "traceable to where it was printed."),
                         "developer-name", _("The Jianbao Project"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.import", { "<Control>o" } },
  { "win.search", { "<Control><Shift>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.history", { "<Control>h" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-menu", { "F10" } },
  { "win.show-page(1)", { "<Alt>1" } },
  { "win.show-page(2)", { "<Alt>2" } },
  { "win.show-page(3)", { "<Alt>3" } },
  { "win.show-page(4)", { "<Alt>4" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

static void
jb_application_activate (GApplication *application)
{
  present_window (JB_APPLICATION (application));
}

static void
jb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  JbWindow *window = present_window (JB_APPLICATION (application));
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);

      if (name != NULL && g_str_has_suffix (name, ".jianbao"))
        jb_window_open_library (window, files[i]);
      else
        g_ptr_array_add (imports, g_object_ref (files[i]));
    }
  if (imports->len > 0)
    jb_window_import_files (window, imports);
}

static int
jb_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  JbApplication *self = JB_APPLICATION (application);
  g_autofree char *library = NULL;

  if (g_variant_dict_lookup (options, "library", "^ay", &library))
    self->library = g_file_new_for_commandline_arg (library);
  return -1;
}

static void
jb_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (jb_application_parent_class)->startup (application);

  jb_type_style_install ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].keys);
}

static void
jb_application_finalize (GObject *object)
{
  JbApplication *self = JB_APPLICATION (object);

  g_clear_object (&self->library);
  G_OBJECT_CLASS (jb_application_parent_class)->finalize (object);
}

static void
jb_application_class_init (JbApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_application_finalize;

  G_APPLICATION_CLASS (klass)->activate = jb_application_activate;
  G_APPLICATION_CLASS (klass)->open = jb_application_open;
  G_APPLICATION_CLASS (klass)->startup = jb_application_startup;
  G_APPLICATION_CLASS (klass)->handle_local_options = jb_application_handle_local_options;
}

static void
jb_application_init (JbApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "library", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME,
                                 _("Open this library; it is made where it is missing"), _("FILE"));
}

JbApplication *
jb_application_new (void)
{
  return g_object_new (JB_TYPE_APPLICATION,
                       "application-id", JB_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
