/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * accept, reject, tag, untag */
#include "jb-cli.h"
#include "jb-decide.h"
#include "jb-entity-table.h"
#include "jb-model-enums.h"

#include <glib/gi18n.h>

static int
decide (JbCli *cli, int argc, char **argv, JbMentionState state)
{
  g_autofree char *article = NULL, *name = NULL, *type_nick = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "article", 0, 0, G_OPTION_ARG_STRING, &article, N_("Only in this article"), N_("ARTICLE") },
    { "entity", 0, 0, G_OPTION_ARG_STRING, &name, N_("Only this name"), N_("NAME") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &type_nick, N_("Only this type"), N_("TYPE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Everything in the library"), NULL },
    { NULL },
  };
  g_autofree char *id = NULL;
  int type = -1, n;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  if (type_nick != NULL && !jb_cli_parse_enum (JB_TYPE_ENTITY_TYPE, type_nick, &type))
    return JB_EXIT_USAGE;
  if (!all && article == NULL && name == NULL && type < 0)
    return jb_cli_fail_usage (_("say which: --article, --entity, --type or --all"));
  if (jb_cli_open_index (cli) == NULL)
    return JB_EXIT_LIBRARY;

  if (article != NULL && (id = jb_cli_resolve_article (cli->library, article, &error)) == NULL)
    return jb_cli_fail (error);
  n = jb_decide_everywhere (cli->library, id, type, name, state, &error);
  if (n < 0)
    return jb_cli_fail (error);
  g_print ("%d\n", n);
  return JB_EXIT_DONE;
}

int
jb_cli_accept (JbCli *cli, int argc, char **argv)
{
  return decide (cli, argc, argv, JB_MENTION_STATE_CONFIRMED);
}

int
jb_cli_reject (JbCli *cli, int argc, char **argv)
{
  return decide (cli, argc, argv, JB_MENTION_STATE_REJECTED);
}

/* ARTICLE START END, as given to tag and untag. Returns: NULL with @code set, after saying why */
static JbArticle *
load_place (JbCli *cli, char **argv, guint *start, guint *end, int *code)
{
  GError *error = NULL;
  g_autofree char *id = NULL;
  JbArticle *article = NULL;

  if (!jb_cli_parse_number (argv[2], start) || !jb_cli_parse_number (argv[3], end))
    {
      *code = jb_cli_fail_usage (_("“%s” and “%s” are no offsets"), argv[2], argv[3]);
      return NULL;
    }
  if (jb_cli_open_library (cli) == NULL)
    {
      *code = JB_EXIT_LIBRARY;
      return NULL;
    }
  id = jb_cli_resolve_article (cli->library, argv[1], &error);
  article = id != NULL ? jb_desk_load_article (cli->library, id, &error) : NULL;
  if (article == NULL)
    *code = jb_cli_fail (error);
  return article;
}

/* Returns: (transfer full) (nullable): id of the one entity of that name; NULL with @error set */
static char *
find_entity (JbLibrary *library, JbEntityType type, const char *name, GError **error)
{
  g_autoptr(GPtrArray) found = jb_entity_table_find (library, type, name, error);

  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_strdup (((JbEntity *) g_ptr_array_index (found, 0))->id);
  if (found->len == 0)
    g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no entity “%s” of that type"), name);
  else
    g_set_error (error, JB_ERROR, JB_ERROR_AMBIGUOUS, _("%u entities are called “%s”"), found->len, name);
  return NULL;
}

int
jb_cli_tag (JbCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL, *entity = NULL;
  const GOptionEntry entries[] = {
    { "entity", 0, 0, G_OPTION_ARG_STRING, &name, N_("The entity it names"), N_("NAME") },
    { NULL },
  };
  g_autoptr(JbArticle) article = NULL;
  guint start, end;
  int type, code;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("ARTICLE START END TYPE"), 4, 4))
    return JB_EXIT_USAGE;
  if (!jb_cli_parse_enum (JB_TYPE_ENTITY_TYPE, argv[4], &type))
    return JB_EXIT_USAGE;
  article = load_place (cli, argv, &start, &end, &code);
  if (article == NULL)
    return code;
  if (name != NULL && (entity = find_entity (cli->library, type, name, &error)) == NULL)
    return jb_cli_fail (error);
  return jb_decide_tag (cli->library, article, start, end, type, entity, &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}

int
jb_cli_untag (JbCli *cli, int argc, char **argv)
{
  g_autoptr(JbArticle) article = NULL;
  guint start, end, n = 0;
  int code;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, NULL, _("ARTICLE START END"), 3, 3))
    return JB_EXIT_USAGE;
  article = load_place (cli, argv, &start, &end, &code);
  if (article == NULL)
    return code;
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->start != start || mention->end != end || mention->state != JB_MENTION_STATE_CONFIRMED)
        continue;
      if (!jb_decide_untag (cli->library, article, mention, &error))
        return jb_cli_fail (error);
      n++;
    }
  if (n > 0)
    return JB_EXIT_DONE;
  return jb_cli_fail (g_error_new (JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no tag from %u to %u"), start, end));
}
