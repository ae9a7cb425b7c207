/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * discover: strings of the library that behave like names */
#include "jb-cli.h"
#include "jb-discover-job.h"
#include "jb-model-enums.h"

#include <glib/gi18n.h>

static const char *
get_type_nick (const JbNewName *name)
{
  return name->type >= 0 ? jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, name->type) : NULL;
}

static void
print_name (JsonBuilder *builder, const JbNewName *name)
{
  if (builder == NULL)
    {
      g_print (_("%s  %-12s  %u times in %u articles\n"), name->name, get_type_nick (name) ?: "-", name->n_times, name->n_articles);
      g_print ("    %.8s  %s\n", name->article, name->sentence);
      return;
    }
  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "name", name->name);
  jb_cli_add_string (builder, "type", get_type_nick (name));
  jb_cli_add_int (builder, "times", name->n_times);
  jb_cli_add_int (builder, "articles", name->n_articles);
  jb_cli_add_string (builder, "article", name->article);
  jb_cli_add_int (builder, "start", name->start);
  jb_cli_add_int (builder, "end", name->end);
  jb_cli_add_string (builder, "sentence", name->sentence);
  json_builder_end_object (builder);
}

static int
print_names (JbCli *cli, guint limit)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) names = jb_discover_job_run (cli->library, limit, NULL, &error);
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (names == NULL)
    return jb_cli_fail (error);
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    print_name (builder, g_ptr_array_index (names, i));
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  else if (names->len == 0)
    jb_cli_say (cli, "%s", _("nothing in the articles is repeated like a name that is not known yet"));
  return JB_EXIT_DONE;
}

int
jb_cli_discover (JbCli *cli, int argc, char **argv)
{
  g_autofree char *limit_word = NULL, *dismiss = NULL;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit_word, N_("At most so many; 20 unless said"), N_("N") },
    { "dismiss", 0, 0, G_OPTION_ARG_STRING, &dismiss, N_("Do not offer this name again"), N_("NAME") },
    { NULL },
  };
  guint limit = JB_DISCOVER_LIMIT;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  if (limit_word != NULL && !jb_cli_parse_number (limit_word, &limit))
    return jb_cli_fail_usage (_("“%s” is not a number"), limit_word);
  if (jb_cli_open_index (cli) == NULL)
    return JB_EXIT_LIBRARY;
  if (dismiss == NULL)
    return print_names (cli, limit);
  return jb_discover_job_dismiss (cli->library, dismiss, &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}
