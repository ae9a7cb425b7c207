/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-type-style.h"

#include "jb-model-enums.h"

#include <adwaita.h>

static const struct
{
  const char *light;
  const char *dark;
} colors[JB_N_ENTITY_TYPES] = {
  [JB_ENTITY_TYPE_STREET] = { "#1a5fb4", "#8fc1ff" },
  [JB_ENTITY_TYPE_COMMUNITY] = { "#17703f", "#7ee2a8" },
  [JB_ENTITY_TYPE_PLACE] = { "#7a5230", "#dcb995" },
  [JB_ENTITY_TYPE_PROJECT] = { "#a83c00", "#ffb273" },
  [JB_ENTITY_TYPE_LEADER] = { "#a51d2d", "#ff9a9e" },
  [JB_ENTITY_TYPE_PERSON] = { "#a3237b", "#f7a4d8" },
  [JB_ENTITY_TYPE_ORGANISATION] = { "#613583", "#d0b0f5" },
  [JB_ENTITY_TYPE_CAMPAIGN] = { "#735600", "#f0d060" },
  [JB_ENTITY_TYPE_SYSTEM] = { "#0b6674", "#74d8e6" },
};

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

void
jb_type_style_get_color (JbEntityType type, GdkRGBA *color)
{
  g_return_if_fail ((guint) type < JB_N_ENTITY_TYPES);

  gdk_rgba_parse (color, is_dark () ? colors[type].dark : colors[type].light);
}

void
jb_type_style_get_tint (JbEntityType type, GdkRGBA *tint)
{
  jb_type_style_get_color (type, tint);
  tint->alpha = is_dark () ? 0.26 : 0.16;
}

char *
jb_type_style_dup_class (JbEntityType type)
{
  return g_strconcat ("jb-type-", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, type), NULL);
}

void
jb_type_style_set_class (GtkWidget *widget, JbEntityType type)
{
  for (int i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      g_autofree char *name = jb_type_style_dup_class (i);

      if (i == (int) type)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}

static void
load_colors (GtkCssProvider *provider)
{
  g_autoptr(GString) css = g_string_new (NULL);

  for (int i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      g_autofree char *name = jb_type_style_dup_class (i);

      g_string_append_printf (css, ".%s { color: %s; }\n", name, is_dark () ? colors[i].dark : colors[i].light);
    }
  gtk_css_provider_load_from_data (provider, css->str, css->len);
}

void
jb_type_style_install (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  load_colors (provider);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (load_colors), provider,
                           G_CONNECT_SWAPPED);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
