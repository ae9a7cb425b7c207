/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * check, backup */
#include "jb-cli.h"

#include <glib/gi18n.h>

int
jb_cli_check (JbCli *cli, int argc, char **argv)
{
  g_auto(GStrv) findings = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, NULL, "", 0, 0))
    return JB_EXIT_USAGE;
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  findings = jb_library_check (cli->library, &error);
  if (findings == NULL)
    return jb_cli_fail (error);
  for (guint i = 0; findings[i] != NULL; i++)
    g_print ("%s\n", findings[i]);
  if (findings[0] != NULL)
    return JB_EXIT_LIBRARY;
  jb_cli_say (cli, _("the library is sound"));
  return JB_EXIT_DONE;
}

int
jb_cli_backup (JbCli *cli, int argc, char **argv)
{
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, NULL, _("FILE"), 1, 1))
    return JB_EXIT_USAGE;
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  return jb_library_backup (cli->library, argv[1], &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}
