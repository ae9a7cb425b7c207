/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * history, undo, redo */
#include "jb-cli.h"
#include "jb-decide.h"
#include "jb-history.h"

#include <glib/gi18n.h>

int
jb_cli_history (JbCli *cli, int argc, char **argv)
{
  static const char *const states[] = { "done", "undone", "dropped" };
  int limit = 50;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 50 where not given"), N_("N") },
    { NULL },
  };
  g_autoptr(GPtrArray) operations = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  if (limit < 0)
    return jb_cli_fail_usage (_("the limit cannot be negative"));
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  operations = jb_history_list (cli->library, (guint) limit, &error);
  if (operations == NULL)
    return jb_cli_fail (error);

  builder = cli->json ? json_builder_new () : NULL;
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < operations->len; i++)
    {
      const JbOperation *operation = g_ptr_array_index (operations, i);
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (operation->at / G_USEC_PER_SEC);
      g_autoptr(GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *at = g_date_time_format (local, builder != NULL ? "%FT%T%:z" : "%F %T");

      if (builder == NULL)
        {
          g_print ("%6" G_GINT64_FORMAT "  %s  %-7s  %-10s  %s\n", operation->n, at,
                   states[operation->state], operation->who, operation->name);
          continue;
        }
      json_builder_begin_object (builder);
      jb_cli_add_int (builder, "n", operation->n);
      jb_cli_add_string (builder, "at", at);
      jb_cli_add_string (builder, "state", states[operation->state]);
      jb_cli_add_string (builder, "who", operation->who);
      jb_cli_add_string (builder, "name", operation->name);
      json_builder_end_object (builder);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

/* @step: jb_decide_undo() or jb_decide_redo(); @nothing: what is said where none is left */
static int
repeat (JbCli *cli, int argc, char **argv, char *(*step) (JbLibrary *, GError **), const char *nothing)
{
  guint n = 1;

  if (!jb_cli_parse (cli, &argc, &argv, NULL, _("[N]"), 0, 1))
    return JB_EXIT_USAGE;
  if (argc == 2 && !jb_cli_parse_number (argv[1], &n))
    return jb_cli_fail_usage (_("“%s” is no number"), argv[1]);
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      g_autofree char *name = step (cli->library, &error);

      if (error != NULL)
        return jb_cli_fail (error);
      if (name == NULL)
        {
          jb_cli_say (cli, "%s", nothing);
          return i > 0 ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
        }
      g_print ("%s\n", name);
    }
  return JB_EXIT_DONE;
}

int
jb_cli_undo (JbCli *cli, int argc, char **argv)
{
  return repeat (cli, argc, argv, jb_decide_undo, _("nothing to undo"));
}

int
jb_cli_redo (JbCli *cli, int argc, char **argv)
{
  return repeat (cli, argc, argv, jb_decide_redo, _("nothing to redo"));
}
