/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * export */
#include "jb-cli.h"
#include "jb-export-job.h"
#include "jb-exporter.h"

#include <glib/gi18n.h>

int
jb_cli_export (JbCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL, *output = NULL;
  g_auto(GStrv) articles = NULL, ids = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("The format: json"), N_("FORMAT") },
    { "article", 0, 0, G_OPTION_ARG_STRING_ARRAY, &articles, N_("Only this article; may be given again"), N_("ARTICLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; - or nothing for standard output"), N_("FILE") },
    { NULL },
  };
  const JbExporter *exporter;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("--format FORMAT [-o FILE]"), 0, 0))
    return JB_EXIT_USAGE;
  exporter = format != NULL ? jb_exporter_find (format) : output != NULL ? jb_exporter_find_for_name (output) : NULL;
  if (exporter == NULL)
    return jb_cli_fail_usage (_("say which --format: json"));
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  if (articles != NULL &&
      (ids = jb_cli_resolve_articles (cli->library, (int) g_strv_length (articles), articles, NULL, &error)) == NULL)
    return jb_cli_fail (error);
  if (!jb_export_job_write_library (cli->library, (const char *const *) ids, exporter->id,
                                    output != NULL ? output : "-", NULL, &error))
    return jb_cli_fail (error);
  return JB_EXIT_DONE;
}
