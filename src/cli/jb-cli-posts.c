/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * entities post, and how the posts of an entity are printed */
#include "jb-cli.h"
#include "jb-date.h"
#include "jb-tenure.h"

#include <glib/gi18n.h>

void
jb_cli_print_posts (JsonBuilder *builder, const JbEntity *entity)
{
  if (builder != NULL)
    {
      json_builder_set_member_name (builder, "posts");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < entity->posts->len; i++)
    {
      const JbPost *post = g_ptr_array_index (entity->posts, i);

      if (builder == NULL)
        {
          g_print ("  %-10s  %-10s  %s%s\n", post->from != NULL ? post->from : "-", post->to != NULL ? post->to : "-",
                   post->place, post->title);
          continue;
        }
      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "title", post->title);
      jb_cli_add_string (builder, "place", post->place);
      jb_cli_add_string (builder, "from", post->from);
      jb_cli_add_string (builder, "to", post->to);
      jb_cli_add_string (builder, "source", post->source);
      json_builder_end_object (builder);
    }
  if (builder != NULL)
    json_builder_end_array (builder);
}

gboolean
jb_cli_check_date (const char *date)
{
  if (date == NULL || jb_date_is_valid (date))
    return TRUE;
  jb_cli_fail_usage (_("“%s” is no date of the form 2020-04-21"), date);
  return FALSE;
}

int
jb_cli_change_post (JbCli *cli, const JbEntity *entity, const char *title, const JbCliPost *post)
{
  GError *error = NULL;
  gboolean done = post->remove ? jb_tenure_remove (cli->library, entity, title, post->place, &error)
                               : jb_tenure_add (cli->library, entity, title, post->place, post->from, post->to, &error);

  return done ? JB_EXIT_DONE : jb_cli_fail (error);
}
