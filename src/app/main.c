/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-application.h"

#include "jb-config.h"
#include "jb-locale.h"

#include "jb-app-resources.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr(JbApplication) application = NULL;

  jb_locale_init (JB_LOCALEDIR);

  /* The texts are Chinese whatever the language of the window: without this, Pango may take the Japanese forms of Han glyphs.
   * It takes languages in this order for scripts that the locale's own language does not write. */
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);

  /* Named outright: a linker drops the constructor of an object in a static library that nothing refers to. */
  g_resources_register (jb_app_get_resource ());
  g_set_prgname ("jianbao");
  g_set_application_name (_("Jianbao"));

  application = jb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
