/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * entities proposals, dismiss */
#include "jb-alias-proposals.h"
#include "jb-cli.h"
#include "jb-model-enums.h"
#include "jb-proposals.h"

#include <glib/gi18n.h>

static void
print_proposal (JsonBuilder *builder, const JbProposal *proposal)
{
  const char *type = jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, proposal->type);

  if (builder == NULL)
    {
      g_print ("%.8s  %-12s  %s  =?  %s  %s\n", proposal->entity, type, proposal->entity_name, proposal->name,
               jb_alias_reason_describe (proposal->reason));
      return;
    }
  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "entity", proposal->entity);
  jb_cli_add_string (builder, "type", type);
  jb_cli_add_string (builder, "entity_name", proposal->entity_name);
  jb_cli_add_string (builder, "name", proposal->name);
  jb_cli_add_string (builder, "other", proposal->other);
  jb_cli_add_int (builder, "articles", proposal->n_articles);
  jb_cli_add_string (builder, "reason", proposal->reason);
  json_builder_end_object (builder);
}

int
jb_cli_list_proposals (JbCli *cli, int type)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) proposals = jb_proposals_load (cli->library, NULL, type, &error);
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (proposals == NULL)
    return jb_cli_fail (error);
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    print_proposal (builder, g_ptr_array_index (proposals, i));
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

int
jb_cli_dismiss_name (JbCli *cli, const JbEntity *entity, const char *name)
{
  GError *error = NULL;

  return jb_proposals_dismiss (cli->library, entity, name, &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}
